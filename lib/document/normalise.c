/* SPDX-License-Identifier: MIT */

/* From text as it was written to text as it is compared, as a stream of code
 * points.  Three things are held back until what follows is known: a letter
 * (a combining mark may still join it), white space (none stands at the ends
 * of a block), and a hyphen after a letter, which the line end may have put
 * there.  Where it did, the next word is held as well: it decides whether the
 * hyphen stays.
 *
 * Stretches that need none of this, nearly all of any text, are found by a
 * table of bytes and copied as they are; their last character goes the slow
 * way, so that the result does not depend on where the input was cut.
 *
 * Invariant: what is written never changes when normalised again. */

#include "document/normalise.h"

#include "base/utf8.h"

#include <string.h>

/* The word after a line end is held to this length; no word that decides
 * anything is longer. */
#define HELD_BYTES 64

/* A stretch of output and its place in the input. */
struct stretch {
    size_t length;
    size_t start, end;
    bool linear;
};

/* A character on its way: its code and its place in the input. */
struct letter {
    uint32_t code;
    size_t start, end;
    bool linear; /* written as it was read */
};

enum before {
    BEFORE_NOTHING,
    BEFORE_OTHER,
    BEFORE_LETTER,
    BEFORE_CAPITAL,
    BEFORE_DIGIT
};

/* What stands after a line end, until it tells what the hyphen was. */
struct held {
    bool active;
    bool keeps; /* the hyphen, behind "EST" or "2025", stays in any case */
    struct letter hyphen, space;
    char bytes[HELD_BYTES];
    size_t length;
    struct stretch stretches[HELD_BYTES];
    size_t count;
};

struct normaliser {
    samsyn_allocator mem;
    const struct word_set *suspended;
    struct buf *out;
    normalise_fn told;
    void *user;
    struct stretch open; /* written and not yet told */
    struct letter base;  /* code 0: none */
    struct letter space; /* code 0: none */
    struct letter hyphen;
    bool newline; /* the white space holds a line end */
    bool soft;    /* a soft hyphen came after the last letter */
    enum before before;
    struct held held;
    bool failed;
};

struct normaliser *
normaliser_new(const samsyn_allocator *mem, const struct word_set *suspended,
               struct buf *out, normalise_fn told, void *user)
{
    struct normaliser *n = mem_alloc(mem, sizeof *n);

    if (!n)
        return NULL;
    n->mem = *mem;
    n->suspended = suspended;
    n->out = out;
    n->told = told;
    n->user = user;
    return n;
}

void
normaliser_free(struct normaliser *normaliser)
{
    if (normaliser)
        mem_free(&normaliser->mem, normaliser);
}

/* ---- Writing ---- */

static void
tell(struct normaliser *n)
{
    if (n->open.length && !n->told(n->user, n->open.length, n->open.linear,
                                   n->open.start, n->open.end))
        n->failed = true;
    n->open.length = 0;
}

/* True where @p next can be told together with @p open. */
static bool
continues(const struct stretch *open, const struct stretch *next)
{
    if (!open->length)
        return false;
    if (open->start == SAMSYN_NONE || next->start == SAMSYN_NONE)
        return open->start == next->start;
    if (open->linear && next->linear)
        return open->end == next->start;
    return !open->linear && !next->linear && open->start == next->start &&
           open->end == next->end;
}

static void
write_out(struct normaliser *n, const char *bytes, struct stretch next)
{
    buf_add(n->out, bytes, next.length);
    if (continues(&n->open, &next)) {
        n->open.length += next.length;
        n->open.end = next.end;
        return;
    }
    tell(n);
    n->open = next;
}

static void
release_held(struct normaliser *n, bool hyphen_stays);

static void
hold(struct normaliser *n, const char *bytes, struct stretch next)
{
    struct held *held = &n->held;

    if (next.length > HELD_BYTES - held->length) {
        release_held(n, false);
        write_out(n, bytes, next);
        return;
    }
    memcpy(held->bytes + held->length, bytes, next.length);
    held->length += next.length;
    held->stretches[held->count++] = next;
}

static void
put(struct normaliser *n, struct letter letter)
{
    char bytes[4];
    struct stretch next = { utf8_encode(letter.code, bytes), letter.start,
                            letter.end, letter.linear };

    if (n->held.active)
        hold(n, bytes, next);
    else
        write_out(n, bytes, next);
}

/* ---- Words divided at a line end ---- */

/* The word that is held is one before which a hyphen stays. */
static bool
is_suspended(const struct normaliser *n)
{
    char folded[HELD_BYTES];
    size_t at = 0, size;

    while (at < n->held.length) {
        uint32_t code =
            utf8_decode(n->held.bytes + at, n->held.length - at, &size);

        if (!utf8_is_letter(code))
            break;
        (void)utf8_encode(utf8_fold(code), folded + at);
        at += size;
    }
    return word_set_has(n->suspended, str_make(folded, at));
}

static void
release_held(struct normaliser *n, bool hyphen_stays)
{
    struct held *held = &n->held;
    const char *bytes = held->bytes;

    held->active = false;
    if (hyphen_stays || held->keeps)
        put(n, held->hyphen);
    if (hyphen_stays)
        put(n, held->space);
    for (size_t i = 0; i < held->count; i++) {
        write_out(n, bytes, held->stretches[i]);
        bytes += held->stretches[i].length;
    }
    held->count = held->length = 0;
}

static bool
is_newline(uint32_t code)
{
    return (code >= '\n' && code <= '\r') || code == 0x85 || code == 0x2028 ||
           code == 0x2029;
}

/* The word that is held ends before @p next (0 at the end of the block). */
static void
end_held(struct normaliser *n, uint32_t next)
{
    if (!n->hyphen.code)
        release_held(n, is_suspended(n));
    else
        release_held(n, !is_newline(next) && !utf8_is_letter(next) &&
                            !utf8_is_digit(next));
}

/* White space with a line end stands between a hyphen and @p letter.  True
 * where it has been dealt with. */
static bool
join_line(struct normaliser *n, const struct letter *letter)
{
    bool digit = utf8_is_digit(letter->code);

    if (!n->newline || (!digit && !utf8_is_letter(letter->code)))
        return false;
    if (digit || utf8_is_upper(letter->code)) {
        put(n, n->hyphen);
    } else {
        n->held.active = true;
        n->held.keeps = n->before != BEFORE_LETTER;
        n->held.hyphen = n->hyphen;
        n->held.space = n->space;
    }
    n->hyphen.code = n->space.code = 0;
    return true;
}

/* ---- Code points ---- */

static enum before
kind_before(uint32_t code)
{
    if (utf8_is_digit(code))
        return BEFORE_DIGIT;
    if (utf8_is_upper(code))
        return BEFORE_CAPITAL;
    return utf8_is_letter(code) ? BEFORE_LETTER : BEFORE_OTHER;
}

/* The letter held back has all its marks. */
static void
put_base(struct normaliser *n)
{
    if (!n->base.code)
        return;
    put(n, n->base);
    n->before = kind_before(n->base.code);
    n->base.code = 0;
}

/* Let @p letter also stand for where @p more came from. */
static void
widen(struct letter *letter, const struct letter *more)
{
    letter->linear = false;
    if (more->start == SAMSYN_NONE)
        return;
    if (letter->start == SAMSYN_NONE) {
        letter->start = more->start;
        letter->end = more->end;
        return;
    }
    if (more->start < letter->start)
        letter->start = more->start;
    if (more->end > letter->end)
        letter->end = more->end;
}

static void
add_space(struct normaliser *n, struct letter space)
{
    uint32_t code = space.code;

    put_base(n);
    if (n->held.active)
        end_held(n, code);
    if (n->before == BEFORE_NOTHING)
        return;
    if (n->space.code) {
        widen(&n->space, &space);
    } else {
        space.linear = space.end - space.start == 1;
        space.code = ' ';
        n->space = space;
        n->newline = false;
    }
    n->newline = n->newline || is_newline(code);
}

/* What was held back before a visible character. */
static void
settle(struct normaliser *n, const struct letter *next)
{
    put_base(n);
    if (n->held.active &&
        (n->hyphen.code || !(utf8_is_letter(next->code) ||
                             utf8_is_digit(next->code) || next->code == '-')))
        end_held(n, next->code);
    if (n->hyphen.code && n->space.code && join_line(n, next)) {
        n->soft = n->newline = false;
        return;
    }
    if (n->hyphen.code) {
        put(n, n->hyphen);
        n->before = BEFORE_OTHER;
    } else if (n->soft && n->newline && utf8_is_letter(next->code)) {
        n->space.code = 0;
    }
    if (n->space.code) {
        put(n, n->space);
        n->before = BEFORE_OTHER;
    }
    n->hyphen.code = n->space.code = 0;
    n->soft = n->newline = false;
}

static void
add_visible(struct normaliser *n, struct letter letter)
{
    bool after_space = n->space.code != 0;

    settle(n, &letter);
    if (letter.code == '-' && !after_space && n->before >= BEFORE_LETTER) {
        n->hyphen = letter;
        return;
    }
    n->base = letter;
}

static void
add_mark(struct normaliser *n, struct letter mark)
{
    uint32_t whole = n->base.code ? utf8_compose(n->base.code, mark.code) : 0;

    if (whole) {
        n->base.code = whole;
        widen(&n->base, &mark);
    } else if (n->base.code) {
        put_base(n);
        put(n, mark);
    } else {
        add_visible(n, mark);
    }
}

/* ---- Characters that are written another way ---- */

struct swap {
    uint32_t first, last;
    const char *text; /* ASCII or one code point; "" leaves it out */
};

static const struct swap swaps[] = {
    { 0x00AD, 0x00AD, "" },         { 0x0340, 0x0340, "\xCC\x80" },
    { 0x0341, 0x0341, "\xCC\x81" }, { 0x0343, 0x0343, "\xCC\x93" },
    { 0x037E, 0x037E, ";" },        { 0x0387, 0x0387, "\xC2\xB7" },
    { 0x200B, 0x200D, "" },         { 0x2010, 0x2011, "-" },
    { 0x2060, 0x2060, "" },         { 0x2126, 0x2126, "\xCE\xA9" },
    { 0x212A, 0x212A, "K" },        { 0x212B, 0x212B, "\xC3\x85" },
    { 0xFB00, 0xFB00, "ff" },       { 0xFB01, 0xFB01, "fi" },
    { 0xFB02, 0xFB02, "fl" },       { 0xFB03, 0xFB03, "ffi" },
    { 0xFB04, 0xFB04, "ffl" },      { 0xFB05, 0xFB06, "st" },
    { 0xFEFF, 0xFEFF, "" },
};

static const struct swap *
find_swap(uint32_t code)
{
    if (code < swaps[0].first)
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(swaps); i++) {
        if (code <= swaps[i].last)
            return code >= swaps[i].first ? &swaps[i] : NULL;
    }
    return NULL;
}

static void
add_code(struct normaliser *n, struct letter letter)
{
    if (utf8_is_mark(letter.code))
        add_mark(n, letter);
    else if (utf8_is_space(letter.code))
        add_space(n, letter);
    else
        add_visible(n, letter);
}

static void
add_swapped(struct normaliser *n, const struct swap *swap, struct letter letter)
{
    size_t left = strlen(swap->text), size;

    if (letter.code == 0xAD && utf8_is_letter(n->base.code))
        n->soft = true;
    letter.linear = false;
    for (const char *at = swap->text; left; at += size, left -= size) {
        letter.code = utf8_decode(at, left, &size);
        add_code(n, letter);
    }
}

/* ---- Input ---- */

/* A piece of input and where it came from. */
struct input {
    const char *text;
    size_t length;
    size_t start, end;
    bool linear;
};

static struct letter
letter_at(const struct input *input, size_t at, size_t *size)
{
    struct letter letter = { 0, input->start, input->end, input->linear };

    letter.code = utf8_decode(input->text + at, input->length - at, size);
    if (input->linear) {
        letter.start = input->start + at;
        letter.end = letter.start + *size;
    }
    return letter;
}

/* Bytes that may stand in a plain stretch. */
enum {
    SLOW,
    PLAIN, /* visible ASCII but '-' */
    SPACE, /* or a line end, with plain text on both sides */
    HYPHEN,
    LATIN /* the first byte of U+00C0 to U+00FF */
};

#define P4 PLAIN, PLAIN, PLAIN, PLAIN
#define P16 P4, P4, P4, P4

static const unsigned char classes[256] = {
    ['\n'] = SPACE,
    [0x20] = SPACE,
    PLAIN,
    PLAIN,
    PLAIN, /* ! " # */
    P4,
    P4,
    PLAIN,
    HYPHEN,
    PLAIN,
    PLAIN, /* $ to / */
    P16,
    P16,
    P16,
    P16,
    P4,
    P4,
    P4,
    PLAIN,
    PLAIN,
    PLAIN, /* 0 to ~ */
    [0xC3] = LATIN,
};

/* How many bytes from @p at on can be copied; what ends them is neither white
 * space nor a hyphen. */
static size_t
plain_length(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;

    if (classes[bytes[0]] != PLAIN && classes[bytes[0]] != LATIN)
        return 0;
    for (;;) {
        while (at < length && classes[bytes[at]] == PLAIN)
            at++;
        if (length - at < 2)
            return at;
        unsigned char next = classes[bytes[at + 1]];

        if (classes[bytes[at]] == LATIN)
            at += 2;
        else if (classes[bytes[at]] != SLOW && (next == PLAIN || next == LATIN))
            at++;
        else
            return at;
    }
}

/* Line ends in what was written last are white space like any other. */
static void
blank_lines(struct buf *out, size_t length)
{
    char *at, *end;

    if (buf_failed(out))
        return;
    end = out->data + out->len;
    at = end - length;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))))
        *at++ = ' ';
}

/* Copy what needs no look at; gives how many bytes that was. */
static size_t
add_plain(struct normaliser *n, const struct input *input, size_t at)
{
    const char *text = input->text + at;

    if (n->space.code || n->hyphen.code || n->held.active)
        return 0;
    size_t length = plain_length(text, input->length - at);
    if (length < 2)
        return 0;
    /* The last character may get a mark, or a hyphen after it. */
    length--;
    if (((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    if (!length)
        return 0;

    struct stretch next = { length, input->start, input->end, input->linear };
    if (input->linear) {
        next.start = input->start + at;
        next.end = next.start + length;
    }
    put_base(n);
    n->before = BEFORE_OTHER;
    write_out(n, text, next);
    blank_lines(n->out, length);
    return length;
}

bool
normaliser_add(struct normaliser *normaliser, struct str text, size_t start,
               size_t end)
{
    struct input input = { text.ptr, text.len, start, end, false };
    size_t at = 0, size;

    input.linear = start != SAMSYN_NONE && end - start == text.len;
    while (at < text.len) {
        at += add_plain(normaliser, &input, at);

        struct letter letter = letter_at(&input, at, &size);
        const struct swap *swap = find_swap(letter.code);
        if (swap)
            add_swapped(normaliser, swap, letter);
        else
            add_code(normaliser, letter);
        at += size;
    }
    return !normaliser->failed && !buf_failed(normaliser->out);
}

bool
normaliser_end(struct normaliser *normaliser)
{
    struct normaliser *n = normaliser;

    put_base(n);
    if (n->held.active)
        end_held(n, 0);
    if (n->hyphen.code)
        put(n, n->hyphen);
    tell(n);
    n->hyphen.code = n->space.code = 0;
    n->newline = n->soft = false;
    n->before = BEFORE_NOTHING;
    return !n->failed && !buf_failed(n->out);
}
