/* SPDX-License-Identifier: MIT */

/* PCRE2 remembers the last character that a match needs, which is often one
 * that stands in every sentence, and then tries the expression at each letter.
 * Looking for the rarest one first passes over nearly all sentences.
 *
 * Only what stands outside of brackets is looked at, and an expression with
 * anything out of the ordinary in it is given up: no character is claimed
 * that a match could do without. */

#include "base/ascii.h"
#include "base/pattern_needs.h"

struct reader {
    struct str text;
    size_t at;
    size_t depth; /* of ( ) */
    bool odd;     /* given up */
};

static char
peek(const struct reader *reader, size_t ahead)
{
    size_t at = reader->at + ahead;

    return at < reader->text.len ? reader->text.ptr[at] : '\0';
}

static bool
is_one_of(char c, const char *set)
{
    for (; c && *set; set++) {
        if (*set == c)
            return true;
    }
    return false;
}

static bool
is_letter_or_digit(char c)
{
    return ascii_is_digit(c) || ascii_is_letter(c);
}

bool
pattern_is_common(char c)
{
    return (c >= 'a' && c <= 'z') || is_one_of(c, " .,-");
}

static void
skip_class(struct reader *reader)
{
    reader->at += peek(reader, 1) == '^' ? 2 : 1;
    reader->at += peek(reader, 0) == ']';
    while (peek(reader, 0) && peek(reader, 0) != ']') {
        reader->odd = reader->odd || peek(reader, 0) == '[';
        reader->at += peek(reader, 0) == '\\' ? 2 : 1;
    }
    reader->at++;
}

static void
open_group(struct reader *reader)
{
    char kind = peek(reader, 2);

    reader->depth++;
    reader->at++;
    if (peek(reader, 0) == '*')
        reader->odd = true;
    if (peek(reader, 0) != '?')
        return;
    if (kind == '<')
        reader->odd = reader->odd || !is_one_of(peek(reader, 2), "=!");
    else
        reader->odd = reader->odd || !is_one_of(kind, ":=!");
    reader->at += kind == '<' ? 3 : 2;
}

/* A class of characters or a place between two; '\0', or a mark that stands
 * for itself. */
static char
read_escape(struct reader *reader)
{
    char c = peek(reader, 1);

    reader->at += 2;
    if (!is_letter_or_digit(c) && (unsigned char)c < 0x80)
        return c;
    reader->odd = reader->odd || !is_one_of(c, "dDsSwWbBhHvV");
    return '\0';
}

/* The next part of the expression: the character that it stands for, '\0'
 * where it is another kind of part. */
static char
read_part(struct reader *reader)
{
    char c = peek(reader, 0);

    if (c == '\\')
        return read_escape(reader);
    if (c == '[') {
        skip_class(reader);
        return '\0';
    }
    if (c == '(') {
        open_group(reader);
        return '\0';
    }
    reader->at++;
    reader->odd = reader->odd || (c == ')' && reader->depth == 0) ||
                  (c == '|' && reader->depth == 0);
    reader->depth -= c == ')' && reader->depth > 0;
    while (c == '{' && peek(reader, 0) && peek(reader, 0) != '}')
        reader->at++;
    return is_one_of(c, ")|{}*+?^$.") || (unsigned char)c >= 0x80 ? '\0' : c;
}

/* A mark is rarer than a digit. */
static bool
is_rarer(char c, char than)
{
    return !pattern_is_common(c) && (than == '\0' || !is_letter_or_digit(c));
}

char
pattern_needs(struct str expression)
{
    struct reader reader = { .text = expression };
    char rarest = '\0';

    while (reader.at < expression.len && !reader.odd) {
        char c = read_part(&reader);

        if (c && reader.depth == 0 && !is_one_of(peek(&reader, 0), "?*{") &&
            is_rarer(c, rarest))
            rarest = c;
    }
    return reader.odd || reader.depth > 0 ? '\0' : rarest;
}
