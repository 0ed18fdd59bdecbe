/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_GUESS_H
#define DOCUMENT_TEXT_GUESS_H

/* What a line of plain text may be, as far as the line alone tells. */

#include "base/label.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Counts over a line. */
struct traits {
    size_t letters, uppers, digits;
    bool capital; /* begins with a capital letter or a digit */
    bool lower;   /* begins with a small letter */
    bool comma, colon, mail,
        section;    /* holds one; the section sign not at the start; mail: @ */
    bool date;      /* 2022-03-09, or a day, a word and a year */
    bool sentence;  /* a full stop inside ends one */
    bool long_word; /* three capital letters in a row */
    char last;      /* last byte */
};

struct traits
guess_traits(struct str line);

/* Takes more columns than that as it is seen. */
bool
guess_is_longer(struct str text, size_t columns);

/* Begins with a small letter. */
bool
guess_is_lower(struct str line);

/* Capital letters only, at least one real word. */
bool
guess_is_caps(struct str line);

/* Short, begins like a heading and does not end like a sentence. */
bool
guess_is_title(struct str line);

/* The line ends as a sentence or a lead-in does. */
bool
guess_is_ended(struct str line);

#endif
