/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_SPELL_H
#define LANGUAGE_SPELL_H

/* From a term as written to all its forms. */

#include "language/term.h"

/* Fill the words of a term from its text; @p forms are irregular ones, NULL
 * for none.  Says what is wrong through @p reader; false only without
 * memory. */
bool
spell_term(struct shape_reader *reader, const struct inflection *inflection,
           struct term *term, const struct yaml_node *node,
           const struct yaml_node *forms);

/* The class in brackets right after a word, empty where there is none; *at is
 * moved behind it. */
struct str
spell_class_after(struct str text, size_t *at);

#endif
