/* SPDX-License-Identifier: MIT */

/* What a line of plain text may be: the marks of a heading.  Nothing here knows
 * the lines around it, and nothing knows a word of any language. */

#include "document/text_guess.h"

#include "base/ascii.h"
#include "base/day.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "document/text_lines.h"

#define LONGEST_TITLE 80 /* columns */
#define LONGEST_CAPS 120
#define STOP_WORDS 2 /* blanks before a full stop that ends a sentence */

/* ---- Traits ---- */

/* A token between blanks, as far as dates are concerned. */
enum token {
    TOKEN_OTHER,
    TOKEN_DAY, /* one or two digits */
    TOKEN_WORD,
    TOKEN_YEAR /* four digits */
};

struct dates {
    enum token before, last; /* the two tokens before this one */
    size_t digits, letters, others;
};

static enum token
token_of(const struct dates *dates)
{
    if (dates->others || (dates->digits && dates->letters))
        return TOKEN_OTHER;
    if (dates->letters)
        return TOKEN_WORD;
    if (dates->digits == 4)
        return TOKEN_YEAR;
    return dates->digits == 1 || dates->digits == 2 ? TOKEN_DAY : TOKEN_OTHER;
}

/* The token ends; true where a day, a word and a year stand in a row. */
static bool
end_token(struct dates *dates)
{
    enum token token = token_of(dates);
    bool date = token == TOKEN_YEAR && dates->last == TOKEN_WORD &&
                dates->before == TOKEN_DAY;

    dates->before = dates->last;
    dates->last = token;
    dates->digits = dates->letters = dates->others = 0;
    return date;
}

/* A full stop at @p at, after a letter and before a blank and a capital. */
static bool
is_stop(struct str line, size_t at, size_t words)
{
    size_t size;

    return words >= STOP_WORDS && str_byte(line, at) == '.' &&
           !ascii_is_digit(str_byte(line, at - 1)) &&
           str_byte(line, at + 1) == ' ' &&
           utf8_is_upper(utf8_at(line, at + 2, &size));
}

static void
note_code(struct traits *traits, struct dates *dates, uint32_t code, size_t at)
{
    if (utf8_is_letter(code)) {
        traits->letters++;
        dates->letters++;
    } else if (utf8_is_digit(code)) {
        traits->digits++;
        dates->digits++;
    } else if (utf8_is_space(code) || code == 0x2013 || code == 0x2014) {
        /* "15 januari–31 december 2025": a dash parts what it joins */
        traits->date = end_token(dates) || traits->date;
    } else if (utf8_is_seen(code)) {
        dates->others++;
    }
    traits->mail = traits->mail || code == '@';
    traits->comma = traits->comma || code == ',';
    traits->colon = traits->colon || code == ':';
    traits->section = traits->section || (code == 0xA7 && at);
}

struct traits
guess_traits(struct str line)
{
    struct traits traits = { 0 };
    struct dates dates = { 0 };
    size_t size, row = 0, words = 0;
    uint32_t code = utf8_at(line, 0, &size);

    traits.capital = utf8_is_upper(code) || utf8_is_digit(code);
    for (size_t at = 0; at < line.len; at += size) {
        code = utf8_at(line, at, &size);
        if (utf8_is_seen(code))
            row = utf8_is_upper(code) ? row + 1 : 0;
        traits.uppers += utf8_is_upper(code);
        traits.long_word = traits.long_word || row >= 3;
        note_code(&traits, &dates, code, at);
        words += code == ' ';
        traits.sentence = traits.sentence || is_stop(line, at, words);
        if (utf8_is_digit(code) &&
            day_begin(str_make(line.ptr + at, line.len - at)).len)
            traits.date = true;
    }
    traits.date = end_token(&dates) || traits.date;
    traits.last = line.len ? line.ptr[line.len - 1] : '\0';
    return traits;
}

bool
guess_is_ended(struct str line)
{
    char last = line.len ? line.ptr[line.len - 1] : '\0';

    return last == '.' || last == ':' || last == '!' || last == '?' ||
           last == ';';
}

bool
guess_is_lower(struct str line)
{
    size_t size;
    uint32_t code = utf8_at(line, 0, &size);

    return utf8_is_letter(code) && !utf8_is_upper(code);
}

/* Of a very long text nothing is counted: letters with their marks are seldom
 * more than four bytes each. */
bool
guess_is_longer(struct str text, size_t columns)
{
    return text.len > columns &&
           (text.len > columns * 8 || text_visible(text) > columns);
}

bool
guess_is_caps(struct str line)
{
    if (guess_is_longer(line, LONGEST_CAPS))
        return false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] >= 'a' && line.ptr[i] <= 'z')
            return false;
    }
    struct traits traits = guess_traits(line);
    return traits.long_word && traits.letters == traits.uppers &&
           traits.last != '.' && traits.last != ':' && traits.last != ',' &&
           !traits.date;
}

bool
guess_is_title(struct str line)
{
    if (guess_is_longer(line, LONGEST_TITLE))
        return false;
    struct traits traits = guess_traits(line);
    if (!traits.capital || traits.letters < 3 || traits.date ||
        traits.section || traits.sentence || traits.mail)
        return false;
    if (traits.last == '?' || traits.last == '!')
        return true;
    /* Numbers of cases and telephones are no titles. */
    if (traits.letters * 2 < traits.digits * 3 ||
        (traits.comma && (traits.digits || traits.colon)))
        return false;
    return !guess_is_ended(line) && traits.last != ',';
}
