/* SPDX-License-Identifier: MIT */

/* Memory that ends all at once.
 *
 * Chunks hang in a list, newest first, each as large as all before it within
 * FIRST_CHUNK and LARGEST_CHUNK, so that a small object costs little and a
 * large one few calls.  What does not fit a chunk well gets one of its own,
 * put behind the newest, so that the room left in that one is not lost.
 *
 * Chunks are zeroed as a whole when they are made, which is cheaper than piece
 * by piece.
 *
 * Invariant: every piece but a text begins at a multiple of the strictest
 * alignment, and no piece moves. */

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define FIRST_CHUNK 1024
#define LARGEST_CHUNK 65536
#define ALIGNMENT _Alignof(max_align_t)

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, size; /* of data, in bytes */
    max_align_t data[];
};

void
arena_init(struct arena *arena, const samsyn_allocator *mem)
{
    arena->mem = *mem;
    arena->chunks = NULL;
}

void
arena_done(struct arena *arena)
{
    while (arena->chunks) {
        struct arena_chunk *next = arena->chunks->next;

        mem_free(&arena->mem, arena->chunks);
        arena->chunks = next;
    }
}

static struct arena_chunk *
make_chunk(struct arena *arena, size_t size)
{
    size_t total;

    if (!mem_add(offsetof(struct arena_chunk, data), size, &total))
        return NULL;
    struct arena_chunk *chunk = mem_resize(&arena->mem, NULL, 0, total);
    if (!chunk)
        return NULL;
    memset(chunk, 0, total);
    chunk->size = size;
    return chunk;
}

static size_t
next_size(const struct arena *arena)
{
    if (!arena->chunks)
        return FIRST_CHUNK;
    if (arena->chunks->size >= LARGEST_CHUNK / 2)
        return LARGEST_CHUNK;
    return 2 * arena->chunks->size;
}

/* A new chunk with room for @p size, in the list; NULL without memory. */
static struct arena_chunk *
room_for(struct arena *arena, size_t size)
{
    struct arena_chunk *newest = arena->chunks;
    size_t ready = next_size(arena);
    bool own = size > ready / 4;
    struct arena_chunk *chunk = make_chunk(arena, own ? size : ready);
    if (!chunk)
        return NULL;
    if (own && newest) {
        chunk->next = newest->next;
        newest->next = chunk;
    } else {
        chunk->next = newest;
        arena->chunks = chunk;
    }
    return chunk;
}

/* The next @p size bytes of the newest chunk, from a multiple of @p alignment,
 * a power of 2, on; NULL where there is no room. */
static void *
take(struct arena *arena, size_t size, size_t alignment)
{
    struct arena_chunk *chunk = arena->chunks;
    size_t start;

    if (!chunk)
        return NULL;
    start = chunk->used + ((0 - chunk->used) & (alignment - 1));
    if (start > chunk->size || chunk->size - start < size)
        return NULL;
    chunk->used = start + size;
    return (char *)chunk->data + start;
}

/* The first @p size bytes of a new chunk.  One of its own may be filled to its
 * last byte. */
static void *
take_new(struct arena *arena, size_t size)
{
    struct arena_chunk *chunk;
    size_t total;

    if (!mem_add(size, ALIGNMENT - 1, &total))
        return NULL;
    chunk = room_for(arena, total - total % ALIGNMENT);
    if (!chunk)
        return NULL;
    chunk->used = size;
    return chunk->data;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
    void *piece;

    size = size ? size : 1;
    piece = take(arena, size, ALIGNMENT);
    return piece ? piece : take_new(arena, size);
}

char *
arena_bytes(struct arena *arena, size_t size)
{
    void *piece;

    size = size ? size : 1;
    piece = take(arena, size, 1);
    return piece ? piece : take_new(arena, size);
}

struct str
arena_str(struct arena *arena, struct str text)
{
    struct str copy = { NULL, 0 };
    size_t size;

    if (!mem_add(text.len, 1, &size))
        return copy;
    char *bytes = arena_bytes(arena, size);
    if (!bytes)
        return copy;
    if (text.len)
        memcpy(bytes, text.ptr, text.len);
    copy.ptr = bytes;
    copy.len = text.len;
    return copy;
}

void *
arena_copy(struct arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = arena_array(arena, count, size);

    if (copy && count && size)
        memcpy(copy, items, count * size);
    return copy;
}
