/* SPDX-License-Identifier: MIT */

/* Rows and cells of a table, with their places.
 *
 * A cell that reaches down over several rows belongs to each of them, and so
 * stands in each: who reads the row of a measure sees the owner beside it.
 * What that adds to a page is limited, as a page can ask for very much of it;
 * past the limit the cells below are empty. */

#include "read/html_write.h"

#include "read/html_table.h"
#include "read/spot.h"

#define MOST_REPEATED ((size_t)1 << 20) /* bytes and elements */
#define CELL_BYTES 16                   /* that an empty cell counts for */
#define MOST_COLUMNS 1000
#define MOST_TITLES ((size_t)1 << 16)

void
html_rows_init(struct html_table *table, const samsyn_allocator *mem)
{
    vec_init(&table->reach, mem, sizeof(struct html_reach));
    vec_init(&table->columns, mem, sizeof(struct html_column));
    buf_init(&table->titles, mem, MOST_TITLES);
}

void
html_rows_done(struct html_table *table)
{
    vec_done(&table->reach);
    vec_done(&table->columns);
    buf_done(&table->titles);
}

/* ---- Places ---- */

/* "tabell 1, rad 2", and the column with its title or its number. */
static const char *
place(struct html_writer *writer, bool cell)
{
    struct html_table *table = &writer->table;
    const struct html_column *column =
        table->column < table->columns.len
            ? vec_at(&table->columns, table->column)
            : NULL;

    struct str title = STR("");

    if (column && column->length && !table->titled)
        title = str_make(table->titles.data + column->start, column->length);
    buf_clear(&writer->place);
    spot_number(&writer->place, writer->lang, SPOT_TABLE, table->number);
    spot_number(&writer->place, writer->lang, SPOT_ROW, table->row);
    if (cell)
        spot_column(&writer->place, writer->lang, title,
                    (size_t)table->column + 1);
    html_did(writer, buf_failed(&writer->place) ? SAMSYN_E_NOMEM : SAMSYN_OK);
    return writer->place.data;
}

static bool
open_at(struct html_writer *writer, samsyn_block block, int level,
        const struct html_node *node)
{
    unsigned flags = 0;
    const char *at = place(writer, block != SAMSYN_BLOCK_ROW);

    if (node->zone == HTML_ZONE_FURNITURE)
        flags |= SAMSYN_BLOCK_FURNITURE;
    if (node->zone == HTML_ZONE_CONTENTS)
        flags |= SAMSYN_BLOCK_CONTENTS;
    if (writer->quotes)
        flags |= SAMSYN_BLOCK_QUOTED;
    return writer->status == SAMSYN_OK &&
           html_did(writer, samsyn_builder_open(writer->builder, block, level,
                                                flags, at));
}

/* ---- Titles ---- */

/* The cell's first stretch of text is what its column is called. */
static bool
keep_title(struct html_writer *writer, uint32_t index)
{
    struct html_table *table = &writer->table;
    const struct html_tree *tree = writer->tree;
    struct html_column *column;

    if (table->column >= MOST_COLUMNS)
        return true;
    while (table->columns.len <= table->column) {
        if (!vec_push(&table->columns))
            return html_did(writer, SAMSYN_E_NOMEM);
    }
    column = vec_at(&table->columns, table->column);
    column->length = 0;
    for (uint32_t i = index + 1; i < html_at(tree, index)->end; i++) {
        const struct html_node *node = html_at(tree, i);
        struct str text = node->tag == HTML_TEXT && !node->unseen
                              ? str_trim(html_text(tree, node))
                              : STR("");

        if (!text.len)
            continue;
        if (!spot_is_name(text) || table->titles.len + text.len >= MOST_TITLES)
            return true;
        column->start = table->titles.len;
        column->length = text.len;
        buf_str(&table->titles, text);
        return html_did(writer, buf_failed(&table->titles) ? SAMSYN_E_NOMEM
                                                           : SAMSYN_OK);
    }
    return true;
}

/* ---- Cells that reach down ---- */

/* The cell that reaches into this column; NULL where none does. */
static struct html_reach *
reaching(struct html_table *table)
{
    struct html_reach *reach = table->column < table->reach.len
                                   ? vec_at(&table->reach, table->column)
                                   : NULL;

    return reach && reach->rows && table->repeated < MOST_REPEATED ? reach
                                                                   : NULL;
}

static bool
repeat_cell(struct html_writer *writer, struct html_reach *reach)
{
    struct html_table *table = &writer->table;
    const struct html_node *cell = html_at(writer->tree, reach->cell);

    if (!open_at(writer, SAMSYN_BLOCK_CELL, reach->columns, cell) ||
        !html_put_flat(writer, reach->cell) || !html_close(writer))
        return false;
    table->repeated += (cell->end - reach->cell) + cell->all + CELL_BYTES;
    table->column += reach->columns;
    reach->rows--;
    return true;
}

static bool
repeat_cells(struct html_writer *writer)
{
    struct html_reach *reach = reaching(&writer->table);

    while (reach && repeat_cell(writer, reach))
        reach = reaching(&writer->table);
    return writer->status == SAMSYN_OK;
}

static bool
keep_reach(struct html_writer *writer, uint32_t index)
{
    struct html_table *table = &writer->table;
    const struct html_node *cell = html_at(writer->tree, index);

    if (cell->rows < 2 || table->column >= MOST_COLUMNS)
        return true;
    while (table->reach.len <= table->column) {
        if (!vec_push(&table->reach))
            return html_did(writer, SAMSYN_E_NOMEM);
    }
    struct html_reach *reach = vec_at(&table->reach, table->column);
    *reach =
        (struct html_reach){ index, (uint16_t)(cell->rows - 1), cell->columns };
    return true;
}

/* ---- Tables and rows ---- */

bool
html_begin_table(struct html_writer *writer)
{
    struct html_table *table = &writer->table;

    table->here = true;
    table->number++;
    table->row = 0;
    vec_clear(&table->reach);
    vec_clear(&table->columns);
    buf_clear(&table->titles);
    return true;
}

bool
html_pause_table(struct html_writer *writer)
{
    struct html_table *table = &writer->table;
    bool open = table->open && !table->in_row;

    if (!open)
        return true;
    table->open = false;
    return html_close(writer);
}

bool
html_end_table(struct html_writer *writer)
{
    writer->table.here = false;
    return html_pause_table(writer);
}

bool
html_begin_row(struct html_writer *writer, uint32_t index)
{
    struct html_table *table = &writer->table;
    const struct html_node *node = html_at(writer->tree, index);

    table->row++;
    table->column = 0;
    table->titled = html_is_title_row(writer->tree, index, table->row == 1);
    if (!table->open && !html_open(writer, SAMSYN_BLOCK_TABLE, 0, 0, node))
        return false;
    table->open = true;
    table->in_row = true;
    return open_at(writer, SAMSYN_BLOCK_ROW, 0, node);
}

bool
html_end_row(struct html_writer *writer)
{
    if (!repeat_cells(writer))
        return false;
    writer->table.in_row = false;
    return html_close(writer);
}

bool
html_begin_cell(struct html_writer *writer, uint32_t index)
{
    struct html_table *table = &writer->table;
    const struct html_node *cell = html_at(writer->tree, index);

    if (!repeat_cells(writer))
        return false;
    if (table->titled && !keep_title(writer, index))
        return false;
    table->in_cell = true;
    table->next = table->column + cell->columns;
    return keep_reach(writer, index) &&
           open_at(writer,
                   table->titled ? SAMSYN_BLOCK_HEADER_CELL : SAMSYN_BLOCK_CELL,
                   cell->columns, cell);
}

bool
html_end_cell(struct html_writer *writer)
{
    struct html_table *table = &writer->table;

    table->column = table->next;
    table->in_cell = false;
    return html_close(writer);
}
