/* SPDX-License-Identifier: MIT */
#ifndef BENCH_H
#define BENCH_H

/* The parts of the benchmark: a text that is the same on every machine, and
 * the way to search it that one would take without the token table. */

#include <stddef.h>
#include <stdint.h>

#include "checklist/checklist.h"
#include "support/whole.h"

/* At least @p size bytes of running text in which about three words of a
 * hundred come from the checklist's vocabulary. */
void
bench_text(struct text *out, size_t size,
           const struct samsyn_checklist *checklist);

/* One caseless, JIT-compiled pattern for each vocabulary entry. */
struct pattern_set;

/* NULL where a pattern does not compile. */
struct pattern_set *
pattern_set_new(const struct samsyn_checklist *checklist);

void
pattern_set_free(struct pattern_set *set);

size_t
pattern_set_count(const struct pattern_set *set);

/* How often all of them match. */
uint64_t
pattern_set_search(const struct pattern_set *set, const char *text,
                   size_t length);

#endif
