/* SPDX-License-Identifier: MIT */
#ifndef BASE_STR_H
#define BASE_STR_H

/* A borrowed stretch of bytes: the way text travels inside the library. */

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

static inline struct str
str_make(const char *ptr, size_t len)
{
    struct str text = { ptr, len };

    return text;
}

/* From text that ends in NUL; NULL gives an empty one. */
static inline struct str
str_of(const char *text)
{
    return str_make(text ? text : "", text ? strlen(text) : 0);
}

/* Nearly all are told apart by their length. */
static inline bool
str_equal(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool
str_among(struct str text, const struct str *list, size_t count);

/* The byte at @p at; NUL past the end. */
static inline char
str_byte(struct str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

/* Order of bytes, shorter first where one begins the other: <0, 0, >0. */
int
str_compare(struct str a, struct str b);

bool
str_starts(struct str text, struct str prefix);
bool
str_ends(struct str text, struct str suffix);

/* Without ASCII white space at both ends. */
struct str
str_trim(struct str text);

/* How many edits (insert, delete, replace, swap of neighbours) part two
 * names; gives limit + 1 where it is more than limit.  For "did you mean". */
size_t
str_distance(struct str a, struct str b, size_t limit);

#endif
