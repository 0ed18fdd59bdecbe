/* SPDX-License-Identifier: MIT */

/* Gives a table to the builder, cell by cell. */

#ifdef READ_PDF

#include "read/pdf_join.h"
#include "read/pdf_table.h"
#include "read/spot.h"

#define TITLE_CELLS 256 /* in which a column's title is looked for */

struct putter {
    samsyn_builder *builder;
    samsyn_lang lang; /* of places */
    const struct pdf_rows *rows;
    const struct pdf_table *table;
    struct pdf_words *words;
    uint32_t number;   /* of the table */
    struct buf *place; /* that is being written */
};

static const struct pdf_atom *
atom_of(const struct putter *putter, const struct pdf_cell *cell)
{
    return pdf_atom_at(putter->rows, cell->atom);
}

static samsyn_status
put_text(const struct putter *putter, struct str text)
{
    return samsyn_builder_text(putter->builder, text.ptr, text.len, SAMSYN_NONE,
                               SAMSYN_NONE);
}

/* The label of an item in a cell stands before its text. */
static samsyn_status
put_atom(const struct putter *putter, const struct pdf_atom *atom)
{
    samsyn_status status = SAMSYN_OK;

    if (atom->label) {
        status = put_text(putter,
                          pdf_word_str(putter->rows->boxes, atom->label - 1));
        if (status == SAMSYN_OK)
            status = put_text(putter, STR(" "));
    }
    return status == SAMSYN_OK
               ? put_text(putter, pdf_atom_str(putter->rows, atom))
               : status;
}

/* The title of a column; empty where the table has none. */
static struct str
title_of(const struct putter *putter, uint32_t column)
{
    const struct pdf_table *table = putter->table;

    for (size_t i = 0; table->header && i < table->cells.len && i < TITLE_CELLS;
         i++) {
        const struct pdf_cell *cell = pdf_cell_at(table, i);

        if (cell->row)
            break;
        if (cell->column == column)
            return pdf_atom_str(putter->rows, atom_of(putter, cell));
    }
    return STR("");
}

/* What stands between two lines of a cell. */
static samsyn_status
put_joint(const struct putter *putter, const struct pdf_atom *above,
          const struct pdf_atom *below, uint32_t column)
{
    bool broken = false;

    if (!pdf_joint(pdf_atom_str(putter->rows, above),
                   pdf_atom_str(putter->rows, below))
             .len)
        return SAMSYN_OK;
    if (!pdf_is_broken(&broken, putter->words, putter->table, column, above,
                       below))
        return SAMSYN_E_NOMEM;
    return broken ? SAMSYN_OK : put_text(putter, STR("\n"));
}

/* The text of the cells [first, end) that stand in a column. */
static samsyn_status
put_cell_text(const struct putter *putter, size_t first, size_t end,
              uint32_t column)
{
    const struct pdf_atom *above = NULL;
    samsyn_status status = SAMSYN_OK;

    for (size_t i = first; i < end && status == SAMSYN_OK; i++) {
        const struct pdf_cell *cell = pdf_cell_at(putter->table, i);
        const struct pdf_atom *atom = atom_of(putter, cell);

        if (cell->column != column)
            continue;
        if (above)
            status = put_joint(putter, above, atom, column);
        if (status == SAMSYN_OK)
            status = put_atom(putter, atom);
        above = atom;
    }
    return status;
}

/* "sida 3, tabell 1, rad 2, kolumn Ansvarig"; NULL without memory. */
static const char *
place_of(const struct putter *putter, const struct pdf_cell *cell,
         uint32_t column, bool title)
{
    struct buf *place = putter->place;

    buf_clear(place);
    spot_number(place, putter->lang, SPOT_PAGE,
                (size_t)pdf_row_at(putter->rows, cell->source)->page + 1);
    spot_number(place, putter->lang, SPOT_TABLE, putter->number);
    spot_number(place, putter->lang, SPOT_ROW, (size_t)cell->row + 1);
    spot_column(place, putter->lang, title ? STR("") : title_of(putter, column),
                (size_t)column + 1);
    return buf_failed(place) ? NULL : place->data;
}

static samsyn_status
put_cell(const struct putter *putter, size_t first, size_t end, uint32_t column)
{
    const struct pdf_cell *cell = pdf_cell_at(putter->table, first);
    bool title = putter->table->header && !cell->row;
    const char *place = place_of(putter, cell, column, title);
    samsyn_status status;

    if (!place)
        return SAMSYN_E_NOMEM;
    status = samsyn_builder_open(
        putter->builder, title ? SAMSYN_BLOCK_HEADER_CELL : SAMSYN_BLOCK_CELL,
        0, 0, place);
    if (status == SAMSYN_OK)
        status = put_cell_text(putter, first, end, column);
    return status == SAMSYN_OK ? samsyn_builder_close(putter->builder) : status;
}

static samsyn_status
put_row(const struct putter *putter, size_t first, size_t end)
{
    samsyn_status status =
        samsyn_builder_open(putter->builder, SAMSYN_BLOCK_ROW, 0, 0, NULL);

    for (uint32_t i = 0; i < putter->table->columns && status == SAMSYN_OK; i++)
        status = put_cell(putter, first, end, i);
    return status == SAMSYN_OK ? samsyn_builder_close(putter->builder) : status;
}

samsyn_status
pdf_table_put(samsyn_builder *builder, samsyn_lang lang,
              const struct pdf_rows *rows, const struct pdf_table *table,
              struct pdf_words *words, uint32_t number, struct buf *place)
{
    struct putter putter = { builder, lang, rows, table, words, number, place };
    samsyn_status status =
        samsyn_builder_open(builder, SAMSYN_BLOCK_TABLE, 0, 0, NULL);
    size_t end;

    for (size_t i = 0; i < table->cells.len && status == SAMSYN_OK; i = end) {
        end = i + 1;
        while (end < table->cells.len &&
               pdf_cell_at(table, end)->row == pdf_cell_at(table, i)->row)
            end++;
        status = put_row(&putter, i, end);
    }
    return status == SAMSYN_OK ? samsyn_builder_close(builder) : status;
}

#endif
