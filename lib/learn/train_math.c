/* SPDX-License-Identifier: MIT */

/* Logarithm and exponential that are the same on every machine.
 *
 * Those of the C library differ in their last bits between libraries and
 * processors, which would become another model.  These are sums of a fixed
 * number of terms in a fixed order, right to about 15 digits. */

#include <assert.h>
#include <float.h>
#include <string.h>

#include "learn/train.h"

#ifdef __FAST_MATH__
#error "train without -ffast-math: it makes another model on each machine"
#endif

/* Doubles are computed as doubles, not in wider registers. */
_Static_assert(FLT_EVAL_METHOD == 0, "train with -msse2 -mfpmath=sse");
_Static_assert(DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024, "IEEE doubles");

#define LN2_HIGH 6.93147180369123816490e-01 /* its last 21 bits are 0 */
#define LN2_LOW 1.90821492927058770002e-10
#define MOST_EXPONENT 700.0

static uint64_t
bits_of(double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static double
from_bits(uint64_t bits)
{
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

/* log x = exponent * log 2 + 2 * atanh((m - 1) / (m + 1)), m near 1. */
double
train_log(double x)
{
    uint64_t bits = bits_of(x < DBL_MIN ? DBL_MIN : x);
    int exponent = (int)(bits >> 52) - 1023;
    double m = from_bits((bits & 0xfffffffffffffu) | (uint64_t)1023 << 52);

    if (m > 1.4142135623730951) {
        m = m / 2;
        exponent++;
    }
    double s = (m - 1) / (m + 1), square = s * s, sum = 0;
    for (int k = 21; k >= 3; k -= 2)
        sum = (sum + 1.0 / k) * square;
    return exponent * LN2_HIGH + (exponent * LN2_LOW + (2 * s * sum + 2 * s));
}

double
train_exp(double x)
{
    if (x > MOST_EXPONENT)
        x = MOST_EXPONENT;
    if (x < -MOST_EXPONENT)
        x = -MOST_EXPONENT;
    double parts = x / (LN2_HIGH + LN2_LOW);
    int whole = (int)(parts < 0 ? parts - 0.5 : parts + 0.5);
    double rest = x - whole * LN2_HIGH - whole * LN2_LOW, sum = 1;

    for (int k = 14; k >= 1; k--)
        sum = 1 + sum * rest / k;
    return sum * from_bits((uint64_t)(1023 + whole) << 52);
}
