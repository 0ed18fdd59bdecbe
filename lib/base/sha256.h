/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

/* SHA-256 (FIPS 180-4), so that a result names the bytes it was made from. */

#include <stddef.h>

#include "base/str.h"

/* "sha256:" and 64 hexadecimal digits, with NUL. */
#define SHA256_TEXT 72

void
sha256_text(const void *bytes, size_t len, char out[SHA256_TEXT]);

/* Two texts, where a processor has instructions for it in little more time
 * than the longer one takes. */
void
sha256_both(struct str text, char out[SHA256_TEXT], struct str other,
            char other_out[SHA256_TEXT]);

#endif
