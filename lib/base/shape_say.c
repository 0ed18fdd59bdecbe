/* SPDX-License-Identifier: MIT */

/* What is wrong with a value, in words.
 *
 * A fault says what was expected and what was found, and its help line lists
 * what would be right, from the same tables as the schema.  The words are put
 * together in the reader's arena, and only where somebody hears them: a file
 * full of faults costs no memory for those that no list would keep. */

#include "base/shape_inner.h"

#include <stdint.h>

#define MOST_LISTED 300 /* bytes of names that a fault lists */

/* False where nobody would see the words of a fault, so that a file full of
 * faults costs no memory for them. */
static bool
is_heard(const struct shape_reader *reader)
{
    return reader->diags && diag_errors(reader->diags) < DIAG_MAX;
}

static struct str
words(const struct shape_reader *reader, enum message id)
{
    return str_of(message_text(id, diag_lang(reader->diags)));
}

/* The buffer's text in the arena; ptr NULL without memory. */
static struct str
keep(struct shape_reader *reader, struct buf *buf)
{
    struct str text = { NULL, 0 };

    if (!buf_failed(buf))
        text = arena_str(reader->arena, buf_view(buf));
    buf_done(buf);
    return text;
}

/* "a, b, c"; as many as there is room for. */
static struct str
list_names(struct shape_reader *reader, const char *const *names)
{
    struct buf buf;

    buf_init(&buf, &reader->arena->mem, SIZE_MAX);
    for (size_t i = 0; names[i] && buf.len < MOST_LISTED; i++) {
        if (i)
            buf_text(&buf, ", ");
        buf_text(&buf, names[i]);
    }
    return keep(reader, &buf);
}

static struct str
format(struct shape_reader *reader, enum message id, const struct str *args,
       size_t count)
{
    struct buf buf;

    buf_init(&buf, &reader->arena->mem, SIZE_MAX);
    message_format(&buf, id, diag_lang(reader->diags), args, count);
    return keep(reader, &buf);
}

static struct str
help_of(struct shape_reader *reader, const struct shape_key *key)
{
    bool english = diag_lang(reader->diags) == SAMSYN_LANG_EN;
    struct str args[] = { str_of(english ? key->en : key->sv),
                          str_of(key->example) };

    if (!key->example)
        return args[0];
    return format(reader, MSG_SHAPE_EXAMPLE, args, 2);
}

/* A fault at a node with three arguments, the last of which is made only
 * where somebody hears; ptr NULL of any is lack of memory. */
static bool
say(struct shape_reader *reader, enum diag_code code,
    const struct yaml_node *node, const struct str args[3], struct str hint)
{
    if (!args[0].ptr || !args[1].ptr || !args[2].ptr)
        return false;
    return shape_fault(reader, code, node->start, node->end, args, 3, hint);
}

/* A fault that is only counted. */
static bool
count_fault(struct shape_reader *reader, enum diag_code code,
            const struct yaml_node *node)
{
    return shape_fault(reader, code, node->start, node->end, NULL, 0,
                       SHAPE_NO_HINT);
}

static enum message
kind_name(const struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        return MSG_YAML_A_LIST;
    if (node->kind == YAML_MAP)
        return MSG_YAML_A_MAP;
    return node->text.len || node->quoted ? MSG_YAML_A_TEXT : MSG_YAML_NOTHING;
}

bool
shape_say_kind(struct shape_reader *reader, const struct shape_key *key,
               const struct yaml_node *value, enum message expected)
{
    if (!is_heard(reader))
        return count_fault(reader, DIAG_SHAPE_TYPE, value);
    struct str args[] = { words(reader, expected),
                          words(reader, kind_name(value)),
                          help_of(reader, key) };
    return say(reader, DIAG_SHAPE_TYPE, value, args, SHAPE_NO_HINT);
}

bool
shape_say_word(struct shape_reader *reader, const struct shape_key *key,
               const struct yaml_node *value, enum message expected,
               struct str hint)
{
    if (!value->text.len && !value->quoted)
        return shape_say_kind(reader, key, value, expected);
    if (!is_heard(reader))
        return count_fault(reader, DIAG_SHAPE_WORD, value);
    struct str args[] = { words(reader, expected), value->text,
                          help_of(reader, key) };
    return say(reader, DIAG_SHAPE_WORD, value, args, hint);
}

bool
shape_say_choice(struct shape_reader *reader, const struct shape_key *key,
                 const struct yaml_node *value)
{
    if (!is_heard(reader))
        return count_fault(reader, DIAG_SHAPE_VALUE, value);
    struct str args[] = { value->text, str_of(key->name),
                          list_names(reader, key->choices) };
    return say(reader, DIAG_SHAPE_VALUE, value, args,
               shape_nearest(key->choices, value->text));
}

bool
shape_say_empty(struct shape_reader *reader, const struct shape_key *key,
                const struct yaml_node *value)
{
    if (!is_heard(reader))
        return count_fault(reader, DIAG_SHAPE_EMPTY, value);
    struct str help = help_of(reader, key);
    struct str args[] = { str_of(key->name), help, help };
    return say(reader, DIAG_SHAPE_EMPTY, value, args, SHAPE_NO_HINT);
}

enum message
shape_forms_name(unsigned forms)
{
    static const enum message names[] = { MSG_YAML_A_MAP, MSG_SHAPE_TEXT_OR_MAP,
                                          MSG_SHAPE_LIST_OR_MAP,
                                          MSG_SHAPE_ANY };

    return names[forms & 3];
}

/* The names of a shape's keys; without memory NULL. */
static const char *const *
key_names(struct shape_reader *reader, const struct shape *shape)
{
    const char **names =
        arena_array(reader->arena, shape->count + 1, sizeof *names);

    for (size_t i = 0; names && i < shape->count; i++)
        names[i] = shape->keys[i].name;
    return (const char *const *)names;
}

bool
shape_say_unknown(struct shape_reader *reader, const struct shape *shape,
                  const struct yaml_pair *pair, struct str *meant)
{
    if (!is_heard(reader)) {
        return shape_fault(reader, DIAG_SHAPE_UNKNOWN, pair->start, pair->end,
                           NULL, 0, SHAPE_NO_HINT);
    }
    const char *const *names = key_names(reader, shape);
    if (!names)
        return false;
    struct str args[] = { pair->key, str_of(shape->name),
                          list_names(reader, names) };
    if (!args[2].ptr)
        return false;
    *meant = shape_nearest(names, pair->key);
    return shape_fault(reader, DIAG_SHAPE_UNKNOWN, pair->start, pair->end, args,
                       3, *meant);
}

bool
shape_say_missing(struct shape_reader *reader, const struct shape *shape,
                  const struct shape_key *key, const struct yaml_node *map)
{
    bool flow = !map->count || map->start < map->pairs[0].start;
    size_t end = flow ? map->start + 1 : map->pairs[0].end;

    if (!is_heard(reader)) {
        return shape_fault(reader, DIAG_SHAPE_MISSING, map->start, end, NULL, 0,
                           SHAPE_NO_HINT);
    }
    struct str args[] = { str_of(key->name), str_of(shape->name),
                          help_of(reader, key) };
    if (!args[2].ptr)
        return false;
    return shape_fault(reader, DIAG_SHAPE_MISSING, map->start, end, args, 3,
                       SHAPE_NO_HINT);
}
