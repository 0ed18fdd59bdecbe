/* SPDX-License-Identifier: MIT */

/* Any bytes as a checklist.  One that loads is linted, tested on its own
 * examples, and asked of a small text; its JSON is made twice and must be the
 * same. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "fuzz.h"
#include "support/fixture.h"
#include "support/whole.h"

static const char text[] =
    "# Avtal om uppföljning\n\nPolisen lovar att:\n\n- följa upp arbetet den "
    "3 mars 2026\n- inte vänta\n\n| Vad | När |\n|---|---|\n| Avtal § 4 | "
    "1 april 2026 t.o.m. 3 april 2027 |\n\nVid behov ska en plan tas fram.\n";

static void
assess_twice(const samsyn_checklist *checklist, const samsyn_config *config)
{
    struct text bytes = { (char *)(uintptr_t)text, sizeof text - 1 };
    struct text first = { 0 }, second = { 0 };

    fuzz_require(!whole_json(&first, checklist, config, &bytes, "a.md"));
    fuzz_require(!whole_json(&second, checklist, config, &bytes, "a.md"));
    fuzz_require(first.length == second.length &&
                 memcmp(first.bytes, second.bytes, first.length) == 0);
    free(first.bytes);
    free(second.bytes);
}

int
fuzz_checklist(const uint8_t *bytes, size_t length)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_checklist *checklist = NULL;
    samsyn_diagnostics *found = NULL;
    samsyn_status status = samsyn_checklist_load(
        &checklist, (const char *)bytes, length, "fuzz", &config, &found);

    fuzz_require((status == SAMSYN_OK) == (checklist != NULL));
    fuzz_require(checklist || samsyn_diagnostics_count(found) > 0);
    samsyn_diagnostics_free(found);
    if (!checklist)
        return 0;
    status = samsyn_checklist_lint(checklist, &config, NULL);
    fuzz_require(status == SAMSYN_OK || status == SAMSYN_E_SCHEMA);
    status = samsyn_checklist_test(checklist, NULL, &config, NULL);
    fuzz_require(status == SAMSYN_OK || status == SAMSYN_E_SCHEMA);
    assess_twice(checklist, &config);
    samsyn_checklist_free(checklist);
    return 0;
}

FUZZ_ENTRY(fuzz_checklist)
