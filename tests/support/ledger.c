/* SPDX-License-Identifier: MIT */

/* The ledger: malloc with an account book.
 *
 * It also checks what samsyn.h promises to those who write hooks: no size is
 * 0, no released block is NULL, and the old size that is told is the true one.
 * A broken promise ends the test program at once, since it is no failure that
 * a test could expect.  A grown block always moves, so that a stale pointer is
 * found. */

#include "support/ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Before each block, at full alignment, its size. */
union header {
    size_t size;
    max_align_t align;
};

static void
require(int kept, const char *promise)
{
    if (kept)
        return;
    fprintf(stderr, "ledger: broken promise: %s\n", promise);
    abort();
}

static union header *
header_of(void *block)
{
    return (union header *)block - 1;
}

static void
ledger_release(void *user, void *block)
{
    struct ledger *ledger = user;

    require(block != NULL, "a released block is never NULL");
    require(ledger->live > 0, "a block is released once");
    ledger->live--;
    free(header_of(block));
}

static void *
ledger_resize(void *user, void *block, size_t old_size, size_t new_size)
{
    struct ledger *ledger = user;

    require(new_size != 0, "the new size is never 0");
    require(block ? header_of(block)->size == old_size : old_size == 0,
            "the old size is told");
    if (new_size > old_size) {
        if (!ledger->budget)
            return NULL;
        if (ledger->budget != LEDGER_ALL)
            ledger->budget--;
    }

    union header *header = malloc(sizeof *header + new_size);
    require(header != NULL, "the test machine has memory");
    header->size = new_size;
    /* New memory is no zeros, lest somebody rely on it. */
    memset(header + 1, 0xA5, new_size);
    ledger->live++;
    if (block) {
        memcpy(header + 1, block, old_size < new_size ? old_size : new_size);
        ledger_release(ledger, block);
    }
    return header + 1;
}

samsyn_allocator
ledger_allocator(struct ledger *ledger)
{
    samsyn_allocator mem = { ledger_resize, ledger_release, ledger };

    return mem;
}
