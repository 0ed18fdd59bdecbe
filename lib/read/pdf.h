/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_H
#define READ_PDF_H

/* The reader of PDF with other limits than the usual. */

#include "read/child.h"
#include "read/reader.h"

samsyn_status
pdf_read_within(const struct reading *reading,
                const struct child_limits *limits);

#endif
