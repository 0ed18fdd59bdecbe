/* SPDX-License-Identifier: MIT */

/* What a line begins with: the label of an item or of a heading.  Nothing
 * here knows the lines around it, and nothing knows a word of any language. */

#include "base/ascii.h"
#include "base/label.h"

#include "base/mem.h"
#include "base/utf8.h"

#define MOST_DIGITS 3 /* of a label: "2023." is a year */
#define MOST_DEPTH 4

/* Past the blanks at @p at; the same where there are none or nothing more. */
static size_t
skip_blanks(struct str line, size_t at)
{
    size_t from = at, size;

    while (utf8_is_space(utf8_at(line, at, &size)) && size)
        at += size;
    return at < line.len ? at : from;
}

/* Rising. */
static const struct {
    uint32_t first, last;
    enum label_kind kind;
} bullets[] = {
    { '*', '*', LABEL_DASH },         { '+', '+', LABEL_DASH },
    { '-', '-', LABEL_DASH },         { '>', '>', LABEL_DASH },
    { 'o', 'o', LABEL_DASH },         { '~', '~', LABEL_DASH },
    { 0xA4, 0xA4, LABEL_DASH },       { 0xB7, 0xB7, LABEL_BULLET },
    { 0xBB, 0xBB, LABEL_DASH },       { 0x2010, 0x2015, LABEL_DASH },
    { 0x2022, 0x2023, LABEL_BULLET }, { 0x203A, 0x203A, LABEL_DASH },
    { 0x2043, 0x2043, LABEL_BULLET }, { 0x2192, 0x2192, LABEL_DASH },
    { 0x2212, 0x2212, LABEL_DASH },   { 0x2219, 0x2219, LABEL_BULLET },
    { 0x221A, 0x221A, LABEL_BULLET }, { 0x25A0, 0x25FF, LABEL_BULLET },
    { 0x2605, 0x2606, LABEL_BULLET }, { 0x2610, 0x2612, LABEL_BULLET },
    { 0x2705, 0x2705, LABEL_BULLET }, { 0x2713, 0x2718, LABEL_BULLET },
    { 0x2794, 0x27BE, LABEL_BULLET }, { 0x2B1B, 0x2B1C, LABEL_BULLET },
    { 0xF000, 0xF0FF, LABEL_BULLET }, /* of symbol fonts */
    { 0xFFFD, 0xFFFD, LABEL_DASH },   /* lost in a conversion */
};

static enum label_kind
bullet_kind(uint32_t code)
{
    for (size_t i = 0; i < ARRAY_LEN(bullets) && code >= bullets[i].first;
         i++) {
        if (code <= bullets[i].last)
            return bullets[i].kind;
    }
    return LABEL_NONE;
}

static struct label
bullet_label(struct str line)
{
    struct label label = { LABEL_NONE, 0, 1, 0 };
    size_t size, next;
    enum label_kind kind = bullet_kind(utf8_at(line, 0, &size));

    if (kind == LABEL_NONE)
        return label;
    label.text = skip_blanks(line, size);
    /* What is nothing but a bullet may have lost the blank after it. */
    if (label.text > size ||
        (kind == LABEL_BULLET && utf8_is_letter(utf8_at(line, size, &next))))
        label.kind = kind;
    return label;
}

bool
guess_is_bullet(uint32_t code)
{
    return bullet_kind(code) == LABEL_BULLET;
}

static size_t
read_number(struct str line, size_t at, uint32_t *number)
{
    size_t from = at;

    *number = 0;
    while (ascii_is_digit(str_byte(line, at)) && at - from < MOST_DIGITS)
        *number = *number * 10 + (uint32_t)(line.ptr[at++] - '0');
    return ascii_is_digit(str_byte(line, at)) ? from : at;
}

/* A capital letter or a quotation mark begins the text after the label. */
static bool
is_beginning(struct str line, size_t at)
{
    size_t size;
    uint32_t code = utf8_at(line, at, &size);

    return utf8_is_upper(code) || code == '"' || code == 0x201D;
}

/* Past the mark that makes a label of the number before @p at: "1." "1)"
 * "1:", or "1 ." with a blank that the page did not have. */
static size_t
past_mark(struct str line, size_t at)
{
    char mark = str_byte(line, at);
    size_t size;

    if (mark == '.' || mark == ')')
        return at + 1;
    if (mark == ' ' && str_byte(line, at + 1) == '.' &&
        str_byte(line, at + 2) == ' ')
        return at + 2;
    if (mark == ':' && str_byte(line, at + 1) == ' ' &&
        utf8_is_letter(utf8_at(line, at + 2, &size)))
        return at + 1;
    return at;
}

/* "4", "4.1", "4.1." and "1)", which one tells from what follows. */
static struct label
number_label(struct str line, size_t at, size_t depth)
{
    struct label label = { LABEL_NONE, 0, depth, 0 };

    for (;;) {
        size_t end = read_number(line, at, &label.number);

        if (end == at || label.depth == MOST_DEPTH)
            return label;
        at = end;
        label.depth++;
        if (str_byte(line, at) != '.' ||
            !ascii_is_digit(str_byte(line, at + 1)))
            break;
        at++;
    }

    size_t after = past_mark(line, at);
    label.text = skip_blanks(line, after);
    if (label.text == after)
        return label;
    if (label.depth == 1 && after > at)
        label.kind = LABEL_NUMBER;
    else if (str_byte(line, at) != ')' && is_beginning(line, label.text))
        label.kind = LABEL_OUTLINE;
    return label;
}

static struct label
letter_label(struct str line, size_t at)
{
    struct label label = { LABEL_NONE, 0, 1, 0 };
    char letter = str_byte(line, at), mark = str_byte(line, at + 1);
    bool capital = letter >= 'A' && letter <= 'Z';

    if (!capital && (letter < 'a' || letter > 'z'))
        return label;
    if (capital && mark == '.' && ascii_is_digit(str_byte(line, at + 2)))
        return number_label(line, at + 2, 1);
    label.number = (uint32_t)(letter - (capital ? 'A' : 'a') + 1);
    label.text = skip_blanks(line, at + 2);
    /* A one that was read as the letter that looks like it: "l . Text". */
    if ((letter == 'l' || letter == 'I') && mark == ' ' &&
        past_mark(line, at + 1) > at + 1) {
        label.text = skip_blanks(line, at + 3);
        label.number = 1;
        label.kind = LABEL_NUMBER;
        return label;
    }
    /* "A. Svensson" is an initial; a label keeps its distance. */
    if (mark == ')' && label.text > at + 2)
        label.kind = LABEL_LETTER;
    else if (mark == '.' && label.text > at + 3)
        label.kind = LABEL_LETTER;
    return label;
}

static struct label
section_label(struct str line)
{
    size_t size;
    struct label label = number_label(line, skip_blanks(line, 2), 0);

    (void)utf8_at(line, 0, &size);
    if (label.kind != LABEL_NONE && is_beginning(line, label.text))
        label.kind = LABEL_SECTION;
    else
        label.kind = LABEL_NONE;
    return label;
}

struct label
guess_label(struct str line)
{
    size_t size;
    uint32_t code = utf8_at(line, 0, &size);
    size_t open = code == '(' ? 1 : 0;
    struct label label;

    if (code == 0xA7)
        return section_label(line);
    label = bullet_label(line);
    if (label.kind != LABEL_NONE)
        return label;
    if (ascii_is_digit(str_byte(line, open)))
        label = number_label(line, open, 0);
    else
        label = letter_label(line, open);
    if (open && (label.kind == LABEL_OUTLINE || label.text < 2))
        label.kind = LABEL_NONE;
    return label;
}

bool
guess_is_lone_label(struct str line)
{
    size_t size, end;
    uint32_t number, code = utf8_at(line, 0, &size);

    if (line.len > 4)
        return false;
    if (bullet_kind(code) != LABEL_NONE)
        return size == line.len;
    end = read_number(line, 0, &number);
    return end && end + 1 == line.len && past_mark(line, end) > end;
}
