/* SPDX-License-Identifier: MIT */

/* Weighted kappa as one fraction of integers: with disagreement |i - j|,
 *
 *     kappa = 1 - n * sum |i - j| o(i,j) / sum |i - j| row(i) column(j)
 *
 * so nothing is rounded before the end.  Resampling draws as many documents
 * as there are, with replacement, from a small generator with a fixed seed
 * (xorshift, Marsaglia 2003). */

#include "score/agreement.h"

#include <stdlib.h>

enum {
    RESAMPLES = 1000,
    LOW = 25,  /* of 1000, sorted: the 2.5th per cent */
    HIGH = 974 /* the 97.5th */
};

int
agreement_place(samsyn_verdict verdict)
{
    static const struct {
        samsyn_verdict verdict;
        int place;
    } rows[] = {
        { SAMSYN_VERDICT_NOT_MET, 0 },
        { SAMSYN_VERDICT_PARTLY, 1 },
        { SAMSYN_VERDICT_MET, 2 },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (rows[i].verdict == verdict)
            return rows[i].place;
    }
    return -1;
}

struct sums {
    int64_t all, rows[AGREEMENT_SCALE], columns[AGREEMENT_SCALE];
    int64_t apart; /* sum of |i - j| over the pairs */
};

static int64_t
distance(int i, int j)
{
    return i < j ? j - i : i - j;
}

static struct sums
sum_up(const struct agreement_counts *counts)
{
    struct sums sums = { 0 };

    for (int i = 0; i < AGREEMENT_SCALE; i++) {
        for (int j = 0; j < AGREEMENT_SCALE; j++) {
            int64_t pairs = counts->pairs[i][j];

            sums.all += pairs;
            sums.rows[i] += pairs;
            sums.columns[j] += pairs;
            sums.apart += distance(i, j) * pairs;
        }
    }
    return sums;
}

/* 1000 * part / whole, half away from zero; whole is positive. */
static int64_t
thousandths(int64_t part, int64_t whole)
{
    int64_t half = part < 0 ? -whole : whole;

    return (2000 * part + half) / (2 * whole);
}

bool
agreement_kappa(const struct agreement_counts *counts, int64_t *kappa)
{
    struct sums sums = sum_up(counts);
    int64_t expected = 0;

    for (int i = 0; i < AGREEMENT_SCALE; i++) {
        for (int j = 0; j < AGREEMENT_SCALE; j++)
            expected += distance(i, j) * sums.rows[i] * sums.columns[j];
    }
    if (expected == 0)
        return false;
    *kappa = thousandths(expected - sums.all * sums.apart, expected);
    return true;
}

/* ---- Resampling ---- */

static uint64_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void
add_counts(struct agreement_counts *sum, const struct agreement_counts *counts)
{
    for (int i = 0; i < AGREEMENT_SCALE; i++) {
        for (int j = 0; j < AGREEMENT_SCALE; j++)
            sum->pairs[i][j] += counts->pairs[i][j];
    }
}

static struct agreement_counts
draw(const struct agreement_counts *documents, size_t count, uint64_t *state)
{
    struct agreement_counts sum = { { { 0 } } };

    for (size_t i = 0; i < count; i++)
        add_counts(&sum, &documents[next_random(state) % count]);
    return sum;
}

static int
compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

bool
agreement_interval(const struct agreement_counts *documents, size_t count,
                   const samsyn_allocator *mem, int64_t *low, int64_t *high,
                   bool *failed)
{
    uint64_t state = 0x9e3779b97f4a7c15u;
    int64_t *kappas = mem_alloc(mem, RESAMPLES * sizeof *kappas);
    size_t found = 0;

    *failed = kappas == NULL;
    for (size_t i = 0; kappas && count > 0 && i < RESAMPLES; i++) {
        struct agreement_counts sum = draw(documents, count, &state);

        found += agreement_kappa(&sum, &kappas[found]);
    }
    if (found > 0) {
        qsort(kappas, found, sizeof *kappas, compare);
        *low = kappas[found * LOW / RESAMPLES];
        *high = kappas[found * HIGH / RESAMPLES];
    }
    mem_free(mem, kappas);
    return found > 0;
}
