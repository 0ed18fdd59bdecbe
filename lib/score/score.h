/* SPDX-License-Identifier: MIT */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

/* Exact arithmetic over verdicts; knows no text.  Each verdict is a row of a
 * table that says how much of its points it earns, whether they are possible,
 * and whether they are open.  No other rule for these cases holds anywhere. */

#include "samsyn.h"

#include <stdbool.h>

struct scored {
    int64_t points; /* of the criterion, thousandths, even */
    samsyn_verdict verdict;
    bool must;
};

/* What one criterion earns and could earn. */
samsyn_points
score_points(samsyn_verdict verdict, int64_t points);

/* The whole. */
samsyn_score
score_total(const struct scored *criteria, size_t count);

/* Whether a score is below a threshold in whole percent: exact, on the
 * integers; false where nothing is possible. */
bool
score_below(const samsyn_score *score, int64_t percent);

#endif
