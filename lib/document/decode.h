/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DECODE_H
#define DOCUMENT_DECODE_H

/* Bytes to UTF-8: which encoding a file has, and its text. */

#include "document/document.h"

/* The code point at bytes[at], how many bytes it takes in *size; UTF8_BAD
 * (and size 1) where the bytes are not valid there. */
uint32_t
decode_code(enum encoding encoding, struct str bytes, size_t at, size_t *size);

/* Append @p bytes as UTF-8.  Gives the offset of the first that cannot be
 * decoded, bytes.len where there is none. */
size_t
decode_append(struct buf *out, enum encoding encoding, struct str bytes);

/* A file's text.  `buf` holds it where it is not the file's own bytes. */
struct decoded {
    struct str text; /* valid UTF-8, without a byte order mark */
    size_t base;     /* bytes of the file's UTF-8 before text */
    enum encoding encoding;
    struct buf buf;
};

/* SAMSYN_OK, SAMSYN_E_NOT_TEXT (said in @p diags) or SAMSYN_E_NOMEM.  After
 * SAMSYN_OK end it with decoded_done(). */
samsyn_status
decode_file(struct decoded *out, struct str bytes, const char *name,
            const samsyn_allocator *mem, struct samsyn_diagnostics *diags);

void
decoded_done(struct decoded *decoded);

#endif
