/* SPDX-License-Identifier: MIT */
/* The account of one criterion: what was looked for and where, what counted,
 * what was refused and why, and what it gives.  Nothing is shortened. */

#include "report/origin.h"
#include "report/person.h"
#include "report/report.h"
#include "report/tell.h"

#include "base/number.h"

enum {
    INDENT = 2,
    INDENT_HANG = 4,
    INDENT_MOST = 40 /* however deep the search went */
};

static void
put_title(struct page *page, enum message title)
{
    page_blank(page);
    page_add(page, title, NULL, NULL);
    page_heading(page, '-');
}

static void
put_text(struct page *page, const samsyn_criterion *criterion,
         enum message sentence, samsyn_criterion_text_id which)
{
    if (tell_text(page, criterion, sentence, which))
        page_put(page, 0, INDENT);
}

static void
put_head(struct page *page, const samsyn_criterion *criterion)
{
    const struct verdict_words *verdict =
        words_verdict(samsyn_criterion_verdict(criterion));
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    page_text(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    words_code(page, criterion,
               samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID));
    page_heading(page, '=');
    page_blank(page);
    put_text(page, criterion, MSG_REPORT_QUESTION, SAMSYN_CRITERION_QUESTION);
    put_text(page, criterion, MSG_REPORT_WHY, SAMSYN_CRITERION_WHY);
    put_text(page, criterion, MSG_REPORT_SOURCE, SAMSYN_CRITERION_SOURCE);
    origin_put(page, criterion, 0, INDENT);
    page_add(page, MSG_REPORT_VERDICT, verdict->mark, NULL);
    page_text(page, " ");
    page_add(page, verdict->found, NULL, NULL);
    if (*reason)
        page_add(page, MSG_REPORT_FOUND_AS, words_open(reason, page->lang),
                 NULL);
    page_put(page, 0, INDENT);
}

/* The mark before a line of the search. */
static const char *
search_mark(int held)
{
    if (held < 0)
        return "";
    return held ? "+ " : "- ";
}

static void
put_search(struct page *page, const samsyn_criterion *criterion)
{
    size_t count = samsyn_criterion_trace_count(criterion);

    if (count == 0)
        return;
    put_title(page, MSG_REPORT_SEARCH);
    for (size_t i = 0; i < count; i++) {
        size_t depth;
        int held;
        const char *text =
            samsyn_criterion_trace_at(criterion, i, &depth, &held);
        size_t indent =
            depth < INDENT_MOST / INDENT ? INDENT * depth : (size_t)INDENT_MOST;

        page_text(page, search_mark(held));
        page_text(page, text);
        page_put(page, indent, indent + INDENT_HANG);
    }
}

/* A stretch, what it was found as, and why it was refused. */
static void
put_stretch(struct page *page, const samsyn_evidence *evidence,
            const char *found_as, const char *refused)
{
    words_stretch(page, evidence, WORDS_WHOLE);
    if (*found_as)
        page_add(page, MSG_REPORT_FOUND_AS, found_as, NULL);
    if (*refused)
        page_add(page, MSG_REPORT_REFUSED_WHY, refused, NULL);
    page_put(page, 0, INDENT);
}

static void
put_counted(struct page *page, const samsyn_criterion *criterion)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_COUNTED;
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    put_title(page, MSG_REPORT_COUNTED);
    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);

        put_stretch(page, evidence, samsyn_evidence_note(evidence), "");
    }
    if (count == 0) {
        page_add(page, MSG_REPORT_COUNTED_NONE, NULL, NULL);
        page_put(page, 0, 0);
    }
}

static void
put_refused(struct page *page, const samsyn_criterion *criterion)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_REFUSED;
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    if (count > 0)
        put_title(page, MSG_REPORT_NOT_COUNTED);
    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);

        put_stretch(
            page, evidence, samsyn_evidence_note(evidence),
            words_refused(samsyn_evidence_reason(evidence), page->lang));
    }
}

static void
put_nearest(struct page *page, const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);

    if (!nearest)
        return;
    put_title(page, MSG_REPORT_NEAREST_TITLE);
    if (*samsyn_evidence_quote(nearest))
        put_stretch(page, nearest, "", "");
    if (tell_missing(page, nearest))
        page_put(page, 0, INDENT);
}

static void
put_points(struct page *page, const samsyn_criterion *criterion,
           samsyn_score score)
{
    const struct verdict_words *verdict =
        words_verdict(samsyn_criterion_verdict(criterion));
    samsyn_points points = samsyn_criterion_points(criterion);
    int64_t share = number_percent(points.possible, score.possible);
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    put_title(page, MSG_REPORT_POINTS_TITLE);
    page_add(page, MSG_REPORT_POINTS,
             words_points(first, points.earned, page->lang),
             words_points(second, points.possible, page->lang));
    page_text(page, " ");
    page_add(page, verdict->worth, NULL, NULL);
    page_put(page, 0, 0);
    page_add(page, MSG_REPORT_SHARE,
             words_points(first, score.earned, page->lang),
             words_points(second, score.possible, page->lang));
    if (share >= 0)
        page_add(page, MSG_REPORT_SHARE_PERCENT, words_number(first, share),
                 NULL);
    page_put(page, 0, 0);
}

void
report_explain(struct buf *out, const samsyn_assessment *assessment,
               const samsyn_criterion *criterion)
{
    struct page page;

    page_init(&page, out, assessment);
    put_head(&page, criterion);
    if (person_add(&page, criterion))
        page_put(&page, 0, INDENT);
    put_search(&page, criterion);
    put_counted(&page, criterion);
    put_refused(&page, criterion);
    put_nearest(&page, criterion);
    put_points(&page, criterion, samsyn_assessment_score(assessment));
    page_done(&page);
}
