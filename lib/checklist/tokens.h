/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_TOKENS_H
#define CHECKLIST_TOKENS_H

/* The token table: from a folded word to every term that it is a form of.
 * Built once when a checklist is loaded, from its own terms and the pack's;
 * then read-only.  What a term is found for is a concept: a vocabulary entry,
 * an entity, a mark of polarity, a heading role or a signal of a document
 * kind.  A hundred more terms make the table larger, not the search slower. */

#include "base/arena.h"
#include "base/pattern.h"
#include "checklist/concepts.h"
#include "checklist/token_table.h"
#include "language/language.h"

#define NO_CONCEPT UINT32_MAX

enum token_role {
    TOKEN_WORD = 1, /* the only word of a term */
    TOKEN_PHRASE,   /* one of the words of a phrase */
    TOKEN_CLASS,    /* can stand at a place of an entity's template */
    TOKEN_EXCEPT    /* must not, though another word of the class fits */
};

/* As what a form counts: the whole word, its end, its beginning; bits. */
enum {
    PART_WHOLE = 1,
    PART_END = 2,
    PART_START = 4
};

/* That a word is a form of something. */
struct token_ref {
    uint8_t role;
    uint8_t parts;
    uint16_t place; /* TOKEN_PHRASE: which word of the phrase */
    uint32_t index; /* term; for classes the word class */
};

/* A word of terms, and what stands for it. */
struct token_word {
    uint32_t first, count; /* in refs */
};

/* A term in the table and the concepts that it is found for. */
struct token_term {
    const struct term *term;
    uint32_t first, count;   /* in feeds */
    struct pattern *pattern; /* TERM_PATTERN, else NULL */
    uint32_t except;         /* concept of what it must not be part of */
};

struct token_concept {
    struct str name;
    uint32_t first_term, term_count; /* in concept_terms: for the account */
};

struct tokens {
    struct token_table table;
    struct token_word *words;
    struct token_ref *refs; /* word by word */
    struct token_term *terms;
    size_t term_count;
    uint32_t *feeds;        /* concepts, by term */
    uint32_t *entity_feeds; /* concepts, by entity: CSR */
    uint32_t *entity_first; /* entity count + 1 */
    struct token_concept *concepts;
    size_t concept_count;
    uint32_t *concept_terms;
    uint32_t polarity[POLARITY_COUNT]; /* concepts */
    uint32_t polarity_sentence[POLARITY_COUNT],
        polarity_opening[POLARITY_COUNT];
    uint32_t moot[MOOT_MARKS];        /* concepts */
    uint32_t headings[HEADING_ROLES]; /* concepts */
    uint32_t dates;                   /* concept: all that says a time */
    uint32_t date_uses[DATE_USES];    /* concepts */
    uint32_t *accounts;               /* the same */
    uint32_t *names;                  /* concepts, by kind */
    uint32_t *signals; /* concepts, kind by kind in the order of the pack */
    size_t longest;    /* bytes of the longest stem */
    size_t pattern_count;
    size_t except_count; /* terms that have one */
};

/* Build the table from numbered concepts; the caller has filled polarity,
 * headings and signals.  @p spelt: the largest id of a word.  SAMSYN_OK,
 * SAMSYN_E_NOMEM or SAMSYN_E_LIMIT. */
samsyn_status
tokens_build(struct tokens *out, struct arena *arena, struct concepts *concepts,
             size_t spelt);

/* Ends the table and the patterns, which do not live in the arena. */
void
tokens_done(struct tokens *tokens);

#endif
