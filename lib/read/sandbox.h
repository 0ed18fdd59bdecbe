/* SPDX-License-Identifier: MIT */
#ifndef READ_SANDBOX_H
#define READ_SANDBOX_H

/* What a program that reads a stranger's file may do: next to nothing. */

#include <stdbool.h>
#include <stddef.h>

/* What the kernel here can hold a program back with. */
enum {
    SANDBOX_LIMITS = 1,  /* memory, processor time, files */
    SANDBOX_SECCOMP = 2, /* no network, no processes, no changes to files */
    SANDBOX_LANDLOCK = 4 /* sees only the system's own folders */
};
unsigned
sandbox_state(void);

/* How far it may go. */
struct sandbox {
    size_t memory;    /* bytes of address space */
    unsigned cpu;     /* seconds of the processor */
    unsigned seconds; /* of the clock on the wall */
    const char *home; /* the folder in which the program stands */
};

/* Shut this process in; for a child between fork() and exec(), since nothing
 * but system calls is used and nothing can be undone.  False where a limit
 * that every kernel has could not be set. */
bool
sandbox_enter(const struct sandbox *sandbox);

#endif
