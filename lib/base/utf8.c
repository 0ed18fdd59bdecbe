/* SPDX-License-Identifier: MIT */

/* UTF-8 and the little of Unicode that the library needs.
 *
 * Validity is that of RFC 3629: no overlong forms, no surrogates, nothing
 * past U+10FFFF.  Classes and mappings are sorted tables (utf8_tables.h)
 * searched by halves; ASCII, most of any text, never reaches a table.
 *
 * Invariant: utf8_fold() keeps the number of bytes, so folded text has the
 * offsets of the text it was made from. */

#include "base/utf8.h"

#include "base/mem.h"
#include "base/utf8_tables.h"

#include <string.h>

/* What the first byte of a longer sequence tells.  The second byte's range
 * is what refuses overlong forms, surrogates and the end of Unicode. */
struct lead {
    unsigned char first, last;   /* bytes that it is true of */
    unsigned char low, high;     /* range of the second byte */
    unsigned char size, payload; /* bytes in all; bits of the first */
};

static const struct lead leads[] = {
    { 0xC2, 0xDF, 0x80, 0xBF, 2, 0x1F }, { 0xE0, 0xE0, 0xA0, 0xBF, 3, 0x0F },
    { 0xE1, 0xEC, 0x80, 0xBF, 3, 0x0F }, { 0xED, 0xED, 0x80, 0x9F, 3, 0x0F },
    { 0xEE, 0xEF, 0x80, 0xBF, 3, 0x0F }, { 0xF0, 0xF0, 0x90, 0xBF, 4, 0x07 },
    { 0xF1, 0xF3, 0x80, 0xBF, 4, 0x07 }, { 0xF4, 0xF4, 0x80, 0x8F, 4, 0x07 },
};

static const struct lead *
find_lead(unsigned char byte)
{
    for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
        if (byte <= leads[i].last)
            return byte >= leads[i].first ? &leads[i] : NULL;
    }
    return NULL;
}

uint32_t
utf8_decode(const char *text, size_t len, size_t *size)
{
    const unsigned char *bytes = (const unsigned char *)text;

    *size = 1;
    if (!len)
        return UTF8_BAD;
    if (bytes[0] < 0x80)
        return bytes[0];

    const struct lead *lead = find_lead(bytes[0]);
    if (!lead || len < lead->size)
        return UTF8_BAD;
    if (bytes[1] < lead->low || bytes[1] > lead->high)
        return UTF8_BAD;

    uint32_t code = bytes[0] & lead->payload;
    for (size_t i = 1; i < lead->size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        code = code << 6 | (bytes[i] & 0x3F);
    }
    *size = lead->size;
    return code;
}

size_t
utf8_encode(uint32_t code, char out[4])
{
    static const uint32_t limits[] = { 0x80, 0x800, 0x10000, 0x110000 };
    static const uint32_t marks[] = { 0, 0xC0, 0xE0, 0xF0 };
    size_t size = 1;

    if (code >= 0x110000 || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    while (code >= limits[size - 1])
        size++;
    for (size_t i = size - 1; i; i--) {
        out[i] = (char)(unsigned char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(unsigned char)(marks[size - 1] | code);
    return size;
}

size_t
utf8_valid(const char *text, size_t len)
{
    size_t at = 0, size;

    while (at < len) {
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        if (utf8_decode(text + at, len - at, &size) == UTF8_BAD)
            return at;
        at += size;
    }
    return len;
}

/* A letter of the languages of western Europe, which need no table: capitals
 * first, each as far from its small one as in ASCII.  Sharp s and y with two
 * dots, at the end of either row, are no such pair. */
static bool
is_latin(uint32_t code)
{
    return code >= 0xC0 && code <= 0xFF && code != 0xD7 && code != 0xF7;
}

uint32_t
utf8_fold(uint32_t code)
{
    size_t low = 0, high = ARRAY_LEN(fold_ranges);

    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
    if (is_latin(code))
        return code < 0xDF ? code + ('a' - 'A') : code;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct utf8_fold_range *range = &fold_ranges[middle];

        if (code > range->last)
            low = middle + 1;
        else if (code < range->first)
            high = middle;
        else if ((code - range->first) % (uint32_t)range->step)
            return code;
        else
            return (uint32_t)((int32_t)code + range->delta);
    }
    return code;
}

uint32_t
utf8_compose(uint32_t base, uint32_t mark)
{
    size_t low = 0, high = ARRAY_LEN(compose_pairs);

    if (base > UINT16_MAX || mark > UINT16_MAX)
        return 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct utf8_pair *pair = &compose_pairs[middle];

        if (pair->base < base || (pair->base == base && pair->mark < mark))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == ARRAY_LEN(compose_pairs) || compose_pairs[low].base != base ||
        compose_pairs[low].mark != mark)
        return 0;
    return compose_pairs[low].whole;
}

bool
utf8_is_mark(uint32_t code)
{
    return code >= 0x300 && code <= 0x36F;
}

bool
utf8_is_seen(uint32_t code)
{
    return !utf8_is_mark(code) && code != 0xAD && code != 0xFEFF &&
           (code < 0x200B || code > 0x200D) && code != 0x2060;
}

static bool
is_ascii_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

bool
utf8_is_letter(uint32_t code)
{
    size_t low = 0, high = ARRAY_LEN(letter_ranges);

    if (code < 0x80)
        return is_ascii_letter(code);
    if (is_latin(code))
        return true;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (code > letter_ranges[middle].last)
            low = middle + 1;
        else if (code < letter_ranges[middle].first)
            high = middle;
        else
            return true;
    }
    return false;
}

bool
utf8_is_upper(uint32_t code)
{
    size_t low = 0, high = ARRAY_LEN(upper_ranges);

    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct utf8_step *range = &upper_ranges[middle];

        if (code > range->last)
            low = middle + 1;
        else if (code < range->first)
            high = middle;
        else
            return (code - range->first) % range->step == 0;
    }
    return false;
}

bool
utf8_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

bool
utf8_is_space(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0x85 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* How many of eight bytes continue a code point: of these the highest bit is
 * set and the next one is not. */
static size_t
eight_going_on(const char *text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t eight;

    memcpy(&eight, text, sizeof eight);
    return (size_t)(((eight >> 7 & ~eight >> 6 & ones) * ones) >> 56);
}

/* Every code point has one byte that continues nothing. */
size_t
utf8_count(const char *text, size_t len)
{
    size_t count = len, i = 0;

    for (; len - i >= 8; i += 8)
        count -= eight_going_on(text + i);
    for (; i < len; i++)
        count -= !utf8_is_start(text[i]);
    return count;
}
