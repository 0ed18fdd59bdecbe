/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_DRAWN_H
#define DOCUMENT_TEXT_DRAWN_H

/* Tables in plain text whose cells are parted by marks: by bars, with or
 * without lines drawn around them, or by tabs, as programs write a table that
 * is saved as text. */

#include "document/text_table.h"

/* The table that begins at line @p at; *found tells whether there is one.
 * False without memory.  text_table_done() is due in either case. */
bool
text_drawn_find(struct text_table *out, const struct text_lines *lines,
                size_t at, const samsyn_allocator *mem, bool *found);

#endif
