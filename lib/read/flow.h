/* SPDX-License-Identifier: MIT */
#ifndef READ_FLOW_H
#define READ_FLOW_H

/* Plays strips to the builder: nests items, opens tables, says where each
 * block stands, and guesses what an office file does not say. */

#include "read/reader.h"
#include "read/spot.h"
#include "read/strip.h"

#define FLOW_ITEMS 16 /* levels of items that are kept apart */
#define FLOW_MOST_TEXT ((size_t)16 << 20) /* bytes; more is refused */

struct flow {
    const struct reading *reading;
    struct strip first; /* the first row of a table, until it is judged */
    size_t recording;   /* depth in it */
    struct vec open;    /* struct flow_level: tables, rows, cells */
    uint8_t items[FLOW_ITEMS]; /* the levels of the items that are open */
    size_t item_count;
    size_t paragraphs, tables; /* so far */
    size_t written;            /* bytes of text */
    enum spot part;            /* SPOT_PARAGRAPH: the text itself */
    size_t part_number;
    uint32_t mark; /* of the paragraph of the text that was played last */
    struct buf spot;
    /* The table whose cells are cells to the builder. */
    bool real, in_cell, covered, header, guessed;
    size_t rows;
    uint32_t column, next_column;
    uint8_t merge;
    struct vec titles; /* struct flow_cell: of columns */
    struct vec merged; /* struct flow_cell, by column: go on in rows below */
    struct buf cell;   /* the beginning of the text of the cell */
    struct buf kept;   /* texts of titles and merged cells */
};

void
flow_init(struct flow *flow, const struct reading *reading);
void
flow_done(struct flow *flow);

/* Paragraphs from here on stand in this part of the file, such as the third
 * footnote. */
void
flow_part(struct flow *flow, enum spot part, size_t number);

/* Play the events [from, to) of a strip. */
samsyn_status
flow_play(struct flow *flow, const struct strip *strip, size_t from, size_t to);

/* Play all of a strip, and empty it. */
samsyn_status
flow_play_all(struct flow *flow, struct strip *strip);

/* The file ends. */
samsyn_status
flow_end(struct flow *flow);

#endif
