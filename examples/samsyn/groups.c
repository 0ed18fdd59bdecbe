/* SPDX-License-Identifier: MIT */
/* Groups of documents, by patterns of their names. */

#include "groups.h"

#include <string.h>

/* Whether a text is of a pattern, where `*` stands for any text and `?` for a
 * byte.  Goes back to the last `*` only, so no pattern is slow. */
static bool
is_like(const char *text, const char *pattern, size_t length)
{
    const char *end = pattern + length, *star = NULL, *again = NULL;

    while (*text) {
        if (pattern < end && *pattern == '*') {
            star = pattern++;
            again = text;
        } else if (pattern < end && (*pattern == '?' || *pattern == *text)) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star + 1;
            text = ++again;
        } else {
            return false;
        }
    }
    while (pattern < end && *pattern == '*')
        pattern++;
    return pattern == end;
}

const char *
group_given(const struct args *args, const char *text, size_t *length)
{
    for (size_t i = 0; i < args->group_count; i++) {
        const char *given = args->groups[i], *equals = strchr(given, '=');

        if (is_like(text, equals + 1, strlen(equals + 1))) {
            *length = (size_t)(equals - given);
            return given;
        }
    }
    *length = 0;
    return "";
}
