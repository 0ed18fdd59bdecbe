/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_JUDGE_H
#define ASSESS_JUDGE_H

/* From the rules of one criterion to its verdict. */

#include "assess/assessment.h"
#include "assess/closeness.h"

/* Asks a criterion of the document, of each focus area or of each item, and
 * gives an account of it.  False only without memory. */
bool
judge_criterion(struct arena *arena, struct search *search,
                const struct criterion *criterion,
                struct samsyn_criterion *out);

/* What the rules say, without an account. */
struct ruling
judge_rules(struct search *search, const struct criterion *criterion);

/* The verdict for one stretch; what it rests on is in search->finds, and
 * *word says which rule gave it.  @p referred may be NULL. */
samsyn_verdict
judge_stretch(struct search *search, const struct criterion *criterion,
              const struct extent *extent, const struct rule *referred,
              const char **word);

/* Whether a limit could have hidden an area (OVER_FOCUS) or item of a kind, or
 * made one of what is none. */
bool
judge_outline_limited(const struct search *search, unsigned over);

/* levels.c: how many of the areas or items got what, and what that comes to
 * for all of them, where the open ones could still be anything. */
void
levels_count(struct shares *shares, samsyn_verdict verdict);
samsyn_verdict
levels_join(const struct criterion *criterion, const struct shares *shares);

/* levels.c: the same for a criterion that is asked of each area or item. */
bool
levels_judge(struct arena *arena, struct search *search,
             const struct criterion *criterion, struct samsyn_criterion *out);
struct ruling
levels_rules(struct search *search, const struct criterion *criterion);

#endif
