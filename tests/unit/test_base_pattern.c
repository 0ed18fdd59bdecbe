/* SPDX-License-Identifier: MIT */

/* Patterns: what is refused and where, what is found and where, and that a
 * limit is an answer of its own.  Each row is tried with no memory, then one
 * allocation, then two, until it succeeds. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/pattern.h"
#include "base/pattern_needs.h"
#include "support/ledger.h"

static const struct row {
    const char *name, *expr;
    samsyn_status status;
    size_t offset; /* of the fault, where there is one */
    enum message reason;
} rows[] = {
    { "plain word", "polis", SAMSYN_OK, 0, MSG_COUNT },
    { "non-ASCII letters", "\xC3\xA5tg\xC3\xA4rd", SAMSYN_OK, 0, MSG_COUNT },
    { "classes and counts", "\\b\\d{4}[-:]\\d+", SAMSYN_OK, 0, MSG_COUNT },
    { "look-around", "(?<=a)b(?!c)(?=d)", SAMSYN_OK, 0, MSG_COUNT },
    { "named group", "(?<Namn>a)\\k<Namn>(?P<B>b)(?P=B)\\g{B}(?'C'c)",
      SAMSYN_OK, 0, MSG_COUNT },
    { "capitals in escapes", "\\D\\S\\W\\pL\\p{Lu}\\P{Ll}\\x{C5}\\xC5\\N{U+C5}",
      SAMSYN_OK, 0, MSG_COUNT },
    { "capitals in options and comments", "(?i-x:a)(?#Ett A)b", SAMSYN_OK, 0,
      MSG_COUNT },
    { "quoted", "\\Qa.b\\E.c", SAMSYN_OK, 0, MSG_COUNT },
    { "class with brackets", "[]a[:alpha:][^]+[\\]b]", SAMSYN_OK, 0,
      MSG_COUNT },
    { "condition", "(a)?(?(1)b|c)(?(?=d)d|e)", SAMSYN_OK, 0, MSG_COUNT },
    { "not a line break, twice", "\\N{2}", SAMSYN_OK, 0, MSG_COUNT },
    { "open group", "(polis", SAMSYN_E_SCHEMA, 6, MSG_PATTERN_GROUP_OPEN },
    { "closed group", "polis)", SAMSYN_E_SCHEMA, 5, MSG_PATTERN_GROUP_CLOSED },
    { "bad range", "[z-a]", SAMSYN_E_SCHEMA, 3, MSG_PATTERN_CLASS_RANGE },
    { "open class", "[abc", SAMSYN_E_SCHEMA, 4, MSG_PATTERN_CLASS_OPEN },
    { "nothing to repeat", "a|*b", SAMSYN_E_SCHEMA, 2, MSG_PATTERN_REPEAT },
    { "counts out of order", "a{3,2}", SAMSYN_E_SCHEMA, 5, MSG_PATTERN_COUNT },
    { "backslash at the end", "ab\\", SAMSYN_E_SCHEMA, 3,
      MSG_PATTERN_BACKSLASH },
    { "unknown escape", "a\\yb", SAMSYN_E_SCHEMA, 2, MSG_PATTERN_ESCAPE },
    { "unknown class", "[[:foo:]]", SAMSYN_E_SCHEMA, 3,
      MSG_PATTERN_CLASS_NAME },
    { "unknown property", "\\p{Foo}", SAMSYN_E_SCHEMA, 7,
      MSG_PATTERN_CLASS_NAME },
    { "no such group", "(a)\\2", SAMSYN_E_SCHEMA, 4, MSG_PATTERN_REFERENCE },
    { "unknown group", "(?~a)", SAMSYN_E_SCHEMA, 2, MSG_PATTERN_GROUP_SIGN },
    { "look behind at any length", "(?<=a+)b", SAMSYN_E_SCHEMA, 0,
      MSG_PATTERN_BEHIND },
    { "\\C is refused", "a\\Cb", SAMSYN_E_SCHEMA, 3, MSG_PATTERN_RAW_BYTE },
    { "verb at the start", "(*UTF)a", SAMSYN_E_SCHEMA, 0, MSG_PATTERN_VERB },
    { "limit at the start", "(*LIMIT_MATCH=9999)a", SAMSYN_E_SCHEMA, 0,
      MSG_PATTERN_VERB },
    { "verb inside", "a(*ACCEPT)b", SAMSYN_E_SCHEMA, 1, MSG_PATTERN_VERB },
    { "mark", "a(*:m)b", SAMSYN_E_SCHEMA, 1, MSG_PATTERN_VERB },
    { "recursion", "a(?R)?", SAMSYN_E_SCHEMA, 3, MSG_PATTERN_RECURSION },
    { "recursion by 0", "a(?0)?", SAMSYN_E_SCHEMA, 3, MSG_PATTERN_RECURSION },
    { "call by number", "(a)(?1)", SAMSYN_E_SCHEMA, 5, MSG_PATTERN_RECURSION },
    { "call by distance", "(a)(?-1)", SAMSYN_E_SCHEMA, 5,
      MSG_PATTERN_RECURSION },
    { "call ahead", "(?+1)(a)", SAMSYN_E_SCHEMA, 2, MSG_PATTERN_RECURSION },
    { "call by name", "(?<n>a)(?&n)", SAMSYN_E_SCHEMA, 9,
      MSG_PATTERN_RECURSION },
    { "call by name, as Python", "(?P<n>a)(?P>n)", SAMSYN_E_SCHEMA, 10,
      MSG_PATTERN_RECURSION },
    { "call as Oniguruma", "(?<n>a)\\g<n>", SAMSYN_E_SCHEMA, 7,
      MSG_PATTERN_RECURSION },
    { "callout", "a(?C1)b", SAMSYN_E_SCHEMA, 3, MSG_PATTERN_CALLOUT },
    { "capital", "aPolis", SAMSYN_E_SCHEMA, 1, MSG_PATTERN_CAPITAL },
    { "capital that is not ASCII", "a\xC3\x85", SAMSYN_E_SCHEMA, 1,
      MSG_PATTERN_CAPITAL },
    { "capital in a class", "[a-zA-Z]", SAMSYN_E_SCHEMA, 4,
      MSG_PATTERN_CAPITAL },
    { "capital in quotes", "\\QA\\E", SAMSYN_E_SCHEMA, 2, MSG_PATTERN_CAPITAL },
    { "capital after a look behind", "(?<=A)b", SAMSYN_E_SCHEMA, 4,
      MSG_PATTERN_CAPITAL },
    { "capital after options", "(?s:A)", SAMSYN_E_SCHEMA, 4,
      MSG_PATTERN_CAPITAL },
    { "capital after a condition", "(a)(?(1)B)", SAMSYN_E_SCHEMA, 8,
      MSG_PATTERN_CAPITAL },
    { "capital after a name", "(?<N>B)", SAMSYN_E_SCHEMA, 5,
      MSG_PATTERN_CAPITAL },
    { "capital after an escape", "\\dA", SAMSYN_E_SCHEMA, 2,
      MSG_PATTERN_CAPITAL },
    { "nothing", "", SAMSYN_E_SCHEMA, 0, MSG_PATTERN_EMPTY },
    { "nothing at all", "a*", SAMSYN_E_SCHEMA, 0, MSG_PATTERN_EMPTY },
    { "a place only", "\\b", SAMSYN_E_SCHEMA, 0, MSG_PATTERN_EMPTY },
    { "not UTF-8", "a\xE5", SAMSYN_E_SCHEMA, 1, MSG_PATTERN_UTF8 },
    { "grows too large", "((((a{900}){900}){900}){900})", SAMSYN_E_SCHEMA, 29,
      MSG_PATTERN_LARGE },
};

/* Swedish and English say the same thing. */
static void
check_fault(const struct row *row, const struct pattern_fault *fault)
{
    assert_int_equal(fault->offset, row->offset);
    assert_string_equal(fault->text, message_text(row->reason, SAMSYN_LANG_EN));
    assert_string_equal(pattern_reason(fault, SAMSYN_LANG_EN), fault->text);
    assert_string_equal(pattern_reason(fault, SAMSYN_LANG_SV),
                        message_text(row->reason, SAMSYN_LANG_SV));
}

static void
test_compile(void **state)
{
    const struct row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct pattern_fault fault = { 0, "" };
        struct pattern *pattern = NULL;

        assert_in_range(n, 0, 100);
        status = pattern_compile(&pattern, str_of(row->expr), &mem, &fault);
        assert_true((status == SAMSYN_OK) == (pattern != NULL));
        if (status == SAMSYN_E_SCHEMA)
            check_fault(row, &fault);
        pattern_free(pattern);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, row->status);
}

static const struct find_row {
    const char *name, *expr, *text;
    size_t from;
    enum pattern_result result;
    size_t start, end;
} find_rows[] = {
    { "found", "b+", "abba", 0, PATTERN_FOUND, 1, 3 },
    { "found later", "a", "abba", 1, PATTERN_FOUND, 3, 4 },
    { "not found", "c", "abba", 0, PATTERN_NONE, 0, 0 },
    { "from the end", "a", "abba", 4, PATTERN_NONE, 0, 0 },
    { "from past the end", "a", "abba", 5, PATTERN_NONE, 0, 0 },
    { "empty text", "a", "", 0, PATTERN_NONE, 0, 0 },
    { "words of any letters", "\\b\\w+", "- \xC3\xA5tg\xC3\xA4rd.", 0,
      PATTERN_FOUND, 2, 10 },
    { "a border before a-ring", "\\b\xC3\xA5", "x \xC3\xA5", 0, PATTERN_FOUND,
      2, 4 },
    { "many groups", "(a)(b)(b)(a)", "abba", 0, PATTERN_FOUND, 0, 4 },
    { "from inside a letter", "\\w",
      "\xC3\xA5"
      "b",
      1, PATTERN_FOUND, 2, 3 },
    { "cut at the end", "\\w+", "ab\xC3", 0, PATTERN_FOUND, 0, 2 },
    { "cut at the start", "(?<=.)?\\w+",
      "\xA5"
      "ab",
      0, PATTERN_FOUND, 1, 3 },
    { "only a cut letter", "\\w+", "\x9F\x98", 0, PATTERN_NONE, 0, 0 },
    { "never empty", "a\\K", "aa", 0, PATTERN_NONE, 0, 0 },
    { "kept from \\K on", "a\\Kb", "ab", 0, PATTERN_FOUND, 1, 2 },
    { "exponential", "(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 0,
      PATTERN_LIMIT, 0, 0 },
    { "alternatives", "(a|aa)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
      0, PATTERN_LIMIT, 0, 0 },
};

static struct pattern *
compiled(const char *expr)
{
    struct pattern_fault fault = { 0, "" };
    struct pattern *pattern = NULL;

    assert_int_equal(
        pattern_compile(&pattern, str_of(expr), &mem_default, &fault),
        SAMSYN_OK);
    return pattern;
}

/* A scan, made and used with so much memory; what it does on lack of it is
 * the same at any moment. */
static enum pattern_result
find(const struct pattern *pattern, const struct find_row *row,
     const samsyn_allocator *mem, size_t *start, size_t *end)
{
    enum pattern_result result = PATTERN_NOMEM;
    struct pattern_scan *scan = NULL;
    samsyn_status status = pattern_scan_new(&scan, 100000, mem);

    assert_true((status == SAMSYN_OK) == (scan != NULL));
    assert_true(status == SAMSYN_OK || status == SAMSYN_E_NOMEM);
    if (scan) {
        result = pattern_find(pattern, scan, str_of(row->text), row->from,
                              start, end);
    }
    pattern_scan_free(scan);
    return result;
}

static void
test_find(void **state)
{
    const struct find_row *row = *state;
    struct pattern *pattern = compiled(row->expr);
    enum pattern_result result = PATTERN_NOMEM;

    for (size_t n = 0; result == PATTERN_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        size_t start = 77, end = 77;
        clock_t begun = clock();

        assert_in_range(n, 0, 100);
        result = find(pattern, row, &mem, &start, &end);
        assert_int_equal(start, result == PATTERN_FOUND ? row->start : 77);
        assert_int_equal(end, result == PATTERN_FOUND ? row->end : 77);
        assert_int_equal(ledger.live, 0);
        assert_true(clock() - begun < CLOCKS_PER_SEC);
    }
    assert_int_equal(result, row->result);
    pattern_free(pattern);
}

static void
test_sizes(void **state)
{
    struct pattern_fault fault = { 0, "" };
    struct pattern *pattern = NULL;
    struct buf buf;

    (void)state;
    buf_init(&buf, &mem_default, 10000);
    for (int i = 0; i < 4096; i++)
        buf_char(&buf, 'a');
    assert_int_equal(
        pattern_compile(&pattern, buf_view(&buf), &mem_default, &fault),
        SAMSYN_OK);
    pattern_free(pattern);
    buf_char(&buf, 'a');
    assert_int_equal(
        pattern_compile(&pattern, buf_view(&buf), &mem_default, &fault),
        SAMSYN_E_SCHEMA);
    assert_string_equal(pattern_reason(&fault, SAMSYN_LANG_EN),
                        message_text(MSG_PATTERN_LONG, SAMSYN_LANG_EN));
    buf_clear(&buf);
    for (int i = 0; i < 51; i++)
        buf_char(&buf, '(');
    buf_char(&buf, 'a');
    for (int i = 0; i < 51; i++)
        buf_char(&buf, ')');
    assert_int_equal(
        pattern_compile(&pattern, buf_view(&buf), &mem_default, &fault),
        SAMSYN_E_SCHEMA);
    assert_string_equal(pattern_reason(&fault, SAMSYN_LANG_EN),
                        message_text(MSG_PATTERN_DEEP, SAMSYN_LANG_EN));
    buf_done(&buf);
}

/* What PCRE2 says and the catalogue does not is shown as it is. */
static void
test_other_reason(void **state)
{
    struct pattern_fault fault = { 0, "" };
    struct pattern *pattern = NULL;

    (void)state;
    assert_int_equal(
        pattern_compile(&pattern, STR("(?<n>a)(?<n>b)"), &mem_default, &fault),
        SAMSYN_E_SCHEMA);
    assert_non_null(strstr(fault.text, "same name"));
    assert_ptr_equal(pattern_reason(&fault, SAMSYN_LANG_SV), fault.text);
    assert_int_equal(
        pattern_compile(&pattern, str_make(NULL, 0), &mem_default, &fault),
        SAMSYN_E_SCHEMA);
}

static const struct needs_row {
    const char *expr;
    char needs;
} needs_rows[] = {
    { "", '\0' },
    { "avtal", '\0' },
    { "[a-z.]+@[a-z]+\\.[a-z]+", '@' },
    { "\\d{4}:\\d+", ':' },
    { "\\b0\\d{1,3}", '0' },
    { "7:[0-9]", ':' },
    { "dnr\\/x", '/' },
    { "a/?b", '\0' },
    { "a/*b", '\0' },
    { "a/{0,2}b", '\0' },
    { "a/+b", '/' },
    { "a|/", '\0' },
    { "(a|b)/", '/' },
    { "(?:a/)b", '\0' },
    { "(?<=/)b", '\0' },
    { "(?<!/)b:", ':' },
    { "(?=/)b:", ':' },
    { "(?#/)b", '\0' },
    { "(?i)a/", '\0' },
    { "(?|a|b)/", '\0' },
    { "(?>a)/", '\0' },
    { "a\\Q/\\E", '\0' },
    { "/\\Ka", '\0' },
    { "\\x2f/", '\0' },
    { "[]/]a", '\0' },
    { "[^]/]:", ':' },
    { "[[:alpha:]/]:", '\0' },
    { "[\\]/]:", ':' },
    { "(/", '\0' },
    { "[/", '\0' },
    { "/\\", '/' },
    { "\xC2\xA7 [0-9]", '\0' },
};

static void
test_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(needs_rows); i++) {
        if (pattern_needs(str_of(needs_rows[i].expr)) != needs_rows[i].needs)
            fail_msg("%s", needs_rows[i].expr);
    }
}

#define ROWS ARRAY_LEN(rows)
#define FIND_ROWS ARRAY_LEN(find_rows)

int
main(void)
{
    struct CMUnitTest tests[ROWS + FIND_ROWS + 3] = {
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_other_reason),
        cmocka_unit_test(test_needs)
    };

    for (size_t i = 0; i < ROWS; i++) {
        tests[3 + i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_compile,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    for (size_t i = 0; i < FIND_ROWS; i++) {
        tests[3 + ROWS + i] =
            (struct CMUnitTest){ .name = find_rows[i].name,
                                 .test_func = test_find,
                                 .initial_state =
                                     (void *)(uintptr_t)&find_rows[i] };
    }
    return cmocka_run_group_tests_name("base_pattern", tests, NULL, NULL);
}
