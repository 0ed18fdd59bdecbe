/* SPDX-License-Identifier: MIT */

/* The small things that everything stands on: stretches of text, buffers,
 * arrays, arenas, numbers, digests.  What allocates is tried with no memory,
 * then one allocation, then two, until it succeeds. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/config.h"
#include "base/message.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/sha256_inner.h"
#include "base/str.h"
#include "base/vec.h"
#include "support/ledger.h"

static void
test_mem_sums(void **state)
{
    size_t out = 7;

    (void)state;
    assert_true(mem_add(SIZE_MAX - 1, 1, &out));
    assert_true(out == SIZE_MAX);
    assert_false(mem_add(SIZE_MAX, 1, &out));
    assert_true(mem_mul(0, SIZE_MAX, &out));
    assert_true(out == 0);
    assert_true(mem_mul(SIZE_MAX, 1, &out));
    assert_false(mem_mul(SIZE_MAX / 2 + 1, 2, &out));
    assert_true(out == SIZE_MAX);
}

static void
test_str(void **state)
{
    (void)state;
    assert_int_equal(str_of(NULL).len, 0);
    assert_true(str_equal(str_make(NULL, 0), str_of("")));
    assert_true(str_equal(str_of("abc"), STR("abc")));
    assert_false(str_equal(str_of("abc"), STR("abd")));
    assert_true(str_compare(STR("ab"), STR("abc")) < 0);
    assert_true(str_compare(STR("b"), STR("abc")) > 0);
    assert_true(str_compare(STR("\xC3\xA5"), STR("z")) > 0);
    assert_int_equal(str_compare(STR("ab"), STR("ab")), 0);
    assert_true(str_starts(STR("abc"), STR("ab")));
    assert_true(str_starts(STR("abc"), STR("")));
    assert_false(str_starts(STR("a"), STR("ab")));
    assert_true(str_ends(STR("abc"), STR("bc")));
    assert_true(str_ends(STR(""), STR("")));
    assert_false(str_ends(STR("c"), STR("bc")));
    assert_true(str_equal(str_trim(STR(" \t a b \r\n")), STR("a b")));
    assert_int_equal(str_trim(STR("  ")).len, 0);
}

static const struct distance_row {
    const char *a, *b;
    size_t limit, distance;
} distance_rows[] = {
    { "weight", "weight", 3, 0 },
    { "weight", "wieght", 3, 1 }, /* neighbours swapped */
    { "weight", "weigt", 3, 1 },
    { "weight", "weeight", 3, 1 },
    { "weight", "waight", 3, 1 },
    { "title", "titel", 3, 1 },
    { "", "abc", 3, 3 },
    { "", "abcd", 3, 4 }, /* limit + 1 */
    { "kitten", "sitting", 3, 3 },
    { "kitten", "sitting", 2, 3 },
    { "m\xC3\xA5l", "mal", 2, 1 }, /* a letter is one edit, not its bytes */
    { "abcdef", "ghijkl", 2, 3 },
    { "ab", "ba", 0, 1 },
    { "a", "a", 0, 0 },
};

static void
test_distance(void **state)
{
    char longer[200];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(distance_rows); i++) {
        const struct distance_row *row = &distance_rows[i];

        assert_int_equal(
            str_distance(str_of(row->a), str_of(row->b), row->limit),
            row->distance);
        assert_int_equal(
            str_distance(str_of(row->b), str_of(row->a), row->limit),
            row->distance);
    }
    memset(longer, 'a', sizeof longer);
    assert_int_equal(
        str_distance(str_make(longer, 200), str_make(longer, 200), 3), 4);
    assert_int_equal(
        str_distance(str_make(longer, 63), str_make(longer, 62), 3), 1);
}

/* Fills a buffer in every way there is. */
static void
fill(struct buf *buf)
{
    buf_add(buf, "ab", 2);
    buf_char(buf, '-');
    buf_text(buf, "text");
    buf_str(buf, STR("<>"));
    buf_str(buf, str_make(NULL, 0));
    buf_int(buf, INT64_MIN);
    buf_int(buf, 0);
    buf_int(buf, 907);
    buf_code(buf, 0xE5);
    buf_code(buf, 0xD800);
    for (int i = 0; i < 100; i++)
        buf_text(buf, "0123456789");
}

#define FILLED                                                                 \
    "ab-text<>-92233720368547758080907\xC3\xA5"                                \
    "0123456789"

static void
test_buf(void **state)
{
    bool failed = true;

    (void)state;
    for (size_t n = 0; failed; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct buf buf;

        assert_in_range(n, 0, 10);
        buf_init(&buf, &mem, 2000);
        assert_int_equal(buf_view(&buf).len, 0);
        fill(&buf);
        failed = buf_failed(&buf);
        assert_true(n > 0 || failed);
        if (!failed) {
            assert_int_equal(buf.len, 1035);
            assert_memory_equal(buf.data, FILLED, strlen(FILLED));
            assert_int_equal(buf.data[buf.len], '\0');
        }
        buf_done(&buf);
        assert_int_equal(ledger.live, 0);
    }
}

/* What is in a buffer that is full is a beginning of the text, and nothing is
 * added after a failure. */
static void
test_buf_max(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, &mem_default, 4);
    buf_text(&buf, "abcd");
    assert_false(buf_failed(&buf));
    buf_text(&buf, "");
    assert_false(buf_failed(&buf));
    buf_text(&buf, "e");
    assert_true(buf_failed(&buf));
    buf_text(&buf, "");
    assert_true(str_equal(buf_view(&buf), STR("abcd")));
    buf_clear(&buf);
    assert_false(buf_failed(&buf));
    buf_text(&buf, "abcde");
    assert_true(buf_failed(&buf));
    buf_text(&buf, "a");
    assert_int_equal(buf_view(&buf).len, 0);
    buf_done(&buf);
}

static void
test_vec(void **state)
{
    size_t pushed = 0;

    (void)state;
    for (size_t n = 0; pushed < 100; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct vec vec;

        assert_in_range(n, 0, 10);
        vec_init(&vec, &mem, sizeof(uint64_t));
        assert_null(vec_last(&vec));
        for (pushed = 0; pushed < 100; pushed++) {
            uint64_t *item = vec_push(&vec);

            if (!item)
                break;
            assert_true(*item == 0);
            *item = pushed;
        }
        assert_int_equal(vec.len, pushed);
        for (size_t i = 0; i < vec.len; i++)
            assert_true(*(uint64_t *)vec_at(&vec, i) == i);
        vec_clear(&vec);
        assert_null(vec_last(&vec));
        vec_done(&vec);
        assert_int_equal(ledger.live, 0);
    }
}

static void
test_vec_too_large(void **state)
{
    struct vec vec;

    (void)state;
    vec_init(&vec, &mem_default, SIZE_MAX / 2);
    assert_null(vec_push(&vec));
    vec_done(&vec);
}

/* A pattern of pieces of every size up to several chunks; false without
 * memory. */
static bool
use_arena(struct arena *arena)
{
    unsigned char *pieces[40];
    size_t sizes[40];

    for (size_t i = 0; i < 40; i++) {
        sizes[i] = i * i * i * 3;
        pieces[i] = arena_alloc(arena, sizes[i]);
        if (!pieces[i])
            return false;
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < 40; i++) {
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(pieces[i][j], i + 1);
    }
    return true;
}

static void
test_arena(void **state)
{
    bool done = false;

    (void)state;
    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct arena arena;

        assert_in_range(n, 0, 200);
        arena_init(&arena, &mem);
        done = use_arena(&arena);
        arena_done(&arena);
        assert_int_equal(ledger.live, 0);
        arena_done(&arena);
    }
}

static void
test_arena_copies(void **state)
{
    struct arena arena;
    int numbers[] = { 1, 2, 3 };

    (void)state;
    arena_init(&arena, &mem_default);
    struct str copy = arena_str(&arena, STR("a\0b"));
    assert_int_equal(copy.len, 3);
    assert_memory_equal(copy.ptr, "a\0b", 4);
    assert_non_null(arena_str(&arena, str_make(NULL, 0)).ptr);
    int *same = arena_copy(&arena, numbers, 3, sizeof numbers[0]);
    assert_memory_equal(same, numbers, sizeof numbers);
    assert_non_null(arena_copy(&arena, NULL, 0, 8));
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_null(arena_alloc(&arena, SIZE_MAX - 8));
    assert_null(arena_str(&arena, str_make("", SIZE_MAX)).ptr);
    arena_done(&arena);
}

static const struct number_row {
    const char *text;
    bool is_int;
    int64_t number;
    bool is_decimal;
    int64_t thousandths;
} number_rows[] = {
    { "0", true, 0, true, 0 },
    { "7", true, 7, true, 7000 },
    { "-2", true, -2, true, -2000 },
    { "08", true, 8, true, 8000 },
    { "0.5", false, 0, true, 500 },
    { "-0.5", false, 0, true, -500 },
    { "1.25", false, 0, true, 1250 },
    { "1.125", false, 0, true, 1125 },
    { "1.1250", false, 0, false, 0 },
    { "1.", false, 0, false, 0 },
    { ".5", false, 0, false, 0 },
    { "0,5", false, 0, false, 0 },
    { "", false, 0, false, 0 },
    { "-", false, 0, false, 0 },
    { "+1", false, 0, false, 0 },
    { " 1", false, 0, false, 0 },
    { "1 ", false, 0, false, 0 },
    { "1e3", false, 0, false, 0 },
    { "0x10", false, 0, false, 0 },
    { "1:30", false, 0, false, 0 },
    { "9223372036854775807", true, INT64_MAX, false, 0 },
    { "-9223372036854775807", true, -INT64_MAX, false, 0 },
    { "9223372036854775808", false, 0, false, 0 },
    { "9223372036854775.807", false, 0, true, INT64_MAX },
    { "9223372036854775.808", false, 0, false, 0 },
    { "99999999999999999999999", false, 0, false, 0 },
};

static void
test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(number_rows); i++) {
        const struct number_row *row = &number_rows[i];
        struct str text = str_of(row->text);
        int64_t number = 99;

        assert_int_equal(number_int(text, &number), row->is_int);
        assert_true(number == (row->is_int ? row->number : 99));
        number = 99;
        assert_int_equal(number_thousandths(text, &number), row->is_decimal);
        assert_true(number == (row->is_decimal ? row->thousandths : 99));
    }
}

static const struct percent_row {
    int64_t part, whole, percent;
} percent_rows[] = {
    { 0, 0, -1 },
    { 5, 0, -1 },
    { 0, 7, 0 },
    { 1, 3, 33 },
    { 2, 3, 67 },
    { 1, 200, 1 }, /* half goes up */
    { 3, 200, 2 },
    { 199, 40000, 0 },
    { 201, 40000, 1 },
    { 995, 1000, 100 },
    { 994, 1000, 99 },
    { 7, 7, 100 },
    { 14, 7, 200 },
    { INT64_MAX, INT64_MAX, 100 },
    { INT64_MAX / 2, INT64_MAX, 50 },
    { INT64_MAX - 1, INT64_MAX, 100 },
    { INT64_MAX, 1, INT64_MAX },
};

static void
test_percent(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(percent_rows); i++) {
        const struct percent_row *row = &percent_rows[i];

        assert_true(number_percent(row->part, row->whole) == row->percent);
    }
    /* Against the plain formula, where that fits. */
    for (int64_t whole = 1; whole < 60; whole++) {
        for (int64_t part = 0; part < 130; part++) {
            assert_true(number_percent(part, whole) ==
                        (200 * part + whole) / (2 * whole));
        }
    }
}

static void
test_month_days(void **state)
{
    (void)state;
    assert_int_equal(number_month_days(2023, 2), 28);
    assert_int_equal(number_month_days(2024, 2), 29);
    assert_int_equal(number_month_days(1900, 2), 28);
    assert_int_equal(number_month_days(2000, 2), 29);
    assert_int_equal(number_month_days(2026, 4), 30);
    assert_int_equal(number_month_days(2026, 12), 31);
    assert_int_equal(number_month_days(2026, 0), 0);
    assert_int_equal(number_month_days(2026, 13), 0);
}

/* FIPS 180-4's examples, and the lengths around the padding's borders. */
static const struct digest_row {
    const char *text;
    size_t repeat;
    const char *digest;
} digest_rows[] = {
    { "", 0,
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", 1,
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    { "a", 55,
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318" },
    { "a", 56,
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a" },
    { "a", 64,
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb" },
    { "a", 1000000,
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
};

static void
test_sha256(void **state)
{
    char out[SHA256_TEXT];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(digest_rows); i++) {
        const struct digest_row *row = &digest_rows[i];
        struct buf buf;

        buf_init(&buf, &mem_default, 2000000);
        for (size_t n = 0; n < row->repeat; n++)
            buf_text(&buf, row->text);
        sha256_text(buf.data, buf.len, out);
        assert_memory_equal(out, "sha256:", 7);
        assert_string_equal(out + 7, row->digest);
        buf_done(&buf);
    }
}

/* The processor's instructions, where it has them, and plain C. */
static void
test_sha256_ways(void **state)
{
    unsigned char blocks[5 * 64];

    (void)state;
    for (size_t i = 0; i < sizeof blocks; i++)
        blocks[i] = (unsigned char)(i * i + 7 * i);
    for (size_t count = 0; count <= 5; count++) {
        uint32_t plain[8] = { 1, 2, 3, 4, 5, 6, 7, 0x80000000 };
        uint32_t fast[8] = { 1, 2, 3, 4, 5, 6, 7, 0x80000000 };

        sha256_plain(plain, blocks, count);
        if (sha256_x86(fast, blocks, count))
            assert_memory_equal(plain, fast, sizeof plain);
    }
}

/* Two texts, of whatever lengths, as each by itself. */
static void
test_sha256_both(void **state)
{
    static const size_t lengths[] = { 0, 1, 64, 4095, 4096, 4160, 20000 };
    char texts[2][20000], alone[2][SHA256_TEXT], both[2][SHA256_TEXT];

    (void)state;
    for (size_t i = 0; i < sizeof texts[0]; i++) {
        texts[0][i] = (char)(uint8_t)(i * i + 7 * i);
        texts[1][i] = (char)(uint8_t)(i * 5 + i / 256);
    }
    for (size_t i = 0; i < ARRAY_LEN(lengths) * ARRAY_LEN(lengths); i++) {
        size_t one = lengths[i % ARRAY_LEN(lengths)];
        size_t two = lengths[i / ARRAY_LEN(lengths)];

        sha256_text(texts[0], one, alone[0]);
        sha256_text(texts[1], two, alone[1]);
        sha256_both(str_make(texts[0], one), both[0], str_make(texts[1], two),
                    both[1]);
        assert_string_equal(alone[0], both[0]);
        assert_string_equal(alone[1], both[1]);
    }
}

static const struct fill_row {
    const char *text, *filled;
    size_t args;
} fill_rows[] = {
    { "plain", "plain", 2 },
    { "%1", "one", 2 },
    { "a%2b%1c", "atwobonec", 2 },
    { "%1%1", "oneone", 2 },
    { "%3 %1", "%3 one", 2 },
    { "100 %", "100 %", 2 },
    { "%0 %%1", "%0 %one", 2 },
    { "%1", "%1", 0 },
    { "", "", 2 },
    { "%3 %(row|rows)", "1 row", 3 },
    { "%1 %(row is|rows are) %2", "one rows are two", 3 },
    { "%3 of %1 %(row|rows)", "1 of one rows", 3 },
    { "%(a|b) %3 %(|b)c %(a|)d (%(a|b))", "b 1 c ad (a)", 3 },
    { "%3 %(row) %(a|b %(", "1 %(row) %(a|b %(", 3 },
    { "%3 %(a)b|c)", "1 %(a)b|c)", 3 },
};

static void
test_message_fill(void **state)
{
    static const struct str args[] = { { "one", 3 }, { "two", 3 }, { "1", 1 } };
    struct buf buf;

    (void)state;
    buf_init(&buf, &mem_default, 100);
    for (size_t i = 0; i < ARRAY_LEN(fill_rows); i++) {
        message_fill(&buf, fill_rows[i].text, args, fill_rows[i].args);
        assert_string_equal(buf_view(&buf).ptr, fill_rows[i].filled);
        buf_clear(&buf);
    }
    buf_done(&buf);
}

/* Both languages say something, with the same marks. */
static void
test_messages(void **state)
{
    (void)state;
    for (int id = 0; id < (int)MSG_COUNT; id++) {
        const char *sv = message_text((enum message)id, SAMSYN_LANG_SV);
        const char *en = message_text((enum message)id, SAMSYN_LANG_EN);

        assert_true(*sv && *en);
        for (char mark = '1'; mark <= '9'; mark++) {
            const char text[] = { '%', mark, '\0' };

            assert_int_equal(!strstr(sv, text), !strstr(en, text));
        }
    }
    assert_string_equal(message_text(MSG_COUNT, SAMSYN_LANG_SV), "");
}

static int
stop_at_once(void *user)
{
    ++*(int *)user;
    return 1;
}

static void
test_config(void **state)
{
    struct samsyn_config config = config_default;
    int asked = 0;

    (void)state;
    assert_ptr_equal(config_of(NULL), &config_default);
    assert_ptr_equal(config_of(&config), &config);
    assert_int_equal(config.lang, SAMSYN_LANG_SV);
    assert_int_equal(config.year, 0);
    assert_true(config.limits[SAMSYN_LIMIT_INPUT] == 134217728);
    assert_true(config.limits[SAMSYN_LIMIT_CHECKLIST] == 1048576);
    assert_true(config.limits[SAMSYN_LIMIT_STEPS] == 50000000);
    assert_true(config.limits[SAMSYN_LIMIT_PATTERN] == 100000);
    assert_true(config.limits[SAMSYN_LIMIT_EVIDENCE] == 5);
    assert_false(config_stops(NULL));
    assert_false(config_stops(&config));
    config.stop = stop_at_once;
    config.stop_user = &asked;
    assert_true(config_stops(&config));
    assert_int_equal(asked, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mem_sums),
        cmocka_unit_test(test_str),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_buf),
        cmocka_unit_test(test_buf_max),
        cmocka_unit_test(test_vec),
        cmocka_unit_test(test_vec_too_large),
        cmocka_unit_test(test_arena),
        cmocka_unit_test(test_arena_copies),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_month_days),
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_sha256_ways),
        cmocka_unit_test(test_sha256_both),
        cmocka_unit_test(test_message_fill),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_config),
    };

    return cmocka_run_group_tests_name("base_text", tests, NULL, NULL);
}
