/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_DATE_H
#define ASSESS_DATE_H

/* The date of a document: the start of its validity, else the day of signing,
 * else its newest full date. */

#include "match/match.h"

struct search;

enum date_basis {
    BASIS_NONE,
    BASIS_VALIDITY,
    BASIS_SIGNING,
    BASIS_NEWEST,
    BASIS_COUNT
};

struct document_date {
    enum date_basis basis;
    struct day value;
    struct day until;    /* the end of validity; year 0 where it is not said */
    uint32_t first, end; /* words that say so */
};

/* The date of what stands in the blocks from @p first up to @p end. */
struct document_date
date_find(const struct search *search, uint32_t first, uint32_t end);

#endif
