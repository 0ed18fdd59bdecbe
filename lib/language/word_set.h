/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_WORD_SET_H
#define LANGUAGE_WORD_SET_H

/* A sorted set of folded words. */

#include "base/str.h"

struct shape_reader;
struct yaml_node;

struct word_set {
    struct str *words;
    size_t count;
};

bool
word_set_has(const struct word_set *set, struct str folded);

/* Read a list of texts, or one.  False only without memory. */
bool
word_set_read(struct shape_reader *reader, struct word_set *out,
              const struct yaml_node *node);

#endif
