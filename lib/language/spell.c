/* SPDX-License-Identifier: MIT */

/* Spells out the forms of terms: the base of each word with every ending of
 * its class.  The list is closed and visible; nothing is stemmed.
 *
 * Invariant: every word of a term that was read without fault has at least
 * one form, and every form is one word as documents are split.  How large a
 * term may be is limited, so that what is looked up in a document costs what
 * the document costs. */

#include "language/spell.h"

#include "language/fold.h"
#include "language/spellings.h"

#include <string.h>

enum {
    TERM_MOST = 400,  /* bytes as written */
    FORM_MOST = 200,  /* bytes of a form */
    FORMS_MOST = 400, /* forms of a word */
    TRAITS = 256
};

/* What the functions below work on. */
struct spelling {
    struct shape_reader *reader;
    const struct inflection *inflection;
    const struct yaml_node *node; /* for the place of a fault */
    bool large;                   /* one of the limits above was reached */
    size_t word_count, form_count;
    uint64_t traits[TRAITS / 64]; /* bits: those that some form has */
    struct term_word words[PHRASE_MOST + 1];
    struct str forms[FORMS_MOST]; /* of the word being spelt */
};

static bool
fault(struct shape_reader *reader, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
}

/* Forms of a word differ in their ends, so those are compared first. */
static bool
is_joined(struct str form, struct str stem, struct str ending)
{
    return form.len == stem.len + ending.len && str_ends(form, ending) &&
           str_starts(form, stem);
}

/* The letter before the last @p back ones of @p stem + @p ending. */
static unsigned
letter_of(struct str stem, struct str ending, size_t back)
{
    if (back < ending.len)
        return (unsigned char)ending.ptr[ending.len - 1 - back];
    back -= ending.len;
    return back < stem.len ? (unsigned char)stem.ptr[stem.len - 1 - back] : 0;
}

/* In what forms of a word differ, as a rule: their length and last letters. */
static unsigned
trait_of(struct str stem, struct str ending)
{
    return (7 * (unsigned)(stem.len + ending.len) +
            31 * letter_of(stem, ending, 0) + 5 * letter_of(stem, ending, 1)) %
           TRAITS;
}

/* Whether the word may have a form of this trait; from now on it may. */
static bool
note_trait(struct spelling *spelling, unsigned trait)
{
    uint64_t bit = (uint64_t)1 << trait % 64;
    bool seen = (spelling->traits[trait / 64] & bit) != 0;

    spelling->traits[trait / 64] |= bit;
    return seen;
}

static bool
has_form(const struct spelling *spelling, struct str stem, struct str ending)
{
    for (size_t i = 0; i < spelling->form_count; i++) {
        if (is_joined(spelling->forms[i], stem, ending))
            return true;
    }
    return false;
}

/* Whether the word has the form @p stem + @p ending, or is to have no more;
 * every form is kept once. */
static bool
is_settled(struct spelling *spelling, struct str stem, struct str ending)
{
    if (note_trait(spelling, trait_of(stem, ending)) &&
        has_form(spelling, stem, ending))
        return true;
    spelling->large = spelling->large || stem.len + ending.len > FORM_MOST ||
                      spelling->form_count == FORMS_MOST;
    return spelling->large;
}

/* Begins a word. */
static void
clear_forms(struct spelling *spelling)
{
    spelling->form_count = 0;
    memset(spelling->traits, 0, sizeof spelling->traits);
}

static void
add_form(struct spelling *spelling, struct str form)
{
    if (!is_settled(spelling, form, str_make("", 0)))
        spelling->forms[spelling->form_count++] = form;
}

/* The form @p stem + @p ending, in the arena. */
static bool
add_joined(struct spelling *spelling, struct str stem, struct str ending)
{
    size_t len = stem.len + ending.len;
    char *form;

    if (is_settled(spelling, stem, ending))
        return true;
    form = arena_bytes(spelling->reader->arena, len + 1);
    if (!form)
        return false;
    memcpy(form, stem.ptr, stem.len);
    memcpy(form + stem.len, ending.ptr, ending.len);
    spelling->forms[spelling->form_count++] = str_make(form, len);
    return true;
}

static bool
add_group(struct spelling *spelling, struct str base,
          const struct ending_group *group)
{
    struct str stem = base;

    if (!str_ends(base, group->strip) || base.len == group->strip.len)
        return true;
    stem.len -= group->strip.len;
    for (size_t i = 0; i < group->count; i++) {
        if (!add_joined(spelling, stem, group->add[i]))
            return false;
    }
    return true;
}

static bool
add_class(struct spelling *spelling, struct str base,
          const struct endings *class)
{
    for (size_t i = 0; i < class->count; i++) {
        if (!add_group(spelling, base, &class->groups[i]))
            return false;
    }
    return true;
}

static bool
add_linked(struct spelling *spelling, struct str base)
{
    const struct word_set *linking = spelling->inflection->linking;

    for (size_t i = 0; linking && i < linking->count; i++) {
        if (!add_joined(spelling, base, linking->words[i]))
            return false;
    }
    return true;
}

/* How a word is inflected, by the name of its class; an empty name gives the
 * default, "=" gives none. */
static bool
find_class(struct spelling *spelling, struct str name, uint32_t *how)
{
    const struct inflection *inflection = spelling->inflection;

    *how = SPELT_BARE;
    if (str_equal(name, STR("=")) || inflection->count == 0)
        return true;
    for (size_t i = 0; i < inflection->count; i++) {
        if (str_equal(inflection->classes[i].id, name))
            *how = (uint32_t)i;
    }
    if (name.len == 0)
        *how = 0;
    if (*how != SPELT_BARE)
        return true;
    return fault(spelling->reader, DIAG_LANGUAGE_CLASS, spelling->node, name);
}

/* Ends the word being spelt and puts it behind the others. */
static bool
keep_word_forms(struct spelling *spelling)
{
    struct term_word *word = &spelling->words[spelling->word_count++];

    word->id = 0;
    word->count = spelling->form_count;
    word->forms = arena_copy(spelling->reader->arena, spelling->forms,
                             spelling->form_count, sizeof(struct str));
    clear_forms(spelling);
    return word->forms != NULL;
}

static bool
spell_out(struct spelling *spelling, struct str base, uint32_t how)
{
    const struct endings *classes = spelling->inflection->classes;

    add_form(spelling, base);
    if (how == SPELT_LINKED)
        return add_linked(spelling, base);
    return how == SPELT_BARE || add_class(spelling, base, &classes[how]);
}

/* A word that was spelt before is not spelt again.  One that is too large ends
 * its term, and is of no use to others. */
static bool
spell_word(struct spelling *spelling, struct str base, uint32_t how)
{
    struct spellings *spellings = spelling->inflection->spellings;
    const struct term_word *before =
        spellings ? spellings_find(spellings, base, how) : NULL;

    if (before) {
        spelling->words[spelling->word_count++] = *before;
        return true;
    }
    if (!spell_out(spelling, base, how) || !keep_word_forms(spelling))
        return false;
    return spelling->large || !spellings ||
           spellings_keep(spellings, &spelling->words[spelling->word_count - 1],
                          how);
}

/* The class in brackets right after a word, empty where there is none. */
struct str
spell_class_after(struct str text, size_t *at)
{
    size_t open = *at, close;

    while (open < text.len && text.ptr[open] == ' ')
        open++;
    if (open >= text.len || text.ptr[open] != '(')
        return str_make("", 0);
    close = open + 1;
    while (close < text.len && text.ptr[close] != ')')
        close++;
    *at = close < text.len ? close + 1 : close;
    return str_trim(str_make(text.ptr + open + 1, close - open - 1));
}

static bool
spell_words(struct spelling *spelling, enum term_kind kind, struct str text)
{
    struct str word;
    size_t at = 0;

    while (!spelling->large && fold_next_word(text, &at, &word)) {
        struct str class_name = spell_class_after(text, &at);
        uint32_t how = SPELT_LINKED;

        if (kind != TERM_MODIFIER && !find_class(spelling, class_name, &how))
            return false;
        if (!spell_word(spelling, word, how))
            return false;
        if (spelling->word_count > PHRASE_MOST)
            spelling->large = true;
    }
    return true;
}

/* "2023:196" holds no blank but is two words to a document: a phrase. */
static bool
settle_kind(struct spelling *spelling, struct term *term, struct str text)
{
    struct str base = text;
    char *open = memchr(text.ptr, '(', text.len);

    if (spelling->word_count == 0)
        return fault(spelling->reader, DIAG_LANGUAGE_TERM_EMPTY, spelling->node,
                     term->text);
    if (spelling->word_count == 1 || term->kind == TERM_PHRASE)
        return true;
    if (open)
        base.len = (size_t)(open - text.ptr);
    base = str_trim(base);
    if (memchr(base.ptr, ' ', base.len))
        return fault(spelling->reader, DIAG_LANGUAGE_TERM_WORDS, spelling->node,
                     term->text);
    term->kind = TERM_PHRASE;
    return true;
}

/* Irregular forms join those of the term's only word. */
static bool
add_irregular(struct spelling *spelling, struct term *term,
              const struct yaml_node *forms)
{
    struct word_set set;
    const struct term_word *word;

    if (!forms)
        return true;
    if (term->kind != TERM_WORD && term->kind != TERM_HEAD)
        return fault(spelling->reader, DIAG_LANGUAGE_FORMS, forms, term->text);
    if (spelling->word_count == 0)
        return true;
    if (!word_set_read(spelling->reader, &set, forms))
        return false;
    word = &spelling->words[--spelling->word_count];
    for (size_t i = 0; i < word->count; i++)
        add_form(spelling, word->forms[i]);
    for (size_t i = 0; i < set.count && !spelling->large; i++) {
        if (set.words[i].len > 0)
            add_form(spelling, set.words[i]);
    }
    return keep_word_forms(spelling);
}

static bool
spell_all(struct spelling *spelling, struct term *term,
          const struct yaml_node *forms)
{
    struct shape_reader *reader = spelling->reader;
    struct str text = fold_copy(reader->arena, term->text);

    spelling->large = term->text.len > TERM_MOST;
    if (!text.ptr || !spell_words(spelling, term->kind, text))
        return false;
    if (!spelling->large && (!settle_kind(spelling, term, text) ||
                             !add_irregular(spelling, term, forms)))
        return false;
    if (spelling->large)
        return fault(reader, DIAG_LANGUAGE_TERM_LARGE, spelling->node,
                     term->text);
    term->word_count = spelling->word_count;
    term->words = arena_copy(reader->arena, spelling->words,
                             spelling->word_count, sizeof *term->words);
    return term->words != NULL;
}

bool
spell_term(struct shape_reader *reader, const struct inflection *inflection,
           struct term *term, const struct yaml_node *node,
           const struct yaml_node *forms)
{
    struct spelling spelling;

    /* Not zeroed as a whole: it is large, and terms are many. */
    spelling.reader = reader;
    spelling.inflection = inflection;
    spelling.node = node;
    spelling.word_count = 0;
    clear_forms(&spelling);
    return spell_all(&spelling, term, forms);
}
