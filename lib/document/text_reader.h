/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_READER_H
#define DOCUMENT_TEXT_READER_H

#include "document/read.h"

/* Plain text, and PDFs as `pdftotext -layout` gives them. */
samsyn_status
text_read(const struct reading *reading);

#endif
