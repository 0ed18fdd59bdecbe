/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_TERM_H
#define LANGUAGE_TERM_H

/* Terms: how a checklist names what it looks for, and the closed lists of
 * endings that inflect them.
 *
 *   word: uppföljning (en)     this word, with the endings of class "en"
 *   head: löfte (ett)          also as the last part of a compound
 *   modifier: brott            as the first part of a compound
 *   phrase: följa (verb) upp   words in order, gap: N words between
 *   pattern: '\d{4}:\d+'       PCRE2 on folded text
 *
 * Of a compound at least three letters must stand beside the part looked for.
 * With `except: [phrase, ...]` a hit that is part of one of these is none:
 * "inte" but not "inte bara".
 *
 * A word without a class takes the default class, "(=)" no endings at all.
 * A plain text is a word or, where it holds a space, a phrase. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/shape.h"
#include "base/str.h"
#include "language/ending.h"
#include "language/word_set.h"

enum term_kind {
    TERM_WORD = 1,
    TERM_HEAD,
    TERM_MODIFIER,
    TERM_PHRASE,
    TERM_PATTERN
};

/* A class of words with its closed list of endings. */
struct endings {
    struct str id;
    struct ending_group *groups;
    size_t count;
};

enum {
    PHRASE_MOST = 32 /* words of a phrase */
};

/* What forms begin with: one form for each of the endings. */
struct word_stem {
    struct str text;
    uint32_t hash; /* see form_hash.h */
    const struct ending_group *ends;
};

/* One word of a term in all its forms (form.h), folded; the first stem is its
 * base, without an ending. */
struct term_word {
    const struct word_stem *stems;
    uint32_t stem_count;
    uint32_t count; /* forms, where a form of two stems counts twice */
    uint32_t id;    /* the same for the same word; 0 where nobody looked */
};

struct term;

struct term_list {
    struct term *terms;
    size_t count;
};

struct term {
    enum term_kind kind;
    size_t start, end;       /* in the YAML source, for messages */
    struct str text;         /* as written */
    struct term_word *words; /* one, or for a phrase several */
    size_t word_count;
    size_t gap;              /* phrase: most words between two of its words */
    struct str pattern;      /* TERM_PATTERN */
    struct term_list except; /* what the term must not be a part of */
};

/* A vocabulary entry: names for one thing.  Members are terms, entities and
 * other entries (by name, resolved by the checklist). */
enum member_kind {
    MEMBER_TERM = 1,
    MEMBER_ENTITY,
    MEMBER_VOCABULARY
};

struct member {
    enum member_kind kind;
    size_t start, end; /* in the YAML source */
    union {
        struct term term; /* MEMBER_TERM */
        struct str name;  /* otherwise */
    };
};

struct concept {
    struct str name;
    struct member *members;
    size_t count;
    size_t start, end; /* of its key in the source */
};

struct vocabulary {
    struct concept *concepts; /* in the order of the file */
    size_t count;
};

struct spellings;

/* What inflects: the classes of a pack ([0] is the default), what stands
 * between the parts of a compound, and what was spelt before (or NULL). */
struct inflection {
    const struct endings *classes;
    size_t count;
    const struct ending_group *linking;
    struct spellings *spellings;
};

/* Read a term from a plain text or a mapping.  Says what is wrong through
 * @p reader; false only without memory. */
bool
term_read(struct shape_reader *reader, const struct inflection *inflection,
          struct term *out, const struct yaml_node *node);

/* Read one term or a list of them. */
bool
term_list_read(struct shape_reader *reader, const struct inflection *inflection,
               struct term_list *out, const struct yaml_node *node);

/* Read one member of a vocabulary entry. */
bool
member_read(struct shape_reader *reader, const struct inflection *inflection,
            struct member *out, const struct yaml_node *node);

/* Read one entry: a member or a list of them. */
bool
concept_read(struct shape_reader *reader, const struct inflection *inflection,
             struct concept *out, struct str name,
             const struct yaml_node *node);

/* A term as a person reads it: as written, without the classes of endings. */
void
term_show(struct buf *out, const struct term *term);

/* Read a map of names to lists of members. */
bool
vocabulary_read(struct shape_reader *reader,
                const struct inflection *inflection, struct vocabulary *out,
                const struct yaml_node *node);

extern const struct shape term_shape;   /* a term */
extern const struct shape member_shape; /* a member of a vocabulary entry */
extern const struct shape entry_shape;  /* a member, or a list of them */

#endif
