/* SPDX-License-Identifier: MIT */
/* Inputs made to be slow, deep or large.  Each ends in a result or in a
 * diagnostic, and within a guard that is generous for honest work and far
 * below what quadratic work on these sizes would take. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "inputs.h"
#include "support/whole.h"

/* Sanitizers and other tools slow all work down alike. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SLOWER 10
#else
#define SLOWER 1
#endif
#define GUARD_SECONDS (2 * SLOWER)

/* ---- Trying them ---- */

enum outcome {
    REFUSED, /* with a diagnostic */
    LOADED,
    ANY
};

static const struct list_row {
    const char *name;
    void (*make)(struct text *out);
    enum outcome outcome;
    const char *code; /* that must be among the diagnostics; NULL: any */
} list_rows[] = {
    { "40 000 brackets", yaml_brackets, REFUSED, "too-deep" },
    { "80 000 braces", yaml_braces, REFUSED, NULL },
    { "1 000 levels of blocks", yaml_deep_blocks, REFUSED, NULL },
    { "alias bomb", yaml_alias_bomb, REFUSED, "alias" },
    { "60 000 anchors", yaml_anchors, REFUSED, "anchor" },
    { "110 000 keys", yaml_many_keys, REFUSED, "too-many-values" },
    { "one long scalar", yaml_one_long_scalar, REFUSED, NULL },
    { "all terms that fit", list_many_terms, ANY, NULL },
    { "all entries that fit", list_many_entries, ANY, NULL },
    { "a ring of 2 000 entries", list_ring, REFUSED, "vocabulary-circle" },
    { "entries that double", list_doubling, ANY, NULL },
    { "a chain of 20 000 entries", list_chain, REFUSED,
      "vocabulary-too-large" },
    { "20 000 unknown names", list_unknown, REFUSED, "unknown-name" },
    { "30 000 criteria to drop", list_drops, REFUSED, "unknown-criterion" },
    { "60 000 more terms", list_more_terms, REFUSED, "unknown-name" },
    { "90 000 forms of a word", list_many_forms, REFUSED, "term-too-large" },
    { "a slow pattern", list_slow_pattern, LOADED, NULL },
    { "a plain one", list_plain, LOADED, NULL },
};

static const struct text_row {
    const char *name, *file;
    void (*make)(struct text *out);
    void (*list)(struct text *out); /* NULL: overenskommelse */
    const char *reason;             /* where the verdict is needs_review */
    const char *code;               /* where it is refused */
} text_rows[] = {
    { "1 MiB without a blank", "a.txt", text_one_line, NULL, NULL, NULL },
    { "slow pattern, long text", "a.txt", text_a_and_b, list_slow_pattern,
      "limit", NULL },
    { "10 000 phrases of one beginning", "a.txt", text_one_word, list_phrases,
      "limit", NULL },
    { "10 000 entries of one word", "a.txt", text_one_word, list_same_word,
      "limit", NULL },
    { "all terms that fit", "a.txt", text_hits, list_many_terms, NULL, NULL },
    { "one sentence of 1 MiB", "a.txt", text_one_sentence, NULL, NULL, NULL },
    { "six parts near, one nowhere", "a.txt", text_one_sentence, list_near,
      NULL, NULL },
    { "six parts near, one at the end", "a.txt", text_last_word, list_near,
      NULL, NULL },
    { "six parts in order, one at the end", "a.txt", text_last_word, list_order,
      NULL, NULL },
    { "a phrase of 31 words with gaps", "a.txt", text_one_sentence, list_gaps,
      "limit", NULL },
    { "15 000 quotations in one", "a.txt", text_said, NULL, NULL, NULL },
    { "16 000 sentences that count", "a.txt", text_hits, NULL, NULL, NULL },
    { "hardly dates", "a.txt", text_dates, NULL, NULL, NULL },
    { "400 000 marks on a letter", "a.txt", text_marks, NULL, NULL, NULL },
    { "500 000 soft hyphens", "a.txt", text_soft_hyphens, NULL, NULL, NULL },
    { "hyphen at every line end", "a.txt", text_line_hyphens, NULL, NULL,
      NULL },
    { "4 MiB of blanks", "a.txt", text_blank, NULL, NULL, NULL },
    { "500 000 dots", "a.txt", text_dots, NULL, NULL, NULL },
    { "columns", "a.txt", text_columns, NULL, NULL, NULL },
    { "2 000 columns", "a.md", md_wide_table, NULL, NULL,
      "document-markup-limit" },
    { "60 000 cells", "a.md", md_full_table, NULL, NULL, NULL },
    { "20 000 quotes", "a.md", md_quotes, NULL, NULL, NULL },
    { "list 1 000 deep", "a.md", md_deep_list, NULL, NULL, NULL },
    { "list of 40 000", "a.md", md_long_list, NULL, NULL, NULL },
    { "60 000 headings", "a.md", md_headings, NULL, NULL, NULL },
    { "50 000 brackets", "a.md", md_brackets, NULL, NULL, NULL },
    { "50 000 links", "a.md", md_links, NULL, NULL, NULL },
    { "60 000 stars", "a.md", md_stars, NULL, NULL, NULL },
    { "800 lengths of ticks", "a.md", md_ticks, NULL, NULL, NULL },
    { "50 000 references", "a.md", md_references, NULL, NULL, NULL },
};

/* The processor's time, so that a busy machine fails nothing. */
static double
seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static bool
says(const samsyn_diagnostics *found, const char *code)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        if (!code || strcmp(samsyn_diagnostics_code(found, i), code) == 0)
            return true;
    }
    return false;
}

static samsyn_checklist *
load(const struct text *text, const samsyn_config *config,
     samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = NULL;
    samsyn_status status = samsyn_checklist_load(
        &checklist, text->bytes, text->length, "prov", config, found);

    assert_true((status == SAMSYN_OK) == (checklist != NULL));
    assert_true(status != SAMSYN_E_FAILED && status != SAMSYN_E_NOMEM);
    return checklist;
}

static void
test_list(void **state)
{
    const struct list_row *row = *state;
    samsyn_config *config = whole_config();
    samsyn_diagnostics *found = NULL;
    samsyn_checklist *checklist;
    struct text text = { 0 };
    clock_t start;

    row->make(&text);
    start = clock();
    checklist = load(&text, config, &found);
    assert_true(seconds_since(start) < GUARD_SECONDS);
    if (row->outcome == LOADED)
        assert_non_null(checklist);
    if (row->outcome == REFUSED)
        assert_null(checklist);
    if (!checklist) {
        assert_true(says(found, row->code));
        assert_int_equal(samsyn_diagnostics_worst(found),
                         SAMSYN_SEVERITY_ERROR);
    }
    samsyn_diagnostics_free(found);
    samsyn_checklist_free(checklist);
    samsyn_config_free(config);
    free(text.bytes);
}

static samsyn_checklist *
checklist_for(const struct text_row *row, const samsyn_config *config)
{
    struct text text = { 0 };
    samsyn_checklist *checklist;

    if (!row->list)
        return whole_checklist(config, "overenskommelse");
    row->list(&text);
    checklist = load(&text, config, NULL);
    free(text.bytes);
    return checklist;
}

static void
check_reason(const samsyn_assessment *result, const char *reason)
{
    const samsyn_criterion *one = samsyn_assessment_criterion_at(result, 0);

    assert_int_equal(samsyn_criterion_verdict(one),
                     SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_string_equal(samsyn_criterion_text(one, SAMSYN_CRITERION_REASON),
                        reason);
}

static void
assess_within_guard(const struct text_row *row, const struct text *text,
                    const samsyn_checklist *checklist,
                    const samsyn_config *config)
{
    clock_t start = clock();
    samsyn_document *document = NULL;
    samsyn_assessment *result = NULL;
    samsyn_diagnostics *found = NULL;
    struct text json = { 0 };
    samsyn_status status = samsyn_document_read(
        &document, text->bytes, text->length, row->file, SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(checklist), config, &found);

    assert_int_equal(status, row->code ? SAMSYN_E_LIMIT : SAMSYN_OK);
    assert_true(!row->code || says(found, row->code));
    samsyn_diagnostics_free(found);
    if (document) {
        assert_int_equal(
            samsyn_assess(&result, checklist, document, config, NULL),
            SAMSYN_OK);
        assert_int_equal(
            samsyn_report_write(result, "json", 4, whole_write, &json),
            SAMSYN_OK);
    }
    assert_true(seconds_since(start) < GUARD_SECONDS);
    if (row->reason)
        check_reason(result, row->reason);
    free(json.bytes);
    samsyn_assessment_free(result);
    samsyn_document_free(document);
}

static void
test_text(void **state)
{
    const struct text_row *row = *state;
    samsyn_config *config = whole_config();
    samsyn_checklist *checklist = checklist_for(row, config);
    struct text text = { 0 };

    if (!checklist) {
        /* Refused for its size: test_list() has seen to that. */
        assert_ptr_equal(row->list, list_many_terms);
    } else {
        row->make(&text);
        assess_within_guard(row, &text, checklist, config);
    }
    free(text.bytes);
    samsyn_checklist_free(checklist);
    samsyn_config_free(config);
}

/* The input limit is met before anything is read. */
static void
test_input_limit(void **state)
{
    samsyn_config *config = whole_config();
    samsyn_checklist *checklist = whole_checklist(config, "overenskommelse");
    samsyn_document *document = NULL;
    samsyn_diagnostics *found = NULL;

    (void)state;
    assert_non_null(checklist);
    assert_int_equal(samsyn_config_set_limit(config, SAMSYN_LIMIT_INPUT, 10),
                     SAMSYN_OK);
    assert_int_equal(samsyn_document_read(&document, "Detta avtal", 11, "a.md",
                                          SAMSYN_FORMAT_AUTO,
                                          samsyn_checklist_language(checklist),
                                          config, &found),
                     SAMSYN_E_LIMIT);
    assert_null(document);
    samsyn_diagnostics_free(found);
    samsyn_checklist_free(checklist);
    samsyn_config_free(config);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(list_rows) + ARRAY_LEN(text_rows) + 1] = {
        cmocka_unit_test(test_input_limit)
    };
    size_t count = 1;

    for (size_t i = 0; i < ARRAY_LEN(list_rows); i++) {
        tests[count++] = (struct CMUnitTest){
            .name = list_rows[i].name,
            .test_func = test_list,
            .initial_state = (void *)(uintptr_t)&list_rows[i],
        };
    }
    for (size_t i = 0; i < ARRAY_LEN(text_rows); i++) {
        tests[count++] = (struct CMUnitTest){
            .name = text_rows[i].name,
            .test_func = test_text,
            .initial_state = (void *)(uintptr_t)&text_rows[i],
        };
    }
    return cmocka_run_group_tests_name("pathological", tests, NULL, NULL);
}
