/* SPDX-License-Identifier: MIT */
#ifndef MATCH_WORD_REFS_H
#define MATCH_WORD_REFS_H

/* What a word of a document refers to: the terms and classes that it is a form
 * of, as a whole, as the last part of a compound or as its first. */

#include "base/vec.h"
#include "checklist/tokens.h"

/* Appends the references of a folded word, of struct token_ref, in the order
 * of token_ref_compare() and each once; false without memory. */
bool
word_refs_find(struct vec *refs, const struct tokens *tokens,
               const struct samsyn_language *language, struct str form);

/* By role, index and place, for qsort() and bsearch(), which find it here. */
static inline int
token_ref_compare(const void *a, const void *b)
{
    const struct token_ref *left = a, *right = b;

    if (left->role != right->role)
        return left->role < right->role ? -1 : 1;
    if (left->index != right->index)
        return left->index < right->index ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

#endif
