/* SPDX-License-Identifier: MIT */
#ifndef MATCH_MOOT_H
#define MATCH_MOOT_H

/* Which sentences do not say how anything is. */

#include "match/lexicon.h"
#include "match/match.h"

/* Fill out->moot; its hits are there. */
void
moot_mark(struct matches *out, const struct tokens *tokens,
          const struct lexicon *lexicon, const struct samsyn_language *language,
          const struct samsyn_document *document);

#endif
