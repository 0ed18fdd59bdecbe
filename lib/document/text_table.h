/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_TABLE_H
#define DOCUMENT_TEXT_TABLE_H

/* Tables in plain text: lines whose gaps stand below each other. */

#include "document/text_lines.h"

#define TABLE_COLUMNS 64

/* A stretch of a line between two gaps. */
struct text_atom {
    uint32_t start, end; /* in the text */
    uint16_t lo, hi;     /* columns */
    uint16_t column;     /* of the table */
    bool first;          /* of its cell: what stands before it is apart */
};

enum table_line_kind {
    TABLE_TEXT,
    TABLE_RULE /* a line across */
};

struct table_line {
    uint32_t line;
    uint32_t atom_first, atom_end;
    enum table_line_kind kind;
    bool many; /* more than one cell of it is filled */
};

struct text_row {
    uint32_t first, end; /* of table_lines */
    bool header;
};

struct text_table {
    size_t columns;
    struct vec atoms; /* struct text_atom */
    struct vec lines; /* struct table_line */
    struct vec rows;  /* struct text_row */
    size_t next;      /* the line after it */
};

/* A table without lines, from line @p at on. */
void
text_table_init(struct text_table *table, const samsyn_allocator *mem,
                size_t at);

/* The table that begins at line @p at.  *found tells whether there is one;
 * where not, no table begins before out->next either.  False without memory.
 * text_table_done() is due in either case. */
bool
text_table_find(struct text_table *out, const struct text_lines *lines,
                size_t at, const samsyn_allocator *mem, bool *found);

void
text_table_done(struct text_table *table);

/* Divide the lines of a table into rows; text_rows.c. */
bool
text_table_rows(struct text_table *table, const struct text_lines *lines);

/* The first row looks like titles; there is one. */
bool
text_table_has_titles(struct text_table *table, const struct text_lines *lines);

#endif
