/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_FOLD_H
#define LANGUAGE_FOLD_H

/* Words as they are compared: composed letters, lower case, no soft hyphens. */

#include "base/arena.h"
#include "base/str.h"

/* A folded copy in @p arena; its ptr is NULL without memory.  @p text must be
 * valid UTF-8. */
struct str
fold_copy(struct arena *arena, struct str text);

/* The same in @p out, which has room for as many bytes as @p text has. */
struct str
fold_to(char *out, struct str text);

/* The next word of folded text at or after *at, by the rules by which a
 * document is split into words; false where there is none.  *at is moved
 * past it. */
bool
fold_next_word(struct str text, size_t *at, struct str *word);

#endif
