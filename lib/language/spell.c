/* SPDX-License-Identifier: MIT */

/* Spells out the forms of terms: the base of each word with every ending of
 * its class.  The list is closed and visible; nothing is stemmed.
 *
 * Invariant: every word of a term that was read without fault has at least
 * one form, and every form is one word as documents are split.  How large a
 * term may be is limited, so that what is looked up in a document costs what
 * the document costs. */

#include "language/spell.h"

#include "base/vec.h"
#include "language/fold.h"

#include <string.h>

enum {
    TERM_MOST = 400, /* bytes as written */
    FORM_MOST = 200, /* bytes of a form */
    FORMS_MOST = 400 /* forms of a word */
};

/* What the functions below work on. */
struct spelling {
    struct shape_reader *reader;
    const struct inflection *inflection;
    const struct yaml_node *node; /* for the place of a fault */
    struct vec words;             /* of struct term_word */
    struct vec forms;             /* of struct str: the word being spelt */
    bool large;                   /* one of the limits above was reached */
};

static bool
fault(struct shape_reader *reader, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
}

static bool
add_form(struct spelling *spelling, struct str form)
{
    struct str *slot;

    for (size_t i = 0; i < spelling->forms.len; i++) {
        if (str_equal(*(struct str *)vec_at(&spelling->forms, i), form))
            return true;
    }
    if (form.len > FORM_MOST || spelling->forms.len == FORMS_MOST) {
        spelling->large = true;
        return true;
    }
    slot = vec_push(&spelling->forms);
    if (slot)
        *slot = form;
    return slot != NULL;
}

/* The form @p stem + @p ending, in the arena. */
static bool
add_joined(struct spelling *spelling, struct str stem, struct str ending)
{
    char *form =
        arena_alloc(spelling->reader->arena, stem.len + ending.len + 1);

    if (!form)
        return false;
    memcpy(form, stem.ptr, stem.len);
    memcpy(form + stem.len, ending.ptr, ending.len);
    return add_form(spelling, str_make(form, stem.len + ending.len));
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

/* The class by name; an empty name gives the default, "=" gives none. */
static bool
find_class(struct spelling *spelling, struct str name,
           const struct endings **class)
{
    const struct inflection *inflection = spelling->inflection;

    *class = NULL;
    if (str_equal(name, STR("=")) || inflection->count == 0)
        return true;
    if (name.len == 0) {
        *class = &inflection->classes[0];
        return true;
    }
    for (size_t i = 0; i < inflection->count; i++) {
        if (str_equal(inflection->classes[i].id, name))
            *class = &inflection->classes[i];
    }
    if (*class)
        return true;
    return fault(spelling->reader, DIAG_LANGUAGE_CLASS, spelling->node, name);
}

/* Ends the word being spelt and puts it behind the others. */
static bool
keep_word_forms(struct spelling *spelling)
{
    struct term_word *word = vec_push(&spelling->words);

    if (!word)
        return false;
    word->count = spelling->forms.len;
    word->forms = arena_copy(spelling->reader->arena, spelling->forms.data,
                             spelling->forms.len, sizeof(struct str));
    vec_clear(&spelling->forms);
    return word->forms != NULL;
}

static bool
spell_word(struct spelling *spelling, enum term_kind kind, struct str base,
           struct str class_name)
{
    const struct endings *class;

    if (!add_form(spelling, base))
        return false;
    if (kind == TERM_MODIFIER)
        return add_linked(spelling, base) && keep_word_forms(spelling);
    if (!find_class(spelling, class_name, &class))
        return false;
    if (class && !add_class(spelling, base, class))
        return false;
    return keep_word_forms(spelling);
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

        if (!spell_word(spelling, kind, word, class_name))
            return false;
        if (spelling->words.len > PHRASE_MOST)
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

    if (spelling->words.len == 0)
        return fault(spelling->reader, DIAG_LANGUAGE_TERM_EMPTY, spelling->node,
                     term->text);
    if (spelling->words.len == 1 || term->kind == TERM_PHRASE)
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
    struct term_word *word = vec_last(&spelling->words);

    if (!forms)
        return true;
    if (term->kind != TERM_WORD && term->kind != TERM_HEAD)
        return fault(spelling->reader, DIAG_LANGUAGE_FORMS, forms, term->text);
    if (!word || !word_set_read(spelling->reader, &set, forms))
        return !word;
    for (size_t i = 0; i < word->count; i++) {
        if (!add_form(spelling, word->forms[i]))
            return false;
    }
    for (size_t i = 0; i < set.count && !spelling->large; i++) {
        if (set.words[i].len > 0 && !add_form(spelling, set.words[i]))
            return false;
    }
    spelling->words.len--;
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
    term->word_count = spelling->words.len;
    term->words = arena_copy(reader->arena, spelling->words.data,
                             spelling->words.len, sizeof *term->words);
    return term->words != NULL;
}

bool
spell_term(struct shape_reader *reader, const struct inflection *inflection,
           struct term *term, const struct yaml_node *node,
           const struct yaml_node *forms)
{
    struct spelling spelling = { .reader = reader,
                                 .inflection = inflection,
                                 .node = node };
    bool done;

    vec_init(&spelling.words, &reader->arena->mem, sizeof(struct term_word));
    vec_init(&spelling.forms, &reader->arena->mem, sizeof(struct str));
    done = spell_all(&spelling, term, forms);
    vec_done(&spelling.words);
    vec_done(&spelling.forms);
    return done;
}
