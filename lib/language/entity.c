/* SPDX-License-Identifier: MIT */

/* Reads word classes and the templates of entities.  The words that a template
 * writes out become classes without a name, so that a template is nothing but
 * a sequence of classes and earlier entities.
 *
 * Invariant: an entity refers only to entities before it, so matching cannot
 * go round in circles, and every template has a part that must be there. */

#include "language/entity.h"

#include "base/fields.h"
#include "base/vec.h"
#include "language/fold.h"
#include "language/form_hash.h"

#include <string.h>

static const char marks[] = "-.,/:;()";

/* What the functions below work on. */
struct template_reader {
    struct shape_reader *reader;
    struct vec *classes;  /* of struct word_class */
    struct vec *entities; /* of struct entity, those before this one */
    struct vec elements;  /* of struct element: the template being read */
    const struct yaml_node *node;
    char glue;
};

static bool
unknown(struct template_reader *t, struct str part)
{
    return shape_fault(t->reader, DIAG_LANGUAGE_ELEMENT, t->node->start,
                       t->node->end, &part, 1, str_make("", 0));
}

static bool
put_element(struct template_reader *t, enum element_kind kind, size_t index,
            bool optional)
{
    struct element *element = vec_push(&t->elements);

    if (!element)
        return false;
    element->kind = kind;
    element->index = (uint32_t)index;
    element->glue = t->glue;
    element->optional = optional;
    t->glue = ' ';
    return true;
}

static bool
put_class(struct template_reader *t, struct str name, bool optional)
{
    for (size_t i = 0; i < t->classes->len; i++) {
        const struct word_class *class = vec_at(t->classes, i);

        if (class->name.len > 0 && str_equal(class->name, name))
            return put_element(t, ELEMENT_CLASS, i, optional);
    }
    return unknown(t, name);
}

static bool
put_entity(struct template_reader *t, struct str name, bool optional)
{
    for (size_t i = 0; i < t->entities->len; i++) {
        const struct entity *entity = vec_at(t->entities, i);

        if (str_equal(entity->name, name))
            return put_element(t, ELEMENT_ENTITY, i, optional);
    }
    return unknown(t, name);
}

/* "från|fr.o.m": a class of its own, of words as they are written. */
static bool
literal_terms(struct template_reader *t, struct str part, struct term_list *out)
{
    struct vec terms;
    bool good = true;

    vec_init(&terms, &t->reader->arena->mem, sizeof(struct term));
    for (size_t at = 0; good && at < part.len;) {
        size_t end = at;
        struct term *term = vec_push(&terms);
        struct term_word *word = arena_array(t->reader->arena, 1, sizeof *word);
        struct word_stem *stem = arena_array(t->reader->arena, 1, sizeof *stem);

        while (end < part.len && part.ptr[end] != '|')
            end++;
        good = term && word && stem;
        if (good) {
            struct str form =
                fold_copy(t->reader->arena, str_make(part.ptr + at, end - at));

            while (form.len > 0 && form.ptr[form.len - 1] == '.')
                form.len--;
            *stem = (struct word_stem){ form, form_hash(form), &ending_none };
            *word = (struct term_word){ stem, 1, 1, 0 };
            *term = (struct term){ .kind = TERM_WORD, .text = form };
            term->words = word;
            term->word_count = 1;
            good = form.ptr != NULL;
        }
        at = end + 1;
    }
    out->count = terms.len;
    out->terms = good ? arena_copy(t->reader->arena, terms.data, terms.len,
                                   sizeof(struct term))
                      : NULL;
    vec_done(&terms);
    return out->terms != NULL;
}

static bool
put_literal(struct template_reader *t, struct str part, bool optional)
{
    struct term_list terms;
    struct word_class *class;
    struct str word;
    size_t at = 0;

    if (!fold_next_word(part, &at, &word))
        return unknown(t, part);
    if (!literal_terms(t, part, &terms))
        return false;
    class = vec_push(t->classes);
    if (!class)
        return false;
    class->name = str_make("", 0);
    class->terms = terms;
    return put_element(t, ELEMENT_CLASS, t->classes->len - 1, optional);
}

static bool
is_mark(struct str part, char *mark)
{
    bool dash = str_equal(part, STR("\xe2\x80\x93"));

    if (!dash && (part.len != 1 || !strchr(marks, part.ptr[0])))
        return false;
    *mark = dash ? '-' : part.ptr[0];
    return true;
}

static struct str
inside(struct str part)
{
    return str_make(part.ptr + 1, part.len - 2);
}

static bool
read_part(struct template_reader *t, struct str part)
{
    bool optional = part.len > 1 && part.ptr[part.len - 1] == '?';

    if (is_mark(part, &t->glue))
        return true;
    if (optional)
        part.len--;
    if (part.len > 2 && part.ptr[0] == '{' && part.ptr[part.len - 1] == '}')
        return put_class(t, inside(part), optional);
    if (part.len > 2 && part.ptr[0] == '<' && part.ptr[part.len - 1] == '>')
        return put_entity(t, inside(part), optional);
    return put_literal(t, part, optional);
}

static bool
read_parts(struct template_reader *t, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;

        while (end < text.len && text.ptr[end] != ' ')
            end++;
        if (end > at && !read_part(t, str_make(text.ptr + at, end - at)))
            return false;
        at = end + 1;
    }
    return true;
}

static bool
read_template(struct template_reader *t, struct template *out)
{
    struct str text = t->node->text;
    bool needed = false;

    vec_clear(&t->elements);
    t->glue = ' ';
    if (!read_parts(t, text))
        return false;
    out->count = t->elements.len;
    out->elements = arena_copy(t->reader->arena, t->elements.data, out->count,
                               sizeof *out->elements);
    if (!out->elements)
        return false;
    for (size_t i = 0; i < out->count; i++)
        needed = needed || !out->elements[i].optional;
    if (needed)
        return true;
    return shape_fault(t->reader, DIAG_LANGUAGE_TEMPLATE, t->node->start,
                       t->node->end, &text, 1, str_make("", 0));
}

bool
entity_templates_read(struct shape_reader *reader, struct entity *entity,
                      struct vec *classes, struct vec *entities,
                      const struct yaml_node *node)
{
    size_t count = field_count(node);
    struct template_reader t = { .reader = reader,
                                 .classes = classes,
                                 .entities = entities };
    bool good = true;

    entity->templates =
        arena_array(reader->arena, count, sizeof *entity->templates);
    if (!entity->templates)
        return false;
    entity->count = count;
    vec_init(&t.elements, &reader->arena->mem, sizeof(struct element));
    for (size_t i = 0; good && i < count; i++) {
        t.node = field_item(node, i);
        good = read_template(&t, &entity->templates[i]);
    }
    vec_done(&t.elements);
    return good;
}

int
entity_find(const struct entity_set *set, struct str name)
{
    for (size_t i = 0; i < set->count; i++) {
        if (str_equal(set->entities[i].name, name))
            return (int)i;
    }
    return -1;
}
