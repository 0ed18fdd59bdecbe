/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

/* SHA-256 (FIPS 180-4), so that a result names the bytes it was made from. */

#include <stddef.h>

/* "sha256:" and 64 hexadecimal digits, with NUL. */
#define SHA256_TEXT 72

void
sha256_text(const void *bytes, size_t len, char out[SHA256_TEXT]);

#endif
