/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_TEXT_H
#define READ_PDF_TEXT_H

/* The rows of a PDF as blocks. */

#include "read/pdf_rows.h"
#include "read/pdf_style.h"
#include "samsyn.h"

/* Open the blocks of a document in @p builder. */
samsyn_status
pdf_text_put(samsyn_builder *builder, const struct pdf_rows *rows,
             const struct pdf_style *style);

#endif
