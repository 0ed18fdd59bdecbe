/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WEB_PARTS_H
#define REPORT_WEB_PARTS_H

/* The parts of the HTML report, in the order of the page. */

#include "report/web.h"

/* What document, which checklist; the result and what would help most. */
void
web_header(struct web *html);
void
web_result(struct web *html);

/* What a person has to answer, and should look at. */
void
web_questions(struct web *html);
void
web_doubts(struct web *html);

void
web_criteria(struct web *html);
void
web_chain(struct web *html);
void
web_items(struct web *html);
void
web_reading(struct web *html);
void
web_again(struct web *html);
void
web_document(struct web *html);

/* What people said of a criterion, a symbol and words; and the score with
 * it, a figure beside the machine's.  Nothing where nobody said anything. */
void
web_said(struct web *html, const samsyn_criterion *criterion);
void
web_with_answers(struct web *html);

/* Whether there is anything for these parts to show. */
bool
web_has_questions(const samsyn_assessment *assessment);
bool
web_has_doubts(const samsyn_assessment *assessment);

/* The name of an item's kind as a heading. */
enum message
web_item_title(samsyn_item_kind kind);

/* The name of a focus area; its number where it has none to show. */
void
web_focus_name(struct web *html, size_t focus);
/* The attribute for it, where its name is the document's. */
void
web_focus_lang(struct web *html, size_t focus);

/* ---- Stretches of the document ---- */

/* The name of a stretch on the page: "s12-40". */
void
web_anchor(struct web *html, samsyn_stretch stretch);

/* A paragraph that says where it stands, linked to the text. */
void
web_place(struct web *html, const samsyn_evidence *evidence);

/* The same without its headings. */
void
web_place_brief(struct web *html, const samsyn_evidence *evidence);

/* Its quote, where there are quotes, and its place. */
void
web_stretch(struct web *html, const samsyn_evidence *evidence);

#endif
