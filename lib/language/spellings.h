/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_SPELLINGS_H
#define LANGUAGE_SPELLINGS_H

/* Words that were spelt out, so that a word that stands in many terms is spelt
 * once, and its stems are there once.  Lives while a pack and a checklist on
 * it are read; the stems live in the arena of whoever spelt them first. */

#include <stdint.h>

#include "base/vec.h"
#include "language/term.h"

/* How a word was inflected, beside by the class of that number. */
#define SPELT_BARE UINT32_MAX         /* not at all */
#define SPELT_LINKED (UINT32_MAX - 1) /* as the first part of a compound */

struct spellings {
    struct vec kept;  /* of struct spelt */
    uint32_t *places; /* number in kept + 1, by hash; 0 for none */
    size_t capacity;  /* a power of 2, or 0 */
};

void
spellings_init(struct spellings *spellings, const samsyn_allocator *mem);
void
spellings_done(struct spellings *spellings);

/* The word as it was spelt before; NULL where it was not. */
const struct term_word *
spellings_find(const struct spellings *spellings, const struct word_stem *base,
               uint32_t how);

/* Keeps a spelt word, whose id it fills in.  False only without memory. */
bool
spellings_keep(struct spellings *spellings, struct term_word *word,
               uint32_t how);

#endif
