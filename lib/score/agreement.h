/* SPDX-License-Identifier: MIT */
#ifndef SCORE_AGREEMENT_H
#define SCORE_AGREEMENT_H

/* How far two readers' verdicts agree: linear weighted kappa on the scale
 * not met, partly, met, with an interval by resampling documents.  Exact
 * integers throughout; the resampling has a fixed seed, so the same pairs
 * give the same interval everywhere.
 *
 * Source: Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70(4). */

#include "base/mem.h"

#include <stdbool.h>

enum {
    AGREEMENT_SCALE = 3 /* not met, partly, met */
};

/* How often one reader said the row and the other the column: the person's
 * verdict, then the machine's. */
struct agreement_counts {
    int64_t pairs[AGREEMENT_SCALE][AGREEMENT_SCALE];
};

/* A place of the scale, -1 for a verdict that has none. */
int
agreement_place(samsyn_verdict verdict);

/* Kappa in thousandths, half away from zero.  False where it is undefined:
 * no pairs, or both always said the same one thing. */
bool
agreement_kappa(const struct agreement_counts *counts, int64_t *kappa);

/* The middle 95 per cent of kappa over 1000 resamples of the documents.
 * False where no resample has a kappa, or without memory (then *failed). */
bool
agreement_interval(const struct agreement_counts *documents, size_t count,
                   const samsyn_allocator *mem, int64_t *low, int64_t *high,
                   bool *failed);

#endif
