/* SPDX-License-Identifier: MIT */

/* Weighing: that it is the sum that it says it is, whatever the order in which
 * it is added up, and that nothing overflows.  The models here are put
 * together by hand, so that a score can be worked out on paper. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "learn/features.h"
#include "learn/weigh.h"
#include "support/ledger.h"
#include "support/taught.h"

enum {
    LOGIT = MODEL_SCALE_UNIT
};

/* A model of one criterion whose features are words and pairs. */
struct hand {
    struct model model;
    uint32_t hashes[4], drawers[64];
    uint32_t firsts[5];
    struct model_weight weights[8];
    uint32_t scales[2];
    int32_t biases[2];
};

struct known {
    const char *left, *right; /* right NULL: a word */
    int8_t weights[2];
};

static uint32_t
hash_of(const struct known *known)
{
    uint32_t left = feature_of_word(str_of(known->left));

    if (!known->right)
        return left;
    return feature_of_pair(left, feature_of_word(str_of(known->right)));
}

/* Puts features where their hash belongs. */
static void
make_hand(struct hand *out, const struct known *known, size_t count)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;

        for (size_t k = 0; k < count; k++)
            at += hash_of(&known[k]) < hash_of(&known[i]);
        out->hashes[at] = hash_of(&known[i]);
        for (uint8_t k = 0; k < 2; k++)
            out->weights[2 * at + k] =
                (struct model_weight){ k, known[i].weights[k] };
        out->firsts[i + 1] = 2 * ((uint32_t)i + 1);
    }
    out->scales[0] = out->scales[1] = LOGIT;
    out->biases[0] = -500;
    out->model = (struct model){ .criterion_count = 1,
                                 .class_count = 2,
                                 .stride = MODEL_LANES,
                                 .scales = out->scales,
                                 .biases = out->biases,
                                 .hashes = out->hashes,
                                 .weights = out->weights,
                                 .firsts = out->firsts,
                                 .feature_count = count };
    assert_true(hash_index_size(count) <= ARRAY_LEN(out->drawers));
    hash_index_make(&out->model.index, out->hashes, count, out->drawers);
}

static const struct known some[] = {
    { "alfa", NULL, { 3, 1 } },
    { "beta", NULL, { -1, 0 } },
    { "alfa", "beta", { 4, -2 } },
    { "nolla", NULL, { 0, 0 } },
};

/* ---- Scores ---- */

static const struct {
    const char *text;
    uint32_t features;
    int32_t scores[2]; /* bias -500 and 0 */
} rows[] = {
    { "okänt", 0, { -500, 0 } },
    { "alfa", 1, { 2500, 1000 } },
    { "beta", 1, { -1500, 0 } },
    { "alfa alfa", 2, { 3743, 1414 } },     /* 6 / sqrt 2 */
    { "alfa beta", 3, { 2964, -577 } },     /* 6 and -1 / sqrt 3 */
    { "beta alfa", 2, { 914, 707 } },       /* no pair that is known */
    { "alfa. beta", 2, { 914, 707 } },      /* no pair */
    { "alfa nolla", 2, { 1621, 707 } },     /* counts in the length */
    { "alfa okänt beta", 2, { 914, 707 } }, /* no neighbours */
};

static void
test_scores(void **state)
{
    struct hand hand;

    (void)state;
    make_hand(&hand, some, ARRAY_LEN(some));
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct taught_text text;
        struct weigher weigher;
        struct tally tally;
        int32_t all[2];

        print_message("%s\n", rows[i].text);
        taught_text(&text, rows[i].text);
        assert_int_equal(
            weigher_init(&weigher, &hand.model, &text.document, &mem_default),
            SAMSYN_OK);
        assert_true(tally_init(&tally, &weigher));
        weigher_add(&weigher, &tally, 0, (uint32_t)text.document.word_count);
        weigher_scores(&weigher, &tally, all);
        assert_int_equal(tally.features, rows[i].features);
        for (size_t k = 0; k < 2; k++) {
            assert_int_equal(all[k], rows[i].scores[k]);
            assert_int_equal(weigher_score(&weigher, &tally, k), all[k]);
        }
        tally_clear(&tally);
        assert_int_equal(weigher_score(&weigher, &tally, 0), -500);
        tally_done(&tally, &weigher);
        weigher_done(&weigher);
        taught_text_end(&text);
    }
}

/* The largest numbers that a file can hold. */
static void
test_bounds(void **state)
{
    static const struct known most[] = { { "a", NULL, { 127, -127 } } };
    static const struct {
        uint32_t scale;
        int32_t bias, scores[2];
    } ends[] = {
        { UINT32_MAX, 0, { SCORE_MOST, -SCORE_MOST } },
        { UINT32_MAX, INT32_MAX, { SCORE_MOST, -SCORE_MOST } },
        { UINT32_MAX, INT32_MIN, { SCORE_MOST, -SCORE_MOST } },
        { 0, 7, { 7, 7 } },
        { 0, INT32_MAX, { SCORE_MOST, SCORE_MOST } },
        { 0, INT32_MIN, { -SCORE_MOST, -SCORE_MOST } },
    };
    struct taught_text text;
    struct weigher weigher;
    struct tally tally;
    struct hand hand;

    (void)state;
    make_hand(&hand, most, 1);
    taught_text(&text, "a");
    assert_int_equal(
        weigher_init(&weigher, &hand.model, &text.document, &mem_default),
        SAMSYN_OK);
    assert_true(tally_init(&tally, &weigher));
    /* Twice as often as there is room for. */
    for (size_t i = 0; i < (size_t)2 * TALLY_MOST; i++)
        weigher_add(&weigher, &tally, 0, 1);
    assert_in_range(tally.features, TALLY_MOST - FEATURES_MOST - 1, TALLY_MOST);
    assert_int_equal(tally.sums[0], 127 * tally.features);
    tally_add(&tally, &tally);
    assert_in_range(tally.features, TALLY_MOST - FEATURES_MOST - 1, TALLY_MOST);
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        for (size_t k = 0; k < 2; k++) {
            hand.scales[k] = ends[i].scale;
            hand.biases[k] = ends[i].bias;
            assert_int_equal(weigher_score(&weigher, &tally, k),
                             ends[i].scores[k]);
        }
    }
    tally_done(&tally, &weigher);
    weigher_done(&weigher);
    taught_text_end(&text);
}

/* ---- Sums of sums ---- */

static const char *const long_text =
    "hunden skäller på gården. den vaktar huset kanske. en båt seglar ut "
    "varje morgon. båten ligger vid bryggan och hunden skäller";

/* Sentence by sentence and all at once. */
static void
test_windows(void **state)
{
    struct model *model = taught_model();
    struct tally whole, sum, one;
    struct taught_text text;
    struct weigher weigher;
    uint32_t first = 0, count;

    (void)state;
    taught_text(&text, long_text);
    count = (uint32_t)text.document.word_count;
    assert_int_equal(
        weigher_init(&weigher, model, &text.document, &mem_default), SAMSYN_OK);
    assert_true(tally_init(&whole, &weigher));
    assert_true(tally_init(&sum, &weigher));
    assert_true(tally_init(&one, &weigher));
    weigher_add(&weigher, &whole, 0, count);
    for (uint32_t i = 1; i <= count; i++) {
        if (i < count && text.words[i].glue != GLUE_START)
            continue;
        tally_clear(&one);
        weigher_add(&weigher, &one, first, i);
        tally_add(&sum, &one);
        first = i;
    }
    assert_true(whole.features > 50);
    assert_int_equal(sum.features, whole.features);
    assert_memory_equal(sum.sums, whole.sums, whole.width * sizeof *whole.sums);
    tally_done(&whole, &weigher);
    tally_done(&sum, &weigher);
    tally_done(&one, &weigher);
    weigher_done(&weigher);
    taught_text_end(&text);
    model_free(model);
}

/* Forms past those whose sums are kept weigh the same. */
static void
test_many_forms(void **state)
{
    enum {
        COUNT = (1 << 23) / MODEL_LANES + 100
    };
    static const struct known words[] = { { "x7", NULL, { 3, 1 } },
                                          { "x524288", NULL, { 5, 2 } },
                                          { "x524289", NULL, { -2, 9 } } };
    static const uint32_t at[] = { 7, 524288, 524289 };
    struct taught_text text;
    struct weigher weigher;
    struct tally tally;
    struct hand hand;

    (void)state;
    make_hand(&hand, words, ARRAY_LEN(words));
    taught_many(&text, COUNT);
    assert_int_equal(
        weigher_init(&weigher, &hand.model, &text.document, &mem_default),
        SAMSYN_OK);
    assert_true(weigher.kept < text.document.form_count);
    assert_true(tally_init(&tally, &weigher));
    for (size_t i = 0; i < ARRAY_LEN(at); i++) {
        tally_clear(&tally);
        weigher_add(&weigher, &tally, at[i], at[i] + 1);
        assert_int_equal(tally.features, 1);
        assert_int_equal(tally.sums[0], words[i].weights[0]);
        assert_int_equal(tally.sums[1], words[i].weights[1]);
    }
    tally_done(&tally, &weigher);
    weigher_done(&weigher);
    taught_text_end(&text);
}

/* ---- Reasons ---- */

static const struct {
    const char *text;
    size_t class, most, count;
    struct weighed_word words[3];
} reason_rows[] = {
    { "okänt", 0, 3, 0, { { 0, 0 } } },
    { "alfa", 0, 3, 1, { { 0, 3000 } } },
    { "alfa", 0, 0, 0, { { 0, 0 } } },
    { "beta", 0, 3, 0, { { 0, 0 } } }, /* speaks against */
    { "alfa beta", 0, 3, 2, { { 0, 2887 }, { 1, 577 } } },
    { "beta alfa beta", 0, 3, 2, { { 1, 2500 }, { 2, 500 } } },
    { "alfa alfa beta", 0, 3, 2, { { 1, 2500 }, { 2, 500 } } },
    { "alfa alfa beta", 0, 1, 1, { { 1, 2500 } } },
    { "alfa. alfa beta", 1, 3, 1, { { 0, 500 } } },
};

static void
test_reasons(void **state)
{
    struct hand hand;

    (void)state;
    make_hand(&hand, some, ARRAY_LEN(some));
    for (size_t i = 0; i < ARRAY_LEN(reason_rows); i++) {
        struct weighed_word words[3];
        struct taught_text text;
        struct weigher weigher;

        print_message("%s\n", reason_rows[i].text);
        taught_text(&text, reason_rows[i].text);
        assert_int_equal(
            weigher_init(&weigher, &hand.model, &text.document, &mem_default),
            SAMSYN_OK);
        assert_int_equal(
            weigher_reasons(&weigher, 0, (uint32_t)text.document.word_count,
                            reason_rows[i].class, words, reason_rows[i].most),
            reason_rows[i].count);
        for (size_t k = 0; k < reason_rows[i].count; k++) {
            assert_int_equal(words[k].word, reason_rows[i].words[k].word);
            assert_int_equal(words[k].weight, reason_rows[i].words[k].weight);
        }
        weigher_done(&weigher);
        taught_text_end(&text);
    }
}

/* What the taught model says, and why. */
static void
test_taught(void **state)
{
    struct model *model = taught_model();
    struct weighed_word reason[2];
    struct taught_text text;
    struct weigher weigher;
    struct tally tally;

    (void)state;
    taught_text(&text, "grannens hund skäller. vår båt seglar");
    assert_int_equal(
        weigher_init(&weigher, model, &text.document, &mem_default), SAMSYN_OK);
    assert_true(tally_init(&tally, &weigher));
    for (uint32_t i = 0; i < 2; i++) {
        tally_clear(&tally);
        weigher_add(&weigher, &tally, 3 * i, 3 * i + 3);
        assert_true(weigher_score(&weigher, &tally, 2 * i + 1) > 0);
        assert_true(weigher_score(&weigher, &tally, 3 - 2 * i) < 0);
        assert_int_equal(
            weigher_reasons(&weigher, 3 * i, 3 * i + 3, 2 * i + 1, reason, 2),
            2);
        assert_int_equal(reason[0].word, 3 * i + 2); /* skäller, seglar */
        assert_true(reason[0].weight >= reason[1].weight);
    }
    tally_done(&tally, &weigher);
    weigher_done(&weigher);
    taught_text_end(&text);
    model_free(model);
}

static samsyn_status
weigh_once(const struct model *model, const struct samsyn_document *document,
           const samsyn_allocator *mem)
{
    struct weigher weigher;
    struct tally tally;
    samsyn_status status = weigher_init(&weigher, model, document, mem);

    if (status != SAMSYN_OK)
        return status;
    if (tally_init(&tally, &weigher))
        tally_done(&tally, &weigher);
    else
        status = SAMSYN_E_NOMEM;
    weigher_done(&weigher);
    return status;
}

static void
test_no_memory(void **state)
{
    struct model *model = taught_model();
    struct taught_text text;
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    taught_text(&text, long_text);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);

        assert_in_range(n, 0, 4);
        status = weigh_once(model, &text.document, &mem);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
    taught_text_end(&text);
    model_free(model);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores),    cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_windows),   cmocka_unit_test(test_many_forms),
        cmocka_unit_test(test_reasons),   cmocka_unit_test(test_taught),
        cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests_name("learn weigh", tests, NULL, NULL);
}
