/* SPDX-License-Identifier: MIT */

/* Terms and the forms that they spell out: each row is a term as a checklist
 * writes it, and all its forms; swept with every allocation failing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/yaml_tree.h"
#include "language/form.h"
#include "language/form_hash.h"
#include "language/language.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

static const struct row {
    const char *yaml;
    enum term_kind kind; /* 0: refused */
    const char *forms;   /* words parted by '+', forms by ' ' */
    const char *code;    /* of the diagnostic; NULL: none */
} rows[] = {
    { "avtal", TERM_WORD, "avtal avtals avtalen avtalet avtaler avtalerna",
      NULL },
    { "Avtal (=)", TERM_WORD, "avtal", NULL },
    { "pojke", TERM_WORD,
      "pojke pojkes pojkeen pojkeet pojkeer pojkeerna pojkar pojkarna", NULL },
    { "{word: följa (verb)}", TERM_WORD, "följa följer följs följt följts",
      NULL },
    { "{word: man (=), forms: [män, männen]}", TERM_WORD, "man män männen",
      NULL },
    { "{head: löfte (=)}", TERM_HEAD, "löfte", NULL },
    { "{modifier: brott}", TERM_MODIFIER, "brott brotts", NULL },
    { "följa (verb) upp (=)", TERM_PHRASE,
      "följa följer följs följt följts+upp", NULL },
    { "{phrase: a (=) b (=), gap: 2}", TERM_PHRASE, "a+b", NULL },
    { "t.o.m (=)", TERM_WORD, "t.o.m", NULL },
    { "LPO-chef (=)", TERM_WORD, "lpo-chef", NULL },
    { "{word: '2023:196 (=)'}", TERM_PHRASE,
      "2023 2023s 2023en 2023et 2023er 2023erna+196", NULL },
    { "a\xcc\x8ar (=)", TERM_WORD, "år", NULL },
    { "{pattern: '§ \\d+'}", TERM_PATTERN, "", NULL },
    { "'!?'", 0, NULL, "term-empty" },
    { "{word: två ord}", 0, NULL, "term-words" },
    { "{word: a (okänd)}", 0, NULL, "unknown-class" },
    { "{word: a, head: b}", 0, NULL, "term-kind" },
    { "{gap: 2}", 0, NULL, "term-kind" },
    { "{word: a, gap: 2}", 0, NULL, "gap-without-phrase" },
    { "{modifier: a, forms: [b]}", 0, NULL, "forms-of-phrase" },
    { "{pattern: '(a'}", 0, NULL, "pattern" },
};

static void
write_forms(char *out, size_t size, const struct term *term)
{
    char room[FORM_MOST];
    struct buf text;

    buf_init(&text, &mem_default, size - 1);
    for (size_t i = 0; i < term->word_count; i++) {
        for (size_t k = 0; k < term->words[i].count; k++) {
            if (i + k > 0)
                buf_char(&text, k > 0 ? ' ' : '+');
            buf_str(&text, form_text(word_form(&term->words[i], k), room));
        }
    }
    assert_false(buf_failed(&text));
    memcpy(out, text.data ? text.data : "", text.len + 1);
    buf_done(&text);
}

static samsyn_status
read_pack(const struct samsyn_config *config, struct samsyn_language **out)
{
    struct diag_source source = { "xx", str_of(fixture_pack), NULL };
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_EN);
    samsyn_status status = SAMSYN_E_NOMEM;

    if (diags)
        status = language_read(out, &source, NULL, config, diags);
    samsyn_diagnostics_free(diags);
    return status;
}

static samsyn_status
read_term(const struct row *row, const struct samsyn_language *language,
          struct arena *arena, struct samsyn_diagnostics *diags,
          struct term *out)
{
    struct diag_source source = { "t", str_of(row->yaml), NULL };
    struct inflection inflection = { language->endings, language->endings_count,
                                     &language->linking, NULL };
    struct shape_reader reader = { &source, arena, diags, &inflection };
    struct yaml_node *node = NULL;
    samsyn_status status = yaml_tree_read(&node, &source, arena, diags);

    if (status)
        return status;
    if (!term_read(&reader, &inflection, out, node) || diag_failed(diags))
        return SAMSYN_E_NOMEM;
    return diag_errors(diags) ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

static void
check(const struct row *row, samsyn_status status, const struct term *term,
      const struct samsyn_diagnostics *diags)
{
    char forms[512];

    assert_int_equal(status, row->code ? SAMSYN_E_SCHEMA : SAMSYN_OK);
    if (row->code) {
        assert_int_equal(samsyn_diagnostics_count(diags), 1);
        assert_string_equal(samsyn_diagnostics_code(diags, 0), row->code);
        return;
    }
    assert_int_equal(term->kind, row->kind);
    write_forms(forms, sizeof forms, term);
    assert_string_equal(forms, row->forms);
}

static samsyn_status
try_row(const struct row *row, const struct samsyn_language *language,
        const samsyn_allocator *mem)
{
    struct samsyn_diagnostics *diags = diag_new(mem, SAMSYN_LANG_EN);
    samsyn_status status = SAMSYN_E_NOMEM;
    struct term term = { 0 };
    struct arena arena;

    arena_init(&arena, mem);
    if (diags)
        status = read_term(row, language, &arena, diags, &term);
    if (status != SAMSYN_E_NOMEM)
        check(row, status, &term, diags);
    arena_done(&arena);
    samsyn_diagnostics_free(diags);
    return status;
}

static void
test_row(void **state)
{
    const struct row *row = *state;
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_language *language = NULL;
    samsyn_status status = SAMSYN_E_NOMEM;

    assert_int_equal(read_pack(&config, &language), SAMSYN_OK);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);

        assert_in_range(n, 0, 200);
        status = try_row(row, language, &mem);
        assert_int_equal(ledger.live, 0);
    }
    language_free(language);
}

/* The pack itself, with every allocation failing in turn. */
static void
test_pack(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_language *language = NULL;

        assert_in_range(n, 0, 2000);
        status = read_pack(&config, &language);
        assert_int_equal(status == SAMSYN_OK, language != NULL);
        language_free(language);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* How the reading of the pack goes with a class of so many endings more. */
static samsyn_status
read_with_endings(size_t more, const char *code)
{
    static const char place[] = "polarity:";
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    size_t at = (size_t)(strstr(fixture_pack, place) - fixture_pack);
    struct samsyn_language *language = NULL;
    struct diag_source source = { "xx", STR(""), NULL };
    samsyn_status status;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_add(&yaml, fixture_pack, at);
    buf_text(&yaml, "  long:\n    - {add: [");
    for (size_t i = 0; i < more; i++) {
        buf_text(&yaml, i > 0 ? ", q" : "q");
        buf_int(&yaml, (int64_t)i);
    }
    buf_text(&yaml, "]}\n");
    buf_text(&yaml, fixture_pack + at);
    source.text = buf_view(&yaml);
    status = language_read(&language, &source, NULL, &config, diags);
    if (status != SAMSYN_OK)
        assert_string_equal(samsyn_diagnostics_code(diags, 0), code);
    language_free(language);
    samsyn_diagnostics_free(diags);
    buf_done(&yaml);
    return status;
}

/* They could all be made to hash to one place, so they are counted. */
static void
test_many_endings(void **state)
{
    (void)state;
    /* The pack has 12 endings itself, in 4 groups, and this one is a fifth. */
    assert_int_equal(read_with_endings(4096 - 17, ""), SAMSYN_OK);
    assert_int_equal(read_with_endings(4096 - 16, "too-many-endings"),
                     SAMSYN_E_SCHEMA);
}

/* The hash of a word from that of its end at @p at. */
static uint32_t
whole_of(uint32_t hash, const char *word, size_t at)
{
    while (at-- > 0)
        hash = form_hash_front(hash, word[at]);
    return hash;
}

/* The hash of a text, from either end. */
static void
test_hashes(void **state)
{
    static const char word[] = "\xC3\xB6verenskommelserna";
    const size_t length = sizeof word - 1;
    struct form_start start = { 0, 1 };

    (void)state;
    assert_int_equal(form_hash(str_make("", 0)), 0);
    for (size_t at = 0; at <= length; at++) {
        struct str end = str_make(word + at, length - at);

        assert_int_equal(start.hash, form_hash(str_make(word, at)));
        assert_int_equal(whole_of(form_hash(end), word, at),
                         form_hash(str_make(word, length)));
        if (at < length)
            form_start_add(&start, word[at]);
    }
    assert_int_not_equal(form_hash(STR("a")), form_hash(STR("aa")));
    assert_int_not_equal(form_hash(STR("ab")), form_hash(STR("ba")));
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 3];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].yaml,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    tests[ARRAY_LEN(rows)] = (struct CMUnitTest)cmocka_unit_test(test_pack);
    tests[ARRAY_LEN(rows) + 1] =
        (struct CMUnitTest)cmocka_unit_test(test_hashes);
    tests[ARRAY_LEN(rows) + 2] =
        (struct CMUnitTest)cmocka_unit_test(test_many_endings);
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
