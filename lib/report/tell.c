/* SPDX-License-Identifier: MIT */
/* What text, explanation, list and remark say of a criterion in the same
 * words.
 *
 * A sentence is only added to the page's line: how far from the edge it
 * stands, or what is put before it, is each rendering's own. */

#include "report/tell.h"

bool
tell_text(struct page *page, const samsyn_criterion *criterion,
          enum message sentence, samsyn_criterion_text_id which)
{
    const char *text = samsyn_criterion_text(criterion, which);

    if (*text)
        page_add(page, sentence, text, NULL);
    return *text != '\0';
}

bool
tell_found(struct page *page, const samsyn_criterion *criterion)
{
    page_text(page, words_found((int)samsyn_criterion_verdict(criterion),
                                page->lang));
    page_text(page, ".");
    if (samsyn_criterion_certainty(criterion) == SAMSYN_DOUBTFUL)
        page_text(page, " ");
    (void)tell_doubtful(page, criterion);
    return true;
}

bool
tell_doubtful(struct page *page, const samsyn_criterion *criterion)
{
    bool doubtful = samsyn_criterion_certainty(criterion) == SAMSYN_DOUBTFUL;

    if (doubtful)
        page_add(page, MSG_REPORT_DOUBTFUL, NULL, NULL);
    return doubtful;
}

bool
tell_because(struct page *page, const samsyn_criterion *criterion)
{
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    if (*reason)
        page_add(page, MSG_REPORT_BECAUSE, words_open(reason, page->lang),
                 NULL);
    return *reason != '\0';
}

bool
tell_suggestion(struct page *page, const samsyn_criterion *criterion)
{
    int suggestion = samsyn_criterion_suggestion(criterion);

    if (suggestion)
        page_add(page, MSG_REPORT_SUGGESTION,
                 words_found(suggestion, page->lang), NULL);
    return suggestion != 0;
}

bool
tell_shares(struct page *page, const samsyn_criterion *criterion)
{
    samsyn_shares shares;
    const char *of = samsyn_criterion_asked_of(criterion, &shares);
    const char *word = words_asked_of(of, shares.of, page->lang);
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (!*of)
        return false;
    if (shares.of == 0) {
        page_add(page, MSG_REPORT_NO_UNITS, word, NULL);
        return true;
    }
    page_add(page, MSG_REPORT_UNITS, words_number(first, shares.met),
             words_number(second, shares.of));
    page_text(page, " ");
    page_text(page, word);
    if (shares.partly > 0)
        page_add(page, MSG_REPORT_UNITS_PARTLY,
                 words_number(first, shares.partly), NULL);
    page_text(page, ".");
    return true;
}

bool
tell_place(struct page *page, const samsyn_evidence *evidence,
           samsyn_evidence_kind kind, enum words_measure measure)
{
    bool placed = evidence && (samsyn_evidence_span(evidence).line > 0 ||
                               *samsyn_evidence_place(evidence) ||
                               *samsyn_evidence_text(evidence));

    if (!placed)
        return false;
    page_add(page,
             kind == SAMSYN_EVIDENCE_NEAREST ? MSG_REPORT_NEAREST
                                             : MSG_TODO_HERE,
             NULL, NULL);
    page_text(page, " ");
    words_stretch(page, evidence, measure);
    return true;
}

bool
tell_missing(struct page *page, const samsyn_evidence *nearest)
{
    const char *note = nearest ? samsyn_evidence_note(nearest) : "";

    if (*note)
        page_add(page, MSG_REPORT_MISSING, note, NULL);
    return *note != '\0';
}

bool
tell_notice(struct page *page, size_t index)
{
    const samsyn_assessment *assessment = page->assessment;
    char number[WORDS_NUMBER];
    samsyn_span span;
    const char *text =
        samsyn_assessment_notice_at(assessment, index, NULL, &span);

    if (index >= samsyn_assessment_notice_count(assessment))
        return false;
    if (span.line > 0) {
        page_add(page, MSG_REPORT_LINE,
                 words_number(number, (int64_t)span.line), NULL);
        words_document(page,
                       samsyn_assessment_notice_document(assessment, index));
        page_add(page, MSG_REPORT_PLACE_ENDS, NULL, NULL);
    }
    page_text(page, text);
    return true;
}
