/* SPDX-License-Identifier: MIT */

/* A small table with room to spare: asked some times for every distinct word
 * of a document, mostly for what is no ending. */

#include "language/ending.h"

#include "language/form_hash.h"

const struct ending_group ending_none = { .add = &(struct str){ "", 0 },
                                          .count = 1 };

static struct ending *
place_of(const struct ending_index *index, struct str text, uint32_t hash)
{
    size_t mask = index->capacity - 1;
    size_t at = (hash ^ hash >> 15) & mask;
    struct ending *ending;

    for (;; at = (at + 1) & mask) {
        ending = &index->places[at];
        if (!ending->groups ||
            (ending->hash == hash && str_equal(ending->text, text)))
            return ending;
    }
}

static bool
add(struct ending_index *index, struct arena *arena, struct str text,
    uint32_t number)
{
    uint32_t hash = form_hash(text);
    struct ending *ending = place_of(index, text, hash);
    uint64_t *groups = ending->groups;

    if (!groups)
        groups = arena_array(arena, index->words, sizeof *groups);
    if (!groups)
        return false;
    groups[number / 64] |= (uint64_t)1 << number % 64;
    *ending = (struct ending){ text, hash, groups };
    if (text.len > index->longest)
        index->longest = text.len;
    return true;
}

bool
ending_index_init(struct ending_index *index, struct arena *arena,
                  size_t groups, size_t endings)
{
    *index = (struct ending_index){ .capacity = 16, .words = groups / 64 + 1 };
    while (index->capacity / 4 < endings)
        index->capacity *= 2;
    index->places = arena_array(arena, index->capacity, sizeof *index->places);
    return index->places && ending_index_add(index, arena, &ending_none);
}

bool
ending_index_add(struct ending_index *index, struct arena *arena,
                 const struct ending_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        if (!add(index, arena, group->add[i], group->number))
            return false;
    }
    return true;
}

const uint64_t *
ending_index_find(const struct ending_index *index, struct str text,
                  uint32_t hash)
{
    return place_of(index, text, hash)->groups;
}
