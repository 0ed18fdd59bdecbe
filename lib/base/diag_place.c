/* SPDX-License-Identifier: MIT */

/* From byte offsets to lines and columns, and text fit to be shown.
 *
 * The text may be anything, also not UTF-8: a diagnostic must be able to say
 * where a file stops being text.  What is shown is always valid UTF-8 on one
 * line, and holds nothing that a terminal would obey or that would turn the
 * order of what is read: such characters become '?'. */

#include "base/diag_place.h"

#include <string.h>

#include "base/utf8.h"

#define EXCERPT_BEFORE 120 /* bytes shown before the place */
#define EXCERPT_MOST 200   /* bytes shown in all */

/* The first line break at or after @p at. */
static size_t
line_end(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

/* The byte after the line break at @p at. */
static size_t
past_break(struct str text, size_t at)
{
    if (text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n')
        return at + 2;
    return at + 1;
}

static size_t
count_codes(const char *text, size_t len)
{
    size_t count = 0;

    for (size_t at = 0, size; at < len; at += size, count++) {
        if ((unsigned char)text[at] < 0x80)
            size = 1;
        else
            (void)utf8_decode(text + at, len - at, &size);
    }
    return count;
}

/* A byte order mark is no character of the first line. */
static size_t
text_start(struct str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

struct diag_place
diag_place_find(struct str text, size_t offset)
{
    struct diag_place place = { .line = 1, .line_start = text_start(text) };

    if (offset > text.len)
        offset = text.len;
    for (;;) {
        place.line_end = line_end(text, place.line_start);
        if (place.line_end == text.len)
            break;
        size_t next = past_break(text, place.line_end);
        if (next > offset)
            break;
        place.line_start = next;
        place.line++;
    }
    if (offset < place.line_start)
        offset = place.line_start;
    if (offset > place.line_end) /* inside a CR LF */
        offset = place.line_end;
    place.column =
        count_codes(text.ptr + place.line_start, offset - place.line_start) + 1;
    return place;
}

/* C0, C1, zero-width and direction marks, line separators. */
static bool
disturbs(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) ||
           (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF ||
           code == UTF8_BAD;
}

/* A tab is kept where @p tabs says so: the carets copy it. */
static void
show(struct buf *out, struct str text, bool tabs)
{
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        if (disturbs(code) && !(tabs && code == '\t'))
            buf_char(out, code == '\t' || code == '\n' ? ' ' : '?');
        else
            buf_add(out, text.ptr + at, size);
    }
}

/* The nearest start of a code point at or before @p at; four steps at most,
 * for text that is no UTF-8. */
static size_t
code_start(struct str text, size_t at)
{
    for (size_t step = 0; step < 3 && at && at < text.len; step++, at--) {
        if (((unsigned char)text.ptr[at] & 0xC0) != 0x80)
            break;
    }
    return at;
}

void
diag_place_excerpt(struct buf *out, struct str text,
                   const struct diag_place *place, size_t start, size_t end,
                   size_t *from, size_t *to)
{
    size_t first = place->line_start, last = place->line_end;

    if (start < first)
        start = first;
    if (start > last)
        start = last;
    if (last - first > EXCERPT_MOST && start - first > EXCERPT_BEFORE)
        first = code_start(text, start - EXCERPT_BEFORE);
    if (last - first > EXCERPT_MOST)
        last = code_start(text, first + EXCERPT_MOST);
    if (end > last)
        end = last;
    if (end < start)
        end = start;

    if (first > place->line_start)
        buf_text(out, "...");
    show(out, str_make(text.ptr + first, start - first), true);
    *from = out->len;
    show(out, str_make(text.ptr + start, end - start), true);
    *to = out->len;
    show(out, str_make(text.ptr + end, last - end), true);
    if (last < place->line_end)
        buf_text(out, "...");
}

void
diag_place_clean(struct buf *out, struct str text, size_t most)
{
    size_t len = text.len > most ? code_start(text, most) : text.len;

    show(out, str_make(text.ptr, len), false);
    if (len < text.len)
        buf_text(out, "...");
}
