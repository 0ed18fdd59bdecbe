/* SPDX-License-Identifier: MIT */
/* A checklist on paper, as one HTML page in the looks of the reports: boxes to
 * tick and lines to write on, each criterion whole on its sheet. */

#include "report/guide.h"
#include "report/web.h"

static struct web *
web_of(const struct guide *guide)
{
    return guide->user;
}

/* The title stands in the page's line, for the head; it is wanted twice. */
static void
begin(struct guide *guide)
{
    static const char rules[] =
        ".remark{border-left:.25rem solid var(--line);padding-left:1rem;"
        "color:var(--soft)}\n"
        ".ticks{list-style:none;padding:0;display:flex;flex-wrap:wrap;"
        "gap:.25rem 1.5rem}\n"
        ".box{display:inline-block;width:1em;height:1em;"
        "border:.0625rem solid var(--ink);margin-right:.5em;"
        "vertical-align:-.1em}\n"
        ".blank{display:flex;flex-wrap:wrap;gap:.5rem}\n"
        ".blank span{flex:1 1 12rem;min-height:1.6em;"
        "border-bottom:.0625rem solid var(--soft)}\n"
        ".criterion h3{margin-top:0}\n"
        "@media print{.criterion{break-inside:avoid}}\n";
    struct web *web = web_of(guide);
    bool form = guide->kind == SAMSYN_GUIDE_FORM;

    web_open_named(web, "guide", rules);
    web_raw(web, "<header><div class=\"frame\">\n");
    web_element(web, "p", "over sans",
                form ? MSG_GUIDE_OVER_FORM : MSG_GUIDE_OVER_OUTLINE, NULL,
                NULL);
    web_raw(web, "<h1>");
    web_text(web, samsyn_checklist_title(guide->checklist, web->page.lang));
    web_raw(web, "</h1>\n</div></header>\n"
                 "<main id=\"main\" class=\"frame\" tabindex=\"-1\">\n");
}

static void
end(struct guide *guide)
{
    web_close_page(web_of(guide));
}

static void
open(struct guide *guide, int level)
{
    struct web *web = web_of(guide);
    bool area = level == 2;

    web_raw(web, area ? "<section class=\"part\">\n<h2>"
                      : "<div class=\"criterion\">\n<h3>");
    web_line(web);
    web_raw(web, area ? "</h2>\n" : "</h3>\n");
}

static void
close(struct guide *guide, int level)
{
    web_raw(web_of(guide), level == 2 ? "</section>\n" : "</div>\n");
}

static void
paragraph(struct guide *guide)
{
    web_raw(web_of(guide), "<p>");
    web_line(web_of(guide));
    web_raw(web_of(guide), "</p>\n");
}

static void
remark(struct guide *guide)
{
    web_raw(web_of(guide), "<p class=\"remark\">");
    web_line(web_of(guide));
    web_raw(web_of(guide), "</p>\n");
}

static void
model(struct guide *guide, const char *text)
{
    struct web *web = web_of(guide);

    web_element(web, "p", "label", MSG_HTML_MODEL, NULL, NULL);
    web_raw(web, "<div class=\"model\"");
    web_lang_of(
        web, samsyn_language_id(samsyn_checklist_language(guide->checklist)));
    web_raw(web, "><p>");
    web_text(web, text);
    web_raw(web, "</p></div>\n");
}

static void
tick(struct guide *guide, const enum message *choices, size_t count)
{
    struct web *web = web_of(guide);

    web_raw(web, "<ul class=\"ticks\">\n");
    for (size_t i = 0; i < count; i++) {
        web_raw(web, "<li><span class=\"box\"></span>");
        web_say(web, choices[i], NULL, NULL);
        web_raw(web, "</li>\n");
    }
    web_raw(web, "</ul>\n");
}

static void
blank(struct guide *guide, enum message label)
{
    struct web *web = web_of(guide);

    web_raw(web, "<p class=\"blank\">");
    web_say(web, label, NULL, NULL);
    web_raw(web, ": <span></span></p>\n");
}

static const struct guide_face face = { begin,  end,   open, close, paragraph,
                                        remark, model, tick, blank, false };

void
guide_web(struct buf *out, const samsyn_checklist *checklist, samsyn_guide kind,
          samsyn_lang lang)
{
    struct web web;
    struct guide guide = { checklist, kind, &web.page, &face, &web };

    web_init_in(&web, out, lang);
    guide_write(&guide);
    web_done(&web);
}
