/* SPDX-License-Identifier: MIT */

/* The two readers of YAML against each other: whatever the quick one takes,
 * libyaml must take without a word, and see the same tree at the same places.
 * Tried with what is written in rows, with texts drawn from the pieces that
 * YAML is made of, and with the bundled files, whole and damaged. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/yaml_tree.h"
#include "support/drawn.h"
#include "support/ledger.h"
#include "support/whole.h"

/* Whether the quick reader is to take a text. */
static const struct row {
    const char *text;
    bool quick;
} rows[] = {
    { "a: 1\n", true },
    { "a: 1", true },
    { "  a: 1\n  b: 2\n", true },
    { "# c\n\na: b # c\n# d\n", true },
    { "a:\n  b:\n    c: d\n  e: f\n", true },
    { "a:\nb:\n", true },
    { "a:\n  - b\n  -\n  - c: d\n    e:\n  - - f\n    - g\n", true },
    { "- a\n- b: c\n", true },
    { "a: [b, {c: d, e: [f]}, \"g\", 'h''i', []]\n", true },
    { "a: [b,\n    c,  # d\n  e]\nf: {}\n", true },
    { "a: b\n  c\n  d\n", true },
    { "a: [b\n  c, d]\n", true },
    { "a: >-\n  b\n  c\n\n  d\n   e\n  f\n\nb: |\n  x\n", true },
    { "a: |-\n\n  b\nc: >\n  d\n# e\n", true },
    { "a: \"b\\\"c\\\\d\\n\"\n", true },
    { "\"a\": b\n'c': d\n", true },
    { "a: b:c\nd: e#f\ng: -1\n", true },
    { "\xEF\xBB\xBF"
      "a: \xC3\xA5\n",
      true },
    { "a: ~\nb: null\n", true },
    { "a: \"\"\nb: ''\n", true },
    { "a: \"b\\\\\"\n", true },
    { "a: \"b\\\\\\\"c\"\n", true },
    { "a: '''b'''\nc: ''''\n", true },
    { "a: 'b\\'\n", true },
    { "a: b\n  \xC3\xA5\n", true },
    /* What only libyaml reads. */
    { "", false },
    { "a\n", false },
    { "[a]\n", false },
    { "a: 1\r\n", false },
    { "a:\t1\n", false },
    { "a: &b c\n", false },
    { "a: !b c\n", false },
    { "a: \"\\x41\"\n", false },
    { "a: \"b\n  c\"\n", false },
    { "a:\n- b\n", false },
    { "---\na: 1\n", false },
    { "a: 1\n...\n", false },
    { "a: >+\n  b\n", false },
    { "a: >2\n  b\n", false },
    { "a: |\n  b", false },
    { "? a\n: b\n", false },
    { "a: [b, c,]\n", false },
    { "a: {b, c}\n", false },
    /* What is wrong. */
    { "a: 1\na: 2\n", false },
    { "<<: 1\n", false },
    { "a: b: c\n", false },
    { "a:\n  b: 1\n c: 2\n", false },
    { "a: - b\n", false },
    { "a: b\nc\n", false },
    { "a: 1\n b: 2\n", false },
    { "a: [b\n", false },
    { "a: \"b\n", false },
    { "a: \xFF\n", false },
    { "a: \"b\" c\n", false },
    { "a: [b]c\n", false },
    { "a: \"\\b\"\n", false },
    { "a: \"b\\\"\n", false },
    { "a: 'b''\n", false },
    { "a: 'b\n  c'\n", false },
    { "a: \"b\\", false },
    { "a: '", false },
    { "a: 12345678\x01\n", false },
    { "a: 12345678\x7F\n", false },
    { "a: b\n  \xC2\xA0"
      "c\n",
      false },
    { "a:\n  \xC2\xA0"
      "b: c\n",
      false },
    { "a\xC2\xA0: b\n", false },
};

static void
compare(const struct yaml_node *a, const struct yaml_node *b);

static void
compare_pairs(const struct yaml_pair *a, const struct yaml_pair *b)
{
    assert_true(str_equal(a->key, b->key));
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->end, b->end);
    compare(a->value, b->value);
}

/* No deeper than a tree may be. */
static void
compare(const struct yaml_node *a, const struct yaml_node *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->quoted, b->quoted);
    assert_int_equal(a->count, b->count);
    assert_true(str_equal(a->text, b->text));
    for (size_t i = 0; a->kind == YAML_LIST && i < a->count; i++)
        compare(a->items[i], b->items[i]);
    for (size_t i = 0; a->kind == YAML_MAP && i < a->count; i++)
        compare_pairs(&a->pairs[i], &b->pairs[i]);
}

/* Both readers; whether the quick one took it. */
static bool
read_both(struct str text)
{
    struct diag_source source = { "file.yaml", text, NULL };
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_SV);
    struct yaml_node *quick = NULL, *slow = NULL;
    struct arena arena;
    bool taken;

    assert_non_null(diags);
    arena_init(&arena, &mem_default);
    taken = yaml_tree_read_quick(&quick, &source, &arena) == SAMSYN_OK;
    if (taken) {
        assert_int_equal(yaml_tree_read_slow(&slow, &source, &arena, diags),
                         SAMSYN_OK);
        assert_int_equal(samsyn_diagnostics_count(diags), 0);
        compare(quick, slow);
    }
    arena_done(&arena);
    samsyn_diagnostics_free(diags);
    return taken;
}

static void
test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (read_both(str_of(rows[i].text)) != rows[i].quick)
            fail_msg("%s %s", rows[i].text,
                     rows[i].quick ? "was not taken" : "was taken");
    }
}

/* With no memory, then one allocation, then two, ... */
static void
test_memory(void **state)
{
    struct diag_source source = {
        "file.yaml",
        str_of("a: [b\n c, \"d\\n\"]\ne:\n  - f: >-\n      g\n  -\n"), NULL
    };
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct yaml_node *root = NULL;
        struct arena arena;

        assert_in_range(n, 0, 100);
        arena_init(&arena, &mem);
        status = yaml_tree_read_quick(&root, &source, &arena);
        assert_true((status == SAMSYN_OK) == (root != NULL));
        arena_done(&arena);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* ---- Texts that are drawn ---- */

static const char *const pieces[] = {
    "a",      "b: ",    "a:",    "- ",       "-",        "\n",    "\n  ",
    "\n    ", "\n ",    " ",     "  ",       "[",        "]",     "{",
    "}",      ", ",     ",",     ": ",       ":",        "\"",    "'",
    "# c",    "#",      ">-\n",  "|\n",      ">\n",      "|-",    "?",
    "!",      "&",      "*",     "-1",       "\xC3\xA5", "\\",    "\\n",
    "...",    "--",     "~",     "x y",      "null",     "\n\n",  "\n- ",
    "\n  - ", "b: c\n", "\nd: ", "\n  e: f", "''",       "\"g\"", "[h, i]",
    "{j: k}", "\n   l",
};

enum {
    DRAWN_TEXTS = 60000,
    DRAWN_MOST = 14,
    DAMAGES = 500,
    DAMAGED = 6000 /* bytes of a bundled file, at most */
};

static void
test_drawn(void **state)
{
    uint64_t seed = 20260301;
    size_t taken = 0;

    (void)state;
    for (size_t i = 0; i < DRAWN_TEXTS; i++) {
        size_t count = 1 + drawn(&seed, DRAWN_MOST);
        struct buf text;

        buf_init(&text, &mem_default, BUF_ANY);
        if (drawn(&seed, 2))
            buf_text(&text, "a: ");
        while (count-- > 0)
            buf_text(&text, pieces[drawn(&seed, ARRAY_LEN(pieces))]);
        assert_false(buf_failed(&text));
        taken += read_both(buf_view(&text));
        buf_done(&text);
    }
    /* Enough of them are YAML for this to be worth anything. */
    assert_true(taken > DRAWN_TEXTS / 100);
}

/* ---- The bundled files ---- */

static const char *const files[] = {
    "checklists/atgardsplan.yaml",
    "checklists/medborgarlofte.yaml",
    "checklists/overenskommelse-karna.yaml",
    "checklists/overenskommelse-ram.yaml",
    "checklists/overenskommelse.yaml",
    "checklists/regional-samverkan.yaml",
    "checklists/language/sv.yaml",
};

static size_t
indent_at(const struct text *file, size_t at)
{
    size_t indent = 0;

    while (at + indent < file->length && file->bytes[at + indent] == ' ')
        indent++;
    return indent;
}

static size_t
next_line(const struct text *file, size_t at)
{
    while (at < file->length && file->bytes[at] != '\n')
        at++;
    return at < file->length ? at + 1 : at;
}

/* Lines from @p at on that are indented as far as the first, or further: by
 * themselves they are YAML, as a rule. */
static size_t
end_of_lines(const struct text *file, size_t at)
{
    size_t indent = indent_at(file, at), end = at;

    while (end < file->length && end - at < DAMAGED &&
           (file->bytes[end] == '\n' || indent_at(file, end) >= indent))
        end = next_line(file, end);
    return end;
}

/* Some lines of the file with one piece put in or in the place of some
 * bytes. */
static void
damage(struct buf *out, const struct text *file, uint64_t *seed)
{
    const char *piece = pieces[drawn(seed, ARRAY_LEN(pieces))];
    size_t from = next_line(file, drawn(seed, file->length - DAMAGED));
    size_t to = end_of_lines(file, from);
    size_t at = from + drawn(seed, to - from + 1), cut = drawn(seed, 4);

    buf_add(out, file->bytes + from, at - from);
    buf_text(out, piece);
    if (at + cut < to)
        buf_add(out, file->bytes + at + cut, to - at - cut);
}

static void
test_files(void **state)
{
    uint64_t seed = 20260302;
    size_t taken = 0;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct text file = { NULL, 0 };

        assert_true(whole_read(&file, files[i]));
        /* None is slow to load. */
        if (!read_both(str_make(file.bytes, file.length)))
            fail_msg("%s is not read by the quick reader", files[i]);
        for (size_t k = 0; k < DAMAGES && file.length > DAMAGED; k++) {
            struct buf text;

            buf_init(&text, &mem_default, BUF_ANY);
            damage(&text, &file, &seed);
            assert_false(buf_failed(&text));
            taken += read_both(buf_view(&text));
            buf_done(&text);
        }
        free(file.bytes);
    }
    assert_true(taken > ARRAY_LEN(files) * DAMAGES / 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_drawn),
        cmocka_unit_test(test_files),
    };

    return cmocka_run_group_tests_name("base_quick", tests, NULL, NULL);
}
