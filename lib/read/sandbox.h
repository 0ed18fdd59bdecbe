/* SPDX-License-Identifier: MIT */
#ifndef READ_SANDBOX_H
#define READ_SANDBOX_H

/* What a program that reads a stranger's file may do: next to nothing. */

#include <stdbool.h>
#include <stddef.h>

#define MOST_FILES 64 /* open at once */

/* The version of Landlock that the kernel here says it has; 0 for none.
 * Whether it holds is another matter (guard.c). */
unsigned
sandbox_landlock(void);

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
