/* SPDX-License-Identifier: MIT */
/* UTF-8 as the command needs it: what it is given is checked before it is
 * written on in JSON, and columns are counted in characters.
 *
 * The rows are those of the Unicode standard, table 3-7: each says what the
 * first and the second byte may be; further ones are 80..BF. */

#include "utf8.h"

static const struct {
    unsigned char first, last; /* of the first byte */
    unsigned char low, high;   /* of the second */
    size_t size;
} rows[] = {
    { 0x01, 0x7F, 0, 0, 1 },       { 0xC2, 0xDF, 0x80, 0xBF, 2 },
    { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
    { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
    { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 },
    { 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

static int
is_between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

size_t
utf8_size(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t row = 0, last = sizeof rows / sizeof rows[0] - 1;

    while (row < last && bytes[0] > rows[row].last)
        row++;
    if (!is_between(bytes[0], rows[row].first, rows[row].last))
        return 0;
    if (rows[row].size > 1 &&
        !is_between(bytes[1], rows[row].low, rows[row].high))
        return 0;
    for (size_t i = 2; i < rows[row].size; i++) {
        if (!is_between(bytes[i], 0x80, 0xBF))
            return 0;
    }
    return rows[row].size;
}

size_t
utf8_width(const char *text)
{
    size_t width = 0;

    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}
