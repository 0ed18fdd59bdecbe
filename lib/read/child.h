/* SPDX-License-Identifier: MIT */
#ifndef READ_CHILD_H
#define READ_CHILD_H

/* Runs programs that read a file: fed over a socket, listened to over a pipe,
 * shut in (sandbox.h), and ended when they take too long or say too much. */

#include "base/str.h"

/* How a run ended. */
enum child_end {
    CHILD_DONE,    /* by itself; see code */
    CHILD_ABSENT,  /* the program is not installed */
    CHILD_FAILED,  /* it could not be started */
    CHILD_CRASHED, /* by a signal: a limit, or a fault of its own */
    CHILD_LATE,    /* by the clock or by the processor's */
    CHILD_TALKED,  /* it said more than it may */
    CHILD_STOPPED  /* the listener wanted no more */
};

#define CHILD_SAID 512

struct child {
    const char *program;     /* its name, without folders */
    const char *const *args; /* after the name; NULL ends them */
    /* NULL, or what the child does instead of running the program: system
     * calls and nothing else. */
    void (*task)(void);
    /* Gets what it says; false ends it. */
    bool (*listen)(void *user, const char *bytes, size_t length);
    void *user;
    /* Set by child_run(). */
    enum child_end end;
    int code;              /* its exit code */
    char said[CHILD_SAID]; /* the beginning of its complaints, ... */
    size_t said_length;    /* ... which need not end in NUL */
};

struct child_limits {
    size_t memory;    /* bytes of address space for each */
    size_t output;    /* bytes that each may say */
    unsigned cpu;     /* seconds */
    unsigned seconds; /* on the wall */
};

#define CHILD_MOST 4 /* at once */

/* Whether a program is installed where programs are. */
bool
child_exists(const char *program);

/* Run up to CHILD_MOST programs at the same time, each fed with @p input. */
void
child_run(struct child *children, size_t count, struct str input,
          const struct child_limits *limits);

#endif
