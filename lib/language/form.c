/* SPDX-License-Identifier: MIT */

/* Stems are few and endings many, so stems are compared first. */

#include "language/form.h"

#include "base/utf8.h"

struct form
word_form(const struct term_word *word, size_t index)
{
    const struct word_stem *stem = word->stems;

    while (index >= stem->ends->count)
        index -= stem++->ends->count;
    return (struct form){ stem->text, stem->ends->add[index] };
}

struct str
form_text(struct form form, char *room)
{
    if (form.ending.len == 0)
        return form.stem;
    memcpy(room, form.stem.ptr, form.stem.len);
    memcpy(room + form.stem.len, form.ending.ptr, form.ending.len);
    return str_make(room, form.stem.len + form.ending.len);
}

/* Of a long one no more is looked at than it takes. */
bool
form_is_rest(struct str rest)
{
    size_t letters = 0;

    for (size_t i = 0; i < rest.len && letters < COMPOUND_REST; i++)
        letters += utf8_is_start(rest.ptr[i]);
    return letters == COMPOUND_REST;
}

static bool
is_whole(const struct word_stem *stem, struct str ending, struct str text)
{
    return str_equal(
        ending, str_make(text.ptr + stem->text.len, text.len - stem->text.len));
}

/* The stem is known to begin it. */
static bool
is_first_part(const struct word_stem *stem, struct str ending, struct str text)
{
    struct str rest =
        str_make(text.ptr + stem->text.len, text.len - stem->text.len);

    return str_starts(rest, ending) &&
           stem->text.len + ending.len >= COMPOUND_FIRST &&
           form_is_rest(str_make(rest.ptr + ending.len, rest.len - ending.len));
}

static bool
is_last_part(const struct word_stem *stem, struct str ending, struct str text)
{
    struct str rest = text;

    if (!str_ends(rest, ending))
        return false;
    rest.len -= ending.len;
    if (!str_ends(rest, stem->text))
        return false;
    rest.len -= stem->text.len;
    return form_is_rest(rest);
}

/* Whether any ending makes the stem such a part of the text. */
static bool
any_ending(const struct word_stem *stem, struct str text,
           bool (*is_part)(const struct word_stem *, struct str, struct str))
{
    for (size_t i = 0; i < stem->ends->count; i++) {
        if (is_part(stem, stem->ends->add[i], text))
            return true;
    }
    return false;
}

static bool
stem_finds(const struct word_stem *stem, enum term_kind kind, struct str text)
{
    if (str_starts(text, stem->text) &&
        any_ending(stem, text,
                   kind == TERM_MODIFIER ? is_first_part : is_whole))
        return true;
    return kind == TERM_HEAD && any_ending(stem, text, is_last_part);
}

bool
word_finds(const struct term_word *word, enum term_kind kind, struct str text)
{
    for (size_t i = 0; i < word->stem_count; i++) {
        if (stem_finds(&word->stems[i], kind, text))
            return true;
    }
    return false;
}

bool
word_has_form(const struct term_word *word, struct str text)
{
    return word_finds(word, TERM_WORD, text);
}
