/* SPDX-License-Identifier: MIT */
#ifndef MATCH_PLACEHOLDER_H
#define MATCH_PLACEHOLDER_H

/* Whether a sentence is a template that stands open. */

#include "document/document.h"
#include "match/lexicon.h"

bool
placeholder_stands(const struct samsyn_document *document,
                   const struct lexicon *lexicon,
                   const struct sentence *sentence);

#endif
