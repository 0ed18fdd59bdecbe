/* SPDX-License-Identifier: MIT */
/* What an author is told of one criterion beside the text, in plain lines: a
 * remark, as it stands in a comment of a word processor.
 *
 * There is one for what can be changed and for what a person has to decide,
 * until a person has.  Each line is one paragraph; nothing is marked up. */

#include "report/person.h"
#include "report/report.h"
#include "report/words.h"

/* The page's line, on one line without what nobody should get. */
static void
put(struct page *page)
{
    struct buf *line = &page->line;

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
put_text(struct page *page, const samsyn_criterion *criterion,
         enum message sentence, samsyn_criterion_text_id which)
{
    const char *text = samsyn_criterion_text(criterion, which);

    if (!*text)
        return;
    page_add(page, sentence, text, NULL);
    put(page);
}

static void
put_head(struct page *page, const samsyn_criterion *criterion)
{
    const char *weight =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT);

    page_text(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    words_code(page, criterion, words_weight(weight, page->lang));
    put(page);
    page_text(page, words_found((int)samsyn_criterion_verdict(criterion),
                                page->lang));
    page_text(page, ".");
    if (samsyn_criterion_certainty(criterion) == SAMSYN_DOUBTFUL) {
        page_text(page, " ");
        page_add(page, MSG_REPORT_DOUBTFUL, NULL, NULL);
    }
    put(page);
}

/* Where it came nearest, else what counts so far; NULL where there is none. */
static const samsyn_evidence *
place_of(const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);

    return nearest ? nearest
                   : samsyn_criterion_evidence_at(criterion,
                                                  SAMSYN_EVIDENCE_COUNTED, 0);
}

static void
put_place(struct page *page, const samsyn_criterion *criterion)
{
    const samsyn_evidence *place = place_of(criterion);

    if (place) {
        page_add(page, MSG_TODO_HERE, NULL, NULL);
        page_text(page, " ");
        words_stretch(page, place, WORDS_SHORT);
    } else {
        page_add(page, MSG_TODO_NOWHERE, NULL, NULL);
    }
    put(page);
    place = samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);
    if (!place || !*samsyn_evidence_note(place))
        return;
    page_add(page, MSG_REPORT_MISSING, samsyn_evidence_note(place), NULL);
    put(page);
}

/* What a person is asked, and why the machine does not say it. */
static void
put_question(struct page *page, const samsyn_criterion *criterion)
{
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);
    int suggestion = samsyn_criterion_suggestion(criterion);

    put_text(page, criterion, MSG_REPORT_QUESTION, SAMSYN_CRITERION_QUESTION);
    if (*reason) {
        page_add(page, MSG_REPORT_BECAUSE, words_open(reason, page->lang),
                 NULL);
        put(page);
    }
    if (suggestion) {
        page_add(page, MSG_REPORT_SUGGESTION,
                 words_found(suggestion, page->lang), NULL);
        put(page);
    }
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
    if (person_add(&page, criterion))
        put(&page);
    if (samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW)
        put_question(&page, criterion);
    put_place(&page, criterion);
    put_text(&page, criterion, MSG_REPORT_ADVICE, SAMSYN_CRITERION_ADVICE);
    put_text(&page, criterion, MSG_REPORT_MODEL, SAMSYN_CRITERION_MODEL);
    page_done(&page);
}
