/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_NORMALISE_H
#define DOCUMENT_NORMALISE_H

/* From text as it was written to text as it is compared: NFC, soft hyphens
 * and zero-width characters out, U+2010 and U+2011 as '-', ligatures open,
 * every run of white space one space (none at the ends), words divided at a
 * line end joined.  A hyphen at a line end stays where the next word is one of
 * `suspended` or has a hyphen at its own end, with a blank after it (then with
 * a space); and where the next word begins with a digit or capital, or a digit
 * or capital stands before the hyphen (then without).  It tells for each
 * stretch of output which input it came from.  Works on a stream: text may
 * come in any pieces, and the output does not depend on where it was cut. */

#include "base/buf.h"
#include "base/str.h"
#include "language/language.h"

/* Told of each stretch of output: its length in bytes, whether each byte of it
 * stands for one byte of the input (the same, or white space become a space),
 * and the input's place.  False without memory. */
typedef bool (*normalise_fn)(void *user, size_t length, bool linear,
                             size_t start, size_t end);

struct normaliser;

/* NULL without memory.  @p suspended is borrowed; @p out receives text. */
struct normaliser *
normaliser_new(const samsyn_allocator *mem, const struct word_set *suspended,
               struct buf *out, normalise_fn told, void *user);

/* More input.  @p start and @p end: as for samsyn_builder_text(). */
bool
normaliser_add(struct normaliser *normaliser, struct str text, size_t start,
               size_t end);

/* The end of a block: what was held back is put out, white space at the end
 * is dropped, and a new block may follow. */
bool
normaliser_end(struct normaliser *normaliser);

void
normaliser_free(struct normaliser *normaliser);

#endif
