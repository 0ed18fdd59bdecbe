/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_HEADING_H
#define DOCUMENT_TEXT_HEADING_H

/* Headings in plain text: guessed from a line and those around it. */

#include "document/text_guess.h"
#include "document/text_lines.h"

/* What has been read so far. */
struct text_before {
    bool heading;    /* a heading */
    bool body;       /* running text: what follows is no title page */
    bool lead_in;    /* the block just before ends in a colon ... */
    bool led;        /* ... or is a short line that such a block leads in */
    uint32_t number; /* of the item just before; 0 for none */
};

struct text_heading {
    size_t lines; /* how many it takes; 0: there is no heading */
    int level;
};

/* Line @p index begins a block: is it a heading? */
struct text_heading
text_heading_at(const struct text_lines *lines, size_t index,
                const struct text_before *before);

#endif
