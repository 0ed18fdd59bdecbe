/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_PARTS_H
#define ASSESS_PARTS_H

/* The parts of a document that are documents of their own: its annexes, and
 * one year's promises beside another's. */

#include "base/day.h"
#include "language/language.h"

struct search;

enum part_role {
    PART_MAIN,    /* what stands in no other part */
    PART_ANNEX,   /* belongs to the document and counts */
    PART_EARLIER, /* of an earlier time, or an account of one */
    PART_OTHER,   /* a document of another kind */
    PART_ROLES
};

enum {
    PARTS_MOST = 64
};

struct part {
    uint32_t first, end; /* blocks; of the main part: all of the document */
    uint32_t heading;    /* that opens it; NO_INDEX: none */
    enum part_role role;
    const struct document_kind *kind; /* NULL: unknown */
    struct day from, until;           /* year 0: not said */
    bool assessed;
};

/* In reading order, the main part first.  A document in one piece has that
 * only. */
struct parts {
    struct part list[PARTS_MOST];
    size_t count;
};

/* Finds the parts of a search's main document and says which are assessed.
 * The search must have its sections. */
void
parts_find(struct search *search);

/* Whether a block is in a part that is assessed, and whether in one of an
 * earlier time. */
bool
parts_is_assessed(const struct search *search, uint32_t block);
bool
parts_is_earlier(const struct search *search, uint32_t block);

#endif
