/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_ATOMS_H
#define DOCUMENT_TEXT_ATOMS_H

#include "document/text_table.h"

/* The atoms of one line. */
struct text_atoms {
    struct text_atom atoms[TABLE_COLUMNS];
    size_t count;
    bool wide; /* a gap of WIDE_GAP or more between two of them */
};

/* The atoms of a line; false where it is too long, or has too many, to be a
 * row of a table. */
bool
text_atoms_find(struct text_atoms *row, const struct text_lines *lines,
                size_t index);

/* The cell that begins at atom @p index, as one atom; *next is the atom after
 * it. */
struct text_atom
text_cell_at(const struct text_atoms *row, size_t index, size_t *next);

/* Divide an atom at the single blank before column @p lo; false where there
 * is none. */
bool
text_atom_split(struct text_atoms *row, size_t index, size_t lo,
                struct str text);

#endif
