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
    uint32_t *first;  /* by form, one more than there are: into refs */
    struct vec refs;  /* of struct token_ref */
    uint64_t *starts; /* by form: entities that may begin with it, bits */
    uint8_t *holder;  /* by form: 1 for a placeholder */
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

/* Whether a form can be what a reference says. */
bool
lexicon_has(const struct lexicon *lexicon, uint32_t form, enum token_role role,
            uint32_t index, size_t place);

#endif
