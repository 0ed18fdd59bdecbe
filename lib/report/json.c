/* SPDX-License-Identifier: MIT */
/* The assessment as JSON, format 1.
 *
 * Every key of the format is always there; what is absent is null.  Points
 * are thousandths, places are bytes of the file.  An element stands at the
 * left edge also inside its array, so that a program which joins elements of
 * several documents gets the same bytes as one call gives. */

#include "report/json_parts.h"
#include "report/report.h"

#include <string.h>

#define FORMAT 1

static void
write_pairs_of(struct json *json, const samsyn_assessment *assessment,
               const char *const *keys, const samsyn_assessment_text_id *ids,
               size_t count)
{
    for (size_t i = 0; i < count; i++)
        json_pair_or_null(json, keys[i],
                          samsyn_assessment_text(assessment, ids[i]));
}

static void
write_parents(struct json *json, const samsyn_assessment *assessment)
{
    static const char *const keys[] = { "id", "version", "digest" };
    static const samsyn_parent_text_id ids[] = { SAMSYN_PARENT_ID,
                                                 SAMSYN_PARENT_VERSION,
                                                 SAMSYN_PARENT_DIGEST };

    json_key(json, "parents");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_assessment_parent_count(assessment); i++) {
        json_open(json, '{');
        for (size_t k = 0; k < 3; k++)
            json_pair_or_null(
                json, keys[k],
                samsyn_assessment_parent_text(assessment, i, ids[k]));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void
write_change(struct json *json, const samsyn_change *change)
{
    static const struct {
        const char *key;
        samsyn_change_text_id id;
    } rows[] = {
        { "kind", SAMSYN_CHANGE_KIND },
        { "criterion", SAMSYN_CHANGE_CRITERION },
        { "code", SAMSYN_CHANGE_CODE },
        { "key", SAMSYN_CHANGE_KEY },
        { "from", SAMSYN_CHANGE_FROM },
        { "to", SAMSYN_CHANGE_TO },
        { "by", SAMSYN_CHANGE_BY },
    };

    json_open(json, '{');
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        json_pair_or_null(json, rows[i].key,
                          samsyn_change_text(change, rows[i].id));
    json_close(json, '}');
}

static void
write_all_changes(struct json *json, const samsyn_assessment *assessment)
{
    json_key(json, "changes");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_assessment_change_count(assessment); i++)
        write_change(json, samsyn_assessment_change_at(assessment, i));
    json_close(json, ']');
}

static void
write_changed(struct json *json, const samsyn_criterion *criterion)
{
    json_key(json, "changed");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_criterion_change_count(criterion); i++)
        write_change(json, samsyn_criterion_change_at(criterion, i));
    json_close(json, ']');
}

/* null where rules judged alone. */
static void
write_model(struct json *json, const samsyn_assessment *assessment)
{
    const char *digest =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_MODEL_DIGEST);

    if (!*digest) {
        json_pair_null(json, "model");
        return;
    }
    json_key(json, "model");
    json_open(json, '{');
    json_pair(json, "digest", digest);
    json_close(json, '}');
}

void
json_checklist(struct json *json, const samsyn_assessment *assessment)
{
    static const char *const keys[] = { "id", "version", "digest" };
    static const samsyn_assessment_text_id ids[] = {
        SAMSYN_ASSESSMENT_CHECKLIST_ID, SAMSYN_ASSESSMENT_CHECKLIST_VERSION,
        SAMSYN_ASSESSMENT_CHECKLIST_DIGEST
    };
    static const char *const language_keys[] = { "id", "digest" };
    static const samsyn_assessment_text_id language_ids[] = {
        SAMSYN_ASSESSMENT_LANGUAGE_ID, SAMSYN_ASSESSMENT_LANGUAGE_DIGEST
    };

    json_key(json, "checklist");
    json_open(json, '{');
    write_pairs_of(json, assessment, keys, ids, 3);
    write_parents(json, assessment);
    write_all_changes(json, assessment);
    json_key(json, "language");
    json_open(json, '{');
    write_pairs_of(json, assessment, language_keys, language_ids, 2);
    json_close(json, '}');
    write_model(json, assessment);
    json_close(json, '}');
}

static void
write_points(struct json *json, int64_t earned, int64_t possible)
{
    json_pair_int(json, "earned", earned);
    json_pair_int(json, "possible", possible);
}

void
json_scores(struct json *json, const samsyn_assessment *assessment)
{
    json_key(json, "score");
    json_open(json, '{');
    json_score(json, samsyn_assessment_score(assessment));
    json_with_answers(json, assessment);
    json_close(json, '}');
}

static void
write_areas(struct json *json, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_area_count(assessment);

    json_key(json, "areas");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        samsyn_points points = samsyn_assessment_area_points(assessment, i);

        json_open(json, '{');
        json_pair(json, "id", samsyn_assessment_area_id(assessment, i));
        json_pair(json, "title", samsyn_assessment_area_title(assessment, i));
        write_points(json, points.earned, points.possible);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void
write_stretches(struct json *json, const char *key,
                const samsyn_criterion *criterion, samsyn_evidence_kind kind)
{
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);

        json_open_stretch(json, evidence);
        if (kind == SAMSYN_EVIDENCE_REFUSED)
            json_pair_or_null(json, "reason", samsyn_evidence_reason(evidence));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void
write_nearest(struct json *json, const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);

    json_key(json, "nearest");
    if (!nearest) {
        json_null(json);
        return;
    }
    json_open_stretch(json, nearest);
    json_pair_or_null(json, "missing", samsyn_evidence_note(nearest));
    json_close(json, '}');
}

static void
write_names(struct json *json, const samsyn_criterion *criterion)
{
    static const struct {
        const char *key;
        samsyn_criterion_text_id id;
    } names[] = {
        { "id", SAMSYN_CRITERION_ID },
        { "code", SAMSYN_CRITERION_CODE },
        { "title", SAMSYN_CRITERION_TITLE },
        { "area", SAMSYN_CRITERION_AREA },
        { "weight", SAMSYN_CRITERION_WEIGHT },
        { "level", SAMSYN_CRITERION_LEVEL },
    };

    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        json_pair_or_null(json, names[i].key,
                          samsyn_criterion_text(criterion, names[i].id));
}

/* What it was asked of one by one, and how that went; null of a document. */
static void
write_shares(struct json *json, const samsyn_criterion *criterion)
{
    samsyn_shares shares;
    const char *of = samsyn_criterion_asked_of(criterion, &shares);

    json_pair_or_null(json, "asked_of", of);
    if (!*of) {
        json_pair_null(json, "shares");
        return;
    }
    json_key(json, "shares");
    json_open(json, '{');
    json_pair_int(json, "of", shares.of);
    json_pair_int(json, "met", shares.met);
    json_pair_int(json, "partly", shares.partly);
    json_pair_int(json, "open", shares.open);
    json_close(json, '}');
}

static void
write_criterion(struct json *json, const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);
    samsyn_points points = samsyn_criterion_points(criterion);

    json_open(json, '{');
    write_names(json, criterion);
    write_changed(json, criterion);
    json_pair_or_null(json, "verdict", samsyn_verdict_name(verdict));
    json_pair_or_null(
        json, "reason",
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON));
    json_pair_or_null(
        json, "rules",
        samsyn_verdict_name((samsyn_verdict)samsyn_criterion_rules(criterion)));
    json_pair_or_null(
        json, "certainty",
        samsyn_certainty_name(
            (samsyn_certainty)samsyn_criterion_certainty(criterion)));
    json_pair_or_null(
        json, "suggestion",
        samsyn_verdict_name(
            (samsyn_verdict)samsyn_criterion_suggestion(criterion)));
    write_shares(json, criterion);
    json_answer(json, criterion);
    write_points(json, points.earned, points.possible);
    write_stretches(json, "evidence", criterion, SAMSYN_EVIDENCE_COUNTED);
    write_stretches(json, "refused", criterion, SAMSYN_EVIDENCE_REFUSED);
    write_nearest(json, criterion);
    json_pair_or_null(
        json, "advice",
        verdict == SAMSYN_VERDICT_MET
            ? NULL
            : samsyn_criterion_text(criterion, SAMSYN_CRITERION_ADVICE));
    json_close(json, '}');
}

static void
write_criteria(struct json *json, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_criterion_count(assessment);

    json_key(json, "criteria");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        write_criterion(json, samsyn_assessment_criterion_at(assessment, i));
    json_close(json, ']');
}

static void
write_notices(struct json *json, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_notice_count(assessment);

    json_key(json, "notices");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        const char *code;
        samsyn_span span;
        const char *text =
            samsyn_assessment_notice_at(assessment, i, &code, &span);

        json_open(json, '{');
        json_pair_or_null(json, "code", code);
        json_pair(json, "text", text);
        json_number(json, "document",
                    samsyn_assessment_notice_document(assessment, i), 0);
        json_number(json, "start", span.start, SAMSYN_NONE);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void
report_json_element(struct buf *out, const samsyn_assessment *assessment)
{
    static const char *const keys[] = { "date", "lang" };
    static const samsyn_assessment_text_id ids[] = { SAMSYN_ASSESSMENT_DATE,
                                                     SAMSYN_ASSESSMENT_LANG };
    struct json json;

    json_init(&json, out);
    json_open(&json, '{');
    json_pair_int(&json, "format", FORMAT);
    json_pair(&json, "samsyn", samsyn_version());
    write_pairs_of(&json, assessment, keys, ids, 2);
    json_checklist(&json, assessment);
    json_documents(&json, assessment);
    json_scores(&json, assessment);
    write_areas(&json, assessment);
    write_criteria(&json, assessment);
    json_items(&json, assessment);
    json_chain(&json, assessment);
    write_notices(&json, assessment);
    json_close(&json, '}');
}

void
report_array_open(struct buf *out)
{
    buf_text(out, "[\n");
}

void
report_array_close(struct buf *out)
{
    buf_text(out, "\n]\n");
}

void
report_json(struct buf *out, const samsyn_assessment *assessment)
{
    report_array_open(out);
    report_json_element(out, assessment);
    report_array_close(out);
}

/* A code is the status's name in one word: "not-text". */
static void
write_code(struct json *json, samsyn_status status)
{
    char code[32] = "";
    const char *name = samsyn_status_name(status);

    for (size_t i = 0; name[i] && i + 1 < sizeof code; i++)
        code[i] = name[i] == ' ' ? '-' : name[i];
    json_pair(json, "code", code);
}

void
report_failure_json(struct buf *out, const char *name, samsyn_status status,
                    const char *text)
{
    struct json json;

    json_init(&json, out);
    json_open(&json, '{');
    json_pair_or_null(&json, "name", name);
    json_key(&json, "error");
    json_open(&json, '{');
    write_code(&json, status);
    json_pair(&json, "message", text ? text : samsyn_status_name(status));
    json_close(&json, '}');
    json_close(&json, '}');
}
