/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_ARRANGE_H
#define ASSESS_ARRANGE_H

/* What rules about how things stand to one another share: only for arrange.c,
 * which finds where the parts stand, near.c and order.c, which choose. */

#include "assess/search.h"

#define NO_SPOT UINT32_MAX

/* A hit that counts, and where it stands along the stretch. */
struct spot {
    uint32_t at, end;
    uint32_t part; /* whose hit it is: index of a child */
    bool inside;   /* not in a lead-in */
    struct find find;
};

struct arranging {
    struct search *search;
    const struct rule *rule;
    struct range ranges[CONTEXTS_MOST + 1]; /* in the order they are read */
    uint32_t bases[CONTEXTS_MOST + 1];      /* where each begins */
    size_t count;
    struct vec spots;        /* of struct spot, by place */
    struct find refused[64]; /* by part: the first refused hit */
    uint64_t present;        /* parts that have a spot, as bits */
};

/* Find where the parts stand; false where one of them stands nowhere, or there
 * is no going on.  arrange_end() in any case. */
bool
arrange_begin(struct arranging *a, const struct extent *extent,
              const struct setting *setting);

/* The spots in the order in which they are read. */
const struct spot *
arrange_spot(const struct arranging *a, size_t index);

/* Give back what was taken.  Where the rule holds in no place, tell what was
 * refused and what came near.  True where it holds. */
bool
arrange_end(struct arranging *a, size_t held);

#endif
