/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_TOKEN_TABLE_H
#define CHECKLIST_TOKEN_TABLE_H

/* The forms of a token table, each once, and how one is found: a row of
 * entries in the order in which they came, and beside it the places where
 * they stand by their hash. */

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

#define TOKEN_NONE UINT32_MAX

struct token_entry {
    struct str form;
    uint32_t hash;
    uint32_t first, count; /* in the form_words of the tokens */
};

struct token_table {
    samsyn_allocator mem;
    struct token_entry *entries;
    uint32_t *places; /* number of the entry + 1, 0 for none */
    size_t count;     /* entries */
    size_t capacity;  /* places; a power of 2 */
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

/* The number of a form's entry, which is made where there is none yet;
 * TOKEN_NONE where too many forms stand at its place.  @p form is borrowed. */
uint32_t
token_table_enter(struct token_table *table, struct str form, uint32_t hash);

/* The entry of a form whose hash is known, NULL where it has none. */
const struct token_entry *
token_table_find(const struct token_table *table, struct str form,
                 uint32_t hash);

#endif
