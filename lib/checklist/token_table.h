/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_TOKEN_TABLE_H
#define CHECKLIST_TOKEN_TABLE_H

/* The forms of a token table, each once, and how one is found: a row of
 * entries in the order in which they came, and beside it the places where
 * they stand by their hash. */

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

/* A form, and the words that it is a form of: nearly always one. */
struct token_entry {
    struct str form;
    uint32_t hash;
    uint32_t word;       /* the first */
    uint32_t more, last; /* numbers of links + 1: next, and last; 0 for none */
};

struct token_link {
    uint32_t word;
    uint32_t more; /* as in an entry */
};

struct token_table {
    samsyn_allocator mem;
    struct token_entry *entries;
    struct token_link *links;
    uint32_t *places; /* number of the entry + 1, 0 for none */
    size_t count;     /* entries */
    size_t link_count;
    size_t capacity; /* places; a power of 2 */
};

/* Where a form of that hash (language/form_hash.h) stands, unless others stand
 * there. */
static inline size_t
token_table_place(uint32_t hash, size_t capacity)
{
    hash *= 0x9E3779B1u; /* so that all bits have a say in the lowest */
    return (hash ^ hash >> 15) & (capacity - 1);
}

/* Room for @p most forms; false without memory. */
bool
token_table_init(struct token_table *table, const samsyn_allocator *mem,
                 size_t most);
void
token_table_done(struct token_table *table);

/* Enters a form of a word, each word's once; false where too many forms stand
 * at its place.  @p form is borrowed. */
bool
token_table_enter(struct token_table *table, struct str form, uint32_t hash,
                  uint32_t word);

/* The entry of a form whose hash is known, NULL where it has none. */
const struct token_entry *
token_table_find(const struct token_table *table, struct str form,
                 uint32_t hash);

#endif
