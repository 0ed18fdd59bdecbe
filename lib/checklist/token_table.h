/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_TOKEN_TABLE_H
#define CHECKLIST_TOKEN_TABLE_H

/* The stems of a token table, and how one is found: a row of entries in the
 * order in which they came, and beside it the places where they stand by their
 * hash. */

#include <stdint.h>

#include "base/mem.h"
#include "language/term.h"

/* A stem of a word, and the endings with which it is a form of it. */
struct token_entry {
    struct str stem;
    uint32_t hash;
    uint32_t word;
    uint32_t ends; /* number of the group */
    uint32_t more; /* of the next entry of the same stem, + 1; 0 for none */
};

struct token_table {
    samsyn_allocator mem;
    struct token_entry *entries;
    uint32_t *places; /* number of the entry + 1, 0 for none */
    size_t count;     /* entries */
    size_t capacity;  /* places; a power of 2 */
};

/* Where a stem of that hash (language/form_hash.h) stands, unless others stand
 * there. */
static inline size_t
token_table_place(uint32_t hash, size_t capacity)
{
    hash *= 0x9E3779B1u; /* so that all bits have a say in the lowest */
    return (hash ^ hash >> 15) & (capacity - 1);
}

/* Room for @p most stems; false without memory. */
bool
token_table_init(struct token_table *table, const samsyn_allocator *mem,
                 size_t most);
void
token_table_done(struct token_table *table);

/* Enters a stem of a word; false where too many stand at its place.  Its text
 * is borrowed. */
bool
token_table_enter(struct token_table *table, const struct word_stem *stem,
                  uint32_t word);

/* An entry of a stem whose hash is known, NULL where it has none. */
const struct token_entry *
token_table_find(const struct token_table *table, struct str stem,
                 uint32_t hash);

/* Another of the same stem, NULL behind the last one. */
static inline const struct token_entry *
token_table_next(const struct token_table *table,
                 const struct token_entry *entry)
{
    return entry->more ? &table->entries[entry->more - 1] : NULL;
}

#endif
