/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_BUILDER_INSIDE_H
#define DOCUMENT_BUILDER_INSIDE_H

/* The inside of a builder: only for builder.c, which takes blocks and text,
 * builder_tell.c, which takes what is said of the file, and builder_finish.c,
 * which makes the document of them. */

#include "base/vec.h"
#include "document/builder.h"
#include "document/normalise.h"

/* A block that is open. */
struct frame {
    samsyn_block kind;
    uint8_t level;
    unsigned flags;   /* its own and those of the blocks around it */
    struct str place; /* its own, or that of the block around it */
    size_t owner;     /* the frame whose block its text goes to */
    uint32_t row;     /* of rows and cells */
    uint32_t column;  /* of cells; rows: of the next one */
    uint32_t span;    /* of cells: how many columns */
    uint32_t titles;  /* rows: how many columns have titles in it */
};

struct samsyn_builder {
    struct samsyn_config config;
    const struct samsyn_language *language;
    struct samsyn_document *document; /* being made */
    struct normaliser *normaliser;
    struct buf text;
    struct vec blocks, runs, rows, frames, notices;
    struct vec rules; /* blocks before which stood a line to sign on */
    bool writing;     /* the last of blocks takes text ... */
    size_t writer;    /* ... of this frame */
    size_t told;      /* bytes of text that runs cover */
    size_t text_kept; /* text and runs without the block being written */
    size_t runs_kept;
    size_t limit;      /* of places in the source */
    size_t last_place; /* where the text added last ended */
    size_t unasked;    /* bytes since the stop callback was asked */
    uint32_t tables;
    struct samsyn_diagnostics *said; /* NULL: nothing */
    samsyn_status status;
};

/* Note a failure, which every later call returns; gives it back. */
samsyn_status
builder_fail(struct samsyn_builder *builder, samsyn_status status);

/* True where the source has this range, or it says that there is none. */
bool
builder_has_range(const struct samsyn_builder *builder, size_t start,
                  size_t end);

#endif
