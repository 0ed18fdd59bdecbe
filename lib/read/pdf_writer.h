/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_WRITER_H
#define READ_PDF_WRITER_H

/* What is known while the rows of a PDF are taken one by one (pdf_text.c):
 * where a block ends (pdf_breaks.c), and what is an item (pdf_items.c). */

#include "read/pdf_heading.h"
#include "read/pdf_join.h"
#include "samsyn.h"

#define PDF_LEVELS 32 /* of lists in lists */
#define PDF_SAME 300  /* hundredths of a point: begin at the same place */
#define PDF_HANGING 400

struct writer {
    samsyn_builder *builder;
    samsyn_lang lang; /* of places */
    const struct pdf_rows *rows;
    struct pdf_headings headings;
    struct pdf_words words;
    struct buf place; /* that is being written */
    size_t at;        /* the row to be taken */

    samsyn_block open; /* 0 for none */
    size_t last;       /* its last row */
    bool page;         /* a page limit stands after it */
    bool apart;        /* what follows begins a block in any case */
    size_t furniture;  /* furniture from this row on waits ... */
    bool waiting;      /* ... to be put out */
    size_t no_table;   /* no table begins before this row */
    uint32_t tables;
    uint32_t number;            /* of the item before, 0 for none */
    int32_t labels[PDF_LEVELS]; /* where the labels of open lists begin */
    size_t depth;
    bool bare;  /* the open list's labels are drawn and not written */
    bool small; /* ... and its first item begins with a small letter */
};

static inline const struct pdf_row *
writer_row(const struct writer *writer, size_t index)
{
    return pdf_row_at(writer->rows, index);
}

static inline struct str
writer_text(const struct writer *writer, size_t index)
{
    return pdf_row_str(writer->rows, index);
}

/* ---- pdf_breaks.c ---- */

/* The text ends as a sentence or a lead-in does. */
bool
pdf_is_ended(struct str text);

/* It ends in a colon. */
bool
pdf_is_lead_in(struct str text);

/* The letters of two rows are of different sizes. */
bool
pdf_looks_other(const struct pdf_row *a, const struct pdf_row *b);

/* Two rows begin as far in. */
bool
pdf_is_same_place(const struct pdf_row *a, const struct pdf_row *b);

/* The row to be taken begins a block of its own. */
bool
pdf_breaks(const struct writer *writer);

/* ---- pdf_items.c ---- */

/* The row is an item by its label.  @p begins: it begins a block. */
bool
pdf_is_item(const struct writer *writer, const struct label *label,
            bool begins);

/* The row begins an item whose label was drawn: a round spot, as browsers do
 * it. */
bool
pdf_is_bare_item(const struct writer *writer, bool begins);

/* The level of an item whose label begins at @p x. */
int
pdf_item_level(struct writer *writer, int32_t x);

#endif
