/* SPDX-License-Identifier: MIT */
#ifndef MATCH_PLACEHOLDER_H
#define MATCH_PLACEHOLDER_H

/* Which sentences are templates that stand open. */

#include "document/document.h"
#include "match/lexicon.h"

/* @p out: by sentence, 1 where it is one. */
void
placeholder_mark(uint8_t *out, const struct samsyn_document *document,
                 const struct lexicon *lexicon);

#endif
