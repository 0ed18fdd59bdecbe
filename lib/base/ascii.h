/* SPDX-License-Identifier: MIT */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

/* Letters and digits of ASCII, for marks, names and first bytes of files.
 * Words of people are the business of utf8.h. */

#include "base/str.h"

static inline bool
ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || ascii_is_upper(c);
}

static inline char
ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* Whether @p wanted, in lower case, stands at the beginning or end of the
 * bytes; their capitals do not matter. */
bool
ascii_begins(struct str bytes, struct str wanted);
bool
ascii_ends(struct str bytes, struct str wanted);

/* UTF-16 with a byte order mark as the lower bytes of its first @p most
 * letters, which is all of it that is ASCII; other bytes as they are. */
struct str
ascii_of_utf16(char *out, size_t most, struct str bytes);

#endif
