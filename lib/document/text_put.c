/* SPDX-License-Identifier: MIT */

/* Tables of plain text to the builder, cell by cell and in each cell line by
 * line.  A table whose cells are all bulleted is lists side by side, and is
 * given as such, one after the other. */

#include "document/text_put.h"

#include "document/text_guess.h"

#define TITLE_LEVEL 3 /* of lists side by side */

struct putter {
    const struct reading *reading;
    const struct text_lines *lines;
};

static samsyn_status
open_block(const struct putter *putter, samsyn_block kind, int level,
           unsigned flags)
{
    return builder_open(putter->reading->builder, kind, level, flags, STR(""));
}

/* The text of a cell on one line; *skip bytes at its start are left out. */
static samsyn_status
put_cell_line(const struct putter *putter, const struct text_table *table,
              const struct table_line *line, size_t column, size_t *skip)
{
    const struct text_atom *atoms = table->atoms.data;
    samsyn_status status = SAMSYN_OK;
    bool any = false;

    for (uint32_t k = line->atom_first;
         k < line->atom_end && status == SAMSYN_OK; k++) {
        if (atoms[k].column != column)
            continue;
        if (any)
            status = builder_text(putter->reading->builder, STR(" "),
                                  SAMSYN_NONE, SAMSYN_NONE);
        if (status == SAMSYN_OK)
            status = reading_text(putter->reading, atoms[k].start + *skip,
                                  atoms[k].end);
        any = true;
        *skip = 0;
    }
    /* The line end that divides words in this cell stands elsewhere. */
    if (any && status == SAMSYN_OK)
        status = builder_text(putter->reading->builder, STR("\n"), SAMSYN_NONE,
                              SAMSYN_NONE);
    return status;
}

static samsyn_status
put_cell_text(const struct putter *putter, const struct text_table *table,
              const struct text_row *row, size_t column, size_t skip)
{
    const struct table_line *lines = table->lines.data;
    samsyn_status status = SAMSYN_OK;

    for (uint32_t i = row->first; i < row->end && status == SAMSYN_OK; i++)
        status = put_cell_line(putter, table, &lines[i], column, &skip);
    return status;
}

static samsyn_status
put_cell(const struct putter *putter, const struct text_table *table,
         const struct text_row *row, size_t column)
{
    samsyn_status status = open_block(
        putter, row->header ? SAMSYN_BLOCK_HEADER_CELL : SAMSYN_BLOCK_CELL, 0,
        0);

    if (status == SAMSYN_OK)
        status = put_cell_text(putter, table, row, column, 0);
    return status == SAMSYN_OK ? builder_close(putter->reading->builder)
                               : status;
}

static samsyn_status
put_row(const struct putter *putter, const struct text_table *table,
        const struct text_row *row)
{
    samsyn_status status = open_block(putter, SAMSYN_BLOCK_ROW, 0, 0);

    for (size_t i = 0; i < table->columns && status == SAMSYN_OK; i++)
        status = put_cell(putter, table, row, i);
    return status == SAMSYN_OK ? builder_close(putter->reading->builder)
                               : status;
}

/* The first atom of a row in a column, NULL where the cell is empty. */
static const struct text_atom *
cell_start(const struct text_table *table, const struct text_row *row,
           size_t column)
{
    const struct table_line *lines = table->lines.data;
    const struct text_atom *atoms = table->atoms.data;

    for (uint32_t i = lines[row->first].atom_first;
         i < lines[row->end - 1].atom_end; i++) {
        if (atoms[i].column == column)
            return &atoms[i];
    }
    return NULL;
}

static struct label
atom_label(const struct putter *putter, const struct text_atom *atom)
{
    return guess_label(str_make(putter->lines->text.ptr + atom->start,
                                atom->end - atom->start));
}

/* Lists side by side: every cell but the titles begins with a bullet. */
static bool
is_lists(const struct putter *putter, const struct text_table *table)
{
    const struct text_row *rows = table->rows.data;
    size_t count = 0;

    for (size_t i = 0; i < table->rows.len; i++) {
        for (size_t k = 0; k < table->columns && !rows[i].header; k++) {
            const struct text_atom *atom = cell_start(table, &rows[i], k);

            if (atom && atom_label(putter, atom).kind != LABEL_BULLET)
                return false;
            count += atom != NULL;
        }
    }
    return count > 1;
}

/* The title of a list is a heading, unless it ends as a lead-in does. */
static samsyn_status
open_title(const struct putter *putter, const struct text_atom *atom)
{
    return putter->lines->text.ptr[atom->end - 1] == ':'
               ? open_block(putter, SAMSYN_BLOCK_PARAGRAPH, 0,
                            SAMSYN_BLOCK_GUESSED)
               : open_block(putter, SAMSYN_BLOCK_HEADING, TITLE_LEVEL,
                            SAMSYN_BLOCK_GUESSED);
}

/* One column of lists side by side: a title and items. */
static samsyn_status
put_list(const struct putter *putter, const struct text_table *table,
         size_t column)
{
    const struct text_row *rows = table->rows.data;
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < table->rows.len && status == SAMSYN_OK; i++) {
        const struct text_atom *atom = cell_start(table, &rows[i], column);
        size_t skip = 0;

        if (!atom)
            continue;
        if (!rows[i].header)
            skip = atom_label(putter, atom).text;
        status = rows[i].header ? open_title(putter, atom)
                                : open_block(putter, SAMSYN_BLOCK_ITEM, 1,
                                             SAMSYN_BLOCK_GUESSED);
        if (status == SAMSYN_OK)
            status = put_cell_text(putter, table, &rows[i], column, skip);
        if (status == SAMSYN_OK)
            status = builder_close(putter->reading->builder);
    }
    return status;
}

static samsyn_status
put_lists(const struct putter *putter, const struct text_table *table)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < table->columns && status == SAMSYN_OK; i++)
        status = put_list(putter, table, i);
    return status;
}

static samsyn_status
put_table(const struct putter *putter, const struct text_table *table)
{
    const struct text_row *rows = table->rows.data;
    samsyn_status status =
        open_block(putter, SAMSYN_BLOCK_TABLE, 0, SAMSYN_BLOCK_GUESSED);

    for (size_t i = 0; i < table->rows.len && status == SAMSYN_OK; i++)
        status = put_row(putter, table, &rows[i]);
    return status == SAMSYN_OK ? builder_close(putter->reading->builder)
                               : status;
}

samsyn_status
text_table_put(const struct reading *reading, const struct text_lines *lines,
               const struct text_table *table)
{
    struct putter putter = { reading, lines };

    return is_lists(&putter, table) ? put_lists(&putter, table)
                                    : put_table(&putter, table);
}
