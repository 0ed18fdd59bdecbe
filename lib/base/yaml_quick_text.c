/* SPDX-License-Identifier: MIT */

/* Texts as they stand in YAML: plain ones, of one line or several, quoted
 * ones, and those in blocks that keep their lines or fold them.
 *
 * Every function knows exactly the part of libyaml's rules (version 0.2.5)
 * that it follows, and gives up before the rest. */

#include "base/yaml_quick.h"

#include <string.h>

#include "base/utf8.h"

enum {
    KEY_MOST = 1000 /* bytes; libyaml takes 1024 characters for a key */
};

/* ---- Characters ---- */

/* What ends a line or is none of YAML's characters is for libyaml. */
static bool
is_plain_code(uint32_t code)
{
    return code >= 0xA0 && code != 0x2028 && code != 0x2029 && code != 0xFEFF &&
           code != 0xFFFE && code != 0xFFFF && code != UTF8_BAD;
}

static bool
is_ordinary(unsigned char c)
{
    return (c >= ' ' && c < 0x7F) || c == '\n';
}

/* The same of eight bytes.  What is not ASCII has its top bit set; of ASCII,
 * 0x7F gets it by adding one, all from the blank on by adding 0x60, and
 * whatever is no end of a line by adding 0x7F to what differs from one. */
static bool
are_ordinary(const char *bytes)
{
    const uint64_t ones = 0x0101010101010101, tops = ones << 7;
    uint64_t word, shown, within;

    memcpy(&word, bytes, sizeof word);
    shown = word + ones * 0x60;
    within = (word ^ ones * '\n') + ones * 0x7F;
    return ((word | (word + ones) | (~shown & within)) & tops) == 0;
}

/* Where the next byte stands that is none of ASCII's, or a control
 * character. */
static size_t
next_odd(struct str text, size_t at)
{
    while (text.len - at >= 8 && are_ordinary(text.ptr + at))
        at += 8;
    while (at < text.len && is_ordinary((unsigned char)text.ptr[at]))
        at++;
    return at;
}

bool
quick_is_plain(struct str text, size_t at)
{
    for (size_t size; (at = next_odd(text, at)) < text.len; at += size) {
        if (!is_plain_code(utf8_decode(text.ptr + at, text.len - at, &size)))
            return false;
    }
    return true;
}

/* Letters and digits of ASCII, sixteen characters in a row. */
static const bool usual[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* control */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* control */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* blank to / */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, /* 0 to 9 */
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* A to O */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, /* P to Z */
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* a to o */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, /* p to z */
};

/* What means nothing but itself wherever it stands. */
static bool
is_usual(char c)
{
    return (unsigned char)c >= 0x80 || usual[(unsigned char)c];
}

void
quick_skip_line(struct quick *q)
{
    const char *end = NULL;

    if (q->at < q->text.len)
        end = memchr(q->text.ptr + q->at, '\n', q->text.len - q->at);
    q->at = end ? (size_t)(end - q->text.ptr) + 1 : q->text.len;
}

bool
quick_end_line(struct quick *q)
{
    quick_skip_blanks(q);
    if (!quick_is_comment(q) && quick_byte(q, q->at) != '\n' &&
        q->at < q->text.len)
        return false;
    quick_skip_line(q);
    return true;
}

/* ---- Texts ---- */

bool
quick_put(struct quick *q, const struct quick_piece *piece)
{
    return yaml_build_text(q->builder, piece->start, piece->end, piece->text,
                           piece->style);
}

/* A dash begins a text only where it is a number's; the others begin
 * something else or nothing. */
static bool
begins_plain(const struct quick *q)
{
    char c = quick_byte(q, q->at), next = quick_byte(q, q->at + 1);

    if (c == '-')
        return next >= '0' && next <= '9';
    if (c == '.' && (q->at == 0 || q->text.ptr[q->at - 1] == '\n'))
        return false; /* "..." ends a document */
    return is_usual(c) ||
           (!quick_is_end(c) && !strchr("?:,[]{}#&*!|>'\"%@`", c));
}

enum turn {
    TURN_ON,  /* the character is one of the text */
    TURN_END, /* and here not: the text is over */
    TURN_ASK  /* for libyaml to say */
};

/* What the character at @p at, which is neither usual nor a blank, is to a
 * plain text. */
static enum turn
turn_at(const struct quick *q, size_t at, bool flow)
{
    char c = quick_byte(q, at);
    char next = c == ':' ? quick_byte(q, at + 1) : 'x';

    if (quick_is_end(c) || quick_is_end(next) || (flow && quick_is_flow(c)) ||
        (c == '#' && at > 0 && q->text.ptr[at - 1] == ' '))
        return TURN_END;
    if (flow && (c == '?' || next == '?' || quick_is_flow(next)))
        return TURN_ASK;
    return TURN_ON;
}

/* The end of the plain text on this line; q->at is then where the blanks
 * behind it end.  False where libyaml has to be asked. */
static bool
scan_plain(struct quick *q, bool flow, size_t *end)
{
    const char *text = q->text.ptr;
    size_t at = q->at, last = at, stop = q->text.len;
    enum turn turn = TURN_ON;

    while (turn == TURN_ON) {
        while (at < stop && is_usual(text[at]))
            last = ++at;
        while (at < stop && text[at] == ' ')
            at++;
        if (at < stop && is_usual(text[at]))
            continue;
        turn = turn_at(q, at, flow);
        if (turn == TURN_ON)
            last = ++at;
    }
    q->at = at;
    *end = last;
    return turn == TURN_END;
}

static bool
read_plain(struct quick *q, bool flow, struct quick_piece *out)
{
    out->start = q->at;
    out->style = YAML_STYLE_PLAIN;
    if (!begins_plain(q) || !scan_plain(q, flow, &out->end))
        return false;
    out->text = str_make(q->text.ptr + out->start, out->end - out->start);
    return true;
}

/* What may stand behind a backslash, and what it means. */
static char
meaning_of(char escaped)
{
    static const char known[] = "\\\"nt/", means[] = "\\\"\n\t/";
    const char *found = escaped ? strchr(known, escaped) : NULL;

    return found ? means[found - known] : '\0';
}

/* The text between quotes, copied only where something in it is escaped. */
static bool
unescape(struct quick *q, struct quick_piece *piece, char quote)
{
    struct str raw = piece->text;
    char *out = arena_alloc(q->builder->arena, raw.len + 1);
    size_t len = 0;

    if (!out)
        return yaml_build_stop(q->builder, SAMSYN_E_NOMEM);
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.ptr[i];

        if (c == '\\' && quote == '"')
            c = meaning_of(raw.ptr[++i]);
        else if (c == quote)
            i++; /* it stands twice */
        if (c == '\0')
            return false;
        out[len++] = c;
    }
    piece->text = str_make(out, len);
    return true;
}

/* Where a quotation mark stands from @p at on, on the same line; the text's
 * length where none does. */
static size_t
find_quote(const struct quick *q, size_t at, char quote)
{
    const char *text = q->text.ptr + at, *found;

    if (at >= q->text.len)
        return q->text.len;
    found = memchr(text, quote, q->text.len - at);
    if (!found || memchr(text, '\n', (size_t)(found - text)))
        return q->text.len;
    return (size_t)(found - q->text.ptr);
}

/* Whether the mark at @p at, in a text in double quotes from @p start on, has a
 * backslash to itself. */
static bool
is_escaped(const struct quick *q, size_t start, size_t at)
{
    size_t before = at;

    while (before > start && q->text.ptr[before - 1] == '\\')
        before--;
    return (at - before) % 2 == 1;
}

/* Where the text in quotes from @p start on ends; the text's length where it
 * does not on this line. */
static size_t
close_quotes(const struct quick *q, size_t start, char quote)
{
    size_t at = find_quote(q, start, quote);

    for (; at < q->text.len; at = find_quote(q, at + 1, quote)) {
        if (quote == '"' && !is_escaped(q, start, at))
            break;
        if (quote == '\'' && quick_byte(q, ++at) != quote)
            return at - 1;
    }
    return at;
}

static bool
read_quoted(struct quick *q, struct quick_piece *out)
{
    char quote = quick_byte(q, q->at);
    size_t start = q->at + 1, end = close_quotes(q, start, quote);
    char special = quote == '"' ? '\\' : quote;

    if (end >= q->text.len)
        return false;
    out->style = quote == '"' ? YAML_STYLE_DOUBLE : YAML_STYLE_EXACT;
    out->start = q->at;
    out->end = q->at = end + 1;
    out->text = str_make(q->text.ptr + start, end - start);
    return !memchr(out->text.ptr, special, out->text.len) ||
           unescape(q, out, quote);
}

bool
quick_read(struct quick *q, bool flow, struct quick_piece *out)
{
    char c = quick_byte(q, q->at);

    if (c == '"' || c == '\'')
        return read_quoted(q, out);
    return read_plain(q, flow, out);
}

bool
quick_is_key(const struct quick *q, const struct quick_piece *piece)
{
    return q->at == piece->end && quick_byte(q, q->at) == ':' &&
           quick_is_end(quick_byte(q, q->at + 1)) &&
           piece->end - piece->start <= KEY_MOST;
}

/* ---- Plain texts of several lines ---- */

/* Whether the plain text that has come to the end of its line goes on in the
 * next one, by indentation deeper than @p indent or in brackets. */
static bool
goes_on(const struct quick *q, bool flow, size_t indent)
{
    size_t at = q->at + 1, start = at;
    char c;

    if (quick_byte(q, q->at) != '\n')
        return false;
    while (quick_byte(q, at) == ' ')
        at++;
    c = quick_byte(q, at);
    if (c == '\n' || c == '\0' || c == '#')
        return false;
    return flow ? !quick_is_flow(c) : at - start > indent;
}

/* Lines joined by blanks. */
static bool
join_lines(struct quick *q, struct quick_piece *piece)
{
    const char *raw = q->text.ptr + piece->start;
    size_t size = piece->end - piece->start, len = 0;
    char *out = arena_alloc(q->builder->arena, size + 1);

    if (!out)
        return yaml_build_stop(q->builder, SAMSYN_E_NOMEM);
    for (size_t i = 0; i < size; i++) {
        if (raw[i] != '\n') {
            out[len++] = raw[i];
            continue;
        }
        while (len > 0 && out[len - 1] == ' ')
            len--;
        out[len++] = ' ';
        while (raw[i + 1] == ' ')
            i++;
    }
    piece->text = str_make(out, len);
    return true;
}

bool
quick_read_further(struct quick *q, struct quick_piece *piece, bool flow,
                   size_t indent)
{
    bool several = false;

    while (piece->style == YAML_STYLE_PLAIN && goes_on(q, flow, indent)) {
        several = true;
        q->at++;
        if (quick_byte(q, q->at) != ' ')
            return false; /* "---" might stand there */
        quick_skip_blanks(q);
        if (!scan_plain(q, flow, &piece->end) || quick_byte(q, q->at) == ':')
            return false;
    }
    return !several || join_lines(q, piece);
}

/* ---- Block texts ---- */

/* How a line of a block text stands in it. */
struct block_line {
    size_t blanks; /* before it */
    size_t start;  /* of what is there */
    bool empty;
};

static struct block_line
block_line(const struct quick *q, size_t at)
{
    struct block_line line = { 0, at, false };

    while (quick_byte(q, line.start) == ' ')
        line.start++;
    line.blanks = line.start - at;
    line.empty = quick_byte(q, line.start) == '\n';
    return line;
}

static size_t
line_end(const struct quick *q, size_t at)
{
    const char *end = memchr(q->text.ptr + at, '\n', q->text.len - at);

    return end ? (size_t)(end - q->text.ptr) : q->text.len;
}

/* Where the block text ends whose lines begin at q->at, and the indentation of
 * its first one.  A text that ends the file without a line's end, and lines of
 * blanks only, are libyaml's. */
static bool
measure_block(const struct quick *q, size_t least, size_t *indent, size_t *end)
{
    size_t at = q->at;

    *indent = 0;
    while (at < q->text.len) {
        struct block_line line = block_line(q, at);

        if (line.empty && line.blanks > 0)
            return false;
        if (!line.empty && *indent == 0)
            *indent = line.blanks < least ? SIZE_MAX : line.blanks;
        if (!line.empty && line.blanks < *indent)
            break;
        at = line_end(q, at) + 1;
    }
    *end = at;
    return *indent > 0 && *indent < SIZE_MAX && at <= q->text.len;
}

/* The lines from q->at to @p end, joined where @p fold says so; libyaml's own
 * rules: what is indented further keeps its line breaks. */
static size_t
join_block(const struct quick *q, char *out, size_t indent, size_t end,
           bool fold)
{
    size_t len = 0, empty = 0;
    bool begun = false, further = false;

    for (size_t at = q->at; at < end;) {
        size_t stop = line_end(q, at);
        bool deeper;

        if (stop == at) {
            empty++;
            at++;
            continue;
        }
        at += indent;
        deeper = q->text.ptr[at] == ' ';
        if (begun && (!fold || further || deeper))
            out[len++] = '\n';
        else if (begun && empty == 0)
            out[len++] = ' ';
        for (; empty > 0; empty--)
            out[len++] = '\n';
        memcpy(out + len, q->text.ptr + at, stop - at);
        len += stop - at;
        begun = true;
        further = deeper;
        at = stop + 1;
    }
    return len;
}

bool
quick_read_block(struct quick *q, size_t least)
{
    size_t start = q->at, indent, end, len;
    bool fold = quick_byte(q, q->at++) == '>', strip = false;
    char *out;

    if (quick_byte(q, q->at) == '-') {
        strip = true;
        q->at++;
    }
    if (!quick_end_line(q) || !measure_block(q, least, &indent, &end))
        return false;
    out = arena_alloc(q->builder->arena, end - q->at + 1);
    if (!out)
        return yaml_build_stop(q->builder, SAMSYN_E_NOMEM);
    len = join_block(q, out, indent, end, fold);
    if (!strip)
        out[len++] = '\n';
    q->at = end;
    return yaml_build_text(q->builder, start, end, str_make(out, len),
                           YAML_STYLE_EXACT);
}
