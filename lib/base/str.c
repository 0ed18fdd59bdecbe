/* SPDX-License-Identifier: MIT */

/* Borrowed stretches of bytes: making, comparing, trimming.
 *
 * A str owns nothing and need not end in NUL.  An empty one may have any
 * pointer, also NULL, so no function here hands a pointer with length 0 to
 * memcmp().  Order is that of bytes, never that of a locale. */

#include "base/str.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

/* Longer names have no near ones: nobody types sixty letters by mistake. */
#define LONGEST_NAME 63

bool
str_among(struct str text, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(text, list[i]))
            return true;
    }
    return false;
}

int
str_compare(struct str a, struct str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;

    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool
str_starts(struct str text, struct str prefix)
{
    return text.len >= prefix.len &&
           str_equal(str_make(text.ptr, prefix.len), prefix);
}

bool
str_ends(struct str text, struct str suffix)
{
    if (text.len < suffix.len)
        return false;
    if (!suffix.len)
        return true;
    return str_equal(str_make(text.ptr + text.len - suffix.len, suffix.len),
                     suffix);
}

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str
str_trim(struct str text)
{
    while (text.len && is_blank(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    while (text.len && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

/* How many code points (a bad byte counts as one), or more than LONGEST_NAME
 * where there are more. */
static size_t
split(struct str text, uint32_t codes[LONGEST_NAME])
{
    size_t count = 0;

    for (size_t at = 0, size; at < text.len; at += size, count++) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        if (count == LONGEST_NAME)
            return LONGEST_NAME + 1;
        codes[count] = code;
    }
    return count;
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One row of the table of distances: to the first i letters of a, from the
 * first j of b, for every j.  Gives the smallest in the row. */
static size_t
fill_row(size_t rows[3][LONGEST_NAME + 1], const uint32_t *a, size_t i,
         const uint32_t *b, size_t length)
{
    size_t *now = rows[i % 3];
    const size_t *before = rows[(i + 2) % 3];
    const size_t *earlier = rows[(i + 1) % 3];
    size_t smallest = i;

    now[0] = i;
    for (size_t j = 1; j <= length; j++) {
        size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;

        now[j] = least(before[j - 1] + cost, least(before[j], now[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = least(now[j], earlier[j - 2] + 1);
        smallest = least(smallest, now[j]);
    }
    return smallest;
}

size_t
str_distance(struct str a, struct str b, size_t limit)
{
    uint32_t first[LONGEST_NAME], second[LONGEST_NAME];
    size_t rows[3][LONGEST_NAME + 1];
    size_t m = split(a, first), n = split(b, second);
    size_t smallest = 0;

    if (m > LONGEST_NAME || n > LONGEST_NAME)
        return limit + 1;
    for (size_t j = 0; j <= n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t before = smallest;

        smallest = fill_row(rows, first, i, second, n);
        /* A swap reaches over one row, so two rows must be past the limit. */
        if (smallest > limit && before > limit)
            return limit + 1;
    }
    return rows[m % 3][n] <= limit ? rows[m % 3][n] : limit + 1;
}
