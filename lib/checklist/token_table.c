/* SPDX-License-Identifier: MIT */

/* Open addressing over numbers of four bytes, so that the table is small and
 * its making touches little memory; the forms themselves stand beside it, as
 * densely as they came.
 *
 * Invariant: at least a quarter of the places is free, so every search
 * ends. */

#include "checklist/token_table.h"

enum {
    PROBES_MOST = 1000 /* steps to a free place for a form */
};

/* Not zeroed: a form is one more entry or one more link, and the rest of both
 * is never touched. */
static void *
room_for(const samsyn_allocator *mem, size_t most, size_t item)
{
    size_t size;

    if (!mem_mul(most > 0 ? most : 1, item, &size))
        return NULL;
    return mem_resize(mem, NULL, 0, size);
}

bool
token_table_init(struct token_table *table, const samsyn_allocator *mem,
                 size_t most)
{
    *table = (struct token_table){ .mem = *mem, .capacity = 16 };
    while (table->capacity - table->capacity / 4 < most)
        table->capacity *= 2;
    /* The largest first: it fits where what was read of the file has been. */
    table->entries = room_for(mem, most, sizeof *table->entries);
    table->places = mem_array(mem, table->capacity, sizeof *table->places);
    table->links = room_for(mem, most, sizeof *table->links);
    return table->places && table->entries && table->links;
}

void
token_table_done(struct token_table *table)
{
    mem_free(&table->mem, table->places);
    mem_free(&table->mem, table->entries);
    mem_free(&table->mem, table->links);
    *table = (struct token_table){ .mem = table->mem };
}

static bool
is_entry(const struct token_entry *entry, struct str form, uint32_t hash)
{
    return entry->hash == hash && str_equal(entry->form, form);
}

/* Where a form stands or would stand, and the steps to it. */
static size_t
place_of(const struct token_table *table, struct str form, uint32_t hash,
         size_t *steps)
{
    size_t mask = table->capacity - 1;
    size_t at = token_table_place(hash, table->capacity);

    *steps = 0;
    while (table->places[at] &&
           !is_entry(&table->entries[table->places[at] - 1], form, hash)) {
        at = (at + 1) & mask;
        ++*steps;
    }
    return at;
}

/* One more word of a form, behind the others. */
static void
add_link(struct token_table *table, struct token_entry *entry, uint32_t word)
{
    uint32_t number;

    table->links[table->link_count++] = (struct token_link){ word, 0 };
    number = (uint32_t)table->link_count;
    if (entry->more)
        table->links[entry->last - 1].more = number;
    else
        entry->more = number;
    entry->last = number;
}

bool
token_table_enter(struct token_table *table, struct str form, uint32_t hash,
                  uint32_t word)
{
    size_t steps, place = place_of(table, form, hash, &steps);
    uint32_t number = table->places[place];

    /* Words can be made that all hash to one place. */
    if (steps > PROBES_MOST)
        return false;
    if (number) {
        add_link(table, &table->entries[number - 1], word);
        return true;
    }
    table->entries[table->count++] =
        (struct token_entry){ .form = form, .hash = hash, .word = word };
    table->places[place] = (uint32_t)table->count;
    return true;
}

const struct token_entry *
token_table_find(const struct token_table *table, struct str form,
                 uint32_t hash)
{
    size_t steps;
    uint32_t number = table->places[place_of(table, form, hash, &steps)];

    return number ? &table->entries[number - 1] : NULL;
}
