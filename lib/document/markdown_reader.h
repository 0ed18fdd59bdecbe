/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_MARKDOWN_READER_H
#define DOCUMENT_MARKDOWN_READER_H

#include "document/read.h"

/* Markdown with tables. */
samsyn_status
markdown_read(const struct reading *reading);

#endif
