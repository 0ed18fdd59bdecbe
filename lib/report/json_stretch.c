/* SPDX-License-Identifier: MIT */
/* A stretch of a document as JSON: its place, its headings, its quote. */

#include "report/json_parts.h"

/* A byte, line or column; null for what has none. */
void
json_number(struct json *json, const char *key, size_t number, size_t none)
{
    if (number == none)
        json_pair_null(json, key);
    else
        json_pair_int(json, key, (int64_t)number);
}

static void
write_path(struct json *json, const samsyn_evidence *evidence)
{
    json_key(json, "path");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_evidence_path_count(evidence); i++)
        json_text(json, samsyn_evidence_path_at(evidence, i));
    json_close(json, ']');
}

/* What is known of a stretch; the object stays open for more keys. */
void
json_open_stretch(struct json *json, const samsyn_evidence *evidence)
{
    samsyn_span span = samsyn_evidence_span(evidence);

    json_open(json, '{');
    json_number(json, "document", samsyn_evidence_document(evidence), 0);
    json_number(json, "start", span.start, SAMSYN_NONE);
    json_number(json, "end", span.end, SAMSYN_NONE);
    json_number(json, "line", span.line, 0);
    json_number(json, "column", span.column, 0);
    write_path(json, evidence);
    json_pair_or_null(json, "quote", samsyn_evidence_quote(evidence));
    json_pair_or_null(json, "rule", samsyn_evidence_rule(evidence));
    json_pair_or_null(json, "place", samsyn_evidence_place(evidence));
}
