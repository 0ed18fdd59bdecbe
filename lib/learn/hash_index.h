/* SPDX-License-Identifier: MIT */
#ifndef LEARN_HASH_INDEX_H
#define LEARN_HASH_INDEX_H

/* Where a feature stands among the known ones, which are sorted. */

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

#define HASH_NONE UINT32_MAX

struct hash_index {
    const uint32_t *hashes; /* rising, borrowed */
    uint32_t *firsts;       /* by highest bits: the first hash that has them */
    unsigned shift;
};

/* Room for the index of @p count hashes, to be given to hash_index_make();
 * 0 where there are too many. */
size_t
hash_index_size(size_t count);

/* @p hashes rise strictly; @p room holds hash_index_size(count) numbers. */
void
hash_index_make(struct hash_index *out, const uint32_t *hashes, size_t count,
                uint32_t *room);

/* HASH_NONE where it is not known. */
uint32_t
hash_index_find(const struct hash_index *index, uint32_t hash);

/* Puts where they are in the place of the hashes that are known, and gives how
 * many those are.  The processor waits for memory once and not for each. */
size_t
hash_index_find_all(const struct hash_index *index, uint32_t *hashes,
                    size_t count);

/* Sorts numbers, low first; @p room holds as many. */
void
hash_sort(uint32_t *numbers, uint32_t *room, size_t count);

#endif
