/* SPDX-License-Identifier: MIT */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

/* Where the bytes of a part come from, a stretch at a time: a part of a zip
 * file, or memory. */

#include "samsyn.h"

struct source {
    /* At most @p room bytes into @p into; *got 0 is the end. */
    samsyn_status (*pull)(void *user, char *into, size_t room, size_t *got);
    void *user;
};

#endif
