/* SPDX-License-Identifier: MIT */
#ifndef REPORT_JSON_PARTS_H
#define REPORT_JSON_PARTS_H

/* The parts of the JSON report that have files of their own. */

#include "report/json_writer.h"
#include "samsyn.h"

/* A byte, line or column; null for what has none. */
void
json_number(struct json *json, const char *key, size_t number, size_t none);

/* What is known of a stretch; the object stays open for more keys. */
void
json_open_stretch(struct json *json, const samsyn_evidence *evidence);

/* The keys `checklist` and `score`. */
void
json_checklist(struct json *json, const samsyn_assessment *assessment);
void
json_scores(struct json *json, const samsyn_assessment *assessment);

/* The keys `documents`, `items` and `chain`. */
void
json_documents(struct json *json, const samsyn_assessment *assessment);
void
json_items(struct json *json, const samsyn_assessment *assessment);
void
json_chain(struct json *json, const samsyn_assessment *assessment);

/* The keys `answer`, `waiver` and `with_answers` of a criterion. */
void
json_answer(struct json *json, const samsyn_criterion *criterion);

/* The keys of a score, and the key `with_answers` with those of the second. */
void
json_score(struct json *json, samsyn_score score);
void
json_with_answers(struct json *json, const samsyn_assessment *assessment);

#endif
