/* SPDX-License-Identifier: MIT */
#ifndef READ_HTML_WRITE_H
#define READ_HTML_WRITE_H

/* From the tree of a page to the builder: blocks by html_write.c, the rows and
 * cells of tables by html_rows.c. */

#include "read/html_tree.h"

#include "read/reader.h"

/* A cell that reaches down into rows below. */
struct html_reach {
    uint32_t cell; /* its node */
    uint16_t rows; /* yet to come */
    uint16_t columns;
};

/* The title of a column, in `titles`. */
struct html_column {
    size_t start, length;
};

struct html_table {
    bool here; /* between its first row and its end */
    bool open; /* in the builder */
    bool in_row, in_cell;
    bool titled; /* the row is one of titles */
    unsigned number, row, column;
    unsigned next;      /* column behind the cell */
    struct vec reach;   /* struct html_reach, one a column */
    struct vec columns; /* struct html_column */
    struct buf titles;
    size_t repeated; /* bytes and elements written again below */
};

struct html_writer {
    const struct html_tree *tree;
    samsyn_builder *builder;
    samsyn_status status;
    samsyn_lang lang; /* of places */
    struct vec frames;
    struct buf place;
    struct html_table table;
    uint32_t lists, items, quotes;
    unsigned paragraphs;
    uint8_t level; /* of the last heading */
    bool open;     /* a block that text goes to */
    bool line;     /* its next text begins a line */
    bool lines;    /* ... of several */
    bool term;     /* it holds a term that is to be explained */
    char last;     /* last byte written to it */
};

samsyn_status
html_write(const struct html_tree *tree, const struct reading *reading);

/* For html_rows.c. */

/* The builder's answer becomes the writer's status; true where it is fine. */
bool
html_did(struct html_writer *writer, samsyn_status status);
bool
html_open(struct html_writer *writer, samsyn_block block, int level,
          unsigned flags, const struct html_node *node);
bool
html_close(struct html_writer *writer);
/* All text inside of a node, its blocks a blank apart. */
bool
html_put_flat(struct html_writer *writer, uint32_t index);

void
html_rows_init(struct html_table *table, const samsyn_allocator *mem);
void
html_rows_done(struct html_table *table);
bool
html_begin_table(struct html_writer *writer);
bool
html_end_table(struct html_writer *writer);
bool
html_begin_row(struct html_writer *writer, uint32_t index);
bool
html_end_row(struct html_writer *writer);
bool
html_begin_cell(struct html_writer *writer, uint32_t index);
bool
html_end_cell(struct html_writer *writer);
/* The table steps aside for a caption below its first row. */
bool
html_pause_table(struct html_writer *writer);

#endif
