/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_JOIN_H
#define READ_PDF_JOIN_H

/* How the lines of a text are joined. */

#include "read/pdf_table.h"

/* What to put between two lines: a line end, by which the builder knows where
 * words may be divided, or nothing. */
struct str
pdf_joint(struct str above, struct str below);

/* The text begins with a small letter. */
bool
pdf_is_lower(struct str text);

/* The words of a document, put in order when they are first asked for. */
struct pdf_words {
    const struct pdf_rows *rows;
    struct vec words; /* struct known, rising */
};

void
pdf_words_init(struct pdf_words *words, const struct pdf_rows *rows);
void
pdf_words_done(struct pdf_words *words);

/* How far the lines of a column reach at most. */
int32_t
pdf_edge(const struct pdf_table *table, uint32_t column);

/* Whether a word of a narrow column was broken where its letters reached the
 * column's edge, without a hyphen.  False without memory. */
bool
pdf_is_broken(bool *out, struct pdf_words *words, const struct pdf_table *table,
              uint32_t column, const struct pdf_atom *above,
              const struct pdf_atom *below);

#endif
