/* SPDX-License-Identifier: MIT */
/* Stretches of the document on the page: the quote, and where it stands.
 * Where the text is on the page too, the place leads to it. */

#include "report/web_parts.h"
#include "report/words.h"

void
web_anchor(struct web *html, samsyn_stretch stretch)
{
    web_raw(html, "s");
    web_number(html, (int64_t)stretch.start);
    web_raw(html, "-");
    web_number(html, (int64_t)stretch.end);
}

static void
put_place(struct web *html, const samsyn_evidence *evidence, bool headings)
{
    samsyn_stretch stretch = samsyn_evidence_stretch(evidence);
    bool linked = html->linked && stretch.start != SAMSYN_NONE;

    if (!words_line(&html->page, evidence))
        return;
    web_raw(html, "<p class=\"place\">");
    if (linked) {
        web_raw(html, "<a href=\"#");
        web_anchor(html, stretch);
        web_raw(html, "\">");
    }
    web_line(html);
    if (linked)
        web_raw(html, "</a>");
    if (headings)
        words_around(&html->page, evidence, WORDS_BRIEF);
    web_line(html);
    web_raw(html, "</p>");
}

void
web_place(struct web *html, const samsyn_evidence *evidence)
{
    put_place(html, evidence, true);
}

void
web_place_brief(struct web *html, const samsyn_evidence *evidence)
{
    put_place(html, evidence, false);
}

void
web_stretch(struct web *html, const samsyn_evidence *evidence)
{
    const char *quote = samsyn_evidence_text(evidence);

    if (*quote) {
        web_raw(html, "<blockquote");
        web_lang(html);
        web_raw(html, "><p>");
        web_say(html, MSG_REPORT_QUOTE, quote, NULL);
        web_raw(html, "</p></blockquote>");
    }
    web_place(html, evidence);
}
