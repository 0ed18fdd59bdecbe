/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_PASSAGES_H
#define ASSESS_PASSAGES_H

/* The passages of a document that taught evidence is weighed on: one and two
 * sentences in a row within a block, a list item under its lead-in, a table
 * row under its column titles.  What counts nowhere (headings, tables of
 * contents, page furniture, open templates, other people's words, parts that
 * are not assessed) is no passage. */

#include "assess/search.h"

/* Words that are weighed together. */
struct passage {
    struct range words;
    struct range contexts[2]; /* what counts for it and stands elsewhere */
    size_t context_count;
    bool doubted; /* negated, hedged or only announced somewhere in it */
};

typedef bool (*passage_visit)(void *user, const struct passage *passage);

/* Every passage in reading order, until @p each says false: then false. */
bool
passages_each(const struct search *search, passage_visit each, void *user);

#endif
