/* SPDX-License-Identifier: MIT */

/* UTF-8: what is valid, and the letters that Swedish text is made of.  The
 * tables as a whole were checked against the Unicode Character Database when
 * they were made; here stand the borders and what must never change. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"

static const struct text_row {
    const char *name, *text;
    size_t len, valid; /* valid: offset of the first bad byte, or len */
} text_rows[] = {
    { "empty", "", 0, 0 },
    { "ascii", "abc", 3, 3 },
    { "NUL is a character", "a\0b", 3, 3 },
    { "two bytes", "\xC3\xA5", 2, 2 },
    { "three bytes", "\xE2\x82\xAC", 3, 3 },
    { "four bytes", "\xF0\x9F\x98\x80", 4, 4 },
    { "U+10FFFF", "\xF4\x8F\xBF\xBF", 4, 4 },
    { "past U+10FFFF", "a\xF4\x90\x80\x80", 5, 1 },
    { "surrogate", "\xED\xA0\x80", 3, 0 },
    { "overlong /", "\xC0\xAF", 2, 0 },
    { "overlong in three", "\xE0\x9F\xBF", 3, 0 },
    { "overlong in four", "\xF0\x8F\xBF\xBF", 4, 0 },
    { "cut short", "ab\xC3", 3, 2 },
    { "cut short of three", "\xE2\x82", 2, 0 },
    { "continuation alone", "a\x80", 2, 1 },
    { "Latin-1", "m\xE5l", 3, 1 },
    { "FF", "\xFF", 1, 0 },
};

static void
test_valid(void **state)
{
    const struct text_row *row = *state;

    assert_int_equal(utf8_valid(row->text, row->len), row->valid);
}

/* What is valid is decoded and encoded again without change; what is not
 * gives one bad byte. */
static void
test_decode(void **state)
{
    const struct text_row *row = *state;
    char again[4];
    size_t size = 0, count = 0;

    for (size_t at = 0; at < row->valid; at += size, count++) {
        uint32_t code = utf8_decode(row->text + at, row->len - at, &size);

        assert_int_not_equal(code, UTF8_BAD);
        assert_int_equal(utf8_encode(code, again), size);
        assert_memory_equal(again, row->text + at, size);
    }
    assert_int_equal(utf8_count(row->text, row->valid), count);
    if (row->valid < row->len) {
        assert_int_equal(
            utf8_decode(row->text + row->valid, row->len - row->valid, &size),
            UTF8_BAD);
        assert_int_equal(size, 1);
    }
    assert_int_equal(utf8_decode(row->text, 0, &size), UTF8_BAD);
}

static void
test_encode_refuses(void **state)
{
    char out[4];

    (void)state;
    assert_int_equal(utf8_encode(0xD800, out), 0);
    assert_int_equal(utf8_encode(0xDFFF, out), 0);
    assert_int_equal(utf8_encode(0x110000, out), 0);
    assert_int_equal(utf8_encode(UTF8_BAD, out), 0);
}

static const struct fold_row {
    uint32_t code, folded;
} fold_rows[] = {
    { 'A', 'a' },           { 'Z', 'z' },           { '[', '[' },
    { 'a', 'a' },           { 0xC5, 0xE5 }, /* A-ring */
    { 0xC4, 0xE4 },                         /* A-umlaut */
    { 0xD6, 0xF6 },                         /* O-umlaut */
    { 0xD7, 0xD7 },                         /* multiplication sign */
    { 0xDF, 0xDF },                         /* sharp s */
    { 0x1E9E, 0x1E9E }, /* capital sharp s: its small form is shorter */
    { 0x130, 0x130 },   /* I with dot: its small form is shorter */
    { 'I', 'i' },       /* in every locale */
    { 0x178, 0xFF },    /* Y-umlaut, to Latin-1 */
    { 0x17D, 0x17E },   /* Z-caron */
    { 0x3A3, 0x3C3 },   /* Sigma */
    { 0x410, 0x430 },   /* Cyrillic A */
    { 0x1E00, 0x1E01 }, /* Latin Extended Additional */
    { 0x10FFFF, 0x10FFFF }, { UTF8_BAD, UTF8_BAD },
};

static void
test_fold(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(fold_rows); i++)
        assert_int_equal(utf8_fold(fold_rows[i].code), fold_rows[i].folded);
}

/* Offsets of folded text are offsets of the text. */
static void
test_fold_keeps_size(void **state)
{
    char out[4];

    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        uint32_t folded = utf8_fold(code);

        assert_int_equal(utf8_encode(code, out), utf8_encode(folded, out));
        assert_int_equal(utf8_fold(folded), folded);
        if (folded != code && utf8_is_letter(code))
            assert_true(utf8_is_upper(code) && utf8_is_letter(folded));
    }
}

static const struct compose_row {
    uint32_t base, mark, whole;
} compose_rows[] = {
    { 'a', 0x30A, 0xE5 },      { 'A', 0x30A, 0xC5 },
    { 'a', 0x308, 0xE4 },      { 'o', 0x308, 0xF6 },
    { 'O', 0x308, 0xD6 },      { 'e', 0x301, 0xE9 },
    { 'u', 0x308, 0xFC },      { 'c', 0x327, 0xE7 },
    { 'n', 0x303, 0xF1 },      { 0xFC, 0x304, 0x1D6 },
    { 0x1EA1, 0x302, 0x1EAD }, { 0x17F, 0x307, 0x1E9B },
    { 'q', 0x308, 0 },         { 'a', 0, 0 },
    { 0, 0x308, 0 },           { 0x212B, 0, 0xC5 },
    { 0x212A, 0, 'K' },        { 0x2126, 0, 0x3A9 },
    { 0x10061, 0x308, 0 },     { 'a', 0x10308, 0 },
    { 0xE5, 0x30A, 0 },
};

static void
test_compose(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(compose_rows); i++) {
        assert_int_equal(
            utf8_compose(compose_rows[i].base, compose_rows[i].mark),
            compose_rows[i].whole);
    }
}

static const struct class_row {
    uint32_t code;
    bool letter, upper, digit, space, mark;
} class_rows[] = {
    { 'a', true, false, false, false, false },
    { 'Z', true, true, false, false, false },
    { '5', false, false, true, false, false },
    { '_', false, false, false, false, false },
    { '-', false, false, false, false, false },
    { ' ', false, false, false, true, false },
    { '\t', false, false, false, true, false },
    { 0x1C, false, false, false, false, false },
    { 0x85, false, false, false, true, false },
    { 0xA0, false, false, false, true, false },
    { 0xAA, true, false, false, false, false },
    { 0xB2, false, false, false, false, false }, /* superscript 2 */
    { 0xC5, true, true, false, false, false },
    { 0xE5, true, false, false, false, false },
    { 0xD7, false, false, false, false, false },
    { 0x1C5, true, true, false, false, false }, /* title case */
    { 0x300, false, false, false, false, true },
    { 0x36F, false, false, false, false, true },
    { 0x370, true, true, false, false, false },
    { 0x660, false, false, false, false, false }, /* Arabic zero */
    { 0x2009, false, false, false, true, false },
    { 0x200B, false, false, false, false, false }, /* zero width */
    { 0x202F, false, false, false, true, false },
    { 0x3000, false, false, false, true, false },
    { 0x4E00, true, false, false, false, false },
    { 0x1D400, true, true, false, false, false },
    { UTF8_BAD, false, false, false, false, false },
};

static void
test_classes(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(class_rows); i++) {
        const struct class_row *row = &class_rows[i];

        assert_int_equal(utf8_is_letter(row->code), row->letter);
        assert_int_equal(utf8_is_upper(row->code), row->upper);
        assert_int_equal(utf8_is_digit(row->code), row->digit);
        assert_int_equal(utf8_is_space(row->code), row->space);
        assert_int_equal(utf8_is_mark(row->code), row->mark);
    }
}

static void
test_seen(void **state)
{
    static const uint32_t unseen[] = { 0xAD,   0x300,  0x36F, 0x200B,
                                       0x200D, 0x2060, 0xFEFF };
    static const uint32_t seen[] = { ' ', 'a', 0xA0, 0xAC, 0x200A, 0x2010 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(unseen); i++)
        assert_false(utf8_is_seen(unseen[i]));
    for (size_t i = 0; i < ARRAY_LEN(seen); i++)
        assert_true(utf8_is_seen(seen[i]));
}

#define TEXTS ARRAY_LEN(text_rows)

/* Many are counted eight bytes at a time: from every byte to every other. */
static void
test_count(void **state)
{
    static const char text[] = "a\xC3\xA5\xE2\x82\xAC\xF0\x9F\x98\x80"
                               "bc\xC3\xB6\xE2\x80\x93 \xF0\x9F\x98\x80z";

    (void)state;
    for (size_t from = 0; from < sizeof text; from++) {
        size_t count = 0;

        for (size_t to = from; to < sizeof text; to++) {
            assert_int_equal(utf8_count(text + from, to - from), count);
            count += utf8_is_start(text[to]);
        }
    }
}

int
main(void)
{
    struct CMUnitTest tests[2 * TEXTS + 7] = {
        cmocka_unit_test(test_encode_refuses),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_fold_keeps_size),
        cmocka_unit_test(test_compose),
        cmocka_unit_test(test_seen),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_count),
    };

    for (size_t i = 0; i < TEXTS; i++) {
        void *row = (void *)(uintptr_t)&text_rows[i];

        tests[7 + 2 * i] = (struct CMUnitTest){ .name = text_rows[i].name,
                                                .test_func = test_valid,
                                                .initial_state = row };
        tests[8 + 2 * i] = (struct CMUnitTest){ .name = text_rows[i].name,
                                                .test_func = test_decode,
                                                .initial_state = row };
    }
    return cmocka_run_group_tests_name("base_utf8", tests, NULL, NULL);
}
