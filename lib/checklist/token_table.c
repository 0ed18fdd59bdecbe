/* SPDX-License-Identifier: MIT */

/* Open addressing over numbers of four bytes, so that the table is small and
 * its making touches little memory; the stems themselves stand beside it, as
 * densely as they came.  A place leads to the last entry of its stem, and that
 * one to those before it.
 *
 * Invariant: at least a quarter of the places is free, so every search
 * ends. */

#include "checklist/token_table.h"

enum {
    PROBES_MOST = 1000 /* steps to a free place for a stem */
};

bool
token_table_init(struct token_table *table, const samsyn_allocator *mem,
                 size_t most)
{
    *table = (struct token_table){ .mem = *mem, .capacity = 16 };
    while (table->capacity - table->capacity / 4 < most)
        table->capacity *= 2;
    table->entries = mem_array(mem, most, sizeof *table->entries);
    table->places = mem_array(mem, table->capacity, sizeof *table->places);
    return table->places && table->entries;
}

void
token_table_done(struct token_table *table)
{
    mem_free(&table->mem, table->places);
    mem_free(&table->mem, table->entries);
    *table = (struct token_table){ .mem = table->mem };
}

static bool
is_entry(const struct token_entry *entry, struct str stem, uint32_t hash)
{
    return entry->hash == hash && str_equal(entry->stem, stem);
}

/* Where a stem stands or would stand, and the steps to it. */
static size_t
place_of(const struct token_table *table, struct str stem, uint32_t hash,
         size_t *steps)
{
    size_t mask = table->capacity - 1;
    size_t at = token_table_place(hash, table->capacity);

    *steps = 0;
    while (table->places[at] &&
           !is_entry(&table->entries[table->places[at] - 1], stem, hash)) {
        at = (at + 1) & mask;
        ++*steps;
    }
    return at;
}

bool
token_table_enter(struct token_table *table, const struct word_stem *stem,
                  uint32_t word)
{
    size_t steps, place = place_of(table, stem->text, stem->hash, &steps);
    struct token_entry *entry = &table->entries[table->count++];

    /* Words can be made that all hash to one place. */
    if (steps > PROBES_MOST)
        return false;
    *entry = (struct token_entry){ stem->text, stem->hash, word,
                                   stem->ends->number, table->places[place] };
    table->places[place] = (uint32_t)table->count;
    return true;
}

const struct token_entry *
token_table_find(const struct token_table *table, struct str stem,
                 uint32_t hash)
{
    size_t steps;
    uint32_t number = table->places[place_of(table, stem, hash, &steps)];

    return number ? &table->entries[number - 1] : NULL;
}
