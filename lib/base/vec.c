/* SPDX-License-Identifier: MIT */

/* A growing array.
 *
 * Invariant: len <= cap, and data has room for cap items of `item` bytes.
 * Growth doubles, so that n pushes cost O(n); a push that finds no memory
 * leaves the array as it was.  Items are moved as bytes: they must not point
 * into the array. */

#include "base/vec.h"

#define FIRST_ITEMS 8

void
vec_init(struct vec *vec, const samsyn_allocator *mem, size_t item)
{
    *vec = (struct vec){ .mem = *mem, .item = item };
}

void
vec_done(struct vec *vec)
{
    mem_free(&vec->mem, vec->data);
    vec->data = NULL;
    vec->len = 0;
    vec->cap = 0;
}

bool
vec_grow(struct vec *vec)
{
    size_t cap = FIRST_ITEMS, size;

    if (vec->cap && !mem_mul(vec->cap, 2, &cap))
        return false;
    if (!mem_mul(cap, vec->item, &size))
        return false;
    void *data = mem_resize(&vec->mem, vec->data, vec->cap * vec->item, size);
    if (!data)
        return false;
    vec->data = data;
    vec->cap = cap;
    return true;
}

void
vec_clear(struct vec *vec)
{
    vec->len = 0;
}
