/* SPDX-License-Identifier: MIT */

/* Where a block of a PDF ends and another begins: where more room is left than
 * between two lines, at a page limit that no sentence goes over, where the
 * letters change, and where a writer ended a row before it was full.  That is
 * seen to the point: a row is full where the next one's first word had no room
 * in it. */

#ifdef READ_PDF

#include "base/utf8.h"
#include "read/pdf_writer.h"

bool
pdf_is_ended(struct str text)
{
    return text.len && memchr(".:!?;", text.ptr[text.len - 1], 5);
}

bool
pdf_is_lead_in(struct str text)
{
    return text.len && text.ptr[text.len - 1] == ':';
}

bool
pdf_looks_other(const struct pdf_row *a, const struct pdf_row *b)
{
    return a->size && b->size &&
           (a->size * 100 > b->size * 107 || b->size * 100 > a->size * 107);
}

bool
pdf_is_same_place(const struct pdf_row *a, const struct pdf_row *b)
{
    return a->box.x0 - b->box.x0 < PDF_SAME && b->box.x0 - a->box.x0 < PDF_SAME;
}

/* Two rows, of one page or two, stand as far from where their text begins. */
static bool
stands_as_far_in(const struct pdf_rows *rows, const struct pdf_row *a,
                 const struct pdf_row *b)
{
    int32_t off =
        (a->box.x0 - pdf_left(rows, a)) - (b->box.x0 - pdf_left(rows, b));

    return off < PDF_SAME && off > -PDF_SAME;
}

/* The open block's sentence goes on after the page limit. */
static bool
goes_over_page(const struct writer *writer)
{
    const struct pdf_row *last = writer_row(writer, writer->last);
    const struct pdf_row *row = writer_row(writer, writer->at);
    struct str text = writer_text(writer, writer->at);

    if (guess_label(text).kind != LABEL_NONE || pdf_looks_other(last, row) ||
        last->bold != row->bold)
        return false;
    if (pdf_is_lower(text) && !pdf_is_ended(writer_text(writer, writer->last)))
        return true;
    return !pdf_is_broken_off(writer->rows, last, row) &&
           stands_as_far_in(writer->rows, last, row);
}

/* The row ends in the middle of a word or of a period: "polis-", "2023-". */
static bool
is_divided(struct str text)
{
    return text.len > 1 && text.ptr[text.len - 1] == '-' &&
           text.ptr[text.len - 2] != ' ' && text.ptr[text.len - 2] != '-';
}

/* Below a row that its writer ended: another paragraph where that row ends as
 * a sentence does, or where paragraphs do not stand apart. */
static bool
is_written_apart(const struct writer *writer)
{
    struct str last = writer_text(writer, writer->last);
    struct str text = writer_text(writer, writer->at);

    if (is_divided(last) ||
        !pdf_is_broken_off(writer->rows, writer_row(writer, writer->last),
                           writer_row(writer, writer->at)))
        return false;
    if (pdf_is_lead_in(last))
        return true;
    if (pdf_is_lower(text))
        return false;
    return pdf_is_ended(last) || !writer->rows->parted;
}

/* A further paragraph of the item above, set below its text. */
static bool
continues_item(const struct writer *writer)
{
    const struct pdf_row *row = writer_row(writer, writer->at);
    const struct pdf_row *last = writer_row(writer, writer->last);
    int32_t off = row->box.x0 - last->label;

    return writer->open == SAMSYN_BLOCK_ITEM && writer->depth &&
           row->box.x0 > writer->labels[writer->depth - 1] + PDF_HANGING &&
           off < PDF_SAME && off > -PDF_SAME && row->zone == last->zone &&
           pdf_room(writer->rows, last, row) < 1000;
}

/* Below an item stands what is not part of it: not indented, though the row
 * above was not full. */
static bool
leaves_item(const struct writer *writer)
{
    const struct pdf_row *row = writer_row(writer, writer->at);
    const struct pdf_row *last = writer_row(writer, writer->last);

    return writer->open == SAMSYN_BLOCK_ITEM && writer->depth &&
           row->box.x0 <= writer->labels[writer->depth - 1] + PDF_SAME &&
           last->label > writer->labels[writer->depth - 1] + PDF_SAME &&
           !pdf_is_lower(writer_text(writer, writer->at)) &&
           (pdf_is_ended(writer_text(writer, writer->last)) ||
            pdf_is_broken_off(writer->rows, last, row));
}

/* In such a list an item begins below each row that was not full. */
static bool
ends_bare_item(const struct writer *writer)
{
    const struct pdf_row *row = writer_row(writer, writer->at);
    const struct pdf_row *last = writer_row(writer, writer->last);

    return !pdf_is_same_place(row, last) ||
           pdf_is_broken_off(writer->rows, last, row) ||
           (!writer->small && pdf_is_ended(writer_text(writer, writer->last)) &&
            !pdf_is_lower(writer_text(writer, writer->at)));
}

/* The row begins a block of its own. */
bool
pdf_breaks(const struct writer *writer)
{
    const struct pdf_row *row = writer_row(writer, writer->at);
    const struct pdf_row *last;

    if (!writer->open || writer->apart)
        return true;
    last = writer_row(writer, writer->last);
    if (writer->page || row->zone != last->zone)
        return !goes_over_page(writer);
    if (pdf_is_parted(writer->rows, last, row))
        return writer->bare || !continues_item(writer);
    if (writer->bare)
        return ends_bare_item(writer);
    if (pdf_looks_other(last, row) ||
        (last->bold != row->bold && pdf_is_broken_off(writer->rows, last, row)))
        return true;
    if (writer->open == SAMSYN_BLOCK_ITEM)
        return leaves_item(writer);
    return is_written_apart(writer);
}

#endif
