/* SPDX-License-Identifier: MIT */
#ifndef READ_LOOKUP_H
#define READ_LOOKUP_H

/* Names of a file's styles, lists, notes and parts to their numbers. */

#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>

#define LOOKUP_NONE UINT32_MAX
#define LOOKUP_SEED 2166136261u

struct lookup_slot {
    struct str key; /* ptr NULL: free */
    uint32_t hash;
    uint32_t value;
};

struct lookup {
    samsyn_allocator mem;
    struct lookup_slot *slots;
    size_t cap, count;
};

void
lookup_init(struct lookup *lookup, const samsyn_allocator *mem);
void
lookup_done(struct lookup *lookup);

/* Add a key, whose bytes must live as long as the table.  The first of equals
 * stays: *value receives what the key has then.  False without memory. */
bool
lookup_add(struct lookup *lookup, struct str key, uint32_t *value);

/* LOOKUP_NONE where there is no such key. */
uint32_t
lookup_find(const struct lookup *lookup, struct str key);

/* FNV-1a, from LOOKUP_SEED or from the hash of what stands before. */
uint32_t
lookup_hash(uint32_t hash, struct str key);

#endif
