/* SPDX-License-Identifier: MIT */
/* A difference as one HTML page: what got worse first, each with what is gone
 * from the text and what has come. */

#include "report/compare_web.h"
#include "report/difference.h"

static void
put_quotes(struct web *html, const samsyn_difference *difference, size_t index,
           samsyn_side side, enum message title)
{
    const samsyn_record *record = samsyn_difference_record(difference, side);
    samsyn_quote quote = samsyn_difference_quote(difference, index, side, 0);

    if (!*quote.text)
        return;
    web_element(html, "p", "label", title, NULL, NULL);
    web_raw(html, "<ul class=\"quotes\">\n");
    for (size_t i = 0; i < DIFFERENCE_QUOTES && *quote.text; i++) {
        web_raw(html, "<li>");
        compare_web_quote(html, record, &quote);
        web_raw(html, "<p class=\"place\">");
        compare_place(&html->page, &quote);
        web_line(html);
        web_raw(html, "</p></li>\n");
        quote = samsyn_difference_quote(difference, index, side, i + 1);
    }
    web_raw(html, "</ul>\n");
    difference_add_more(&html->page, difference, index, side);
    if (buf_view(&html->page.line).len > 0) {
        web_raw(html, "<p class=\"meta\">");
        web_line(html);
        web_raw(html, "</p>\n");
    }
}

static void
put_criterion(struct web *html, const samsyn_difference *difference,
              size_t index, bool quoted)
{
    size_t criterion;
    const samsyn_record *record =
        difference_about(difference, index, &criterion);

    web_raw(html, "<div class=\"criterion\">\n<h3>");
    web_text(html, samsyn_record_criterion(record, criterion,
                                           SAMSYN_CRITERION_TITLE));
    compare_code(&html->page, record, criterion);
    web_line(html);
    web_raw(html, "</h3>\n<p class=\"state sans\">");
    difference_add_turn(&html->page, difference, index);
    page_text(&html->page, ". ");
    difference_add_changed(&html->page, difference, index);
    web_line(html);
    web_raw(html, "</p>\n");
    if (quoted) {
        put_quotes(html, difference, index, SAMSYN_SIDE_OLD,
                   MSG_DIFFER_GONE_TITLE);
        put_quotes(html, difference, index, SAMSYN_SIDE_NEW,
                   MSG_DIFFER_CAME_TITLE);
    }
    web_raw(html, "</div>\n");
}

/* What is the same needs no more than a line. */
static void
put_line(struct web *html, const samsyn_difference *difference, size_t index)
{
    size_t criterion;
    const samsyn_record *record =
        difference_about(difference, index, &criterion);

    web_raw(html, "<li>");
    web_text(html, samsyn_record_criterion(record, criterion,
                                           SAMSYN_CRITERION_TITLE));
    compare_code(&html->page, record, criterion);
    page_text(&html->page, ": ");
    difference_add_turn(&html->page, difference, index);
    web_line(html);
    web_raw(html, "</li>\n");
}

static void
put_group(struct web *html, const samsyn_difference *difference,
          const struct difference_group *group)
{
    bool brief = group->turn == SAMSYN_TURN_SAME && !group->rewritten;

    if (!difference_has_group(difference, group))
        return;
    web_raw(html, "<section class=\"part\">\n");
    web_element(html, "h2", "", group->title, NULL, NULL);
    web_raw(html, brief ? "<ul>\n" : "");
    for (size_t i = 0; i < samsyn_difference_count(difference); i++) {
        if (!difference_in_group(difference, i, group))
            continue;
        if (brief)
            put_line(html, difference, i);
        else
            put_criterion(html, difference, i, group->quoted);
    }
    web_raw(html, brief ? "</ul>\n</section>\n" : "</section>\n");
}

static void
put_side(struct web *html, const samsyn_difference *difference,
         samsyn_side side, enum message word)
{
    web_raw(html, "<div><dt>");
    web_say(html, word, NULL, NULL);
    web_raw(html, "</dt><dd>");
    difference_add_side(&html->page, difference, side);
    web_line(html);
    web_raw(html, "</dd></div>\n");
}

static void
put_header(struct web *html, const samsyn_difference *difference)
{
    web_raw(html, "<header><div class=\"frame\">\n<h1>");
    difference_add_title(&html->page, difference);
    web_line(html);
    web_raw(html, "</h1>\n<p class=\"kind\">");
    difference_add_counts(&html->page, difference);
    web_line(html);
    web_raw(html, "</p>\n");
    web_element(html, "p", "", difference_cause(difference), NULL, NULL);
    if (difference_add_unseen(&html->page, difference)) {
        web_raw(html, "<p>");
        web_line(html);
        web_raw(html, "</p>\n");
    }
    web_raw(html, "<dl class=\"facts\">\n");
    put_side(html, difference, SAMSYN_SIDE_OLD, MSG_DIFFER_OLD);
    put_side(html, difference, SAMSYN_SIDE_NEW, MSG_DIFFER_NEW);
    web_raw(html, "</dl>\n</div></header>\n");
}

void
difference_web(struct buf *out, const samsyn_difference *difference,
               samsyn_lang lang)
{
    struct web html;

    web_init_in(&html, out, lang);
    difference_add_title(&html.page, difference);
    web_open_named(&html, "difference", "");
    put_header(&html, difference);
    web_raw(&html, "<main id=\"main\" class=\"frame\" tabindex=\"-1\">\n");
    for (size_t i = 0; i < difference_group_count; i++)
        put_group(&html, difference, &difference_groups[i]);
    web_close_page(&html);
    web_done(&html);
}
