/* SPDX-License-Identifier: MIT */

/* Which kind of document a text is: signals of the test pack against texts,
 * swept with every allocation failing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/recognise.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

static const struct case_row {
    const char *name, *text;
    const char *kind;
    bool fits; /* the checklist, which is for agreements */
} rows[] = {
    { "a title", "# Samverkansavtal\n\nText.\n", "ett avtal", true },
    { "a title without a heading", "Avtal\n\nText.\n", "ett avtal", true },
    { "another kind", "# Åtgärdsplan\n\nText.\n", "en plan", false },
    { "what speaks against it",
      "# Åtgärdsplan\n\nDet här är en text som är lite längre och som "
      "handlar om ett avtal mellan två parter.\n",
      "", false },
    { "a word of the title in the text only",
      "# Text\n\nHär är mycket text som inte alls handlar om något särskilt, "
      "men den är lång nog för att inte vara någon titel, och den fortsätter "
      "ännu en stund så att det blir alldeles tydligt att det här är brödtext "
      "och ingenting annat än det.\n\nEtt avtal.\n",
      "", false },
    { "too few points", "# Text\n\nVarje part.\n", "", false },
};

static samsyn_status
run(const struct case_row *row, const struct samsyn_config *config,
    struct samsyn_recognition **out)
{
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_SV);
    struct samsyn_checklist *checklist = NULL;
    struct samsyn_document *document = NULL;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, "polis", NULL, NULL);
    if (diags && !buf_failed(&yaml))
        status = checklist_read(&checklist, buf_view(&yaml), "prov.yaml",
                                config, diags);
    if (!status)
        status = document_read(&document, str_of(row->text), "prov.md",
                               SAMSYN_FORMAT_MARKDOWN, checklist->language,
                               config, diags);
    if (!status) {
        const struct samsyn_checklist *asked = checklist;

        status = recognise(out, &asked, 1, document, config);
    }
    buf_done(&yaml);
    document_free(document);
    checklist_free(checklist);
    samsyn_diagnostics_free(diags);
    return status;
}

static void
test_row(void **state)
{
    const struct case_row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n += 1 + n / 50) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_recognition *found = NULL;

        assert_in_range(n, 0, 5000);
        status = run(row, &config, &found);
        assert_int_equal(status == SAMSYN_OK, found != NULL);
        if (found) {
            assert_string_equal(found->kind, row->kind);
            assert_int_equal(found->index, row->fits ? 0 : SAMSYN_NONE);
            assert_true(strlen(found->reason) > 0);
        }
        recognition_free(found);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
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
    return cmocka_run_group_tests_name("recognise", tests, NULL, NULL);
}
