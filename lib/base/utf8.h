/* SPDX-License-Identifier: MIT */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

/* UTF-8 and the little of Unicode that the library needs: validity, code
 * points, simple case folding and composition (Latin), classes of letters.
 * No locale is ever consulted. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD UINT32_MAX

/* The code point at @p text, its bytes in *size; UTF8_BAD (and size 1) where
 * it is not valid UTF-8 (overlong, surrogate, past U+10FFFF, cut short). */
uint32_t
utf8_decode(const char *text, size_t len, size_t *size);

/* The code point at @p at of a text; 0 of no bytes past its end. */
static inline uint32_t
utf8_at(struct str text, size_t at, size_t *size)
{
    *size = 0;
    if (at >= text.len)
        return 0;
    if ((unsigned char)text.ptr[at] < 0x80) {
        *size = 1;
        return (unsigned char)text.ptr[at];
    }
    return utf8_decode(text.ptr + at, text.len - at, size);
}

/* Writes 1 to 4 bytes, gives how many; 0 for what is no code point. */
size_t
utf8_encode(uint32_t code, char out[4]);

/* The offset of the first invalid byte, or len where all is valid. */
size_t
utf8_valid(const char *text, size_t len);

/* Simple lower case of a letter (Latin, Greek, Cyrillic); others unchanged.
 * Never changes how many bytes the letter takes: a letter whose lower case
 * would take another number of bytes is left as it is. */
uint32_t
utf8_fold(uint32_t code);

/* The composed letter of a base and a combining mark, 0 where there is none
 * (Latin, Latin-1 Supplement, Latin Extended-A/B and Additional).  With mark
 * 0: the letter that U+212A (k), U+212B (a-ring) or U+2126 (omega), the signs
 * of units, is in NFC. */
uint32_t
utf8_compose(uint32_t base, uint32_t mark);

/* True for U+0300 to U+036F. */
bool
utf8_is_mark(uint32_t code);

/* Takes room on a page: no mark, no soft hyphen, nothing of no width. */
bool
utf8_is_seen(uint32_t code);

/* General category L, of any script. */
bool
utf8_is_letter(uint32_t code);
/* Capital and title-case letters of any script. */
bool
utf8_is_upper(uint32_t code);
/* 0 to 9 only: other digits have no value here. */
bool
utf8_is_digit(uint32_t code);
/* Every white space, also no-break and thin spaces. */
bool
utf8_is_space(uint32_t code);

/* Whether a code point begins with it: valid UTF-8 only. */
static inline bool
utf8_is_start(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

/* How many code points: valid UTF-8 only. */
size_t
utf8_count(const char *text, size_t len);

#endif
