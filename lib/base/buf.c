/* SPDX-License-Identifier: MIT */

/* A growing text with a maximum.
 *
 * Invariant: len <= max, and data, where there is any, has room for len bytes
 * and a NUL, which is always there.  The first failure is kept: later appends
 * do nothing, so that what is in the buffer is a true beginning of the text
 * and one buf_failed() at the end tells everything. */

#include "base/buf.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

#define FIRST_SIZE 64

void
buf_init(struct buf *buf, const samsyn_allocator *mem, size_t max)
{
    *buf = (struct buf){ .mem = *mem, .max = max };
}

void
buf_done(struct buf *buf)
{
    mem_free(&buf->mem, buf->data);
    buf->data = NULL;
    buf->len = 0;
    buf->cap = 0;
}

/* Whether there is room for @p more bytes and a NUL already. */
static bool
has_room(const struct buf *buf, size_t more)
{
    return buf->cap > buf->len && more < buf->cap - buf->len &&
           more <= buf->max - buf->len;
}

/* Room for @p more bytes and a NUL: what the first append needs, which may
 * be all there is, then twice as much each time. */
static bool
make_room(struct buf *buf, size_t more)
{
    size_t needed, size = buf->cap;

    if (more > buf->max - buf->len)
        return false;
    if (!mem_add(buf->len, more, &needed) || !mem_add(needed, 1, &needed))
        return false;
    if (size == 0)
        size = needed > FIRST_SIZE ? needed : FIRST_SIZE;
    while (size < needed) {
        if (!mem_mul(size, 2, &size))
            size = needed;
    }

    char *data = mem_resize(&buf->mem, buf->data, buf->cap, size);
    if (!data)
        return false;
    buf->data = data;
    buf->cap = size;
    return true;
}

void
buf_add(struct buf *buf, const char *bytes, size_t len)
{
    if (buf->failed)
        return;
    if (!has_room(buf, len) && !make_room(buf, len)) {
        buf->failed = true;
        return;
    }
    if (len)
        memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void
buf_str(struct buf *buf, struct str text)
{
    buf_add(buf, text.ptr, text.len);
}

void
buf_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void
buf_char(struct buf *buf, char c)
{
    if (buf->failed || !has_room(buf, 1)) {
        buf_add(buf, &c, 1);
        return;
    }
    buf->data[buf->len++] = c;
    buf->data[buf->len] = '\0';
}

void
buf_code(struct buf *buf, uint32_t code)
{
    char bytes[4];

    buf_add(buf, bytes, utf8_encode(code, bytes));
}

void
buf_int(struct buf *buf, int64_t number)
{
    char digits[NUMBER_TEXT];

    buf_str(buf, number_text(number, digits));
}

void
buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->failed = false;
    if (buf->data)
        buf->data[0] = '\0';
}

bool
buf_failed(const struct buf *buf)
{
    return buf->failed;
}

struct str
buf_view(const struct buf *buf)
{
    return str_make(buf->data ? buf->data : "", buf->len);
}
