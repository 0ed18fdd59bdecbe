/* SPDX-License-Identifier: MIT */
#ifndef BASE_PATTERN_CHECK_H
#define BASE_PATTERN_CHECK_H

/* What PCRE2 would accept in an expression and a checklist may not hold.
 * Part of pattern. */

#include "base/message.h"
#include "base/str.h"

/* What is refused, MSG_COUNT for nothing; *offset receives where. */
enum message
pattern_check(struct str expression, size_t *offset);

#endif
