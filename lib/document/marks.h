/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_MARKS_H
#define DOCUMENT_MARKS_H

/* Marks of punctuation between words and sentences. */

#include <stdbool.h>
#include <stdint.h>

/* What a mark of punctuation does, and what it counts as between words. */
struct mark {
    uint32_t code;
    uint8_t glue;
    bool ends, closes, opens;
};

/* Never NULL: what is no mark of ours does nothing. */
const struct mark *
mark_of(uint32_t code);

#endif
