/* SPDX-License-Identifier: MIT */
#ifndef TESTS_DOCUMENT_DUMP_H
#define TESTS_DOCUMENT_DUMP_H

/* Documents as short texts, to compare with what was expected, and a small
 * language to read them with, made by hand so that no loader is needed. */

#include "base/buf.h"
#include "document/document.h"

/* Abbreviations "t.ex", "kl" and "nr"; "och" and "samt" keep a hyphen before
 * them; headings "underskrift", "innehåll" and "bilaga". */
const struct samsyn_language *
dump_language(void);

/* A line for each block: its kind (H P I C T), its level or its row and
 * column, "?" where it was guessed, its zone where that is not what goes
 * without saying (f c S), and its text. */
void
dump_blocks(struct buf *out, const struct samsyn_document *document);

/* A line for each sentence. */
void
dump_sentences(struct buf *out, const struct samsyn_document *document);

/* Each word with what stands before it: "|" at the start of a sentence, "_"
 * for white space, "~" before a mark without any, "#" for anything else. */
void
dump_words(struct buf *out, const struct samsyn_document *document);

/* Headings above, lead-ins and column titles: "3 under 1, after 2, of 0". */
void
dump_links(struct buf *out, const struct samsyn_document *document);

#endif
