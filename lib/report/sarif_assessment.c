/* SPDX-License-Identifier: MIT */
/* An assessment as a run of SARIF: criteria are rules, verdicts results.
 *
 * Some programs show every result as an alarm, whatever its kind, so only what
 * is wanting is a result unless all verdicts are asked for.  The machine's
 * verdict is what a result says; what a person said stands beside it.  A result
 * keeps its fingerprint when its line moves. */

#include "report/sarif_run.h"

#include <string.h>

#include "base/sha256.h"
#include "report/json_parts.h"
#include "report/report.h"
#include "report/words.h"

/* By how a verdict counts; what is left to a person is told from what stopped
 * at a limit by its reason. */
static const struct verdict_kind {
    samsyn_verdict verdict;
    const char *reason; /* NULL: any */
    const char *kind;
} kinds[] = {
    { SAMSYN_VERDICT_MET, NULL, "pass" },
    { SAMSYN_VERDICT_PARTLY, NULL, "fail" },
    { SAMSYN_VERDICT_NOT_MET, NULL, "fail" },
    { SAMSYN_VERDICT_REFERRED, NULL, "open" },
    { SAMSYN_VERDICT_NOT_APPLICABLE, NULL, "notApplicable" },
    { SAMSYN_VERDICT_NEEDS_REVIEW, "limit", "open" },
    { SAMSYN_VERDICT_NEEDS_REVIEW, "date", "open" },
    { SAMSYN_VERDICT_NEEDS_REVIEW, NULL, "review" },
};

static const char *
kind_of(const samsyn_criterion *criterion)
{
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (kinds[i].verdict == samsyn_criterion_verdict(criterion) &&
            (!kinds[i].reason || strcmp(kinds[i].reason, reason) == 0))
            return kinds[i].kind;
    }
    return "open";
}

bool
sarif_is_wanting(const samsyn_criterion *criterion)
{
    return strcmp(kind_of(criterion), "fail") == 0;
}

/* Of a criterion that is not met. */
static const char *
weight_level(const samsyn_criterion *criterion)
{
    const char *weight =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT);

    return strcmp(weight, "must") == 0 ? "warning" : "note";
}

static const char *
level_of(const samsyn_criterion *criterion)
{
    if (!sarif_is_wanting(criterion))
        return "none";
    return samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_PARTLY
               ? "note"
               : weight_level(criterion);
}

/* A sentence behind what the line holds already. */
static void
add_sentence(struct sarif_writing *writing, enum message sentence,
             const char *text)
{
    if (!*text)
        return;
    if (writing->page.line.len > 0)
        page_text(&writing->page, " ");
    page_add(&writing->page, sentence, text, NULL);
}

/* ---- Rules ---- */

static void
write_rule(struct sarif_writing *writing, const samsyn_criterion *criterion)
{
    static const struct {
        const char *key;
        samsyn_criterion_text_id id;
    } names[] = {
        { "code", SAMSYN_CRITERION_CODE },
        { "area", SAMSYN_CRITERION_AREA },
        { "weight", SAMSYN_CRITERION_WEIGHT },
        { "asked", SAMSYN_CRITERION_LEVEL },
        { "source", SAMSYN_CRITERION_SOURCE },
    };
    struct json *json = writing->json;

    sarif_open_rule(json, samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID),
                    samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE),
                    samsyn_criterion_text(criterion, SAMSYN_CRITERION_WHY),
                    weight_level(criterion));
    sarif_message(json, "fullDescription",
                  samsyn_criterion_text(criterion, SAMSYN_CRITERION_QUESTION));
    json_key(json, "properties");
    json_open(json, '{');
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        json_pair_or_null(json, names[i].key,
                          samsyn_criterion_text(criterion, names[i].id));
    json_close(json, '}');
    json_close(json, '}');
}

static void
write_tool(struct sarif_writing *writing)
{
    const samsyn_assessment *assessment = writing->page.assessment;

    sarif_open_tool(writing->json, writing->page.lang);
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++)
        write_rule(writing, samsyn_assessment_criterion_at(assessment, i));
    sarif_close_tool(writing->json);
}

/* ---- Results ---- */

/* "Not found: the title. What is missing: ... Advice: ..." */
static void
write_message(struct sarif_writing *writing, const samsyn_criterion *criterion)
{
    struct page *page = &writing->page;
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);
    bool wanting = sarif_is_wanting(criterion);

    page_add(page, MSG_SARIF_RESULT,
             words_found((int)samsyn_criterion_verdict(criterion), page->lang),
             samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    if (wanting)
        add_sentence(writing, MSG_SARIF_MISSING,
                     samsyn_evidence_note(samsyn_criterion_evidence_at(
                         criterion, SAMSYN_EVIDENCE_NEAREST, 0)));
    if (*reason)
        add_sentence(writing, MSG_REPORT_BECAUSE,
                     words_open(reason, page->lang));
    if (samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW)
        add_sentence(
            writing, MSG_REPORT_QUESTION,
            samsyn_criterion_text(criterion, SAMSYN_CRITERION_QUESTION));
    if (wanting)
        add_sentence(writing, MSG_REPORT_ADVICE,
                     samsyn_criterion_text(criterion, SAMSYN_CRITERION_ADVICE));
    sarif_put_message(writing, "message");
}

/* Of the checklist, the criterion and the quote: not of where it stands. */
static void
write_fingerprint(struct sarif_writing *writing,
                  const samsyn_criterion *criterion)
{
    const char *const parts[] = {
        samsyn_assessment_text(writing->page.assessment,
                               SAMSYN_ASSESSMENT_CHECKLIST_ID),
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID),
        samsyn_evidence_quote(sarif_place_of(criterion)),
    };
    char digest[SHA256_TEXT];
    struct buf text;

    buf_init(&text, &writing->json->out->mem, writing->json->out->max);
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        buf_add(&text, parts[i], strlen(parts[i]) + 1);
    if (buf_failed(&text))
        writing->json->out->failed = true;
    else
        sha256_text(text.data, text.len, digest);
    if (!buf_failed(&text))
        sarif_fingerprint(writing->json, "samsynEvidence/v1", digest);
    buf_done(&text);
}

static void
write_properties(struct json *json, const samsyn_criterion *criterion)
{
    samsyn_points points = samsyn_criterion_points(criterion);

    json_key(json, "properties");
    json_open(json, '{');
    json_pair(json, "verdict",
              samsyn_verdict_name(samsyn_criterion_verdict(criterion)));
    json_pair_or_null(
        json, "certainty",
        samsyn_certainty_name(
            (samsyn_certainty)samsyn_criterion_certainty(criterion)));
    json_pair_int(json, "earned", points.earned);
    json_pair_int(json, "possible", points.possible);
    json_answer(json, criterion);
    json_close(json, '}');
}

/* What a person waived, or said to be there or not to apply, is no alarm any
 * more; the machine's verdict stays beside it. */
static void
write_suppressions(struct json *json, const samsyn_criterion *criterion)
{
    int answer = samsyn_criterion_answer(criterion);
    bool waived = samsyn_criterion_waiver(criterion) != 0;

    if (!sarif_is_wanting(criterion) ||
        (!waived && answer != SAMSYN_VERDICT_MET &&
         answer != SAMSYN_VERDICT_NOT_APPLICABLE))
        return;
    json_key(json, "suppressions");
    json_open(json, '[');
    json_open(json, '{');
    json_pair(json, "kind", "external");
    json_pair(json, "status", "accepted");
    sarif_pair_shown(
        json, "justification",
        samsyn_criterion_answer_text(criterion, waived ? SAMSYN_WAIVER_REASON
                                                       : SAMSYN_ANSWER_REASON));
    json_close(json, '}');
    json_close(json, ']');
}

static void
write_result(struct sarif_writing *writing, size_t index)
{
    const samsyn_criterion *criterion =
        samsyn_assessment_criterion_at(writing->page.assessment, index);
    struct json *json = writing->json;

    if (writing->results == SAMSYN_SARIF_WANTING &&
        !sarif_is_wanting(criterion))
        return;
    json_open(json, '{');
    json_pair(json, "ruleId",
              samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID));
    json_pair_int(json, "ruleIndex", (int64_t)index);
    json_pair(json, "kind", kind_of(criterion));
    json_pair(json, "level", level_of(criterion));
    write_message(writing, criterion);
    sarif_locations(writing, criterion);
    write_fingerprint(writing, criterion);
    write_suppressions(json, criterion);
    write_properties(json, criterion);
    json_close(json, '}');
}

static void
write_results(struct sarif_writing *writing)
{
    size_t count = samsyn_assessment_criterion_count(writing->page.assessment);

    json_key(writing->json, "results");
    json_open(writing->json, '[');
    for (size_t i = 0; i < count; i++)
        write_result(writing, i);
    json_close(writing->json, ']');
}

/* ---- The run ---- */

static void
write_artifacts(struct sarif_writing *writing)
{
    const samsyn_assessment *assessment = writing->page.assessment;

    json_key(writing->json, "artifacts");
    json_open(writing->json, '[');
    for (size_t i = 0; i < samsyn_assessment_document_count(assessment); i++)
        sarif_artifact(writing->json, sarif_name_of(assessment, i),
                       samsyn_assessment_document_text(assessment, i,
                                                       SAMSYN_DOCUMENT_DIGEST));
    json_close(writing->json, ']');
}

/* What is worth knowing; of its place only the beginning is known. */
static void
write_notice(struct sarif_writing *writing, size_t index)
{
    const samsyn_assessment *assessment = writing->page.assessment;
    size_t document = samsyn_assessment_notice_document(assessment, index);
    struct sarif_place place = { .artifact = document > 0 ? document - 1 : 0,
                                 .quote = "" };
    struct json *json = writing->json;
    const char *code;
    const char *text =
        samsyn_assessment_notice_at(assessment, index, &code, &place.span);

    place.name = sarif_name_of(assessment, place.artifact);
    json_open(json, '{');
    json_key(json, "descriptor");
    json_open(json, '{');
    json_pair(json, "id", code);
    json_close(json, '}');
    json_pair(json, "level", "note");
    sarif_message(json, "message", text);
    sarif_located(json, &place);
    json_close(json, '}');
}

static void
write_invocation(struct sarif_writing *writing)
{
    const samsyn_assessment *assessment = writing->page.assessment;
    struct json *json = writing->json;

    sarif_open_invocation(json, true);
    for (size_t i = 0; i < samsyn_assessment_notice_count(assessment); i++)
        write_notice(writing, i);
    sarif_close_invocation(json);
}

void
sarif_assessment(struct json *json, const samsyn_assessment *assessment,
                 samsyn_sarif_results results)
{
    struct sarif_writing writing = { .json = json, .results = results };

    page_init(&writing.page, json->out, assessment);
    sarif_open_run(
        json, writing.page.lang, "score",
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_ID),
        sarif_name_of(assessment, 0));
    write_tool(&writing);
    write_artifacts(&writing);
    write_invocation(&writing);
    write_results(&writing);
    json_key(json, "properties");
    json_open(json, '{');
    json_pair_or_null(
        json, "date",
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DATE));
    json_checklist(json, assessment);
    json_scores(json, assessment);
    json_close(json, '}');
    json_close(json, '}');
    page_done(&writing.page);
}

static void
write_log(struct buf *out, const samsyn_assessment *assessment,
          samsyn_sarif_results results)
{
    struct json json;

    json_init(&json, out);
    sarif_open(&json);
    sarif_assessment(&json, assessment, results);
    sarif_close(&json);
}

void
report_sarif(struct buf *out, const samsyn_assessment *assessment)
{
    write_log(out, assessment, SAMSYN_SARIF_WANTING);
}

void
report_sarif_all(struct buf *out, const samsyn_assessment *assessment)
{
    write_log(out, assessment, SAMSYN_SARIF_ALL);
}
