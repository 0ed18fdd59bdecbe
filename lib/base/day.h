/* SPDX-License-Identifier: MIT */
#ifndef BASE_DAY_H
#define BASE_DAY_H

/* Days of the calendar, as far as they are written: 2026, 2026-03 or
 * 2026-03-01. */

#include <stdbool.h>

#include "base/str.h"

/* 0 for what is not written. */
struct day {
    int year, month, day;
};

/* The first and the last day that is meant.  The year must be known. */
struct day
day_first(struct day day);
struct day
day_last(struct day day);

/* Less than 0, 0, more than 0: as @p a is before, on or after @p b. */
int
day_compare(struct day a, struct day b);

/* "2026-03-01", "2026-03", "2026", or "" where there is no year. */
struct str
day_text(struct day day, char out[11]);

/* A whole day from such a text; false where it is none. */
bool
day_read(struct str text, struct day *out);

/* The whole day that a text begins with, as one with a time does; "" where it
 * begins with none. */
struct str
day_begin(struct str text);

#endif
