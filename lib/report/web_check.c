/* SPDX-License-Identifier: MIT */
/* What is left to people: the questions that only they can answer, and the
 * verdicts that a person should look at, those first that are least certain. */

#include "report/web_parts.h"
#include "report/words.h"

#include <string.h>

static bool
is_asked(const samsyn_criterion *criterion)
{
    return samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW;
}

bool
web_has_questions(const samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        if (is_asked(samsyn_assessment_criterion_at(assessment, i)))
            return true;
    }
    return false;
}

static void
put_suggestion(struct web *html, const samsyn_criterion *criterion)
{
    int suggestion = samsyn_criterion_suggestion(criterion);

    if (suggestion)
        web_element(html, "p", "meta", MSG_REPORT_SUGGESTION,
                    words_found(suggestion, html->page.lang), NULL);
}

static void
put_question(struct web *html, const samsyn_criterion *criterion)
{
    const char *question =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_QUESTION);
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    web_raw(html, "<li><p>");
    web_criterion_link(html, criterion);
    web_raw(html, "<br>");
    web_text(html, question);
    web_raw(html, "</p>");
    if (*reason && strcmp(reason, "person") != 0)
        web_element(html, "p", "meta", MSG_REPORT_BECAUSE,
                    words_open(reason, html->page.lang), NULL);
    put_suggestion(html, criterion);
    web_said(html, criterion);
    web_raw(html, "</li>\n");
}

void
web_questions(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    web_raw(html, "<section class=\"part\" id=\"questions\" "
                  "aria-labelledby=\"h-questions\">\n<h2 id=\"h-questions\">");
    web_say(html, MSG_HTML_QUESTIONS, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_QUESTIONS_WHY, NULL, NULL);
    web_raw(html, "<ul>\n");
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        if (is_asked(criterion))
            put_question(html, criterion);
    }
    web_raw(html, "</ul>\n</section>\n");
}

/* ---- What to look at ---- */

bool
web_has_doubts(const samsyn_assessment *assessment)
{
    return samsyn_assessment_check_count(assessment) > 0;
}

static void
put_row(struct web *html, const samsyn_criterion *criterion)
{
    web_raw(html, "<tr><th scope=\"row\">");
    web_criterion_link(html, criterion);
    web_raw(html, "</th><td>");
    web_verdict(html, (int)samsyn_criterion_verdict(criterion));
    web_raw(html, "</td><td>");
    web_text(html, words_certainty(
                       (samsyn_certainty)samsyn_criterion_certainty(criterion),
                       html->page.lang));
    web_raw(html, "</td></tr>\n");
}

static void
put_table(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    web_open_table(html, "doubts", false);
    web_say(html, MSG_HTML_DOUBTS_CAPTION, NULL, NULL);
    web_raw(html, "</caption>\n<thead><tr>");
    web_column(html, MSG_HTML_CRITERION);
    web_column(html, MSG_HTML_VERDICT);
    web_column(html, MSG_HTML_CERTAINTY);
    web_raw(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < samsyn_assessment_check_count(assessment); i++)
        put_row(html, samsyn_assessment_check_at(assessment, i));
    web_close_table(html);
}

void
web_doubts(struct web *html)
{
    web_raw(html, "<section class=\"part\" id=\"doubts\" "
                  "aria-labelledby=\"h-doubts\">\n<h2 id=\"h-doubts\">");
    web_say(html, MSG_HTML_DOUBTS, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_DOUBTS_WHY, NULL, NULL);
    put_table(html);
    web_raw(html, "</section>\n");
}
