/* SPDX-License-Identifier: MIT */

/* Names of criteria and areas, sorted, so that as many as a file can hold are
 * found without a walk for each. */

#include "checklist/slots.h"

#include <stdlib.h>

struct str
slot_text(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node =
        map->kind == YAML_MAP ? yaml_get(map, key) : NULL;

    return node && node->kind == YAML_TEXT ? node->text : str_make("", 0);
}

static int
compare_named(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    int order = str_compare(left->name, right->name);

    if (order)
        return order;
    return (left->number > right->number) - (left->number < right->number);
}

static void
add_name(struct index *index, struct str name, size_t number)
{
    if (name.len > 0)
        index->names[index->count++] = (struct named){ name, number };
}

static void
sort_index(struct index *index)
{
    if (index->count > 0)
        qsort(index->names, index->count, sizeof *index->names, compare_named);
}

bool
slots_index(struct merging *m, struct index *index, bool all)
{
    index->count = 0;
    index->names =
        arena_array(m->scratch, 2 * m->slots.len, sizeof *index->names);
    for (size_t i = 0; index->names && i < m->slots.len; i++) {
        const struct slot *slot = vec_at(&m->slots, i);

        if (slot->gone && !all)
            continue;
        add_name(index, slot_text(slot->node, "id"), i);
        add_name(index, slot_text(slot->node, "code"), i);
    }
    if (index->names)
        sort_index(index);
    return index->names != NULL;
}

bool
areas_index(struct merging *m, struct index *index)
{
    index->count = 0;
    index->names = arena_array(m->scratch, m->areas.len, sizeof *index->names);
    for (size_t i = 0; index->names && i < m->areas.len; i++) {
        const struct area_slot *area = vec_at(&m->areas, i);

        add_name(index, slot_text(area->node, "id"), i);
    }
    if (index->names)
        sort_index(index);
    return index->names != NULL;
}

size_t
index_find(const struct index *index, struct str name)
{
    size_t low = 0, high = index->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (str_compare(index->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < index->count && str_equal(index->names[low].name, name))
        return index->names[low].number;
    return SIZE_MAX;
}
