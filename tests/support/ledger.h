/* SPDX-License-Identifier: MIT */
#ifndef TESTS_LEDGER_H
#define TESTS_LEDGER_H

/* An allocator that keeps accounts: it lets `budget` allocations succeed,
 * refuses all after them, and knows how many blocks are still out.  Raising
 * the budget from 0 until an operation succeeds makes every allocation of it
 * fail in turn; `live` must be 0 at each end. */

#include <stddef.h>

#include "samsyn.h"

struct ledger {
    size_t budget; /* allocations, and growths of blocks, yet to succeed */
    size_t live;   /* blocks not yet released */
};

/* Enough for any test that is to succeed. */
#define LEDGER_ALL ((size_t)-1)

/* @p ledger must live as long as what is allocated from it. */
samsyn_allocator
ledger_allocator(struct ledger *ledger);

#endif
