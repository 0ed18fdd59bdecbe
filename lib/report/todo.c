/* SPDX-License-Identifier: MIT */
/* What an author has to do, as a list to tick off, in Markdown.
 *
 * Changes come first, those that give most before others, each with its place
 * in the text, what is missing there and how it can be written; then the
 * questions that only people can answer, and what was found with doubt. */

#include "report/markdown.h"
#include "report/person.h"
#include "report/report.h"
#include "report/tell.h"

enum {
    PLACES_SHOWN = 5
};

static void
put_title(struct page *page, enum message title, const char *mark)
{
    page_add(page, title, NULL, NULL);
    markdown_line(page, mark, "\n\n");
}

static void
put_part(struct page *page, enum message title, enum message why)
{
    put_title(page, title, "## ");
    page_add(page, why, NULL, NULL);
    markdown_line(page, "", "\n\n");
}

/* A paragraph of an entry, under its first line; none where nothing was added
 * to it. */
static void
put_under(struct page *page, bool told)
{
    if (told)
        markdown_line(page, "\n  ", "\n");
}

/* ---- Places ---- */

/* The places of a kind, each with what is missing there; gives how many. */
static size_t
put_places(struct page *page, const samsyn_criterion *criterion,
           samsyn_evidence_kind kind)
{
    size_t count = samsyn_criterion_evidence_count(criterion, kind), shown = 0;

    for (size_t i = 0; i < count && shown < PLACES_SHOWN; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);
        bool placed = tell_place(page, evidence, kind, WORDS_BRIEF);

        put_under(page, placed);
        shown += placed;
        if (kind == SAMSYN_EVIDENCE_NEAREST)
            put_under(page, tell_missing(page, evidence));
    }
    return shown;
}

/* Where it came nearest, else what counted so far. */
static void
put_where(struct page *page, const samsyn_criterion *criterion)
{
    size_t shown = put_places(page, criterion, SAMSYN_EVIDENCE_NEAREST);

    if (shown == 0)
        shown = put_places(page, criterion, SAMSYN_EVIDENCE_COUNTED);
    if (shown > 0)
        return;
    page_add(page, MSG_TODO_NOWHERE, NULL, NULL);
    put_under(page, true);
}

/* ---- Entries ---- */

static void
open_entry(struct page *page, const samsyn_criterion *criterion, bool done)
{
    page_text(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    markdown_line(page, done ? "- [x] **" : "- [ ] **", "**");
}

static void
put_code(struct page *page, const samsyn_criterion *criterion)
{
    const char *code = samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE);

    if (*code)
        page_add(page, MSG_REPORT_FOUND_AS, code, NULL);
    markdown_line(page, "", "\n");
}

/* "(a04, bör, +1 poäng)" */
static void
put_gain(struct page *page, const samsyn_criterion *criterion)
{
    const char *code = samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE);
    char points[WORDS_NUMBER];
    struct str args[3] = {
        str_of(*code ? code
                     : samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID)),
        str_of(words_weight(
            samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT),
            page->lang)),
        str_of(
            words_points(points, samsyn_criterion_gain(criterion), page->lang))
    };

    message_format(&page->line, MSG_TODO_ENTRY, page->lang, args, 3);
    markdown_line(page, "", "\n");
}

static void
put_model(struct page *page, const samsyn_criterion *criterion)
{
    const char *model =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_MODEL);

    if (!*model)
        return;
    page_add(page, MSG_HTML_MODEL, NULL, NULL);
    page_text(page, ":");
    put_under(page, true);
    page_text(page, model);
    markdown_line(page, "\n  > ", "\n");
}

/* By a person: the machine's verdict is what it is. */
static bool
is_settled(const samsyn_criterion *criterion)
{
    int verdict = samsyn_criterion_with_answers(criterion);

    return verdict == SAMSYN_VERDICT_MET ||
           verdict == SAMSYN_VERDICT_NOT_APPLICABLE;
}

static void
put_change(struct page *page, const samsyn_criterion *criterion)
{
    open_entry(page, criterion, is_settled(criterion));
    put_gain(page, criterion);
    put_under(page, tell_found(page, criterion));
    put_under(page, person_add(page, criterion));
    put_where(page, criterion);
    put_under(page, tell_text(page, criterion, MSG_REPORT_ADVICE,
                              SAMSYN_CRITERION_ADVICE));
    put_model(page, criterion);
    buf_char(page->out, '\n');
}

static void
put_changes(struct page *page)
{
    size_t count = samsyn_assessment_gain_count(page->assessment);

    put_part(page, MSG_TODO_CHANGE,
             count > 0 ? MSG_TODO_CHANGE_WHY : MSG_TODO_NOTHING);
    for (size_t i = 0; i < count; i++)
        put_change(page, samsyn_assessment_gain_at(page->assessment, i));
}

/* ---- What is asked, and what is doubtful ---- */

static bool
is_asked(const samsyn_criterion *criterion)
{
    return samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW;
}

static void
put_asked(struct page *page, const samsyn_criterion *criterion)
{
    open_entry(page, criterion, samsyn_criterion_answer(criterion) != 0);
    put_code(page, criterion);
    put_under(page, tell_text(page, criterion, MSG_REPORT_QUESTION,
                              SAMSYN_CRITERION_QUESTION));
    put_under(page, person_add(page, criterion));
    put_under(page, tell_because(page, criterion));
    put_under(page, tell_suggestion(page, criterion));
    (void)put_places(page, criterion, SAMSYN_EVIDENCE_COUNTED);
    buf_char(page->out, '\n');
}

static void
put_questions(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;
    bool titled = false;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        if (!is_asked(criterion))
            continue;
        if (!titled)
            put_part(page, MSG_TODO_ANSWER, MSG_HTML_QUESTIONS_WHY);
        titled = true;
        put_asked(page, criterion);
    }
}

/* One line, and the places where it is most worth to look. */
static void
put_check(struct page *page, const samsyn_criterion *criterion)
{
    open_entry(page, criterion, false);
    words_doubt(page, criterion);
    markdown_line(page, "", "\n");
    if (samsyn_criterion_certainty(criterion) == SAMSYN_DOUBTFUL)
        (void)put_places(page, criterion, SAMSYN_EVIDENCE_COUNTED);
    buf_char(page->out, '\n');
}

/* Those that are to be changed stand among the changes, with their doubt. */
static void
put_checks(struct page *page)
{
    const samsyn_criterion *criterion;
    bool titled = false;

    for (size_t i = 0;
         (criterion = samsyn_assessment_check_at(page->assessment, i)); i++) {
        if (samsyn_criterion_gain(criterion) > 0)
            continue;
        if (!titled)
            put_part(page, MSG_HTML_DOUBTS, MSG_HTML_DOUBTS_WHY);
        titled = true;
        put_check(page, criterion);
    }
}

/* What of the text did not count, and what the list rests on. */
static void
put_notices(struct page *page)
{
    if (samsyn_assessment_notice_count(page->assessment) == 0)
        return;
    put_title(page, MSG_REPORT_NOTICES, "## ");
    for (size_t i = 0; tell_notice(page, i); i++)
        markdown_line(page, "- ", "\n");
    buf_char(page->out, '\n');
}

/* ---- The whole ---- */

static void
put_sum(struct page *page)
{
    samsyn_score score = samsyn_assessment_score(page->assessment);
    char texts[4][WORDS_NUMBER];
    struct str args[4] = {
        str_of(words_number(texts[0], score.musts_met)),
        str_of(words_number(texts[1], score.musts_of)),
        str_of(words_points(texts[2], score.earned, page->lang)),
        str_of(words_points(texts[3], score.possible, page->lang))
    };

    page_add(page, MSG_REPORT_CHECKLIST,
             samsyn_assessment_text(page->assessment,
                                    SAMSYN_ASSESSMENT_CHECKLIST_TITLE),
             samsyn_assessment_text(page->assessment,
                                    SAMSYN_ASSESSMENT_CHECKLIST_VERSION));
    page_text(page, ". ");
    message_format(&page->line, MSG_TODO_SUM, page->lang, args, 4);
    markdown_line(page, "", "\n\n");
    if (!person_spoke_at_all(page->assessment))
        return;
    person_add_sum(page);
    page_text(page, " ");
    person_add_counts(page);
    markdown_line(page, "", "\n\n");
}

void
report_todo(struct buf *out, const samsyn_assessment *assessment)
{
    struct page page;

    page_init(&page, out, assessment);
    page_add(&page, MSG_TODO_TITLE, words_file_name(assessment), NULL);
    markdown_line(&page, "# ", "\n\n");
    put_sum(&page);
    if (!samsyn_assessment_has_quotes(assessment)) {
        page_add(&page, MSG_REPORT_NO_QUOTES, NULL, NULL);
        markdown_line(&page, "", "\n\n");
    }
    put_notices(&page);
    put_changes(&page);
    put_questions(&page);
    put_checks(&page);
    page_add(&page, MSG_HTML_READ_QUALITY, NULL, NULL);
    page_text(&page, " ");
    page_add(&page, MSG_HTML_READ_TEXT, NULL, NULL);
    markdown_line(&page, "", "\n");
    page_done(&page);
}
