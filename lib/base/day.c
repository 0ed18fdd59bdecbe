/* SPDX-License-Identifier: MIT */

/* Days are compared as numbers and written as ISO 8601 has them.  What is not
 * written of a day is filled in only where somebody asks for its first or its
 * last, so that "2026" stays what it is. */

#include "base/day.h"

#include <string.h>

#include "base/mem.h"
#include "base/number.h"

struct day
day_first(struct day day)
{
    day.month = day.month ? day.month : 1;
    day.day = day.day ? day.day : 1;
    return day;
}

struct day
day_last(struct day day)
{
    day.month = day.month ? day.month : 12;
    day.day = day.day ? day.day : number_month_days(day.year, day.month);
    return day;
}

int
day_compare(struct day a, struct day b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Where year, month and day end in the text. */
static const size_t ends[] = { 4, 7, 10 };
static const size_t widths[] = { 4, 2, 2 };

struct str
day_text(struct day day, char out[11])
{
    int parts[] = { day.year, day.month, day.day };
    size_t length = 0;

    memcpy(out, "0000-00-00", 11);
    for (size_t i = 0; i < ARRAY_LEN(parts) && parts[i] > 0; i++) {
        for (size_t k = 0; k < widths[i]; k++) {
            out[ends[i] - 1 - k] = (char)('0' + parts[i] % 10);
            parts[i] /= 10;
        }
        length = ends[i];
    }
    out[length] = '\0';
    return str_make(out, length);
}

/* The digits of one part; -1 where there are others. */
static int
read_part(struct str text, size_t part)
{
    int value = 0;

    for (size_t i = ends[part] - widths[part]; i < ends[part]; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return value;
}

bool
day_read(struct str text, struct day *out)
{
    struct day day;

    if (text.len != ends[2] || text.ptr[4] != '-' || text.ptr[7] != '-')
        return false;
    day = (struct day){ read_part(text, 0), read_part(text, 1),
                        read_part(text, 2) };
    if (day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1 ||
        day.day > number_month_days(day.year, day.month))
        return false;
    *out = day;
    return true;
}

struct str
day_begin(struct str text)
{
    struct str begin =
        str_make(text.ptr, text.len < ends[2] ? text.len : ends[2]);
    struct day day;

    return day_read(begin, &day) ? begin : STR("");
}
