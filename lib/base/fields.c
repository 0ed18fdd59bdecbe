/* SPDX-License-Identifier: MIT */

/* Small readers for the tables of shape.h.  The types of the values have been
 * checked by the tables; what is mistyped nevertheless reads as nothing. */

#include "base/fields.h"

#include "base/number.h"

bool
field_later(struct shape_reader *reader, void *target,
            const struct yaml_node *value)
{
    (void)reader;
    (void)target;
    (void)value;
    return true;
}

bool
field_text(struct shape_reader *reader, struct str *out,
           const struct yaml_node *value)
{
    *out = arena_str(reader->arena, value->text);
    return out->ptr != NULL;
}

bool
field_langs(struct shape_reader *reader, struct str out[2],
            const struct yaml_node *value)
{
    return field_text(reader, &out[0], yaml_get(value, "sv")) &&
           field_text(reader, &out[1], yaml_get(value, "en"));
}

int64_t
field_int(const struct yaml_node *value)
{
    int64_t number = 0;

    return number_int(value->text, &number) ? number : 0;
}

bool
field_true(const struct yaml_node *value)
{
    return str_equal(value->text, STR("true"));
}

size_t
field_count(const struct yaml_node *value)
{
    return value->kind == YAML_LIST ? value->count : 1;
}

const struct yaml_node *
field_item(const struct yaml_node *value, size_t index)
{
    return value->kind == YAML_LIST ? value->items[index] : value;
}
