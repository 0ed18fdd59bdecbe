/* SPDX-License-Identifier: MIT */

/* Training: that what is found is the best there is, that it is the same for
 * every order of threads and every compiler, and its logarithm and
 * exponential.  `make determinism` runs this program as several compilers make
 * it; the digest at its end is what they must agree on. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"
#include "support/drawn.h"
#include "support/ledger.h"
#include "support/taught.h"

static bool
is_near(double a, double b, double within)
{
    double off = a < b ? b - a : a - b;

    return off <= within;
}

/* ---- Logarithm and exponential ---- */

static const struct {
    double x, log;
} logs[] = {
    { 1, 0 },
    { 2, 0.69314718055994531 },
    { 0.5, -0.69314718055994531 },
    { 2.718281828459045, 1 },
    { 10, 2.3025850929940457 },
    { 1e-8, -18.420680743952367 },
    { 1e300, 690.77552789821368 },
    { 1e-300, -690.77552789821368 },
    { 1.4142135623730951, 0.34657359027997264 },
    { 0.99, -0.01005033585350145 },
    { 3, 1.0986122886681098 },
};

static void
test_logs(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(logs); i++) {
        double size = logs[i].log < 0 ? -logs[i].log : logs[i].log;
        double back = train_exp(logs[i].log) / logs[i].x;

        assert_true(
            is_near(train_log(logs[i].x), logs[i].log, 4e-16 * (1 + size)));
        assert_true(is_near(back, 1, 4e-16 * (2 + size)));
    }
    assert_true(train_exp(0) == 1);
    assert_true(train_exp(-1e9) > 0);
    assert_true(train_exp(1e9) > 1e300);
    assert_true(train_log(0) < -700);
    assert_true(train_log(1) == 0);
}

/* ---- Small problems ---- */

enum {
    ROWS = 60,
    FEATURES = 12
};

struct sheet {
    struct lesson lessons[ROWS];
    uint32_t features[ROWS][FEATURES];
    uint16_t counts[ROWS][FEATURES];
    double values[ROWS][FEATURES];
    int8_t labels[ROWS];
    double weights[ROWS];
};

/* Rows of some features; feature 0 speaks for yes, 1 for no. */
static void
draw_sheet(struct sheet *out, uint64_t seed, bool dense)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < ROWS; i++) {
        size_t count = 0;

        out->labels[i] = drawn(&seed, 3) == 0 ? 1 : -1;
        out->weights[i] = 0.25 * (double)(1 + drawn(&seed, 8));
        for (uint32_t k = 0; k < FEATURES; k++) {
            size_t chance = k > 1 || (out->labels[i] > 0) == (k == 0) ? 3 : 9;

            if (drawn(&seed, chance) != 0)
                continue;
            out->features[i][count] = k;
            out->counts[i][count] = (uint16_t)(1 + drawn(&seed, 3));
            out->values[i][count] = 0.125 * (double)drawn(&seed, 40) - 2;
            count++;
        }
        out->lessons[i] =
            (struct lesson){ out->features[i], out->counts[i],
                             dense ? out->values[i] : NULL, count };
    }
}

static double
cost_of(const struct sheet *sheet, const struct problem *problem, size_t row)
{
    size_t same = 0, all = 0;

    for (size_t i = 0; i < ROWS; i++) {
        same += sheet->labels[i] == sheet->labels[row];
        all += sheet->labels[i] != 0;
    }
    return problem->cost * (problem->weights ? problem->weights[row] : 1) *
           (problem->balanced ? (double)all / (2 * (double)same) : 1);
}

/* What is made least: |w|^2 / 2 + b^2 / 2 + sum of C log(1 + exp(-y z)). */
static double
loss(const struct sheet *sheet, const struct problem *problem,
     const struct linear *linear)
{
    double sum = linear->bias * linear->bias / 2;

    for (size_t k = 0; k < FEATURES; k++)
        sum += linear->weights[k] * linear->weights[k] / 2;
    for (size_t i = 0; i < ROWS; i++) {
        double z = linear_score(linear, &sheet->lessons[i]);

        if (sheet->labels[i])
            sum += cost_of(sheet, problem, i) *
                   train_log(1 + train_exp(-sheet->labels[i] * z));
    }
    return sum;
}

/* A small step along any axis makes it no better: it is convex, so there is
 * nothing better at all. */
static void
check_best(const struct sheet *sheet, const struct problem *problem,
           struct linear *linear)
{
    double best = loss(sheet, problem, linear);

    for (size_t k = 0; k <= FEATURES; k++) {
        double *one = k < FEATURES ? &linear->weights[k] : &linear->bias;
        double kept = *one;

        for (int way = -1; way <= 1; way += 2) {
            *one = kept + 0.05 * way;
            assert_true(loss(sheet, problem, linear) > best);
        }
        *one = kept;
    }
}

static const struct {
    const char *name;
    bool dense, weighted, balanced, some;
    double cost;
} problem_rows[] = {
    { "counts", false, false, false, false, 3 },
    { "values", true, false, false, false, 1 },
    { "balanced", false, false, true, false, 3 },
    { "weighted", false, true, false, false, 3 },
    { "weighted, balanced, values", true, true, true, false, 0.5 },
    { "some left out", false, true, true, true, 3 },
    { "dear", false, false, true, false, 100 },
    { "cheap", true, true, false, true, 0.01 },
};

/* Each with every allocation failing in turn. */
static void
test_best(void **state)
{
    struct sheet sheet;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(problem_rows); i++) {
        samsyn_status status = SAMSYN_E_NOMEM;
        struct problem problem = {
            sheet.labels, problem_rows[i].weighted ? sheet.weights : NULL,
            problem_rows[i].cost, problem_rows[i].balanced
        };

        print_message("%s\n", problem_rows[i].name);
        draw_sheet(&sheet, i + 1, problem_rows[i].dense);
        for (size_t k = 0; problem_rows[i].some && k < ROWS; k += 3)
            sheet.labels[k] = 0;
        for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
            struct ledger ledger = { .budget = n };
            samsyn_allocator mem = ledger_allocator(&ledger);
            struct linear linear = { NULL, 0, 0 };

            assert_in_range(n, 0, 4);
            status = train_linear(&linear, sheet.lessons, ROWS, FEATURES,
                                  &problem, &mem);
            assert_true((status == SAMSYN_OK) == (linear.weights != NULL));
            if (status == SAMSYN_OK)
                check_best(&sheet, &problem, &linear);
            linear_done(&linear, &mem);
            assert_int_equal(ledger.live, 0);
        }
        assert_int_equal(status, SAMSYN_OK);
    }
}

/* ---- Odd problems ---- */

static void
test_odd(void **state)
{
    static const uint32_t features[] = { 0, 7 };
    static const uint16_t counts[] = { 1, 2 };
    const struct lesson lessons[] = { { features, counts, NULL, 2 },
                                      { NULL, NULL, NULL, 0 },
                                      { features, counts, NULL, 1 } };
    static const struct {
        int8_t labels[3];
        int sign; /* of the bias */
    } rows[] = {
        { { 0, 0, 0 }, 0 },   /* nothing to learn from */
        { { 1, 1, 1 }, 1 },   /* one side only */
        { { 0, -1, 0 }, -1 }, /* nothing but a bias */
        { { 1, 0, -1 }, 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct problem problem = { rows[i].labels, NULL, 3, true };
        struct linear linear;

        assert_int_equal(
            train_linear(&linear, lessons, 3, 8, &problem, &mem_default),
            SAMSYN_OK);
        if (i != 3)
            assert_int_equal((linear.bias > 0) - (linear.bias < 0),
                             rows[i].sign);
        assert_true(
            is_near(linear_score(&linear, &lessons[1]), linear.bias, 0));
        linear_done(&linear, &mem_default);
    }
}

static void
test_unknown_feature(void **state)
{
    static const uint32_t features[] = { 0, 7 };
    static const uint16_t counts[] = { 1, 2 };
    const struct lesson lesson = { features, counts, NULL, 2 };
    static const int8_t label = 1;
    struct problem problem = { &label, NULL, 3, true };
    struct linear linear = { NULL, 0, 0 };

    (void)state;
    assert_int_equal(
        train_linear(&linear, &lesson, 1, 7, &problem, &mem_default),
        SAMSYN_E_ARGUMENT);
    assert_null(linear.weights);
}

/* ---- The same everywhere ---- */

/* What the passages of the test below give, on every machine.  It changes with
 * the features, the training or the format, and then every model with it. */
static const char whole_digest[] =
    "sha256:1d65b3e895285e316416783128ef311c58ddd483fe2144b8049e3c0efe03168b";

enum {
    PASSAGES = 300,
    CRITERIA = 4
};

/* Words of two pieces; the first piece leans towards the criterion. */
static void
draw_passage(struct book *book, uint64_t *seed, size_t criterion)
{
    static const char *const firsts[] = { "mål", "hot", "vakt", "lok",
                                          "sam", "upp", "nat",  "trygg" };
    static const char *const lasts[] = { "et",  "ning", "lig", "arna",
                                         "are", "het",  "s",   "erar" };
    struct taught_text text;
    struct buf out;

    buf_init(&out, &mem_default, BUF_ANY);
    for (size_t i = 0, count = 6 + drawn(seed, 30); i < count; i++) {
        size_t first = drawn(seed, 3) ? drawn(seed, ARRAY_LEN(firsts))
                                      : 2 * criterion + drawn(seed, 2);

        buf_text(&out, firsts[first]);
        buf_text(&out, lasts[drawn(seed, ARRAY_LEN(lasts))]);
        buf_text(&out, drawn(seed, 6) ? " " : ". ");
    }
    taught_text(&text, out.data);
    assert_true(
        book_add(book, &text.document, 0, (uint32_t)text.document.word_count));
    assert_true(book_turn(book));
    taught_text_end(&text);
    buf_done(&out);
}

static void
train_all(struct linear *classes, const struct book *book, bool backwards)
{
    for (size_t i = 0; i < 2 * CRITERIA; i++) {
        size_t class = backwards ? 2 * CRITERIA - 1 - i : i;
        int8_t labels[PASSAGES];
        struct problem problem = { labels, NULL, 3, true };

        for (size_t k = 0; k < PASSAGES; k++) {
            bool own = k % CRITERIA == class / 2;

            labels[k] = own && k / CRITERIA % 3 >= class % 2 ? 1 : -1;
        }
        assert_int_equal(train_linear(&classes[class], book->lessons, PASSAGES,
                                      book->hash_count, &problem, &mem_default),
                         SAMSYN_OK);
    }
}

static void
train_file(struct buf *out, const struct book *book, bool backwards)
{
    static const struct str criteria[CRITERIA] = {
        { "ett", 3 }, { "två", 4 }, { "tre", 3 }, { "fyra", 4 }
    };
    struct linear classes[2 * CRITERIA];
    struct model_draft draft = { .checklist = STR("prov"),
                                 .digest = STR("sha256:0"),
                                 .criteria = criteria,
                                 .criterion_count = CRITERIA,
                                 .classes = classes,
                                 .hashes = book->hashes,
                                 .feature_count = book->hash_count };

    train_all(classes, book, backwards);
    buf_init(out, &mem_default, BUF_ANY);
    assert_int_equal(model_write(out, &draft), SAMSYN_OK);
    for (size_t i = 0; i < 2 * CRITERIA; i++)
        linear_done(&classes[i], &mem_default);
}

/* Trained forwards and backwards: no class knows of another. */
static void
test_same_everywhere(void **state)
{
    char digest[SHA256_TEXT];
    struct buf file, other;
    struct book book;
    uint64_t seed = 1;

    (void)state;
    book_init(&book, &mem_default);
    for (size_t i = 0; i < PASSAGES; i++)
        draw_passage(&book, &seed, i % CRITERIA);
    assert_int_equal(book_close(&book, 3), SAMSYN_OK);
    train_file(&file, &book, false);
    train_file(&other, &book, true);
    assert_true(str_equal(buf_view(&file), buf_view(&other)));
    sha256_text(file.data, file.len, digest);
    print_message("model %s\n", digest);
    assert_string_equal(digest, whole_digest);
    buf_done(&file);
    buf_done(&other);
    book_done(&book);
}

/* A number's bits, in the order of their worth. */
static void
put_bits(struct buf *out, double number)
{
    uint64_t bits;

    memcpy(&bits, &number, sizeof bits);
    for (unsigned shift = 0; shift < 64; shift += 8)
        buf_char(out, (char)(uint8_t)(bits >> shift));
}

/* To the last bit of every weight. */
static void
test_same_bits(void **state)
{
    static const char bits_digest[] =
        "sha256:"
        "521de8b480d614595756ddc8019754493dffa2589a012ba146f7def29fa1a845";
    char digest[SHA256_TEXT];
    struct sheet sheet;
    struct buf all;

    (void)state;
    buf_init(&all, &mem_default, BUF_ANY);
    for (size_t i = 0; i < ARRAY_LEN(problem_rows); i++) {
        struct problem problem = { sheet.labels, sheet.weights,
                                   problem_rows[i].cost,
                                   problem_rows[i].balanced };
        struct linear linear;

        draw_sheet(&sheet, i + 1, problem_rows[i].dense);
        assert_int_equal(train_linear(&linear, sheet.lessons, ROWS, FEATURES,
                                      &problem, &mem_default),
                         SAMSYN_OK);
        for (size_t k = 0; k < FEATURES; k++)
            put_bits(&all, linear.weights[k]);
        put_bits(&all, linear.bias);
        linear_done(&linear, &mem_default);
    }
    assert_false(buf_failed(&all));
    sha256_text(all.data, all.len, digest);
    buf_done(&all);
    print_message("bits %s\n", digest);
    assert_string_equal(digest, bits_digest);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_logs),
        cmocka_unit_test(test_best),
        cmocka_unit_test(test_odd),
        cmocka_unit_test(test_unknown_feature),
        cmocka_unit_test(test_same_everywhere),
        cmocka_unit_test(test_same_bits),
    };

    return cmocka_run_group_tests_name("learn train", tests, NULL, NULL);
}
