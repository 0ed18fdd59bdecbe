/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIAG_PLACE_H
#define BASE_DIAG_PLACE_H

/* Where in a text a byte offset is, as people count, and the line that it
 * stands in, fit to be shown: part of diag. */

#include "base/buf.h"
#include "base/str.h"

struct diag_place {
    size_t line;       /* from 1 */
    size_t column;     /* from 1, in code points */
    size_t line_start; /* byte offsets in the text */
    size_t line_end;
};

/* @p offset past the end counts as the end.  A line ends at LF, CR LF or CR;
 * each byte that is no UTF-8 counts as one code point. */
struct diag_place
diag_place_find(struct str text, size_t offset);

/* The line around [start, end): at most about 200 bytes, cut with "..."
 * between code points, everything that could disturb a terminal as '?'.
 * *from and *to receive the place in what was written. */
void
diag_place_excerpt(struct buf *out, struct str text,
                   const struct diag_place *place, size_t start, size_t end,
                   size_t *from, size_t *to);

/* Text from outside in a message: one line, without control characters and
 * bad UTF-8, cut at about @p most bytes. */
void
diag_place_clean(struct buf *out, struct str text, size_t most);

#endif
