/* SPDX-License-Identifier: MIT */
/* The chain from problem to follow-up, for each focus area: a drawing that
 * shows at a glance where it breaks, and a table that says the same in words.
 *
 * A drawing stands upright, a link under the other, so that its words stay as
 * large as the page's in a narrow window too. */

#include "report/web_parts.h"
#include "report/words.h"

enum {
    LINKS = SAMSYN_LINK_FOLLOW_UP,
    STEP = 34, /* from link to link */
    MIDDLE = 16,
    RADIUS = 9,
    SIGN = 18
};

static const enum message names[] = {
    [SAMSYN_LINK_PROBLEM] = MSG_REPORT_LINK_PROBLEM,
    [SAMSYN_LINK_CAUSE] = MSG_REPORT_LINK_CAUSE,
    [SAMSYN_LINK_GOAL] = MSG_REPORT_LINK_GOAL,
    [SAMSYN_LINK_MEASURE] = MSG_REPORT_LINK_MEASURE,
    [SAMSYN_LINK_OWNER] = MSG_REPORT_LINK_OWNER,
    [SAMSYN_LINK_TIME] = MSG_REPORT_LINK_TIME,
    [SAMSYN_LINK_FOLLOW_UP] = MSG_REPORT_LINK_FOLLOW_UP,
};

static int
state_of(const struct web *html, size_t focus, int link)
{
    return samsyn_assessment_focus_link(html->page.assessment, focus,
                                        (samsyn_link)link, NULL);
}

static bool
holds(int state)
{
    return state == SAMSYN_VERDICT_MET || state == SAMSYN_VERDICT_REFERRED ||
           state == SAMSYN_VERDICT_NOT_APPLICABLE;
}

/* The first link that does not fully hold; 0 where all do. */
static int
first_break(const struct web *html, size_t focus)
{
    for (int link = SAMSYN_LINK_PROBLEM; link <= LINKS; link++) {
        int state = state_of(html, focus, link);

        if (state != 0 && !holds(state))
            return link;
    }
    return 0;
}

void
web_focus_name(struct web *html, size_t focus)
{
    const char *title =
        samsyn_assessment_focus_title(html->page.assessment, focus);
    char number[WORDS_NUMBER];

    if (title && *title)
        web_text(html, title);
    else if (samsyn_assessment_has_quotes(html->page.assessment))
        web_say(html, MSG_HTML_WHOLE, NULL, NULL);
    else
        web_say(html, MSG_REPORT_FOCUS,
                words_number(number, (int64_t)focus + 1), NULL);
}

void
web_focus_lang(struct web *html, size_t focus)
{
    const char *title =
        samsyn_assessment_focus_title(html->page.assessment, focus);

    if (title && *title)
        web_lang(html);
}

/* "Kedjan brister vid: orsak", or that it holds. */
static void
say_break(struct web *html, size_t focus)
{
    int broken = first_break(html, focus);

    web_say(html, broken ? MSG_REPORT_CHAIN_BREAKS : MSG_REPORT_CHAIN_HOLDS,
            broken ? message_text(names[broken], html->page.lang) : NULL, NULL);
}

/* ---- The drawing ---- */

static void
put_number(struct web *html, const char *before, int64_t number)
{
    web_raw(html, before);
    web_number(html, number);
    web_raw(html, "\"");
}

/* The line from the link above: whole where both ends hold. */
static void
put_line(struct web *html, int64_t from, int64_t to, bool whole)
{
    web_raw(html, whole ? "<path class=\"whole\" d=\"M"
                        : "<path class=\"broken\" d=\"M");
    web_number(html, MIDDLE);
    web_raw(html, " ");
    web_number(html, from + RADIUS + 2);
    web_raw(html, "V");
    web_number(html, to - RADIUS - 2);
    web_raw(html, "\"/>");
}

static void
put_link(struct web *html, int link, int state, int64_t at)
{
    const char *class = web_verdict_class(state);

    web_raw(html, "<g class=\"is-");
    web_raw(html, class);
    web_raw(html, "\"><use href=\"#sign-");
    web_raw(html, class);
    put_number(html, "\" x=\"", MIDDLE - RADIUS);
    put_number(html, " y=\"", at - RADIUS);
    put_number(html, " width=\"", SIGN);
    put_number(html, " height=\"", SIGN);
    web_raw(html, "></use></g><text");
    put_number(html, " x=\"", MIDDLE + 20);
    put_number(html, " y=\"", at + 5);
    web_raw(html, ">");
    web_say(html, names[link], NULL, NULL);
    web_raw(html, " <tspan class=\"word\">");
    web_raw(html, holds(state) ? "" : "– ");
    if (!holds(state))
        web_say(html, words_verdict((samsyn_verdict)state)->brief, NULL, NULL);
    web_raw(html, "</tspan></text>\n");
}

static void
put_links(struct web *html, size_t focus)
{
    int64_t at = MIDDLE;
    int before = 0; /* the state of the link above */

    for (int link = SAMSYN_LINK_PROBLEM; link <= LINKS; link++) {
        int state = state_of(html, focus, link);

        if (state == 0)
            continue;
        if (before != 0) {
            put_line(html, at - STEP, at, holds(before) && holds(state));
        }
        put_link(html, link, state, at);
        before = state;
        at += STEP;
    }
}

static int64_t
height_of(const struct web *html, size_t focus)
{
    int64_t height = 2 * MIDDLE - STEP;

    for (int link = SAMSYN_LINK_PROBLEM; link <= LINKS; link++)
        height += state_of(html, focus, link) != 0 ? STEP : 0;
    return height;
}

/* Its words are those of the table below, and the sentence under it says what
 * is to be seen. */
static void
put_drawing(struct web *html, size_t focus)
{
    web_raw(html, "<li><h3");
    web_focus_lang(html, focus);
    web_raw(html, ">");
    web_focus_name(html, focus);
    put_number(html,
               "</h3>\n<svg class=\"chain\" role=\"img\" "
               "aria-labelledby=\"chain-",
               (int64_t)focus + 1);
    put_number(html, " viewBox=\"0 0 280 ", height_of(html, focus));
    put_number(html, "><title id=\"chain-", (int64_t)focus + 1);
    web_raw(html, ">");
    web_say(html, MSG_HTML_CHAIN_OF, NULL, NULL);
    web_focus_name(html, focus);
    web_raw(html, ". ");
    say_break(html, focus);
    web_raw(html, "</title>\n");
    put_links(html, focus);
    web_raw(html, "</svg>\n<p class=\"note\">");
    say_break(html, focus);
    web_raw(html, ".</p></li>\n");
}

/* ---- The table ---- */

/* Whether any area shows the link. */
static bool
is_shown(const struct web *html, int link)
{
    return state_of(html, 0, link) != 0;
}

static void
put_cell(struct web *html, size_t focus, int link)
{
    const samsyn_evidence *evidence = NULL;
    int state = samsyn_assessment_focus_link(html->page.assessment, focus,
                                             (samsyn_link)link, &evidence);

    web_raw(html, holds(state) ? "<td>" : "<td class=\"wanting\">");
    web_verdict_brief(html, state);
    if (evidence)
        web_place_brief(html, evidence);
    web_raw(html, "</td>");
}

static void
put_row(struct web *html, size_t focus)
{
    web_raw(html, "<tr><th scope=\"row\"");
    web_focus_lang(html, focus);
    web_raw(html, ">");
    web_focus_name(html, focus);
    web_raw(html, "</th>");
    for (int link = SAMSYN_LINK_PROBLEM; link <= LINKS; link++) {
        if (is_shown(html, link))
            put_cell(html, focus, link);
    }
    web_raw(html, "</tr>\n");
}

static void
put_table(struct web *html, size_t count)
{
    web_open_table(html, "chain", true);
    web_say(html, MSG_HTML_CHAIN_CAPTION, NULL, NULL);
    web_raw(html, "</caption>\n<thead><tr><th scope=\"col\">");
    web_say(html, MSG_HTML_FOCUS_AREA, NULL, NULL);
    web_raw(html, "</th>");
    for (int link = SAMSYN_LINK_PROBLEM; link <= LINKS; link++) {
        if (!is_shown(html, link))
            continue;
        web_raw(html, "<th scope=\"col\">");
        web_say(html, names[link], NULL, NULL);
        web_raw(html, "</th>");
    }
    web_raw(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count; i++)
        put_row(html, i);
    web_close_table(html);
}

void
web_chain(struct web *html)
{
    size_t count = samsyn_assessment_focus_count(html->page.assessment);

    web_raw(html, "<section class=\"part\" id=\"chain\" "
                  "aria-labelledby=\"h-chain\">\n<h2 id=\"h-chain\">");
    web_say(html, MSG_REPORT_CHAIN, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_CHAIN_WHY, NULL, NULL);
    web_raw(html, "<ul class=\"chains\">\n");
    for (size_t i = 0; i < count; i++)
        put_drawing(html, i);
    web_raw(html, "</ul>\n");
    put_table(html, count);
    web_raw(html, "</section>\n");
}
