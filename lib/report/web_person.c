/* SPDX-License-Identifier: MIT */
/* What people said, on the page: under the machine's verdict of a criterion,
 * with the symbol of the answer and words, and the score with it as a figure
 * beside the machine's. */

#include "report/person.h"
#include "report/web_parts.h"
#include "report/words.h"

static void
put_reason(struct web *html, const samsyn_criterion *criterion,
           samsyn_answer_text_id which)
{
    if (!person_add_reason(&html->page, criterion, which))
        return;
    web_raw(html, "<p>");
    web_line(html);
    web_raw(html, "</p>");
}

static void
put_answer(struct web *html, const samsyn_criterion *criterion)
{
    int verdict = samsyn_criterion_answer(criterion);

    if (!verdict)
        return;
    web_raw(html, "<p><strong class=\"sans\">");
    web_say(html, MSG_PERSON_ANSWER_BY,
            samsyn_criterion_answer_text(criterion, SAMSYN_ANSWER_BY),
            samsyn_criterion_answer_text(criterion, SAMSYN_ANSWER_DATE));
    web_raw(html, "</strong> ");
    web_raw(html, "<span class=\"verdict is-");
    web_raw(html, web_verdict_class(verdict));
    web_raw(html, "\">");
    web_sign(html, verdict);
    web_text(html, words_said(verdict, html->page.lang));
    web_raw(html, "</span></p>");
    put_reason(html, criterion, SAMSYN_ANSWER_REASON);
}

static void
put_waiver(struct web *html, const samsyn_criterion *criterion)
{
    if (!person_add_waiver(&html->page, criterion))
        return;
    web_raw(html, "<p>");
    web_line(html);
    web_raw(html, "</p>");
    put_reason(html, criterion, SAMSYN_WAIVER_REASON);
}

void
web_said(struct web *html, const samsyn_criterion *criterion)
{
    if (!person_spoke(criterion))
        return;
    web_raw(html, "<div class=\"said\">");
    put_answer(html, criterion);
    put_waiver(html, criterion);
    if (samsyn_criterion_is_answered_before(criterion))
        web_element(html, "p", "soft", MSG_PERSON_OLDER, NULL, NULL);
    web_raw(html, "</div>\n");
}

void
web_with_answers(struct web *html)
{
    samsyn_score score = samsyn_assessment_with_answers(html->page.assessment);
    samsyn_lang lang = html->page.lang;
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (!person_spoke_at_all(html->page.assessment) || score.possible <= 0)
        return;
    web_raw(html, "<div><dt>");
    web_say(html, MSG_PERSON_TITLE, NULL, NULL);
    web_raw(html, "</dt><dd>");
    web_say(html, MSG_HTML_OF, words_points(first, score.earned, lang),
            words_points(second, score.possible, lang));
    web_raw(html, "<small>");
    web_say(html, MSG_HTML_PERCENT, words_number(first, score.percent), NULL);
    web_raw(html, "</small><small>");
    web_say(html, MSG_PERSON_MUSTS, words_number(first, score.musts_met),
            words_number(second, score.musts_of));
    web_raw(html, "</small></dd></div>\n");
}
