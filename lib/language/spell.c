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
#include "language/form_hash.h"
#include "language/spellings.h"

#include <string.h>

enum {
    TERM_MOST = 400, /* bytes as written */
    FORM_MOST = 200, /* bytes of a form */
    FORMS_MOST = 400 /* forms of a word */
};

/* What forms begin with. */
struct stem {
    struct str text;
    struct form_start start;
};

/* A form of the word being spelt: both parts, one behind the other. */
struct joined {
    struct str stem, ending;
};

/* What the functions below work on. */
struct spelling {
    struct shape_reader *reader;
    const struct inflection *inflection;
    const struct yaml_node *node; /* for the place of a fault */
    bool large;                   /* one of the limits above was reached */
    size_t word_count, form_count;
    struct term_word words[PHRASE_MOST + 1];
    struct joined forms[FORMS_MOST]; /* of the word being spelt */
    uint32_t hashes[FORMS_MOST];     /* of the forms */
};

static bool
fault(struct shape_reader *reader, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
}

static struct stem
stem_of(struct str text)
{
    struct stem stem = { text, { 0, 1 } };

    for (size_t i = 0; i < text.len; i++)
        form_start_add(&stem.start, text.ptr[i]);
    return stem;
}

static size_t
length_of(const struct joined *form)
{
    return form->stem.len + form->ending.len;
}

static char
letter_at(const struct joined *form, size_t at)
{
    return at < form->stem.len ? form->stem.ptr[at]
                               : form->ending.ptr[at - form->stem.len];
}

/* Their parts may be others. */
static bool
is_same(const struct joined *a, const struct joined *b)
{
    size_t at = 0, length = length_of(a);

    if (length != length_of(b))
        return false;
    while (at < length && letter_at(a, at) == letter_at(b, at))
        at++;
    return at == length;
}

static bool
has_form(const struct spelling *spelling, const struct joined *form,
         uint32_t hash)
{
    for (size_t i = 0; i < spelling->form_count; i++) {
        if (spelling->hashes[i] == hash && is_same(&spelling->forms[i], form))
            return true;
    }
    return false;
}

/* The form @p stem + @p ending; every form is kept once, and none where the
 * word is to have no more. */
static void
add_joined(struct spelling *spelling, const struct stem *stem,
           struct str ending, uint32_t ending_hash)
{
    struct joined form = { stem->text, ending };
    uint32_t hash = form_hash_joined(stem->start, ending_hash);

    if (spelling->large || has_form(spelling, &form, hash))
        return;
    spelling->large =
        length_of(&form) > FORM_MOST || spelling->form_count == FORMS_MOST;
    if (spelling->large)
        return;
    spelling->hashes[spelling->form_count] = hash;
    spelling->forms[spelling->form_count++] = form;
}

static void
add_form(struct spelling *spelling, const struct stem *form)
{
    add_joined(spelling, form, str_make("", 0), 0);
}

static void
add_group(struct spelling *spelling, const struct stem *base,
          const struct ending_group *group)
{
    struct str text = base->text;
    struct stem stem = *base;

    if (!str_ends(text, group->strip) || text.len == group->strip.len)
        return;
    if (group->strip.len > 0)
        stem = stem_of(str_make(text.ptr, text.len - group->strip.len));
    for (size_t i = 0; i < group->count; i++)
        add_joined(spelling, &stem, group->add[i], group->hashes[i]);
}

static void
add_class(struct spelling *spelling, const struct stem *base,
          const struct endings *class)
{
    for (size_t i = 0; i < class->count; i++)
        add_group(spelling, base, &class->groups[i]);
}

static void
add_linked(struct spelling *spelling, const struct stem *base)
{
    const struct word_set *linking = spelling->inflection->linking;

    for (size_t i = 0; linking && i < linking->count; i++)
        add_joined(spelling, base, linking->words[i],
                   form_hash(linking->words[i]));
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

/* The form at @p at; gives where it ends. */
static char *
write_form(char *at, const struct joined *form)
{
    memcpy(at, form->stem.ptr, form->stem.len);
    at += form->stem.len;
    for (size_t i = 0; i < form->ending.len; i++)
        *at++ = form->ending.ptr[i];
    return at;
}

/* Ends the word being spelt and puts it behind the others.  Its forms stand in
 * the arena one behind the other. */
static bool
keep_word_forms(struct spelling *spelling)
{
    struct arena *arena = spelling->reader->arena;
    struct term_word *word = &spelling->words[spelling->word_count++];
    size_t count = spelling->form_count, size = 0;
    char *at;

    for (size_t i = 0; i < count; i++)
        size += length_of(&spelling->forms[i]);
    word->id = 0;
    word->count = count;
    word->forms = arena_array(arena, count, sizeof *word->forms);
    word->hashes =
        arena_copy(arena, spelling->hashes, count, sizeof *word->hashes);
    at = arena_bytes(arena, size);
    if (!word->forms || !word->hashes || !at)
        return false;
    for (size_t i = 0; i < count; i++) {
        word->forms[i] = str_make(at, length_of(&spelling->forms[i]));
        at = write_form(at, &spelling->forms[i]);
    }
    spelling->form_count = 0;
    return true;
}

static void
spell_out(struct spelling *spelling, const struct stem *base, uint32_t how)
{
    const struct endings *classes = spelling->inflection->classes;

    add_form(spelling, base);
    if (how == SPELT_LINKED)
        add_linked(spelling, base);
    else if (how != SPELT_BARE)
        add_class(spelling, base, &classes[how]);
}

/* A word that was spelt before is not spelt again.  One that is too large ends
 * its term, and is of no use to others. */
static bool
spell_word(struct spelling *spelling, struct str text, uint32_t how)
{
    struct spellings *spellings = spelling->inflection->spellings;
    struct stem base = stem_of(text);
    const struct term_word *before =
        spellings ? spellings_find(spellings, text, base.start.hash, how)
                  : NULL;

    if (before) {
        spelling->words[spelling->word_count++] = *before;
        return true;
    }
    spell_out(spelling, &base, how);
    if (!keep_word_forms(spelling))
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
    for (size_t i = 0; i < word->count + set.count; i++) {
        struct stem form = stem_of(
            i < word->count ? word->forms[i] : set.words[i - word->count]);

        if (form.text.len > 0)
            add_form(spelling, &form);
    }
    return keep_word_forms(spelling);
}

static bool
spell_all(struct spelling *spelling, struct term *term,
          const struct yaml_node *forms)
{
    char folded[TERM_MOST];
    struct str text;

    spelling->large = term->text.len > TERM_MOST;
    if (!spelling->large) {
        text = fold_to(folded, term->text);
        if (!spell_words(spelling, term->kind, text))
            return false;
    }
    if (!spelling->large && (!settle_kind(spelling, term, text) ||
                             !add_irregular(spelling, term, forms)))
        return false;
    if (spelling->large)
        return fault(spelling->reader, DIAG_LANGUAGE_TERM_LARGE, spelling->node,
                     term->text);
    term->word_count = spelling->word_count;
    term->words = arena_copy(spelling->reader->arena, spelling->words,
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
    spelling.form_count = 0;
    return spell_all(&spelling, term, forms);
}
