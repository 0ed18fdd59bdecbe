/* SPDX-License-Identifier: MIT */
/* What an author is told of one criterion beside the text, in plain lines: a
 * remark, as it stands in a comment of a word processor.
 *
 * There is one for what can be changed and for what a person has to decide,
 * until a person has.  Each line is one paragraph; nothing is marked up. */

#include "report/person.h"
#include "report/report.h"
#include "report/tell.h"

/* The page's line, on one line without what nobody should get; nothing where
 * nothing was added to it. */
static void
put(struct page *page, bool told)
{
    struct buf *line = &page->line;

    if (!told)
        return;
    for (size_t i = 0; i < line->len; i++) {
        if (line->data[i] == '\n' || line->data[i] == '\r')
            line->data[i] = ' ';
    }
    if (page->out->len > 0)
        buf_char(page->out, '\n');
    page_add_shown(page->out, buf_view(line));
    if (buf_failed(line))
        page->out->failed = true;
    buf_clear(line);
}

static void
put_head(struct page *page, const samsyn_criterion *criterion)
{
    const char *weight =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT);

    page_text(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    words_code(page, criterion, words_weight(weight, page->lang));
    put(page, true);
    put(page, tell_found(page, criterion));
}

/* Where it came nearest, else what counts so far. */
static bool
tell_where(struct page *page, const samsyn_criterion *criterion)
{
    static const samsyn_evidence_kind kinds[] = { SAMSYN_EVIDENCE_NEAREST,
                                                  SAMSYN_EVIDENCE_COUNTED };

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (tell_place(page,
                       samsyn_criterion_evidence_at(criterion, kinds[i], 0),
                       kinds[i], WORDS_SHORT))
            return true;
    }
    page_add(page, MSG_TODO_NOWHERE, NULL, NULL);
    return true;
}

/* What a person is asked, and why the machine does not say it. */
static void
put_question(struct page *page, const samsyn_criterion *criterion)
{
    put(page, tell_text(page, criterion, MSG_REPORT_QUESTION,
                        SAMSYN_CRITERION_QUESTION));
    put(page, tell_because(page, criterion));
    put(page, tell_suggestion(page, criterion));
}

/* Something can be changed or decided, and no person has settled it. */
static bool
is_open(const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);
    int with = samsyn_criterion_with_answers(criterion);

    return with != SAMSYN_VERDICT_MET &&
           with != SAMSYN_VERDICT_NOT_APPLICABLE &&
           (verdict == SAMSYN_VERDICT_NOT_MET ||
            verdict == SAMSYN_VERDICT_PARTLY ||
            verdict == SAMSYN_VERDICT_NEEDS_REVIEW);
}

void
report_remark(struct buf *out, const samsyn_assessment *assessment,
              const samsyn_criterion *criterion)
{
    struct page page;

    if (!is_open(criterion))
        return;
    page_init(&page, out, assessment);
    put_head(&page, criterion);
    put(&page, person_add(&page, criterion));
    if (samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW)
        put_question(&page, criterion);
    put(&page, tell_where(&page, criterion));
    put(&page, tell_missing(&page, samsyn_criterion_evidence_at(
                                       criterion, SAMSYN_EVIDENCE_NEAREST, 0)));
    put(&page, tell_text(&page, criterion, MSG_REPORT_ADVICE,
                         SAMSYN_CRITERION_ADVICE));
    put(&page,
        tell_text(&page, criterion, MSG_REPORT_MODEL, SAMSYN_CRITERION_MODEL));
    page_done(&page);
}
