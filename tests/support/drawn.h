/* SPDX-License-Identifier: MIT */
#ifndef TESTS_DRAWN_H
#define TESTS_DRAWN_H

/* Numbers and words drawn by a seed: the same on every machine and every run,
 * so that a law that fails can be looked at. */

#include "base/buf.h"

/* The next number below a bound; @p state is not 0.  Source: Marsaglia (2003),
 * Xorshift RNGs, Journal of Statistical Software 8(14). */
size_t
drawn(uint64_t *state, size_t below);

/* What texts are made of. */
struct drawn_words {
    uint64_t *state;
    const char *const *pieces;
    size_t count;
    size_t most; /* pieces in a row */
};

/* One to most pieces; sentences of them, with an empty line behind. */
void
drawn_words(struct buf *out, const struct drawn_words *words);
void
drawn_paragraph(struct buf *out, const struct drawn_words *words);

#endif
