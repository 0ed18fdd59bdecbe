/* SPDX-License-Identifier: MIT */

/* A table by base and inflection, open addressing over what is kept in a row.
 *
 * Words are found again by the thousand in a checklist, as the same ones make
 * up most phrases.  That two words are the same one can then be seen by their
 * ids, of which the token table makes use.
 *
 * Invariant: at most half of the places are taken. */

#include "language/spellings.h"

enum {
    FIRST_CAPACITY = 1024
};

struct spelt {
    uint32_t hash;
    uint32_t how;
    struct term_word word;
};

/* Of a base that is hashed as forms are. */
static uint32_t
hash_of(uint32_t base, uint32_t how)
{
    uint32_t hash = (base ^ how) * 0x9E3779B1u;

    return hash ^ (hash >> 15);
}

void
spellings_init(struct spellings *spellings, const samsyn_allocator *mem)
{
    *spellings = (struct spellings){ .places = NULL };
    vec_init(&spellings->kept, mem, sizeof(struct spelt));
}

void
spellings_done(struct spellings *spellings)
{
    mem_free(&spellings->kept.mem, spellings->places);
    spellings->places = NULL;
    spellings->capacity = 0;
    vec_done(&spellings->kept);
}

static const struct spelt *
spelt_at(const struct spellings *spellings, uint32_t number)
{
    return vec_at(&spellings->kept, number - 1);
}

const struct term_word *
spellings_find(const struct spellings *spellings, const struct word_stem *base,
               uint32_t how)
{
    uint32_t hash = hash_of(base->hash, how);
    size_t mask = spellings->capacity - 1, at = hash & mask;

    if (spellings->capacity == 0)
        return NULL;
    for (; spellings->places[at]; at = (at + 1) & mask) {
        const struct spelt *spelt = spelt_at(spellings, spellings->places[at]);

        if (spelt->hash == hash && spelt->how == how &&
            str_equal(spelt->word.stems[0].text, base->text))
            return &spelt->word;
    }
    return NULL;
}

static void
place(struct spellings *spellings, uint32_t number)
{
    size_t mask = spellings->capacity - 1;
    size_t at = spelt_at(spellings, number)->hash & mask;

    while (spellings->places[at])
        at = (at + 1) & mask;
    spellings->places[at] = number;
}

static bool
grow(struct spellings *spellings)
{
    size_t capacity = FIRST_CAPACITY;
    uint32_t *places;

    if (spellings->capacity > 0 && !mem_mul(spellings->capacity, 2, &capacity))
        return false;
    places = mem_array(&spellings->kept.mem, capacity, sizeof *places);
    if (!places)
        return false;
    mem_free(&spellings->kept.mem, spellings->places);
    spellings->places = places;
    spellings->capacity = capacity;
    for (size_t i = 1; i <= spellings->kept.len; i++)
        place(spellings, (uint32_t)i);
    return true;
}

bool
spellings_keep(struct spellings *spellings, struct term_word *word,
               uint32_t how)
{
    struct spelt *spelt;

    if (2 * (spellings->kept.len + 1) > spellings->capacity && !grow(spellings))
        return false;
    spelt = vec_push(&spellings->kept);
    if (!spelt)
        return false;
    word->id = (uint32_t)spellings->kept.len;
    spelt->hash = hash_of(word->stems[0].hash, how);
    spelt->how = how;
    spelt->word = *word;
    place(spellings, word->id);
    return true;
}
