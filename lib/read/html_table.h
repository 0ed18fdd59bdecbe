/* SPDX-License-Identifier: MIT */
#ifndef READ_HTML_TABLE_H
#define READ_HTML_TABLE_H

/* What a table of a page is for, and which of its cells are titles. */

#include "read/html_tree.h"

/* Puts things side by side and tables nothing. */
bool
html_is_layout(const struct html_tree *tree, uint32_t table);

/* The row titles the columns; @p first where no row stands above it. */
bool
html_is_title_row(const struct html_tree *tree, uint32_t row, bool first);

/* All text inside, of which there is some, is bold. */
bool
html_is_bold(const struct html_tree *tree, uint32_t from, uint32_t to);

#endif
