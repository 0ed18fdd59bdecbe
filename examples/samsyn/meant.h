/* SPDX-License-Identifier: MIT */
#ifndef MEANT_H
#define MEANT_H

/* Which word was meant by one that is misspelt. */

#include <samsyn.h>
#include <stddef.h>

#define MEANT_LONGEST 64 /* bytes; longer words are not guessed at */

struct meant {
    const char *word;
    size_t length;
    size_t most;                     /* slips that the next may have */
    char nearest[MEANT_LONGEST + 1]; /* "" while none is near */
};

/* Begin with @p length bytes of a word, which must outlast it. */
void
meant_init(struct meant *meant, const char *word, size_t length);

/* Keep a word that there is, where it is nearer than those before it. */
void
meant_try(struct meant *meant, const char *candidate, size_t length);

/* Ask on standard error whether it was meant; nothing where none is near. */
void
meant_ask(const struct meant *meant, samsyn_lang lang);

#endif
