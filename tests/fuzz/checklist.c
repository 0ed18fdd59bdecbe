/* SPDX-License-Identifier: MIT */

/* Any bytes as a checklist.  One that loads is linted, tested on its own
 * examples, and asked of a small text; its JSON is made twice and must be the
 * same.  What it extends is a small checklist, or, by the name "igen", itself:
 * the bytes again. */

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

struct shelf {
    samsyn_resolve_fn packs;
    const char *bytes; /* of what is tried */
    size_t length;
};

static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    const struct shelf *shelf = user;
    struct buf base;
    int stopped;

    if (kind != SAMSYN_RESOURCE_CHECKLIST)
        return shelf->packs(NULL, kind, name, length, write, sink);
    if (length == 4 && memcmp(name, "igen", 4) == 0)
        return write(sink, shelf->bytes, shelf->length) ? SAMSYN_E_STOPPED
                                                        : SAMSYN_OK;
    buf_init(&base, &mem_default, BUF_ANY);
    fixture_yaml(&base, "mäta", "när", "[polis]");
    stopped = write(sink, buf_view(&base).ptr, base.len);
    buf_done(&base);
    return stopped ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

int
fuzz_checklist(const uint8_t *bytes, size_t length)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct shelf shelf = { config.resolve, (const char *)bytes, length };
    samsyn_checklist *checklist = NULL;
    samsyn_diagnostics *found = NULL;
    samsyn_status status;

    config.resolve = resolve;
    config.resolve_user = &shelf;
    status = samsyn_checklist_load(&checklist, (const char *)bytes, length,
                                   "fuzz", &config, &found);
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
