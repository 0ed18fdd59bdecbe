/* SPDX-License-Identifier: MIT */
/* What points an author can gain, and by what most.
 *
 * A gain is the rest of what a criterion can give.  The order is made once,
 * when the points are there.  What only a person can decide is left out of it:
 * the author may have done it already, and cannot know. */

#include "api/api.h"
#include "assess/assessment.h"
#include "report/words.h"

#include <string.h>

int64_t
samsyn_criterion_gain(const samsyn_criterion *criterion)
{
    samsyn_points points = samsyn_criterion_points(criterion);

    return points.possible - points.earned;
}

size_t
samsyn_assessment_gain_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->gain_count : 0;
}

const samsyn_criterion *
samsyn_assessment_gain_at(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_gain_count(assessment))
        return NULL;
    return samsyn_assessment_criterion_at(assessment, assessment->gains[index]);
}

static bool
can_be_gained(const struct samsyn_criterion *criterion)
{
    return samsyn_criterion_gain(criterion) > 0 &&
           (criterion->verdict == SAMSYN_VERDICT_NOT_MET ||
            criterion->verdict == SAMSYN_VERDICT_PARTLY ||
            criterion->verdict == SAMSYN_VERDICT_REFERRED);
}

/* Nothing measured stands beside what is likely. */
static int
doubt(const struct samsyn_criterion *criterion)
{
    return criterion->certainty ? (int)criterion->certainty : SAMSYN_LIKELY;
}

/* Whether @p a comes before @p b, which stands behind it in the checklist. */
static bool
comes_first(const struct samsyn_criterion *a, const struct samsyn_criterion *b)
{
    int64_t gain = samsyn_criterion_gain(a), other = samsyn_criterion_gain(b);

    if (gain != other)
        return gain > other;
    if (words_is_must(a) != words_is_must(b))
        return words_is_must(a);
    return doubt(a) <= doubt(b);
}

/* Merges two rows of indices, each in order, into @p out. */
static void
merge(const struct samsyn_criterion *criteria, const size_t *left,
      const size_t *middle, const size_t *end, size_t *out)
{
    const size_t *right = middle;

    while (left < middle || right < end) {
        bool first =
            right == end ||
            (left < middle && comes_first(&criteria[*left], &criteria[*right]));

        *out++ = first ? *left++ : *right++;
    }
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Stable, and without a bad case, however many criteria there are. */
static void
sort(const struct samsyn_criterion *criteria, size_t *order, size_t *spare,
     size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            size_t middle = least(at + width, count);
            size_t end = least(at + 2 * width, count);

            merge(criteria, order + at, order + middle, order + end,
                  spare + at);
        }
        memcpy(order, spare, count * sizeof *order);
    }
}

bool
api_gain_order(struct samsyn_assessment *assessment)
{
    size_t count = assessment->criterion_count;
    size_t *order = arena_array(&assessment->arena, count, sizeof *order);
    size_t *spare = mem_array(&assessment->arena.mem, count, sizeof *spare);
    size_t found = 0;

    if (order && spare) {
        for (size_t i = 0; i < count; i++) {
            if (can_be_gained(&assessment->criteria[i]))
                order[found++] = i;
        }
        sort(assessment->criteria, order, spare, found);
        assessment->gains = order;
        assessment->gain_count = found;
    }
    mem_free(&assessment->arena.mem, spare);
    return order && spare;
}
