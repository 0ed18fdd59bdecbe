/* SPDX-License-Identifier: MIT */
#ifndef READ_FLOW_INSIDE_H
#define READ_FLOW_INSIDE_H

/* The inside of a flow: flow.c plays tables, flow_text.c paragraphs. */

#include "read/flow.h"

/* A table, row or cell that is open in the file. */
struct flow_level {
    uint8_t kind; /* enum strip_kind */
    uint8_t sort; /* of its table: enum flow_sort */
    bool opened;  /* in the builder, too */
    uint32_t columns;
};

enum flow_sort {
    FLOW_UNKNOWN, /* until its first row comes */
    FLOW_REAL,
    FLOW_FRAME, /* one column: a frame around text */
    FLOW_INNER  /* in a cell of a real one: its text is the cell's */
};

/* A cell whose text is remembered: in flow->kept. */
struct flow_cell {
    uint32_t column;
    size_t start, length;
};

samsyn_status
flow_open(struct flow *flow, samsyn_block block, int level, unsigned flags);
samsyn_status
flow_write(struct flow *flow, struct str text);
void
flow_take_mark(struct flow *flow, const struct strip_event *event);
samsyn_status
flow_mark(struct flow *flow);
samsyn_status
flow_close(struct flow *flow);

/* Close the items at @p level and deeper. */
samsyn_status
flow_close_items(struct flow *flow, uint8_t level);

samsyn_status
flow_paragraph(struct flow *flow, const struct strip *strip,
               const struct strip_event *event);

/* Nothing to see in it. */
bool
flow_is_blank(struct str text);

/* Takes more columns than that, as it is seen. */
bool
flow_is_longer(struct str text, size_t columns);

#endif
