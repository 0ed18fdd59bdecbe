/* SPDX-License-Identifier: MIT */
#ifndef BASE_VEC_H
#define BASE_VEC_H

/* A growing array of items of one size.  `data` is cast by its user. */

#include <string.h>

#include "base/mem.h"

struct vec {
    samsyn_allocator mem;
    void *data;
    size_t len;  /* items */
    size_t cap;  /* items */
    size_t item; /* bytes an item */
};

void
vec_init(struct vec *vec, const samsyn_allocator *mem, size_t item);
void
vec_done(struct vec *vec);

/* Room for more items; false without memory. */
bool
vec_grow(struct vec *vec);

/* Item @p index; the caller knows that it exists. */
static inline void *
vec_at(const struct vec *vec, size_t index)
{
    return (char *)vec->data + index * vec->item;
}

/* The last item; NULL where the array is empty. */
static inline void *
vec_last(const struct vec *vec)
{
    return vec->len ? vec_at(vec, vec->len - 1) : NULL;
}

/* A new zeroed item at the end, NULL without memory.  Earlier pointers into
 * the array are void after this call. */
static inline void *
vec_push(struct vec *vec)
{
    if (vec->len == vec->cap && !vec_grow(vec))
        return NULL;
    return memset(vec_at(vec, vec->len++), 0, vec->item);
}

void
vec_clear(struct vec *vec);

#endif
