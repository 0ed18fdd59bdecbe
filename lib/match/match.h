/* SPDX-License-Identifier: MIT */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

/* Finds every concept of a checklist in a document, in one pass over its
 * words.  The result is, for each concept, its hits in reading order. */

#include "base/day.h"
#include "checklist/tokens.h"
#include "document/document.h"

struct hit {
    uint32_t first, end; /* words */
    uint32_t term;       /* index in the token table; NO_CONCEPT: entity */
};

struct hit_list {
    struct hit *hits;
    size_t count;
};

/* A stretch of words that says a time.  A point and a start have only
 * `from`, an end only `to`. */
struct dated {
    uint32_t first, end; /* words */
    struct day from, to;
};

/* Why a sentence does not say how anything is. */
enum moot {
    MOOT_NOT,
    MOOT_QUESTION,
    MOOT_ADVICE, /* on what a text should hold */
    MOOT_APART,  /* in a text that retells what others said, or wishes */
    MOOT_HEAP    /* words without a text around them */
};

struct matches {
    samsyn_allocator mem;
    struct hit_list *concepts; /* by concept */
    size_t count;
    uint8_t *placeholder; /* by sentence: 1 where a template stands open */
    uint8_t *moot;        /* by sentence: enum moot */
    uint8_t *limited;     /* by concept: 1 where a limit stopped the search */
    struct dated *dates;  /* in reading order, none inside another */
    size_t date_count;
};

/* SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_STOPPED. */
samsyn_status
match_document(struct matches **out, const struct tokens *tokens,
               const struct samsyn_language *language,
               const struct samsyn_document *document,
               const struct samsyn_config *config);

void
matches_free(struct matches *matches);

/* The index of the first hit that begins at or after a word. */
size_t
hits_from(const struct hit_list *list, uint32_t word);

#endif
