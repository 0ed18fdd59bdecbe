/* SPDX-License-Identifier: MIT */

/* Rows to blocks: page furniture and tables of contents are set aside, tables
 * rebuilt, items known by their labels, and what is left joined to
 * paragraphs.  It decides as the reader of plain text does
 * (lib/document/text_reader.c), but sees where every word stands.
 *
 * At most one block of running text is open.  It goes on over a page limit
 * where the sentence does; the page's furniture then comes after it.  Rows
 * are given to the builder with a line end between them, so that it joins
 * words divided there. */

#ifdef READ_PDF

#include "read/pdf_text.h"

#include "base/utf8.h"
#include "read/pdf_heading.h"
#include "read/pdf_join.h"
#include "read/pdf_place.h"
#include "read/pdf_table.h"

#define LEVELS 32
#define SAME 300 /* hundredths of a point: begin at the same place */
#define HANGING 400
#define SPEECH 12 /* rows in which another item would stand */
#define FAR_IN 6  /* heights that a list stands further in, at most */

struct writer {
    samsyn_builder *builder;
    const struct pdf_rows *rows;
    struct pdf_headings headings;
    struct pdf_words words;
    size_t at; /* the row to be taken */

    samsyn_block open; /* 0 for none */
    size_t last;       /* its last row */
    bool page;         /* a page limit stands after it */
    bool apart;        /* what follows begins a block in any case */
    size_t furniture;  /* furniture from this row on waits ... */
    bool waiting;      /* ... to be put out */
    bool contents;     /* a table of contents goes on */
    size_t no_table;   /* no table begins before this row */
    uint32_t tables;
    uint32_t number;        /* of the item before, 0 for none */
    int32_t labels[LEVELS]; /* where the labels of open lists begin */
    size_t depth;
    bool bare; /* the open list's labels are drawn and not written */
};

static const struct pdf_row *
row_at(const struct writer *writer, size_t index)
{
    return pdf_row_at(writer->rows, index);
}

static struct str
text_at(const struct writer *writer, size_t index)
{
    return pdf_row_str(writer->rows, index);
}

/* ---- To the builder ---- */

static samsyn_status
open_block(struct writer *writer, samsyn_block kind, int level, unsigned flags)
{
    char place[PDF_PLACE];

    pdf_place(place, row_at(writer, writer->at)->page + 1, 0, 0, STR(""));
    return samsyn_builder_open(writer->builder, kind, level, flags, place);
}

static samsyn_status
put_text(struct writer *writer, struct str text)
{
    return samsyn_builder_text(writer->builder, text.ptr, text.len, SAMSYN_NONE,
                               SAMSYN_NONE);
}

/* A block of whole rows. */
static samsyn_status
put_rows(struct writer *writer, samsyn_block kind, int level, unsigned flags,
         size_t count)
{
    samsyn_status status = open_block(writer, kind, level, flags);

    for (size_t i = 0; i < count && status == SAMSYN_OK; i++) {
        if (i)
            status =
                put_text(writer, pdf_joint(text_at(writer, writer->at + i - 1),
                                           text_at(writer, writer->at + i)));
        if (status == SAMSYN_OK)
            status = put_text(writer, text_at(writer, writer->at + i));
    }
    return status == SAMSYN_OK ? samsyn_builder_close(writer->builder) : status;
}

/* Put out the furniture that waited for the end of a block. */
static samsyn_status
put_furniture(struct writer *writer, size_t end)
{
    samsyn_status status = SAMSYN_OK;
    size_t at = writer->at;

    if (!writer->waiting)
        return SAMSYN_OK;
    writer->waiting = false;
    for (size_t i = writer->furniture; i < end && status == SAMSYN_OK; i++) {
        writer->at = i;
        if (row_at(writer, i)->flags & PDF_FURNITURE)
            status = put_rows(writer, SAMSYN_BLOCK_PARAGRAPH, 0,
                              SAMSYN_BLOCK_FURNITURE, 1);
    }
    writer->at = at;
    return status;
}

static samsyn_status
close_block(struct writer *writer)
{
    samsyn_status status = SAMSYN_OK;

    if (writer->open)
        status = samsyn_builder_close(writer->builder);
    writer->open = (samsyn_block)0;
    return status == SAMSYN_OK ? put_furniture(writer, writer->at) : status;
}

/* Begin a block with the row `at`, from its byte @p from on. */
static samsyn_status
begin(struct writer *writer, samsyn_block kind, int level, size_t from)
{
    struct str text = text_at(writer, writer->at);
    samsyn_status status = close_block(writer);

    if (status == SAMSYN_OK)
        status = open_block(writer, kind, level, 0);
    if (status == SAMSYN_OK)
        status = put_text(writer, str_make(text.ptr + from, text.len - from));
    writer->open = kind;
    writer->last = writer->at;
    writer->page = writer->apart = false;
    return status;
}

static samsyn_status
go_on(struct writer *writer)
{
    samsyn_status status =
        put_text(writer, pdf_joint(text_at(writer, writer->last),
                                   text_at(writer, writer->at)));

    if (status == SAMSYN_OK)
        status = put_text(writer, text_at(writer, writer->at));
    writer->last = writer->at;
    writer->page = false;
    return status;
}

/* ---- What a row is like ---- */

static bool
is_ended(struct str text)
{
    return text.len && memchr(".:!?;", text.ptr[text.len - 1], 5);
}

static bool
is_lower(struct str text)
{
    size_t size;
    uint32_t code = utf8_decode(text.ptr, text.len, &size);

    return utf8_is_letter(code) && !utf8_is_upper(code);
}

static bool
is_lead_in(struct str text)
{
    return text.len && text.ptr[text.len - 1] == ':';
}

static bool
looks_other(const struct pdf_row *a, const struct pdf_row *b)
{
    return a->size && b->size &&
           (a->size * 100 > b->size * 107 || b->size * 100 > a->size * 107);
}

static bool
is_same_place(const struct pdf_row *a, const struct pdf_row *b)
{
    return a->box.x0 - b->box.x0 < SAME && b->box.x0 - a->box.x0 < SAME;
}

/* The open block's sentence goes on after the page limit. */
static bool
goes_over_page(const struct writer *writer)
{
    const struct pdf_row *last = row_at(writer, writer->last);
    const struct pdf_row *row = row_at(writer, writer->at);
    struct str text = text_at(writer, writer->at);

    if (guess_label(text).kind != LABEL_NONE || looks_other(last, row) ||
        last->bold != row->bold)
        return false;
    if (is_lower(text) && !is_ended(text_at(writer, writer->last)))
        return true;
    return !pdf_is_broken_off(writer->rows, last, row) &&
           is_same_place(last, row);
}

/* Below a row that its writer ended: another paragraph where that row ends as
 * a sentence does, or where paragraphs do not stand apart. */
static bool
is_written_apart(const struct writer *writer)
{
    struct str last = text_at(writer, writer->last);
    struct str text = text_at(writer, writer->at);

    if (is_lower(text) ||
        !pdf_is_broken_off(writer->rows, row_at(writer, writer->last),
                           row_at(writer, writer->at)))
        return false;
    return is_ended(last) || !writer->rows->parted;
}

/* A further paragraph of the item above, set below its text. */
static bool
continues_item(const struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);
    const struct pdf_row *last = row_at(writer, writer->last);
    int32_t off = row->box.x0 - last->label;

    return writer->open == SAMSYN_BLOCK_ITEM && writer->depth &&
           row->box.x0 > writer->labels[writer->depth - 1] + HANGING &&
           off < SAME && off > -SAME && row->page == last->page &&
           pdf_room(writer->rows, last, row) < 1000;
}

/* Below an item stands what is not part of it: not indented, though the row
 * above was not full. */
static bool
leaves_item(const struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);
    const struct pdf_row *last = row_at(writer, writer->last);

    return writer->open == SAMSYN_BLOCK_ITEM && writer->depth &&
           row->box.x0 <= writer->labels[writer->depth - 1] + SAME &&
           last->label > writer->labels[writer->depth - 1] + SAME &&
           !is_lower(text_at(writer, writer->at)) &&
           (is_ended(text_at(writer, writer->last)) ||
            pdf_is_broken_off(writer->rows, last, row));
}

/* ---- Lists without labels ---- */

/* The row stands a little further in than the text, without a label. */
static bool
is_indented(const struct writer *writer, size_t index)
{
    const struct pdf_rows *rows = writer->rows;
    const struct pdf_row *row = row_at(writer, index);
    int32_t in = row->box.x0 - rows->left;

    return !row->flags && row->end == row->first + 1 &&
           in * 10 > rows->height * 7 && in < rows->height * FAR_IN &&
           !looks_other(row, row_at(writer, writer->at)) &&
           guess_label(text_at(writer, index)).kind == LABEL_NONE;
}

/* Past the last of the rows from @p first on that stand together, as far in. */
static size_t
end_of_run(const struct writer *writer, size_t first)
{
    const struct pdf_row *row = row_at(writer, first);
    size_t end = first + 1;

    while (end < writer->rows->rows.len &&
           row_at(writer, end)->page == row->page && is_indented(writer, end) &&
           is_same_place(row, row_at(writer, end)) &&
           !pdf_is_parted(writer->rows, row_at(writer, end - 1),
                          row_at(writer, end)))
        end++;
    return end;
}

/* Among the rows that stand together, as far in, one ends though the next
 * one's first word had room in the widest: they are several texts, and not
 * one that is set in. */
static bool
begins_bare_list(const struct writer *writer)
{
    size_t end = end_of_run(writer, writer->at);
    int32_t right = 0;

    for (size_t i = writer->at; i < end; i++) {
        int32_t reach = row_at(writer, i)->box.x1;

        right = reach > right ? reach : right;
    }
    for (size_t i = writer->at; i + 1 < end; i++) {
        const struct pdf_row *row = row_at(writer, i);

        if (row->box.x1 + pdf_height(&row->box) / 4 +
                row_at(writer, i + 1)->word <=
            right)
            return true;
    }
    return false;
}

/* The row begins an item whose label was drawn: a round spot, as browsers do
 * it.  @p begins: it begins a block. */
static bool
is_bare_item(const struct writer *writer, bool begins)
{
    const struct pdf_row *row = row_at(writer, writer->at);

    if (!begins || !is_indented(writer, writer->at))
        return false;
    if (writer->bare && writer->depth &&
        row->box.x0 + SAME > writer->labels[writer->depth - 1])
        return true;
    return begins_bare_list(writer);
}

/* In such a list an item begins below each row that was not full. */
static bool
ends_bare_item(const struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);
    const struct pdf_row *last = row_at(writer, writer->last);

    return !is_same_place(row, last) ||
           pdf_is_broken_off(writer->rows, last, row) ||
           (is_ended(text_at(writer, writer->last)) &&
            !is_lower(text_at(writer, writer->at)));
}

/* The row begins a block of its own. */
static bool
breaks(const struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);
    const struct pdf_row *last;

    if (!writer->open || writer->apart)
        return true;
    last = row_at(writer, writer->last);
    if (writer->page || row->page != last->page)
        return !goes_over_page(writer);
    if (pdf_is_parted(writer->rows, last, row) || row->box.y0 < last->box.y0)
        return writer->bare || !continues_item(writer);
    if (writer->bare)
        return ends_bare_item(writer);
    if (looks_other(last, row) ||
        (last->bold != row->bold && pdf_is_broken_off(writer->rows, last, row)))
        return true;
    if (writer->open == SAMSYN_BLOCK_ITEM)
        return leaves_item(writer);
    return is_written_apart(writer);
}

/* ---- Furniture, contents, rules ---- */

static samsyn_status
take_furniture(struct writer *writer)
{
    if (!writer->waiting)
        writer->furniture = writer->at;
    writer->waiting = true;
    writer->page = true;
    writer->at++;
    return SAMSYN_OK;
}

/* Set one row aside, or by itself. */
static samsyn_status
take_alone(struct writer *writer, unsigned flags)
{
    samsyn_status status = close_block(writer);

    if (status == SAMSYN_OK)
        status = put_rows(writer, SAMSYN_BLOCK_PARAGRAPH, 0, flags, 1);
    writer->apart = true;
    writer->depth = 0;
    writer->bare = false;
    writer->number = 0;
    writer->at++;
    return status;
}

/* ---- Tables ---- */

static samsyn_status
take_table(struct writer *writer, const struct pdf_table *table)
{
    samsyn_status status = close_block(writer);

    writer->tables++;
    if (status == SAMSYN_OK)
        status = pdf_table_put(writer->builder, writer->rows, table,
                               &writer->words, writer->tables);
    writer->waiting = true;
    writer->furniture = writer->at;
    writer->at = table->next;
    writer->apart = true;
    writer->contents = false;
    writer->depth = 0;
    writer->bare = false;
    writer->number = 0;
    return status == SAMSYN_OK ? put_furniture(writer, writer->at) : status;
}

/* Atoms side by side, or one that does not go on the text above. */
static bool
may_be_table(const struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);

    return row->end - row->first > 1 || breaks(writer);
}

/* Take a table where one begins here; *taken tells. */
static samsyn_status
try_table(struct writer *writer, bool *taken)
{
    struct pdf_table table;
    samsyn_status status = SAMSYN_OK;

    *taken = false;
    if (writer->at < writer->no_table || !may_be_table(writer))
        return SAMSYN_OK;
    if (!pdf_table_find(&table, writer->rows, writer->at, taken))
        status = SAMSYN_E_NOMEM;
    else if (*taken)
        status = take_table(writer, &table);
    else
        writer->no_table = table.next;
    pdf_table_done(&table);
    return status;
}

/* ---- Headings ---- */

static samsyn_status
take_heading(struct writer *writer, struct pdf_heading heading)
{
    samsyn_status status = close_block(writer);

    if (status == SAMSYN_OK)
        status =
            put_rows(writer, SAMSYN_BLOCK_HEADING, heading.level,
                     heading.guessed ? SAMSYN_BLOCK_GUESSED : 0, heading.rows);
    writer->apart = true;
    writer->depth = 0;
    writer->bare = false;
    writer->number = 0;
    writer->at += heading.rows;
    return status;
}

/* ---- Items and paragraphs ---- */

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
    below = guess_label(text_at(writer, writer->at + 1));
    return below.kind == label->kind && below.depth == 1 &&
           below.number == label->number + 1;
}

/* A dash that begins what somebody says: no other stands below it. */
static bool
is_speech(const struct writer *writer, const struct label *label)
{
    const struct pdf_row *row = row_at(writer, writer->at);

    if (label->kind != LABEL_DASH || writer->open == SAMSYN_BLOCK_ITEM ||
        row->box.x0 > writer->rows->left + SAME || writer->depth ||
        (writer->at && is_lead_in(text_at(writer, writer->at - 1))))
        return false;
    for (size_t i = writer->at + 1;
         i < writer->rows->rows.len && i < writer->at + SPEECH; i++) {
        if (guess_label(text_at(writer, i)).kind == LABEL_DASH)
            return false;
    }
    return true;
}

static bool
is_item(const struct writer *writer, const struct label *label, bool begins)
{
    const struct pdf_row *row = row_at(writer, writer->at), *last;

    if (label->kind == LABEL_NONE || label->kind == LABEL_SECTION ||
        is_speech(writer, label))
        return false;
    if (label->kind == LABEL_OUTLINE)
        return label->depth == 1 && is_counted(writer, label);
    if (label->kind == LABEL_BULLET || begins ||
        writer->open == SAMSYN_BLOCK_ITEM)
        return true;
    last = row_at(writer, writer->last);
    return is_lead_in(text_at(writer, writer->last)) ||
           row->box.x0 > last->box.x0 + HANGING ||
           (pdf_is_broken_off(writer->rows, last, row) &&
            (label->kind == LABEL_DASH ||
             is_ended(text_at(writer, writer->last))));
}

/* The level of an item whose label begins at @p x. */
static int
item_level(struct writer *writer, int32_t x)
{
    while (writer->depth && writer->labels[writer->depth - 1] > x + SAME)
        writer->depth--;
    if (!writer->depth || (writer->labels[writer->depth - 1] + SAME < x &&
                           writer->depth < LEVELS))
        writer->depth++;
    writer->labels[writer->depth - 1] = x;
    return (int)writer->depth;
}

static samsyn_status
take_item(struct writer *writer, const struct label *label)
{
    int level = item_level(writer, row_at(writer, writer->at)->box.x0);

    writer->number = label->kind >= LABEL_NUMBER ? label->number : 0;
    writer->bare = false;
    return begin(writer, SAMSYN_BLOCK_ITEM, level, label->text);
}

static samsyn_status
take_bare_item(struct writer *writer)
{
    int level;

    if (!writer->bare)
        writer->depth = 0;
    level = item_level(writer, row_at(writer, writer->at)->box.x0);
    writer->number = 0;
    writer->bare = true;
    return begin(writer, SAMSYN_BLOCK_ITEM, level, 0);
}

static samsyn_status
take_paragraph(struct writer *writer)
{
    writer->bare = false;
    writer->depth = 0;
    writer->number = 0;
    return begin(writer, SAMSYN_BLOCK_PARAGRAPH, 0, 0);
}

static samsyn_status
take_text(struct writer *writer)
{
    struct label label = guess_label(text_at(writer, writer->at));
    bool begins = breaks(writer);
    samsyn_status status;

    if (begins) {
        struct pdf_heading heading =
            pdf_heading_at(&writer->headings, writer->at);

        if (heading.rows)
            return take_heading(writer, heading);
    }
    if (is_item(writer, &label, begins))
        status = take_item(writer, &label);
    else if (is_bare_item(writer, begins))
        status = take_bare_item(writer);
    else if (begins)
        status = take_paragraph(writer);
    else
        status = go_on(writer);
    writer->at++;
    return status;
}

static samsyn_status
take_row(struct writer *writer)
{
    const struct pdf_row *row = row_at(writer, writer->at);
    samsyn_status status;
    bool taken;

    if (row->flags & PDF_FURNITURE)
        return take_furniture(writer);
    if (row->flags & PDF_LEADER)
        return take_alone(writer, SAMSYN_BLOCK_CONTENTS);
    status = try_table(writer, &taken);
    if (status != SAMSYN_OK || taken)
        return status;
    if (row->flags & PDF_RULE)
        return take_alone(writer, 0);
    return take_text(writer);
}

samsyn_status
pdf_text_put(samsyn_builder *builder, const struct pdf_rows *rows,
             const struct pdf_style *style)
{
    struct writer writer = { .builder = builder, .rows = rows };
    samsyn_status status = SAMSYN_OK;

    pdf_headings_find(&writer.headings, rows, style);
    pdf_words_init(&writer.words, rows);
    while (status == SAMSYN_OK && writer.at < rows->rows.len)
        status = take_row(&writer);
    if (status == SAMSYN_OK)
        status = close_block(&writer);
    pdf_words_done(&writer.words);
    return status;
}

#endif
