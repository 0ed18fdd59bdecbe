/* SPDX-License-Identifier: MIT */

/* What is an item of a list in a PDF: by its label, or, where labels are
 * drawn and not written, by how far in it stands. */

#ifdef READ_PDF

#include "read/pdf_writer.h"

#define LONGEST 200 /* rows of a list that are looked at */
#define SPEECH 12   /* rows in which another item would stand */
#define FAR_IN 6    /* heights that a list stands further in, at most */

/* The row stands a little further in than the text, without a label. */
static bool
is_indented(const struct writer *writer, size_t index)
{
    const struct pdf_rows *rows = writer->rows;
    const struct pdf_row *row = writer_row(writer, index);
    int32_t in = row->box.x0 - pdf_left(rows, row);

    return !row->flags && row->end == row->first + 1 &&
           in * 10 > rows->height * 7 && in < rows->height * FAR_IN &&
           !pdf_looks_other(row, writer_row(writer, writer->at)) &&
           guess_label(writer_text(writer, index)).kind == LABEL_NONE;
}

/* The next row of text after @p index; the count of rows where there is
 * none. */
static size_t
next_text(const struct writer *writer, size_t index)
{
    do {
        index++;
    } while (index < writer->rows->rows.len &&
             (writer_row(writer, index)->flags & PDF_FURNITURE));
    return index;
}

/* Row @p next stands together with row @p above, as far in. */
static bool
is_of_run(const struct writer *writer, size_t above, size_t next)
{
    return next < writer->rows->rows.len && is_indented(writer, next) &&
           pdf_is_same_place(writer_row(writer, above),
                             writer_row(writer, next)) &&
           !pdf_is_parted(writer->rows, writer_row(writer, above),
                          writer_row(writer, next));
}

/* No row that reaches no farther than @p right is full: what is set in ends
 * nearer to the margin. */
static bool
is_far_from(const struct writer *writer, int32_t right)
{
    const struct pdf_row *row = writer_row(writer, writer->at);
    int32_t left = pdf_left(writer->rows, row);
    int32_t margin = row->right ? row->right : writer->rows->right;

    return margin - right > (margin - left) / 6;
}

/* Among the rows that stand together, as far in, one ends though the next
 * one's first word had room in the widest: they are several texts, and not
 * one that is set in. */
static bool
begins_bare_list(const struct writer *writer)
{
    size_t at = writer->at, next = next_text(writer, at), past = at + LONGEST;
    int32_t right = writer_row(writer, at)->box.x1;

    for (; at < past && is_of_run(writer, at, next);
         next = next_text(writer, at)) {
        at = next;
        if (writer_row(writer, at)->box.x1 > right)
            right = writer_row(writer, at)->box.x1;
    }
    if (at > writer->at && is_far_from(writer, right))
        return true;
    at = writer->at;
    next = next_text(writer, at);
    for (; at < past && is_of_run(writer, at, next);
         next = next_text(writer, at)) {
        const struct pdf_row *row = writer_row(writer, at);

        if (row->box.x1 + pdf_height(&row->box) / 4 +
                writer_row(writer, next)->word <=
            right)
            return true;
        at = next;
    }
    return false;
}

/* The row begins an item whose label was drawn: a round spot, as browsers do
 * it.  @p begins: it begins a block. */
bool
pdf_is_bare_item(const struct writer *writer, bool begins)
{
    const struct pdf_row *row = writer_row(writer, writer->at);

    if (!begins || !is_indented(writer, writer->at))
        return false;
    if (writer->bare && writer->depth &&
        row->box.x0 + PDF_SAME > writer->labels[writer->depth - 1])
        return true;
    return begins_bare_list(writer);
}

/* The numbers of this row and the item above, or the row below, follow each
 * other, so that a number alone is a label. */
static bool
is_counted(const struct writer *writer, const struct label *label)
{
    struct label below;

    if (writer->number && label->number == writer->number + 1)
        return true;
    if (writer->at + 1 >= writer->rows->rows.len)
        return false;
    below = guess_label(writer_text(writer, writer->at + 1));
    return below.kind == label->kind && below.depth == 1 &&
           below.number == label->number + 1;
}

/* A dash that begins what somebody says: no other stands below it. */
static bool
is_speech(const struct writer *writer, const struct label *label)
{
    const struct pdf_row *row = writer_row(writer, writer->at);

    if (label->kind != LABEL_DASH || writer->open == SAMSYN_BLOCK_ITEM ||
        row->box.x0 > pdf_left(writer->rows, row) + PDF_SAME || writer->depth ||
        (writer->at && pdf_is_lead_in(writer_text(writer, writer->at - 1))))
        return false;
    for (size_t i = writer->at + 1;
         i < writer->rows->rows.len && i < writer->at + SPEECH; i++) {
        if (guess_label(writer_text(writer, i)).kind == LABEL_DASH)
            return false;
    }
    return true;
}

bool
pdf_is_item(const struct writer *writer, const struct label *label, bool begins)
{
    const struct pdf_row *row = writer_row(writer, writer->at), *last;

    if (label->kind == LABEL_NONE || label->kind == LABEL_SECTION ||
        is_speech(writer, label))
        return false;
    if (label->kind == LABEL_OUTLINE)
        return label->depth == 1 && is_counted(writer, label);
    if (label->kind == LABEL_BULLET || begins ||
        writer->open == SAMSYN_BLOCK_ITEM)
        return true;
    last = writer_row(writer, writer->last);
    return pdf_is_lead_in(writer_text(writer, writer->last)) ||
           row->box.x0 > last->box.x0 + PDF_HANGING ||
           (pdf_is_broken_off(writer->rows, last, row) &&
            (label->kind == LABEL_DASH ||
             pdf_is_ended(writer_text(writer, writer->last))));
}

/* The level of an item whose label begins at @p x. */
int
pdf_item_level(struct writer *writer, int32_t x)
{
    while (writer->depth && writer->labels[writer->depth - 1] > x + PDF_SAME)
        writer->depth--;
    if (!writer->depth || (writer->labels[writer->depth - 1] + PDF_SAME < x &&
                           writer->depth < PDF_LEVELS))
        writer->depth++;
    writer->labels[writer->depth - 1] = x;
    return (int)writer->depth;
}

#endif
