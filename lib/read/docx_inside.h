/* SPDX-License-Identifier: MIT */
#ifndef READ_DOCX_INSIDE_H
#define READ_DOCX_INSIDE_H

/* The inside of the DOCX reader: docx.c finds the parts, docx_walk.c goes
 * through them, docx_text.c makes paragraphs, docx_table.c tables. */

#include "read/docx_styles.h"
#include "read/flow.h"
#include "read/xml.h"

/* What is being read. */
enum docx_part {
    DOCX_BODY,
    DOCX_MARGIN, /* a header or footer */
    DOCX_NOTES   /* footnotes or endnotes: kept for later */
};

/* Foot- or endnotes, by their ids. */
struct docx_note {
    size_t from, to; /* events */
    bool played;
};

struct docx_notes {
    struct strip strip;
    struct lookup by_id;
    struct vec all; /* struct docx_note */
    enum spot spot;
    size_t played;
};

struct docx_paragraph {
    const struct style *style; /* NULL: none named */
    bool says_list;
    int list, list_level; /* list_level -1: not said */
    int outline;          /* 1 to 9; 0 text; -1 not said */
    bool joins;           /* its end is deleted: goes on with the next */
};

struct docx_run {
    const struct style *style; /* NULL: none */
    enum tri bold, hidden;
};

/* Where the walk is, as far as a text box begins anew. */
struct docx_context {
    struct docx_paragraph paragraph;
    struct docx_run run;
    bool in_paragraph, in_ppr, in_run, in_rpr;
    uint32_t mark; /* of the paragraph; 0: none */
};

struct docx_field {
    bool code;   /* what comes is its code, not yet its result */
    bool simple; /* an element of its own */
    bool contents;
    uint8_t size;
    char name[8]; /* how its code begins */
};

struct docx_table {
    const struct style *style;
    uint32_t columns; /* as its grid has them */
    bool look_first;
    bool opened; /* a table in the strip ... */
    bool row, row_opened;
    bool cell, cell_opened, cell_gone;
    bool row_gone, header;
    bool any_row, body; /* body: after the titles */
    uint32_t before, span;
    uint8_t merge;
};

struct docx_control {
    bool placeholder, contents;
};

struct docx {
    const struct reading *reading;
    bool accept; /* tracked changes */
    size_t elements;
    struct docx_styles styles;
    struct docx_notes footnotes, endnotes;
    struct arena arena; /* keys of notes */
    struct flow flow;

    /* The part that is being read. */
    enum docx_part part;
    struct docx_notes *notes; /* of a part of notes */
    size_t note_from;
    struct strip main, later; /* later: what stands in text boxes */
    struct docx_context at;
    struct vec boxes;    /* struct docx_context: those around the text box */
    struct vec tables;   /* struct docx_table */
    struct vec fields;   /* struct docx_field */
    struct vec controls; /* struct docx_control */
    struct vec choices;  /* bool: one was taken */
    struct vec called;   /* struct docx_call: notes of the paragraph */
    size_t coded;        /* fields whose code is going on */
    size_t listing;      /* fields and controls that are contents */
    bool in_trpr, in_text, in_code;
    struct xml_spot spot; /* of the tag that is told, where marks are asked */
    size_t changes;
};

/* A note that a paragraph refers to. */
struct docx_call {
    struct docx_notes *notes;
    uint32_t index;
};

void
docx_init(struct docx *docx, const struct reading *reading);
void
docx_done(struct docx *docx);

/* Read a part of text. */
samsyn_status
docx_walk(struct docx *docx, enum docx_part part, struct source source);

/* Where text goes. */
struct strip *
docx_pen(struct docx *docx);

/* ---- docx_text.c ---- */

void
docx_begin_paragraph(struct docx *docx);
samsyn_status
docx_end_paragraph(struct docx *docx);
/* End a paragraph that was to go on with the next, where there is none. */
samsyn_status
docx_flush(struct docx *docx);
/* Text boxes that stand nowhere else. */
samsyn_status
docx_play(struct docx *docx);
samsyn_status
docx_write(struct docx *docx, struct str text);
samsyn_status
docx_break(struct docx *docx);
/* The run is hidden, or the code of a field goes on. */
bool
docx_is_unseen(const struct docx *docx);
samsyn_status
docx_begin_field(struct docx *docx, bool simple);
void
docx_end_code(struct docx *docx);
void
docx_end_field(struct docx *docx, bool simple);
void
docx_field_code(struct docx *docx, struct str text);
samsyn_status
docx_call_note(struct docx *docx, struct docx_notes *notes, struct str id);

/* ---- docx_table.c ---- */

struct docx_table *
docx_table(const struct docx *docx);
/* In a table, where nothing but rows and cells may stand, or in a cell that was
 * deleted. */
bool
docx_is_between_cells(const struct docx *docx);
samsyn_status
docx_start_table(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_table(struct docx *docx);
samsyn_status
docx_start_row(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_row(struct docx *docx);
samsyn_status
docx_start_cell(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_cell(struct docx *docx);
/* Something stands in the cell: its event, if it has not come yet. */
samsyn_status
docx_open_cell(struct docx *docx);

samsyn_status
docx_start_trpr(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_trpr(struct docx *docx);
samsyn_status
docx_start_cell_value(struct docx *docx, struct xml_element *element);

/* ---- docx_wrap.c ---- */

samsyn_status
docx_start_sdt(struct docx *docx, struct xml_element *element);
samsyn_status
docx_start_control_value(struct docx *docx, struct xml_element *element);
samsyn_status
docx_start_sdtcontent(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_sdt(struct docx *docx);
samsyn_status
docx_start_box(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_box(struct docx *docx);
samsyn_status
docx_start_alternatives(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_alternatives(struct docx *docx);
samsyn_status
docx_start_choice(struct docx *docx, struct xml_element *element);
samsyn_status
docx_start_note(struct docx *docx, struct xml_element *element);
samsyn_status
docx_end_note(struct docx *docx);

#endif
