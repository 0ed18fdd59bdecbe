/* SPDX-License-Identifier: MIT */
#ifndef MATCH_LEXICON_H
#define MATCH_LEXICON_H

/* What each distinct word of a document refers to.  Looked up once a word
 * form, however often it occurs: the table is asked for the whole word, for
 * its ends (last part of a compound) and for its beginnings (first part). */

#include "base/vec.h"
#include "checklist/tokens.h"
#include "document/document.h"

struct lexicon {
    const struct tokens *tokens;
    uint32_t *first;     /* by form, one more than there are: into refs */
    struct vec refs;     /* of struct token_ref */
    uint32_t *class_row; /* by form: its row in rows; 0 is the empty one */
    struct vec rows;     /* of uint64_t: bits of classes, of exceptions, of
                            templates that can begin with the form */
    size_t class_words;  /* of 64 bits, for the classes */
    size_t form_words;   /* of 64 bits, for the templates */
    uint64_t *capital_templates; /* those that any capital word can begin */
    uint32_t *first_template;    /* by entity: number of its first template */
    uint64_t *starts; /* by form: entities that may begin with it, bits */
    uint8_t *holder;  /* by form: 1 for a placeholder */
    uint8_t *common;  /* by form: 1 for one of the commonest words */
    uint64_t capital; /* entities that may begin with any capital word */
};

/* SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_STOPPED. */
samsyn_status
lexicon_init(struct lexicon *lexicon, const struct tokens *tokens,
             const struct samsyn_language *language,
             const struct samsyn_document *document,
             const struct samsyn_config *config);

void
lexicon_done(struct lexicon *lexicon);

/* The references of a form, and how many. */
const struct token_ref *
lexicon_refs(const struct lexicon *lexicon, uint32_t form, size_t *count);

/* Whether a form can be a word of a phrase. */
bool
lexicon_has_phrase(const struct lexicon *lexicon, uint32_t form, uint32_t term,
                   size_t place);

/* Whether a form is of a word class, or excepted from one. */
bool
lexicon_has_class(const struct lexicon *lexicon, uint32_t form, uint32_t class);
bool
lexicon_has_except(const struct lexicon *lexicon, uint32_t form,
                   uint32_t class);

/* The templates that can begin with a form, 64 at a time. */
uint64_t
lexicon_templates(const struct lexicon *lexicon, uint32_t form, bool capital,
                  size_t word);

#endif
