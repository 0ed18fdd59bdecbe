/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_PLACE_H
#define READ_PDF_PLACE_H

/* Where in a PDF something stands, as a person says it: "sida 3, tabell 1,
 * rad 2, kolumn Ansvarig". */

#include "base/str.h"

#include <stdint.h>

#define PDF_PLACE 160

/* Ends in NUL; @p table, @p row and @p column are left out where they are 0
 * or empty. */
void
pdf_place(char out[PDF_PLACE], uint32_t page, uint32_t table, uint32_t row,
          struct str column);

#endif
