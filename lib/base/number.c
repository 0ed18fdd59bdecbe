/* SPDX-License-Identifier: MIT */

/* Numbers from text, and the one rounding rule.
 *
 * Only the digits 0 to 9 are digits here, a point is the only decimal mark,
 * and a number that does not fit is no number: the caller says so with a
 * place.  Integers only, so that the same text gives the same number on every
 * machine. */

#include "base/ascii.h"
#include "base/number.h"

/* Takes digits off the front of @p text into *value; false where there is
 * none, or where the number does not fit. */
static bool
take_digits(struct str *text, int64_t *value)
{
    size_t count = 0;

    for (; count < text->len && ascii_is_digit(text->ptr[count]); count++) {
        int digit = text->ptr[count] - '0';

        if (*value > (INT64_MAX - digit) / 10)
            return false;
        *value = *value * 10 + digit;
    }
    text->ptr += count;
    text->len -= count;
    return count > 0;
}

static bool
take_minus(struct str *text)
{
    if (!text->len || text->ptr[0] != '-')
        return false;
    text->ptr++;
    text->len--;
    return true;
}

bool
number_int(struct str text, int64_t *out)
{
    bool minus = take_minus(&text);
    int64_t value = 0;

    if (!take_digits(&text, &value) || text.len)
        return false;
    *out = minus ? -value : value;
    return true;
}

/* One to three decimals as thousandths. */
static bool
take_decimals(struct str *text, int64_t *thousandths)
{
    size_t before = text->len;

    if (before > 3 || !take_digits(text, thousandths))
        return false;
    for (size_t count = before - text->len; count < 3; count++)
        *thousandths *= 10;
    return true;
}

bool
number_thousandths(struct str text, int64_t *out)
{
    bool minus = take_minus(&text);
    int64_t whole = 0, part = 0;

    if (!take_digits(&text, &whole))
        return false;
    if (text.len && text.ptr[0] == '.') {
        text.ptr++;
        text.len--;
        if (!take_decimals(&text, &part))
            return false;
    }
    if (text.len || whole > (INT64_MAX - part) / 1000)
        return false;
    *out = minus ? -(whole * 1000 + part) : whole * 1000 + part;
    return true;
}

struct str
number_text(int64_t number, char out[NUMBER_TEXT])
{
    size_t at = NUMBER_TEXT;
    /* The negative of the smallest number does not fit an int64_t. */
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    do {
        out[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (number < 0)
        out[--at] = '-';
    return str_make(out + at, NUMBER_TEXT - at);
}

/* A number of units: result * divisor + rest, with rest < divisor. */
struct quotient {
    uint64_t result, rest;
};

/* The divisor fits an int64_t, so the sum of two rests fits an uint64_t. */
static void
add_to(struct quotient *q, uint64_t units, uint64_t unit, uint64_t divisor)
{
    q->result += units;
    q->rest += unit;
    if (q->rest >= divisor) {
        q->rest -= divisor;
        q->result++;
    }
}

int64_t
number_percent(int64_t part, int64_t whole)
{
    if (whole <= 0)
        return -1;

    uint64_t divisor = (uint64_t)whole;
    uint64_t unit = (uint64_t)part % divisor, units = (uint64_t)part / divisor;
    struct quotient q = { 0, 0 };

    if (units >= (uint64_t)INT64_MAX / 100)
        return INT64_MAX;
    /* 100 times by doubling, so that nothing overflows. */
    for (unsigned bit = 64; bit; bit >>= 1) {
        add_to(&q, q.result, q.rest, divisor);
        if (100 & bit)
            add_to(&q, units, unit, divisor);
    }
    return (int64_t)(q.result + (q.rest >= divisor - q.rest ? 1 : 0));
}

int
number_month_days(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}
