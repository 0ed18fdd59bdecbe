/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_ROWS_H
#define READ_PDF_ROWS_H

/* The rows of a PDF's pages: what stands side by side, left to right, and the
 * rows from top to bottom.  A row is divided into atoms where there is more
 * room between two words than a blank takes. */

#include "read/pdf_boxes.h"

#include "base/label.h"

enum {
    PDF_FURNITURE = 1, /* page header or footer */
    PDF_LEADER = 2,    /* dots that lead to a number at its end */
    PDF_RULE = 4       /* nothing but dashes, dots, underscores */
};

/* Words that follow each other. */
struct pdf_atom {
    struct pdf_box box;
    uint32_t first, end; /* words */
    uint32_t label;      /* word before them that is their label, plus 1 */
    uint32_t zone;       /* of its page, in the order of reading */
    bool column;         /* the zone is a column of text */
};

struct pdf_row {
    struct pdf_box box;
    uint32_t first, end;   /* atoms */
    uint32_t text, length; /* in pdf_rows.text */
    uint32_t page;         /* from 0 */
    uint32_t zone;         /* of all pages: what is read from top to bottom */
    int32_t left, right;   /* how far its column reaches; of others 0 */
    int32_t label;         /* where what stands behind its label begins, or
                            * where it begins itself */
    int32_t word;          /* how wide its first word is */
    uint16_t size;         /* of most of its letters; 0: not known */
    uint16_t face;
    bool bold;  /* all of it */
    bool mixed; /* of more than one face */
    uint8_t flags;
};

struct pdf_rows {
    const struct pdf_boxes *boxes;
    struct vec atoms; /* struct pdf_atom */
    struct vec rows;  /* struct pdf_row */
    struct buf text;
    uint32_t zones;
    /* What most rows are like. */
    int32_t lead; /* of a thousandth of its height: room between two lines */
    int32_t left, right; /* where they begin; how far they reach */
    int32_t height;
    uint16_t size; /* 0: not known */
    uint16_t face;
    bool bold;   /* most of it */
    bool parted; /* paragraphs stand apart */
};

void
pdf_rows_init(struct pdf_rows *rows, const samsyn_allocator *mem);
void
pdf_rows_done(struct pdf_rows *rows);

/* False without memory. */
bool
pdf_rows_find(struct pdf_rows *rows, const struct pdf_boxes *boxes);

/* Flag page headers and footers.  False without memory. */
bool
pdf_furniture_mark(struct pdf_rows *rows);
/* Take back what turns out to be lines of a text, once it is known how far
 * apart those stand. */
void
pdf_furniture_spare(struct pdf_rows *rows);

static inline struct pdf_row *
pdf_row_at(const struct pdf_rows *rows, size_t index)
{
    return (struct pdf_row *)rows->rows.data + index;
}

static inline struct pdf_atom *
pdf_atom_at(const struct pdf_rows *rows, size_t index)
{
    return (struct pdf_atom *)rows->atoms.data + index;
}

static inline int32_t
pdf_height(const struct pdf_box *box)
{
    return box->y1 - box->y0;
}

static inline int32_t
pdf_middle(const struct pdf_box *box)
{
    return (box->y0 + box->y1) / 2;
}

/* All words of an atom are bold. */
static inline bool
pdf_is_bold(const struct pdf_boxes *boxes, const struct pdf_atom *atom)
{
    uint32_t at = atom->first;

    while (at < atom->end && pdf_word_at(boxes, at)->bold)
        at++;
    return at == atom->end;
}

static inline struct str
pdf_row_str(const struct pdf_rows *rows, size_t index)
{
    const struct pdf_row *row = pdf_row_at(rows, index);

    return str_make(rows->text.data + row->text, row->length);
}

/* The text of an atom, without its label. */
struct str
pdf_atom_str(const struct pdf_rows *rows, const struct pdf_atom *atom);

/* The room between a row and the one below it, past what is between two lines
 * of a paragraph; as a thousandth of the height.  Both are on one page. */
int32_t
pdf_room(const struct pdf_rows *rows, const struct pdf_row *above,
         const struct pdf_row *below);

/* More than the lines of a paragraph stand apart. */
bool
pdf_is_parted(const struct pdf_rows *rows, const struct pdf_row *above,
              const struct pdf_row *below);

/* Where the text around a row begins. */
int32_t
pdf_left(const struct pdf_rows *rows, const struct pdf_row *row);

/* A row ends though the next one's first word had room in it. */
bool
pdf_is_broken_off(const struct pdf_rows *rows, const struct pdf_row *above,
                  const struct pdf_row *below);

#endif
