/* SPDX-License-Identifier: MIT */

/* In which encoding a web page is written: what a byte order mark says, else
 * UTF-8 where it is valid UTF-8, else what it says of itself in its first
 * bytes.  Browsers take "iso-8859-1" for Windows-1252 and so do we; any other
 * 8-bit encoding is taken for that, too, as pages in Swedish have no other.
 *
 * A page that claims to be UTF-8 and is not quite gets a sign of replacement
 * for each byte that is wrong, as in a browser; where more is wrong than
 * right, what it claims is what is wrong. */

#include "read/html_decode.h"

#include "base/ascii.h"
#include "base/utf8.h"

#define PROLOGUE 4096 /* bytes in which a page says its encoding */
#define REPLACEMENT 0xFFFD

/* 0x80 to 0x9F; 0 where the byte means nothing. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
};

static void
add_windows(struct buf *out, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        uint32_t code = byte;

        if (byte >= 0x80 && byte < 0xA0)
            code = windows[byte - 0x80] ? windows[byte - 0x80] : REPLACEMENT;
        buf_code(out, code);
    }
}

/* More bytes are no UTF-8 than characters beyond ASCII are. */
static bool
is_mostly_wrong(struct str bytes)
{
    size_t right = 0, wrong = 0, at = 0;

    while (at < bytes.len) {
        size_t end = at + utf8_valid(bytes.ptr + at, bytes.len - at);

        for (; at < end; at++)
            right += (unsigned char)bytes.ptr[at] >= 0xC0;
        wrong += end < bytes.len;
        at = end + 1;
    }
    return wrong > right;
}

static void
add_utf8(struct buf *out, struct str bytes)
{
    size_t at = 0;

    while (at < bytes.len) {
        size_t good = utf8_valid(bytes.ptr + at, bytes.len - at);

        buf_add(out, bytes.ptr + at, good);
        at += good;
        if (at < bytes.len)
            buf_code(out, REPLACEMENT);
        at++;
    }
}

/* ---- UTF-16 ---- */

static uint32_t
unit_at(struct str bytes, size_t at, bool little)
{
    unsigned first = (unsigned char)bytes.ptr[at];
    unsigned second = (unsigned char)bytes.ptr[at + 1];

    return little ? second << 8 | first : first << 8 | second;
}

static void
add_utf16(struct buf *out, struct str bytes, bool little)
{
    size_t at = 2;

    while (at + 1 < bytes.len) {
        uint32_t code = unit_at(bytes, at, little);

        at += 2;
        if (code >= 0xD800 && code < 0xDC00 && at + 1 < bytes.len) {
            uint32_t low = unit_at(bytes, at, little);

            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (!code || (code >= 0xD800 && code < 0xE000))
            code = REPLACEMENT;
        buf_code(out, code);
    }
}

/* ---- What the page says ---- */

/* What stands behind "charset=" or, in XHTML, "encoding=". */
static struct str
named_encoding(struct str bytes)
{
    static const struct str keys[] = { { "charset=", 8 }, { "encoding=", 9 } };
    struct str head =
        str_make(bytes.ptr, bytes.len < PROLOGUE ? bytes.len : PROLOGUE);

    for (size_t i = 0; i < head.len; i++) {
        for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
            if (!ascii_begins(str_make(head.ptr + i, head.len - i), keys[k]))
                continue;
            size_t at = i + keys[k].len;
            while (at < head.len &&
                   (head.ptr[at] == '"' || head.ptr[at] == '\'' ||
                    head.ptr[at] == ' '))
                at++;
            return str_make(head.ptr + at, head.len - at);
        }
    }
    return STR("");
}

/* Text has no NUL; what is binary soon has. */
static bool
is_binary(struct str bytes)
{
    return bytes.len && memchr(bytes.ptr, '\0', bytes.len);
}

enum html_encoding
html_decode(struct buf *out, struct str bytes)
{
    if (str_starts(bytes, STR("\xFF\xFE")) ||
        str_starts(bytes, STR("\xFE\xFF"))) {
        add_utf16(out, bytes, bytes.ptr[0] == '\xFF');
        return HTML_UTF16;
    }
    if (is_binary(bytes))
        return HTML_BINARY;
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_make(bytes.ptr + 3, bytes.len - 3);
    struct str named = named_encoding(bytes);
    bool claimed = ascii_begins(named, STR("utf-8"));
    bool valid = utf8_valid(bytes.ptr, bytes.len) == bytes.len;
    if (valid || (claimed && !is_mostly_wrong(bytes))) {
        add_utf8(out, bytes);
        return valid ? HTML_UTF8 : HTML_REPLACED;
    }
    add_windows(out, bytes);
    return named.len && !claimed ? HTML_WINDOWS : HTML_GUESSED;
}
