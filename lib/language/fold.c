/* SPDX-License-Identifier: MIT */

/* Folds the words of packs and checklists the way a document's words are
 * folded, so that the two can be compared byte for byte, and splits them the
 * way a document is split: what is one word there must be one word here. */

#include "language/fold.h"

#include "base/utf8.h"

#include <string.h>

struct folder {
    char *out;
    size_t len;
    size_t last; /* where the letter written last begins */
    uint32_t base;
};

static void
put_code(struct folder *folder, uint32_t code)
{
    char bytes[4];
    uint32_t folded = utf8_fold(code);
    size_t size = utf8_encode(folded, bytes);

    folder->last = folder->len;
    folder->base = code;
    memcpy(folder->out + folder->len, bytes, size);
    folder->len += size;
}

/* Letters of ASCII, which nearly all are, from @p at on; how many. */
static size_t
put_ascii(struct folder *folder, struct str text, size_t at)
{
    const char *from = text.ptr + at;
    char *out = folder->out + folder->len;
    size_t most = text.len - at, count = 0;

    for (; count < most && (unsigned char)from[count] < 0x80; count++) {
        char c = from[count];

        out[count] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    if (count > 0) {
        folder->len += count;
        folder->last = folder->len - 1;
        folder->base = (unsigned char)from[count - 1];
    }
    return count;
}

static void
put_next(struct folder *folder, uint32_t code)
{
    uint32_t composed = 0;

    if (utf8_is_mark(code) && folder->base)
        composed = utf8_compose(folder->base, code);
    if (composed) {
        folder->len = folder->last;
        code = composed;
    }
    put_code(folder, code);
}

/* A composed letter is never longer than its parts, a folded one never longer
 * than itself.  What takes no room is left out, as a document leaves it. */
struct str
fold_to(char *out, struct str text)
{
    struct folder folder = { .out = out };
    size_t at = 0;

    while (at < text.len) {
        size_t size = 1;
        uint32_t code;

        at += put_ascii(&folder, text, at);
        if (at == text.len)
            break;
        code = utf8_decode(text.ptr + at, text.len - at, &size);
        if (code != UTF8_BAD && (utf8_is_seen(code) || utf8_is_mark(code)))
            put_next(&folder, code);
        at += size;
    }
    return str_make(folder.out, folder.len);
}

struct str
fold_copy(struct arena *arena, struct str text)
{
    char *out = arena_bytes(arena, text.len + 1);

    return out ? fold_to(out, text) : str_make(NULL, 0);
}

enum unit {
    UNIT_END,
    UNIT_OTHER,
    UNIT_LETTER,
    UNIT_DIGIT,
    UNIT_MARK,
    UNIT_SYMBOL /* a word by itself: per cent, section, currencies */
};

/* What belongs to a word when letters stand on both sides of it. */
static bool
is_inner_mark(char c)
{
    return c == '.' || c == ':' || c == '-' || c == '\'' || c == '@';
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static enum unit
ascii_unit(char c)
{
    if (is_ascii_letter(c))
        return UNIT_LETTER;
    if (c >= '0' && c <= '9')
        return UNIT_DIGIT;
    if (c == '%' || c == '$')
        return UNIT_SYMBOL;
    return is_inner_mark(c) ? UNIT_MARK : UNIT_OTHER;
}

static enum unit
unit_at(struct str text, size_t at, size_t *size)
{
    uint32_t code;

    *size = 1;
    if (at >= text.len)
        return UNIT_END;
    if ((unsigned char)text.ptr[at] < 0x80)
        return ascii_unit(text.ptr[at]);
    code = utf8_decode(text.ptr + at, text.len - at, size);
    if (code == UTF8_BAD)
        return UNIT_OTHER;
    if (utf8_is_letter(code) || !utf8_is_seen(code))
        return UNIT_LETTER;
    if (code == 0xA7 || code == 0xA3 || code == 0x2030 || code == 0x20AC)
        return UNIT_SYMBOL;
    return code == 0x2019 ? UNIT_MARK : UNIT_OTHER;
}

static bool
is_word_unit(enum unit unit)
{
    return unit == UNIT_LETTER || unit == UNIT_DIGIT;
}

/* The end of the word that begins at @p at. */
static size_t
word_end(struct str text, size_t at)
{
    enum unit before = UNIT_LETTER;

    for (;;) {
        size_t size, next_size;
        enum unit unit;

        for (; at < text.len && is_ascii_letter(text.ptr[at]); at++)
            before = UNIT_LETTER;
        unit = unit_at(text, at, &size);
        if (is_word_unit(unit)) {
            before = unit;
            at += size;
            continue;
        }
        if (unit != UNIT_MARK || before != UNIT_LETTER ||
            unit_at(text, at + size, &next_size) != UNIT_LETTER)
            return at;
        at += size;
    }
}

bool
fold_next_word(struct str text, size_t *at, struct str *word)
{
    size_t size;
    enum unit unit;

    while ((unit = unit_at(text, *at, &size)) != UNIT_END) {
        if (is_word_unit(unit) || unit == UNIT_SYMBOL) {
            size_t end = unit == UNIT_SYMBOL ? *at + size : word_end(text, *at);

            *word = str_make(text.ptr + *at, end - *at);
            *at = end;
            return true;
        }
        *at += size;
    }
    return false;
}
