/* SPDX-License-Identifier: MIT */
/* Promises, measures and goals as tables: what each says, and what the
 * criteria that are asked of such things say of it.  A cell that lacks
 * something says so in a word. */

#include "report/web_parts.h"
#include "report/words.h"

static const struct kind {
    samsyn_item_kind kind;
    enum message title, caption;
} kinds[] = {
    { SAMSYN_ITEM_PROMISE, MSG_HTML_PROMISES, MSG_HTML_PROMISES_CAPTION },
    { SAMSYN_ITEM_MEASURE, MSG_HTML_MEASURES, MSG_HTML_MEASURES_CAPTION },
    { SAMSYN_ITEM_GOAL, MSG_HTML_GOALS, MSG_HTML_GOALS_CAPTION },
};

static const samsyn_item *
first_of(const samsyn_assessment *assessment, samsyn_item_kind kind)
{
    for (size_t i = 0; i < samsyn_assessment_item_count(assessment); i++) {
        const samsyn_item *item = samsyn_assessment_item_at(assessment, i);

        if (samsyn_item_kind_of(item) == kind)
            return item;
    }
    return NULL;
}

/* A criterion is asked of all items of a kind, or of none. */
static bool
is_asked(const samsyn_criterion *criterion, const samsyn_item *first)
{
    return samsyn_item_verdict(first, criterion) != 0;
}

static void
put_head(struct web *html, const samsyn_item *first, bool areas)
{
    const samsyn_assessment *assessment = html->page.assessment;

    web_raw(html, "<thead><tr><th scope=\"col\">");
    web_say(html, MSG_HTML_NUMBER, NULL, NULL);
    web_raw(html, "</th><th scope=\"col\">");
    web_say(html, MSG_HTML_ITEM_TEXT, NULL, NULL);
    if (areas) {
        web_raw(html, "</th><th scope=\"col\">");
        web_say(html, MSG_HTML_FOCUS_AREA, NULL, NULL);
    }
    web_raw(html, "</th>");
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        if (!is_asked(criterion, first))
            continue;
        web_raw(html, "<th scope=\"col\">");
        web_criterion_link(html, criterion);
        web_raw(html, "</th>");
    }
    web_raw(html, "</tr></thead>\n");
}

static void
put_words(struct web *html, const samsyn_item *item)
{
    web_raw(html, "<td class=\"words\">");
    web_stretch(html, samsyn_item_place(item));
    if (*samsyn_item_actor(item))
        web_element(html, "p", "meta", MSG_HTML_ACTOR, samsyn_item_actor(item),
                    NULL);
    web_raw(html, "</td>");
}

static void
put_focus(struct web *html, const samsyn_item *item)
{
    size_t focus = samsyn_item_focus(item);

    web_raw(html, "<td");
    web_focus_lang(html, focus);
    web_raw(html, ">");
    if (focus != SAMSYN_NONE)
        web_focus_name(html, focus);
    web_raw(html, "</td>");
}

static void
put_verdicts(struct web *html, const samsyn_item *item)
{
    const samsyn_assessment *assessment = html->page.assessment;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        int verdict = samsyn_item_verdict(
            item, samsyn_assessment_criterion_at(assessment, i));

        if (verdict == 0)
            continue;
        web_raw(html, verdict == SAMSYN_VERDICT_MET ? "<td>"
                                                    : "<td class=\"wanting\">");
        web_verdict_brief(html, verdict);
        web_raw(html, "</td>");
    }
}

static void
put_item(struct web *html, const samsyn_item *item, bool areas)
{
    web_raw(html, "<tr><th scope=\"row\">");
    web_number(html, (int64_t)samsyn_item_number(item));
    web_raw(html, "</th>");
    put_words(html, item);
    if (areas)
        put_focus(html, item);
    put_verdicts(html, item);
    web_raw(html, "</tr>\n");
}

static void
put_table(struct web *html, const struct kind *kind, const samsyn_item *first)
{
    const samsyn_assessment *assessment = html->page.assessment;
    bool areas = samsyn_assessment_focus_count(assessment) > 1;

    web_open_table(html, samsyn_item_kind_name(kind->kind), true);
    web_say(html, kind->caption, NULL, NULL);
    web_raw(html, "</caption>\n");
    put_head(html, first, areas);
    web_raw(html, "<tbody>\n");
    for (size_t i = 0; i < samsyn_assessment_item_count(assessment); i++) {
        const samsyn_item *item = samsyn_assessment_item_at(assessment, i);

        if (samsyn_item_kind_of(item) == kind->kind)
            put_item(html, item, areas);
    }
    web_close_table(html);
}

void
web_items(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;

    web_raw(html, "<section class=\"part\" id=\"items\" "
                  "aria-labelledby=\"h-items\">\n<h2 id=\"h-items\">");
    web_say(html, MSG_HTML_ITEMS, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_ITEMS_WHY, NULL, NULL);
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        const samsyn_item *first = first_of(assessment, kinds[i].kind);

        if (!first)
            continue;
        web_element(html, "h3", "", kinds[i].title, NULL, NULL);
        put_table(html, &kinds[i], first);
    }
    web_raw(html, "</section>\n");
}
