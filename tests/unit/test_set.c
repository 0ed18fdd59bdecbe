/* SPDX-License-Identifier: MIT */

/* A document with an annex: what stands in which of them, and that nothing
 * reaches over the border.  Every row is run with no memory, then one
 * allocation, and so on, until it succeeds. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/set.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"

#define BOTH "{within: sentence, all: [uppföljning, när]}"
#define SECTION "{within: section, all: [uppföljning, när]}"
#define REFERRED                                                               \
    "    referred: {within: sentence, all: [uppföljning, {find: {phrase: "    \
    "bilaga 1 (=)}}]}\n"

static const struct set_row {
    const char *name;
    const char *met, *partly, *tail; /* of the only criterion */
    const char *main, *annex;
    samsyn_verdict verdict;
    const char *quote; /* of the first stretch that counts; NULL: none */
    size_t document;   /* that it stands in */
} rows[] = {
    { "in the main document", BOTH, NULL, "", "Uppföljning 3 april.\n",
      "Annat.\n", SAMSYN_VERDICT_MET, "Uppföljning 3 april.", 1 },
    { "in the annex", BOTH, NULL, "", "Annat.\n", "Uppföljning 3 april.\n",
      SAMSYN_VERDICT_MET, "Uppföljning 3 april.", 2 },
    { "better in the annex", BOTH, "uppföljning", "", "Uppföljning sker.\n",
      "# Bil\n\nUppföljning 3 april.\n", SAMSYN_VERDICT_MET,
      "Uppföljning 3 april.", 2 },
    { "a sentence ends with its document", BOTH, NULL, "", "Uppföljning",
      "3 april", SAMSYN_VERDICT_NOT_MET, NULL, 0 },
    { "one thing here, another there", "{all: [uppföljning, när]}", NULL, "",
      "Uppföljning.\n", "Den 3 april.\n", SAMSYN_VERDICT_MET, "Uppföljning.",
      1 },
    { "a section ends with its document", SECTION, NULL, "",
      "# Ett\n\nUppföljning.\n", "Den 3 april.\n", SAMSYN_VERDICT_NOT_MET, NULL,
      0 },
    { "an annex without headings is a section", SECTION, NULL, "",
      "# Ett\n\nAnnat.\n", "Uppföljning.\n\nDen 3 april.\n", SAMSYN_VERDICT_MET,
      "Uppföljning.", 2 },
    { "a section of the annex", SECTION, NULL, "", "Annat.\n",
      "Mer.\n\n## Ett\n\nUppföljning.\n\nDen 3 april.\n", SAMSYN_VERDICT_MET,
      "Uppföljning.", 2 },
    { "a table of the annex", "{within: row, all: [uppföljning, när]}", NULL,
      "", "| Vad | När |\n|---|---|\n| Hus | Nu |\n",
      "| Vad | Uppföljning |\n|---|---|\n| Bygge | 3 april |\n",
      SAMSYN_VERDICT_MET, "Vad | Uppföljning", 2 },
    { "the title is the main document's",
      "{find: uppföljning, in: {block: title}}", NULL, "", "Annat.\n",
      "# Uppföljning\n", SAMSYN_VERDICT_NOT_MET, NULL, 0 },
    { "referred, and not there", BOTH, "{within: sentence, all: [när]}",
      REFERRED, "Uppföljning framgår av bilaga 1.\n", "Annat.\n",
      SAMSYN_VERDICT_REFERRED, "Uppföljning framgår av bilaga 1.", 1 },
    { "referred, and partly there", BOTH, "{within: sentence, all: [när]}",
      REFERRED, "Uppföljning framgår av bilaga 1.\n", "Den 3 april.\n",
      SAMSYN_VERDICT_PARTLY, "Den 3 april.", 2 },
    { "referred, and partly here", BOTH, "{within: sentence, all: [när]}",
      REFERRED, "Uppföljning framgår av bilaga 1. Den 3 april.\n", "Annat.\n",
      SAMSYN_VERDICT_REFERRED, "Uppföljning framgår av bilaga 1.", 1 },
    { "referred, and there", BOTH, NULL, REFERRED,
      "Uppföljning framgår av bilaga 1.\n", "Uppföljning 3 april.\n",
      SAMSYN_VERDICT_MET, "Uppföljning 3 april.", 2 },
};

static samsyn_status
load(const struct set_row *row, const struct samsyn_config *config,
     struct samsyn_diagnostics *diags, struct judged *out)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, row->met, row->partly, NULL);
    buf_text(&yaml, row->tail);
    if (!buf_failed(&yaml))
        status = checklist_read(&out->checklist, buf_view(&yaml), "p", config,
                                diags);
    buf_done(&yaml);
    return status;
}

static samsyn_status
run(const void *state, const struct samsyn_config *config, struct judged *out)
{
    const struct set_row *row = state;
    const char *const texts[] = { row->main, row->annex };
    struct samsyn_document **documents[] = { &out->document, &out->annex };
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_EN);
    samsyn_status status = SAMSYN_E_NOMEM;

    if (diags)
        status = load(row, config, diags, out);
    for (size_t i = 0; !status && i < ARRAY_LEN(texts); i++)
        status = document_read(documents[i], str_of(texts[i]), "prov.md",
                               SAMSYN_FORMAT_MARKDOWN, out->checklist->language,
                               config, diags);
    if (!status) {
        const struct samsyn_document *set[] = { out->document, out->annex };

        status = assess_set(&out->assessment, out->checklist, set, 2, config);
    }
    samsyn_diagnostics_free(diags);
    return status;
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct set_row *row = state;
    const struct samsyn_criterion *criterion = &assessment->criteria[0];
    const struct evidence_list *list =
        &criterion->evidence[SAMSYN_EVIDENCE_COUNTED];

    assert_int_equal(criterion->verdict, row->verdict);
    assert_int_equal(list->count > 0, row->quote != NULL);
    if (row->quote) {
        const char *text = row->document == 1 ? row->main : row->annex;

        assert_string_equal(list->items[0].quote.ptr, row->quote);
        assert_int_equal(list->items[0].document, row->document);
        assert_memory_equal(text + list->items[0].span.start, row->quote, 4);
    }
    assert_int_equal(assessment->document_count, 2);
    assert_string_equal(
        assessment->documents[1].texts[SAMSYN_DOCUMENT_ROLE].ptr, "annex");
}

static void
test_row(void **state)
{
    judged_sweep(*state, run, check, 5000);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows)];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    return cmocka_run_group_tests_name("set", tests, NULL, NULL);
}
