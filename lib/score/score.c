/* SPDX-License-Identifier: MIT */
/* The score: what verdicts are worth, added up.
 *
 * Everything is a whole number of thousandths, so nothing is ever rounded but
 * the percent, and that in one place of base.  Each verdict is a row below;
 * no other rule says what it is worth.  The points of the criteria add up to
 * the total because the total is made by adding them. */

#include "score/score.h"

#include "base/number.h"

/* What a criterion earns, in halves of its points. */
static const struct worth {
    samsyn_verdict verdict;
    int halves;
    bool possible; /* its points count in what can be earned */
    bool open;     /* not decided: could still earn all of them */
} worths[] = {
    { SAMSYN_VERDICT_MET, 2, true, false },
    { SAMSYN_VERDICT_PARTLY, 1, true, false },
    { SAMSYN_VERDICT_NOT_MET, 0, true, false },
    { SAMSYN_VERDICT_REFERRED, 0, true, true },
    { SAMSYN_VERDICT_NEEDS_REVIEW, 0, true, true },
    { SAMSYN_VERDICT_NOT_APPLICABLE, 0, false, false },
};

/* An unknown verdict is worth what is not applicable: nothing of nothing. */
static const struct worth *
worth_of(samsyn_verdict verdict)
{
    const struct worth *last = &worths[sizeof worths / sizeof worths[0] - 1];
    const struct worth *row = worths;

    while (row != last && row->verdict != verdict)
        row++;
    return row;
}

samsyn_points
score_points(samsyn_verdict verdict, int64_t points)
{
    const struct worth *worth = worth_of(verdict);
    samsyn_points result = { 0, 0 };

    if (worth->possible) {
        result.earned = points * worth->halves / 2;
        result.possible = points;
    }
    return result;
}

static void
add_must(samsyn_score *score, const struct scored *criterion)
{
    const struct worth *worth = worth_of(criterion->verdict);

    score->musts_of += worth->possible;
    score->musts_open += worth->open;
    score->musts_met += criterion->verdict == SAMSYN_VERDICT_MET;
}

samsyn_score
score_total(const struct scored *criteria, size_t count)
{
    samsyn_score score = { 0 };
    int64_t open = 0;

    for (size_t i = 0; i < count; i++) {
        const struct scored *criterion = &criteria[i];
        samsyn_points points =
            score_points(criterion->verdict, criterion->points);

        score.earned += points.earned;
        score.possible += points.possible;
        if (worth_of(criterion->verdict)->open)
            open += points.possible;
        if (criterion->must)
            add_must(&score, criterion);
    }
    score.low = score.earned;
    score.high = score.earned + open;
    score.percent = number_percent(score.earned, score.possible);
    return score;
}

bool
score_below(const samsyn_score *score, int64_t percent)
{
    if (score->possible == 0 || percent <= 0)
        return false;
    /* No more than everything can be earned; so the product stays small. */
    if (percent > 100)
        return true;
    return 100 * score->earned < percent * score->possible;
}
