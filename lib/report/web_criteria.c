/* SPDX-License-Identifier: MIT */
/* The criteria, area by area: the verdict in a symbol and words, what stands
 * in the text and where, what is missing, how it can be written, and behind a
 * line to unfold what was refused, why it matters and what it rests on. */

#include "report/web_parts.h"
#include "report/origin.h"
#include "report/tell.h"

#include <string.h>

#define WANTING_SHOWN 5

static int
verdict_of(const samsyn_criterion *criterion)
{
    return (int)samsyn_criterion_verdict(criterion);
}

/* A text of the criterion, where it has one, behind the word that begins its
 * sentence. */
static void
put_text(struct web *html, const samsyn_criterion *criterion,
         enum message sentence, samsyn_criterion_text_id which)
{
    const char *text = samsyn_criterion_text(criterion, which);

    if (!*text)
        return;
    web_raw(html, "<p><strong class=\"sans\">");
    web_say(html, sentence, "", NULL);
    web_raw(html, "</strong>");
    web_text(html, text);
    web_raw(html, "</p>\n");
}

/* ---- The line under the title ---- */

static void
put_points(struct web *html, const samsyn_criterion *criterion)
{
    samsyn_points points = samsyn_criterion_points(criterion);
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (points.possible <= 0)
        return;
    page_text(&html->page, " · ");
    page_add(&html->page, MSG_HTML_POINTS_OF,
             words_points(first, points.earned, html->page.lang),
             words_points(second, points.possible, html->page.lang));
}

static void
put_state(struct web *html, const samsyn_criterion *criterion)
{
    const char *code = web_criterion_code(criterion);

    web_raw(html, "<p class=\"state\">");
    web_verdict(html, verdict_of(criterion));
    web_raw(html, " <span class=\"meta\">");
    page_text(&html->page, " · ");
    if (*code) {
        page_text(&html->page, code);
        page_text(&html->page, " · ");
    }
    page_text(&html->page, words_weight(samsyn_criterion_text(
                                            criterion, SAMSYN_CRITERION_WEIGHT),
                                        html->page.lang));
    put_points(html, criterion);
    web_line(html);
    web_raw(html, "</span></p>\n");
}

/* How certain it is, and what the rules say where examples weighed more. */
static void
put_certainty(struct web *html, const samsyn_criterion *criterion)
{
    int rules = samsyn_criterion_rules(criterion);
    int said = samsyn_criterion_suggestion(criterion);
    int certainty = samsyn_criterion_certainty(criterion);

    if (certainty == 0)
        return;
    if (said == 0)
        said = verdict_of(criterion);
    if (certainty == SAMSYN_DOUBTFUL)
        web_element(html, "p", "note", MSG_REPORT_DOUBTFUL, NULL, NULL);
    if (rules != 0 && rules != said)
        web_element(html, "p", "note", MSG_REPORT_RULES_ALONE,
                    words_found(rules, html->page.lang), NULL);
}

static void
put_open(struct web *html, const samsyn_criterion *criterion)
{
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);
    int suggestion = samsyn_criterion_suggestion(criterion);

    put_text(html, criterion, MSG_REPORT_QUESTION, SAMSYN_CRITERION_QUESTION);
    if (*reason)
        web_element(html, "p", "note soft", MSG_REPORT_BECAUSE,
                    words_open(reason, html->page.lang), NULL);
    if (suggestion)
        web_element(html, "p", "note", MSG_REPORT_SUGGESTION,
                    words_found(suggestion, html->page.lang), NULL);
}

static void
put_shares(struct web *html, const samsyn_criterion *criterion)
{
    if (!tell_shares(&html->page, criterion))
        return;
    web_raw(html, "<p>");
    web_line(html);
    web_raw(html, "</p>\n");
}

/* ---- Stretches ---- */

static void
put_counted(struct web *html, const samsyn_criterion *criterion)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_COUNTED;
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    if (count == 0)
        return;
    web_raw(html, "<ul class=\"quotes\">\n");
    for (size_t i = 0; i < count; i++) {
        web_raw(html, "<li>");
        web_stretch(html, samsyn_criterion_evidence_at(criterion, kind, i));
        web_raw(html, "</li>\n");
    }
    web_raw(html, "</ul>\n");
}

/* One that lacks something, and what. */
static void
put_lacking(struct web *html, const samsyn_evidence *evidence)
{
    web_raw(html, "<li>");
    web_stretch(html, evidence);
    if (*samsyn_evidence_note(evidence))
        web_element(html, "p", "note", MSG_REPORT_MISSING,
                    samsyn_evidence_note(evidence), NULL);
    web_raw(html, "</li>\n");
}

static void
put_wanting(struct web *html, const samsyn_criterion *criterion,
            const samsyn_shares *shares)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_NEAREST;
    size_t count = samsyn_criterion_evidence_count(criterion, kind), shown = 0;
    int64_t more = shares->of - shares->met;
    char number[WORDS_NUMBER];

    if (count == 0)
        return;
    web_element(html, "p", "label", MSG_REPORT_WANTING, NULL, NULL);
    web_raw(html, "<ul class=\"quotes\">\n");
    for (; shown < count && shown < WANTING_SHOWN; shown++)
        put_lacking(html, samsyn_criterion_evidence_at(criterion, kind, shown));
    web_raw(html, "</ul>\n");
    more -= (int64_t)shown;
    if (more > 0)
        web_element(html, "p", "note", MSG_REPORT_MORE_WANTING,
                    words_number(number, more), NULL);
}

static void
put_nearest(struct web *html, const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_NEAREST, 0);
    samsyn_shares shares;

    if (*samsyn_criterion_asked_of(criterion, &shares)) {
        put_wanting(html, criterion, &shares);
        return;
    }
    if (!nearest)
        return;
    if (samsyn_evidence_span(nearest).line == 0 &&
        !*samsyn_evidence_place(nearest)) {
        if (*samsyn_evidence_note(nearest))
            web_element(html, "p", "", MSG_REPORT_MISSING,
                        samsyn_evidence_note(nearest), NULL);
        return;
    }
    web_element(html, "p", "label", MSG_REPORT_NEAREST, NULL, NULL);
    web_raw(html, "<ul class=\"quotes\">\n");
    put_lacking(html, nearest);
    web_raw(html, "</ul>\n");
}

static void
put_model(struct web *html, const samsyn_criterion *criterion)
{
    const char *model =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_MODEL);

    if (!*model)
        return;
    web_element(html, "p", "label", MSG_HTML_MODEL, NULL, NULL);
    web_raw(html, "<blockquote class=\"model\"");
    web_lang(html);
    web_raw(html, "><p>");
    web_text(html, model);
    web_raw(html, "</p></blockquote>\n");
}

/* ---- What is unfolded ---- */

static void
put_refused(struct web *html, const samsyn_criterion *criterion)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_REFUSED;
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    if (count == 0)
        return;
    web_element(html, "p", "label", MSG_REPORT_REFUSED, NULL, NULL);
    web_raw(html, "<ul class=\"quotes\">\n");
    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);

        web_raw(html, "<li>");
        web_stretch(html, evidence);
        web_element(
            html, "p", "note", MSG_HTML_REFUSED_WHY,
            words_refused(samsyn_evidence_reason(evidence), html->page.lang),
            NULL);
        web_raw(html, "</li>\n");
    }
    web_raw(html, "</ul>\n");
}

/* What the checklist changed of the one that it extends. */
static void
put_origin(struct web *html, const samsyn_criterion *criterion)
{
    for (size_t i = 0; i < samsyn_criterion_change_count(criterion); i++) {
        web_raw(html, "<p>");
        origin_add_change(&html->page,
                          samsyn_criterion_change_at(criterion, i));
        web_line(html);
        web_raw(html, "</p>\n");
    }
}

static void
put_more(struct web *html, const samsyn_criterion *criterion, bool settled)
{
    size_t refused =
        samsyn_criterion_evidence_count(criterion, SAMSYN_EVIDENCE_REFUSED);
    char number[WORDS_NUMBER];

    web_raw(html, "<details><summary>");
    if (refused > 0)
        web_say(html, MSG_HTML_MORE_REFUSED,
                words_number(number, (int64_t)refused), NULL);
    else
        web_say(html, MSG_HTML_MORE, NULL, NULL);
    web_raw(html, "<span class=\"unseen\">: ");
    web_text(html, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    web_raw(html, "</span></summary>\n<div class=\"more\">\n");
    if (verdict_of(criterion) != SAMSYN_VERDICT_NEEDS_REVIEW)
        put_text(html, criterion, MSG_REPORT_QUESTION,
                 SAMSYN_CRITERION_QUESTION);
    if (settled)
        put_text(html, criterion, MSG_REPORT_WHY, SAMSYN_CRITERION_WHY);
    put_refused(html, criterion);
    if (settled)
        put_model(html, criterion);
    put_origin(html, criterion);
    put_text(html, criterion, MSG_REPORT_SOURCE, SAMSYN_CRITERION_SOURCE);
    web_raw(html, "</div></details>\n");
}

/* ---- A criterion, an area, all of them ---- */

static void
put_criterion(struct web *html, const samsyn_criterion *criterion)
{
    int verdict = verdict_of(criterion);
    bool settled = verdict == SAMSYN_VERDICT_MET ||
                   verdict == SAMSYN_VERDICT_NOT_APPLICABLE;

    web_raw(html, "<article class=\"criterion\" id=\"");
    web_criterion_id(html, criterion);
    web_raw(html, "\">\n<h4>");
    web_text(html, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    web_raw(html, "</h4>\n");
    put_state(html, criterion);
    web_said(html, criterion);
    put_certainty(html, criterion);
    if (verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        put_open(html, criterion);
    put_shares(html, criterion);
    put_counted(html, criterion);
    if (!settled) {
        put_nearest(html, criterion);
        put_text(html, criterion, MSG_REPORT_ADVICE, SAMSYN_CRITERION_ADVICE);
        put_text(html, criterion, MSG_REPORT_WHY, SAMSYN_CRITERION_WHY);
        put_model(html, criterion);
    }
    put_more(html, criterion, settled);
    web_raw(html, "</article>\n");
}

static void
put_area_title(struct web *html, size_t area)
{
    const samsyn_assessment *assessment = html->page.assessment;
    samsyn_points points = samsyn_assessment_area_points(assessment, area);
    char earned[WORDS_NUMBER], possible[WORDS_NUMBER];

    web_raw(html, "<h3 id=\"area-");
    web_number(html, (int64_t)area + 1);
    web_raw(html, "\">");
    web_text(html, samsyn_assessment_area_title(assessment, area));
    web_raw(html, "</h3>\n");
    if (points.possible > 0)
        web_element(html, "p", "meta", MSG_HTML_POINTS_OF,
                    words_points(earned, points.earned, html->page.lang),
                    words_points(possible, points.possible, html->page.lang));
}

/* An area without criteria is not shown. */
static void
put_area(struct web *html, size_t area)
{
    const samsyn_assessment *assessment = html->page.assessment;
    const samsyn_criterion *criterion;
    bool titled = false;

    for (size_t i = 0; (criterion = words_next(assessment, area, &i)); i++) {
        if (!titled)
            put_area_title(html, area);
        titled = true;
        put_criterion(html, criterion);
    }
}

void
web_criteria(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    web_raw(html, "<section class=\"part new\" id=\"criteria\" "
                  "aria-labelledby=\"h-criteria\">\n<h2 id=\"h-criteria\">");
    web_say(html, MSG_HTML_CRITERIA, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_CRITERIA_WHY, NULL, NULL);
    for (size_t i = 0; i < samsyn_assessment_area_count(assessment); i++)
        put_area(html, i);
    web_raw(html, "</section>\n");
}
