/* SPDX-License-Identifier: MIT */
/* Writing Markdown.
 *
 * Every text is escaped as a whole, so that nothing a document or a checklist
 * holds becomes markup: each mark of punctuation that Markdown acts on gets a
 * backslash, and ends of lines become blanks.  In a comment there are no
 * backslashes; there it is enough that nothing ends it. */

#include "report/markdown.h"

#include <string.h>

#include "base/utf8.h"

/* What Markdown acts on anywhere in a line, and what only where it begins, as
 * an item or a rule does, or behind the digits that begin it. */
static bool
is_markup(char c)
{
    return strchr("\\`*_{}[]<>#!|~&$@", c) && c;
}

static bool
opens_item(struct str text, size_t at)
{
    size_t digits = 0;

    while (digits < at && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
        digits++;
    if (at == 0)
        return strchr("-+=", text.ptr[0]) && text.ptr[0];
    return digits == at && (text.ptr[at] == '.' || text.ptr[at] == ')');
}

/* An address is a link by itself: not so with a backslash in it. */
static bool
is_address(const char *at, size_t left)
{
    return (left >= 3 && memcmp(at, "://", 3) == 0) ||
           (left >= 4 && memcmp(at, "www.", 4) == 0);
}

/* What stands for a character on one line that a reader is to get; NULL for
 * itself. */
static const char *
instead_of(char c, uint32_t code)
{
    if (c == '\n' || c == '\t' || c == '\r')
        return " ";
    return page_refuses(code) ? "\xEF\xBF\xBD" : NULL;
}

/* Without the blanks at its beginning, which would make it an item of a list
 * or a piece of code. */
static struct str
begun(struct str text)
{
    size_t at = 0;

    while (at < text.len && strchr(" \n\t\r", text.ptr[at]) && text.ptr[at])
        at++;
    return str_make(text.ptr + at, text.len - at);
}

static void
put_escaped(struct buf *out, struct str text)
{
    size_t size;

    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);
        char c = text.ptr[i];
        const char *instead = instead_of(c, code);

        if (instead) {
            buf_text(out, instead);
        } else if (is_address(text.ptr + i, text.len - i)) {
            buf_text(out, c == ':' ? "\\:" : "ww\\w");
            size = c == ':' ? 1 : 3;
        } else {
            if (is_markup(c) || opens_item(text, i))
                buf_char(out, '\\');
            buf_add(out, text.ptr + i, size);
        }
    }
}

/* Two dashes would end a comment, or are none of HTML; so does a dash with a
 * bracket behind it where a reader is lenient. */
static void
put_commented(struct buf *out, struct str text)
{
    char before = '\0';
    size_t size;

    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);
        char c = text.ptr[i];
        const char *instead = instead_of(c, code);

        if ((before == '-' || before == '!') && (c == '-' || c == '>'))
            buf_char(out, ' ');
        if (instead)
            buf_text(out, instead);
        else
            buf_add(out, text.ptr + i, size);
        before = c;
    }
}

static void
put_line(struct page *page, const char *before, const char *after,
         void (*put)(struct buf *out, struct str text))
{
    buf_text(page->out, before);
    if (buf_failed(&page->line))
        page->out->failed = true;
    else
        put(page->out,
            *before ? begun(buf_view(&page->line)) : buf_view(&page->line));
    buf_clear(&page->line);
    buf_text(page->out, after);
}

void
markdown_line(struct page *page, const char *before, const char *after)
{
    put_line(page, before, after, put_escaped);
}

void
markdown_comment(struct page *page)
{
    put_line(page, "<!-- ", " -->\n", put_commented);
}
