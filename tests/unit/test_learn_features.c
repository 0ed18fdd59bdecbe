/* SPDX-License-Identifier: MIT */

/* Words to features, sorted hashes, passages to lessons. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "learn/features.h"
#include "learn/hash_index.h"
#include "support/drawn.h"
#include "support/ledger.h"
#include "support/taught.h"

/* ---- Features ---- */

/* Model files hold these numbers: another one makes every model void. */
static const struct {
    const char *word;
    uint32_t feature;
    size_t count;
} words[] = {
    { "", 0xad1d70b3, 1 },
    { "a", 0xa74b71c0, 2 },
    { "på", 0x26f54d06, 4 },
    { "åtgärd", 0xbf58d4f7, 16 },
    { "2026", 0x8a0fb8dc, 10 },
    { "\xF0\x9F\x98\x80", 0x7346c2d0, 2 }, /* one letter, whatever its bytes */
    { "\xC3", 0x2e732a7d, 2 }, /* cut short: a letter that is none */
};

static void
test_words(void **state)
{
    uint32_t features[FEATURES_MOST];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str word = str_of(words[i].word);

        assert_int_equal(features_of_word(features, word), words[i].count);
        assert_int_equal(features[0], feature_of_word(word));
        assert_int_equal(features[0], words[i].feature);
    }
}

static bool
has(const uint32_t *features, size_t count, uint32_t feature)
{
    for (size_t i = 0; i < count; i++) {
        if (features[i] == feature)
            return true;
    }
    return false;
}

/* Words share the rows of letters that stand in both, and no others. */
static void
test_letters(void **state)
{
    static const struct {
        const char *a, *b;
        size_t shared;
    } rows[] = {
        { "mål", "mål", 7 },      { "mål", "målet", 3 }, /* <må mål <mål */
        { "mål", "hål", 1 },                             /* ål> */
        { "löfte", "löftet", 9 }, { "abc", "cba", 0 },
        { "ab", "<ab>", 0 }, /* bounds are no letters */
    };
    uint32_t a[FEATURES_MOST], b[FEATURES_MOST];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        size_t in_a = features_of_word(a, str_of(rows[i].a));
        size_t in_b = features_of_word(b, str_of(rows[i].b)), shared = 0;

        for (size_t k = 0; k < in_a; k++)
            shared += has(b, in_b, a[k]);
        print_message("%s %s\n", rows[i].a, rows[i].b);
        assert_int_equal(shared, rows[i].shared);
    }
}

/* What follows the first letters of a long word counts in the word alone. */
static void
test_long_words(void **state)
{
    uint32_t a[FEATURES_MOST], b[FEATURES_MOST];
    char text[1000];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 26);
    assert_int_equal(features_of_word(a, str_make(text, sizeof text)),
                     FEATURES_MOST);
    text[500] = 'X';
    assert_int_equal(features_of_word(b, str_make(text, sizeof text)),
                     FEATURES_MOST);
    assert_int_not_equal(a[0], b[0]);
    assert_memory_equal(a + 1, b + 1, sizeof a - sizeof a[0]);
}

static void
test_pairs(void **state)
{
    uint32_t a = feature_of_word(STR("följa"));
    uint32_t b = feature_of_word(STR("upp"));

    (void)state;
    assert_int_not_equal(feature_of_pair(a, b), feature_of_pair(b, a));
    assert_int_not_equal(feature_of_pair(a, b), a);
    assert_int_equal(feature_of_pair(a, b), 0x1a94bff9);
}

static int
compare(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* Hashes that are as good as drawn meet about n * n / 2^33 times. */
static void
test_spread(void **state)
{
    enum {
        COUNT = 200000
    };
    uint32_t *all = calloc(COUNT, sizeof *all);
    size_t same = 0;
    char name[16];

    (void)state;
    assert_non_null(all);
    for (size_t i = 0; i < COUNT / 2; i++) {
        int length = snprintf(name, sizeof name, "%zx", i);

        all[2 * i] = feature_of_word(str_make(name, (size_t)length));
        all[2 * i + 1] = feature_of_pair(all[2 * i], all[2 * i / 3]);
    }
    qsort(all, COUNT, sizeof *all, compare);
    for (size_t i = 1; i < COUNT; i++)
        same += all[i] == all[i - 1];
    assert_in_range(same, 0, 15); /* 4.7 expected */
    free(all);
}

static void
test_root(void **state)
{
    static const uint32_t counts[] = {
        0, 1, 2, 3, 4, 99, 65535, 65536, 16777216, 123456789, UINT32_MAX,
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        uint64_t square = (uint64_t)counts[i] << 32;
        uint64_t root = features_root(counts[i]);

        assert_true(root * root <= square);
        assert_true(root == UINT32_MAX || (root + 1) * (root + 1) > square);
    }
    assert_int_equal(features_root(4), 2 << 16);
}

/* ---- Sorted hashes ---- */

static const struct {
    const char *name;
    size_t count;
    uint32_t mask; /* of what is drawn */
} index_rows[] = {
    { "none", 0, UINT32_MAX },       { "one", 1, UINT32_MAX },
    { "some", 100, UINT32_MAX },     { "many", 50000, UINT32_MAX },
    { "one drawer", 10000, 0x3FFF }, { "two ends", 1000, 0xF000000F },
};

static void
test_index(void **state)
{
    enum {
        MOST = 50000
    };
    uint32_t *numbers = calloc(MOST + 1, sizeof *numbers);
    uint32_t *room = calloc(MOST + 1, sizeof *room);
    uint32_t *drawers = calloc(hash_index_size(MOST), sizeof *drawers);
    uint64_t seed = 7;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(index_rows); i++) {
        struct hash_index index;
        size_t count = 0;

        print_message("%s\n", index_rows[i].name);
        for (size_t k = 0; k < index_rows[i].count; k++)
            numbers[k] =
                (uint32_t)drawn(&seed, UINT32_MAX) & index_rows[i].mask;
        hash_sort(numbers, room, index_rows[i].count);
        for (size_t k = 0; k < index_rows[i].count; k++) {
            if (count > 0 && numbers[k] == numbers[count - 1])
                continue;
            assert_true(count == 0 || numbers[k] > numbers[count - 1]);
            numbers[count++] = numbers[k];
        }
        hash_index_make(&index, numbers, count, drawers);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(hash_index_find(&index, numbers[k]), k);
            if (k + 1 < count && numbers[k] + 1 < numbers[k + 1])
                assert_true(hash_index_find(&index, numbers[k] + 1) ==
                            HASH_NONE);
        }
        if (count == 0 || numbers[count - 1] != UINT32_MAX)
            assert_true(hash_index_find(&index, UINT32_MAX) == HASH_NONE);
    }
    assert_int_equal(hash_index_size(UINT32_MAX), 0);
    free(numbers);
    free(room);
    free(drawers);
}

/* ---- Books ---- */

static const struct {
    const char *name;
    const char *passages[4];
    size_t least;
    const char *pair[2]; /* looked for among the features kept */
    bool kept;
} book_rows[] = {
    { "a pair of two passages", { "a b", "x a b", "c" }, 2, { "a", "b" }, 1 },
    { "a rare pair", { "a b", "a c" }, 2, { "a", "b" }, 0 },
    { "rare, but enough", { "a b", "a c" }, 1, { "a", "b" }, 1 },
    { "no pair over a full stop", { "a. b", "a. b" }, 1, { "a", "b" }, 0 },
    { "twice in one passage is one", { "a b a b" }, 2, { "a", "b" }, 0 },
    { "no words at all", { "" }, 1, { "a", "b" }, 0 },
};

static samsyn_status
fill_book(struct book *book, size_t row)
{
    bool done = true;

    for (size_t i = 0; done && i < 4 && book_rows[row].passages[i]; i++) {
        struct taught_text text;

        taught_text(&text, book_rows[row].passages[i]);
        done = book_add(book, &text.document, 0,
                        (uint32_t)text.document.word_count) &&
               book_turn(book);
        taught_text_end(&text);
    }
    return done ? book_close(book, book_rows[row].least) : SAMSYN_E_NOMEM;
}

static void
check_book(const struct book *book, size_t row)
{
    uint32_t pair =
        feature_of_pair(feature_of_word(str_of(book_rows[row].pair[0])),
                        feature_of_word(str_of(book_rows[row].pair[1])));

    assert_int_equal(has(book->hashes, book->hash_count, pair),
                     book_rows[row].kept);
    for (size_t i = 1; i < book->hash_count; i++)
        assert_true(book->hashes[i] > book->hashes[i - 1]);
    for (size_t i = 0; i < book->lesson_count; i++) {
        const struct lesson *lesson = &book->lessons[i];

        for (size_t k = 0; k < lesson->count; k++) {
            assert_in_range(lesson->counts[k], 1, 4);
            assert_in_range(lesson->features[k], 0, book->hash_count - 1);
            assert_true(k == 0 ||
                        lesson->features[k] > lesson->features[k - 1]);
        }
    }
}

static void
test_books(void **state)
{
    (void)state;
    for (size_t row = 0; row < ARRAY_LEN(book_rows); row++) {
        samsyn_status status = SAMSYN_E_NOMEM;

        print_message("%s\n", book_rows[row].name);
        for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
            struct ledger ledger = { .budget = n };
            samsyn_allocator mem = ledger_allocator(&ledger);
            struct book book;

            assert_in_range(n, 0, 200);
            book_init(&book, &mem);
            status = fill_book(&book, row);
            if (status == SAMSYN_OK)
                check_book(&book, row);
            book_done(&book);
            assert_int_equal(ledger.live, 0);
        }
        assert_int_equal(status, SAMSYN_OK);
    }
}

/* A word that stands more often than a count can hold. */
static void
test_count_ends(void **state)
{
    struct taught_text text;
    struct book book;

    (void)state;
    taught_text(&text, "a");
    book_init(&book, &mem_default);
    for (size_t i = 0; i < 70000; i++)
        assert_true(book_add(&book, &text.document, 0, 1));
    assert_true(book_turn(&book));
    assert_int_equal(book_close(&book, 1), SAMSYN_OK);
    assert_int_equal(book.lessons[0].count, 2);
    assert_int_equal(book.lessons[0].counts[0], UINT16_MAX);
    book_done(&book);
    taught_text_end(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),      cmocka_unit_test(test_letters),
        cmocka_unit_test(test_long_words), cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_spread),     cmocka_unit_test(test_root),
        cmocka_unit_test(test_index),      cmocka_unit_test(test_books),
        cmocka_unit_test(test_count_ends),
    };

    return cmocka_run_group_tests_name("learn features", tests, NULL, NULL);
}
