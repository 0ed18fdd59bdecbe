/* SPDX-License-Identifier: MIT */
#ifndef WALK_H
#define WALK_H

/* The files of a folder and of those in it, one after another. */

#include "task.h"

#define WALK_DEPTH 64

struct walk_level {
    char *path;
    struct names names;
    size_t next;
};

struct walk {
    struct walk_level levels[WALK_DEPTH];
    size_t depth; /* 0: there is nothing to go through */
    char *path;   /* of the task given last */
};

/* Begin to go through a folder; false where it cannot be read.  Zeroed before
 * the first; ended with walk_done(). */
bool
walk_enter(struct walk *walk, const char *path);
void
walk_done(struct walk *walk);

/* The next file, or what is left out or cannot be read, whose name stands
 * until the next call.  False where there is no more. */
bool
walk_next(struct walk *walk, struct task *task);

/* Why what stands in a folder is left out; TEXT_COUNT: it is not.  *folder
 * tells whether it is a folder that can be entered. */
enum text
walk_reason(const char *name, const char *path, bool *folder);

#endif
