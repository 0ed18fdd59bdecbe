/* SPDX-License-Identifier: MIT */

/* Headings of a PDF.
 *
 * Larger letters than those of the text make a heading, and the order of the
 * sizes makes its level.  Bold letters of the text's size make one too, as in
 * Markdown, where the row is short and does not end as a sentence does.  Only
 * where no row is a heading by its letters are words asked: numbers, capital
 * letters, and a short line by itself. */

#ifdef READ_PDF

#include "read/pdf_heading.h"

#include "base/utf8.h"

#include <stdlib.h>

#define MOST_ROWS 8
#define LARGER 107       /* of a hundred: what is not by chance */
#define LONGEST 300      /* bytes of a heading of large letters */
#define LONGEST_BOLD 120 /* of one of bold letters */
#define LONGEST_PLAIN 80
#define BOLD_LEVEL 6
#define PLAIN_LEVEL 3
#define DEEPEST 6
#define OUTLINE_LOOKS 40 /* entries that are looked at for one row */

/* The height of the letters, where their size is not known. */
static uint16_t
size_of(const struct pdf_row *row)
{
    int32_t height = pdf_height(&row->box);

    if (row->size)
        return row->size;
    return height > 0 && height < UINT16_MAX ? (uint16_t)height : 0;
}

static uint16_t
body_size(const struct pdf_rows *rows)
{
    return rows->size ? rows->size : (uint16_t)rows->height;
}

static bool
is_larger(const struct pdf_rows *rows, const struct pdf_row *row)
{
    return size_of(row) * 100 > body_size(rows) * LARGER;
}

static bool
is_bolder(const struct pdf_rows *rows, const struct pdf_row *row)
{
    return row->bold && !rows->bold &&
           size_of(row) * 100 >= body_size(rows) * 95;
}

/* In another face than the text, and not smaller. */
static bool
is_otherwise(const struct pdf_rows *rows, const struct pdf_row *row)
{
    return row->size && !row->mixed && row->face != rows->face &&
           row->size * 100 >= rows->size * 95;
}

/* Two rows look the same. */
static bool
is_like(const struct pdf_row *a, const struct pdf_row *b)
{
    return a->bold == b->bold && a->face == b->face && size_of(a) == size_of(b);
}

static bool
has_letter(struct str text)
{
    size_t size, letters = 0;

    for (size_t at = 0; at < text.len; at += size)
        letters +=
            utf8_is_letter(utf8_decode(text.ptr + at, text.len - at, &size));
    return letters >= 2;
}

/* How many rows from @p index on stand together and look the same. */
static size_t
count_rows(const struct pdf_rows *rows, size_t index)
{
    const struct pdf_row *first = pdf_row_at(rows, index);
    size_t end = index + 1;

    while (end < rows->rows.len && end - index <= MOST_ROWS) {
        const struct pdf_row *row = pdf_row_at(rows, end);

        if (row->zone != first->zone || row->flags || !is_like(first, row) ||
            row->end - row->first > 1 ||
            pdf_is_parted(rows, pdf_row_at(rows, end - 1), row) ||
            guess_label(pdf_row_str(rows, end)).kind != LABEL_NONE)
            break;
        end++;
    }
    return end - index;
}

static size_t
count_bytes(const struct pdf_rows *rows, size_t index, size_t count)
{
    size_t bytes = 0;

    for (size_t i = index; i < index + count; i++)
        bytes += pdf_row_at(rows, i)->length;
    return bytes;
}

/* The rows [index, index + count) are the beginning of a text that goes on in
 * other letters: the last of them is full. */
static bool
runs_on(const struct pdf_rows *rows, size_t index, size_t count)
{
    const struct pdf_row *last = pdf_row_at(rows, index + count - 1);
    const struct pdf_row *below = last + 1;

    return index + count < rows->rows.len && below->zone == last->zone &&
           !below->flags && !pdf_is_parted(rows, last, below) &&
           !pdf_is_broken_off(rows, last, below);
}

/* ---- What the whole document has ---- */

static void
add_size(struct pdf_headings *headings, uint16_t size)
{
    size_t at = 0;

    while (at < headings->count && headings->sizes[at] > size)
        at++;
    if ((at < headings->count && headings->sizes[at] == size) ||
        headings->count == PDF_SIZES)
        return;
    memmove(headings->sizes + at + 1, headings->sizes + at,
            (headings->count - at) * sizeof headings->sizes[0]);
    headings->sizes[at] = size;
    headings->count++;
}

void
pdf_headings_find(struct pdf_headings *out, const struct pdf_rows *rows,
                  const struct pdf_style *style)
{
    *out = (struct pdf_headings){ .rows = rows, .style = style };
    for (size_t i = 0; i < rows->rows.len; i++) {
        const struct pdf_row *row = pdf_row_at(rows, i);

        if (row->flags || row->length > LONGEST ||
            !has_letter(pdf_row_str(rows, i)))
            continue;
        if (is_larger(rows, row))
            add_size(out, size_of(row));
        out->styled =
            out->styled || is_larger(rows, row) || is_bolder(rows, row);
    }
}

/* ---- By the outline ---- */

static struct str
entry_str(const struct pdf_style *style, const struct pdf_entry *entry)
{
    return str_trim(str_make(style->text.data + entry->text, entry->length));
}

/* The rows that make up the entry's text; 0 where they do not. */
static size_t
match_entry(const struct pdf_rows *rows, size_t index, struct str text)
{
    size_t count = 0;

    while (count < MOST_ROWS && index + count < rows->rows.len) {
        struct str row = str_trim(pdf_row_str(rows, index + count));

        if (!row.len || !str_starts(text, row))
            return 0;
        text = str_trim(str_make(text.ptr + row.len, text.len - row.len));
        count++;
        if (!text.len)
            return count;
    }
    return 0;
}

static struct pdf_heading
outlined(struct pdf_headings *headings, size_t index)
{
    struct pdf_heading heading = { 0, 0, false };
    const struct pdf_entry *entries = headings->style->entries.data;
    const struct pdf_row *row = pdf_row_at(headings->rows, index);
    uint32_t page = row->page;
    size_t at;

    while (headings->entry < headings->style->entries.len &&
           entries[headings->entry].page < page)
        headings->entry++;
    at = headings->entry;
    /* in a table of contents the same text stands plainly */
    if (headings->styled && !is_larger(headings->rows, row) &&
        !is_bolder(headings->rows, row) && !is_otherwise(headings->rows, row))
        return heading;
    for (size_t i = 0; i < OUTLINE_LOOKS && at < headings->style->entries.len;
         i++, at++) {
        if (entries[at].page != page)
            break;
        heading.rows = match_entry(headings->rows, index,
                                   entry_str(headings->style, &entries[at]));
        if (!heading.rows)
            continue;
        heading.level = entries[at].level;
        headings->entry = at + 1;
        break;
    }
    return heading;
}

/* ---- By its letters ---- */

static int
level_of(const struct pdf_headings *headings, const struct pdf_row *row)
{
    uint16_t size = size_of(row);
    size_t at = 0;

    while (at < headings->count && headings->sizes[at] > size)
        at++;
    return at < DEEPEST ? (int)at + 1 : DEEPEST;
}

static bool
ends_text(struct str text)
{
    char last = text.len ? text.ptr[text.len - 1] : '.';

    return memchr(".:,;", last, 4) != NULL;
}

static struct pdf_heading
larger(const struct pdf_headings *headings, size_t index)
{
    const struct pdf_row *row = pdf_row_at(headings->rows, index);
    struct pdf_heading heading = { count_rows(headings->rows, index),
                                   level_of(headings, row), false };

    if (heading.rows > MOST_ROWS ||
        count_bytes(headings->rows, index, heading.rows) > LONGEST)
        heading.rows = 0;
    return heading;
}

static struct pdf_heading
bolder(const struct pdf_headings *headings, size_t index)
{
    const struct pdf_rows *rows = headings->rows;
    struct label label = guess_label(pdf_row_str(rows, index));
    struct pdf_heading heading = { count_rows(rows, index), BOLD_LEVEL, true };

    if (heading.rows > MOST_ROWS ||
        count_bytes(rows, index, heading.rows) > LONGEST_BOLD ||
        ends_text(pdf_row_str(rows, index + heading.rows - 1)) ||
        runs_on(rows, index, heading.rows))
        heading.rows = 0;
    if (label.kind == LABEL_NUMBER || label.kind == LABEL_OUTLINE)
        heading.level = (int)label.depth + 1;
    return heading;
}

/* ---- By its words ---- */

static bool
is_short(struct str text)
{
    size_t size;
    uint32_t code = utf8_decode(text.ptr, text.len, &size);

    return text.len <= LONGEST_PLAIN && !ends_text(text) && has_letter(text) &&
           (utf8_is_upper(code) || utf8_is_digit(code));
}

/* The row below is text that could stand under a heading. */
static bool
is_followed(const struct pdf_rows *rows, size_t index)
{
    const struct pdf_row *row = pdf_row_at(rows, index), *below = row + 1;
    struct str text;
    size_t size;

    if (index + 1 >= rows->rows.len || below->flags)
        return false;
    text = pdf_row_str(rows, index + 1);
    uint32_t code = utf8_decode(text.ptr, text.len, &size);
    return (!utf8_is_letter(code) || utf8_is_upper(code)) &&
           (below->zone != row->zone || pdf_is_parted(rows, row, below) ||
            (pdf_is_broken_off(rows, row, below) &&
             below->length > row->length + LONGEST_PLAIN / 2));
}

static struct pdf_heading
plain(const struct pdf_headings *headings, size_t index)
{
    struct str text = pdf_row_str(headings->rows, index);
    struct label label = guess_label(text);
    struct pdf_heading heading = { 0, PLAIN_LEVEL, true };

    if (headings->styled || !is_short(text) ||
        !is_followed(headings->rows, index) ||
        (label.kind != LABEL_NONE && label.kind != LABEL_OUTLINE &&
         label.kind != LABEL_SECTION && label.kind != LABEL_NUMBER))
        return heading;
    heading.rows = 1;
    if (label.kind != LABEL_NONE)
        heading.level = (int)label.depth + 1;
    return heading;
}

struct pdf_heading
pdf_heading_at(struct pdf_headings *headings, size_t index)
{
    const struct pdf_row *row = pdf_row_at(headings->rows, index);
    struct str text = pdf_row_str(headings->rows, index);
    struct pdf_heading heading = outlined(headings, index);

    if (heading.rows || row->flags || !has_letter(text) ||
        guess_label(text).kind == LABEL_BULLET)
        return heading;
    if (is_larger(headings->rows, row))
        return larger(headings, index);
    if (is_bolder(headings->rows, row) || is_otherwise(headings->rows, row))
        return bolder(headings, index);
    return plain(headings, index);
}

#endif
