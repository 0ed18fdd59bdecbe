/* SPDX-License-Identifier: MIT */
/* The score: what each verdict is worth, the sums, and the laws that hold
 * for every list of criteria.  The laws are tried on all lists of up to four
 * criteria, every verdict and weight of them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "score/score.h"

#define MET SAMSYN_VERDICT_MET
#define PARTLY SAMSYN_VERDICT_PARTLY
#define NOT_MET SAMSYN_VERDICT_NOT_MET
#define REFERRED SAMSYN_VERDICT_REFERRED
#define REVIEW SAMSYN_VERDICT_NEEDS_REVIEW
#define NOT_APPLICABLE SAMSYN_VERDICT_NOT_APPLICABLE

static const struct {
    samsyn_verdict verdict;
    int64_t points, earned, possible;
} worth_rows[] = {
    { MET, 3000, 3000, 3000 },          { PARTLY, 3000, 1500, 3000 },
    { PARTLY, 1000, 500, 1000 },        { NOT_MET, 3000, 0, 3000 },
    { REFERRED, 2000, 0, 2000 },        { REVIEW, 2000, 0, 2000 },
    { NOT_APPLICABLE, 3000, 0, 0 },     { (samsyn_verdict)0, 3000, 0, 0 },
    { (samsyn_verdict)77, 3000, 0, 0 }, { MET, 0, 0, 0 },
    { PARTLY, 250, 125, 250 },
};

static void
test_worth(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(worth_rows); i++) {
        samsyn_points points =
            score_points(worth_rows[i].verdict, worth_rows[i].points);

        assert_int_equal(points.earned, worth_rows[i].earned);
        assert_int_equal(points.possible, worth_rows[i].possible);
    }
}

static const struct {
    const char *name;
    struct scored criteria[5];
    size_t count;
    samsyn_score score;
} total_rows[] = {
    { "nothing", { { 0, MET, false } }, 0, { .percent = -1 } },
    { "nothing that applies",
      { { 3000, NOT_APPLICABLE, true }, { 1000, NOT_APPLICABLE, false } },
      2,
      { .percent = -1 } },
    { "everything met",
      { { 3000, MET, true }, { 2000, MET, false } },
      2,
      { 1, 1, 0, 5000, 5000, 5000, 5000, 100 } },
    { "nothing met",
      { { 3000, NOT_MET, true }, { 2000, NOT_MET, false } },
      2,
      { 0, 1, 0, 0, 5000, 0, 0, 0 } },
    { "a must that is partly met is not met",
      { { 3000, PARTLY, true }, { 3000, MET, true } },
      2,
      { 1, 2, 0, 4500, 6000, 4500, 4500, 75 } },
    { "open ones widen the interval",
      { { 3000, REVIEW, true },
        { 2000, REFERRED, false },
        { 1000, MET, false } },
      3,
      { 0, 1, 1, 1000, 6000, 1000, 6000, 17 } },
    { "what does not apply leaves the count",
      { { 3000, NOT_APPLICABLE, true },
        { 2000, MET, false },
        { 2000, NOT_MET, false } },
      3,
      { 0, 0, 0, 2000, 4000, 2000, 2000, 50 } },
    { "half a percent is rounded away from zero",
      { { 1000, MET, false }, { 199000, NOT_MET, false } },
      2,
      { 0, 0, 0, 1000, 200000, 1000, 1000, 1 } },
    { "less than half a percent is rounded down",
      { { 998, MET, false }, { 199002, NOT_MET, false } },
      2,
      { 0, 0, 0, 998, 200000, 998, 998, 0 } },
};

static void
assert_same_score(const samsyn_score *a, const samsyn_score *b)
{
    assert_int_equal(a->musts_met, b->musts_met);
    assert_int_equal(a->musts_of, b->musts_of);
    assert_int_equal(a->musts_open, b->musts_open);
    assert_int_equal(a->earned, b->earned);
    assert_int_equal(a->possible, b->possible);
    assert_int_equal(a->low, b->low);
    assert_int_equal(a->high, b->high);
    assert_int_equal(a->percent, b->percent);
}

static void
test_totals(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(total_rows); i++) {
        samsyn_score score =
            score_total(total_rows[i].criteria, total_rows[i].count);

        print_message("%s\n", total_rows[i].name);
        assert_same_score(&score, &total_rows[i].score);
    }
}

static const struct {
    int64_t earned, possible, percent;
    bool below;
} below_rows[] = {
    { 596, 1000, 60, true }, /* shown as 60 percent, yet below it */
    { 600, 1000, 60, false },       { 599, 1000, 60, true },
    { 0, 1000, 0, false },          { 0, 1000, 1, true },
    { 1000, 1000, 100, false },     { 999, 1000, 100, true },
    { 0, 0, 100, false },           { 0, 0, 0, false },
    { 1000, 1000, 101, true },      { 0, 1000, -5, false },
    { 500, 1000, INT64_MAX, true }, { 500, 1000, INT64_MIN, false },
};

static void
test_below(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(below_rows); i++) {
        samsyn_score score = { .earned = below_rows[i].earned,
                               .possible = below_rows[i].possible };

        assert_int_equal(score_below(&score, below_rows[i].percent),
                         below_rows[i].below);
    }
}

/* ---- Laws ---- */

enum {
    VERDICTS = 6,
    WEIGHTS = 3,
    KINDS = VERDICTS * WEIGHTS,
    MOST = 4
};

static struct scored
criterion_of(size_t number)
{
    static const int64_t points[WEIGHTS] = { 3000, 2000, 1000 };
    struct scored criterion = { points[number / VERDICTS],
                                (samsyn_verdict)(1 + number % VERDICTS),
                                number / VERDICTS == 0 };

    return criterion;
}

static void
law_points_add_up(const struct scored *list, size_t count,
                  const samsyn_score *score)
{
    samsyn_points sum = { 0, 0 };

    for (size_t i = 0; i < count; i++) {
        samsyn_points points = score_points(list[i].verdict, list[i].points);

        sum.earned += points.earned;
        sum.possible += points.possible;
    }
    assert_int_equal(sum.earned, score->earned);
    assert_int_equal(sum.possible, score->possible);
}

static void
law_bounds(const samsyn_score *score)
{
    assert_int_equal(score->low, score->earned);
    assert_in_range(score->low, 0, (uintmax_t)score->high);
    assert_in_range(score->high, 0, (uintmax_t)score->possible);
    assert_in_range(score->musts_met + score->musts_open, 0,
                    (uintmax_t)score->musts_of);
    if (score->possible == 0)
        assert_int_equal(score->percent, -1);
    else
        assert_in_range(score->percent, 0, 100);
}

/* Every order can be reached by turning and by swapping the first two. */
static void
law_order_is_nothing(const struct scored *list, size_t count,
                     const samsyn_score *score)
{
    struct scored other[MOST];
    samsyn_score turned, swapped;

    if (count < 2)
        return;
    for (size_t i = 0; i < count; i++)
        other[i] = list[(i + 1) % count];
    turned = score_total(other, count);
    assert_same_score(&turned, score);
    for (size_t i = 0; i < count; i++)
        other[i] = list[i < 2 ? 1 - i : i];
    swapped = score_total(other, count);
    assert_same_score(&swapped, score);
}

/* Deciding one that is open ends inside the interval, at an end of its own
 * share; a better verdict never lowers what is earned. */
static void
law_deciding(const struct scored *list, size_t count, const samsyn_score *score)
{
    static const samsyn_verdict rising[] = { NOT_MET, PARTLY, MET };
    struct scored other[MOST];

    for (size_t i = 0; i < count; i++) {
        int64_t before = -1;

        if (list[i].verdict != REVIEW && list[i].verdict != REFERRED)
            continue;
        for (size_t j = 0; j < count; j++)
            other[j] = list[j];
        for (size_t j = 0; j < ARRAY_LEN(rising); j++) {
            samsyn_score decided;

            other[i].verdict = rising[j];
            decided = score_total(other, count);
            assert_in_range(decided.earned, (uintmax_t)score->low,
                            (uintmax_t)score->high);
            assert_true(decided.earned > before);
            assert_int_equal(decided.possible, score->possible);
            before = decided.earned;
        }
    }
}

/* What does not apply changes nothing, wherever it stands. */
static void
law_not_applicable(const struct scored *list, size_t count,
                   const samsyn_score *score)
{
    struct scored other[MOST];
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        if (list[i].verdict != NOT_APPLICABLE)
            other[kept++] = list[i];
    }
    samsyn_score without = score_total(other, kept);

    assert_same_score(&without, score);
}

static void
test_laws(void **state)
{
    size_t lists = 1;

    (void)state;
    for (size_t count = 0; count <= MOST; count++, lists *= KINDS) {
        for (size_t number = 0; number < lists; number++) {
            struct scored list[MOST] = { { 0, MET, false } };
            size_t rest = number;

            for (size_t i = 0; i < count; i++, rest /= KINDS)
                list[i] = criterion_of(rest % KINDS);

            samsyn_score score = score_total(list, count);

            law_points_add_up(list, count, &score);
            law_bounds(&score);
            law_order_is_nothing(list, count, &score);
            law_deciding(list, count, &score);
            law_not_applicable(list, count, &score);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worth),
        cmocka_unit_test(test_totals),
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_laws),
    };

    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
