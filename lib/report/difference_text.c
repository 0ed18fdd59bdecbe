/* SPDX-License-Identifier: MIT */
/* A difference as text, for people: what got worse first, each with what is
 * gone and what is new in the text. */

#include "report/difference.h"

static void
put_quotes(struct page *page, const samsyn_difference *difference, size_t index,
           samsyn_side side, enum message words)
{
    for (size_t i = 0; i < DIFFERENCE_QUOTES; i++) {
        samsyn_quote quote =
            samsyn_difference_quote(difference, index, side, i);

        if (!*quote.text)
            return;
        page_add(page, words, quote.text, NULL);
        page_text(page, " (");
        compare_place(page, &quote);
        page_text(page, ")");
        page_put(page, 4, 6);
    }
    difference_add_more(page, difference, index, side);
    if (buf_view(&page->line).len > 0)
        page_put(page, 4, 6);
}

static void
put_criterion(struct page *page, const samsyn_difference *difference,
              size_t index, bool quoted)
{
    size_t criterion;
    const samsyn_record *record =
        difference_about(difference, index, &criterion);

    page_text(page, samsyn_record_criterion(record, criterion,
                                            SAMSYN_CRITERION_TITLE));
    compare_code(page, record, criterion);
    page_text(page, ": ");
    difference_add_turn(page, difference, index);
    page_put(page, 2, 4);
    difference_add_changed(page, difference, index);
    if (buf_view(&page->line).len > 0)
        page_put(page, 4, 6);
    if (!quoted)
        return;
    put_quotes(page, difference, index, SAMSYN_SIDE_OLD, MSG_DIFFER_GONE);
    put_quotes(page, difference, index, SAMSYN_SIDE_NEW, MSG_DIFFER_CAME);
}

static void
put_group(struct page *page, const samsyn_difference *difference,
          const struct difference_group *group)
{
    if (!difference_has_group(difference, group))
        return;
    page_blank(page);
    page_add(page, group->title, NULL, NULL);
    page_heading(page, '-');
    for (size_t i = 0; i < samsyn_difference_count(difference); i++) {
        if (difference_in_group(difference, i, group))
            put_criterion(page, difference, i, group->quoted);
    }
}

static void
put_side(struct page *page, const samsyn_difference *difference,
         samsyn_side side, enum message word)
{
    page_add(page, word, NULL, NULL);
    page_text(page, ": ");
    difference_add_side(page, difference, side);
    page_put(page, 0, 2);
}

void
difference_text(struct buf *out, const samsyn_difference *difference,
                samsyn_lang lang)
{
    struct page page;

    page_init_in(&page, out, lang);
    difference_add_title(&page, difference);
    page_heading(&page, '=');
    page_blank(&page);
    difference_add_counts(&page, difference);
    page_put(&page, 0, 0);
    page_add(&page, difference_cause(difference), NULL, NULL);
    page_put(&page, 0, 0);
    if (difference_add_unseen(&page, difference))
        page_put(&page, 0, 0);
    for (size_t i = 0; i < difference_group_count; i++)
        put_group(&page, difference, &difference_groups[i]);
    page_blank(&page);
    put_side(&page, difference, SAMSYN_SIDE_OLD, MSG_DIFFER_OLD);
    put_side(&page, difference, SAMSYN_SIDE_NEW, MSG_DIFFER_NEW);
    page_done(&page);
}
