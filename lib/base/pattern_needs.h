/* SPDX-License-Identifier: MIT */
#ifndef BASE_PATTERN_NEEDS_H
#define BASE_PATTERN_NEEDS_H

/* A character that every match of an expression holds and most sentences do
 * not.  Part of pattern. */

#include "base/str.h"

/* The character, ASCII; '\0' where none is known. */
char
pattern_needs(struct str expression);

/* Whether nearly every sentence holds a character. */
bool
pattern_is_common(char c);

#endif
