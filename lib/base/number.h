/* SPDX-License-Identifier: MIT */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

/* Numbers from text and the one rounding rule, without strtod or locale. */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A whole number with an optional minus; false where it is not one or does
 * not fit. */
bool
number_int(struct str text, int64_t *out);

/* Decimal text with at most three decimals ("0.5", "2", "1.25") into
 * thousandths; false where it is not that. */
bool
number_thousandths(struct str text, int64_t *out);

/* Room for any number as text. */
#define NUMBER_TEXT 20

/* A number as decimal text, in @p out. */
struct str
number_text(int64_t number, char out[NUMBER_TEXT]);

/* 100 * part / whole, half away from zero; -1 where whole is 0.  Neither is
 * negative. */
int64_t
number_percent(int64_t part, int64_t whole);

/* Days of a month, 0 where there is no such month.  Gregorian. */
int
number_month_days(int year, int month);

#endif
