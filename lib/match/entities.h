/* SPDX-License-Identifier: MIT */
#ifndef MATCH_ENTITIES_H
#define MATCH_ENTITIES_H

/* Recognises an entity of the pack at a place in the words. */

#include "match/lexicon.h"

/* What an entity was last asked for, and the answer. */
struct entity_memo {
    bool asked;
    uint32_t word, end;
};

enum {
    MEMO_WORDS = 16 /* words whose answers are kept, for each entity */
};

struct entity_search {
    const struct lexicon *lexicon;
    const struct samsyn_language *language;
    const struct samsyn_document *document;
    uint64_t steps; /* templates that may yet be tried */
    bool limited;   /* there were none left: what was not found is unknown */
    struct entity_memo memos[ENTITIES_MOST][MEMO_WORDS];
};

/* A word of an entity that was found, and the class it stands for. */
struct entity_part {
    uint32_t class; /* NO_CLASS: an entity inside begins or ends here */
    uint32_t word;
};

#define NO_CLASS UINT32_MAX

/* The parts of an entity that begins at @p word, appended to @p out (of struct
 * entity_part).  False only without memory. */
bool
entity_parts(struct entity_search *search, size_t entity, uint32_t word,
             struct vec *out);

/* One past the last word of the longest form of an entity that begins at a
 * word, 0 where none does. */
uint32_t
entity_match(struct entity_search *search, size_t entity, uint32_t word);

#endif
