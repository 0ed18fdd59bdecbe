/* SPDX-License-Identifier: MIT */
#ifndef REPORT_COMPARE_JSON_H
#define REPORT_COMPARE_JSON_H

/* What the JSON of comparisons and that of differences share. */

#include "report/json_parts.h"

/* The object, open after its first keys; and its end. */
void
compare_json_begin(struct json *json, struct buf *out, samsyn_lang lang);
void
compare_json_end(struct json *json);

/* Keys of an object that is open. */
void
compare_json_checklist(struct json *json, const samsyn_record *record);
void
compare_json_document(struct json *json, const samsyn_record *record);
void
compare_json_names(struct json *json, const samsyn_record *record,
                   size_t index);
void
compare_json_verdict(struct json *json, const samsyn_record *record,
                     size_t index);
void
compare_json_quote(struct json *json, const samsyn_quote *quote);

#endif
