/* SPDX-License-Identifier: MIT */
#ifndef BASE_LABEL_H
#define BASE_LABEL_H

/* The labels of items and headings at the start of a line: bullets, numbers,
 * letters.  For every reader of documents. */

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a line begins with. */
enum label_kind {
    LABEL_NONE,
    LABEL_BULLET,  /* a sign that is nothing but a bullet */
    LABEL_DASH,    /* one that may be something else: - * o */
    LABEL_NUMBER,  /* "1." "1)" "(1)" */
    LABEL_LETTER,  /* "a)" "A." */
    LABEL_OUTLINE, /* "4" or "4.1", "A.1" before a capital letter */
    LABEL_SECTION  /* a section sign and a number */
};

struct label {
    enum label_kind kind;
    size_t text;     /* where the text after it begins */
    size_t depth;    /* numbers in it: "4.1" has 2 */
    uint32_t number; /* the last of them; of a letter its place, a = 1 */
};

struct label
guess_label(struct str line);

/* The line is a label and nothing else: its text stands below. */
bool
guess_is_lone_label(struct str line);

/* The character is nothing but a bullet, wherever it stands. */
bool
guess_is_bullet(uint32_t code);

#endif
