/* SPDX-License-Identifier: MIT */
/* What a person should look at, least certain first.
 *
 * A verdict that is certain needs no look, nor one to which a person has said
 * something; and what only a person can decide is a question of its own.  The
 * order is made once, as that of gains; it has few ranks, so it is made by
 * going through them. */

#include "api/api.h"
#include "assess/assessment.h"

static const samsyn_certainty certainties[] = { SAMSYN_DOUBTFUL,
                                                SAMSYN_LIKELY };

static bool
is_weight(const struct samsyn_criterion *criterion, const char *weight)
{
    return str_equal(criterion->texts[SAMSYN_CRITERION_WEIGHT], str_of(weight));
}

/* The ranks of one certainty: musts, what should be, and the rest. */
static int
rank_of(const struct samsyn_criterion *criterion)
{
    return is_weight(criterion, "must")     ? 0
           : is_weight(criterion, "should") ? 1
                                            : 2;
}

static bool
needs_look(const struct samsyn_criterion *criterion)
{
    return criterion->verdict != SAMSYN_VERDICT_NEEDS_REVIEW &&
           samsyn_criterion_answer(criterion) == 0;
}

static size_t
add_rank(const struct samsyn_assessment *assessment, samsyn_certainty certainty,
         int rank, size_t *order)
{
    size_t found = 0;

    for (size_t i = 0; i < assessment->criterion_count; i++) {
        const struct samsyn_criterion *one = &assessment->criteria[i];

        if (one->certainty == certainty && needs_look(one) &&
            rank_of(one) == rank)
            order[found++] = i;
    }
    return found;
}

bool
api_check_order(struct samsyn_assessment *assessment)
{
    size_t *order = arena_array(&assessment->arena, assessment->criterion_count,
                                sizeof *order);
    size_t found = 0;

    if (!order)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(certainties); i++) {
        for (int rank = 0; rank < 3; rank++)
            found += add_rank(assessment, certainties[i], rank, order + found);
    }
    assessment->checks = order;
    assessment->check_count = found;
    return true;
}

size_t
samsyn_assessment_check_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->check_count : 0;
}

const samsyn_criterion *
samsyn_assessment_check_at(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_check_count(assessment))
        return NULL;
    return &assessment->criteria[assessment->checks[index]];
}
