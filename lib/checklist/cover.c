/* SPDX-License-Identifier: MIT */

/* Terms are compared by their forms, as the token table looks them up: whole
 * words, ends of words and beginnings of words.  Of patterns only those
 * written alike are known to find the same. */

#include "checklist/cover.h"

#include "language/form.h"

/* A compound that begins with one form begins with any beginning of it. */
static bool
begins(const struct term_word *whole, struct str form)
{
    char room[FORM_MOST];

    for (size_t i = 0; i < whole->count; i++) {
        if (str_starts(form, form_text(word_form(whole, i), room)))
            return true;
    }
    return false;
}

static bool
modifier_covers(const struct term_word *whole, const struct term_word *part)
{
    char room[FORM_MOST];

    for (size_t i = 0; i < part->count; i++) {
        if (!begins(whole, form_text(word_form(part, i), room)))
            return false;
    }
    return true;
}

static bool
word_covers(enum term_kind kind, const struct term_word *whole,
            const struct term_word *part)
{
    char room[FORM_MOST];

    for (size_t i = 0; i < part->count; i++) {
        if (!word_finds(whole, kind, form_text(word_form(part, i), room)))
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
            word_finds(&except->words[0], except->kind, word))
            return true;
    }
    return false;
}

/* A form of @p part, as a whole word, that @p whole finds. */
static bool
find_form(struct form *out, const struct term *whole, const struct term *part)
{
    char room[FORM_MOST];

    for (size_t i = 0; i < part->words[0].count; i++) {
        struct str text = form_text(word_form(&part->words[0], i), room);

        if (!word_finds(&whole->words[0], whole->kind, text) ||
            is_excepted(whole, text) || is_excepted(part, text))
            continue;
        *out = word_form(&part->words[0], i);
        return true;
    }
    return false;
}

/* A phrase is as one word: alike or not. */
bool
term_shared_form(struct form *out, const struct term *a, const struct term *b)
{
    *out = (struct form){ b->text, str_make("", 0) };
    if (a->kind == TERM_PATTERN || b->kind == TERM_PATTERN ||
        a->word_count > 1 || b->word_count > 1)
        return term_covers(a, b);
    return (b->kind != TERM_MODIFIER && find_form(out, a, b)) ||
           (a->kind != TERM_MODIFIER && find_form(out, b, a));
}
