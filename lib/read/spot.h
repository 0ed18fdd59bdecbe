/* SPDX-License-Identifier: MIT */
#ifndef READ_SPOT_H
#define READ_SPOT_H

/* Where something stands in a file that has no lines, as a person finds it:
 * "stycke 12", "sida 3, tabell 1, rad 2, kolumn Ansvarig", or "paragraph 12".
 * The only place where the readers write words. */

#include "base/buf.h"
#include "samsyn.h"

enum spot {
    SPOT_PARAGRAPH,
    SPOT_TABLE,
    SPOT_ROW,
    SPOT_COLUMN,
    SPOT_HEADER,
    SPOT_FOOTER,
    SPOT_FOOTNOTE,
    SPOT_ENDNOTE,
    SPOT_PAGE
};

/* Append "stycke 12", after ", " where something stands there already; number
 * 0 is left out. */
void
spot_number(struct buf *out, samsyn_lang lang, enum spot spot, size_t number);

/* The title can name its column: there is one, and it is short. */
bool
spot_is_name(struct str title);

/* Append "kolumn Ansvarig", or "kolumn 3" where the title is no name. */
void
spot_column(struct buf *out, samsyn_lang lang, struct str title, size_t number);

#endif
