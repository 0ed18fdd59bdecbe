/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_PUT_H
#define DOCUMENT_TEXT_PUT_H

#include "document/read.h"
#include "document/text_table.h"

/* Give a table of plain text to the builder. */
samsyn_status
text_table_put(const struct reading *reading, const struct text_lines *lines,
               const struct text_table *table);

#endif
