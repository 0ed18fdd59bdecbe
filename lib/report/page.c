/* SPDX-License-Identifier: MIT */
/* Lines of text for people.
 *
 * A line is put together from pieces and then set: white space of any kind
 * becomes one blank or a line's end, so what a document or checklist holds
 * cannot break the page.  What a terminal would act on, control characters
 * and marks that turn the direction of writing, is shown as U+FFFD.  Width is
 * counted in code points. */

#include "report/page.h"

#include <string.h>

#include "base/utf8.h"

#define REPLACEMENT 0xFFFD

/* Where the setting of a line is. */
struct setting {
    struct buf *out;
    size_t column; /* code points on the present line */
    size_t hang;
    size_t widest; /* of the lines so far */
    bool fresh;    /* no word stands on the present line */
};

void
page_init(struct page *page, struct buf *out,
          const samsyn_assessment *assessment)
{
    const char *lang =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_LANG);

    page_init_in(page, out,
                 strcmp(lang, "en") == 0 ? SAMSYN_LANG_EN : SAMSYN_LANG_SV);
    page->assessment = assessment;
}

void
page_init_in(struct page *page, struct buf *out, samsyn_lang lang)
{
    page->out = out;
    page->assessment = NULL;
    page->lang = lang;
    buf_init(&page->line, &out->mem, out->max);
}

void
page_done(struct page *page)
{
    buf_done(&page->line);
}

void
page_text(struct page *page, const char *text)
{
    buf_text(&page->line, text);
}

void
page_add(struct page *page, enum message id, const char *first,
         const char *second)
{
    struct str args[2] = { str_of(first), str_of(second) };

    message_format(&page->line, id, page->lang, args, 2);
}

bool
page_refuses(uint32_t code)
{
    if (code >= 0x20 && code < 0x7F)
        return false; /* as most are */
    return code < 0xA0 || code == UTF8_BAD ||
           (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
add_spaces(struct buf *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_char(out, ' ');
}

/* How many code points, of which an invalid byte is one; *as_it_is: whether
 * all of them may be shown. */
static size_t
width_of(struct str text, bool *as_it_is)
{
    size_t width = 0;
    size_t size;

    *as_it_is = true;
    for (size_t i = 0; i < text.len; i += size) {
        if (page_refuses(utf8_at(text, i, &size)))
            *as_it_is = false;
        width++;
    }
    return width;
}

void
page_add_shown(struct buf *out, struct str text)
{
    size_t size, done = 0;

    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_at(text, i, &size);

        if (!page_refuses(code) || is_blank(text.ptr[i]))
            continue;
        buf_add(out, text.ptr + done, i - done);
        buf_code(out, REPLACEMENT);
        done = i + size;
    }
    buf_add(out, text.ptr + done, text.len - done);
}

static void
set_word(struct setting *setting, struct str word)
{
    bool as_it_is;
    size_t width = width_of(word, &as_it_is);

    if (!setting->fresh && setting->column + 1 + width > PAGE_WIDTH) {
        buf_char(setting->out, '\n');
        add_spaces(setting->out, setting->hang);
        setting->column = setting->hang;
        setting->fresh = true;
    }
    if (!setting->fresh) {
        buf_char(setting->out, ' ');
        setting->column++;
    }
    if (as_it_is)
        buf_str(setting->out, word);
    else
        page_add_shown(setting->out, word);
    setting->column += width;
    if (setting->column > setting->widest)
        setting->widest = setting->column;
    setting->fresh = false;
}

/* The next word of a text, taken off its front; empty where none is left. */
static struct str
take_word(struct str *text)
{
    size_t start = 0;

    while (start < text->len && is_blank(text->ptr[start]))
        start++;
    size_t end = start;

    while (end < text->len && !is_blank(text->ptr[end]))
        end++;
    struct str word = str_make(text->ptr + start, end - start);

    *text = str_make(text->ptr + end, text->len - end);
    return word;
}

/* A line that could not be put together makes the whole page fail. */
static bool
line_is_whole(struct page *page)
{
    if (buf_failed(&page->line))
        page->out->failed = true;
    return !buf_failed(page->out);
}

/* Gives the column at which the longest line ends. */
static size_t
set_line(struct page *page, size_t indent, size_t hang)
{
    struct setting setting = { page->out, indent, hang, indent, true };
    struct str rest = buf_view(&page->line);
    struct str word;

    add_spaces(page->out, indent);
    while ((word = take_word(&rest)).len > 0)
        set_word(&setting, word);
    buf_char(page->out, '\n');
    return setting.widest;
}

void
page_put(struct page *page, size_t indent, size_t hang)
{
    if (line_is_whole(page))
        (void)set_line(page, indent, hang);
    buf_clear(&page->line);
}

void
page_heading(struct page *page, char mark)
{
    if (line_is_whole(page)) {
        size_t width = set_line(page, 0, 0);

        for (size_t i = 0; i < width; i++)
            buf_char(page->out, mark);
        buf_char(page->out, '\n');
    }
    buf_clear(&page->line);
}

void
page_blank(struct page *page)
{
    buf_char(page->out, '\n');
}
