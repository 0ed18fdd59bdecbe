/* SPDX-License-Identifier: MIT */
#ifndef REPORT_COMPARE_WEB_H
#define REPORT_COMPARE_WEB_H

/* What the pages of comparisons and differences share. */

#include "report/compare.h"
#include "report/web.h"

/* What counts of a criterion, as a symbol and a word. */
void
compare_web_verdict(struct web *html, const samsyn_record *record,
                    size_t criterion);

void
compare_web_quote(struct web *html, const samsyn_record *record,
                  const samsyn_quote *quote);

/* What could not be assessed, how it is counted, and of what it was made. */
void
compare_web_method(struct web *html, const samsyn_comparison *comparison);

#endif
