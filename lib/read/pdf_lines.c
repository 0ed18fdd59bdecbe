/* SPDX-License-Identifier: MIT */

/* The little that is needed to read what poppler's programs write: markup of
 * a few fixed shapes, a tag a line.  What does not look like that is passed
 * over, so that nothing which a file can put into it has power here. */

#ifdef READ_PDF

#include "read/pdf_lines.h"

#include "base/utf8.h"

#include <string.h>

#define LONGEST_LINE ((size_t)1 << 20)
#define LONGEST_NUMBER 9       /* digits before the point */
#define FARTHEST (10000 * 100) /* hundredths of a point */

void
pdf_lines_init(struct pdf_lines *lines, bool (*take)(void *, struct str),
               void *user, const samsyn_allocator *mem)
{
    *lines = (struct pdf_lines){ .take = take, .user = user };
    buf_init(&lines->rest, mem, LONGEST_LINE);
}

void
pdf_lines_done(struct pdf_lines *lines)
{
    buf_done(&lines->rest);
}

/* A line of which the beginning came before. */
static bool
take_rest(struct pdf_lines *lines, const char *bytes, size_t length)
{
    bool more;

    buf_add(&lines->rest, bytes, length);
    if (buf_failed(&lines->rest)) {
        lines->failed = true;
        return false;
    }
    more = lines->take(lines->user, buf_view(&lines->rest));
    buf_clear(&lines->rest);
    return more;
}

bool
pdf_lines_listen(void *user, const char *bytes, size_t length)
{
    struct pdf_lines *lines = user;

    while (length) {
        const char *end = memchr(bytes, '\n', length);
        size_t size = end ? (size_t)(end - bytes) : length;

        if (!end) {
            buf_add(&lines->rest, bytes, length);
            lines->failed = lines->failed || buf_failed(&lines->rest);
            return !lines->failed;
        }
        if (lines->rest.len ? !take_rest(lines, bytes, size)
                            : !lines->take(lines->user, str_make(bytes, size)))
            return false;
        bytes += size + 1;
        length -= size + 1;
    }
    return true;
}

/* ---- Tags ---- */

/* What stands behind the name, its sign and its mark where @p rest begins
 * with them; NULL where it does not. */
static const char *
value_of(struct str rest, struct str name)
{
    if (rest.len <= name.len + 2 || !str_starts(rest, name) ||
        memcmp(rest.ptr + name.len, "=\"", 2) != 0)
        return NULL;
    return rest.ptr + name.len + 2;
}

bool
pdf_attribute(struct str tag, struct str name, struct str *value)
{
    const char *end = tag.len ? memchr(tag.ptr, '>', tag.len) : NULL;
    const char *at = tag.ptr, *from, *to;

    end = end ? end : tag.ptr + tag.len;
    while (at < end && (at = memchr(at, ' ', (size_t)(end - at)))) {
        at++;
        from = value_of(str_make(at, (size_t)(end - at)), name);
        if (!from)
            continue;
        to = memchr(from, '"', (size_t)(tag.ptr + tag.len - from));
        if (to)
            *value = str_make(from, (size_t)(to - from));
        return to != NULL;
    }
    return false;
}

static size_t
read_digits(struct str text, size_t at, size_t most, int32_t *number)
{
    size_t from = at;

    while (at < text.len && at - from < most && text.ptr[at] >= '0' &&
           text.ptr[at] <= '9')
        *number = *number * 10 + (text.ptr[at++] - '0');
    return at;
}

bool
pdf_hundredths(struct str tag, struct str name, int32_t *out)
{
    struct str text;
    int32_t whole = 0, part = 0;

    if (!pdf_attribute(tag, name, &text) || !text.len)
        return false;
    size_t at = text.ptr[0] == '-' ? 1 : 0;
    size_t end = read_digits(text, at, LONGEST_NUMBER, &whole);
    if (end == at)
        return false;
    if (whole > FARTHEST / 100)
        whole = FARTHEST / 100;
    if (end < text.len && text.ptr[end] == '.') {
        size_t digits = read_digits(text, end + 1, 2, &part) - end - 1;

        part = digits == 1 ? part * 10 : part;
    }
    *out = (at ? -1 : 1) * (whole * 100 + part);
    return true;
}

/* ---- Text ---- */

static const struct reference {
    struct str name;
    char text;
} references[] = {
    { { "amp;", 4 }, '&' },  { { "lt;", 3 }, '<' },    { { "gt;", 3 }, '>' },
    { { "quot;", 5 }, '"' }, { { "apos;", 5 }, '\'' }, { { "#160;", 5 }, ' ' },
    { { "#34;", 4 }, '"' },  { { "#39;", 4 }, '\'' },
};

/* The reference whose name begins @p rest; its length, 0 for none. */
static size_t
add_reference(struct buf *out, struct str rest)
{
    for (size_t i = 0; i < ARRAY_LEN(references); i++) {
        if (str_starts(rest, references[i].name)) {
            buf_char(out, references[i].text);
            return references[i].name.len;
        }
    }
    return 0;
}

/* A character of text; what is no UTF-8, and what ends a line, is left out. */
static size_t
add_character(struct buf *out, struct str rest)
{
    size_t size;
    uint32_t code = utf8_decode(rest.ptr, rest.len, &size);

    if (code != UTF8_BAD && code >= ' ')
        buf_add(out, rest.ptr, size);
    return size;
}

void
pdf_text_of(struct buf *out, struct str xml)
{
    size_t at = 0;

    while (at < xml.len) {
        struct str rest = str_make(xml.ptr + at, xml.len - at);
        size_t size = 0;

        if (rest.ptr[0] == '<') {
            const char *end = memchr(rest.ptr, '>', rest.len);

            at += end ? (size_t)(end - rest.ptr) + 1 : rest.len;
            continue;
        }
        if (rest.ptr[0] == '&')
            size = add_reference(out, str_make(rest.ptr + 1, rest.len - 1));
        at += size ? size + 1 : add_character(out, rest);
    }
}

#endif
