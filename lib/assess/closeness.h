/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_CLOSENESS_H
#define ASSESS_CLOSENESS_H

/* How much of what a criterion asks for stands in the text, where the rules do
 * not say that it is met: "the goal has a number and no year" is nearer to it
 * than "there is no goal".  The verdict of the rules does not change by it; it
 * is weighed where rules and taught evidence are joined. */

#include "assess/search.h"

enum {
    CLOSENESS_WHOLE = 1000 /* thousandths */
};

/* What the rules say of a criterion. */
struct ruling {
    samsyn_verdict verdict;
    int32_t closeness; /* 0 to CLOSENESS_WHOLE */
};

/* How many of the areas or items of a criterion got what. */
struct shares {
    size_t met, partly, open, of;
};

/* Of a rule that does not hold for the whole document. */
int32_t
closeness_of_rule(struct search *search, const struct rule *rule);

/* Of a criterion that is asked one by one: what is partly met is half. */
int32_t
closeness_of_shares(const struct shares *shares);

#endif
