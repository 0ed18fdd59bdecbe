/* SPDX-License-Identifier: MIT */

/* Memory through the caller's hooks.
 *
 * Invariant: a hook is never asked for 0 bytes and never given NULL to
 * release, as samsyn.h promises; here is the one place that sees to it.
 * Sums and products of sizes from outside are made here too, so that a size
 * that wraps is an answer and not an accident.  Nothing is counted or logged:
 * limits belong to those who know what the memory is for. */

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *
mem_default_resize(void *user, void *block, size_t old_size, size_t new_size)
{
    (void)user;
    (void)old_size;
    return realloc(block, new_size);
}

void
mem_default_release(void *user, void *block)
{
    (void)user;
    free(block);
}

const samsyn_allocator mem_default = { mem_default_resize, mem_default_release,
                                       NULL };

void *
mem_alloc(const samsyn_allocator *mem, size_t size)
{
    void *block = mem_resize(mem, NULL, 0, size);

    if (block)
        memset(block, 0, size);
    return block;
}

void *
mem_array(const samsyn_allocator *mem, size_t count, size_t size)
{
    size_t bytes;

    if (!mem_add(count, 1, &count) || !mem_mul(count, size, &bytes))
        return NULL;
    return mem_alloc(mem, bytes);
}

void *
mem_resize(const samsyn_allocator *mem, void *block, size_t old_size,
           size_t new_size)
{
    return mem->resize(mem->user, block, old_size, new_size ? new_size : 1);
}

void
mem_free(const samsyn_allocator *mem, void *block)
{
    if (block)
        mem->release(mem->user, block);
}
