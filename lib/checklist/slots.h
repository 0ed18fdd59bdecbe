/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_SLOTS_H
#define CHECKLIST_SLOTS_H

/* Criteria and areas while trees are merged, and how they are found by name.
 * Only for tailor.c. */

#include "checklist/tailor.h"

struct slot {
    const struct yaml_node *node;
    size_t area;
    bool gone;
};

struct area_slot {
    const struct yaml_node *node;
    bool thinned; /* a criterion of it was dropped */
};

/* Names and the numbers of what they name, sorted. */
struct named {
    struct str name;
    size_t number;
};

struct index {
    struct named *names;
    size_t count;
};

/* The text of a key; empty where it has none. */
struct str
slot_text(const struct yaml_node *map, const char *key);

/* Ids and codes of the criteria; also of those that are gone if @p all.
 * False without memory. */
bool
slots_index(struct merging *m, struct index *index, bool all);

/* Ids of the areas. */
bool
areas_index(struct merging *m, struct index *index);

/* The number of a name, SIZE_MAX where it has none. */
size_t
index_find(const struct index *index, struct str name);

#endif
