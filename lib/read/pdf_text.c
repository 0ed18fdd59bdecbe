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

#include "read/pdf_table.h"
#include "read/pdf_writer.h"
#include "read/spot.h"

/* ---- To the builder ---- */

static samsyn_status
open_block(struct writer *writer, samsyn_block kind, int level, unsigned flags)
{
    buf_clear(&writer->place);
    spot_number(&writer->place, writer->lang, SPOT_PAGE,
                (size_t)writer_row(writer, writer->at)->page + 1);
    if (buf_failed(&writer->place))
        return SAMSYN_E_NOMEM;
    return samsyn_builder_open(writer->builder, kind, level, flags,
                               writer->place.data);
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
            status = put_text(writer,
                              pdf_joint(writer_text(writer, writer->at + i - 1),
                                        writer_text(writer, writer->at + i)));
        if (status == SAMSYN_OK)
            status = put_text(writer, writer_text(writer, writer->at + i));
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
        if (writer_row(writer, i)->flags & PDF_FURNITURE)
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
    struct str text = writer_text(writer, writer->at);
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
        put_text(writer, pdf_joint(writer_text(writer, writer->last),
                                   writer_text(writer, writer->at)));

    if (status == SAMSYN_OK)
        status = put_text(writer, writer_text(writer, writer->at));
    writer->last = writer->at;
    writer->page = false;
    return status;
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
        status =
            pdf_table_put(writer->builder, writer->lang, writer->rows, table,
                          &writer->words, writer->tables, &writer->place);
    writer->waiting = true;
    writer->furniture = writer->at;
    writer->at = table->next;
    writer->apart = true;
    writer->depth = 0;
    writer->bare = false;
    writer->number = 0;
    return status == SAMSYN_OK ? put_furniture(writer, writer->at) : status;
}

/* Atoms side by side, or one that does not go on the text above. */
static bool
may_be_table(const struct writer *writer)
{
    const struct pdf_row *row = writer_row(writer, writer->at);

    return row->end - row->first > 1 || pdf_breaks(writer);
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

static samsyn_status
take_item(struct writer *writer, const struct label *label)
{
    int level = pdf_item_level(writer, writer_row(writer, writer->at)->box.x0);

    writer->number = label->kind >= LABEL_NUMBER ? label->number : 0;
    writer->bare = false;
    return begin(writer, SAMSYN_BLOCK_ITEM, level, label->text);
}

static samsyn_status
take_bare_item(struct writer *writer)
{
    int level;

    if (!writer->bare) {
        writer->depth = 0;
        writer->small = pdf_is_lower(writer_text(writer, writer->at));
    }
    level = pdf_item_level(writer, writer_row(writer, writer->at)->box.x0);
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
    struct label label = guess_label(writer_text(writer, writer->at));
    bool begins = pdf_breaks(writer);
    samsyn_status status;

    if (begins) {
        struct pdf_heading heading =
            pdf_heading_at(&writer->headings, writer->at);

        if (heading.rows)
            return take_heading(writer, heading);
    }
    if (pdf_is_item(writer, &label, begins))
        status = take_item(writer, &label);
    else if (pdf_is_bare_item(writer, begins))
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
    const struct pdf_row *row = writer_row(writer, writer->at);
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
pdf_text_put(samsyn_builder *builder, samsyn_lang lang,
             const struct pdf_rows *rows, const struct pdf_style *style)
{
    struct writer writer = { .builder = builder, .lang = lang, .rows = rows };
    samsyn_status status = SAMSYN_OK;

    pdf_headings_find(&writer.headings, rows, style);
    pdf_words_init(&writer.words, rows);
    buf_init(&writer.place, &rows->rows.mem, BUF_ANY);
    while (status == SAMSYN_OK && writer.at < rows->rows.len)
        status = take_row(&writer);
    if (status == SAMSYN_OK)
        status = close_block(&writer);
    pdf_words_done(&writer.words);
    buf_done(&writer.place);
    return status;
}

#endif
