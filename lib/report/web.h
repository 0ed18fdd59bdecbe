/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WEB_H
#define REPORT_WEB_H

/* Writing HTML: markup of our own as it is, everything else escaped. */

#include "report/page.h"

struct web {
    struct page page; /* sentences are put together in its line */
    bool linked;      /* the text of the documents is on the page too */
};

/* Page and language of the assessment. */
void
web_init(struct web *html, struct buf *out,
         const samsyn_assessment *assessment);
/* Of no assessment, in a language. */
void
web_init_in(struct web *html, struct buf *out, samsyn_lang lang);
void
web_done(struct web *html);

/* Markup, as it is.  Never anything that came from outside. */
void
web_raw(struct web *html, const char *markup);

/* Text, escaped for elements and for quoted attributes.  What a reader must
 * not get, and what HTML does not allow, becomes U+FFFD. */
void
web_text(struct web *html, const char *text);
void
web_bytes(struct web *html, const char *text, size_t length);
void
web_number(struct web *html, int64_t number);

/* A sentence of the catalogue with its arguments, escaped; and what has been
 * put together in the page's line, which is empty then. */
void
web_say(struct web *html, enum message id, const char *first,
        const char *second);
void
web_line(struct web *html);

/* A sentence as an element: `<p class="x">...</p>`; no class for "". */
void
web_element(struct web *html, const char *tag, const char *class,
            enum message id, const char *first, const char *second);

/* The head, and the body's beginning up to the symbols.  The title names the
 * document. */
void
web_open_page(struct web *html, enum message title, const char *class);
/* The same with the title that has been put together in the page's line, and
 * with rules of style that only this page has. */
void
web_open_named(struct web *html, const char *class, const char *rules);
/* The end of <main> and of the page, with the footer between. */
void
web_close_page(struct web *html);

/* A table that is scrolled by itself where it is wider than the window; its
 * name is that of its caption, given by web_caption() next.  @p grid: with
 * many columns. */
void
web_open_table(struct web *html, const char *name, bool grid);
void
web_close_table(struct web *html);

/* The title of a column. */
void
web_column(struct web *html, enum message title);

/* A row of what a result was made of: its kind, its name, which has been put
 * together in the page's line, and its digest. */
void
web_digest_row(struct web *html, enum message what, const char *digest);

/* The attribute for words of the document, where it is in another language
 * than the page; and for words of the language of that id. */
void
web_lang(struct web *html);
void
web_lang_of(struct web *html, const char *id);

/* A verdict as a symbol and words, and as a symbol and one word. */
void
web_verdict(struct web *html, int verdict);
void
web_verdict_brief(struct web *html, int verdict);
/* Only the symbol: words stand beside it. */
void
web_sign(struct web *html, int verdict);
/* The name that style sheet and symbols have for it: "met". */
const char *
web_verdict_class(int verdict);

/* `href` and its value for a criterion; the value of its `id`. */
void
web_criterion_href(struct web *html, const samsyn_criterion *criterion);
void
web_criterion_id(struct web *html, const samsyn_criterion *criterion);

/* A link to a criterion: its title. */
void
web_criterion_link(struct web *html, const samsyn_criterion *criterion);

/* Its code, "" and nothing else where it has none. */
const char *
web_criterion_code(const samsyn_criterion *criterion);

#endif
