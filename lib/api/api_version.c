/* SPDX-License-Identifier: MIT */
/* The version of the library and the names of statuses.  Both are constant
 * text in English, for logs and programs. */

#include "base/mem.h"

#define TEXT_OF(value) #value
#define VERSION_TEXT(major, minor, patch)                                      \
    TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

/* By the status's value, counted down from 0. */
static const char *const names[] = {
    "ok",           "failed",    "no memory",  "bad argument", "syntax error",
    "schema error", "limit",     "unresolved", "not text",     "empty",
    "encrypted",    "no reader", "stopped",    "no fit",       "twice",
};

const char *
samsyn_version(void)
{
    return VERSION_TEXT(SAMSYN_VERSION_MAJOR, SAMSYN_VERSION_MINOR,
                        SAMSYN_VERSION_PATCH);
}

const char *
samsyn_status_name(samsyn_status status)
{
    int value = (int)status;

    if (value > 0 || value <= -(int)ARRAY_LEN(names))
        return "unknown status";
    return names[-value];
}
