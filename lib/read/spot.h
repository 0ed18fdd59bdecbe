/* SPDX-License-Identifier: MIT */
#ifndef READ_SPOT_H
#define READ_SPOT_H

/* Where something stands in a file that has no lines, as a person finds it:
 * "stycke 12", "tabell 1, rad 2, kolumn Ansvarig".  The only place where the
 * readers write words. */

#include "base/buf.h"

enum spot {
    SPOT_PARAGRAPH,
    SPOT_TABLE,
    SPOT_ROW,
    SPOT_COLUMN,
    SPOT_HEADER,
    SPOT_FOOTER,
    SPOT_FOOTNOTE,
    SPOT_ENDNOTE
};

/* Append "stycke 12", after ", " where something stands there already; number
 * 0 is left out. */
void
spot_number(struct buf *out, enum spot spot, size_t number);

/* The same with a name. */
void
spot_name(struct buf *out, enum spot spot, struct str name);

#endif
