/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_FORMS_H
#define DOCUMENT_FORMS_H

/* Distinct words and their indexes, in the order of their first place. */

#include "base/str.h"
#include "base/vec.h"

struct form_slot {
    uint32_t form; /* index + 1; 0: free */
    uint32_t hash;
};

struct form_table {
    samsyn_allocator mem;
    struct form_slot *slots; /* a power of two */
    size_t size;
    struct vec forms; /* struct str, borrowed */
    uint64_t key[2];
};

/* @p digest: hexadecimal digits that whoever writes the words cannot choose. */
void
forms_init(struct form_table *table, const samsyn_allocator *mem,
           const char *digest);
void
forms_done(struct form_table *table);

/* Bytes past a word's end that must be readable. */
#define FORMS_SPARE 8

/* The index of a word, which is kept by reference; UINT32_MAX without
 * memory. */
uint32_t
forms_index(struct form_table *table, struct str word);

#endif
