/* SPDX-License-Identifier: MIT */

/* Sums, verdicts and certainty from the numbers of a model file, whatever they
 * are; and sections that say nothing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/balance.h"
#include "base/mem.h"

#define MET SAMSYN_VERDICT_MET
#define PARTLY SAMSYN_VERDICT_PARTLY
#define NOT_MET SAMSYN_VERDICT_NOT_MET
#define MOST SCORE_MOST

enum {
    CRITERIA = 2,
    VALUES = BALANCE_STARTS + MODEL_LEVELS * CRITERIA
};

/* ---- Sums ---- */

static const struct sum_row {
    const char *name;
    int32_t partly[BALANCE_LEVEL], met[BALANCE_LEVEL];
    int32_t own[MODEL_LEVELS]; /* of the second criterion */
    int32_t features[BALANCE_FEATURES];
    int32_t sums[MODEL_LEVELS];
    samsyn_verdict verdict;
} sum_rows[] = {
    { "nothing", { 0 }, { 0 }, { 0 }, { 0 }, { 0, 0 }, NOT_MET },
    { "starts alone", { 5 }, { -5 }, { 0 }, { 9, 9 }, { 5, -5 }, PARTLY },
    { "own starts are added",
      { 5 },
      { -5 },
      { -6, 7 },
      { 0 },
      { -1, 2 },
      NOT_MET },
    { "both are above 0", { 1 }, { 1 }, { 0 }, { 0 }, { 1, 1 }, MET },
    { "0 is no yes", { 1 }, { 0 }, { 0 }, { 0 }, { 1, 0 }, PARTLY },
    { "met needs at least partly",
      { -1 },
      { 9 },
      { 0 },
      { 0 },
      { -1, 9 },
      NOT_MET },
    { "each feature has its weight",
      { 0, 1000, 100, 10, 1, 2000, 3000, 50 },
      { 0, 0, 0, 1000 },
      { 0 },
      { 1000, 2000, 3000, 4000, 1000, 0, 100 },
      { 1000 + 200 + 30 + 4 + 2000 + 5, 3000 },
      MET },
    { "thousandths are cut towards 0",
      { 0, 1 },
      { 0, -1 },
      { 0 },
      { 1999 },
      { 1, -1 },
      PARTLY },
    { "the largest",
      { INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX,
        INT32_MAX, INT32_MAX },
      { INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN,
        INT32_MIN, INT32_MIN },
      { INT32_MAX, INT32_MIN },
      { MOST, MOST, MOST, MOST, 1000, 1000, 1000 },
      { MOST, -MOST },
      PARTLY },
    { "the smallest",
      { INT32_MIN, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX },
      { INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN },
      { INT32_MIN, INT32_MIN },
      { -MOST, -MOST, -MOST, -MOST },
      { -MOST, MOST },
      NOT_MET },
};

static void
fill(int32_t values[VALUES], const struct sum_row *row)
{
    memset(values, 0, VALUES * sizeof *values);
    memcpy(values, row->partly, sizeof row->partly);
    memcpy(values + BALANCE_LEVEL, row->met, sizeof row->met);
    memcpy(values + BALANCE_STARTS + MODEL_LEVELS, row->own, sizeof row->own);
}

static void
test_sums(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sum_rows); i++) {
        const struct sum_row *row = &sum_rows[i];
        int32_t values[VALUES];
        struct balanced out;

        print_message("%s\n", row->name);
        fill(values, row);
        balance_sum(&out, values, 1, row->features);
        assert_int_equal(out.sums[0], row->sums[0]);
        assert_int_equal(out.sums[1], row->sums[1]);
        assert_int_equal(out.verdict, row->verdict);
    }
}

/* ---- How certain it is ---- */

static const struct margin_row {
    samsyn_verdict verdict;
    int32_t sums[MODEL_LEVELS];
    int32_t margin;
} margin_rows[] = {
    { MET, { 300, 200 }, 200 },        { MET, { 200, 300 }, 200 },
    { PARTLY, { 300, -200 }, 200 },    { PARTLY, { 200, -300 }, 200 },
    { NOT_MET, { -200, 900 }, 200 },   { NOT_MET, { 0, 0 }, 0 },
    { MET, { MOST, MOST }, MOST },     { NOT_MET, { -MOST, -MOST }, MOST },
    { PARTLY, { MOST, -MOST }, MOST },
};

static void
test_margins(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(margin_rows); i++)
        assert_int_equal(
            balance_margin(margin_rows[i].verdict, margin_rows[i].sums),
            margin_rows[i].margin);
}

static const struct certainty_row {
    int32_t margin, likely, certain;
    samsyn_certainty certainty;
} certainty_rows[] = {
    { 300, 100, 200, SAMSYN_CERTAIN },
    { 200, 100, 200, SAMSYN_LIKELY },
    { 101, 100, 200, SAMSYN_LIKELY },
    { 100, 100, 200, SAMSYN_DOUBTFUL },
    { 0, 0, 0, SAMSYN_DOUBTFUL },
    { 0, -1, 0, SAMSYN_LIKELY },
    { MOST, MOST, MOST, SAMSYN_DOUBTFUL }, /* nothing was right held out */
    { MOST, INT32_MIN, INT32_MIN, SAMSYN_CERTAIN },
    { 150, 200, 100, SAMSYN_CERTAIN }, /* bounds the wrong way round */
};

static void
test_certainty(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(certainty_rows); i++) {
        const struct certainty_row *row = &certainty_rows[i];

        assert_int_equal(balance_certainty(row->margin,
                                           (struct balance_margins){
                                               row->likely, row->certain }),
                         row->certainty);
    }
}

/* Each verdict has margins of its own, beside nothing else. */
static void
test_margins_kept(void **state)
{
    int32_t values[VALUES];

    (void)state;
    memset(values, 0, sizeof values);
    for (int32_t verdict = MET; verdict <= NOT_MET; verdict++)
        balance_set_margins(values, (samsyn_verdict)verdict,
                            (struct balance_margins){ verdict, -verdict });
    for (int32_t verdict = MET; verdict <= NOT_MET; verdict++) {
        struct balance_margins margins =
            balance_margins(values, (samsyn_verdict)verdict);

        assert_int_equal(margins.likely, verdict);
        assert_int_equal(margins.certain, -verdict);
    }
    for (size_t i = 0; i < VALUES; i++)
        assert_int_equal(values[i] != 0,
                         i >= BALANCE_MARGINS && i < BALANCE_STARTS);
}

/* ---- The section of a model ---- */

static const struct section_row {
    const char *name;
    const char *section;
    size_t count;
    bool says;
} section_rows[] = {
    { "as it should be", BALANCE_SECTION, VALUES, true },
    { "none", "annat", VALUES, false },
    { "empty", BALANCE_SECTION, 0, false },
    { "one short", BALANCE_SECTION, VALUES - 1, false },
    { "one long", BALANCE_SECTION, VALUES + 1, false },
};

static void
test_sections(void **state)
{
    int32_t values[VALUES + 1] = { [0] = 700, [BALANCE_LEVEL] = -900 };

    (void)state;
    balance_set_margins(values, PARTLY, (struct balance_margins){ 500, 800 });
    for (size_t i = 0; i < ARRAY_LEN(section_rows); i++) {
        const struct section_row *row = &section_rows[i];
        struct model_section section = { str_of(row->section), values,
                                         row->count };
        struct model model = { .class_count = MODEL_LEVELS * CRITERIA,
                               .sections = &section,
                               .section_count = 1 };
        struct taught_best best[MODEL_LEVELS * CRITERIA] = { { .count = 0 } };
        const struct taught taught = { .model = &model, .best = best };
        struct balanced out = { 0 };

        print_message("%s\n", row->name);
        assert_int_equal(
            balance(&out, &taught, 1, (struct ruling){ NOT_MET, 0 }),
            row->says);
        assert_int_equal(out.verdict, row->says ? PARTLY : 0);
        assert_int_equal(out.certainty, row->says ? SAMSYN_LIKELY : 0);
    }
}

/* ---- What the sums are made of ---- */

static const struct feature_row {
    samsyn_verdict rules;
    int32_t partly, met; /* what stands for the rules */
} feature_rows[] = {
    { MET, 0, 1000 },
    { PARTLY, 1000, 0 },
    { NOT_MET, 0, 0 },
    { SAMSYN_VERDICT_NEEDS_REVIEW, 0, 0 },
};

static void
test_features(void **state)
{
    struct taught_best best[MODEL_LEVELS * CRITERIA] = {
        [2] = { .passages = { { .score = 500 },
                              { .score = 300 },
                              { .score = -MOST } },
                .count = 3 },
        [3] = { .passages = { { .score = -70 } }, .count = 1 },
    };
    const struct taught taught = { .best = best };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(feature_rows); i++) {
        const struct feature_row *row = &feature_rows[i];
        int32_t out[BALANCE_FEATURES];

        balance_features(out, &taught, 1, (struct ruling){ row->rules, 70 });
        assert_int_equal(out[BALANCE_PARTLY], 500);
        assert_int_equal(out[BALANCE_PARTLY_MORE], 400);
        assert_int_equal(out[BALANCE_MET], -70);
        assert_int_equal(out[BALANCE_MET_MORE], -70);
        assert_int_equal(out[BALANCE_RULES_PARTLY], row->partly);
        assert_int_equal(out[BALANCE_RULES_MET], row->met);
        assert_int_equal(out[BALANCE_CLOSENESS], 70);
        balance_features(out, &taught, 0, (struct ruling){ row->rules, 0 });
        assert_int_equal(out[BALANCE_CLOSENESS], 0);
        assert_int_equal(out[BALANCE_MET], TAUGHT_NOTHING);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums),      cmocka_unit_test(test_margins),
        cmocka_unit_test(test_certainty), cmocka_unit_test(test_sections),
        cmocka_unit_test(test_features),  cmocka_unit_test(test_margins_kept),
    };

    return cmocka_run_group_tests_name("balance", tests, NULL, NULL);
}
