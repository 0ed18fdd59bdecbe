/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_FORM_HASH_H
#define LANGUAGE_FORM_HASH_H

/* By what stems and endings are found in tables.  The bytes of a text are the
 * digits of a number, its first the lowest: so the ends and the beginnings of
 * a word are hashed one after the other, each by one step from the one
 * before. */

#include <stdint.h>

#include "base/str.h"

#define FORM_HASH_STEP 0x01000193u

static inline uint32_t
form_hash_digit(char byte)
{
    return (uint32_t)(unsigned char)byte + 1;
}

/* With one byte more in front; 0 is the hash of nothing. */
static inline uint32_t
form_hash_front(uint32_t hash, char byte)
{
    return hash * FORM_HASH_STEP + form_hash_digit(byte);
}

static inline uint32_t
form_hash(struct str text)
{
    uint32_t hash = 0;

    for (size_t i = text.len; i-- > 0;)
        hash = form_hash_front(hash, text.ptr[i]);
    return hash;
}

/* A beginning: its hash, and what a digit behind it counts.
 * Begins as { 0, 1 }. */
struct form_start {
    uint32_t hash, next;
};

static inline void
form_start_add(struct form_start *start, char byte)
{
    start->hash += start->next * form_hash_digit(byte);
    start->next *= FORM_HASH_STEP;
}

#endif
