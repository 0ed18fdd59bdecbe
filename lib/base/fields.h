/* SPDX-License-Identifier: MIT */
#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H

/* Small readers for the tables of shape.h: what a key's value becomes in a
 * structure.  Texts are copied to the reader's arena, so they outlive the
 * tree.  All are false only without memory. */

#include "base/shape.h"

/* For a section that is read afterwards, in the order of its needs. */
bool
field_later(struct shape_reader *reader, void *target,
            const struct yaml_node *value);

bool
field_text(struct shape_reader *reader, struct str *out,
           const struct yaml_node *value);

/* A map of sv and en into a pair. */
bool
field_langs(struct shape_reader *reader, struct str out[2],
            const struct yaml_node *value);

/* The value as a whole number, 0 where it is none. */
int64_t
field_int(const struct yaml_node *value);

bool
field_true(const struct yaml_node *value);

/* A list, or one thing as a list of one: how many, and which. */
size_t
field_count(const struct yaml_node *value);
const struct yaml_node *
field_item(const struct yaml_node *value, size_t index);

/* A reader of one member of a structure, by a function as those above. */
#define FIELD(name, type, member, take)                                        \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        return take(reader, &((struct type *)target)->member, value);          \
    }

/* The same for a pair of texts. */
#define FIELD_LANGS(name, type, member)                                        \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        return field_langs(reader, ((struct type *)target)->member, value);    \
    }

/* A reader that cannot fail: the member becomes an expression of `value`. */
#define FIELD_PLAIN(name, type, member, expression)                            \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        (void)reader;                                                          \
        ((struct type *)target)->member = expression;                          \
        return true;                                                           \
    }

#endif
