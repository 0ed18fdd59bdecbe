/* SPDX-License-Identifier: MIT */
#ifndef OUT_H
#define OUT_H

#include "common.h"

#include <stdio.h>

/* A file that a command makes, written beside its place until it is whole. */
struct out {
    const struct tool *tool;
    const char *path;
    char *part; /* the name that it has meanwhile */
    FILE *stream;
};

/* Begin a file.  False, and said, where it cannot be made; else end it with
 * out_close(). */
bool
out_open(struct out *out, const struct tool *tool, const char *path,
         struct fault *fault);

/* Put the file in its place where it is @p whole, and take it away where it is
 * not.  False where there is no file then; why has been said. */
bool
out_close(struct out *out, bool whole, struct fault *fault);

/* Whether --out leads to a file that is named to be read. */
bool
out_is_read(const struct args *args);

#endif
