/* SPDX-License-Identifier: MIT */
/* Agreement: kappas worked out by hand, the interval against an independent
 * reckoning of the same resamples, and what the public functions count. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "score/agreement.h"
#include "support/ledger.h"

#define NONE SAMSYN_NO_KAPPA

/* With disagreement |i - j|: n pairs, d their sum, e the sum over i and j of
 * |i - j| row(i) column(j); kappa is 1 - n d / e. */
static const struct {
    const char *name;
    struct agreement_counts counts;
    int64_t kappa;
} kappa_rows[] = {
    { "nothing", { { { 0 } } }, NONE },
    { "both always said one thing", { { { 9, 0, 0 } } }, NONE },
    { "all the same", { { { 2, 0, 0 }, { 0, 3, 0 }, { 0, 0, 5 } } }, 1000 },
    /* n 2, d 4, e 4: 1 - 8 / 4 */
    { "all the other way", { { { 0, 0, 1 }, { 0 }, { 1, 0, 0 } } }, -1000 },
    /* n 4, d 4, e 16: 1 - 16 / 16 */
    { "as by chance", { { { 1, 0, 1 }, { 0 }, { 1, 0, 1 } } }, 0 },
    /* rows 4 6 5, columns 4 7 4: n 15, d 5, e 52 + 59 + 72: 1 - 75 / 183 */
    { "a table", { { { 3, 1, 0 }, { 1, 4, 1 }, { 0, 2, 3 } } }, 590 },
    /* two steps apart weigh twice: n 15, d 5, e 44 + 61 + 88 */
    { "two steps", { { { 3, 0, 1 }, { 0, 5, 0 }, { 1, 1, 4 } } }, 611 },
    /* rows 3 3 0, columns 3 0 3: n 6, d 3, e 9 + 9 + 18: 1 - 18 / 36 */
    { "a word that one lacks", { { { 3, 0, 0 }, { 0, 0, 3 } } }, 500 },
    /* 1 / 16 and -5 / 16 are halves of a thousandth: away from zero */
    { "half up", { { { 0 }, { 0, 1, 0 }, { 3, 0, 1 } } }, 63 },
    { "half down", { { { 0, 0, 1 }, { 0 }, { 1, 3, 1 } } }, -313 },
};

static void
test_kappa(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(kappa_rows); i++) {
        int64_t kappa = -7;
        bool there = agreement_kappa(&kappa_rows[i].counts, &kappa);

        print_message("%s\n", kappa_rows[i].name);
        assert_int_equal(there, kappa_rows[i].kappa != NONE);
        assert_int_equal(kappa, there ? kappa_rows[i].kappa : -7);
    }
}

/* The same for whoever is called the first. */
static void
test_turned(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(kappa_rows); i++) {
        struct agreement_counts turned;
        int64_t kappa = NONE;

        for (int j = 0; j < AGREEMENT_SCALE; j++) {
            for (int k = 0; k < AGREEMENT_SCALE; k++)
                turned.pairs[j][k] = kappa_rows[i].counts.pairs[k][j];
        }
        (void)agreement_kappa(&turned, &kappa);
        assert_int_equal(kappa, kappa_rows[i].kappa);
    }
}

/* ---- The interval ---- */

/* Low and high as another program found them, with the same generator and
 * exact fractions. */
static const struct {
    const char *name;
    struct agreement_counts documents[4];
    size_t count;
    int64_t low, high; /* NONE where there is none */
} interval_rows[] = {
    { "no documents", { { { { 0 } } } }, 0, NONE, NONE },
    { "nothing in them", { { { { 0 } } } }, 2, NONE, NONE },
    { "one document: always the same",
      { { { { 3, 1, 0 }, { 1, 4, 1 }, { 0, 2, 3 } } } },
      1,
      590,
      590 },
    { "four documents",
      { { { { 3, 0, 0 }, { 1, 2, 0 }, { 0, 0, 4 } } },
        { { { 2, 1, 0 }, { 0, 1, 1 }, { 1, 0, 2 } } },
        { { { 1, 0, 2 }, { 0, 3, 0 }, { 0, 2, 2 } } },
        { { { 5, 1, 0 }, { 0, 4, 1 }, { 0, 0, 6 } } } },
      4,
      371,
      885 },
};

static void
test_interval(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(interval_rows); i++) {
        struct ledger ledger = { .budget = 0 };
        samsyn_allocator mem = ledger_allocator(&ledger);
        int64_t low = NONE, high = NONE;
        bool failed, there;

        there = agreement_interval(interval_rows[i].documents,
                                   interval_rows[i].count, &mem, &low, &high,
                                   &failed);
        assert_true(failed && !there && low == NONE && high == NONE);
        ledger.budget = LEDGER_ALL;
        there = agreement_interval(interval_rows[i].documents,
                                   interval_rows[i].count, &mem, &low, &high,
                                   &failed);
        print_message("%s\n", interval_rows[i].name);
        assert_false(failed);
        assert_int_equal(there, interval_rows[i].low != NONE);
        assert_int_equal(low, interval_rows[i].low);
        assert_int_equal(high, interval_rows[i].high);
        assert_int_equal(ledger.live, 0);
    }
}

/* ---- What is counted ---- */

#define MET SAMSYN_VERDICT_MET
#define PARTLY SAMSYN_VERDICT_PARTLY
#define NOT_MET SAMSYN_VERDICT_NOT_MET
#define REFERRED SAMSYN_VERDICT_REFERRED
#define REVIEW SAMSYN_VERDICT_NEEDS_REVIEW
#define NOT_APPLICABLE SAMSYN_VERDICT_NOT_APPLICABLE

static const struct {
    const char *document, *group, *criterion;
    samsyn_verdict machine, person;
} pairs[] = {
    { "d1", "hard", "k1", MET, MET },
    { "d1", "hard", "k2", MET, NOT_MET },
    { "d1", "hard", "k3", REVIEW, NOT_MET },
    { "d2", "easy", "k1", NOT_MET, PARTLY },
    { "d2", "easy", "k2", NOT_MET, NOT_MET },
    { "d2", "easy", "k3", REFERRED, REFERRED },
    { "d3", "easy", "k1", MET, NOT_APPLICABLE },
    { "d3", "easy", "k2", PARTLY, REVIEW },
};

static const struct {
    const char *group, *criterion;
    samsyn_measure measure; /* without the interval */
} measure_rows[] = {
    { NULL,
      NULL,
      { .pairs = 4,
        .exact = 2,
        .over = 1,
        .under = 1,
        .not_met = 2,
        .false_met = 1,
        .open = 2,
        .aside = 2,
        .documents = 2,
        /* rows 2 1 1, columns 2 0 2: n 4, d 3, e 2 + 2 + 2 * (4 + 2) */
        .kappa = 250 } },
    { "hard",
      NULL,
      { .pairs = 2,
        .exact = 1,
        .over = 1,
        .not_met = 1,
        .false_met = 1,
        .open = 1,
        .documents = 1,
        .kappa = 0 } },
    { "easy",
      NULL,
      { .pairs = 2,
        .exact = 1,
        .under = 1,
        .not_met = 1,
        .open = 1,
        .aside = 2,
        .documents = 1,
        .kappa = 0 } },
    { NULL,
      "k1",
      { .pairs = 2,
        .exact = 1,
        .under = 1,
        .aside = 1,
        .documents = 2,
        /* rows 0 1 1, columns 1 0 1: n 2, d 1, e 1 + 1 + 2 */
        .kappa = 500 } },
    { "hard", "k3", { .open = 1, .kappa = NONE } },
    { "easy", "k3", { .aside = 1, .kappa = NONE } },
    { "other", NULL, { .kappa = NONE } },
};

static void
test_measure(void **state)
{
    samsyn_agreement *agreement = NULL;

    (void)state;
    assert_int_equal(samsyn_agreement_new(&agreement, NULL), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        assert_int_equal(
            samsyn_agreement_add(agreement, pairs[i].document, pairs[i].group,
                                 pairs[i].criterion, pairs[i].machine,
                                 pairs[i].person),
            SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(measure_rows); i++) {
        const samsyn_measure *want = &measure_rows[i].measure;
        samsyn_measure got;

        assert_int_equal(samsyn_agreement_measure(&got, agreement,
                                                  measure_rows[i].group,
                                                  measure_rows[i].criterion),
                         SAMSYN_OK);
        assert_int_equal(got.pairs, want->pairs);
        assert_int_equal(got.exact, want->exact);
        assert_int_equal(got.over, want->over);
        assert_int_equal(got.under, want->under);
        assert_int_equal(got.not_met, want->not_met);
        assert_int_equal(got.false_met, want->false_met);
        assert_int_equal(got.open, want->open);
        assert_int_equal(got.aside, want->aside);
        assert_int_equal(got.documents, want->documents);
        assert_int_equal(got.kappa, want->kappa);
        assert_true(want->kappa != NONE || got.low == NONE);
        assert_true(got.low <= got.high);
    }
    samsyn_agreement_free(agreement);
}

static void
test_arguments(void **state)
{
    samsyn_agreement *agreement = NULL;
    samsyn_measure measure;

    (void)state;
    assert_int_equal(samsyn_agreement_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_agreement_new(&agreement, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_agreement_add(agreement, NULL, "", "", MET, MET),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_agreement_add(agreement, "", "", "", (samsyn_verdict)0, MET),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_agreement_add(agreement, "", "", "", MET, (samsyn_verdict)77),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_agreement_measure(NULL, agreement, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_agreement_measure(&measure, NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_null(samsyn_agreement_group_at(NULL, 0));
    assert_null(samsyn_agreement_criterion_at(agreement, 0));
    samsyn_agreement_free(agreement);
    samsyn_agreement_free(NULL);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kappa),     cmocka_unit_test(test_turned),
        cmocka_unit_test(test_interval),  cmocka_unit_test(test_measure),
        cmocka_unit_test(test_arguments),
    };

    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
