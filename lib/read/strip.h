/* SPDX-License-Identifier: MIT */
#ifndef READ_STRIP_H
#define READ_STRIP_H

/* A stretch of a document as it comes out of an office file: paragraphs and
 * tables in order, kept so that they can be played to the builder later, as a
 * footnote after its paragraph. */

#include "base/buf.h"
#include "base/vec.h"
#include "read/reader.h"

#include <stdint.h>

/* Events of a strip, until it is played; more are refused.  A table whose
 * cells are empty is played when it ends. */
#define STRIP_MOST_EVENTS 1000000

/* What a paragraph is. */
struct look {
    uint8_t heading; /* 1 to 9; 0: none */
    uint8_t level;   /* in a list, from 1; 0: in none */
    bool labelled;   /* in a list: begins an item, else goes on with one */
    bool contents;   /* of a table of contents */
    bool quoted;
    bool furniture; /* of a page's header or footer */
    bool attached;  /* goes with the paragraph before it, as a note does */
    uint32_t mark; /* of the paragraph in marks.h, or a cell's first; 0: none */
};

enum strip_kind {
    STRIP_PARAGRAPH,
    STRIP_TABLE,
    STRIP_ROW,
    STRIP_CELL,
    STRIP_END /* of a table, a row or a cell */
};

/* How a cell is merged with those below or above it. */
enum strip_merge {
    MERGE_NONE,
    MERGE_BEGINS, /* goes on in the rows below */
    MERGE_GOES_ON /* what it says stands in a row above */
};

struct strip_event {
    uint8_t kind;
    uint8_t merge;      /* cells */
    bool header;        /* rows: titles of columns */
    struct look look;   /* paragraphs */
    uint32_t columns;   /* tables: how many; cells: spanned */
    uint32_t text;      /* paragraphs: end of their text ... */
    uint32_t pieces;    /* ... and of their pieces */
    uint32_t text_from; /* where they begin */
    uint32_t piece_from;
};

/* Text of one weight; breaks are lines that end. */
struct strip_piece {
    uint32_t end; /* in the strip's text; begins where the one before ended */
    bool bold;
    bool breaks;
};

struct strip {
    const struct reading *reading;
    struct buf text;
    struct vec pieces;
    struct vec events;
    uint32_t text_from, piece_from; /* of the paragraph that is open */
};

void
strip_init(struct strip *strip, const struct reading *reading);
void
strip_done(struct strip *strip);
void
strip_clear(struct strip *strip);

/* Text of the paragraph that is open. */
samsyn_status
strip_write(struct strip *strip, struct str text, bool bold);
samsyn_status
strip_break(struct strip *strip);

/* There is text in the paragraph that is open. */
bool
strip_is_open(const struct strip *strip);

/* The paragraph that is open ends, and is this. */
samsyn_status
strip_paragraph(struct strip *strip, struct look look);

/* Any other event. */
samsyn_status
strip_event(struct strip *strip, struct strip_event event);

/* Append an event of another strip, with its text. */
samsyn_status
strip_copy(struct strip *strip, const struct strip *from, size_t index);

struct str
strip_text(const struct strip *strip, const struct strip_event *event);
struct str
strip_piece_text(const struct strip *strip, const struct strip_event *event,
                 uint32_t piece);

static inline const struct strip_event *
strip_at(const struct strip *strip, size_t index)
{
    return vec_at(&strip->events, index);
}

static inline const struct strip_piece *
strip_piece_at(const struct strip *strip, uint32_t index)
{
    return vec_at(&strip->pieces, index);
}

#endif
