/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_ENDING_H
#define LANGUAGE_ENDING_H

/* What stands behind stems to make forms of them: groups of endings, and the
 * index that tells of which groups something is an ending.  So a form need
 * not be written out to be found: its word is cut where the rest of it is an
 * ending, and what stands before is looked up. */

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Take `strip` off a word's end, put each of `add` on. */
struct ending_group {
    struct str strip;
    struct str *add;
    size_t count;
    size_t longest;  /* bytes, of `add` */
    uint32_t number; /* in the index of the pack */
};

/* No ending: a group of one, which is in every index. */
extern const struct ending_group ending_none;

struct ending {
    struct str text;
    uint32_t hash;    /* see form_hash.h */
    uint64_t *groups; /* those that have it: bits by number; NULL: no ending */
};

struct ending_index {
    struct ending *places; /* open addressing */
    size_t capacity;       /* a power of 2, more than there are endings */
    size_t words;          /* of 64 bits, for the groups */
    size_t longest;        /* bytes of an ending */
};

/* Room in the arena for groups numbered below @p groups with so many endings
 * in all; knows no ending but the empty one of `ending_none`.  False without
 * memory. */
bool
ending_index_init(struct ending_index *index, struct arena *arena,
                  size_t groups, size_t endings);

/* The group must have a number; false without memory. */
bool
ending_index_add(struct ending_index *index, struct arena *arena,
                 const struct ending_group *group);

/* The groups that have an ending of that hash, NULL where none has. */
const uint64_t *
ending_index_find(const struct ending_index *index, struct str text,
                  uint32_t hash);

static inline bool
ending_is_of(const uint64_t *groups, uint32_t number)
{
    return groups[number / 64] >> number % 64 & 1;
}

#endif
