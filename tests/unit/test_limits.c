/* SPDX-License-Identifier: MIT */

/* What a limit hides is never decided: whatever the budget of steps, a verdict
 * is the one that there would be without a limit, or it is left to a person.
 * And the terms of a checklist are kept to a size that can be looked up. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "document/read.h"
#include "language/form_hash.h"
#include "tests/support/fixture.h"

static const struct limit_row {
    const char *name;
    const char *met, *partly, *unless;
    const char *text;
    samsyn_verdict verdict;
} rows[] = {
    { "both in a sentence", "{within: sentence, all: [uppföljning, när]}", NULL,
      NULL, "Uppföljning sker. Uppföljning 3 april.", SAMSYN_VERDICT_MET },
    { "what must not be there is there",
      "{all: [uppföljning], none: [polis, när]}", NULL, NULL,
      "Uppföljning sker. Det blir 3 april.", SAMSYN_VERDICT_NOT_MET },
    { "in the sentence at least",
      "{within: sentence, all: [uppföljning], none: [polis]}", NULL, NULL,
      "Uppföljning av polisen. Uppföljning med polisen.",
      SAMSYN_VERDICT_NOT_MET },
    { "about something else", "uppföljning", NULL,
      "[{all: [uppföljning, polis]}]",
      "Uppföljning av polisen. Mer uppföljning av polisen.",
      SAMSYN_VERDICT_NOT_MET },
    { "partly", "{all: [uppföljning, när]}",
      "{all: [uppföljning], none: [polis]}", NULL, "Uppföljning sker.",
      SAMSYN_VERDICT_PARTLY },
    { "neither", "{all: [uppföljning, när]}",
      "{all: [uppföljning], none: [polis]}", NULL, "Uppföljning av polisen.",
      SAMSYN_VERDICT_NOT_MET },
    { "a pattern", "paragraf", NULL, NULL, "Här och där, § 22.",
      SAMSYN_VERDICT_MET },
    { "no pattern", "{all: [uppföljning], none: [paragraf]}", NULL, NULL,
      "Uppföljning § 22.", SAMSYN_VERDICT_NOT_MET },
    { "nothing under such a heading",
      "{find: när, in: {section: [{pattern: 'b+c'}]}}", NULL, NULL,
      "# Om bbc\n\nDen 3 april.\n", SAMSYN_VERDICT_MET },
    { "a date", "när", NULL, NULL, "Den 3 april.", SAMSYN_VERDICT_MET },
    { "no date", "{all: [uppföljning], none: [när]}", NULL, NULL,
      "Uppföljning den 3 april.", SAMSYN_VERDICT_NOT_MET },
};

static struct samsyn_checklist *
load(const struct limit_row *row, const struct samsyn_config *config)
{
    struct samsyn_checklist *checklist = NULL;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, row->met, row->partly, row->unless);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "prov", config, NULL),
        SAMSYN_OK);
    buf_done(&yaml);
    return checklist;
}

static samsyn_verdict
judge(const struct limit_row *row, struct str text,
      const struct samsyn_config *config)
{
    struct samsyn_checklist *checklist = load(row, config);
    struct samsyn_document *document = NULL;
    struct samsyn_assessment *assessment = NULL;
    const struct samsyn_criterion *criterion;
    samsyn_verdict verdict;

    assert_int_equal(document_read(&document, text, "a.md",
                                   SAMSYN_FORMAT_MARKDOWN, checklist->language,
                                   config, NULL),
                     SAMSYN_OK);
    assert_int_equal(assess(&assessment, checklist, document, config),
                     SAMSYN_OK);
    criterion = &assessment->criteria[0];
    verdict = criterion->verdict;
    if (verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        assert_string_equal(criterion->texts[SAMSYN_CRITERION_REASON].ptr,
                            "limit");
    assessment_free(assessment);
    document_free(document);
    checklist_free(checklist);
    return verdict;
}

/* Every budget, from one step up to enough. */
static void
test_row(void **state)
{
    const struct limit_row *row = *state;
    struct samsyn_config config = fixture_config(&mem_default);
    size_t decided = 0;

    for (uint64_t steps = 1; steps < 200; steps++) {
        samsyn_verdict verdict;

        config.limits[SAMSYN_LIMIT_STEPS] = steps;
        verdict = judge(row, str_of(row->text), &config);
        decided += verdict == row->verdict;
        if (verdict != row->verdict && verdict != SAMSYN_VERDICT_NEEDS_REVIEW)
            fail_msg("%d steps: verdict %d", (int)steps, (int)verdict);
    }
    assert_true(decided > 0);
}

/* A pattern that gives up has not looked. */
static void
test_pattern_limit(void **state)
{
    static const struct limit_row kinds[] = {
        { .met = "{all: [uppföljning], none: [{find: {pattern: "
                 "'(a+)+(a+)+c'}}]}" },
        { .met = "uppföljning",
          .unless = "[{find: {pattern: '(a+)+(a+)+c'}}]" },
        { .met = "{find: {pattern: '(a+)+(a+)+c'}}" },
        { .met = "{find: uppföljning, in: {section: [{pattern: "
                 "'(a+)+(a+)+c'}]}}" },
    };
    struct samsyn_config config = fixture_config(&mem_default);

    (void)state;
    config.limits[SAMSYN_LIMIT_PATTERN] = 100;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        assert_int_equal(judge(&kinds[i],
                               STR("Uppföljning aaaaaaaaaaaaaaaaaaab c."),
                               &config),
                         SAMSYN_VERDICT_NEEDS_REVIEW);
}

/* ---- Sizes ---- */

static void
write_repeated(struct buf *out, const char *before, const char *piece,
               size_t times, const char *after)
{
    buf_text(out, before);
    for (size_t i = 0; i < times; i++)
        buf_text(out, piece);
    buf_text(out, after);
}

static const struct size_row {
    const char *name, *before, *piece;
    size_t most; /* as many are taken, one more is refused */
    const char *after;
} size_rows[] = {
    { "bytes of a word", "{find: {word: ", "a", 200, " (=)}}" },
    { "words of a phrase", "{find: {phrase: '", "a (=) ", 32, "'}}" },
};

static samsyn_status
load_sized(const struct size_row *row, size_t times)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct samsyn_checklist *checklist = NULL;
    struct buf met, yaml;
    samsyn_status status;

    buf_init(&met, &mem_default, BUF_ANY);
    buf_init(&yaml, &mem_default, BUF_ANY);
    write_repeated(&met, row->before, row->piece, times, row->after);
    fixture_yaml(&yaml, met.data, NULL, NULL);
    status = checklist_read(&checklist, buf_view(&yaml), "p", &config, diags);
    if (status)
        assert_string_equal(samsyn_diagnostics_code(diags, 0),
                            "term-too-large");
    samsyn_diagnostics_free(diags);
    checklist_free(checklist);
    buf_done(&met);
    buf_done(&yaml);
    return status;
}

static void
test_size(void **state)
{
    const struct size_row *row = *state;

    assert_int_equal(load_sized(row, row->most), SAMSYN_OK);
    assert_int_equal(load_sized(row, row->most + 1), SAMSYN_E_SCHEMA);
}

/* Words made to hash to one place are refused, not searched through. */
static void
test_collisions(void **state)
{
    enum {
        WORDS = 3000,
        PLACES = 8192 /* of their table */
    };
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct samsyn_checklist *checklist = NULL;
    struct buf met, yaml;
    size_t found = 0;

    (void)state;
    buf_init(&met, &mem_default, BUF_ANY);
    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&met, "{find: [{word: avtal (=)}");
    for (uint32_t i = 0; found < WORDS; i++) {
        char word[8];

        for (size_t k = 0, rest = i; k < 7; k++, rest /= 26)
            word[k] = (char)('a' + rest % 26);
        if (token_table_place(form_hash(str_make(word, 7)), PLACES) != 0)
            continue;
        buf_text(&met, ", {word: ");
        buf_add(&met, word, 7);
        buf_text(&met, " (=)}");
        found++;
    }
    buf_text(&met, "]}");
    fixture_yaml(&yaml, met.data, NULL, NULL);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "p", &config, diags),
        SAMSYN_E_LIMIT);
    assert_string_equal(samsyn_diagnostics_code(diags, 0),
                        "vocabulary-too-large");
    samsyn_diagnostics_free(diags);
    buf_done(&met);
    buf_done(&yaml);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + ARRAY_LEN(size_rows) + 2] = {
        cmocka_unit_test(test_pattern_limit),
        cmocka_unit_test(test_collisions),
    };
    size_t count = 2;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[count++] = (struct CMUnitTest){
            .name = rows[i].name,
            .test_func = test_row,
            .initial_state = (void *)(uintptr_t)&rows[i],
        };
    for (size_t i = 0; i < ARRAY_LEN(size_rows); i++)
        tests[count++] = (struct CMUnitTest){
            .name = size_rows[i].name,
            .test_func = test_size,
            .initial_state = (void *)(uintptr_t)&size_rows[i],
        };
    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
