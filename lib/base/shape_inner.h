/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHAPE_INNER_H
#define BASE_SHAPE_INNER_H

/* The parts of reading by tables: what is wrong, in words, and whether a
 * value has a key's type.  Only for shape*.c.  Functions that say something
 * are false only without memory. */

#include "base/message.h"
#include "base/shape.h"

#define SHAPE_NO_HINT str_of("")

/* A value of another kind than expected. */
bool
shape_say_kind(struct shape_reader *reader, const struct shape_key *key,
               const struct yaml_node *value, enum message expected);

/* A text that is not what was expected of it. */
bool
shape_say_word(struct shape_reader *reader, const struct shape_key *key,
               const struct yaml_node *value, enum message expected,
               struct str hint);

/* A text that is none of the key's choices. */
bool
shape_say_choice(struct shape_reader *reader, const struct shape_key *key,
                 const struct yaml_node *value);

/* Nothing where something must be. */
bool
shape_say_empty(struct shape_reader *reader, const struct shape_key *key,
                const struct yaml_node *value);

/* A key that the shape has not; *meant receives the one that was meant. */
bool
shape_say_unknown(struct shape_reader *reader, const struct shape *shape,
                  const struct yaml_pair *pair, struct str *meant);

/* A key that is not in the map; it is said at the map's first key. */
bool
shape_say_missing(struct shape_reader *reader, const struct shape *shape,
                  const struct shape_key *key, const struct yaml_node *map);

/* How a shape may be written, in words. */
enum message
shape_forms_name(unsigned forms);

/* What a check found: the value is right, wrong (and that is said), or there
 * was no memory to say it. */
enum shape_check {
    SHAPE_RIGHT,
    SHAPE_WRONG,
    SHAPE_NOMEM
};

enum shape_check
shape_check(struct shape_reader *reader, const struct shape_key *key,
            const struct yaml_node *value);

#endif
