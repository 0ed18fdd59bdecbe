/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_BREAKS_H
#define DOCUMENT_TEXT_BREAKS_H

/* Where a block of plain text ends and another begins. */

#include "document/text_lines.h"
#include "samsyn.h"

/* The block that is open. */
struct text_open {
    samsyn_block kind;  /* 0 for none */
    size_t first, last; /* its lines so far */
    bool lower;         /* it begins with a small letter */
    bool page;          /* a page limit or furniture stands after it */
    bool apart;         /* what follows begins a block in any case */
};

/* The line ends in a colon: what follows belongs to it. */
bool
text_is_lead_in(struct str line);

/* Line @p at stands below the end of a sentence, and is a lead-in or as short
 * as a heading. */
bool
text_begins_anew(const struct text_lines *lines, size_t last, size_t at);

/* Line @p at begins a block of its own. */
bool
text_breaks_at(const struct text_lines *lines, const struct text_open *open,
               size_t at);

#endif
