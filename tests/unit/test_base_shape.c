/* SPDX-License-Identifier: MIT */

/* Shapes: every type of a key with what it takes and what it refuses, keys
 * that are unknown, missing or misspelt, and the schema made from the same
 * tables.  Each row is tried with every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/shape.h"
#include "support/ledger.h"

/* What a reader was given: one letter a key, in the order of reading. */
struct target {
    char read[32];
    size_t count;
};

static bool
note(void *target, char letter)
{
    struct target *all = target;

    assert_true(all->count < sizeof all->read - 1);
    all->read[all->count++] = letter;
    return true;
}

#define NOTE(letter)                                                           \
    static bool note_##letter(struct shape_reader *reader, void *target,       \
                              const struct yaml_node *value)                   \
    {                                                                          \
        (void)reader;                                                          \
        (void)value;                                                           \
        return note(target, #letter[0]);                                       \
    }

NOTE(a)
NOTE(b)
NOTE(c)
NOTE(d)
NOTE(e)
NOTE(f)
NOTE(g)
NOTE(h)
NOTE(j)
NOTE(k)
NOTE(l)
NOTE(m)
NOTE(n)
NOTE(o)
NOTE(p)

static const char *const weights[] = { "must", "should", "nice", NULL };

static const struct shape_key term_keys[] = {
    { "word", SHAPE_TEXT, true, note_p, NULL, NULL, "ordet", "the word", NULL },
};

static const struct shape term = {
    "term", term_keys, ARRAY_LEN(term_keys), SHAPE_AS_TEXT, "en term", "a term"
};
static const struct shape plain = { "plain", term_keys, ARRAY_LEN(term_keys),
                                    0,       "en sak",  "a thing" };
static const struct shape entry = {
    "entry",   term_keys, ARRAY_LEN(term_keys), SHAPE_AS_TEXT | SHAPE_AS_LIST,
    "en post", "an entry"
};

static const struct shape_key keys[] = {
    { "id", SHAPE_ID, true, note_a, NULL, NULL, "namnet", "the name",
      "id: giltighetstid" },
    { "text", SHAPE_TEXT, false, note_b, NULL, NULL, "en \"text\"",
      "a \"text\"\\", NULL },
    { "count", SHAPE_INT, false, note_c, NULL, NULL, "antal", "how many",
      NULL },
    { "points", SHAPE_DECIMAL, false, note_d, NULL, NULL, "po\xC3\xA4ng",
      "points", NULL },
    { "weight", SHAPE_CHOICE, false, note_e, NULL, weights, "vikt", "weight",
      "weight: must" },
    { "texts", SHAPE_TEXTS, false, note_f, NULL, NULL, "texter", "texts",
      NULL },
    { "weights", SHAPE_CHOICES, false, note_g, NULL, weights, "vikter",
      "weights", NULL },
    { "title", SHAPE_LANGS, false, note_h, NULL, NULL, "titel", "title", NULL },
    { "plain", SHAPE_MAP, false, note_j, &plain, NULL, "sak", "thing", NULL },
    { "term", SHAPE_MAP, false, note_k, &term, NULL, "term", "term", NULL },
    { "list", SHAPE_LIST, false, note_l, &term, NULL, "lista", "list", NULL },
    { "entries", SHAPE_LIST, false, note_m, &entry, NULL, "poster", "entries",
      NULL },
    { "named", SHAPE_NAMED, false, note_n, &entry, NULL, "namngivna", "named",
      NULL },
    { "sources", SHAPE_NAMED_TEXTS, false, note_o, NULL, NULL, "k\xC3\xA4llor",
      "sources", NULL },
    { "flag", SHAPE_BOOL, false, note_p, NULL, NULL, "flagga", "flag", NULL },
};

static const struct shape root = { "criterion",     keys,
                                   ARRAY_LEN(keys), 0,
                                   "ett kriterium", "a criterion" };

static const struct shape_file file = { &root, NULL, NULL };

struct expected {
    const char *code; /* NULL ends the list */
    size_t line, column;
    const char *in_message; /* a part of the message; may be NULL */
};

static const struct row {
    const char *name, *text, *read;
    struct expected said[5];
} rows[] = {
    { "everything right",
      "id: f\xC3\xB6lja-upp2\ntext: no\ncount: 08\npoints: -0.125\n"
      "weight: must\ntexts: [a, 2]\nweights: [must, nice]\n"
      "title: {sv: T, en: T}\nplain: {word: a}\nterm: ord\nlist: [a, {word: "
      "b}]\n"
      "entries: a\nnamed: {x: [a]}\nsources: {\"a b\": c, d: [e, 5]}\n"
      "flag: true\n",
      "abcdefghjklmnop",
      { { 0 } } },
    { "other right forms",
      "id: a\ntexts: a\nweights: must\nterm: {word: a}\nentries: [a, [b]]\n"
      "named: {}\nflag: false\ntext: ''\n",
      "afgkmnpb",
      { { 0 } } },
    { "unknown, near a key",
      "id: a\nwieght: must\n",
      "a",
      { { "unknown-key", 2, 1,
          "\"wieght\" in criterion; did you mean "
          "\"weight\"?" } } },
    { "unknown, near none",
      "id: a\nzzzzz: must\n",
      "a",
      { { "unknown-key", 2, 1, "\"zzzzz\" in criterion" } } },
    { "missing",
      "text: a\nweight: must\n",
      "be",
      { { "missing-key", 1, 1, "\"id\" is missing in criterion" } } },
    { "missing in an empty map", "{}", "", { { "missing-key", 1, 1, NULL } } },
    { "misspelt is not missing",
      "idd: a\n",
      "",
      { { "unknown-key", 1, 1, "did you mean \"id\"" } } },
    { "not a map",
      "[a]",
      "",
      { { "wrong-type", 1, 1, "expected a group of keys, found a list" } } },
    { "ids", "id: 2a\n", "", { { "bad-id", 1, 5, "\"2a\"" } } },
    { "id of several words", "id: a b\n", "", { { "bad-id", 1, 5, NULL } } },
    { "id with underline", "id: a_b\n", "", { { "bad-id", 1, 5, NULL } } },
    { "no id",
      "id:\n",
      "",
      { { "wrong-type", 1, 4, "expected an id, found nothing" } } },
    { "id that is a list",
      "id: [a]\n",
      "",
      { { "wrong-type", 1, 5, "expected an id, found a list" } } },
    { "text that is a map",
      "id: a\ntext: {b: c}\n",
      "a",
      { { "wrong-type", 2, 7, "expected a text, found a group of keys" } } },
    { "numbers",
      "id: a\ncount: -1\npoints: 0,5\n",
      "a",
      { { "bad-value", 2, 8, "found \"-1\"" },
        { "bad-value", 3, 9, "found \"0,5\"; did you mean \"0.5\"?" } } },
    { "numbers that are none",
      "id: a\ncount: many\npoints: 1.2345\n",
      "a",
      { { "bad-value", 2, 8, "a whole number, 0 or more, found \"many\"" },
        { "bad-value", 3, 9, "found \"1.2345\"" } } },
    { "numbers of a wrong kind",
      "id: a\ncount: [1]\npoints: {}\n",
      "a",
      { { "wrong-type", 2, 8, NULL }, { "wrong-type", 3, 9, NULL } } },
    { "number that is not there",
      "id: a\ncount:\n",
      "a",
      { { "wrong-type", 2, 7, "found nothing" } } },
    { "choices",
      "id: a\nweight: shuold\nweights: [nice, big]\n",
      "a",
      { { "unknown-value", 2, 9,
          "\"shuold\" for weight; did you mean "
          "\"should\"?" },
        { "unknown-value", 3, 17, "\"big\" for weights" } } },
    { "choices of a wrong kind",
      "id: a\nweight: [must]\nweights: {a: b}\n",
      "a",
      { { "wrong-type", 2, 9, NULL }, { "wrong-type", 3, 10, NULL } } },
    { "texts",
      "id: a\ntexts:\n  - a\n  -\n  - [b]\n",
      "a",
      { { "empty-text", 4, 4, NULL },
        { "wrong-type", 5, 5, "expected a text, found a list" } } },
    { "texts that are a map",
      "id: a\ntexts: {b: c}\n",
      "a",
      { { "wrong-type", 2, 8, "a text or a list of texts" } } },
    { "languages",
      "id: a\ntitle: {sv: a, fi: b}\n",
      "a",
      { { "missing-key", 2, 8, "\"en\" is missing in title" },
        { "unknown-key", 2, 16, "\"fi\" in title" } } },
    { "languages, empty",
      "id: a\ntitle: {sv: '  ', en: }\n",
      "a",
      { { "empty-text", 2, 13, "\"sv\"" }, { "empty-text", 2, 23, NULL } } },
    { "languages as a text",
      "id: a\ntitle: b\n",
      "a",
      { { "wrong-type", 2, 8, "{sv: ..., en: ...}, found a text" } } },
    { "maps",
      "id: a\nplain: b\nterm: [c]\n",
      "a",
      { { "wrong-type", 2, 8, "expected a group of keys, found a text" },
        { "wrong-type", 3, 7, "a text or a group of keys, found a list" } } },
    { "lists",
      "id: a\nlist: b\nentries:\n",
      "a",
      { { "wrong-type", 2, 7, "expected a list, found a text" },
        { "wrong-type", 3, 9, "a text, a list or a group of keys" } } },
    { "names",
      "id: a\nnamed: {b c: d, 5: e, f: g}\n",
      "a",
      { { "bad-id", 2, 9, "\"b c\"" }, { "bad-id", 2, 17, "\"5\"" } } },
    { "names that are a list",
      "id: a\nnamed: [b]\nsources: [c]\n",
      "a",
      { { "wrong-type", 2, 8, NULL }, { "wrong-type", 3, 10, NULL } } },
    { "sources",
      "id: a\nsources: {b: {c: d}, e: }\n",
      "a",
      { { "wrong-type", 2, 14, NULL }, { "empty-text", 2, 25, NULL } } },
    { "truth in Swedish",
      "id: a\nflag: ja\n",
      "a",
      { { "bad-value", 2, 7,
          "true or false, found \"ja\"; did you mean "
          "\"true\"?" } } },
    { "untruth in English",
      "id: a\nflag: off\n",
      "a",
      { { "bad-value", 2, 7, "did you mean \"false\"?" } } },
    { "neither",
      "id: a\nflag: perhaps\n",
      "a",
      { { "bad-value", 2, 7, "found \"perhaps\"" } } },
    { "a list of truths",
      "id: a\nflag: [true]\n",
      "a",
      { { "wrong-type", 2, 7, NULL } } },
};

static void
check_said(const struct samsyn_diagnostics *diags,
           const struct expected *expected)
{
    size_t i = 0;

    for (; expected[i].code; i++) {
        samsyn_span span = samsyn_diagnostics_span(diags, i);

        assert_non_null(samsyn_diagnostics_code(diags, i));
        assert_string_equal(samsyn_diagnostics_code(diags, i),
                            expected[i].code);
        assert_int_equal(span.line, expected[i].line);
        assert_int_equal(span.column, expected[i].column);
        if (expected[i].in_message) {
            assert_non_null(strstr(samsyn_diagnostics_message(diags, i),
                                   expected[i].in_message));
        }
        assert_null(strchr(samsyn_diagnostics_message(diags, i), '%'));
        assert_null(strchr(samsyn_diagnostics_help(diags, i), '%'));
        assert_true(*samsyn_diagnostics_help(diags, i) != '\0');
    }
    assert_int_equal(samsyn_diagnostics_count(diags), i);
}

/* One reading with the memory at hand; false where it was not enough. */
static bool
read_row(const struct row *row, const struct yaml_node *map,
         const samsyn_allocator *mem)
{
    struct diag_source source = { "file.yaml", str_of(row->text), NULL };
    struct target target = { { 0 }, 0 };
    struct arena arena;
    struct shape_reader reader = { &source, &arena, NULL, NULL };
    bool done;

    arena_init(&arena, mem);
    reader.diags = diag_new(mem, SAMSYN_LANG_EN);
    done = reader.diags && shape_read(&reader, &root, &target, map);
    if (done) {
        assert_string_equal(target.read, row->read);
        check_said(reader.diags, row->said);
    }
    samsyn_diagnostics_free(reader.diags);
    arena_done(&arena);
    return done;
}

/* Without diagnostics, the same is read. */
static void
read_silent(const struct row *row, const struct yaml_node *map)
{
    struct diag_source source = { "file.yaml", str_of(row->text), NULL };
    struct target target = { { 0 }, 0 };
    struct arena arena;
    struct shape_reader reader = { &source, &arena, NULL, NULL };

    arena_init(&arena, &mem_default);
    assert_true(shape_read(&reader, &root, &target, map));
    assert_string_equal(target.read, row->read);
    arena_done(&arena);
}

static void
test_row(void **state)
{
    const struct row *row = *state;
    struct diag_source source = { "file.yaml", str_of(row->text), NULL };
    struct yaml_node *map = NULL;
    struct arena arena;
    bool done = false;

    arena_init(&arena, &mem_default);
    assert_int_equal(yaml_tree_read(&map, &source, &arena, NULL), SAMSYN_OK);
    read_silent(row, map);
    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);

        assert_in_range(n, 0, 100);
        done = read_row(row, map, &mem);
        assert_int_equal(ledger.live, 0);
    }
    arena_done(&arena);
}

/* A file full of faults costs the memory of those that are kept. */
static void
test_many_faults(void **state)
{
    struct diag_source source = { "file.yaml", { NULL, 0 }, NULL };
    struct ledger ledger = { .budget = 600 };
    samsyn_allocator mem = ledger_allocator(&ledger);
    struct target target = { { 0 }, 0 };
    struct yaml_node *map = NULL;
    struct arena tree, arena;
    struct buf buf;

    (void)state;
    buf_init(&buf, &mem_default, 1000000);
    for (int i = 0; i < 30000; i++) {
        buf_text(&buf, "x");
        buf_int(&buf, i);
        buf_text(&buf, ": 1\n");
    }
    source.text = buf_view(&buf);
    arena_init(&tree, &mem_default);
    assert_int_equal(yaml_tree_read(&map, &source, &tree, NULL), SAMSYN_OK);

    arena_init(&arena, &mem);
    struct shape_reader reader = { &source, &arena,
                                   diag_new(&mem, SAMSYN_LANG_SV), NULL };
    assert_true(shape_read(&reader, &root, &target, map));
    assert_int_equal(diag_errors(reader.diags), 30001);
    samsyn_diagnostics_free(reader.diags);
    arena_done(&arena);
    assert_int_equal(ledger.live, 0);
    arena_done(&tree);
    buf_done(&buf);
}

static const struct nearest_row {
    const char *word, *nearest;
} nearest_rows[] = {
    { "weigth", "weight" },
    { "Weight", "weight" },
    { "titel", "title" },
    { "tite", "title" },
    { "xyz", "" },
    { "", "" },
    { "x", "" },
    { "sources", "sources" },
    { "sourse", "sources" },
    { "ix", "id" },
    { "heavyweight", "" },
};

static void
test_nearest(void **state)
{
    static const char *const names[] = { "id", "title", "weight", "sources",
                                         NULL };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(nearest_rows); i++) {
        struct str nearest = shape_nearest(names, str_of(nearest_rows[i].word));

        assert_int_equal(nearest.len, strlen(nearest_rows[i].nearest));
        assert_memory_equal(nearest.ptr, nearest_rows[i].nearest, nearest.len);
    }
    assert_int_equal(shape_choice(names, STR("weight")), 2);
    assert_int_equal(shape_choice(names, STR("wei")), -1);
}

/* How often a text stands in another. */
static size_t
count_of(const char *text, const char *part)
{
    size_t count = 0;

    for (; (text = strstr(text, part)); text++)
        count++;
    return count;
}

static void
check_schema(const char *text)
{
    static const char *const parts[] = {
        "\"$schema\": \"http://json-schema.org/draft-07/schema#\"",
        "\"title\": \"a \\\"checklist\\\"\"",
        "\"allOf\": [{\"$ref\": \"#/definitions/criterion\"}]",
        "\"required\": [\"id\"],",
        "\"description\": \"a \\\"text\\\"\\\\\"",
        "\"enum\": [\"must\", \"should\", \"nice\"]",
        "\"examples\": [\"weight: must\"]",
        "\"required\": [\"sv\", \"en\"]",
    };

    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        assert_non_null(strstr(text, parts[i]));
    assert_int_equal(count_of(text, "\n    \"term\": {"), 1);
    assert_int_equal(count_of(text, "\n    \"entry\": {"), 1);
    assert_int_equal(count_of(text, "\n    \"plain\": {"), 1);
    assert_int_equal(count_of(text, "{"), count_of(text, "}"));
    assert_int_equal(count_of(text, "\"additionalProperties\": false"), 5);
}

static void
test_schema(void **state)
{
    bool failed = true;

    (void)state;
    for (size_t n = 0; failed; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct buf out;

        assert_in_range(n, 0, 100);
        buf_init(&out, &mem, 1000000);
        shape_schema(&out, &file, "a \"checklist\"", SAMSYN_LANG_EN);
        failed = buf_failed(&out);
        if (!failed)
            check_schema(out.data);
        buf_done(&out);
        assert_int_equal(ledger.live, 0);
    }
}

#define ROWS ARRAY_LEN(rows)

int
main(void)
{
    struct CMUnitTest tests[ROWS + 3] = { cmocka_unit_test(test_nearest),
                                          cmocka_unit_test(test_many_faults),
                                          cmocka_unit_test(test_schema) };

    for (size_t i = 0; i < ROWS; i++) {
        tests[3 + i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    return cmocka_run_group_tests_name("base_shape", tests, NULL, NULL);
}
