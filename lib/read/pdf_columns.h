/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_COLUMNS_H
#define READ_PDF_COLUMNS_H

/* Text set in two columns, as on the pages of a brochure. */

#include "read/pdf_rows.h"

/* Number the zones of a page in the order of reading: a column is a zone, and
 * so is what stands over its whole width above, between and below columns.
 * The atoms are put in the order of their zones, and in each from top to
 * bottom.  @p height: of the page. */
void
pdf_columns_divide(struct pdf_atom *atoms, size_t count, int32_t height,
                   const struct pdf_boxes *boxes);

#endif
