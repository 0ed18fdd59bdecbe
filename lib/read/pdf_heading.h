/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_HEADING_H
#define READ_PDF_HEADING_H

/* Headings of a PDF: by the outline where the file has one, else by the size
 * and weight of the letters, else by their words. */

#include "read/pdf_rows.h"
#include "read/pdf_style.h"

#define PDF_SIZES 8

struct pdf_headings {
    const struct pdf_rows *rows;
    const struct pdf_style *style;
    uint16_t sizes[PDF_SIZES]; /* of headings, falling */
    size_t count;
    bool styled;  /* some are larger or bolder than the text */
    size_t entry; /* the next of the outline */
};

/* A heading that begins at a row. */
struct pdf_heading {
    size_t rows; /* 0: none does */
    int level;
    bool guessed;
};

void
pdf_headings_find(struct pdf_headings *out, const struct pdf_rows *rows,
                  const struct pdf_style *style);

struct pdf_heading
pdf_heading_at(struct pdf_headings *headings, size_t index);

#endif
