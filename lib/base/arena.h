/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/* Memory that ends all at once.  A checklist, a document and an assessment
 * own one arena each; freeing is a walk over its chunks. */

#include "base/mem.h"
#include "base/str.h"

struct arena {
    samsyn_allocator mem;
    struct arena_chunk *chunks; /* newest first */
};

/* Does not allocate, so cannot fail. */
void
arena_init(struct arena *arena, const samsyn_allocator *mem);

/* Everything at once; the arena is empty and usable afterwards. */
void
arena_done(struct arena *arena);

/* Zeroed and aligned for any type; NULL without memory.  Size 0 gives a
 * valid pointer. */
void *
arena_alloc(struct arena *arena, size_t size);

/* The same for a text, which need not be aligned. */
char *
arena_bytes(struct arena *arena, size_t size);

/* Zeroed array; NULL without memory or where count * size does not fit. */
static inline void *
arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t total;

    return mem_mul(count, size, &total) ? arena_alloc(arena, total) : NULL;
}

/* A copy that ends in NUL; its ptr is NULL without memory. */
struct str
arena_str(struct arena *arena, struct str text);

/* A copy of @p count items of @p size bytes; NULL without memory. */
void *
arena_copy(struct arena *arena, const void *items, size_t count, size_t size);

#endif
