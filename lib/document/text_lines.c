/* SPDX-License-Identifier: MIT */

/* The lines of a text file, in one walk over its bytes.
 *
 * A line ends at LF, CR LF, CR or a form feed, which also begins a page.
 * Columns are counted as `pdftotext -layout` and plain editors show them: a
 * blank is one, a tab goes on to the next multiple of eight. */

#include "document/text_lines.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "document/text_guess.h"

#include <string.h>

#define TAB 8
#define WIDTHS 512
#define INDENTS 64
#define LOOSE_TENTHS 3
#define FEWEST_PAIRS 4

enum byte_kind {
    BYTE_TEXT,
    BYTE_BLANK,
    BYTE_TAB,
    BYTE_END,
    BYTE_WIDE_BLANK /* may be the first byte of a no-break space */
};

static const unsigned char kinds[256] = {
    [' '] = BYTE_BLANK,       ['\v'] = BYTE_BLANK, ['\t'] = BYTE_TAB,
    ['\n'] = BYTE_END,        ['\r'] = BYTE_END,   ['\f'] = BYTE_END,
    [0xC2] = BYTE_WIDE_BLANK,
};

/* How many bytes of white space stand at @p at, and how many columns. */
static size_t
blank_at(struct str text, size_t at, size_t column, size_t *columns)
{
    *columns = 1;
    switch ((enum byte_kind)kinds[(unsigned char)text.ptr[at]]) {
    case BYTE_BLANK:
        return 1;
    case BYTE_TAB:
        *columns = TAB - column % TAB;
        return 1;
    case BYTE_WIDE_BLANK:
        return (unsigned char)text.ptr[at + 1] == 0xA0 ? 2 : 0;
    case BYTE_TEXT:
    case BYTE_END:
        return 0;
    }
    return 0;
}

static size_t
skip_indent(struct str text, size_t at, struct text_line *line)
{
    size_t column = 0, columns, size;

    while (at < text.len && (size = blank_at(text, at, column, &columns))) {
        at += size;
        column += columns;
    }
    line->indent = (uint16_t)(column < UINT16_MAX ? column : UINT16_MAX);
    return at;
}

static bool
is_text(struct str text, size_t at)
{
    return at < text.len && kinds[(unsigned char)text.ptr[at]] == BYTE_TEXT;
}

/* Past text and single blanks inside it. */
static size_t
skip_text(struct str text, size_t at)
{
    while (is_text(text, at) ||
           (at < text.len && text.ptr[at] == ' ' && is_text(text, at + 1)))
        at++;
    return at;
}

/* The end of the line's text; *at becomes the end of the line. */
static size_t
scan_text(struct str text, size_t *at, struct text_line *line)
{
    size_t end = *at, i = *at, columns, size;

    for (;;) {
        i = skip_text(text, i);
        if (i >= text.len || kinds[(unsigned char)text.ptr[i]] == BYTE_END)
            break;
        size_t from = i, width = 0;
        while (i < text.len && (size = blank_at(text, i, 0, &columns))) {
            i += size;
            width += columns;
        }
        if (i == from) {
            i++; /* a letter that begins as a no-break space does */
            continue;
        }
        end = from;
        if (i >= text.len || kinds[(unsigned char)text.ptr[i]] == BYTE_END)
            break;
        if (width >= 3)
            line->flags |= LINE_GAP;
        end = i;
    }
    /* `end` is before white space only where that ends the line. */
    bool trailing = end < i && blank_at(text, end, 0, &columns);
    *at = i;
    return trailing ? end : i;
}

/* Past the line end at @p at. */
static size_t
skip_end(struct str text, size_t at)
{
    if (at < text.len && text.ptr[at] == '\r')
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? at + 2 : at + 1;
    return at < text.len ? at + 1 : at;
}

/* ---- What a line is made of ---- */

/* Bytes of a character of rules at @p at, 0 where there is another. */
static size_t
rule_mark(struct str text, size_t at)
{
    static const char *const wide[] = { "\xE2\x80\x93", "\xE2\x80\x94",
                                        "\xE2\x80\x95", "\xE2\x80\xA6",
                                        "\xE2\x94\x80", "\xE2\x94\x81",
                                        "\xE2\x95\x90" };

    if (memchr("-_.=*~", text.ptr[at], 6))
        return 1;
    if ((unsigned char)text.ptr[at] != 0xE2)
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(wide); i++) {
        if (str_starts(str_make(text.ptr + at, text.len - at), str_of(wide[i])))
            return 3;
    }
    return 0;
}

static bool
is_rule(struct str line)
{
    size_t marks = 0, size;

    for (size_t at = 0; at < line.len; at += size) {
        size = line.ptr[at] == ' ' ? 1 : rule_mark(line, at);
        if (!size)
            return false;
        marks += line.ptr[at] != ' ';
    }
    return marks >= 3;
}

/* "Bakgrund ........ 3": read from its end. */
static bool
is_leader(struct str line)
{
    size_t at = line.len, dots = 0;

    while (at && ascii_is_digit(line.ptr[at - 1]))
        at--;
    if (at == line.len)
        return false;
    while (at && (line.ptr[at - 1] == ' ' || line.ptr[at - 1] == '.')) {
        at--;
        dots += line.ptr[at] == '.';
    }
    return dots >= 4 && at;
}

/* ---- All lines ---- */

/* The first bytes of characters that may not be seen. */
static bool
may_be_unseen(unsigned char byte)
{
    return byte == 0xC2 || byte == 0xCC || byte == 0xCD || byte == 0xE2 ||
           byte == 0xEF;
}

/* Eight bytes of ASCII at @p at. */
static bool
is_plain(struct str text, size_t at)
{
    uint64_t bytes;

    if (text.len - at < sizeof bytes)
        return false;
    memcpy(&bytes, text.ptr + at, sizeof bytes);
    return !(bytes & 0x8080808080808080);
}

/* Letters are counted by their first bytes; few need to be decoded. */
size_t
text_visible(struct str text)
{
    size_t columns = 0, size;

    for (size_t at = 0; at < text.len; at++) {
        while (is_plain(text, at)) {
            columns += sizeof(uint64_t);
            at += sizeof(uint64_t);
        }
        if (at == text.len)
            break;

        unsigned char byte = (unsigned char)text.ptr[at];
        columns += (byte & 0xC0) != 0x80;
        if (byte >= 0xC2 && may_be_unseen(byte))
            columns -=
                !utf8_is_seen(utf8_decode(text.ptr + at, text.len - at, &size));
    }
    return columns;
}

struct census {
    size_t widths[WIDTHS], indents[INDENTS];
    size_t count;
};

static void
count_line(struct census *census, struct text_line *line, struct str text)
{
    size_t width = line->indent + text_visible(text);

    line->reach = (uint16_t)(width < UINT16_MAX ? width : UINT16_MAX);
    census->widths[width < WIDTHS ? width : WIDTHS - 1]++;
    census->indents[line->indent < INDENTS ? line->indent : INDENTS - 1]++;
    census->count++;
}

/* The line begins in the middle of a sentence, as far as its letter tells. */
static bool
is_small(const struct text_lines *lines, const struct text_line *line)
{
    char first = lines->text.ptr[line->start];

    if ((unsigned char)first < 0x80)
        return first >= 'a' && first <= 'z';
    return guess_is_lower(
        str_make(lines->text.ptr + line->start, line->end - line->start));
}

/* What lines that have another right below them tell of how the text was
 * written.  Lists and columns tell nothing. */
static void
judge_lines(struct text_lines *lines)
{
    size_t pairs = 0, broken = 0, continued = 0;

    for (size_t i = 1; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        unsigned char first = (unsigned char)lines->text.ptr[line->start];

        if (line->parted || ((line[-1].flags | line->flags) & ~LINE_LEADER) ||
            (first < 0x80 && !ascii_is_letter((char)first)))
            continue;
        pairs++;
        if (text_is_broken_off(lines, i - 1, i))
            broken++;
        else
            continued += is_small(lines, line);
    }
    if (pairs < FEWEST_PAIRS)
        return;
    lines->loose = broken * 10 >= pairs * LOOSE_TENTHS;
    lines->single = continued * 10 < pairs;
}

/* Nine lines of ten are no longer than the width. */
static void
conclude(struct text_lines *lines, const struct census *census)
{
    size_t sum = 0, most = 0;

    while (lines->width < WIDTHS - 1 &&
           (sum += census->widths[lines->width]) * 10 < census->count * 9)
        lines->width++;
    for (size_t i = 0; i < INDENTS; i++) {
        if (census->indents[i] > most) {
            most = census->indents[i];
            lines->indent = i;
        }
    }
    judge_lines(lines);
}

static bool
keep_line(struct text_lines *lines, struct census *census,
          struct text_line line)
{
    struct str text =
        str_make(lines->text.ptr + line.start, line.end - line.start);
    struct text_line *slot = vec_push(&lines->vec);

    if (!slot)
        return false;
    if (rule_mark(text, 0) && is_rule(text))
        line.flags |= LINE_RULE;
    if (ascii_is_digit(text.ptr[text.len - 1]) && is_leader(text))
        line.flags |= LINE_LEADER;
    count_line(census, &line, text);
    *slot = line;
    return true;
}

/* ---- Lists in a line ---- */

/* A bullet at @p at, between two blanks and not in a column of its own. */
static bool
is_inner_bullet(struct str text, const struct text_line *line, size_t at)
{
    size_t size;

    return at + 3 < line->end && at > line->start + 2u &&
           text.ptr[at - 1] == ' ' && text.ptr[at - 2] != ' ' &&
           text.ptr[at + 3] == ' ' &&
           guess_is_bullet(utf8_decode(text.ptr + at, line->end - at, &size));
}

/* The next bullet inside a line's text, past @p at; the line's end where there
 * is none.  Bullets of three bytes begin with one of two. */
static size_t
inner_bullet(struct str text, const struct text_line *line, size_t at)
{
    static const int firsts[] = { 0xE2, 0xEF };
    size_t next = line->end;

    for (size_t i = 0; i < ARRAY_LEN(firsts); i++) {
        const char *found = text.ptr + at;

        while (found < text.ptr + next &&
               (found = memchr(found, firsts[i],
                               (size_t)(text.ptr + next - found)))) {
            if (is_inner_bullet(text, line, (size_t)(found - text.ptr))) {
                next = (size_t)(found - text.ptr);
                break;
            }
            found++;
        }
    }
    return next;
}

/* A line as one or, where it holds a whole list, as one for each item. */
static bool
keep_lines(struct text_lines *lines, struct census *census,
           struct text_line line)
{
    struct text_line rest = line;
    size_t at = inner_bullet(lines->text, &rest, rest.start + 1u);

    while (at < line.end) {
        struct text_line piece = rest;

        piece.next = (uint32_t)at;
        piece.end = (uint32_t)at - 1;
        if (!keep_line(lines, census, piece))
            return false;
        rest.start = (uint32_t)at;
        rest.parted = false;
        rest.flags = (uint8_t)(line.flags & ~LINE_PAGE);
        at = inner_bullet(lines->text, &rest, at + 1);
    }
    return keep_line(lines, census, rest);
}

bool
text_lines_find(struct text_lines *out, struct str text,
                const samsyn_allocator *mem)
{
    struct census census = { 0 };
    size_t at = 0;
    uint8_t page = 0;
    bool blank = false;

    *out = (struct text_lines){ .text = text };
    vec_init(&out->vec, mem, sizeof(struct text_line));
    while (at < text.len) {
        struct text_line line = { .flags = page };

        at = skip_indent(text, at, &line);
        line.start = (uint32_t)at;
        line.end = (uint32_t)scan_text(text, &at, &line);
        bool feed = at < text.len && text.ptr[at] == '\f';
        at = skip_end(text, at);
        line.next = (uint32_t)at;
        line.parted = blank;
        if (line.end > line.start) {
            if (!keep_lines(out, &census, line))
                return false;
            blank = false;
            page = 0;
        } else if (!feed) {
            blank = true;
        }
        if (feed) {
            page = LINE_PAGE;
            blank = false;
        }
    }
    out->lines = out->vec.data;
    out->count = out->vec.len;
    conclude(out, &census);
    return true;
}

bool
text_is_broken_off(const struct text_lines *lines, size_t index, size_t next)
{
    const struct text_line *below = &lines->lines[next];
    const char *word = lines->text.ptr + below->start;
    size_t most = below->end - below->start;
    const char *blank = memchr(word, ' ', most);
    struct str first = str_make(word, blank ? (size_t)(blank - word) : most);

    return lines->lines[index].reach + 1 + text_visible(first) +
               lines->width / 10 <=
           lines->width;
}

void
text_lines_done(struct text_lines *lines)
{
    vec_done(&lines->vec);
}

struct str
text_line_str(const struct text_lines *lines, size_t index)
{
    const struct text_line *line = &lines->lines[index];

    return str_make(lines->text.ptr + line->start, line->end - line->start);
}
