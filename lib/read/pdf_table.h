/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_TABLE_H
#define READ_PDF_TABLE_H

/* Tables of a PDF: rows whose atoms stand below each other. */

#include "read/pdf_rows.h"
#include "samsyn.h"

#define PDF_COLUMNS 64

/* One of the atoms, in the row and column where it belongs. */
struct pdf_cell {
    uint32_t row, column;
    uint32_t atom;
    uint32_t source; /* the row of the page in which it stands */
};

struct pdf_column {
    int32_t x0, x1;
};

struct pdf_table {
    size_t columns, count; /* count: its rows */
    struct pdf_column column[PDF_COLUMNS];
    struct vec cells; /* struct pdf_cell, in the order of reading */
    bool header;      /* the first row holds titles */
    size_t next;      /* the row of the pages that comes after it */
};

/* The table that begins at row @p at.  *found tells whether there is one;
 * where not, no table begins before out->next either.  False without memory.
 * pdf_table_done() is due in either case. */
bool
pdf_table_find(struct pdf_table *out, const struct pdf_rows *rows, size_t at,
               bool *found);
void
pdf_table_done(struct pdf_table *table);

/* Divide the cells of a table, which know the source only, into rows; in
 * pdf_cells.c. */
void
pdf_table_rows(struct pdf_table *table, const struct pdf_rows *rows);

struct pdf_words;

/* Give the table to the builder; in pdf_put.c.  @p number: which table of the
 * document it is, from 1.  @p place: where places are written. */
samsyn_status
pdf_table_put(samsyn_builder *builder, samsyn_lang lang,
              const struct pdf_rows *rows, const struct pdf_table *table,
              struct pdf_words *words, uint32_t number, struct buf *place);

static inline struct pdf_cell *
pdf_cell_at(const struct pdf_table *table, size_t index)
{
    return (struct pdf_cell *)table->cells.data + index;
}

#endif
