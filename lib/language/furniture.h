/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_FURNITURE_H
#define LANGUAGE_FURNITURE_H

/* Lines that belong to a web page and not to the text on it: what its menus,
 * buttons and notes on itself say. */

#include "language/word_set.h"

/* Bytes of a folded line: a longer one is text.  As it stands in a file, with
 * soft hyphens and decomposed letters, it may have more. */
#define FURNITURE_LONGEST 120
#define FURNITURE_BYTES 480

struct furniture {
    struct word_set lines;  /* phrases of which such a line consists */
    struct word_set starts; /* phrases with which it may begin or go on */
};

/* The line is furniture: nothing but such phrases, the last with what follows
 * it where it is a start.  @p line as it stands in the file, valid UTF-8. */
bool
furniture_has(const struct furniture *furniture, struct str line);

#endif
