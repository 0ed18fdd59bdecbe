/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_ENTITY_H
#define LANGUAGE_ENTITY_H

/* Entities: dates, periods, quantities as sequences of word classes, written
 * in the pack as templates:
 *
 *   "{day} {month} {year}"       classes, with white space between
 *   "{year} - {two} - {two}"     a mark of punctuation between (- . , / :)
 *   "den? <date>"                optional word; an entity defined before
 *   "fr.o.m|från <date>"         one of several words
 *
 * A class is a range of numbers, a list of words (terms, inflected), both, or
 * any word with a capital first letter but for those named.
 */

#include "base/str.h"
#include "base/vec.h"
#include "language/term.h"

/* So that a set of entities fits in 64 bits. */
enum {
    ENTITIES_MOST = 64
};

enum element_kind {
    ELEMENT_CLASS = 1,
    ELEMENT_ENTITY
};

struct element {
    enum element_kind kind;
    uint32_t index; /* of the class or the entity */
    char glue;      /* mark before it; ' ' for white space */
    bool optional;
};

struct template
{
    struct element *elements;
    size_t count;
};

/* What a word or number of a class says of a day.  A word gives its number in
 * the class, from 1: the months are listed in their order. */
enum gives {
    GIVES_NOTHING,
    GIVES_DAY,
    GIVES_MONTH,
    GIVES_YEAR,
    GIVES_SHORT_YEAR, /* 24 */
    GIVES_SHORT_DATE  /* 240131 */
};

/* What an entity says of time. */
enum time_role {
    TIME_NONE,
    TIME_POINT,
    TIME_PERIOD, /* both ends */
    TIME_START,
    TIME_END
};

/* Words and numbers that can stand at one place of a template. */
struct word_class {
    struct str name; /* empty for the words of a template */
    struct term_list terms;
    bool numbers;
    int64_t from, to;
    size_t digits; /* exactly so many; 0 for any number */
    bool capital;  /* any word that begins with a capital letter ... */
    struct term_list except; /* ... but these */
    enum gives gives;
};

struct entity {
    struct str name;
    struct str title[2]; /* sv, en: "ett datum" */
    struct template *templates;
    size_t count;
    enum time_role time;
};

struct entity_set {
    struct word_class *classes;
    size_t class_count;
    struct entity *entities; /* an entity refers only to earlier ones */
    size_t count;
};

/* Read the templates of an entity: a list of texts, or one.  @p classes (of
 * struct word_class) grows by the words that templates write out; @p entities
 * (of struct entity) are those before it.  False only without memory. */
bool
entity_templates_read(struct shape_reader *reader, struct entity *entity,
                      struct vec *classes, struct vec *entities,
                      const struct yaml_node *node);

/* Index of an entity, -1 where there is none. */
int
entity_find(const struct entity_set *set, struct str name);

#endif
