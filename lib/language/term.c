/* SPDX-License-Identifier: MIT */

/* Reads terms and the members of vocabularies, from texts and mappings, by the
 * tables from which their schema is made too. */

#include "language/term.h"

#include "base/fields.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "language/fold.h"
#include "language/spell.h"

#include <string.h>

enum {
    TERM_KINDS = 5,
    GAP_MOST = 50,
    SHOWN_MOST = 100 /* bytes of a term where a person reads it */
};

/* A mapping on its way to a term. */
struct draft {
    const struct yaml_node *values[TERM_KINDS];
    const struct yaml_node *gap;
    const struct yaml_node *forms;
    const struct yaml_node *except;
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
KEEP(except, except)
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
        { "except",                                                            \
          SHAPE_LIST,                                                          \
          false,                                                               \
          keep_except,                                                         \
          &term_shape,                                                         \
          NULL,                                                                \
          "räknas inte som del av något av detta",                             \
          "does not count as part of one of these",                            \
          "{word: inte (=), except: [inte bara]}" },                           \
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

static bool
fault(struct shape_reader *reader, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
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
    return fault(reader, DIAG_LANGUAGE_PATTERN, node,
                 str_of(pattern_reason(&why, diag_lang(reader->diags))));
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
    return spell_term(reader, inflection, term, node, draft->forms);
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
    if (draft->except &&
        !term_list_read(reader, inflection, &out->except, draft->except))
        return false;
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
        (void)spell_class_after(text, &at);
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

/* Patterns can be long, and a rule may name one often. */
static struct str
cut(struct str text, size_t most)
{
    if (text.len <= most)
        return text;
    text.len = most;
    while (text.len > 0 && !utf8_is_start(text.ptr[text.len]))
        text.len--;
    return text;
}

void
term_show(struct buf *out, const struct term *term)
{
    struct str text = cut(term->text, SHOWN_MOST);
    bool inside = false;

    for (size_t i = 0; term->kind != TERM_PATTERN && i < text.len; i++) {
        char c = text.ptr[i];

        if (c == ' ' && i + 1 < text.len && text.ptr[i + 1] == '(')
            continue;
        inside = inside || c == '(';
        if (!inside)
            buf_char(out, c);
        inside = inside && c != ')';
    }
    if (term->kind == TERM_PATTERN)
        buf_str(out, text);
    if (text.len < term->text.len)
        buf_text(out, "...");
}
