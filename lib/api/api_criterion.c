/* SPDX-License-Identifier: MIT */
/* Looking into one criterion of an assessment, and into its evidence. */

#include "api/api.h"
#include "assess/assessment.h"

static const struct evidence_list no_evidence = { NULL, 0 };

const char *
samsyn_criterion_text(const samsyn_criterion *criterion,
                      samsyn_criterion_text_id which)
{
    if ((int)which < SAMSYN_CRITERION_ID ||
        (int)which > SAMSYN_CRITERION_REASON)
        return NULL;
    return criterion ? api_text(criterion->texts[which]) : "";
}

samsyn_verdict
samsyn_criterion_verdict(const samsyn_criterion *criterion)
{
    return criterion ? criterion->verdict : (samsyn_verdict)0;
}

int
samsyn_criterion_is_for_signers(const samsyn_criterion *criterion)
{
    return criterion && criterion->signers;
}

int
samsyn_criterion_suggestion(const samsyn_criterion *criterion)
{
    return criterion ? (int)criterion->suggestion : 0;
}

int
samsyn_criterion_rules(const samsyn_criterion *criterion)
{
    return criterion ? (int)criterion->rules : 0;
}

int
samsyn_criterion_certainty(const samsyn_criterion *criterion)
{
    return criterion ? (int)criterion->certainty : 0;
}

const char *
samsyn_certainty_name(samsyn_certainty certainty)
{
    static const char *const names[] = {
        [SAMSYN_CERTAIN] = "certain",
        [SAMSYN_LIKELY] = "likely",
        [SAMSYN_DOUBTFUL] = "doubtful",
    };

    if ((int)certainty < 0 || (size_t)certainty >= ARRAY_LEN(names))
        return NULL;
    return names[certainty]; /* [0] is NULL */
}

const char *
samsyn_criterion_asked_of(const samsyn_criterion *criterion,
                          samsyn_shares *shares)
{
    bool one_by_one =
        criterion && criterion->asked != LEVEL_DOCUMENT && criterion->units;

    if (shares)
        *shares = one_by_one ? criterion->shares : (samsyn_shares){ 0 };
    if (!one_by_one)
        return "";
    return over_words[criterion->asked == LEVEL_ITEM ? criterion->of
                                                     : OVER_FOCUS];
}

const char *
samsyn_verdict_name(samsyn_verdict verdict)
{
    static const char *const names[] = {
        [SAMSYN_VERDICT_MET] = "met",
        [SAMSYN_VERDICT_PARTLY] = "partly",
        [SAMSYN_VERDICT_NOT_MET] = "not_met",
        [SAMSYN_VERDICT_REFERRED] = "referred",
        [SAMSYN_VERDICT_NEEDS_REVIEW] = "needs_review",
        [SAMSYN_VERDICT_NOT_APPLICABLE] = "not_applicable",
    };

    if ((int)verdict < 0 || (size_t)verdict >= ARRAY_LEN(names))
        return NULL;
    return names[verdict]; /* [0] is NULL */
}

samsyn_points
samsyn_criterion_points(const samsyn_criterion *criterion)
{
    static const samsyn_points none = { 0, 0 };

    return criterion ? criterion->points : none;
}

static const struct evidence_list *
evidence_of(const samsyn_criterion *criterion, samsyn_evidence_kind kind)
{
    if (!criterion || (int)kind < SAMSYN_EVIDENCE_COUNTED ||
        (int)kind > SAMSYN_EVIDENCE_NEAREST)
        return &no_evidence;
    return &criterion->evidence[kind];
}

size_t
samsyn_criterion_evidence_count(const samsyn_criterion *criterion,
                                samsyn_evidence_kind kind)
{
    return evidence_of(criterion, kind)->count;
}

const samsyn_evidence *
samsyn_criterion_evidence_at(const samsyn_criterion *criterion,
                             samsyn_evidence_kind kind, size_t index)
{
    const struct evidence_list *list = evidence_of(criterion, kind);

    return index < list->count ? &list->items[index] : NULL;
}

size_t
samsyn_criterion_trace_count(const samsyn_criterion *criterion)
{
    return criterion ? criterion->trace_count : 0;
}

const char *
samsyn_criterion_trace_at(const samsyn_criterion *criterion, size_t index,
                          size_t *depth, int *held)
{
    const struct trace_line *line = NULL;

    if (index < samsyn_criterion_trace_count(criterion))
        line = &criterion->trace[index];
    if (depth)
        *depth = line ? line->depth : 0;
    if (held)
        *held = line ? line->held : 0;
    return line ? api_text(line->text) : NULL;
}

size_t
samsyn_evidence_document(const samsyn_evidence *evidence)
{
    return evidence ? evidence->document : 0;
}

samsyn_span
samsyn_evidence_span(const samsyn_evidence *evidence)
{
    static const samsyn_span none = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 };

    return evidence ? evidence->span : none;
}

size_t
samsyn_evidence_end(const samsyn_evidence *evidence, size_t *column)
{
    if (column)
        *column = evidence ? evidence->end_column : 0;
    return evidence ? evidence->end_line : 0;
}

const char *
samsyn_evidence_text(const samsyn_evidence *evidence)
{
    if (!evidence)
        return "";
    return api_text(evidence->text.ptr ? evidence->text : evidence->quote);
}

const char *
samsyn_evidence_quote(const samsyn_evidence *evidence)
{
    return evidence ? api_text(evidence->quote) : "";
}

const char *
samsyn_evidence_rule(const samsyn_evidence *evidence)
{
    return evidence ? api_text(evidence->rule) : "";
}

const char *
samsyn_evidence_note(const samsyn_evidence *evidence)
{
    return evidence ? api_text(evidence->note) : "";
}

const char *
samsyn_evidence_reason(const samsyn_evidence *evidence)
{
    return evidence ? api_text(evidence->reason) : "";
}

const char *
samsyn_evidence_place(const samsyn_evidence *evidence)
{
    return evidence ? api_text(evidence->place) : "";
}

size_t
samsyn_evidence_path_count(const samsyn_evidence *evidence)
{
    return evidence ? evidence->path_count : 0;
}

const char *
samsyn_evidence_path_at(const samsyn_evidence *evidence, size_t index)
{
    if (index >= samsyn_evidence_path_count(evidence))
        return NULL;
    return api_text(evidence->path[index]);
}
