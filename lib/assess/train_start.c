/* SPDX-License-Identifier: MIT */

/* Where the sums of a criterion start that has no rules and that no labelled
 * document is about.  The balance counts on rules to say "met"; of a criterion
 * without any they never do, and its best passages would not be enough.
 *
 * So documents are pretended: a page of passages that do not show the
 * criterion, once without and once with one that does, each scored by a model
 * that was trained without it.  The start is what parts the two kinds best. */

#include "assess/train.h"

#include <stdlib.h>

enum {
    PAGE = 40, /* passages that a pretended document has beside the one */
    BEST = 2,  /* as many as the balance looks at */
    WORSE = 2  /* to credit what is not there weighs so much more */
};

/* The best scores of a pretended document for one level. */
struct page {
    int32_t best[BEST];
    size_t count;
};

/* A pretended document: its sums, and what it is. */
struct pretence {
    int32_t sums[MODEL_LEVELS];
    samsyn_verdict verdict;
};

/* What finding the start of one criterion works on. */
struct starting {
    struct training *training;
    const int32_t *values; /* of the balance, where this start is 0 */
    size_t index;          /* of the criterion among the taught */
    int8_t *labels;        /* by lesson, for one level and fold */
    int8_t *shows;         /* by lesson: 1 yes, -1 no, 0 does not count */
    uint8_t *folds;        /* by lesson */
    int32_t *scores;       /* MODEL_LEVELS a lesson */
    size_t other_count;    /* lessons that do not show it */
    struct vec pretences;  /* of struct pretence */
};

/* ---- Scores of what was held out ---- */

/* Both what shows it and what does not are dealt out evenly. */
static void
deal(struct starting *s)
{
    const struct training *training = s->training;
    size_t criterion = training->taught[s->index], shown = 0;

    for (size_t i = 0; i < training->lessons.len; i++) {
        const struct train_lesson *lesson = vec_at(&training->lessons, i);

        s->shows[i] = train_label(training, lesson, criterion, 0);
        if (s->shows[i] > 0)
            s->folds[i] = (uint8_t)(shown++ % TRAIN_FOLDS);
        else if (s->shows[i] < 0)
            s->folds[i] = (uint8_t)(s->other_count++ % TRAIN_FOLDS);
    }
}

static samsyn_status
score_fold(struct starting *s, size_t fold, size_t level)
{
    struct training *training = s->training;
    const samsyn_allocator *mem = &training->config->mem;
    const struct book *book = &training->book;
    struct linear linear;
    samsyn_status status;

    for (size_t i = 0; i < training->lessons.len; i++)
        s->labels[i] =
            s->folds[i] == fold
                ? 0
                : train_label(training, vec_at(&training->lessons, i),
                              training->taught[s->index], level);
    status = train_class(&linear, training, s->labels);
    if (status)
        return status;
    for (size_t i = 0; i < training->lessons.len; i++) {
        if (s->shows[i] != 0 && s->folds[i] == fold)
            s->scores[MODEL_LEVELS * i + level] =
                train_thousandths(linear_score(&linear, &book->lessons[i]));
    }
    linear_done(&linear, mem);
    return SAMSYN_OK;
}

static samsyn_status
score_all(struct starting *s)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < TRAIN_FOLDS; i++) {
        for (size_t level = 0; !status && level < MODEL_LEVELS; level++)
            status = score_fold(s, i, level);
        if (!status && config_stops(s->training->config))
            status = SAMSYN_E_STOPPED;
    }
    return status;
}

/* ---- Pretended documents ---- */

static void
put(struct page *page, int32_t score)
{
    size_t at = page->count;

    if (at == BEST && page->best[--at] >= score)
        return;
    if (page->count < BEST)
        page->count++;
    for (; at > 0 && page->best[at - 1] < score; at--)
        page->best[at] = page->best[at - 1];
    page->best[at] = score;
}

static bool
pretend(struct starting *s, const struct page pages[MODEL_LEVELS],
        samsyn_verdict verdict)
{
    int32_t features[BALANCE_FEATURES] = { 0 };
    struct pretence *pretence = vec_push(&s->pretences);
    struct balanced said;

    if (!pretence)
        return false;
    for (size_t i = 0; i < MODEL_LEVELS; i++) {
        const int32_t *best = pages[i].best;

        features[2 * i] = best[0];
        features[2 * i + 1] =
            pages[i].count < BEST
                ? best[0]
                : (int32_t)(((int64_t)best[0] + best[1]) / BEST);
    }
    balance_sum(&said, s->values, s->index, features);
    for (size_t i = 0; i < MODEL_LEVELS; i++)
        pretence->sums[i] = said.sums[i];
    pretence->verdict = verdict;
    return true;
}

/* The page is every so many of the others, another one each time. */
static bool
pretend_twice(struct starting *s, size_t lesson, size_t number)
{
    const struct train_lesson *one = vec_at(&s->training->lessons, lesson);
    size_t step = (s->other_count + PAGE - 1) / PAGE, seen = 0;
    struct page pages[MODEL_LEVELS] = { { .count = 0 } };

    for (size_t i = 0; i < s->training->lessons.len; i++) {
        if (s->shows[i] >= 0 || seen++ % step != number % step)
            continue;
        for (size_t k = 0; k < MODEL_LEVELS; k++)
            put(&pages[k], s->scores[MODEL_LEVELS * i + k]);
    }
    if (!pretend(s, pages, SAMSYN_VERDICT_NOT_MET))
        return false;
    for (size_t k = 0; k < MODEL_LEVELS; k++)
        put(&pages[k], s->scores[MODEL_LEVELS * lesson + k]);
    return pretend(s, pages, one->verdict);
}

static samsyn_status
pretend_all(struct starting *s)
{
    size_t number = 0;

    for (size_t i = 0; i < s->training->lessons.len; i++) {
        if (s->shows[i] > 0 && !pretend_twice(s, i, number++))
            return SAMSYN_E_NOMEM;
    }
    return SAMSYN_OK;
}

/* ---- What parts them ---- */

/* A sum and whether it should be above 0. */
struct point {
    int32_t sum;
    bool yes;
};

static int
compare_points(const void *a, const void *b)
{
    const struct point *left = a, *right = b;

    if (left->sum != right->sum)
        return left->sum < right->sum ? -1 : 1;
    return left->yes - right->yes;
}

/* The middle of the places where yes and no are parted best, however many
 * there are of each; 0 where there is only the one. */
static int32_t
parting(const struct point *points, size_t count, size_t yes)
{
    int64_t no = (int64_t)(count - yes), best = 0, sum = 0, gain = 0;
    int64_t places = 0;

    for (size_t i = 0; i + 1 < count; i++) {
        gain += points[i].yes ? -no : WORSE * (int64_t)yes;
        if (points[i].sum == points[i + 1].sum || gain < best || gain <= 0)
            continue;
        if (gain > best)
            sum = places = 0;
        best = gain;
        sum += ((int64_t)points[i].sum + points[i + 1].sum) / 2;
        places++;
    }
    return places > 0 ? (int32_t)(sum / places) : 0;
}

static samsyn_status
find_start(struct starting *s, size_t level, int32_t *start)
{
    const samsyn_allocator *mem = &s->training->config->mem;
    size_t count = s->pretences.len, yes = 0;
    struct point *points = mem_array(mem, count, sizeof *points);

    if (!points)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; i < count; i++) {
        const struct pretence *pretence = vec_at(&s->pretences, i);

        points[i] = (struct point){ pretence->sums[level],
                                    train_is_yes(pretence->verdict, level) };
        yes += points[i].yes;
    }
    qsort(points, count, sizeof *points, compare_points);
    *start = -parting(points, count, yes);
    mem_free(mem, points);
    return SAMSYN_OK;
}

static samsyn_status
start_criterion(struct starting *s, int32_t *values)
{
    int32_t starts[MODEL_LEVELS] = { 0 };
    samsyn_status status;

    deal(s);
    status = score_all(s);
    if (!status)
        status = pretend_all(s);
    for (size_t i = 0; !status && i < MODEL_LEVELS; i++)
        status = find_start(s, i, &starts[i]);
    for (size_t i = 0; !status && i < MODEL_LEVELS; i++)
        values[BALANCE_STARTS + MODEL_LEVELS * s->index + i] = starts[i];
    return status;
}

static samsyn_status
start_one(struct training *training, size_t index, int32_t *values)
{
    const samsyn_allocator *mem = &training->config->mem;
    size_t count = training->lessons.len;
    struct starting s = { .training = training,
                          .values = values,
                          .index = index };
    samsyn_status status = SAMSYN_E_NOMEM;

    vec_init(&s.pretences, mem, sizeof(struct pretence));
    s.labels = mem_array(mem, count, sizeof *s.labels);
    s.shows = mem_array(mem, count, sizeof *s.shows);
    s.folds = mem_array(mem, count, sizeof *s.folds);
    s.scores = mem_array(mem, count, MODEL_LEVELS * sizeof *s.scores);
    if (s.labels && s.shows && s.folds && s.scores)
        status = start_criterion(&s, values);
    mem_free(mem, s.labels);
    mem_free(mem, s.shows);
    mem_free(mem, s.folds);
    mem_free(mem, s.scores);
    vec_done(&s.pretences);
    return status;
}

/* ---- All of them ---- */

static bool
has_row(const struct training *training, size_t index)
{
    for (size_t i = 0; i < training->rows.len; i++) {
        const struct train_row *row = vec_at(&training->rows, i);

        if (row->index == index)
            return true;
    }
    return false;
}

samsyn_status
train_start(int32_t *values, struct training *training)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; !status && i < training->taught_count; i++) {
        if (training->checklist->criteria[training->taught[i]].taught &&
            !has_row(training, i))
            status = start_one(training, i, values);
    }
    return status;
}
