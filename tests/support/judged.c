/* SPDX-License-Identifier: MIT */

/* The steps are small at first, where a fault of memory hits loading, and grow
 * with the number that has succeeded, so that a row ends in time. */

#include "tests/support/judged.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

samsyn_status
judged_text(struct judged *out, struct str yaml, const char *text,
            samsyn_format format, const struct samsyn_config *config)
{
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_EN);
    samsyn_status status = SAMSYN_E_NOMEM;

    if (diags)
        status = checklist_read(&out->checklist, yaml, "prov", config, diags);
    if (!status)
        status = document_read(&out->document, str_of(text), "prov.md", format,
                               out->checklist->language, config, diags);
    if (!status)
        status =
            assess(&out->assessment, out->checklist, out->document, config);
    samsyn_diagnostics_free(diags);
    return status;
}

void
judged_end(struct judged *out)
{
    assessment_free(out->assessment);
    document_free(out->annex);
    document_free(out->document);
    checklist_free(out->checklist);
}

void
judged_sweep(const void *row, judged_run_fn run, judged_check_fn check,
             size_t most)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n += 1 + n / 50) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct judged out = { 0 };

        assert_in_range(n, 0, most);
        status = run(row, &config, &out);
        assert_int_equal(status == SAMSYN_OK, out.assessment != NULL);
        if (status == SAMSYN_OK && check)
            check(row, out.assessment);
        judged_end(&out);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}
