/* SPDX-License-Identifier: MIT */
#ifndef READ_ODT_INSIDE_H
#define READ_ODT_INSIDE_H

/* The inside of the ODT reader: odt.c finds the parts, odt_walk.c goes
 * through them, odt_text.c makes paragraphs, odt_table.c tables. */

#include "read/flow.h"
#include "read/odt_styles.h"
#include "read/xml.h"

#define ODT_MOST_REPEATED 1000

/* What text looks like, by the element that it stands in. */
struct odt_span {
    enum tri bold, hidden;
};

/* Where the walk is, as far as a text box or a note begins anew. */
struct odt_context {
    size_t depth; /* of the element that ends it */
    const struct style *style;
    struct look look;
    bool in_paragraph;
    bool note;     /* what it holds is a note */
    size_t spans;  /* those that were open around it */
    size_t levels; /* lists that were open around it */
};

/* A list, or an item of one. */
struct odt_level {
    uint32_t style; /* of lists */
    bool item;
    bool header; /* an item without a label */
    bool begun;  /* an item whose first paragraph has come */
};

/* A note that was read and waits for the end of its paragraph. */
struct odt_note {
    enum spot spot;
    size_t from, to;
};

/* A cell that goes on in the rows below. */
struct odt_down {
    uint32_t column, span, rows;
};

struct odt_table {
    bool opened, row, cell;
    bool titles;      /* in table-header-rows */
    uint32_t columns; /* as they were told */
    uint32_t column;  /* of the next cell in this row */
    uint32_t covered; /* cells to come that the last one covers */
    size_t downs;     /* first of its own in odt->downs */
};

/* A tracked change: what was put in, or the text that was taken away. */
struct odt_change {
    bool insertion;
    size_t from, to; /* events of odt->deleted */
};

struct odt {
    const struct reading *reading;
    bool accept; /* tracked changes */
    size_t elements, depth;
    struct odt_styles styles;
    struct arena arena;
    struct flow flow;
    struct strip main, boxes, notes, deleted;
    struct vec note_list; /* struct odt_note */
    size_t footnotes, endnotes;
    struct odt_context at;
    struct vec around;   /* struct odt_context */
    struct vec spans;    /* struct odt_span */
    struct vec levels;   /* struct odt_level */
    struct vec tables;   /* struct odt_table */
    struct vec downs;    /* struct odt_down */
    struct vec changes;  /* struct odt_change */
    struct lookup by_id; /* of changes */
    size_t covered;      /* cells of repetitions */
    size_t listing;      /* depth in tables of contents */
    size_t cut;          /* insertions that are left out and not ended */
    bool margin;         /* in a header or footer */
    bool body;           /* in the text */
    bool deleting;       /* in the text of a deletion */
    enum spot note_spot;
    size_t tracked;
    struct buf property;
    struct str title, date, made;
    bool in_meta, encrypted;
};

/* ---- odt_text.c ---- */

/* Where text goes. */
struct strip *
odt_pen(struct odt *odt);
samsyn_status
odt_start_paragraph(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_paragraph(struct odt *odt);
samsyn_status
odt_start_span(struct odt *odt, struct xml_element *element);
samsyn_status
odt_write(struct odt *odt, struct str text);
samsyn_status
odt_break(struct odt *odt);
/* Begin anew inside a paragraph, until the element that begins now ends. */
samsyn_status
odt_push(struct odt *odt, bool note);
/* An element ends: and with it what began anew at it. */
samsyn_status
odt_pop(struct odt *odt);
/* End a paragraph that was to go on, where nothing follows it. */
samsyn_status
odt_flush(struct odt *odt);
samsyn_status
odt_play(struct odt *odt);

/* ---- odt_change.c ---- */

samsyn_status
odt_start_region(struct odt *odt, struct xml_element *element);
samsyn_status
odt_start_deletion(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_region(struct odt *odt);
samsyn_status
odt_start_mark(struct odt *odt, struct xml_element *element);

/* ---- odt_table.c ---- */

samsyn_status
odt_start_table(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_table(struct odt *odt);
samsyn_status
odt_start_columns(struct odt *odt, struct xml_element *element);
samsyn_status
odt_start_titles(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_titles(struct odt *odt);
samsyn_status
odt_start_row(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_row(struct odt *odt);
samsyn_status
odt_start_cell(struct odt *odt, struct xml_element *element);
samsyn_status
odt_end_cell(struct odt *odt);
samsyn_status
odt_start_covered(struct odt *odt, struct xml_element *element);

/* ---- odt_walk.c ---- */

/* Read a part: 's' styles.xml, 'c' content.xml or a flat file, 'm' meta.xml,
 * 'i' the manifest. */
samsyn_status
odt_walk(struct odt *odt, char part, struct source source);

#endif
