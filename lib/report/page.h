/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

/* Text for people: sentences of the catalogue put together into lines, and
 * lines wrapped by words. */

#include "base/buf.h"
#include "base/message.h"
#include "samsyn.h"

#define PAGE_WIDTH 100

struct page {
    struct buf *out;
    struct buf line; /* being put together */
    const samsyn_assessment *assessment;
    samsyn_lang lang;
};

/* In the language of the assessment. */
void
page_init(struct page *page, struct buf *out,
          const samsyn_assessment *assessment);
/* Of no assessment, in a language. */
void
page_init_in(struct page *page, struct buf *out, samsyn_lang lang);

/* Also tells @p out of memory that was missing on the way. */
void
page_done(struct page *page);

/* Add to the line: a text, or a sentence with up to two arguments, NULL for
 * what it does not take. */
void
page_text(struct page *page, const char *text);
void
page_add(struct page *page, enum message id, const char *first,
         const char *second);

/* Put the line out, its first line @p indent from the edge and those that
 * follow @p hang; then it is empty. */
void
page_put(struct page *page, size_t indent, size_t hang);

/* Put the line out with a line of @p mark under it. */
void
page_heading(struct page *page, char mark);

void
page_blank(struct page *page);

/* Control characters, marks that turn the direction of writing, and what is
 * no code point or no character: nothing that a reader should get from a
 * document, and what neither HTML nor a workbook takes. */
bool
page_refuses(uint32_t code);

/* Add a text in which what is refused has become U+FFFD; tabs and ends of
 * lines stay. */
void
page_add_shown(struct buf *out, struct str text);

#endif
