/* SPDX-License-Identifier: MIT */

/* Terms are compared by their forms, as the token table looks them up: whole
 * words, ends of words and beginnings of words.  Of patterns only those
 * written alike are known to find the same. */

#include "checklist/cover.h"

#include "language/fold.h"

enum {
    COMPOUND_REST = 3 /* letters in front of a last part; match/lexicon.c */
};

static size_t
letters_in(struct str text)
{
    size_t letters = 0;

    for (size_t i = 0; i < text.len; i++)
        letters += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return letters;
}

/* Whether a word is found by a form of a term of this kind. */
static bool
form_finds(enum term_kind kind, struct str form, struct str word)
{
    struct str rest = word;

    if (kind == TERM_MODIFIER)
        return str_starts(word, form) && word.len >= form.len + COMPOUND_REST;
    if (str_equal(form, word))
        return true;
    if (kind != TERM_HEAD || !str_ends(word, form))
        return false;
    rest.len -= form.len;
    return letters_in(rest) >= COMPOUND_REST;
}

static bool
word_finds(enum term_kind kind, const struct term_word *whole, struct str word)
{
    for (size_t i = 0; i < whole->count; i++) {
        if (form_finds(kind, whole->forms[i], word))
            return true;
    }
    return false;
}

/* A compound that begins with one form begins with any beginning of it. */
static bool
modifier_covers(const struct term_word *whole, const struct term_word *part)
{
    for (size_t i = 0; i < part->count; i++) {
        bool found = false;

        for (size_t k = 0; k < whole->count && !found; k++)
            found = str_starts(part->forms[i], whole->forms[k]);
        if (!found)
            return false;
    }
    return true;
}

static bool
word_covers(enum term_kind kind, const struct term_word *whole,
            const struct term_word *part)
{
    for (size_t i = 0; i < part->count; i++) {
        if (!word_finds(kind, whole, part->forms[i]))
            return false;
    }
    return part->count > 0;
}

/* The kinds of terms of which the first finds all that the second does, where
 * the forms allow. */
static bool
kind_covers(enum term_kind whole, enum term_kind part)
{
    if (part == TERM_PATTERN || whole == TERM_PATTERN)
        return false;
    if (whole == TERM_MODIFIER || part == TERM_MODIFIER)
        return whole == TERM_MODIFIER && part != TERM_HEAD;
    return part != TERM_HEAD || whole == TERM_HEAD;
}

/* Whether the words of @p part from @p at on are found by those of @p whole. */
static bool
covers_from(const struct term *whole, const struct term *part, size_t at)
{
    if (whole->word_count > 1 && whole->gap < part->gap)
        return false;
    for (size_t i = 0; i < whole->word_count; i++) {
        if (!word_covers(whole->kind, &whole->words[i], &part->words[at + i]))
            return false;
    }
    return true;
}

static bool
is_same_except(const struct term *a, const struct term *b)
{
    if (a->except.count != b->except.count)
        return false;
    for (size_t i = 0; i < a->except.count; i++) {
        if (!str_equal(a->except.terms[i].text, b->except.terms[i].text))
            return false;
    }
    return true;
}

/* A hit that is part of what a term must not be part of is none of its. */
static bool
may_find_all(const struct term *whole, const struct term *part)
{
    return whole->except.count == 0 || is_same_except(whole, part);
}

bool
term_covers(const struct term *whole, const struct term *part)
{
    if (!may_find_all(whole, part))
        return false;
    if (whole->kind == TERM_PATTERN && part->kind == TERM_PATTERN)
        return str_equal(whole->pattern, part->pattern);
    if (!kind_covers(whole->kind, part->kind) ||
        whole->word_count != part->word_count)
        return false;
    if (whole->kind == TERM_MODIFIER && part->kind == TERM_MODIFIER)
        return modifier_covers(&whole->words[0], &part->words[0]);
    /* With a gap the shortest stretch is found, which may end sooner. */
    return covers_from(whole, part, 0) &&
           (whole->word_count == 1 || whole->gap == 0 ||
            covers_from(part, whole, 0));
}

bool
term_holds(const struct term *part, const struct term *whole)
{
    if (term_covers(whole, part))
        return true;
    if (!may_find_all(whole, part) || !kind_covers(whole->kind, part->kind))
        return false;
    for (size_t at = 0; at + whole->word_count <= part->word_count; at++) {
        if (covers_from(whole, part, at))
            return true;
    }
    return false;
}

/* Whether a word by itself is part of what a term must not be part of. */
static bool
is_excepted(const struct term *term, struct str word)
{
    for (size_t i = 0; i < term->except.count; i++) {
        const struct term *except = &term->except.terms[i];

        if (except->word_count == 1 &&
            word_finds(except->kind, &except->words[0], word))
            return true;
    }
    return false;
}

/* A form of @p part, as a whole word, that @p whole finds. */
static struct str
form_found(const struct term *whole, const struct term *part)
{
    for (size_t i = 0; i < part->words[0].count; i++) {
        struct str form = part->words[0].forms[i];

        if (word_finds(whole->kind, &whole->words[0], form) &&
            !is_excepted(whole, form) && !is_excepted(part, form))
            return form;
    }
    return str_make("", 0);
}

/* A phrase is as one word: alike or not. */
struct str
term_shared_form(const struct term *a, const struct term *b)
{
    struct str form = str_make("", 0);

    if (a->kind == TERM_PATTERN || b->kind == TERM_PATTERN ||
        a->word_count > 1 || b->word_count > 1)
        return term_covers(a, b) ? b->text : form;
    if (b->kind != TERM_MODIFIER)
        form = form_found(a, b);
    if (form.len == 0 && a->kind != TERM_MODIFIER)
        form = form_found(b, a);
    return form;
}
