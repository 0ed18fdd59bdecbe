/* SPDX-License-Identifier: MIT */

/* Spells a term: of each word the stems, and the endings that its class puts
 * on them.  The list of endings is closed and visible; nothing is stemmed, and
 * no form is written out.
 *
 * Invariant: every word of a term that was read without fault has at least
 * one form, and every form is one word as documents are split.  How large a
 * term may be is limited, so that what is looked up in a document costs what
 * the document costs. */

#include "language/spell.h"

#include "language/fold.h"
#include "language/form.h"
#include "language/form_hash.h"
#include "language/spellings.h"

#include <string.h>

enum {
    TERM_MOST = 400, /* bytes as written */
    FORMS_MOST = 400 /* forms of a word */
};

/* What the functions below work on. */
struct spelling {
    struct shape_reader *reader;
    const struct inflection *inflection;
    const struct yaml_node *node; /* for the place of a fault */
    bool large;                   /* one of the limits above was reached */
    size_t word_count;
    uint32_t stem_count, form_count; /* of the word being spelt */
    struct term_word words[PHRASE_MOST + 1];
    struct word_stem stems[FORMS_MOST]; /* of the word being spelt */
};

static bool
fault(struct shape_reader *reader, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
}

/* Endings on the word being spelt, which @p text is a beginning of. */
static void
add_stem(struct spelling *spelling, struct str text, uint32_t hash,
         const struct ending_group *ends)
{
    spelling->form_count += (uint32_t)ends->count;
    spelling->large |= text.len + ends->longest > FORM_MOST ||
                       spelling->form_count > FORMS_MOST;
    if (!spelling->large && ends->count > 0)
        spelling->stems[spelling->stem_count++] =
            (struct word_stem){ text, hash, ends };
}

static void
add_group(struct spelling *spelling, const struct word_stem *base,
          const struct ending_group *group)
{
    struct str text = base->text;
    uint32_t hash = base->hash;

    if (!str_ends(text, group->strip) || text.len == group->strip.len)
        return;
    text.len -= group->strip.len;
    if (group->strip.len > 0)
        hash = form_hash(text);
    add_stem(spelling, text, hash, group);
}

static void
add_class(struct spelling *spelling, const struct word_stem *base,
          const struct endings *class)
{
    for (size_t i = 0; i < class->count; i++)
        add_group(spelling, base, &class->groups[i]);
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
keep_word(struct spelling *spelling)
{
    struct term_word *word = &spelling->words[spelling->word_count++];

    *word = (struct term_word){
        .stems = arena_copy(spelling->reader->arena, spelling->stems,
                            spelling->stem_count, sizeof *spelling->stems),
        .stem_count = spelling->stem_count,
        .count = spelling->form_count,
    };
    spelling->stem_count = 0;
    spelling->form_count = 0;
    return word->stems != NULL;
}

static void
add_ends(struct spelling *spelling, const struct word_stem *base, uint32_t how)
{
    const struct inflection *inflection = spelling->inflection;

    add_stem(spelling, base->text, base->hash, &ending_none);
    if (how == SPELT_LINKED && inflection->linking)
        add_stem(spelling, base->text, base->hash, inflection->linking);
    else if (how < SPELT_LINKED)
        add_class(spelling, base, &inflection->classes[how]);
}

/* Spells a word whose text is not the arena's yet. */
static bool
spell_new(struct spelling *spelling, struct word_stem base, uint32_t how)
{
    struct str text = base.text;
    char *copy = arena_bytes(spelling->reader->arena, text.len);

    if (!copy)
        return false;
    memcpy(copy, text.ptr, text.len);
    base.text.ptr = copy;
    add_ends(spelling, &base, how);
    return keep_word(spelling);
}

/* A word that was spelt before is not spelt again.  One that is too large ends
 * its term, and is of no use to others. */
static bool
spell_word(struct spelling *spelling, struct str text, uint32_t how)
{
    struct spellings *spellings = spelling->inflection->spellings;
    struct word_stem base = { text, form_hash(text), &ending_none };
    const struct term_word *before =
        spellings ? spellings_find(spellings, &base, how) : NULL;

    if (before) {
        spelling->words[spelling->word_count++] = *before;
        return true;
    }
    if (!spell_new(spelling, base, how))
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
    for (size_t i = 0; i < word->stem_count; i++)
        add_stem(spelling, word->stems[i].text, word->stems[i].hash,
                 word->stems[i].ends);
    for (size_t i = 0; i < set.count; i++) {
        if (set.words[i].len > 0)
            add_stem(spelling, set.words[i], form_hash(set.words[i]),
                     &ending_none);
    }
    return keep_word(spelling);
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
    spelling.stem_count = 0;
    spelling.form_count = 0;
    return spell_all(&spelling, term, forms);
}
