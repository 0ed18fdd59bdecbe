/* SPDX-License-Identifier: MIT */

/* YAML into trees: every way in which a file goes wrong ends in a diagnostic
 * with the right code, line and column, and what is right has exact places.
 * Each row is tried with every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/yaml_tree.h"
#include "support/ledger.h"

#define NBSP "\xC2\xA0"
#define BOM "\xEF\xBB\xBF"

/* One diagnostic that must come, in this order. */
struct expected {
    const char *code;           /* NULL ends the list */
    size_t line, column, width; /* width in bytes */
};

static const struct row {
    const char *name, *text;
    size_t len; /* 0: up to NUL */
    samsyn_status status;
    struct expected said[4];
} rows[] = {
    { "a map", "a: 1\nb: [x, y]\n", 0, SAMSYN_OK, { { 0 } } },
    { "byte order mark", BOM "a: 1\n", 0, SAMSYN_OK, { { 0 } } },
    { "CRLF", "a: 1\r\nb: 2\r\n", 0, SAMSYN_OK, { { 0 } } },
    { "first document marked", "---\na: 1\n...\n", 0, SAMSYN_OK, { { 0 } } },
    { "words that are no booleans",
      "a: no\nb: 08\nc: 1:30\nd: ~\n",
      0,
      SAMSYN_OK,
      { { 0 } } },
    { "empty", "", 0, SAMSYN_E_SYNTAX, { { "empty-file", 1, 1, 0 } } },
    { "only a comment",
      "# x\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "empty-file", 1, 1, 0 } } },
    { "empty document",
      "---\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "empty-file", 1, 1, 0 } } },
    { "duplicate keys",
      "\xC3\xA5: 1\nb: 2\n\xC3\xA5: 3\n\xC3\xA5: 4\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "duplicate-key", 3, 1, 2 }, { "duplicate-key", 4, 1, 2 } } },
    { "duplicates inside",
      "a:\n  - {b: 1, b: 2}\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "duplicate-key", 2, 12, 1 } } },
    { "merge key",
      "a: 1\n<<: b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "merge-key", 2, 1, 2 } } },
    { "quoted << is a text", "'<<': b\n", 0, SAMSYN_OK, { { 0 } } },
    { "alias without anchor",
      "a: *b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "alias", 1, 4, 2 } } },
    { "anchor", "a: &b 1\n", 0, SAMSYN_E_SYNTAX, { { "anchor", 1, 4, 2 } } },
    { "all refusals at once",
      "a: &x 1\nb: *x\nc: !t 2\na: 3\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "anchor", 1, 4, 2 },
        { "alias", 2, 4, 2 },
        { "tag", 3, 4, 2 },
        { "duplicate-key", 4, 1, 1 } } },
    { "tag of YAML",
      "a: !!str 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tag", 1, 4, 5 } } },
    { "tag on a map",
      "!x {a: 1}\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tag", 1, 1, 2 } } },
    { "unknown tag handle",
      "a: !e!t 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tag", 1, 4, 4 } } },
    { "several documents",
      "a: 1\n---\nb: 2\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "several-documents", 2, 1, 3 } } },
    { "Latin-1",
      "a: 1\nb: m\xE5l\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "invalid-utf8", 2, 5, 1 } } },
    { "Latin-1 after a mark",
      BOM "b: m\xE5l\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "invalid-utf8", 1, 5, 1 } } },
    { "Latin-1 at the end",
      "b: m\xE5",
      0,
      SAMSYN_E_SYNTAX,
      { { "invalid-utf8", 1, 5, 1 } } },
    { "surrogate",
      "b: \xED\xA0\x80\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "invalid-utf8", 1, 4, 1 } } },
    { "no character",
      "b: \xEF\xBF\xBE\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "control-character", 1, 4, 3 } } },
    { "a bad byte after a control",
      "a: \x01\nb: \xE5\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "control-character", 1, 4, 1 } } },
    { "control character",
      "a: 1\nb: x\x07y\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "control-character", 2, 5, 1 } } },
    { "NUL",
      "a: \xC3\xA5\0\n",
      7,
      SAMSYN_E_SYNTAX,
      { { "control-character", 1, 5, 1 } } },
    { "UTF-16 with a mark",
      "\xFF\xFE"
      "a\0:\0 \0b\0",
      10,
      SAMSYN_E_SYNTAX,
      { { "wrong-encoding", 1, 1, 0 } } },
    { "UTF-16, other end first",
      "\xFE\xFF\0a",
      4,
      SAMSYN_E_SYNTAX,
      { { "wrong-encoding", 1, 1, 0 } } },
    { "UTF-16 without a mark",
      "a\0:\0",
      4,
      SAMSYN_E_SYNTAX,
      { { "wrong-encoding", 1, 1, 0 } } },
    { "UTF-32",
      "\xFF\xFE\0\0a\0\0\0",
      8,
      SAMSYN_E_SYNTAX,
      { { "wrong-encoding", 1, 1, 0 } } },
    { "no-break space as indent",
      "a:\n" NBSP NBSP "b: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "odd-character", 2, 1, 2 } } },
    { "no-break space before a dash",
      "a:\n  b: c\n" NBSP NBSP "- d\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "odd-indent", 3, 1, 2 } } },
    { "no-break space inside a text",
      "a: 25" NBSP "000\n",
      0,
      SAMSYN_OK,
      { { 0 } } },
    { "no-break space in a long text",
      "a: b\n  c\n  " NBSP "d\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "odd-indent", 3, 3, 2 } } },
    { "zero-width space in a key",
      "a\xE2\x80\x8B"
      "b: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "odd-character", 1, 2, 3 } } },
    { "curly quotes around a key",
      "\xE2\x80\x9D"
      "a\xE2\x80\x9D: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "odd-character", 1, 1, 3 } } },
    { "tab as indent",
      "a:\n\tb: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tab-indent", 2, 1, 1 } } },
    { "tab after a text",
      "a: 1\n\tb: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tab-indent", 2, 1, 1 } } },
    { "tab in a block text",
      "a: |\n\tx\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "tab-indent", 2, 1, 1 } } },
    { "tab between key and text", "a:\tb\n", 0, SAMSYN_OK, { { 0 } } },
    { "colon in a text",
      "titel: M\xC3\xA5l: syfte\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "colon-in-text", 1, 11, 1 } } },
    { "colon in a text of two lines",
      "a: b\n c: d\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "colon-in-text", 2, 3, 1 } } },
    { "control character from \\b",
      "p: \"x\\bm\xC3\xA5l\"\n",
      0,
      SAMSYN_OK,
      { { "escaped-control", 1, 6, 2 } } },
    { "an escaped backslash is none",
      "p: \"\\\\b\"\n",
      0,
      SAMSYN_OK,
      { { 0 } } },
    { "control character after a backslash",
      "p: \"\\\\\\b\"\n",
      0,
      SAMSYN_OK,
      { { "escaped-control", 1, 7, 2 } } },
    { "line breaks from escapes",
      "p: \"a\\n\\tb\"\n",
      0,
      SAMSYN_OK,
      { { 0 } } },
    { "unknown escape",
      "p: \"\\w+\"\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unknown-escape", 1, 5, 4 } } },
    { "escape cut short",
      "p: \"\\x4\"\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unknown-escape", 1, 7, 2 } } },
    { "pattern without quotes",
      "p: [a, b]{2}\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "text-after-value", 1, 10, 3 } } },
    { "text after a quote",
      "p: 'it's'\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "text-after-value", 1, 8, 2 } } },
    { "YAML 1.3",
      "%YAML 1.3\n---\na: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "yaml-directive", 1, 1, 9 } } },
    { "unknown directive",
      "%FOO\na: 1\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "yaml-directive", 1, 1, 4 } } },
    { "unclosed quote",
      "a: 1\nb: \"x\nc: 2\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-quote", 2, 4, 1 } } },
    { "unclosed single quote",
      "\xC3\xA5: 'x\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-quote", 1, 4, 1 } } },
    { "quote closed by the next",
      "a: \"x\nb: \"y\"\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-quote", 1, 4, 1 } } },
    { "unclosed bracket",
      "a: [b\nc: d\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-bracket", 1, 4, 1 } } },
    { "unclosed brace",
      "a: {b: c\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-bracket", 1, 4, 1 } } },
    { "bracket at the end",
      "a: [",
      0,
      SAMSYN_E_SYNTAX,
      { { "unclosed-bracket", 1, 4, 1 } } },
    { "text that begins with @",
      "a: @b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "special-character", 1, 4, 1 } } },
    { "text that begins with *",
      "a: *b*\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "special-character", 1, 4, 1 } } },
    { "text that begins with >",
      "a: >50 % av\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "special-character", 1, 4, 1 } } },
    { "text that begins with }",
      "a: }\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "special-character", 1, 4, 1 } } },
    { "a list on its key's line",
      "a: - b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "list-on-line", 1, 4, 3 } } },
    { "a line without a colon",
      "a: b\nc\nd: e\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "missing-colon", 2, 1, 1 } } },
    { "an indent too small",
      "a:\n  b: 1\n c: 2\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "wrong-indent", 3, 2, 4 } } },
    { "an indent too large before",
      "  a: 1\nb: 2\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "wrong-indent", 2, 1, 4 } } },
    { "a list as key",
      "? [a]\n: b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "key-not-text", 1, 3, 3 } } },
    { "an empty key",
      "'': b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "key-not-text", 1, 1, 2 } } },
    { "an alias as key",
      "*a : b\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "alias", 1, 1, 2 } } },
    { "a map as key",
      "? {a: b}\n: c\nd: 1\nd: 2\n",
      0,
      SAMSYN_E_SYNTAX,
      { { "key-not-text", 1, 3, 6 }, { "duplicate-key", 4, 1, 1 } } },
};

static void
check_said(const struct samsyn_diagnostics *diags,
           const struct expected *expected)
{
    size_t i = 0;

    for (; expected[i].code && i < 4; i++) {
        samsyn_span span = samsyn_diagnostics_span(diags, i);

        assert_non_null(samsyn_diagnostics_code(diags, i));
        assert_string_equal(samsyn_diagnostics_code(diags, i),
                            expected[i].code);
        assert_int_equal(span.line, expected[i].line);
        assert_int_equal(span.column, expected[i].column);
        assert_int_equal(span.end - span.start, expected[i].width);
        assert_string_equal(samsyn_diagnostics_source(diags, i), "file.yaml");
        assert_true(*samsyn_diagnostics_help(diags, i) != '\0');
    }
    assert_int_equal(samsyn_diagnostics_count(diags), i);
}

/* Without diagnostics the status is the same. */
static void
check_silent(const struct row *row, const struct diag_source *source)
{
    struct yaml_node *root = NULL;
    struct arena arena;

    arena_init(&arena, &mem_default);
    assert_int_equal(yaml_tree_read(&root, source, &arena, NULL), row->status);
    arena_done(&arena);
}

static void
test_row(void **state)
{
    const struct row *row = *state;
    struct diag_source source = { "file.yaml", str_of(row->text), NULL };
    samsyn_status status = SAMSYN_E_NOMEM;

    if (row->len)
        source.text.len = row->len;
    check_silent(row, &source);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_diagnostics *diags = diag_new(&mem, SAMSYN_LANG_SV);
        struct yaml_node *root = NULL;
        struct arena arena;

        assert_in_range(n, 0, 100);
        arena_init(&arena, &mem);
        if (diags)
            status = yaml_tree_read(&root, &source, &arena, diags);
        assert_true((status == SAMSYN_OK) == (root != NULL));
        if (status != SAMSYN_E_NOMEM)
            check_said(diags, row->said);
        arena_done(&arena);
        samsyn_diagnostics_free(diags);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, row->status);
}

static void
assert_cut(struct str text, const struct yaml_node *node, const char *cut)
{
    struct str found =
        str_make(text.ptr + node->start, node->end - node->start);

    assert_int_equal(found.len, strlen(cut));
    assert_memory_equal(found.ptr, cut, found.len);
}

static void
check_block(struct str text, const struct yaml_node *block)
{
    assert_cut(text, block, "- e f\r\n- g: h\r\n  i: long\r\n    text");
    assert_cut(text, block->items[0], "e f");
    assert_cut(text, block->items[1], "g: h\r\n  i: long\r\n    text");
    assert_true(
        str_equal(yaml_get(block->items[1], "i")->text, STR("long text")));
}

/* Every node's place, cut from the text, is what was written there. */
static void
test_places(void **state)
{
    static const char written[] = BOM "\xC3\xA5: \"\xC3\xB6\"  # c\r\n"
                                      "b: [x, {y: 'z'}]\r\n"
                                      "c:\r\n"
                                      "d:\r\n"
                                      "- e f\r\n"
                                      "- g: h\r\n"
                                      "  i: long\r\n"
                                      "    text # c\r\n"
                                      "\r\n"
                                      "j: \xF0\x9F\x98\x80\r\n";
    struct diag_source source = { "file.yaml", str_of(written), NULL };
    struct yaml_node *root = NULL;
    struct arena arena;

    (void)state;
    arena_init(&arena, &mem_default);
    assert_int_equal(yaml_tree_read(&root, &source, &arena, NULL), SAMSYN_OK);
    assert_int_equal(root->kind, YAML_MAP);
    assert_int_equal(root->count, 5);
    assert_int_equal(root->start, 3);
    assert_int_equal(root->pairs[0].start, 3);
    assert_int_equal(root->pairs[0].end, 5);

    const struct yaml_node *quoted = yaml_get(root, "\xC3\xA5");
    assert_true(quoted->quoted);
    assert_true(str_equal(quoted->text, STR("\xC3\xB6")));
    assert_cut(source.text, quoted, "\"\xC3\xB6\"");

    const struct yaml_node *list = yaml_get(root, "b");
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->count, 2);
    assert_cut(source.text, list, "[x, {y: 'z'}]");
    assert_cut(source.text, list->items[0], "x");
    assert_false(list->items[0]->quoted);
    assert_cut(source.text, list->items[1], "{y: 'z'}");
    assert_cut(source.text, yaml_get(list->items[1], "y"), "'z'");

    const struct yaml_node *nothing = yaml_get(root, "c");
    assert_int_equal(nothing->kind, YAML_TEXT);
    assert_int_equal(nothing->text.len, 0);
    assert_cut(source.text, nothing, "");

    check_block(source.text, yaml_get(root, "d"));
    assert_cut(source.text, yaml_get(root, "j"), "\xF0\x9F\x98\x80");
    assert_null(yaml_get(root, "k"));
    assert_null(yaml_get(list, "b"));
    arena_done(&arena);
}

/* Texts made large: a piece that is repeated between a start and an end. */
static const struct large_row {
    const char *name, *start, *piece, *end;
    size_t count;
    samsyn_status status;
    const char *code;
} large_rows[] = {
    { "brackets", "", "[", "", 40000, SAMSYN_E_LIMIT, "too-deep" },
    { "braces", "", "{a: ", "", 40000, SAMSYN_E_LIMIT, "too-deep" },
    { "dashes", "", "- ", "x", 40000, SAMSYN_E_LIMIT, "too-deep" },
    { "32 levels", "", "[", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 32, SAMSYN_OK,
      NULL },
    { "33 levels", "", "[", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 33,
      SAMSYN_E_LIMIT, "too-deep" },
    { "values", "[", "a,", "]", 300000, SAMSYN_E_LIMIT, "too-many-values" },
    { "many values", "[", "a,", "]", 190000, SAMSYN_OK, NULL },
    { "one key", "", "a: 1\n", "", 90000, SAMSYN_E_SYNTAX, "duplicate-key" },
    { "anchors", "[", "&a 1,", "]", 90000, SAMSYN_E_SYNTAX, "anchor" },
    { "long comment", "a: 1\n", "# \xC3\xA5\n", "b: 2\n", 200000, SAMSYN_OK,
      NULL },
};

static void
test_large(void **state)
{
    const struct large_row *row = *state;
    struct diag_source source = { "file.yaml", { NULL, 0 }, NULL };
    struct yaml_node *root = NULL;
    struct arena arena;
    struct buf buf;
    clock_t begun = clock();

    buf_init(&buf, &mem_default, 4000000);
    buf_text(&buf, row->start);
    for (size_t i = 0; i < row->count; i++)
        buf_text(&buf, row->piece);
    buf_text(&buf, row->end);
    assert_false(buf_failed(&buf));
    source.text = buf_view(&buf);

    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    arena_init(&arena, &mem_default);
    assert_int_equal(yaml_tree_read(&root, &source, &arena, diags),
                     row->status);
    if (row->code)
        assert_string_equal(samsyn_diagnostics_code(diags, 0), row->code);
    else
        assert_int_equal(samsyn_diagnostics_count(diags), 0);
    /* What is quadratic takes minutes here. */
    assert_true(clock() - begun < 5 * CLOCKS_PER_SEC);
    samsyn_diagnostics_free(diags);
    arena_done(&arena);
    buf_done(&buf);
}

#define ROWS ARRAY_LEN(rows)
#define LARGE_ROWS ARRAY_LEN(large_rows)

int
main(void)
{
    struct CMUnitTest tests[ROWS + LARGE_ROWS + 1] = { cmocka_unit_test(
        test_places) };

    for (size_t i = 0; i < ROWS; i++) {
        tests[1 + i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    for (size_t i = 0; i < LARGE_ROWS; i++) {
        tests[1 + ROWS + i] =
            (struct CMUnitTest){ .name = large_rows[i].name,
                                 .test_func = test_large,
                                 .initial_state =
                                     (void *)(uintptr_t)&large_rows[i] };
    }
    return cmocka_run_group_tests_name("base_yaml", tests, NULL, NULL);
}
