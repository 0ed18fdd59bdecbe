/* SPDX-License-Identifier: MIT */
#ifndef READ_ODT_WORDS_H
#define READ_ODT_WORDS_H

/* The names of OpenDocument. */

#include "read/xml.h"

enum odt_word {
    O_OTHER,
#define WORD(constant, space, name) O_##constant,
#include "read/odt_words.def"
#undef WORD
    O_COUNT
};

extern const struct xml_names odt_names;

#endif
