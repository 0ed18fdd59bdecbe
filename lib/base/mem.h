/* SPDX-License-Identifier: MIT */
#ifndef BASE_MEM_H
#define BASE_MEM_H

/* Memory through the caller's hooks, and arithmetic that cannot wrap.
 * Every size that comes from outside passes mem_add() or mem_mul(). */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "samsyn.h"

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* malloc and free behind the hooks' shape. */
extern const samsyn_allocator mem_default;
void *
mem_default_resize(void *user, void *block, size_t old_size, size_t new_size);
void
mem_default_release(void *user, void *block);

/* Zeroed memory, or NULL. */
void *
mem_alloc(const samsyn_allocator *mem, size_t size);

/* Zeroed memory for @p count items and one more, so that it is never none;
 * NULL without memory or where the size does not fit. */
void *
mem_array(const samsyn_allocator *mem, size_t count, size_t size);

/* Like realloc(); NULL leaves @p block as it was. */
void *
mem_resize(const samsyn_allocator *mem, void *block, size_t old_size,
           size_t new_size);

/* NULL is allowed. */
void
mem_free(const samsyn_allocator *mem, void *block);

/* Asks the processor for memory that will be read soon; nothing else. */
static inline void
mem_fetch(const void *place)
{
#ifdef __GNUC__
    __builtin_prefetch(place);
#else
    (void)place;
#endif
}

/* Sum and product; false, and *out untouched, where they do not fit.  Here, so
 * that of a size that the compiler knows nothing need be divided. */
static inline bool
mem_add(size_t a, size_t b, size_t *out)
{
    if (b > SIZE_MAX - a)
        return false;
    *out = a + b;
    return true;
}

static inline bool
mem_mul(size_t count, size_t size, size_t *out)
{
    if (size && count > SIZE_MAX / size)
        return false;
    *out = count * size;
    return true;
}

#endif
