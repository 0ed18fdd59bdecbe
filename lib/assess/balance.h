/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_BALANCE_H
#define ASSESS_BALANCE_H

/* Rules and taught evidence become one verdict.  Two sums say it, for "at
 * least partly" and for "met": what the rules said and how the best passages
 * score, each with a weight that was fitted on documents held out of the
 * model's training, and a start of the criterion's own.  A sum above 0 says
 * yes.  How far it is from 0 says how certain that is.
 *
 * The weights are a section of the model file, all in thousandths. */

#include "assess/closeness.h"
#include "assess/taught.h"

/* What the sums are made of. */
enum balance_feature {
    BALANCE_PARTLY,       /* best score for at least partly */
    BALANCE_PARTLY_MORE,  /* mean of the best two */
    BALANCE_MET,          /* best score for met */
    BALANCE_MET_MORE,     /* mean of the best two */
    BALANCE_RULES_PARTLY, /* 1000 where the rules say partly, else 0 */
    BALANCE_RULES_MET,    /* 1000 where the rules say met, else 0 */
    BALANCE_CLOSENESS,    /* how much of what the rules ask for is there */
    BALANCE_FEATURES
};

#define BALANCE_SECTION "balance"

/* Where things stand in the section: for both levels the start and the
 * weights, then for each verdict of the scale what makes it likely and
 * certain, then by class (as the model counts them) the starts of the
 * criteria. */
enum {
    BALANCE_LEVEL = 1 + BALANCE_FEATURES,
    BALANCE_MARGINS = MODEL_LEVELS * BALANCE_LEVEL,
    BALANCE_STARTS = BALANCE_MARGINS + 2 * SAMSYN_VERDICT_NOT_MET
};

/* The margins beyond which a verdict is so sure.  Each verdict has its own:
 * that something is there is shown by a passage, that nothing is by none. */
struct balance_margins {
    int32_t likely, certain;
};

/* What the model and the rules say of a criterion together. */
struct balanced {
    samsyn_verdict verdict;
    int32_t sums[MODEL_LEVELS]; /* thousandths */
    samsyn_certainty certainty;
};

/* Met, partly or not met: what is weighed at all. */
bool
balance_is_of_scale(samsyn_verdict verdict);

/* What the sums are made of for criterion @p index of the model. */
void
balance_features(int32_t out[BALANCE_FEATURES], const struct taught *taught,
                 size_t index, struct ruling rules);

/* The verdict of a section's @p values for criterion @p index. */
void
balance_sum(struct balanced *out, const int32_t *values, size_t index,
            const int32_t features[BALANCE_FEATURES]);

/* False where the model cannot say: it has no such section. */
bool
balance(struct balanced *out, const struct taught *taught, size_t index,
        struct ruling rules);

/* How far a verdict is from being another one: the nearest sum's distance
 * from 0. */
int32_t
balance_margin(samsyn_verdict verdict, const int32_t sums[MODEL_LEVELS]);

/* Those of a verdict of the scale, in a section's @p values. */
struct balance_margins
balance_margins(const int32_t *values, samsyn_verdict verdict);
void
balance_set_margins(int32_t *values, samsyn_verdict verdict,
                    struct balance_margins margins);

samsyn_certainty
balance_certainty(int32_t margin, struct balance_margins margins);

#endif
