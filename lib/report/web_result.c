/* SPDX-License-Identifier: MIT */
/* The first screen: what document was read with which checklist, musts before
 * points, points with what is still open, and the three things that would help
 * most.  Every number is the assessment's. */

#include "base/number.h"
#include "report/person.h"
#include "report/tell.h"
#include "report/web_parts.h"

enum {
    HELP_SHOWN = 3,
    BAR_WIDTH = 100 /* percent */
};

/* ---- The header ---- */

static void
open_fact(struct web *html, enum message name)
{
    web_raw(html, "<div><dt>");
    web_say(html, name, NULL, NULL);
    web_raw(html, "</dt><dd>");
}

static void
close_fact(struct web *html)
{
    web_raw(html, "</dd></div>\n");
}

static void
put_checklist(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    open_fact(html, MSG_HTML_CHECKLIST);
    web_say(
        html, MSG_HTML_VERSION,
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_TITLE),
        samsyn_assessment_text(assessment,
                               SAMSYN_ASSESSMENT_CHECKLIST_VERSION));
    close_fact(html);
}

/* The document's own date, and what says so. */
static void
put_date(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;
    const char *date =
        samsyn_assessment_document_text(assessment, 0, SAMSYN_DOCUMENT_DATE);
    const char *until = samsyn_assessment_document_text(
        assessment, 0, SAMSYN_DOCUMENT_VALID_UNTIL);

    if (!date || !*date)
        return;
    open_fact(html, MSG_HTML_DOCUMENT_DATE);
    page_text(&html->page, date);
    if (*until)
        page_add(&html->page, MSG_REPORT_UNTIL, until, NULL);
    page_add(&html->page, MSG_REPORT_FOUND_AS,
             words_basis(samsyn_assessment_document_text(
                             assessment, 0, SAMSYN_DOCUMENT_DATE_BASIS),
                         html->page.lang),
             NULL);
    web_line(html);
    close_fact(html);
}

static void
put_annexes(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    for (size_t i = 1; i < samsyn_assessment_document_count(assessment); i++) {
        open_fact(html, MSG_HTML_ANNEX);
        web_text(html, words_last_part(samsyn_assessment_document_text(
                           assessment, i, SAMSYN_DOCUMENT_NAME)));
        close_fact(html);
    }
}

static void
put_assessed_on(struct web *html)
{
    const char *date =
        samsyn_assessment_text(html->page.assessment, SAMSYN_ASSESSMENT_DATE);

    if (!*date)
        return;
    open_fact(html, MSG_HTML_ASSESSED_ON);
    web_text(html, date);
    close_fact(html);
}

void
web_header(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;
    const char *kind = samsyn_assessment_text(
        assessment, SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE);

    web_raw(html, "<header><div class=\"frame\">\n");
    web_element(html, "p", "over sans", MSG_HTML_OVER, NULL, NULL);
    web_raw(html, "<h1>");
    web_text(html, words_file_name(assessment));
    web_raw(html, "</h1>\n");
    if (*kind)
        web_element(html, "p", "kind", MSG_REPORT_KIND, kind, NULL);
    web_raw(html, "<dl class=\"facts\">\n");
    put_checklist(html);
    put_date(html);
    put_annexes(html);
    put_assessed_on(html);
    web_raw(html, "</dl>\n</div></header>\n");
}

/* ---- The score ---- */

static void
open_figure(struct web *html, enum message name)
{
    web_raw(html, "<div><dt>");
    web_say(html, name, NULL, NULL);
    web_raw(html, "</dt><dd>");
}

static void
small(struct web *html, enum message sentence, const char *argument)
{
    web_raw(html, "<small>");
    web_say(html, sentence, argument, NULL);
    web_raw(html, "</small>");
}

static void
put_musts(struct web *html, samsyn_score score)
{
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    open_figure(html, MSG_HTML_MUSTS);
    web_say(html, MSG_HTML_OF, words_number(first, score.musts_met),
            words_number(second, score.musts_of));
    small(html, MSG_HTML_FOUND, NULL);
    if (score.musts_open > 0)
        small(html, MSG_HTML_MUSTS_OPEN, words_number(first, score.musts_open));
    web_raw(html, "</dd></div>\n");
}

static void
put_points(struct web *html, samsyn_score score)
{
    samsyn_lang lang = html->page.lang;
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    open_figure(html, MSG_HTML_POINTS);
    web_say(html, MSG_HTML_OF, words_points(first, score.earned, lang),
            words_points(second, score.possible, lang));
    small(html, MSG_HTML_PERCENT, words_number(first, score.percent));
    web_raw(html, "</dd></div>\n");
    if (score.low == score.high)
        return;
    open_figure(html, MSG_HTML_INTERVAL);
    web_say(html, MSG_HTML_BETWEEN, words_points(first, score.low, lang),
            words_points(second, score.high, lang));
    small(html, MSG_HTML_INTERVAL_WHY, NULL);
    web_raw(html, "</dd></div>\n");
}

static void
put_part(struct web *html, const char *class, int64_t from, int64_t to)
{
    web_raw(html, "<rect class=\"");
    web_raw(html, class);
    web_raw(html, "\" y=\"0\" height=\"10\" x=\"");
    web_number(html, from);
    web_raw(html, "\" width=\"");
    web_number(html, to - from);
    web_raw(html, "\"/>");
}

/* The figures say it in words. */
static void
put_bar(struct web *html, samsyn_score score)
{
    int64_t low = number_percent(score.low, score.possible);
    int64_t high = number_percent(score.high, score.possible);

    web_raw(html, "<svg class=\"bar\" viewBox=\"0 0 100 10\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    put_part(html, "all", 0, BAR_WIDTH);
    put_part(html, "open", low, high);
    put_part(html, "low", 0, low);
    web_raw(html, "</svg>\n");
}

static void
put_score(struct web *html)
{
    samsyn_score score = samsyn_assessment_score(html->page.assessment);

    if (score.possible <= 0) {
        web_element(html, "p", "", MSG_REPORT_NO_SCORE, NULL, NULL);
        return;
    }
    web_raw(html, "<dl class=\"figures\">\n");
    if (score.musts_of > 0)
        put_musts(html, score);
    put_points(html, score);
    web_with_answers(html);
    web_raw(html, "</dl>\n");
    put_bar(html, score);
    if (person_spoke_at_all(html->page.assessment)) {
        web_raw(html, "<p class=\"note\">");
        person_add_counts(&html->page);
        web_line(html);
        web_raw(html, "</p>\n");
    }
}

/* ---- What would help most ---- */

static void
put_gain(struct web *html, const samsyn_criterion *criterion)
{
    char points[WORDS_NUMBER];

    web_raw(html, " <span class=\"gain sans\">");
    web_say(
        html, MSG_HTML_GAIN,
        words_points(points, samsyn_criterion_gain(criterion), html->page.lang),
        NULL);
    web_raw(html, "</span>");
}

static void
put_help(struct web *html, const samsyn_criterion *criterion)
{
    const char *advice =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_ADVICE);

    web_raw(html, "<li>");
    web_criterion_link(html, criterion);
    put_gain(html, criterion);
    if (*advice) {
        web_raw(html, "<p>");
        web_text(html, advice);
        web_raw(html, "</p>");
    }
    web_raw(html, "</li>\n");
}

static void
put_helps(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;
    size_t count = samsyn_assessment_gain_count(assessment);

    web_element(html, "h3", "", MSG_HTML_HELP, NULL, NULL);
    if (count == 0) {
        web_element(html, "p", "", MSG_HTML_HELP_NONE, NULL, NULL);
        return;
    }
    web_raw(html, "<ol class=\"help\">\n");
    for (size_t i = 0; i < count && i < HELP_SHOWN; i++)
        put_help(html, samsyn_assessment_gain_at(assessment, i));
    web_raw(html, "</ol>\n");
}

static void
put_notices(struct web *html)
{
    if (samsyn_assessment_notice_count(html->page.assessment) == 0)
        return;
    web_element(html, "h3", "", MSG_HTML_NOTICES, NULL, NULL);
    web_raw(html, "<ul>\n");
    for (size_t i = 0; tell_notice(&html->page, i); i++) {
        web_raw(html, "<li>");
        web_line(html);
        web_raw(html, "</li>\n");
    }
    web_raw(html, "</ul>\n");
}

void
web_result(struct web *html)
{
    web_raw(html, "<section class=\"part\" id=\"result\" "
                  "aria-labelledby=\"h-result\">\n<h2 id=\"h-result\">");
    web_say(html, MSG_HTML_RESULT, NULL, NULL);
    web_raw(html, "</h2>\n");
    put_score(html);
    web_element(html, "p", "note soft", MSG_REPORT_CAVEAT, NULL, NULL);
    if (samsyn_assessment_score(html->page.assessment).possible > 0)
        put_helps(html);
    put_notices(html);
    web_raw(html, "</section>\n");
}
