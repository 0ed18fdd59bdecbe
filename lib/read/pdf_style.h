/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_STYLE_H
#define READ_PDF_STYLE_H

/* Sizes and weights of fonts, and the outline that readers of PDF show at the
 * side, as pdftohtml -xml tells. */

#include "read/pdf_boxes.h"

/* A stretch of text in one font. */
struct pdf_run {
    struct pdf_box box;
    uint32_t page; /* from 0 */
    uint16_t size; /* of the font, in hundredths */
    uint16_t face;
    bool bold;
};

/* An entry of the outline. */
struct pdf_entry {
    uint32_t page; /* from 0 */
    uint32_t text, length;
    int level; /* from 1 */
};

struct pdf_style {
    struct vec runs;     /* struct pdf_run */
    struct vec fonts;    /* struct font, of pdf_style.c */
    struct vec entries;  /* struct pdf_entry */
    struct buf text;     /* of the entries */
    struct pdf_box page; /* x1: its width as pdftohtml counts */
    uint32_t pages;
    int depth; /* of the outline */
    bool failed;
};

void
pdf_style_init(struct pdf_style *style, const samsyn_allocator *mem);
void
pdf_style_done(struct pdf_style *style);

/* Shaped for struct pdf_lines. */
bool
pdf_style_take(void *style, struct str line);

/* Give every word the font of the run that it stands in. */
void
pdf_style_apply(struct pdf_style *style, struct pdf_boxes *boxes);

#endif
