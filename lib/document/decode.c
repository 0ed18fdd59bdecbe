/* SPDX-License-Identifier: MIT */

/* Bytes to UTF-8.
 *
 * A byte order mark decides; else what is valid UTF-8 is UTF-8, and what is
 * not is Windows-1252, the other encoding in which Swedish text files are
 * met, provided that every byte has a meaning there.  A file in which most
 * sequences are valid UTF-8 and some are not is a damaged file and no
 * Windows-1252: reading on would turn its letters into pairs of signs. */

#include "document/decode.h"

#include "base/utf8.h"

#include <string.h>

/* ---- One code point ---- */

typedef uint32_t (*unit_fn)(struct str bytes, size_t at, size_t *size);

static uint32_t
utf8_unit(struct str bytes, size_t at, size_t *size)
{
    return utf8_decode(bytes.ptr + at, bytes.len - at, size);
}

/* 0x80 to 0x9F; 0 where the byte means nothing. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
};

static uint32_t
windows_unit(struct str bytes, size_t at, size_t *size)
{
    unsigned char byte = (unsigned char)bytes.ptr[at];

    *size = 1;
    if (byte < 0x80 || byte >= 0xA0)
        return byte;
    return windows[byte - 0x80] ? windows[byte - 0x80] : UTF8_BAD;
}

/* Two bytes of UTF-16; UTF8_BAD past the end. */
static uint32_t
pair_at(struct str bytes, size_t at, bool little)
{
    if (at >= bytes.len || bytes.len - at < 2)
        return UTF8_BAD;
    uint32_t first = (unsigned char)bytes.ptr[at];
    uint32_t second = (unsigned char)bytes.ptr[at + 1];

    return little ? second << 8 | first : first << 8 | second;
}

static uint32_t
utf16_unit(struct str bytes, size_t at, size_t *size, bool little)
{
    uint32_t high = pair_at(bytes, at, little);

    *size = 1;
    if (high == UTF8_BAD || (high >= 0xDC00 && high <= 0xDFFF))
        return UTF8_BAD;
    *size = 2;
    if (high < 0xD800 || high > 0xDBFF)
        return high;

    uint32_t low = pair_at(bytes, at + 2, little);
    if (low < 0xDC00 || low > 0xDFFF) {
        *size = 1;
        return UTF8_BAD;
    }
    *size = 4;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static uint32_t
little_unit(struct str bytes, size_t at, size_t *size)
{
    return utf16_unit(bytes, at, size, true);
}

static uint32_t
big_unit(struct str bytes, size_t at, size_t *size)
{
    return utf16_unit(bytes, at, size, false);
}

static const unit_fn units[] = {
    [ENCODING_NONE] = utf8_unit,      [ENCODING_UTF8] = utf8_unit,
    [ENCODING_CP1252] = windows_unit, [ENCODING_UTF16LE] = little_unit,
    [ENCODING_UTF16BE] = big_unit,
};

uint32_t
decode_code(enum encoding encoding, struct str bytes, size_t at, size_t *size)
{
    return units[encoding](bytes, at, size);
}

/* How many bytes from @p at on are ASCII, where that is written as UTF-8. */
static size_t
ascii_length(enum encoding encoding, struct str bytes, size_t at)
{
    size_t from = at;

    if (encoding != ENCODING_CP1252)
        return 0;
    while (at < bytes.len && (unsigned char)bytes.ptr[at] < 0x80)
        at++;
    return at - from;
}

size_t
decode_append(struct buf *out, enum encoding encoding, struct str bytes)
{
    size_t at = 0, size;

    if (encoding <= ENCODING_UTF8) {
        at = utf8_valid(bytes.ptr, bytes.len);
        buf_add(out, bytes.ptr, at);
        return at;
    }
    while (at < bytes.len) {
        size = ascii_length(encoding, bytes, at);
        if (size) {
            buf_add(out, bytes.ptr + at, size);
            at += size;
            continue;
        }
        uint32_t code = decode_code(encoding, bytes, at, &size);
        if (code == UTF8_BAD)
            return at;
        buf_code(out, code);
        at += size;
    }
    return at;
}

/* ---- A file ---- */

static const struct {
    const char *bytes;
    size_t length;
    enum encoding encoding;
} order_marks[] = {
    { "\xEF\xBB\xBF", 3, ENCODING_UTF8 },
    { "\xFF\xFE", 2, ENCODING_UTF16LE },
    { "\xFE\xFF", 2, ENCODING_UTF16BE },
};

/* The encoding that a byte order mark tells, ENCODING_NONE without one. */
static enum encoding
marked_encoding(struct str bytes, size_t *length)
{
    for (size_t i = 0; i < ARRAY_LEN(order_marks); i++) {
        *length = order_marks[i].length;
        if (str_starts(bytes, str_make(order_marks[i].bytes, *length)))
            return order_marks[i].encoding;
    }
    *length = 0;
    return ENCODING_NONE;
}

/* Control characters that no text file has: none of tab, line feed, vertical
 * tab, form feed and carriage return. */
static bool
is_control(unsigned char byte)
{
    return (byte < '\t') | ((byte > '\r') & (byte < ' '));
}

/* Block by block, so that a compiler can look at many bytes at once. */
static size_t
count_controls(struct str text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t count = 0, at = 0;

    for (; text.len - at >= 64; at += 64) {
        unsigned char some = 0;

        for (size_t i = 0; i < 64; i++)
            some = (unsigned char)(some + is_control(bytes[at + i]));
        count += some;
    }
    for (; at < text.len; at++)
        count += is_control(bytes[at]);
    return count;
}

static bool
is_binary(struct str text, enum encoding encoding)
{
    size_t controls = count_controls(text);

    if (!controls)
        return false;
    return encoding == ENCODING_CP1252 || controls > 4 + text.len / 100 ||
           memchr(text.ptr, 0, text.len);
}

/* Most of what is not ASCII is valid UTF-8. */
static bool
is_damaged(struct str text)
{
    size_t valid = 0, bad = 0, size;

    for (size_t at = 0; at < text.len; at += size) {
        size = 1;
        if ((unsigned char)text.ptr[at] < 0x80)
            continue;
        if (utf8_decode(text.ptr + at, text.len - at, &size) == UTF8_BAD)
            bad++;
        else
            valid++;
    }
    return bad > 0 && valid > bad;
}

static samsyn_status
refuse(struct samsyn_diagnostics *diags, const char *name, enum diag_code code)
{
    struct diag_source source = { name, STR(""), NULL };
    struct str args[] = { str_of(name) };

    if (!diag_add(diags, code, &source, SAMSYN_NONE, SAMSYN_NONE, args, 1,
                  STR("")))
        return SAMSYN_E_NOMEM;
    return SAMSYN_E_NOT_TEXT;
}

/* The place is at the end of what can be shown: the text before the fault. */
static samsyn_status
refuse_damaged(struct samsyn_diagnostics *diags, const char *name,
               struct str before)
{
    struct diag_source source = { name, before, NULL };
    char digits[24];
    struct str args[] = { str_of(name), STR("") };
    size_t at = sizeof digits, left = before.len;

    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    args[1] = str_make(digits + at, sizeof digits - at);
    if (!diag_add(diags, DIAG_DOCUMENT_DAMAGED, &source, before.len, before.len,
                  args, 2, STR("")))
        return SAMSYN_E_NOMEM;
    return SAMSYN_E_NOT_TEXT;
}

/* UTF-8 without a mark, or Windows-1252. */
static enum encoding
guess_encoding(struct str bytes, size_t bad)
{
    if (bad == bytes.len)
        return ENCODING_UTF8;
    return is_damaged(bytes) ? ENCODING_NONE : ENCODING_CP1252;
}

static samsyn_status
convert(struct decoded *out, struct str rest)
{
    size_t end = decode_append(&out->buf, out->encoding, rest);

    if (buf_failed(&out->buf))
        return SAMSYN_E_NOMEM;
    out->text = buf_view(&out->buf);
    return end == rest.len ? SAMSYN_OK : SAMSYN_E_NOT_TEXT;
}

static samsyn_status
decode_as(struct decoded *out, struct str bytes, size_t skip)
{
    struct str rest = str_make(bytes.ptr + skip, bytes.len - skip);

    if (out->encoding != ENCODING_UTF8)
        return convert(out, rest);
    out->text = rest;
    out->base = skip;
    return SAMSYN_OK;
}

samsyn_status
decode_file(struct decoded *out, struct str bytes, const char *name,
            const samsyn_allocator *mem, struct samsyn_diagnostics *diags)
{
    struct decoded file = { .encoding = ENCODING_NONE };
    size_t skip, bad = 0;

    file.encoding = marked_encoding(bytes, &skip);
    if (file.encoding <= ENCODING_UTF8)
        bad = utf8_valid(bytes.ptr, bytes.len);
    if (file.encoding == ENCODING_NONE)
        file.encoding = guess_encoding(bytes, bad);
    else if (file.encoding == ENCODING_UTF8 && bad < bytes.len)
        file.encoding = ENCODING_NONE;
    if (file.encoding == ENCODING_NONE)
        return refuse_damaged(diags, name, str_make(bytes.ptr, bad));

    buf_init(&file.buf, mem, SIZE_MAX / 2);
    samsyn_status status = decode_as(&file, bytes, skip);
    if (status == SAMSYN_E_NOT_TEXT ||
        (status == SAMSYN_OK && is_binary(file.text, file.encoding)))
        status = refuse(diags, name, DIAG_DOCUMENT_BINARY);
    if (status != SAMSYN_OK) {
        decoded_done(&file);
        return status;
    }
    *out = file;
    return SAMSYN_OK;
}

void
decoded_done(struct decoded *decoded)
{
    buf_done(&decoded->buf);
}
