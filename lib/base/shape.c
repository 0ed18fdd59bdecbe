/* SPDX-License-Identifier: MIT */

/* Reading mappings by their tables.
 *
 * A key's reader is called only with a value of the right type, once; every
 * other key is a fault at its place, and reading goes on: an author sees all
 * mistakes at once.  A key that was misspelt is not missing as well.  Nothing
 * inside a value is read here but by the key's reader, so there is no
 * recursion that a file could drive deep. */

#include "base/shape_inner.h"

#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"

#define MOST_KEYS 64 /* of one shape: bits of a mask */
#define MOST_EDITS 3 /* between a word and what was meant by it */

bool
shape_fault(struct shape_reader *reader, enum diag_code code, size_t start,
            size_t end, const struct str *args, size_t count, struct str hint)
{
    return diag_add(reader->diags, code, reader->source, start, end, args,
                    count, hint);
}

int
shape_choice(const char *const *choices, struct str text)
{
    for (int i = 0; choices[i]; i++) {
        if (str_equal(str_of(choices[i]), text))
            return i;
    }
    return -1;
}

/* A third of a word may be wrong, and not the whole of it. */
static size_t
most_edits(struct str word)
{
    size_t letters = utf8_count(word.ptr, word.len);
    size_t most = (letters + 1) / 3;

    if (most > MOST_EDITS)
        return MOST_EDITS;
    return most || letters < 2 ? most : 1;
}

struct str
shape_nearest(const char *const *candidates, struct str word)
{
    size_t limit = most_edits(word);
    struct str nearest = str_of("");

    for (size_t i = 0; limit && candidates[i]; i++) {
        struct str candidate = str_of(candidates[i]);
        size_t edits = str_distance(candidate, word, limit);

        if (edits <= limit) {
            nearest = candidate;
            limit = edits ? edits - 1 : 0; /* the next must be nearer */
        }
    }
    return nearest;
}

/* The key's index in the shape, or the shape's count. */
static size_t
find_key(const struct shape *shape, struct str name)
{
    size_t i = 0;

    while (i < shape->count && !(shape->keys[i].name[0] == name.ptr[0] &&
                                 str_equal(str_of(shape->keys[i].name), name)))
        i++;
    return i;
}

/* That a value is no mapping, nor what else the shape may be. */
static bool
say_form(struct shape_reader *reader, const struct shape *shape,
         const struct yaml_node *value)
{
    const struct shape_key self = { shape->name, SHAPE_MAP, true,
                                    NULL,        shape,     NULL,
                                    shape->sv,   shape->en, NULL };

    return shape_say_kind(reader, &self, value, shape_forms_name(shape->forms));
}

static bool
read_key(struct shape_reader *reader, const struct shape_key *key, void *target,
         const struct yaml_node *value)
{
    enum shape_check check = shape_check(reader, key, value);

    if (check != SHAPE_RIGHT)
        return check == SHAPE_WRONG;
    return !key->read || key->read(reader, target, value);
}

bool
shape_read_names(struct shape_reader *reader, const struct shape *shape,
                 const struct yaml_node *map)
{
    struct str meant;

    if (map->kind != YAML_MAP)
        return say_form(reader, shape, map);
    for (size_t i = 0; i < map->count; i++) {
        if (find_key(shape, map->pairs[i].key) == shape->count &&
            !shape_say_unknown(reader, shape, &map->pairs[i], &meant))
            return false;
    }
    return true;
}

/* A pair of the map; its bit in *seen, also where it was only meant. */
static bool
read_pair(struct shape_reader *reader, const struct shape *shape, void *target,
          const struct yaml_pair *pair, uint64_t *seen)
{
    size_t index = find_key(shape, pair->key);
    struct str meant = SHAPE_NO_HINT;

    if (index < shape->count) {
        *seen |= (uint64_t)1 << index;
        return read_key(reader, &shape->keys[index], target, pair->value);
    }
    if (!shape_say_unknown(reader, shape, pair, &meant))
        return false;
    index = find_key(shape, meant);
    if (index < shape->count)
        *seen |= (uint64_t)1 << index;
    return true;
}

bool
shape_read(struct shape_reader *reader, const struct shape *shape, void *target,
           const struct yaml_node *map)
{
    uint64_t seen = 0;

    assert(shape->count <= MOST_KEYS);
    if (map->kind != YAML_MAP)
        return say_form(reader, shape, map);
    for (size_t i = 0; i < map->count; i++) {
        if (!read_pair(reader, shape, target, &map->pairs[i], &seen))
            return false;
    }
    for (size_t i = 0; !(shape->forms & SHAPE_ALL_OPTIONAL) && i < shape->count;
         i++) {
        if (shape->keys[i].required && !(seen >> i & 1) &&
            !shape_say_missing(reader, shape, &shape->keys[i], map))
            return false;
    }
    return true;
}
