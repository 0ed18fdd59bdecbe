/* SPDX-License-Identifier: MIT */
/* The documents of an assessment as JSON: the main one, then its annexes. */

#include "report/json_parts.h"

static void
write_date(struct json *json, const samsyn_assessment *assessment, size_t index)
{
    static const struct {
        const char *key;
        samsyn_document_text_id id;
    } texts[] = {
        { "value", SAMSYN_DOCUMENT_DATE },
        { "basis", SAMSYN_DOCUMENT_DATE_BASIS },
        { "until", SAMSYN_DOCUMENT_VALID_UNTIL },
    };
    const samsyn_evidence *dated =
        samsyn_assessment_document_dated(assessment, index);

    json_key(json, "date");
    if (!dated) {
        json_null(json);
        return;
    }
    json_open_stretch(json, dated);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        json_pair_or_null(
            json, texts[i].key,
            samsyn_assessment_document_text(assessment, index, texts[i].id));
    json_close(json, '}');
}

static void
write_part(struct json *json, const samsyn_assessment *assessment,
           size_t document, size_t index)
{
    static const struct {
        const char *key;
        samsyn_part_text_id id;
    } texts[] = {
        { "title", SAMSYN_PART_TITLE }, { "kind", SAMSYN_PART_KIND },
        { "role", SAMSYN_PART_ROLE },   { "date", SAMSYN_PART_DATE },
        { "until", SAMSYN_PART_UNTIL },
    };
    samsyn_span span = samsyn_assessment_part_span(assessment, document, index);

    json_open(json, '{');
    json_pair_int(json, "n", (int64_t)index + 1);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        json_pair_or_null(json, texts[i].key,
                          samsyn_assessment_part_text(assessment, document,
                                                      index, texts[i].id));
    json_number(json, "start", span.start, SAMSYN_NONE);
    json_number(json, "end", span.end, SAMSYN_NONE);
    json_number(json, "line", span.line, 0);
    json_pair_bool(
        json, "assessed",
        samsyn_assessment_part_is_assessed(assessment, document, index));
    json_close(json, '}');
}

static void
write_parts(struct json *json, const samsyn_assessment *assessment,
            size_t document)
{
    json_key(json, "parts");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_assessment_part_count(assessment, document);
         i++)
        write_part(json, assessment, document, i);
    json_close(json, ']');
}

static void
write_document(struct json *json, const samsyn_assessment *assessment,
               size_t index)
{
    static const struct {
        const char *key;
        samsyn_document_text_id id;
    } texts[] = {
        { "name", SAMSYN_DOCUMENT_NAME }, { "digest", SAMSYN_DOCUMENT_DIGEST },
        { "kind", SAMSYN_DOCUMENT_KIND }, { "format", SAMSYN_DOCUMENT_FORMAT },
        { "role", SAMSYN_DOCUMENT_ROLE },
    };

    json_open(json, '{');
    json_pair_int(json, "n", (int64_t)index + 1);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        json_pair_or_null(
            json, texts[i].key,
            samsyn_assessment_document_text(assessment, index, texts[i].id));
    write_date(json, assessment, index);
    write_parts(json, assessment, index);
    json_close(json, '}');
}

void
json_documents(struct json *json, const samsyn_assessment *assessment)
{
    json_key(json, "documents");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_assessment_document_count(assessment); i++)
        write_document(json, assessment, i);
    json_close(json, ']');
}
