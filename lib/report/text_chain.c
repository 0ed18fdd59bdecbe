/* SPDX-License-Identifier: MIT */
/* The chain from problem to follow-up, for people: a line a link for each
 * focus area, and where it breaks. */

#include "report/text_chain.h"

#include "report/words.h"

enum {
    INDENT = 4,
    INDENT_LIST = 6
};

static const struct {
    samsyn_link link;
    enum message name;
} links[] = {
    { SAMSYN_LINK_PROBLEM, MSG_REPORT_LINK_PROBLEM },
    { SAMSYN_LINK_CAUSE, MSG_REPORT_LINK_CAUSE },
    { SAMSYN_LINK_GOAL, MSG_REPORT_LINK_GOAL },
    { SAMSYN_LINK_MEASURE, MSG_REPORT_LINK_MEASURE },
    { SAMSYN_LINK_OWNER, MSG_REPORT_LINK_OWNER },
    { SAMSYN_LINK_TIME, MSG_REPORT_LINK_TIME },
    { SAMSYN_LINK_FOLLOW_UP, MSG_REPORT_LINK_FOLLOW_UP },
};

/* The first link that does not fully hold; NULL where all do. */
static const char *
first_break(const struct page *page, const samsyn_assessment *assessment,
            size_t focus)
{
    for (size_t i = 0; i < ARRAY_LEN(links); i++) {
        int state = samsyn_assessment_focus_link(assessment, focus,
                                                 links[i].link, NULL);

        if (state != 0 && state != SAMSYN_VERDICT_MET &&
            state != SAMSYN_VERDICT_REFERRED &&
            state != SAMSYN_VERDICT_NOT_APPLICABLE)
            return message_text(links[i].name, page->lang);
    }
    return NULL;
}

static void
put_focus(struct page *page, const samsyn_assessment *assessment, size_t focus)
{
    const char *title = samsyn_assessment_focus_title(assessment, focus);
    const char *broken = first_break(page, assessment, focus);
    char number[WORDS_NUMBER];

    page_blank(page);
    if (*title)
        page_text(page, title);
    else if (samsyn_assessment_has_quotes(assessment))
        page_add(page, MSG_REPORT_WHOLE, NULL, NULL);
    else
        page_add(page, MSG_REPORT_FOCUS,
                 words_number(number, (int64_t)focus + 1), NULL);
    page_put(page, 0, INDENT);
    for (size_t i = 0; i < ARRAY_LEN(links); i++) {
        int state = samsyn_assessment_focus_link(assessment, focus,
                                                 links[i].link, NULL);

        if (state == 0)
            continue;
        page_text(page, words_verdict((samsyn_verdict)state)->mark);
        page_text(page, " ");
        page_text(page, message_text(links[i].name, page->lang));
        page_put(page, INDENT, INDENT_LIST);
    }
    page_add(page, broken ? MSG_REPORT_CHAIN_BREAKS : MSG_REPORT_CHAIN_HOLDS,
             broken, NULL);
    page_put(page, INDENT, INDENT_LIST);
}

void
text_chain(struct page *page, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_focus_count(assessment);

    if (count == 0)
        return;
    page_blank(page);
    page_add(page, MSG_REPORT_CHAIN, NULL, NULL);
    page_heading(page, '-');
    for (size_t i = 0; i < count; i++)
        put_focus(page, assessment, i);
}
