/* SPDX-License-Identifier: MIT */
#ifndef REPORT_COMPARE_WEB_H
#define REPORT_COMPARE_WEB_H

/* What the pages of comparisons and differences share. */

#include "report/compare.h"
#include "report/web.h"

/* A page that is of no assessment; its end, with the footer. */
void
compare_web_open(struct web *html, struct buf *out, samsyn_lang lang);
void
compare_web_close(struct web *html);

/* The attribute for words of a document in another language than the page. */
void
compare_web_lang(struct web *html, const samsyn_record *record);

/* What counts of a criterion, as a symbol and a word. */
void
compare_web_verdict(struct web *html, const samsyn_record *record,
                    size_t criterion);

void
compare_web_quote(struct web *html, const samsyn_record *record,
                  const samsyn_quote *quote);

/* The title of a column. */
void
compare_web_cell(struct web *html, enum message title);

/* What could not be assessed, how it is counted, and of what it was made. */
void
compare_web_method(struct web *html, const samsyn_comparison *comparison);

#endif
