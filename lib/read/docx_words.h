/* SPDX-License-Identifier: MIT */
#ifndef READ_DOCX_WORDS_H
#define READ_DOCX_WORDS_H

/* The names of OOXML, transitional and strict. */

#include "read/xml.h"

enum docx_word {
    W_OTHER,
#define WORD(constant, space, name) W_##constant,
#include "read/docx_words.def"
#undef WORD
    W_COUNT
};

extern const struct xml_names docx_names;

/* Whether an element such as w:b is on: no value, or one that is not off. */
bool
docx_is_on(const struct xml_element *element);

/* The value of w:val; ptr NULL where there is none. */
struct str
docx_val(const struct xml_element *element);

/* What a hexadecimal digit is worth; -1 where it is none. */
int
docx_hex(char c);

#endif
