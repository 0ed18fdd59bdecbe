/* SPDX-License-Identifier: MIT */
#ifndef PLACES_H
#define PLACES_H

/* The table that says whose each document is: a line each of file and name,
 * and if wanted group, parted by tabs. */

#include "common.h"

struct place {
    const char *file, *name, *group; /* "" for no group */
};

struct places {
    struct file file; /* what they point into */
    struct place *items;
    size_t count, size;
};

/* Read the table; of none for NULL.  Mistakes are said; false where there are
 * any.  End it with places_done(), on failure too. */
bool
places_read(struct places *places, const struct tool *tool, const char *path,
            struct fault *fault);
void
places_done(struct places *places);

/* The row of a file, by the last part of its path; NULL where it has none. */
const struct place *
place_of(const struct places *places, const char *path);

/* The last part of a path. */
const char *
file_part(const char *path);

#endif
