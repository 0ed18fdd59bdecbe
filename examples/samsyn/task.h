/* SPDX-License-Identifier: MIT */
#ifndef TASK_H
#define TASK_H

/* What `samsyn score` has to do, piece by piece. */

#include "common.h"

enum task_kind {
    TASK_FILE,   /* a file that was named */
    TASK_FOUND,  /* a file of a folder, which may be no document */
    TASK_ASIDE,  /* something that is left out, and why: no result */
    TASK_BROKEN, /* something that cannot be had, and why */
    TASK_LINE    /* a line of NDJSON */
};

struct task {
    enum task_kind kind;
    enum text why;     /* of what is left out or cannot be had */
    const char *name;  /* a path; of a line, where it is from */
    const char *bytes; /* of a line */
    size_t length;
    size_t line; /* its number, from 1; 0 of what is no line */
};

/* What came of it, beside what was written. */
struct outcome {
    enum code code;
    bool counts; /* it was something to assess */
};

#endif
