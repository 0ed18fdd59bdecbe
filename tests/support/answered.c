/* SPDX-License-Identifier: MIT */

/* The checklist is loaded and the document read by malloc, so that a test that
 * counts memory sees what answers need and no more. */

#include "tests/support/answered.h"

#include <string.h>

#include "tests/support/fixture.h"

#define TEXTS                                                                  \
    " title: {sv: T, en: T}, question: {sv: F, en: Q}, why: {sv: V, en: W},"   \
    " advice: {sv: R, en: A}, model: Så, source: K, level: document,"

static const char yaml[] =
    "recognise: {kinds: [avtal]}\n"
    "checklist: prov\n"
    "version: '1'\n"
    "language: xx\n"
    "title: {sv: Prov, en: Test}\n"
    "basis: {sv: Prov, en: Test}\n"
    "sources: {K: Källan}\n"
    "vocabulary: {finns: [avtal], saknas: [sjukhus]}\n"
    "areas:\n"
    "- id: a\n"
    "  title: {sv: A, en: A}\n"
    "  criteria:\n"
    "  - {id: ett, code: k1," TEXTS " weight: must, met: finns}\n"
    "  - {id: tva, code: k2," TEXTS " weight: should, met: saknas}\n"
    "  - {id: tre, code: k3," TEXTS " weight: must, met: saknas}\n"
    "  - {id: fyra, code: k4," TEXTS " weight: must, judged: person,\n"
    "     met: finns}\n"
    "  - {id: fem, code: k5," TEXTS " weight: nice, judged: person,\n"
    "     met: saknas}\n";

static const char text[] = "# Avtal\n\nEtt avtal om polisen i Ekvalla.\n";

samsyn_checklist *
answered_checklist(const samsyn_config *config)
{
    samsyn_checklist *checklist = NULL;

    if (samsyn_checklist_load(&checklist, yaml, sizeof yaml - 1, "prov", config,
                              NULL) != SAMSYN_OK)
        return NULL;
    return checklist;
}

samsyn_document *
answered_document(const samsyn_checklist *checklist,
                  const samsyn_config *config)
{
    samsyn_document *document = NULL;

    if (samsyn_document_read(
            &document, text, sizeof text - 1, "a.md", SAMSYN_FORMAT_AUTO,
            samsyn_checklist_language(checklist), config, NULL) != SAMSYN_OK)
        return NULL;
    return document;
}

samsyn_status
answered_assess(samsyn_assessment **out, const char *bytes, size_t length,
                struct samsyn_config *config, samsyn_diagnostics **found)
{
    struct samsyn_config plain = fixture_config(&mem_default);
    samsyn_checklist *checklist = answered_checklist(&plain);
    samsyn_document *document = answered_document(checklist, &plain);
    samsyn_answers *answers = NULL;
    samsyn_status status = samsyn_answers_load(&answers, bytes, length,
                                               "svar.yaml", config, found);

    if (status == SAMSYN_OK) {
        samsyn_diagnostics_free(*found);
        *found = NULL;
        status = samsyn_config_add_answers(config, answers);
    }
    if (status == SAMSYN_OK)
        status = samsyn_assess(out, checklist, document, config, found);
    mem_free(&config->mem, config->answers);
    config->answers = NULL;
    config->answer_count = 0;
    samsyn_answers_free(answers);
    samsyn_document_free(document);
    samsyn_checklist_free(checklist);
    return status;
}
