/* SPDX-License-Identifier: MIT */
#ifndef SAY_H
#define SAY_H

/* What the command says, in Swedish and English. */

#include <samsyn.h>
#include <stddef.h>
#include <stdio.h>

enum text {
#define TEXT(name, sv, en) TEXT_##name,
#include "texts.def"
#undef TEXT
    TEXT_COUNT
};

/* The text with its marks. */
const char *
text_of(enum text id, samsyn_lang lang);

/* The text with %1 and %2 replaced; NULL for what it does not take.  Ended
 * with free(); NULL without memory. */
char *
text_fill(enum text id, samsyn_lang lang, const char *first,
          const char *second);

/* The same to a stream.  What a terminal would act on in an argument is shown
 * as '?'. */
void
say(FILE *stream, enum text id, samsyn_lang lang, const char *first,
    const char *second);

/* "samsyn: about: text" and a line end on standard error; @p about may be
 * NULL. */
void
complain(const char *about, enum text id, samsyn_lang lang, const char *first,
         const char *second);

#endif
