/* SPDX-License-Identifier: MIT */
#ifndef BASE_BUF_H
#define BASE_BUF_H

/* A growing text with a maximum.  Appending after a failure does nothing,
 * so a chain of appends is checked once, at its end, with buf_failed(). */

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

/* For texts whose parts are limited already. */
#define BUF_ANY (SIZE_MAX - 1)

struct buf {
    samsyn_allocator mem;
    char *data; /* ends in NUL once something was appended */
    size_t len;
    size_t cap;
    size_t max;
    bool failed;
};

void
buf_init(struct buf *buf, const samsyn_allocator *mem, size_t max);
void
buf_done(struct buf *buf);

void
buf_add(struct buf *buf, const char *bytes, size_t len);
void
buf_str(struct buf *buf, struct str text);
/* Text that ends in NUL. */
void
buf_text(struct buf *buf, const char *text);
void
buf_char(struct buf *buf, char c);
/* A code point as UTF-8. */
void
buf_code(struct buf *buf, uint32_t code);
void
buf_int(struct buf *buf, int64_t number);
void
buf_clear(struct buf *buf);

/* True once an append found no memory or passed the maximum. */
bool
buf_failed(const struct buf *buf);

struct str
buf_view(const struct buf *buf);

#endif
