/* SPDX-License-Identifier: MIT */

/* Any bytes as a language pack.  One that loads splits a text, and a small
 * checklist is loaded over it and asked of that text. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/str.h"
#include "fuzz.h"
#include "support/whole.h"

static const char text[] =
    "# Avtal\n\nDen 3 mars 2026, kl. 14.00, bl.a. upp-\noch nedgång. Vi lovar "
    "inte 2026-03-01 t.o.m. 3 april 2027 (50 % av 2 000 kr) att Kim Ahl "
    "Norrby följer upp.\n\n1 mars 2026 2 mars 2026 3 mars 2026 4 mars 2026 5 "
    "mars "
    "2026 6 mars 2026 7 mars 2026.\n\nUnderskrift\n\nKim Ahl\n";

static const char list[] =
    "recognise: {kinds: [avtal]}\nchecklist: prov\nversion: '1'\nlanguage: xx\n"
    "title: {sv: P, en: T}\nbasis: {sv: P, en: T}\nsources: {K: k}\n"
    "vocabulary:\n  a: [avtal, följa upp, {head: gång}, {modifier: upp}]\n"
    "areas:\n- id: a\n  title: {sv: A, en: A}\n  criteria:\n  - id: k\n"
    "    code: k1\n    title: {sv: T, en: T}\n    question: {sv: F, en: Q}\n"
    "    why: {sv: V, en: W}\n    advice: {sv: R, en: A}\n    model: M\n"
    "    source: K\n    weight: must\n    level: document\n    met: a\n";

static samsyn_status
serve(void *user, samsyn_resource kind, const char *name, size_t length,
      samsyn_write_fn write, void *sink)
{
    const struct text *pack = user;

    (void)kind;
    (void)name;
    (void)length;
    return write(sink, pack->bytes, pack->length) ? SAMSYN_E_STOPPED
                                                  : SAMSYN_OK;
}

static void
use(const samsyn_config *config)
{
    struct text bytes = { (char *)(uintptr_t)text, sizeof text - 1 };
    struct text json = { 0 };
    samsyn_checklist *checklist = NULL;
    samsyn_status status = samsyn_checklist_load(
        &checklist, list, sizeof list - 1, "list", config, NULL);

    if (status == SAMSYN_OK)
        fuzz_require(!whole_json(&json, checklist, config, &bytes, "a.md"));
    free(json.bytes);
    samsyn_checklist_free(checklist);
}

int
fuzz_language(const uint8_t *bytes, size_t length)
{
    struct text pack = { (char *)(uintptr_t)bytes, length };
    struct samsyn_config config = config_default;
    samsyn_language *language = NULL;
    samsyn_diagnostics *found = NULL;
    samsyn_status status;

    config.resolve = serve;
    config.resolve_user = &pack;
    status = samsyn_language_load(&language, "xx", 2, &config, &found);
    fuzz_require((status == SAMSYN_OK) == (language != NULL));
    fuzz_require(language || samsyn_diagnostics_count(found) > 0);
    samsyn_diagnostics_free(found);
    if (language)
        use(&config);
    samsyn_language_free(language);
    return 0;
}

FUZZ_ENTRY(fuzz_language)
