/* SPDX-License-Identifier: MIT */

/* Any bytes as a document, read as text and as Markdown and asked for the
 * bundled checklist.  Spans must lie inside the file, and two assessments of
 * one document must be the same. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "support/whole.h"

static void
check_spans(const samsyn_assessment *result, size_t length)
{
    for (size_t i = 0; i < samsyn_assessment_criterion_count(result); i++) {
        const samsyn_criterion *one = samsyn_assessment_criterion_at(result, i);

        for (int kind = SAMSYN_EVIDENCE_COUNTED;
             kind <= SAMSYN_EVIDENCE_NEAREST; kind++) {
            samsyn_evidence_kind which = (samsyn_evidence_kind)kind;
            size_t count = samsyn_criterion_evidence_count(one, which);

            for (size_t k = 0; k < count; k++) {
                samsyn_span span = samsyn_evidence_span(
                    samsyn_criterion_evidence_at(one, which, k));

                fuzz_require(span.start < span.end && span.end <= length);
                fuzz_require(span.line > 0 && span.column > 0);
            }
        }
    }
}

/* Every report can be written, and holds nothing that is not UTF-8. */
static void
write_reports(const samsyn_assessment *result)
{
    const char *format;

    for (size_t i = 0; (format = samsyn_report_format_at(i)); i++) {
        struct text report = { 0 };

        fuzz_require(!samsyn_report_write(result, format, strlen(format),
                                          whole_write, &report));
        fuzz_require(utf8_valid(report.bytes, report.length) == report.length);
        free(report.bytes);
    }
}

static void
assess_twice(const samsyn_checklist *checklist, const samsyn_document *document,
             const samsyn_config *config, size_t length)
{
    struct text json[2] = { { 0 } };

    for (int i = 0; i < 2; i++) {
        samsyn_assessment *result = NULL;

        fuzz_require(
            !samsyn_assess(&result, checklist, document, config, NULL));
        check_spans(result, length);
        fuzz_require(
            !samsyn_report_write(result, "json", 4, whole_write, &json[i]));
        if (i == 0)
            write_reports(result);
        samsyn_assessment_free(result);
    }
    fuzz_require(json[0].length == json[1].length &&
                 memcmp(json[0].bytes, json[1].bytes, json[0].length) == 0);
    free(json[0].bytes);
    free(json[1].bytes);
}

int
fuzz_document(const uint8_t *bytes, size_t length)
{
    /* Loaded once: they never change. */
    static samsyn_config *config;
    static samsyn_checklist *checklist;
    static const samsyn_format formats[] = { SAMSYN_FORMAT_TEXT,
                                             SAMSYN_FORMAT_MARKDOWN };

    if (!config) {
        config = whole_config();
        checklist = whole_checklist(config, "overenskommelse");
        fuzz_require(config && checklist);
    }
    for (size_t i = 0; i < 2; i++) {
        samsyn_document *document = NULL;
        samsyn_status status = samsyn_document_read(
            &document, (const char *)bytes, length, "fuzz", formats[i],
            samsyn_checklist_language(checklist), config, NULL);

        fuzz_require((status == SAMSYN_OK) == (document != NULL));
        if (document)
            assess_twice(checklist, document, config, length);
        samsyn_document_free(document);
    }
    return 0;
}

FUZZ_ENTRY(fuzz_document)
