/* SPDX-License-Identifier: MIT */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

/* Writing Markdown: marks of our own as they are, everything else escaped. */

#include "report/page.h"

/* Put out what the page's line holds, escaped and on one line, between two
 * texts of our own; then the line is empty.  @p before is "" only where a line
 * goes on, or begins with words of our own. */
void
markdown_line(struct page *page, const char *before, const char *after);

/* The same as a comment, which a reader of the finished page does not see. */
void
markdown_comment(struct page *page);

#endif
