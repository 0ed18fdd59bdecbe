/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_FORM_H
#define LANGUAGE_FORM_H

/* The forms of a word of a term, which are nowhere written out: each is a stem
 * and an ending. */

#include "language/term.h"

enum {
    FORM_MOST = 200,    /* bytes of a form */
    COMPOUND_FIRST = 2, /* bytes of a first part that is looked for, at least */
    COMPOUND_REST = 3   /* letters of a compound beside the part looked for */
};

struct form {
    struct str stem, ending;
};

/* Form @p index of a word, in the order of its stems and their endings. */
struct form
word_form(const struct term_word *word, size_t index);

/* The form in one piece: in @p room, which must hold FORM_MOST bytes, or where
 * it has no ending as it stands. */
struct str
form_text(struct form form, char *room);

bool
word_has_form(const struct term_word *word, struct str text);

/* Whether that is enough of a compound beside the part looked for. */
bool
form_is_rest(struct str rest);

/* Whether a word of a text is found by a word of a term of this kind: by a
 * form as its whole, or as its last or first part.  As match/lexicon.h finds
 * it, without a table. */
bool
word_finds(const struct term_word *word, enum term_kind kind, struct str text);

#endif
