/* SPDX-License-Identifier: MIT */
#ifndef FIND_H
#define FIND_H

/* What a checklist's file asks for by name: a checklist that it extends and a
 * model stand beside it or in the data directory, all else in the data
 * directory. */

#include "common.h"

struct finder {
    const char *data;
    char *folder; /* of the file, with its last '/'; "" for the current one */
};

/* Let the library look beside @p path first.  False without memory.  End it
 * with finder_done(), on failure too, when the file has been loaded. */
bool
finder_init(struct finder *finder, const struct tool *tool, const char *path);

/* The library looks in the data directory again. */
void
finder_done(struct finder *finder, const struct tool *tool);

#endif
