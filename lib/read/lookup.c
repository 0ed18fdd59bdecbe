/* SPDX-License-Identifier: MIT */

/* An open table of names.
 *
 * Invariant: a power of two of slots, at most half of them taken, so that a
 * search ends at a free one.  Who fills it limits how many names there are,
 * so that names chosen to collide cost little. */

#include "read/lookup.h"

#define FIRST_SLOTS 32

void
lookup_init(struct lookup *lookup, const samsyn_allocator *mem)
{
    *lookup = (struct lookup){ .mem = *mem };
}

void
lookup_done(struct lookup *lookup)
{
    mem_free(&lookup->mem, lookup->slots);
    lookup->slots = NULL;
    lookup->cap = lookup->count = 0;
}

uint32_t
lookup_hash(uint32_t hash, struct str key)
{
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 16777619u;
    return hash;
}

/* The slot of a key, or the free one where it belongs. */
static struct lookup_slot *
slot_of(const struct lookup *lookup, struct str key, uint32_t hash)
{
    size_t at = hash & (lookup->cap - 1);

    while (lookup->slots[at].key.ptr &&
           (lookup->slots[at].hash != hash ||
            !str_equal(lookup->slots[at].key, key)))
        at = (at + 1) & (lookup->cap - 1);
    return &lookup->slots[at];
}

static bool
grow(struct lookup *lookup)
{
    struct lookup wider = { .mem = lookup->mem, .count = lookup->count };

    wider.cap = FIRST_SLOTS;
    if (lookup->cap && !mem_mul(lookup->cap, 2, &wider.cap))
        return false;
    wider.slots = mem_array(&wider.mem, wider.cap, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (size_t i = 0; i < lookup->cap; i++) {
        const struct lookup_slot *slot = &lookup->slots[i];

        if (slot->key.ptr)
            *slot_of(&wider, slot->key, slot->hash) = *slot;
    }
    mem_free(&lookup->mem, lookup->slots);
    *lookup = wider;
    return true;
}

bool
lookup_add(struct lookup *lookup, struct str key, uint32_t *value)
{
    uint32_t hash = lookup_hash(LOOKUP_SEED, key);
    struct lookup_slot *slot;

    if (lookup->count * 2 >= lookup->cap && !grow(lookup))
        return false;
    slot = slot_of(lookup, key, hash);
    if (!slot->key.ptr) {
        *slot = (struct lookup_slot){ key, hash, *value };
        lookup->count++;
    }
    *value = slot->value;
    return true;
}

uint32_t
lookup_find(const struct lookup *lookup, struct str key)
{
    const struct lookup_slot *slot;

    if (!lookup->cap)
        return LOOKUP_NONE;
    slot = slot_of(lookup, key, lookup_hash(LOOKUP_SEED, key));
    return slot->key.ptr ? slot->value : LOOKUP_NONE;
}
