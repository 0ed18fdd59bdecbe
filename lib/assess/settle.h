/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_SETTLE_H
#define ASSESS_SETTLE_H

/* The last word on a criterion: what rules and taught evidence say together,
 * with an account of what the model added or took away. */

#include "assess/assessment.h"
#include "assess/taught.h"

/* After the rules have judged.  @p taught may be NULL: nothing is taught.
 * False only without memory. */
bool
settle(struct arena *arena, struct search *search, const struct taught *taught,
       const struct criterion *criterion, struct samsyn_criterion *out);

#endif
