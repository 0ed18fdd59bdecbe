/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHA256_INNER_H
#define BASE_SHA256_INNER_H

/* What the two ways to a digest share.  Only for sha256*.c. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern const uint32_t sha256_constants[64];

/* Takes @p count blocks of 64 bytes into the hash. */
void
sha256_plain(uint32_t hash[8], const unsigned char *blocks, size_t count);

/* The same by the processor's own instructions; false, and nothing done, where
 * it has none. */
bool
sha256_x86(uint32_t hash[8], const unsigned char *blocks, size_t count);

/* Two hashes at once, in not much more time than one. */
bool
sha256_x86_both(uint32_t hash[8], const unsigned char *blocks,
                uint32_t other[8], const unsigned char *others, size_t count);

#endif
