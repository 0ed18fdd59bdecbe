/* SPDX-License-Identifier: MIT */
/* The small parts of reports by rows: JSON texts and containers, numbers as
 * people read them, wrapped lines, shortened quotes. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/json_writer.h"
#include "report/page.h"
#include "report/report.h"
#include "report/shell.h"
#include "report/words.h"
#include "support/specimen.h"

static const struct {
    const char *text, *json;
} string_rows[] = {
    { "", "\"\"" },
    { "vanlig text åäö", "\"vanlig text åäö\"" },
    { "\"citat\" och \\", "\"\\\"citat\\\" och \\\\\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1f", "\"\\u0001\\u001f\"" },
    { "a\x7f", "\"a\\u007f\"" },
    { "\xC2\x85", "\"\\u0085\"" },
    { "/ är sig lik", "\"/ är sig lik\"" },
    { "\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\"" },
    { "av\xE5", "\"av\xEF\xBF\xBD\"" },
    { "\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "\xE2\x82", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
};

static void
test_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(string_rows); i++) {
        struct json json;
        struct buf out;

        buf_init(&out, &mem_default, 1000);
        json_init(&json, &out);
        json_text(&json, string_rows[i].text);
        assert_string_equal(buf_view(&out).ptr, string_rows[i].json);
        buf_done(&out);
    }
}

static void
test_containers(void **state)
{
    struct json json;
    struct buf out;

    (void)state;
    buf_init(&out, &mem_default, 1000);
    json_init(&json, &out);
    json_open(&json, '[');
    json_pair_empty(&json, "no pair in a list, but a list after it");
    json_open(&json, '{');
    json_close(&json, '}');
    json_int(&json, INT64_MIN);
    json_open(&json, '{');
    json_pair(&json, "a", "x");
    json_pair_or_null(&json, "b", "");
    json_pair_or_null(&json, "c", NULL);
    json_pair_int(&json, "d", INT64_MAX);
    json_pair_null(&json, "e");
    json_close(&json, '}');
    json_close(&json, ']');
    assert_string_equal(buf_view(&out).ptr,
                        "[\n"
                        "  \"no pair in a list, but a list after it\": [],\n"
                        "  {},\n"
                        "  -9223372036854775808,\n"
                        "  {\n"
                        "    \"a\": \"x\",\n"
                        "    \"b\": null,\n"
                        "    \"c\": null,\n"
                        "    \"d\": 9223372036854775807,\n"
                        "    \"e\": null\n"
                        "  }\n"
                        "]");
    buf_done(&out);
}

static const struct {
    int64_t thousandths;
    const char *sv, *en;
} point_rows[] = {
    { 0, "0", "0" },
    { 1000, "1", "1" },
    { 12500, "12,5", "12.5" },
    { 1, "0,001", "0.001" },
    { 10, "0,01", "0.01" },
    { 2250, "2,25", "2.25" },
    { 1000500, "1000,5", "1000.5" },
    { -1500, "-1,5", "-1.5" },
    { INT64_MAX, "9223372036854775,807", "9223372036854775.807" },
    { INT64_MIN, "-9223372036854775,808", "-9223372036854775.808" },
};

static void
test_points(void **state)
{
    char out[WORDS_NUMBER];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(point_rows); i++) {
        assert_string_equal(
            words_points(out, point_rows[i].thousandths, SAMSYN_LANG_SV),
            point_rows[i].sv);
        assert_string_equal(
            words_points(out, point_rows[i].thousandths, SAMSYN_LANG_EN),
            point_rows[i].en);
    }
    assert_string_equal(words_number(out, 0), "0");
    assert_string_equal(words_number(out, INT64_MIN), "-9223372036854775808");
}

/* A word longer than the page, blanks of every kind, nothing at all. */
static void
test_wrapping(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);
    char word[PAGE_WIDTH + 30];
    struct page page;
    struct buf out;

    (void)state;
    memset(word, 'o', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    buf_init(&out, &mem_default, 10000);
    page_init(&page, &out, &assessment);
    page_text(&page, "ett \n\t två ");
    page_text(&page, word);
    page_text(&page, " tre\r\n");
    page_put(&page, 2, 4);
    page_put(&page, 0, 0);
    page_done(&page);
    assert_non_null(strstr(out.data, "  ett två\n    ooo"));
    assert_non_null(strstr(out.data, "ooo\n    tre\n"));
    buf_done(&out);
}

/* ---- Words of a shell ---- */

static const struct {
    const char *text, *word;
} shell_rows[] = {
    { "", "''" },
    { "docs/a-b_1.md", "docs/a-b_1.md" },
    { "åäö.md", "åäö.md" },
    { "a b", "'a b'" },
    { "~a", "'~a'" },
    { "it's", "'it'\\''s'" },
    { "$(a) `b` \"c\" \\", "'$(a) `b` \"c\" \\'" },
    { "a\tb", "\"$(printf 'a\\011b')\"" },
    { "%s'\\\n.", "\"$(printf '\\045s\\047\\134\\012.')\"" },
    { "\xFF å", "\"$(printf '\\377 å')\"" },
    { "\u202e", "\"$(printf '\\342\\200\\256')\"" },
};

static void
test_shell_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(shell_rows); i++) {
        struct buf out;

        buf_init(&out, &mem_default, 1000);
        shell_word(&out, shell_rows[i].text);
        assert_string_equal(buf_view(&out).ptr, shell_rows[i].word);
        buf_done(&out);
    }
}

/* A line as long as the longest of a heading that was wrapped. */
static void
test_heading(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);
    char word[61], mark[PAGE_WIDTH + 1];
    struct page page;
    struct buf out;

    (void)state;
    memset(word, 'o', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    memset(mark, '=', sizeof mark);
    buf_init(&out, &mem_default, 10000);
    page_init(&page, &out, &assessment);
    page_text(&page, word);
    page_text(&page, " till ");
    page_text(&page, word);
    page_text(&page, " 2026 igen och en gång till med ord tills det blir tre "
                     "rader av dem");
    page_heading(&page, '=');
    page_done(&page);
    mark[60 + strlen(" 2026 igen och en gang till med ord")] = '\0';
    assert_non_null(strstr(out.data, "\ntills det blir tre rader av dem\n="));
    assert_string_equal(strchr(out.data, '=') + strlen(mark), "\n");
    buf_done(&out);
}

/* ---- Items of the one page ---- */

static const struct {
    samsyn_verdict verdict; /* of the one item */
    const char *says;
} item_rows[] = {
    { SAMSYN_VERDICT_MET, "om dem: 1 av 1.\n" },
    { SAMSYN_VERDICT_NOT_APPLICABLE, "om dem: 1 av 1.\n" },
    { SAMSYN_VERDICT_PARTLY, "om dem: 0 av 1.\n" },
    { SAMSYN_VERDICT_NOT_MET, "om dem: 0 av 1.\n" },
    { SAMSYN_VERDICT_REFERRED, "om dem: 0 av 1. Ännu" },
    { SAMSYN_VERDICT_NEEDS_REVIEW, "om dem: 0 av 1. Ännu" },
};

static void
test_whole_items(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(item_rows); i++) {
        struct samsyn_assessment assessment = specimen_make(&mem_default);
        struct samsyn_criterion *asked = &assessment.criteria[0];
        struct samsyn_criterion before = *asked;
        uint8_t unit = (uint8_t)item_rows[i].verdict;
        struct samsyn_item item = { .kind = (enum item_kind)1 };
        struct buf out;

        print_message("row %zu\n", i);
        assessment.items = &item;
        assessment.item_count = 1;
        asked->asked = LEVEL_ITEM;
        asked->of = 1;
        asked->units = &unit;
        asked->unit_count = 1;
        buf_init(&out, &mem_default, 100000);
        report_brief(&out, &assessment);
        assert_non_null(strstr(out.data, item_rows[i].says));
        asked->asked = LEVEL_DOCUMENT; /* and nothing of the item */
        buf_clear(&out);
        report_brief(&out, &assessment);
        assert_null(strstr(out.data, "om dem:"));
        buf_done(&out);
        *asked = before;
    }
}

/* A long quote is cut at a word, one long word anywhere; --explain shows it
 * all. */
static void
test_long_quotes(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);
    static char words[4000], word[4000];
    struct samsyn_evidence long_one = { .span = { 0, 9, 1, 1 } };
    const size_t frame = strlen("Rad 1: ”” …\n");
    struct page page;
    struct buf out;

    (void)state;
    for (size_t i = 0; i < 100; i++) {
        memcpy(words + 13 * i, "åäöåäö ", 13);
        memcpy(word + 12 * i, "åäöåäö", 12);
    }
    buf_init(&out, &mem_default, 10000);
    page_init(&page, &out, &assessment);
    long_one.quote = str_of(words);
    words_stretch(&page, &long_one, WORDS_BRIEF);
    page_put(&page, 0, 0);
    /* 28 words of 6 letters and the blanks between are 195 code points */
    assert_int_equal(out.len, frame + 28 * 13 - 1);
    assert_non_null(strstr(out.data, "åäöåäö …”"));
    buf_clear(&out);
    long_one.quote = str_of(word);
    words_stretch(&page, &long_one, WORDS_BRIEF);
    assert_int_equal(page.line.len, frame - 1 + 2 * WORDS_QUOTE);
    buf_clear(&page.line);
    words_stretch(&page, &long_one, WORDS_WHOLE);
    assert_int_equal(page.line.len, strlen("Rad 1: ””") + strlen(word));
    page_done(&page);
    buf_done(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),     cmocka_unit_test(test_containers),
        cmocka_unit_test(test_points),      cmocka_unit_test(test_wrapping),
        cmocka_unit_test(test_long_quotes), cmocka_unit_test(test_heading),
        cmocka_unit_test(test_shell_words), cmocka_unit_test(test_whole_items),
    };

    return cmocka_run_group_tests_name("report parts", tests, NULL, NULL);
}
