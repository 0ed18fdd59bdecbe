/* SPDX-License-Identifier: MIT */
#ifndef READ_CHILD_INSIDE_H
#define READ_CHILD_INSIDE_H

/* What starting a program and attending to it share. */

#include "read/child.h"

#include <sys/types.h>

#define CHILD_NOT_STARTED 127 /* the exit code of a child that never began */

/* A run while it goes on; -1 for what is closed. */
struct run {
    struct child *child;
    pid_t pid;
    int feed, hear, complaints;
    size_t fed, heard;
    size_t failures; /* reads in a row that gave nothing */
};

/* Start a child; its end is CHILD_DONE while all is well, and else nothing of
 * the run is open. */
void
child_begin(struct run *run, struct child *child,
            const struct child_limits *limits);

/* Close what is open, and know it. */
void
child_close(int *end);

#endif
