/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_TEXT_H
#define READ_PDF_TEXT_H

/* The rows of a PDF as blocks. */

#include "read/pdf_rows.h"
#include "read/pdf_style.h"
#include "samsyn.h"

/* Open the blocks of a document in @p builder; @p lang: of their places. */
samsyn_status
pdf_text_put(samsyn_builder *builder, samsyn_lang lang,
             const struct pdf_rows *rows, const struct pdf_style *style);

#endif
