/* SPDX-License-Identifier: MIT */

/* Diagnostics: places as people count them, the order and the limit of a
 * list, and what is written for a person, to the byte.  What allocates is
 * tried with every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/diag_place.h"
#include "base/utf8.h"
#include "support/ledger.h"

#define NO_HINT str_of("")

static bool
add(struct samsyn_diagnostics *list, enum diag_code code,
    const struct diag_source *source, size_t start, size_t end)
{
    static const struct str args[] = { { "x", 1 }, { "y", 1 }, { "z", 1 } };

    return diag_add(list, code, source, start, end, args, 3, NO_HINT);
}

static const struct place_row {
    const char *text;
    size_t offset, line, column;
} place_rows[] = {
    { "", 0, 1, 1 },
    { "abc", 1, 1, 2 },
    { "abc", 3, 1, 4 },
    { "abc", 99, 1, 4 },
    { "a\nb", 1, 1, 2 },
    { "a\nb", 2, 2, 1 },
    { "a\n", 2, 2, 1 },
    { "a\r\nb", 2, 1, 2 }, /* between CR and LF: the line's end */
    { "a\r\nb", 3, 2, 1 },
    { "a\rb", 2, 2, 1 },
    { "a\n\nb", 3, 3, 1 },
    { "\xC3\xA5\xC3\xA4x", 4, 1, 3 },
    { "\xEF\xBB\xBF"
      "ab",
      3, 1, 1 },
    { "\xEF\xBB\xBF"
      "ab",
      0, 1, 1 },
    { "m\xE5l", 2, 1, 3 }, /* a bad byte is one column */
    { "\xE2\x82"
      "a",
      2, 1, 3 },
    { "\xF0\x9F\x98\x80x", 4, 1, 2 },
};

static void
test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(place_rows); i++) {
        const struct place_row *row = &place_rows[i];
        struct diag_place place =
            diag_place_find(str_of(row->text), row->offset);

        assert_int_equal(place.line, row->line);
        assert_int_equal(place.column, row->column);
    }
}

/* What is written of one entry. */
static const struct write_row {
    const char *name, *text;
    samsyn_lang lang;
    enum diag_code code;
    size_t start, end;
    const char *hint, *written;
} write_rows[] = {
    { "as promised", "a: 1\nb:\n    vikt: must\n", SAMSYN_LANG_SV,
      DIAG_SHAPE_UNKNOWN, 12, 16, "weight",
      "fel[unknown-key]: ok\xC3\xA4nd nyckel \xE2\x80\x9Dx\xE2\x80\x9D i y; "
      "menade du \xE2\x80\x9Dweight\xE2\x80\x9D?\n"
      " --> file.yaml:3:5\n"
      "  |\n"
      "3 |     vikt: must\n"
      "  |     ^^^^\n"
      "  = hj\xC3\xA4lp: till\xC3\xA5tna nycklar h\xC3\xA4r: z\n" },
    { "in English, a warning", "p: \"\\b\"", SAMSYN_LANG_EN,
      DIAG_YAML_ESCAPED_CONTROL, 4, 6, "",
      "warning[escaped-control]: a backslash in double quotes gave the control "
      "character x\n"
      " --> file.yaml:1:5\n"
      "  |\n"
      "1 | p: \"\\b\"\n"
      "  |     ^^\n"
      "  = help: use single quotes for patterns: '\\bgoal'\n" },
    { "hint in English", "a", SAMSYN_LANG_EN, DIAG_YAML_MERGE, 0, 1, "b",
      "error[merge-key]: the key \"<<\" cannot be used; did you mean \"b\"?\n"
      " --> file.yaml:1:1\n"
      "  |\n"
      "1 | a\n"
      "  | ^\n"
      "  = help: write the content out instead\n" },
    { "line 10, a tab and letters of two bytes",
      "\n\n\n\n\n\n\n\n\n\t\xC3\xA5 \xC3\xA4\xC3\xB6", SAMSYN_LANG_SV,
      DIAG_YAML_MERGE, 13, 17, "",
      "fel[merge-key]: nyckeln \xE2\x80\x9D<<\xE2\x80\x9D kan inte "
      "anv\xC3\xA4ndas\n"
      "  --> file.yaml:10:4\n"
      "   |\n"
      "10 | \t\xC3\xA5 \xC3\xA4\xC3\xB6\n"
      "   | \t  ^^\n"
      "   = hj\xC3\xA4lp: skriv ut inneh\xC3\xA5llet i st\xC3\xA4llet\n" },
    { "a combining mark has no width", "o\xCC\x88 b", SAMSYN_LANG_EN,
      DIAG_YAML_MERGE, 4, 5, "",
      "error[merge-key]: the key \"<<\" cannot be used\n"
      " --> file.yaml:1:4\n"
      "  |\n"
      "1 | o\xCC\x88 b\n"
      "  |   ^\n"
      "  = help: write the content out instead\n" },
    { "what a terminal would obey",
      "a\x1B[2J\xE5\xE2\x80\xAE"
      "b",
      SAMSYN_LANG_EN, DIAG_YAML_MERGE, 5, 6, "",
      "error[merge-key]: the key \"<<\" cannot be used\n"
      " --> file.yaml:1:6\n"
      "  |\n"
      "1 | a?[2J??b\n"
      "  |      ^\n"
      "  = help: write the content out instead\n" },
    { "an empty line", "", SAMSYN_LANG_EN, DIAG_YAML_EMPTY, 0, 0, "",
      "error[empty-file]: the file is empty\n"
      " --> file.yaml:1:1\n"
      "  |\n"
      "1 |\n"
      "  | ^\n"
      "  = help: write the content, or check that this is the right file\n" },
    { "over several lines: only the first", "ab\ncd", SAMSYN_LANG_EN,
      DIAG_YAML_MERGE, 1, 5, "",
      "error[merge-key]: the key \"<<\" cannot be used\n"
      " --> file.yaml:1:2\n"
      "  |\n"
      "1 | ab\n"
      "  |  ^\n"
      "  = help: write the content out instead\n" },
    { "no place", "ab", SAMSYN_LANG_EN, DIAG_YAML_MERGE, SAMSYN_NONE, 0, "",
      "error[merge-key]: the key \"<<\" cannot be used\n"
      " --> file.yaml\n"
      "  = help: write the content out instead\n" },
};

static int
collect(void *user, const char *bytes, size_t length)
{
    buf_add(user, bytes, length);
    return 0;
}

/* True where there was memory for all of it. */
static bool
write_row(const struct write_row *row, const samsyn_allocator *mem,
          struct buf *out)
{
    static const struct str args[] = { { "x", 1 }, { "y", 1 }, { "z", 1 } };
    struct diag_source source = { "file.yaml", str_of(row->text), NULL };
    struct samsyn_diagnostics *list = diag_new(mem, row->lang);
    bool ok = false;

    if (!list)
        return false;
    ok = diag_add(list, row->code, &source, row->start, row->end, args, 3,
                  str_of(row->hint));
    assert_int_equal(diag_failed(list), !ok);
    if (ok) {
        samsyn_status status = samsyn_diagnostics_write(list, collect, out);

        assert_true(status == SAMSYN_OK || status == SAMSYN_E_NOMEM);
        ok = status == SAMSYN_OK;
    }
    samsyn_diagnostics_free(list);
    return ok;
}

static void
test_write(void **state)
{
    const struct write_row *row = *state;
    bool done = false;

    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct buf out;

        assert_in_range(n, 0, 100);
        buf_init(&out, &mem_default, 100000);
        done = write_row(row, &mem, &out);
        assert_int_equal(ledger.live, 0);
        if (done)
            assert_string_equal(buf_view(&out).ptr, row->written);
        buf_done(&out);
    }
}

/* Source by source, then by place, those without one last. */
static void
test_order(void **state)
{
    struct diag_source one = { "one", STR("abcdef"), NULL };
    struct diag_source two = { "two", STR("abcdef"), NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_SV);
    static const struct {
        const char *source;
        size_t start;
        const char *code;
    } expected[] = {
        { "one", 0, "merge-key" },  { "one", 3, "anchor" },
        { "one", 3, "alias" },      { "one", SAMSYN_NONE, "tag" },
        { "two", 1, "empty-file" }, { "two", 2, "tag" },
    };

    (void)state;
    assert_true(add(list, DIAG_YAML_TAG, &one, SAMSYN_NONE, 0));
    assert_true(add(list, DIAG_YAML_TAG, &two, 2, 3));
    assert_true(add(list, DIAG_YAML_ANCHOR, &one, 3, 4));
    assert_true(add(list, DIAG_YAML_EMPTY, &two, 1, 3));
    assert_true(add(list, DIAG_YAML_ALIAS, &one, 3, 3));
    assert_true(add(list, DIAG_YAML_MERGE, &one, 0, 1));
    assert_int_equal(samsyn_diagnostics_count(list), ARRAY_LEN(expected));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_string_equal(samsyn_diagnostics_source(list, i),
                            expected[i].source);
        assert_string_equal(samsyn_diagnostics_code(list, i), expected[i].code);
        assert_true(samsyn_diagnostics_span(list, i).start ==
                    expected[i].start);
    }
    samsyn_diagnostics_free(list);
}

/* A full list keeps errors rather than warnings, and counts the rest. */
static void
test_full(void **state)
{
    struct diag_source source = { "one", STR("abcdef"), NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_SV);
    struct buf out;

    (void)state;
    for (size_t i = 0; i < DIAG_MAX + 7; i++)
        assert_true(add(list, DIAG_YAML_ESCAPED_CONTROL, &source, i, i));
    assert_int_equal(samsyn_diagnostics_count(list), DIAG_MAX);
    assert_int_equal(samsyn_diagnostics_worst(list), SAMSYN_SEVERITY_WARNING);
    assert_int_equal(diag_errors(list), 0);
    assert_true(add(list, DIAG_YAML_MERGE, &source, 0, 0));
    assert_int_equal(samsyn_diagnostics_count(list), DIAG_MAX);
    assert_string_equal(samsyn_diagnostics_code(list, 1), "merge-key");
    assert_int_equal(samsyn_diagnostics_worst(list), SAMSYN_SEVERITY_ERROR);
    for (size_t i = 0; i < DIAG_MAX; i++)
        assert_true(add(list, DIAG_YAML_TAG, &source, i, i));
    assert_int_equal(diag_errors(list), DIAG_MAX + 1);
    for (size_t i = 0; i < DIAG_MAX; i++) {
        assert_int_equal(samsyn_diagnostics_severity(list, i),
                         SAMSYN_SEVERITY_ERROR);
    }
    buf_init(&out, &mem_default, 1000000);
    assert_int_equal(samsyn_diagnostics_write(list, collect, &out), SAMSYN_OK);
    assert_non_null(strstr(out.data, "... och 58 till"));
    buf_done(&out);
    samsyn_diagnostics_free(list);
}

static void
test_append(void **state)
{
    struct diag_source one = { "one", STR("abcdef"), NULL };
    struct diag_source two = { "two", STR("abcdef"), NULL };
    bool done = false;

    (void)state;
    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_diagnostics *from =
            diag_new(&mem_default, SAMSYN_LANG_SV);
        struct samsyn_diagnostics *list = diag_new(&mem, SAMSYN_LANG_SV);

        assert_in_range(n, 0, 100);
        for (size_t i = 0; i < DIAG_MAX + 5; i++)
            assert_true(add(from, DIAG_YAML_TAG, &two, i, i));
        done = list && add(list, DIAG_YAML_MERGE, &one, 3, 3) &&
               diag_append(list, from);
        assert_true(!list || diag_failed(list) == !done);
        samsyn_diagnostics_free(from);
        if (done) {
            assert_int_equal(samsyn_diagnostics_count(list), DIAG_MAX);
            assert_int_equal(diag_errors(list), DIAG_MAX + 6);
            assert_string_equal(samsyn_diagnostics_source(list, 0), "one");
            assert_string_equal(samsyn_diagnostics_source(list, 1), "two");
            assert_string_equal(samsyn_diagnostics_code(list, 49), "tag");
        }
        samsyn_diagnostics_free(list);
        assert_int_equal(ledger.live, 0);
    }
    assert_true(diag_append(NULL, NULL));
}

/* Arguments from outside are one line of valid UTF-8 of a bounded length. */
static void
test_arguments(void **state)
{
    static char text[100000];
    struct diag_source source = { "one", STR("abcdef"), NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct str args[] = { { text, sizeof text }, STR("a\nb\xE5\x1B") };

    (void)state;
    memset(text, 'k', sizeof text);
    assert_true(diag_add(list, DIAG_YAML_ODD_KEY, &source, 0, 1, args, 2,
                         str_make(text, sizeof text)));
    const char *message = samsyn_diagnostics_message(list, 0);
    assert_in_range(strlen(message), 600, 700);
    assert_non_null(strstr(message, "kkk...\" holds a b??; did you mean"));
    samsyn_diagnostics_free(list);
}

/* A long line is shown around the place. */
static void
test_long_line(void **state)
{
    char line[2001];
    struct diag_source source = { "one", { line, 2000 }, NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct buf out;

    (void)state;
    for (size_t i = 0; i < 2000; i += 2)
        memcpy(line + i, "\xC3\xA5", 2);
    assert_true(add(list, DIAG_YAML_MERGE, &source, 1000, 1900));
    assert_int_equal(samsyn_diagnostics_span(list, 0).column, 501);
    buf_init(&out, &mem_default, 100000);
    assert_int_equal(samsyn_diagnostics_write(list, collect, &out), SAMSYN_OK);
    assert_in_range(out.len, 400, 550);
    assert_int_equal(utf8_valid(out.data, out.len), out.len);
    assert_non_null(strstr(out.data, "1 | ...\xC3\xA5"));
    assert_non_null(strstr(out.data, "\xC3\xA5...\n"));
    /* 60 letters and three dots before it, 40 letters of it. */
    assert_non_null(strstr(out.data, "| "
                                     "          "
                                     "          "
                                     "          "
                                     "          "
                                     "          "
                                     "          "
                                     "   ^^^^^^^^^^^^^^^^^^^^"
                                     "^^^^^^^^^^^^^^^^^^^^\n"));
    buf_done(&out);
    samsyn_diagnostics_free(list);
}

static int
stop(void *user, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    ++*(int *)user;
    return 1;
}

static void
test_borders(void **state)
{
    struct diag_source source = { "one", { NULL, 0 }, NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_SV);
    struct samsyn_diagnostics *out = list;
    int calls = 0;

    (void)state;
    assert_int_equal(samsyn_diagnostics_count(NULL), 0);
    assert_int_equal(samsyn_diagnostics_worst(NULL), 0);
    assert_null(samsyn_diagnostics_code(NULL, 0));
    assert_null(samsyn_diagnostics_message(list, 0));
    assert_null(samsyn_diagnostics_help(list, 0));
    assert_null(samsyn_diagnostics_source(list, 0));
    assert_int_equal(samsyn_diagnostics_severity(list, 0), 0);
    assert_true(samsyn_diagnostics_span(list, 0).start == SAMSYN_NONE);
    assert_int_equal(samsyn_diagnostics_write(NULL, collect, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_diagnostics_write(list, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    samsyn_diagnostics_free(NULL);
    assert_true(add(NULL, DIAG_YAML_TAG, &source, 0, 0));
    assert_false(diag_failed(NULL));
    assert_int_equal(diag_lang(NULL), SAMSYN_LANG_SV);

    diag_hand_over(list, &out);
    assert_null(out);
    list = diag_new(&mem_default, SAMSYN_LANG_SV);
    assert_true(add(list, DIAG_YAML_TAG, NULL, 3, 4));
    assert_true(add(list, DIAG_YAML_TAG, &source, 0, 9));
    assert_string_equal(samsyn_diagnostics_source(list, 0), "");
    assert_int_equal(samsyn_diagnostics_span(list, 0).line, 0);
    assert_int_equal(samsyn_diagnostics_span(list, 1).line, 1);
    assert_int_equal(samsyn_diagnostics_write(list, stop, &calls),
                     SAMSYN_E_STOPPED);
    assert_int_equal(calls, 1);
    diag_hand_over(list, &out);
    assert_ptr_equal(out, list);
    diag_hand_over(list, NULL);
    diag_hand_over(NULL, &out);
    assert_null(out);
}

/* Codes are stable names, each its own, and every text is there in both
 * languages. */
static void
test_codes(void **state)
{
    (void)state;
    for (int i = 0; i < (int)DIAG_COUNT; i++) {
        const char *name = diag_code_name((enum diag_code)i);

        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         strlen(name));
        assert_true(strlen(name) > 0);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(name, diag_code_name((enum diag_code)j));
    }
    assert_string_equal(diag_code_name(DIAG_COUNT), "");
}

#define ROWS ARRAY_LEN(write_rows)

int
main(void)
{
    struct CMUnitTest tests[ROWS + 8] = {
        cmocka_unit_test(test_places),    cmocka_unit_test(test_order),
        cmocka_unit_test(test_full),      cmocka_unit_test(test_append),
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_borders),   cmocka_unit_test(test_codes),
    };

    for (size_t i = 0; i < ROWS; i++) {
        tests[8 + i] =
            (struct CMUnitTest){ .name = write_rows[i].name,
                                 .test_func = test_write,
                                 .initial_state =
                                     (void *)(uintptr_t)&write_rows[i] };
    }
    return cmocka_run_group_tests_name("base_diag", tests, NULL, NULL);
}
