/* SPDX-License-Identifier: MIT */

/* Reads terms and spells out their forms: the base of each word with every
 * ending of its class.  The list is closed and visible; nothing is stemmed.
 *
 * Invariant: every word of a term that was read without fault has at least
 * one form, and every form is one word as documents are split. */

#include "language/term.h"

#include "base/fields.h"
#include "base/pattern.h"
#include "base/vec.h"
#include "language/fold.h"

#include <string.h>

enum {
    TERM_KINDS = 5,
    GAP_MOST = 50
};

static const char *const kind_words[TERM_KINDS] = { "word", "head", "modifier",
                                                    "phrase", "pattern" };

/* A mapping on its way to a term. */
struct draft {
    const struct yaml_node *values[TERM_KINDS];
    const struct yaml_node *gap;
    const struct yaml_node *forms;
    const struct yaml_node *entity;
    const struct yaml_node *vocabulary;
};

#define KEEP(name, field)                                                      \
    static bool keep_##name(struct shape_reader *reader, void *target,         \
                            const struct yaml_node *value)                     \
    {                                                                          \
        (void)reader;                                                          \
        ((struct draft *)target)->field = value;                               \
        return true;                                                           \
    }

KEEP(word, values[0])
KEEP(head, values[1])
KEEP(modifier, values[2])
KEEP(phrase, values[3])
KEEP(pattern, values[4])
KEEP(gap, gap)
KEEP(forms, forms)
KEEP(entity, entity)
KEEP(vocabulary, vocabulary)

#define TERM_KEYS                                                              \
    { "word",                                                                  \
      SHAPE_TEXT,                                                              \
      false,                                                                   \
      keep_word,                                                               \
      NULL,                                                                    \
      NULL,                                                                    \
      "ordet med sina böjningar",                                              \
      "the word with its inflections",                                         \
      "{word: avtal (ett)}" },                                                 \
        { "head",                                                              \
          SHAPE_TEXT,                                                          \
          false,                                                               \
          keep_head,                                                           \
          NULL,                                                                \
          NULL,                                                                \
          "ordet, även som sista led i en sammansättning",                     \
          "the word, also as the last part of a compound",                     \
          "{head: löfte (ett)}" },                                             \
        { "modifier",                                                          \
          SHAPE_TEXT,                                                          \
          false,                                                               \
          keep_modifier,                                                       \
          NULL,                                                                \
          NULL,                                                                \
          "första led i en sammansättning",                                    \
          "the first part of a compound",                                      \
          "{modifier: brott}" },                                               \
        { "phrase",                                                            \
          SHAPE_TEXT,                                                          \
          false,                                                               \
          keep_phrase,                                                         \
          NULL,                                                                \
          NULL,                                                                \
          "ord i följd, vart och ett böjt",                                    \
          "words in a row, each inflected",                                    \
          "{phrase: följa (verb) upp}" },                                      \
        { "pattern",                                                           \
          SHAPE_TEXT,                                                          \
          false,                                                               \
          keep_pattern,                                                        \
          NULL,                                                                \
          NULL,                                                                \
          "reguljärt uttryck (PCRE2) på text i gemener",                       \
          "regular expression (PCRE2) on lower-case text",                     \
          "{pattern: '§ \\d+'}" },                                             \
        { "gap",                                                               \
          SHAPE_INT,                                                           \
          false,                                                               \
          keep_gap,                                                            \
          NULL,                                                                \
          NULL,                                                                \
          "hur många ord som får stå mellan två ord i phrase",                 \
          "how many words may stand between two words of a phrase",            \
          "{phrase: följa upp, gap: 3}" },                                     \
    {                                                                          \
        "forms", SHAPE_TEXTS, false, keep_forms, NULL, NULL,                   \
            "fler former av ordet, som klassen inte ger",                      \
            "more forms of the word, that its class does not give",            \
            "{word: man, forms: [män, männen]}"                              \
    }

static const struct shape_key term_keys[] = { TERM_KEYS };

const struct shape term_shape = {
    "term",
    term_keys,
    ARRAY_LEN(term_keys),
    SHAPE_AS_TEXT,
    "vad som letas efter: ett ord, en fras eller ett mönster",
    "what is looked for: a word, a phrase or a pattern"
};

static const struct shape_key member_keys[] = {
    TERM_KEYS,
    { "entity", SHAPE_ID, false, keep_entity, NULL, NULL,
      "en sak som språkpaketet känner igen, som date eller person",
      "a thing that the language pack knows, such as date or person",
      "{entity: date}" },
    { "vocabulary", SHAPE_ID, false, keep_vocabulary, NULL, NULL,
      "en annan post i ordlistan", "another entry of the vocabulary",
      "{vocabulary: polis}" },
};

const struct shape member_shape = {
    "member",
    member_keys,
    ARRAY_LEN(member_keys),
    SHAPE_AS_TEXT,
    "en term, en entitet eller en annan post i ordlistan",
    "a term, an entity or another entry of the vocabulary"
};

const struct shape entry_shape = {
    "entry",
    member_keys,
    ARRAY_LEN(member_keys),
    SHAPE_AS_TEXT | SHAPE_AS_LIST,
    "det som letas efter: en eller flera termer, entiteter eller poster",
    "what is looked for: one or several terms, entities or entries"
};

/* What the functions below work on. */
struct spelling {
    struct shape_reader *reader;
    const struct inflection *inflection;
    const struct yaml_node *node; /* for the place of a fault */
    struct vec words;             /* of struct term_word */
    struct vec forms;             /* of struct str: the word being spelt */
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
static struct str
class_after(struct str text, size_t *at)
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

    while (fold_next_word(text, &at, &word)) {
        struct str class_name = class_after(text, &at);

        if (!spell_word(spelling, kind, word, class_name))
            return false;
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
    for (size_t i = 0; i < set.count; i++) {
        if (set.words[i].len > 0 && !add_form(spelling, set.words[i]))
            return false;
    }
    spelling->words.len--;
    return keep_word_forms(spelling);
}

static bool
spell_term(struct spelling *spelling, struct term *term,
           const struct yaml_node *forms)
{
    struct shape_reader *reader = spelling->reader;
    struct str text = fold_copy(reader->arena, term->text);

    if (!text.ptr || !spell_words(spelling, term->kind, text) ||
        !settle_kind(spelling, term, text) ||
        !add_irregular(spelling, term, forms))
        return false;
    term->word_count = spelling->words.len;
    term->words = arena_copy(reader->arena, spelling->words.data,
                             spelling->words.len, sizeof *term->words);
    return term->words != NULL;
}

static bool
spell(struct shape_reader *reader, const struct inflection *inflection,
      struct term *term, const struct yaml_node *node,
      const struct yaml_node *forms)
{
    struct spelling spelling = { .reader = reader,
                                 .inflection = inflection,
                                 .node = node };
    bool done;

    vec_init(&spelling.words, &reader->arena->mem, sizeof(struct term_word));
    vec_init(&spelling.forms, &reader->arena->mem, sizeof(struct str));
    done = spell_term(&spelling, term, forms);
    vec_done(&spelling.words);
    vec_done(&spelling.forms);
    return done;
}

/* A pattern is compiled once here, so that its faults come with the rest. */
static bool
check_pattern(struct shape_reader *reader, struct term *term,
              const struct yaml_node *node)
{
    struct pattern_fault why = { 0, "" };
    struct pattern *pattern = NULL;
    samsyn_status status =
        pattern_compile(&pattern, term->text, &reader->arena->mem, &why);

    pattern_free(pattern);
    term->pattern = term->text;
    if (status == SAMSYN_E_NOMEM)
        return false;
    if (status == SAMSYN_OK)
        return true;
    return fault(reader, DIAG_LANGUAGE_PATTERN, node, str_of(why.text));
}

static bool
finish(struct shape_reader *reader, const struct inflection *inflection,
       struct term *term, const struct yaml_node *node,
       const struct draft *draft)
{
    term->start = node->start;
    term->end = node->end;
    term->text = arena_str(reader->arena, node->text);
    if (!term->text.ptr)
        return false;
    if (draft->gap && term->kind != TERM_PHRASE)
        return fault(reader, DIAG_LANGUAGE_GAP, draft->gap, term->text);
    if (term->kind == TERM_PATTERN)
        return check_pattern(reader, term, node);
    return spell(reader, inflection, term, node, draft->forms);
}

static size_t
small_number(const struct yaml_node *node, size_t most)
{
    size_t value = 0;

    for (size_t i = 0; node && i < node->text.len && value <= most; i++)
        value = value * 10 + (size_t)(node->text.ptr[i] - '0');
    return value < most ? value : most;
}

/* The one kind that a draft names, -1 where it names none or several. */
static int
drafted_kind(const struct draft *draft)
{
    int found = -1;

    for (int i = 0; i < TERM_KINDS; i++) {
        if (!draft->values[i])
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

static bool
take_draft(struct shape_reader *reader, const struct inflection *inflection,
           struct term *out, const struct yaml_node *node,
           const struct draft *draft)
{
    int kind = drafted_kind(draft);

    if (kind < 0)
        return fault(reader, DIAG_LANGUAGE_TERM_KIND, node, str_make("", 0));
    out->kind = (enum term_kind)(kind + 1);
    out->gap = small_number(draft->gap, GAP_MOST);
    return finish(reader, inflection, out, draft->values[kind], draft);
}

static bool
take_text(struct shape_reader *reader, const struct inflection *inflection,
          struct term *out, const struct yaml_node *node)
{
    struct draft draft = { 0 };
    struct str text = str_trim(node->text);
    size_t at = 0;
    struct str word;

    out->kind = TERM_WORD;
    if (fold_next_word(text, &at, &word)) {
        (void)class_after(text, &at);
        if (fold_next_word(text, &at, &word))
            out->kind = TERM_PHRASE;
    }
    return finish(reader, inflection, out, node, &draft);
}

bool
term_read(struct shape_reader *reader, const struct inflection *inflection,
          struct term *out, const struct yaml_node *node)
{
    struct draft draft = { 0 };

    if (node->kind == YAML_TEXT)
        return take_text(reader, inflection, out, node);
    return shape_read(reader, &term_shape, &draft, node) &&
           take_draft(reader, inflection, out, node, &draft);
}

bool
term_list_read(struct shape_reader *reader, const struct inflection *inflection,
               struct term_list *out, const struct yaml_node *node)
{
    size_t count = field_count(node);
    struct term *terms = arena_array(reader->arena, count, sizeof *terms);

    if (!terms)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(node, i);

        if (!term_read(reader, inflection, &terms[i], item))
            return false;
    }
    *out = (struct term_list){ terms, count };
    return true;
}

static bool
name_member(struct shape_reader *reader, struct member *out,
            const struct yaml_node *name, enum member_kind kind)
{
    out->kind = kind;
    out->name = arena_str(reader->arena, name->text);
    out->start = name->start;
    out->end = name->end;
    return out->name.ptr != NULL;
}

bool
member_read(struct shape_reader *reader, const struct inflection *inflection,
            struct member *out, const struct yaml_node *node)
{
    struct draft draft = { 0 };
    bool term;

    out->start = node->start;
    out->end = node->end;
    out->kind = MEMBER_TERM;
    if (node->kind == YAML_TEXT)
        return take_text(reader, inflection, &out->term, node);
    if (!shape_read(reader, &member_shape, &draft, node))
        return false;
    term = drafted_kind(&draft) >= 0;
    if (term + (draft.entity != NULL) + (draft.vocabulary != NULL) != 1)
        return fault(reader, DIAG_LANGUAGE_MEMBER, node, str_make("", 0));
    if (draft.entity)
        return name_member(reader, out, draft.entity, MEMBER_ENTITY);
    if (draft.vocabulary)
        return name_member(reader, out, draft.vocabulary, MEMBER_VOCABULARY);
    return take_draft(reader, inflection, &out->term, node, &draft);
}

const char *
term_kind_name(enum term_kind kind)
{
    return kind_words[kind - 1];
}
