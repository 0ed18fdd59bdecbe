/* SPDX-License-Identifier: MIT */

/* Runs a checklist on its own examples.  Each is read as Markdown by itself
 * and must get, for its criterion, the verdict that it stands under. */

#include "assess/selftest.h"

#include "document/read.h"

static const samsyn_verdict expected[OUTCOMES] = {
    [OUTCOME_MET] = SAMSYN_VERDICT_MET,
    [OUTCOME_PARTLY] = SAMSYN_VERDICT_PARTLY,
    [OUTCOME_NOT_MET] = SAMSYN_VERDICT_NOT_MET,
    [OUTCOME_REFERRED] = SAMSYN_VERDICT_REFERRED,
};

static const char *const verdict_words[] = {
    [SAMSYN_VERDICT_MET] = "met",
    [SAMSYN_VERDICT_PARTLY] = "partly",
    [SAMSYN_VERDICT_NOT_MET] = "not_met",
    [SAMSYN_VERDICT_REFERRED] = "referred",
    [SAMSYN_VERDICT_NEEDS_REVIEW] = "needs_review",
    [SAMSYN_VERDICT_NOT_APPLICABLE] = "not_applicable",
};

struct selftest {
    const struct samsyn_checklist *checklist;
    const struct samsyn_config *config;
    struct samsyn_diagnostics *diags;
    struct diag_source source;
    size_t examples;
};

static samsyn_status
read_text(const struct selftest *test, struct str text,
          struct samsyn_document **document)
{
    return document_read(document, text, "example", SAMSYN_FORMAT_MARKDOWN,
                         test->checklist->language, test->config, NULL);
}

/* What the reader says of an example has its place in the checklist, so it is
 * said as one entry there. */
static samsyn_status
refuse_example(struct selftest *test, const struct criterion *asked,
               const struct example *example)
{
    if (!diag_add(test->diags, DIAG_ASSESS_EXAMPLE_READ, &test->source,
                  example->start, example->end, &asked->id, 1, str_make("", 0)))
        return SAMSYN_E_NOMEM;
    return SAMSYN_OK;
}

static samsyn_status
compare(struct selftest *test, const struct criterion *asked, size_t outcome,
        const struct example *example, samsyn_verdict verdict)
{
    struct str args[3] = { asked->id };

    if (verdict == expected[outcome])
        return SAMSYN_OK;
    args[1] = str_of(verdict_words[expected[outcome]]);
    args[2] = str_of(verdict_words[verdict]);
    if (!diag_add(test->diags, DIAG_ASSESS_EXAMPLE, &test->source,
                  example->start, example->end, args, 3, str_make("", 0)))
        return SAMSYN_E_NOMEM;
    return SAMSYN_OK;
}

static samsyn_status
run_example(struct selftest *test, size_t criterion, size_t outcome,
            const struct example *example)
{
    const struct criterion *asked = &test->checklist->criteria[criterion];
    struct samsyn_document *document = NULL;
    samsyn_verdict verdict = SAMSYN_VERDICT_NOT_MET;
    samsyn_status status = read_text(test, example->text, &document);

    test->examples++;
    if (status != SAMSYN_OK)
        return status == SAMSYN_E_NOMEM || status == SAMSYN_E_STOPPED
                   ? status
                   : refuse_example(test, asked, example);
    status = assess_one(&verdict, test->checklist, criterion, document,
                        test->config);
    document_free(document);
    if (status != SAMSYN_OK)
        return status;
    return compare(test, asked, outcome, example, verdict);
}

static samsyn_status
run_criterion(struct selftest *test, size_t criterion)
{
    const struct criterion *asked = &test->checklist->criteria[criterion];

    for (size_t i = 0; i < OUTCOMES; i++) {
        for (size_t k = 0; k < asked->examples[i].count; k++) {
            samsyn_status status = run_example(test, criterion, i,
                                               &asked->examples[i].examples[k]);

            if (status)
                return status;
        }
    }
    return SAMSYN_OK;
}

static struct selftest
begin(const struct samsyn_checklist *checklist,
      const struct samsyn_config *config, struct samsyn_diagnostics *diags)
{
    return (struct selftest){ .checklist = checklist,
                              .config = config_of(config),
                              .diags = diags,
                              .source = checklist->files[0] };
}

samsyn_status
selftest_examples(const struct samsyn_checklist *checklist, size_t *examples,
                  const struct samsyn_config *config,
                  struct samsyn_diagnostics *diags)
{
    struct selftest test = begin(checklist, config, diags);

    for (size_t i = 0; i < checklist->criterion_count; i++) {
        samsyn_status status = run_criterion(&test, i);

        if (status)
            return status;
    }
    if (examples)
        *examples = test.examples;
    return diag_errors(diags) > 0 ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

static bool
report_empty(struct selftest *test, const struct criterion *criterion,
             samsyn_verdict verdict)
{
    struct str args[2] = { criterion->id, str_of(verdict_words[verdict]) };

    return diag_add(test->diags, DIAG_ASSESS_EMPTY_MET, &test->source,
                    criterion->start, criterion->end, args, 2, str_make("", 0));
}

/* Where a person decides, it is what the rules suggest that is looked at. */
static samsyn_verdict
said_of(const struct samsyn_criterion *criterion)
{
    return criterion->suggestion ? criterion->suggestion : criterion->verdict;
}

/* What no model was taught yet is open whatever the text says. */
static bool
is_open(const struct samsyn_checklist *checklist,
        const struct criterion *criterion)
{
    return criterion->taught && !checklist_has_taught(checklist, criterion);
}

static samsyn_status
check_empty(struct selftest *test, const struct samsyn_assessment *assessment)
{
    for (size_t i = 0; i < assessment->criterion_count; i++) {
        const struct criterion *criterion = &test->checklist->criteria[i];
        samsyn_verdict verdict = said_of(&assessment->criteria[i]);

        if (verdict != SAMSYN_VERDICT_NOT_MET &&
            !is_open(test->checklist, criterion) &&
            !report_empty(test, criterion, verdict))
            return SAMSYN_E_NOMEM;
    }
    return diag_errors(test->diags) > 0 ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

/* A text of one word, and that the emptiest there is. */
samsyn_status
selftest_empty(const struct samsyn_checklist *checklist,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags)
{
    struct selftest test = begin(checklist, config, diags);
    struct samsyn_document *document = NULL;
    struct samsyn_assessment *assessment = NULL;
    samsyn_status status = read_text(&test, STR("0"), &document);

    if (status == SAMSYN_OK)
        status = assess(&assessment, checklist, document, test.config);
    if (status == SAMSYN_OK)
        status = check_empty(&test, assessment);
    assessment_free(assessment);
    document_free(document);
    return status;
}
