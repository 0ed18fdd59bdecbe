/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TERM_FIND_H
#define DOCUMENT_TERM_FIND_H

/* Terms in a heading: how a table of contents, an annex and a signature are
 * known.  Everything else is found by the match room. */

#include "language/term.h"

/* Which word of @p folded a term of the list begins at, counted from 0; -1
 * where none stands there.  Only the first words are looked at, and terms
 * that are patterns are not. */
int
term_find(const struct term_list *list, struct str folded);

#endif
