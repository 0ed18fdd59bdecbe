/* SPDX-License-Identifier: MIT */

/* Sorted hashes and finding one of them.
 *
 * The highest bits of a hash name a drawer, and the drawer is searched by
 * halves: for hashes as they come from features that is one or two looks, and
 * a file whose hashes all share one drawer costs no more than a search by
 * halves of them all. */

#include "learn/hash_index.h"

#include <string.h>

enum {
    LEAST_BITS = 4,
    MOST_BITS = 18,
    BYTE_VALUES = 256
};

static unsigned
bits_for(size_t count)
{
    unsigned bits = LEAST_BITS;

    while (bits < MOST_BITS && (size_t)1 << bits < count)
        bits++;
    return bits;
}

size_t
hash_index_size(size_t count)
{
    if (count >= HASH_NONE)
        return 0;
    return ((size_t)1 << bits_for(count)) + 1;
}

void
hash_index_make(struct hash_index *out, const uint32_t *hashes, size_t count,
                uint32_t *room)
{
    size_t drawers = (size_t)1 << bits_for(count), sum = 0;

    out->hashes = hashes;
    out->firsts = room;
    out->shift = 32 - bits_for(count);
    /* Counted, then added up: no branch that nobody could foresee. */
    memset(room, 0, (drawers + 1) * sizeof *room);
    for (size_t i = 0; i < count; i++)
        room[(hashes[i] >> out->shift) + 1]++;
    for (size_t i = 0; i <= drawers; i++) {
        sum += room[i];
        room[i] = (uint32_t)sum;
    }
}

uint32_t
hash_index_find(const struct hash_index *index, uint32_t hash)
{
    const uint32_t *drawer = index->firsts + (hash >> index->shift);
    uint32_t low = drawer[0], high = drawer[1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (index->hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < drawer[1] && index->hashes[low] == hash ? low : HASH_NONE;
}

size_t
hash_index_find_all(const struct hash_index *index, uint32_t *hashes,
                    size_t count)
{
    size_t known = 0;

    for (size_t i = 0; i < count; i++)
        mem_fetch(index->firsts + (hashes[i] >> index->shift));
    for (size_t i = 0; i < count; i++)
        mem_fetch(index->hashes + index->firsts[hashes[i] >> index->shift]);
    for (size_t i = 0; i < count; i++) {
        uint32_t found = hash_index_find(index, hashes[i]);

        if (found != HASH_NONE)
            hashes[known++] = found;
    }
    return known;
}

/* One byte of the numbers, lowest first: four passes sort them. */
static void
sort_by_byte(uint32_t *to, const uint32_t *from, size_t count, unsigned shift)
{
    size_t firsts[BYTE_VALUES] = { 0 }, sum = 0;

    for (size_t i = 0; i < count; i++)
        firsts[from[i] >> shift & 0xff]++;
    for (size_t i = 0; i < BYTE_VALUES; i++) {
        size_t here = firsts[i];

        firsts[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        to[firsts[from[i] >> shift & 0xff]++] = from[i];
}

void
hash_sort(uint32_t *numbers, uint32_t *room, size_t count)
{
    sort_by_byte(room, numbers, count, 0);
    sort_by_byte(numbers, room, count, 8);
    sort_by_byte(room, numbers, count, 16);
    sort_by_byte(numbers, room, count, 24);
}
