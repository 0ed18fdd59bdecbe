/* SPDX-License-Identifier: MIT */
/* The report as one HTML file, for people: it loads nothing, runs nothing, and
 * says so to the browser, so that it can be opened, sent and stored like any
 * other document.  This file is its frame; the parts stand in files of their
 * own, and every one of them is left out where it has nothing to show. */

#include "report/web_parts.h"
#include "report/report.h"

/* ---- The table of contents ---- */

static bool
has_criteria(const samsyn_assessment *assessment)
{
    return samsyn_assessment_criterion_count(assessment) > 0;
}

static bool
has_chain(const samsyn_assessment *assessment)
{
    return samsyn_assessment_focus_count(assessment) > 0;
}

static bool
has_items(const samsyn_assessment *assessment)
{
    return samsyn_assessment_item_count(assessment) > 0;
}

static bool
has_text(const samsyn_assessment *assessment)
{
    return samsyn_assessment_block_count(assessment) > 0;
}

static bool
always(const samsyn_assessment *assessment)
{
    (void)assessment;
    return true;
}

/* The parts after the first screen, in their order. */
static const struct part {
    const char *href;
    enum message title;
    bool (*shown)(const samsyn_assessment *assessment);
    void (*write)(struct web *html);
} parts[] = {
    { "questions", MSG_HTML_QUESTIONS, web_has_questions, web_questions },
    { "doubts", MSG_HTML_DOUBTS, web_has_doubts, web_doubts },
    { "criteria", MSG_HTML_CRITERIA, has_criteria, web_criteria },
    { "chain", MSG_REPORT_CHAIN, has_chain, web_chain },
    { "items", MSG_HTML_ITEMS, has_items, web_items },
    { "reading", MSG_HTML_READING, always, web_reading },
    { "again", MSG_REPORT_AGAIN, always, web_again },
    { "document", MSG_HTML_DOCUMENT, has_text, web_document },
};

static void
put_contents(struct web *html)
{
    web_raw(html, "<nav class=\"part\" aria-labelledby=\"h-contents\">\n"
                  "<h2 id=\"h-contents\">");
    web_say(html, MSG_HTML_CONTENTS, NULL, NULL);
    web_raw(html, "</h2>\n<ol>\n");
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        if (!parts[i].shown(html->page.assessment))
            continue;
        web_raw(html, "<li><a href=\"#");
        web_raw(html, parts[i].href);
        web_raw(html, "\">");
        web_say(html, parts[i].title, NULL, NULL);
        web_raw(html, "</a></li>\n");
    }
    web_raw(html, "</ol>\n</nav>\n");
}

static void
put_body(struct web *html)
{
    web_header(html);
    web_raw(html, "<main id=\"main\" class=\"frame\" tabindex=\"-1\">\n");
    web_result(html);
    put_contents(html);
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        if (parts[i].shown(html->page.assessment))
            parts[i].write(html);
    }
    web_close_page(html);
}

void
report_html(struct buf *out, const samsyn_assessment *assessment)
{
    struct web html;

    web_init(&html, out, assessment);
    web_open_page(&html, MSG_REPORT_TITLE, "report");
    put_body(&html);
    web_done(&html);
}
