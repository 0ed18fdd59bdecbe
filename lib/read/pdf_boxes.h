/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_BOXES_H
#define READ_PDF_BOXES_H

/* The words of a PDF and where they stand, as pdftotext -bbox-layout tells.
 * All measures are hundredths of a point, from the page's upper left. */

#include "base/buf.h"
#include "base/vec.h"

#define PDF_MOST_WORDS 500000
#define PDF_MOST_PAGES 5000
#define PDF_MOST_TEXT ((size_t)16 << 20)

struct pdf_box {
    int32_t x0, y0, x1, y1;
};

struct pdf_word {
    struct pdf_box box;
    uint32_t text; /* where it begins; a blank stands before the next */
    uint32_t length;
    uint16_t size; /* of its font, in hundredths; 0 where nothing is known */
    uint16_t face; /* family and colour: the same number for the same */
    bool bold;
    bool joins; /* with the next in one of poppler's lines */
};

struct pdf_page {
    int32_t width, height;
    uint32_t first, end; /* words */
};

struct pdf_boxes {
    struct vec words; /* struct pdf_word */
    struct vec pages; /* struct pdf_page */
    struct buf text;
    struct buf title;
    char date[10]; /* of the last change, "2026-03-01"; "" begins with NUL */
    bool whole;    /* nothing is missing at the end */
    bool large;    /* more than the limits allow */
    bool failed;   /* no memory */
};

void
pdf_boxes_init(struct pdf_boxes *boxes, const samsyn_allocator *mem);
void
pdf_boxes_done(struct pdf_boxes *boxes);

/* Take a line of what pdftotext says; false wants no more.  Shaped for
 * struct pdf_lines. */
bool
pdf_boxes_take(void *boxes, struct str line);

static inline struct pdf_word *
pdf_word_at(const struct pdf_boxes *boxes, size_t index)
{
    return (struct pdf_word *)boxes->words.data + index;
}

static inline struct str
pdf_word_str(const struct pdf_boxes *boxes, size_t index)
{
    const struct pdf_word *word = pdf_word_at(boxes, index);

    return str_make(boxes->text.data + word->text, word->length);
}

#endif
