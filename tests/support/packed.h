/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PACKED_H
#define TESTS_PACKED_H

/* Zip files made by hand, stored and not deflated, so that a test can make
 * one without any library, and one that lies. */

#include "base/buf.h"

struct packed_part {
    const char *name;
    struct str bytes;
    uint32_t claimed; /* the size that the headers tell; 0: the true one */
};

/* Append a zip file of these parts. */
void
packed_zip(struct buf *out, const struct packed_part *parts, size_t count);

#endif
