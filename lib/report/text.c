/* SPDX-License-Identifier: MIT */
/* The assessment as plain text for people.
 *
 * First the whole, musts before percent, then area by area what stands in
 * the text, what is missing and how it can be written, last what is needed to
 * get the same result again.  It shows every criterion; points that it names
 * are those of the assessment, none is computed here. */

#include "report/origin.h"
#include "report/person.h"
#include "report/report.h"
#include "report/text_chain.h"
#include "report/tell.h"

#include <string.h>

#define REFUSED_MAX 3 /* the account of a criterion shows them all */

/* For a sentence that takes one text only. */
#define NO_TEXT ((samsyn_assessment_text_id)0)

/* How far texts stand from the edge. */
enum {
    NEAREST_SHOWN = 3,
    CHECKS_SHOWN = 10,
    INDENT = 4,
    INDENT_LIST = 6,
    INDENT_HANG = 8
};

/* A sentence about a text of the criterion, where it has one. */
/* The line, if anything was added to it. */
static void
put_told(struct page *page, bool told)
{
    if (told)
        page_put(page, INDENT, INDENT_LIST);
}

static void
put_text(struct page *page, const samsyn_criterion *criterion,
         enum message sentence, samsyn_criterion_text_id which)
{
    put_told(page, tell_text(page, criterion, sentence, which));
}

static void
put_label(struct page *page, enum message sentence)
{
    page_add(page, sentence, NULL, NULL);
    page_put(page, INDENT, INDENT);
}

static void
put_counted(struct page *page, const samsyn_criterion *criterion)
{
    size_t count =
        samsyn_criterion_evidence_count(criterion, SAMSYN_EVIDENCE_COUNTED);

    for (size_t i = 0; i < count; i++) {
        words_stretch(
            page,
            samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_COUNTED, i),
            WORDS_BRIEF);
        page_put(page, INDENT, INDENT_LIST);
    }
}

/* Whether a stretch stands among those that counted. */
static bool
is_counted(const samsyn_criterion *criterion, const samsyn_evidence *evidence)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_COUNTED;
    samsyn_span span = samsyn_evidence_span(evidence);

    for (size_t i = 0; i < samsyn_criterion_evidence_count(criterion, kind);
         i++) {
        samsyn_span other = samsyn_evidence_span(
            samsyn_criterion_evidence_at(criterion, kind, i));

        if (span.start != SAMSYN_NONE && span.start == other.start &&
            span.end == other.end)
            return true;
    }
    return false;
}

/* What came nearest, unless it has been shown, and what it lacks. */
static void
put_near(struct page *page, const samsyn_criterion *criterion,
         const samsyn_evidence *nearest)
{
    if (*samsyn_evidence_quote(nearest) && !is_counted(criterion, nearest)) {
        put_label(page, MSG_REPORT_NEAREST);
        words_stretch(page, nearest, WORDS_BRIEF);
        page_put(page, INDENT_LIST, INDENT_HANG);
    }
    put_told(page, tell_missing(page, nearest));
}

/* The first few areas or items that lack something; the number of the others
 * is what the shares say, as evidence is listed only up to a bound. */
static void
put_wanting(struct page *page, const samsyn_criterion *criterion,
            const samsyn_shares *shares)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_NEAREST;
    size_t count = samsyn_criterion_evidence_count(criterion, kind), shown = 0;
    int64_t more = shares->of - shares->met;
    char number[WORDS_NUMBER];

    if (count > 0)
        put_label(page, MSG_REPORT_WANTING);
    for (; shown < count && shown < NEAREST_SHOWN; shown++) {
        const samsyn_evidence *unit =
            samsyn_criterion_evidence_at(criterion, kind, shown);

        words_stretch(page, unit, WORDS_BRIEF);
        page_put(page, INDENT_LIST, INDENT_HANG);
        page_add(page, MSG_REPORT_MISSING, samsyn_evidence_note(unit), NULL);
        page_put(page, INDENT_HANG, INDENT_HANG);
    }
    more -= (int64_t)shown;
    if (shown == 0 || more <= 0)
        return;
    page_add(page, MSG_REPORT_MORE_WANTING, words_number(number, more), NULL);
    page_put(page, INDENT_LIST, INDENT_HANG);
}

static void
put_nearest(struct page *page, const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);
    samsyn_shares shares;

    if (*samsyn_criterion_asked_of(criterion, &shares))
        put_wanting(page, criterion, &shares);
    else if (nearest)
        put_near(page, criterion, nearest);
}

static void
put_refused(struct page *page, const samsyn_criterion *criterion)
{
    size_t count =
        samsyn_criterion_evidence_count(criterion, SAMSYN_EVIDENCE_REFUSED);

    char number[WORDS_NUMBER];

    if (count > 0)
        put_label(page, MSG_REPORT_REFUSED);
    for (size_t i = 0; i < count && i < REFUSED_MAX; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_REFUSED, i);

        words_stretch(page, evidence, WORDS_BRIEF);
        page_add(page, MSG_REPORT_FOUND_AS,
                 words_refused(samsyn_evidence_reason(evidence), page->lang),
                 NULL);
        page_put(page, INDENT_LIST, INDENT_HANG);
    }
    if (count > REFUSED_MAX) {
        page_add(page, MSG_REPORT_REFUSED_MORE,
                 words_number(number, (int64_t)(count - REFUSED_MAX)), NULL);
        page_put(page, INDENT_LIST, INDENT_HANG);
    }
}

/* Where taught evidence spoke louder than the rules, and where neither is to
 * be relied on without a look. */
static void
put_taught(struct page *page, const samsyn_criterion *criterion)
{
    int rules = samsyn_criterion_rules(criterion);
    int said = samsyn_criterion_suggestion(criterion);

    if (samsyn_criterion_certainty(criterion) == 0)
        return;
    if (said == 0)
        said = (int)samsyn_criterion_verdict(criterion);
    if (rules != 0 && said != rules) {
        page_add(page, MSG_REPORT_RULES_ALONE, words_found(rules, page->lang),
                 NULL);
        page_put(page, INDENT, INDENT_LIST);
    }
    put_told(page, tell_doubtful(page, criterion));
}

static void
put_open(struct page *page, const samsyn_criterion *criterion)
{
    put_told(page, tell_because(page, criterion));
    put_text(page, criterion, MSG_REPORT_QUESTION, SAMSYN_CRITERION_QUESTION);
    put_told(page, tell_suggestion(page, criterion));
}

static void
put_help(struct page *page, const samsyn_criterion *criterion)
{
    put_nearest(page, criterion);
    put_refused(page, criterion);
    put_text(page, criterion, MSG_REPORT_ADVICE, SAMSYN_CRITERION_ADVICE);
    put_text(page, criterion, MSG_REPORT_MODEL, SAMSYN_CRITERION_MODEL);
    put_text(page, criterion, MSG_REPORT_SOURCE, SAMSYN_CRITERION_SOURCE);
}

static void
put_title(struct page *page, const samsyn_criterion *criterion)
{
    const struct verdict_words *verdict =
        words_verdict(samsyn_criterion_verdict(criterion));
    const char *weight =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT);

    page_text(page, verdict->mark);
    page_text(page, " ");
    page_add(page, MSG_REPORT_CRITERION,
             message_text(verdict->found, page->lang),
             samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    words_code(page, criterion, words_weight(weight, page->lang));
    page_put(page, 0, INDENT);
}

static void
put_criterion(struct page *page, const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);

    page_blank(page);
    put_title(page, criterion);
    if (person_add(page, criterion))
        page_put(page, INDENT, INDENT_LIST);
    if (verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        put_open(page, criterion);
    put_taught(page, criterion);
    put_told(page, tell_shares(page, criterion));
    put_counted(page, criterion);
    if (verdict != SAMSYN_VERDICT_MET &&
        verdict != SAMSYN_VERDICT_NOT_APPLICABLE)
        put_help(page, criterion);
}

static void
put_area_title(struct page *page, const samsyn_assessment *assessment,
               size_t area)
{
    samsyn_points points = samsyn_assessment_area_points(assessment, area);
    char earned[WORDS_NUMBER], possible[WORDS_NUMBER];

    page_blank(page);
    page_text(page, samsyn_assessment_area_title(assessment, area));
    if (points.possible > 0)
        page_add(page, MSG_REPORT_AREA_POINTS,
                 words_points(earned, points.earned, page->lang),
                 words_points(possible, points.possible, page->lang));
    page_heading(page, '-');
}

/* An area without criteria is not shown. */
static void
put_area(struct page *page, const samsyn_assessment *assessment, size_t area)
{
    const samsyn_criterion *criterion;
    bool titled = false;

    for (size_t i = 0; (criterion = words_next(assessment, area, &i)); i++) {
        if (!titled)
            put_area_title(page, assessment, area);
        titled = true;
        put_criterion(page, criterion);
    }
}

/* A sentence about one or two texts of the assessment, where it has them. */
static void
put_fact(struct page *page, const samsyn_assessment *assessment,
         enum message sentence, samsyn_assessment_text_id first,
         samsyn_assessment_text_id second)
{
    const char *text = samsyn_assessment_text(assessment, first);

    if (!*text)
        return;
    page_add(page, sentence, text, samsyn_assessment_text(assessment, second));
    page_put(page, 0, INDENT);
}

/* The main document's, and what says so. */
static void
put_date(struct page *page, const samsyn_assessment *assessment)
{
    const samsyn_evidence *dated =
        samsyn_assessment_document_dated(assessment, 0);
    const char *until = samsyn_assessment_document_text(
        assessment, 0, SAMSYN_DOCUMENT_VALID_UNTIL);

    if (!dated)
        return;
    page_add(
        page, MSG_REPORT_DOCUMENT_DATE,
        samsyn_assessment_document_text(assessment, 0, SAMSYN_DOCUMENT_DATE),
        NULL);
    if (*until)
        page_add(page, MSG_REPORT_UNTIL, until, NULL);
    page_add(page, MSG_REPORT_FOUND_AS,
             words_basis(samsyn_assessment_document_text(
                             assessment, 0, SAMSYN_DOCUMENT_DATE_BASIS),
                         page->lang),
             NULL);
    page_text(page, ". ");
    words_stretch(page, dated, WORDS_BRIEF);
    page_put(page, 0, INDENT);
}

static void
put_annexes(struct page *page, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_document_count(assessment);

    for (size_t i = 1; i < count; i++) {
        page_add(page, MSG_REPORT_ANNEX,
                 samsyn_assessment_document_text(assessment, i,
                                                 SAMSYN_DOCUMENT_NAME),
                 NULL);
        page_put(page, 0, INDENT);
    }
}

static void
put_head(struct page *page, const samsyn_assessment *assessment)
{
    const char *name =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_NAME);

    page_add(page, MSG_REPORT_TITLE, name, NULL);
    page_heading(page, '=');
    page_blank(page);
    put_fact(page, assessment, MSG_REPORT_KIND,
             SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE, NO_TEXT);
    put_date(page, assessment);
    put_annexes(page, assessment);
    put_fact(page, assessment, MSG_REPORT_CHECKLIST,
             SAMSYN_ASSESSMENT_CHECKLIST_TITLE,
             SAMSYN_ASSESSMENT_CHECKLIST_VERSION);
    if (samsyn_assessment_parent_count(assessment) > 0) {
        origin_add(page);
        page_put(page, 0, INDENT);
    }
    put_fact(page, assessment, MSG_REPORT_BASIS,
             SAMSYN_ASSESSMENT_CHECKLIST_BASIS, NO_TEXT);
}

static void
put_musts(struct page *page, samsyn_score score)
{
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (score.musts_of == 0)
        return;
    page_add(page, MSG_REPORT_MUSTS, words_number(first, score.musts_met),
             words_number(second, score.musts_of));
    if (score.musts_open > 0) {
        page_text(page, " ");
        page_add(page, MSG_REPORT_MUSTS_OPEN,
                 words_number(first, score.musts_open), NULL);
    }
    page_put(page, 0, INDENT);
}

static void
put_points(struct page *page, samsyn_score score)
{
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    page_add(page, MSG_REPORT_SUM,
             words_points(first, score.earned, page->lang),
             words_points(second, score.possible, page->lang));
    page_add(page, MSG_REPORT_PERCENT, words_number(first, score.percent),
             NULL);
    page_text(page, ".");
    page_put(page, 0, INDENT);
    if (score.low == score.high)
        return;
    page_add(page, MSG_REPORT_INTERVAL,
             words_points(first, score.low, page->lang),
             words_points(second, score.high, page->lang));
    page_put(page, 0, INDENT);
}

static void
put_score(struct page *page, samsyn_score score)
{
    page_blank(page);
    put_musts(page, score);
    if (score.possible > 0) {
        put_points(page, score);
    } else {
        page_add(page, MSG_REPORT_NO_SCORE, NULL, NULL);
        page_put(page, 0, 0);
    }
    person_put_score(page, INDENT);
    page_blank(page);
    page_add(page, MSG_REPORT_CAVEAT, NULL, NULL);
    page_put(page, 0, 0);
    if (samsyn_assessment_has_quotes(page->assessment))
        return;
    page_add(page, MSG_REPORT_NO_QUOTES, NULL, NULL);
    page_put(page, 0, 0);
}

/* What a person should look at, to begin with. */
static void
put_checks(struct page *page, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_check_count(assessment);
    char number[WORDS_NUMBER];

    if (count == 0)
        return;
    page_blank(page);
    page_add(page, MSG_HTML_DOUBTS, NULL, NULL);
    page_heading(page, '-');
    page_add(page, MSG_HTML_DOUBTS_WHY, NULL, NULL);
    page_put(page, 0, 0);
    page_blank(page);
    for (size_t i = 0; i < count && i < CHECKS_SHOWN; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_check_at(assessment, i);

        page_text(page, "- ");
        page_text(page,
                  samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
        words_doubt(page, criterion);
        page_put(page, 0, INDENT);
    }
    if (count <= CHECKS_SHOWN)
        return;
    page_add(page, MSG_REPORT_REFUSED_MORE,
             words_number(number, (int64_t)(count - CHECKS_SHOWN)), NULL);
    page_put(page, 0, INDENT);
}

/* What the figures rest on, so that they are not read without it. */
static void
put_notices(struct page *page, const samsyn_assessment *assessment)
{
    if (samsyn_assessment_notice_count(assessment) == 0)
        return;
    page_blank(page);
    page_add(page, MSG_REPORT_NOTICES, NULL, NULL);
    page_heading(page, '-');
    for (size_t i = 0; tell_notice(page, i); i++)
        page_put(page, 0, INDENT);
}

static void
put_files(struct page *page, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_document_count(assessment);

    for (size_t i = 0; i < count; i++) {
        page_add(page, MSG_REPORT_AGAIN_DOCUMENT,
                 samsyn_assessment_document_text(assessment, i,
                                                 SAMSYN_DOCUMENT_NAME),
                 samsyn_assessment_document_text(assessment, i,
                                                 SAMSYN_DOCUMENT_DIGEST));
        page_put(page, 0, INDENT);
    }
}

static void
put_parents_again(struct page *page, const samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_parent_count(assessment); i++) {
        page_add(
            page, MSG_REPORT_AGAIN_CHECKLIST,
            samsyn_assessment_parent_text(assessment, i, SAMSYN_PARENT_ID),
            samsyn_assessment_parent_text(assessment, i, SAMSYN_PARENT_DIGEST));
        page_put(page, 0, INDENT);
    }
}

static void
put_again(struct page *page, const samsyn_assessment *assessment)
{
    static const struct {
        enum message sentence;
        samsyn_assessment_text_id first, second;
    } facts[] = {
        { MSG_REPORT_AGAIN_CHECKLIST, SAMSYN_ASSESSMENT_CHECKLIST_ID,
          SAMSYN_ASSESSMENT_CHECKLIST_DIGEST },
        { MSG_REPORT_AGAIN_LANGUAGE, SAMSYN_ASSESSMENT_LANGUAGE_ID,
          SAMSYN_ASSESSMENT_LANGUAGE_DIGEST },
        { MSG_REPORT_AGAIN_MODEL, SAMSYN_ASSESSMENT_MODEL_DIGEST, NO_TEXT },
    };
    const char *date =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DATE);

    page_blank(page);
    page_add(page, MSG_REPORT_AGAIN, NULL, NULL);
    page_heading(page, '-');
    page_add(page, MSG_REPORT_AGAIN_SAMSYN, samsyn_version(), NULL);
    page_put(page, 0, 0);
    for (size_t i = 0; i < ARRAY_LEN(facts); i++)
        put_fact(page, assessment, facts[i].sentence, facts[i].first,
                 facts[i].second);
    put_parents_again(page, assessment);
    put_files(page, assessment);
    person_put_files(page, INDENT);
    page_add(page, *date ? MSG_REPORT_DATE : MSG_REPORT_NO_DATE, date, NULL);
    page_put(page, 0, 0);
}

void
report_text(struct buf *out, const samsyn_assessment *assessment)
{
    struct page page;

    page_init(&page, out, assessment);
    put_head(&page, assessment);
    put_score(&page, samsyn_assessment_score(assessment));
    put_notices(&page, assessment);
    put_checks(&page, assessment);
    for (size_t i = 0; i < samsyn_assessment_area_count(assessment); i++)
        put_area(&page, assessment, i);
    text_chain(&page, assessment);
    put_again(&page, assessment);
    page_done(&page);
}
