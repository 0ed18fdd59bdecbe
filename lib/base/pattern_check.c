/* SPDX-License-Identifier: MIT */

/* What PCRE2 would accept and a checklist may not hold: commands that lift the
 * limits, recursion and callouts, and capital letters, which never match, as
 * the text is folded.
 *
 * It reads an expression just well enough to know a letter that stands for
 * itself from one that is part of an escape, an option or a name.  Where an
 * expression is malformed it may see less than PCRE2 does; PCRE2 then refuses
 * it.  Linear, without memory. */

#include "base/ascii.h"
#include "base/pattern_check.h"

#include "base/utf8.h"

struct reader {
    struct str text;
    size_t at;
    bool in_class;  /* between [ and ] */
    bool in_quotes; /* between \Q and \E */
};

static char
peek(const struct reader *reader, size_t ahead)
{
    size_t at = reader->at + ahead;

    return at < reader->text.len ? reader->text.ptr[at] : '\0';
}

static bool
is_hex(char c)
{
    return ascii_is_digit(c) || (c >= 'A' && c <= 'F') ||
           (c >= 'a' && c <= 'f');
}

static void
skip_past(struct reader *reader, char end)
{
    while (reader->at < reader->text.len && peek(reader, 0) != end)
        reader->at++;
    if (reader->at < reader->text.len)
        reader->at++;
}

static void
skip_code(struct reader *reader)
{
    size_t size;

    if (reader->at >= reader->text.len)
        return;
    (void)utf8_decode(reader->text.ptr + reader->at,
                      reader->text.len - reader->at, &size);
    reader->at += size;
}

/* A name or number: {..}, <..>, '..'. */
static void
skip_name(struct reader *reader)
{
    char open = peek(reader, 0);

    if (open != '{' && open != '<' && open != '\'')
        return;
    reader->at++;
    skip_past(reader, open == '{' ? '}' : open == '<' ? '>' : open);
}

/* After a backslash and its character @p kind. */
static void
skip_escape(struct reader *reader, char kind)
{
    char next = peek(reader, 0);

    if (kind == 'c' || ((kind == 'p' || kind == 'P') && next != '{')) {
        skip_code(reader);
    } else if (kind == 'x' && next != '{') {
        for (int i = 0; i < 2 && is_hex(peek(reader, 0)); i++)
            reader->at++;
    } else if (kind == 'N' && next == '{' && peek(reader, 1) != 'U') {
        return; /* \N{2}: two of what is no line break */
    } else if (kind == 'p' || kind == 'P' || kind == 'x' || kind == 'o' ||
               kind == 'N' || kind == 'k' || kind == 'g') {
        skip_name(reader);
    }
}

/* An escape: at its backslash. */
static enum message
read_escape(struct reader *reader)
{
    char kind = peek(reader, 1);

    if (kind == 'g' && (peek(reader, 2) == '<' || peek(reader, 2) == '\''))
        return MSG_PATTERN_RECURSION;
    reader->at++;
    if (kind == 'Q')
        reader->in_quotes = true;
    skip_code(reader);
    skip_escape(reader, kind);
    return MSG_COUNT;
}

/* After "(?(": a condition that is a name, number or word. */
static void
skip_condition(struct reader *reader)
{
    if (peek(reader, 0) != '?' && peek(reader, 0) != '*')
        skip_past(reader, ')');
    else
        reader->at--; /* an assertion, to be read as a group */
}

static bool
is_call(const struct reader *reader)
{
    char c = peek(reader, 0), next = peek(reader, 1);

    return c == 'R' || c == '&' || ascii_is_digit(c) ||
           ((c == '+' || c == '-') && ascii_is_digit(next)) ||
           (c == 'P' && next == '>');
}

static bool
is_option(char c)
{
    return ascii_is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '^';
}

/* After "(?": what is no part of the group's content. */
static void
skip_special(struct reader *reader)
{
    char c = peek(reader, 0), next = peek(reader, 1);

    if (c == '#' || (c == 'P' && next == '=')) {
        skip_past(reader, ')');
    } else if (c == '(') {
        reader->at++;
        skip_condition(reader);
    } else if (c == '<' && (next == '=' || next == '!')) {
        reader->at += 2;
    } else if (c == '<' || c == '\'') {
        skip_name(reader);
    } else if (c == 'P' && next == '<') {
        reader->at++;
        skip_name(reader);
    } else {
        while (is_option(peek(reader, 0)))
            reader->at++;
    }
}

static enum message
read_group(struct reader *reader)
{
    char next = peek(reader, 1);

    if (next == '*' &&
        (ascii_is_upper(peek(reader, 2)) || peek(reader, 2) == ':'))
        return MSG_PATTERN_VERB;
    reader->at++;
    if (next != '?')
        return MSG_COUNT;
    reader->at++;
    if (is_call(reader))
        return MSG_PATTERN_RECURSION;
    if (peek(reader, 0) == 'C')
        return MSG_PATTERN_CALLOUT;
    skip_special(reader);
    return MSG_COUNT;
}

/* At the [ of a class: past it, and past a ] that stands for itself. */
static void
open_class(struct reader *reader)
{
    reader->in_class = true;
    reader->at++;
    if (peek(reader, 0) == '^')
        reader->at++;
    if (peek(reader, 0) == ']')
        reader->at++;
}

static enum message
read_literal(struct reader *reader)
{
    size_t size;
    uint32_t code = utf8_decode(reader->text.ptr + reader->at,
                                reader->text.len - reader->at, &size);

    if (utf8_fold(code) != code)
        return MSG_PATTERN_CAPITAL;
    reader->at += size;
    return MSG_COUNT;
}

static enum message
read_quoted(struct reader *reader)
{
    if (peek(reader, 0) != '\\' || peek(reader, 1) != 'E')
        return read_literal(reader);
    reader->in_quotes = false;
    reader->at += 2;
    return MSG_COUNT;
}

static enum message
read_in_class(struct reader *reader)
{
    char c = peek(reader, 0), next = peek(reader, 1);

    if (c == '[' && (next == ':' || next == '.' || next == '=')) {
        reader->at += 2;
        return MSG_COUNT;
    }
    if (c == ']')
        reader->in_class = false;
    return read_literal(reader);
}

static enum message
read_one(struct reader *reader)
{
    char c = peek(reader, 0);

    if (reader->in_quotes)
        return read_quoted(reader);
    if (c == '\\')
        return read_escape(reader);
    if (reader->in_class)
        return read_in_class(reader);
    if (c == '(')
        return read_group(reader);
    if (c != '[')
        return read_literal(reader);
    open_class(reader);
    return MSG_COUNT;
}

enum message
pattern_check(struct str expression, size_t *offset)
{
    struct reader reader = { .text = expression };
    enum message refused = MSG_COUNT;
    size_t valid = utf8_valid(expression.ptr, expression.len);

    if (valid < expression.len) {
        *offset = valid;
        return MSG_PATTERN_UTF8;
    }
    while (refused == MSG_COUNT && reader.at < expression.len)
        refused = read_one(&reader);
    *offset = reader.at;
    return refused;
}
