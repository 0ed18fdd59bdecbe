/* SPDX-License-Identifier: MIT */

/* What an extending checklist asks of the criteria that it inherits: to keep
 * or drop some, to change keys of others, to add new ones.
 *
 * Criteria are kept in a list with their area and never taken out of it: one
 * that is dropped is marked, so that no later file can give its name to
 * something else.  Nothing is read here but names: whether a new value is
 * right is said when the tree that becomes is read. */

#include "checklist/slots.h"

#include "base/fields.h"
#include "checklist/criterion.h"

#include <stdlib.h>

void
tailoring_init(struct merging *m)
{
    vec_init(&m->slots, &m->scratch->mem, sizeof(struct slot));
    vec_init(&m->areas, &m->scratch->mem, sizeof(struct area_slot));
}

void
tailoring_done(struct merging *m)
{
    vec_done(&m->slots);
    vec_done(&m->areas);
}

struct yaml_node *
node_copy(struct arena *scratch, const struct yaml_node *node)
{
    struct yaml_node *copy = arena_alloc(scratch, sizeof *copy);

    if (copy)
        *copy = *node;
    return copy;
}

/* ---- Names ---- */

/* The name that was perhaps meant; a search worth only what is read. */
static bool
nearest_name(struct merging *m, const struct index *index, struct str name,
             struct str *hint)
{
    const char **names;

    *hint = str_make("", 0);
    if (diag_errors(m->reader->diags) >= DIAG_MAX)
        return true;
    names = arena_array(m->scratch, index->count + 1, sizeof *names);
    if (!names)
        return false;
    for (size_t i = 0; i < index->count; i++) {
        names[i] = arena_str(m->scratch, index->names[i].name).ptr;
        if (!names[i])
            return false;
    }
    *hint = shape_nearest(names, name);
    return true;
}

static bool
fault(struct merging *m, enum diag_code code, struct str name, size_t start,
      size_t end, struct str hint)
{
    struct str args[2] = { name, m->link[1].about.id };

    return shape_fault(m->reader, code, start, end, args, 2, hint);
}

/* The criterion of that name; NULL, and said, where there is none.  False
 * only without memory. */
static bool
find_slot(struct merging *m, const struct index *index, struct str name,
          size_t start, size_t end, struct slot **out)
{
    size_t number = index_find(index, name);
    struct str hint;

    *out = number == SIZE_MAX ? NULL : vec_at(&m->slots, number);
    if (*out)
        return true;
    return nearest_name(m, index, name, &hint) &&
           fault(m, DIAG_CHECKLIST_CRITERION, name, start, end, hint);
}

static struct samsyn_change *
note_criterion(struct merging *m, enum change_kind kind,
               const struct yaml_node *criterion)
{
    struct samsyn_change *change = note_change(m, kind);

    if (change) {
        change->criterion = slot_text(criterion, "id");
        change->code = slot_text(criterion, "code");
    }
    return change;
}

/* ---- Keeping and dropping ---- */

static bool
drop_slot(struct merging *m, struct slot *slot)
{
    struct area_slot *area = vec_at(&m->areas, slot->area);

    if (slot->gone)
        return true;
    slot->gone = true;
    area->thinned = true;
    return note_criterion(m, CHANGE_DROPPED, slot->node) != NULL;
}

static bool
drop_named(struct merging *m, const struct index *index,
           const struct yaml_node *names)
{
    for (size_t i = 0; i < field_count(names); i++) {
        const struct yaml_node *name = field_item(names, i);
        struct slot *slot;

        if (name->kind != YAML_TEXT)
            continue; /* said already */
        if (!find_slot(m, index, name->text, name->start, name->end, &slot) ||
            (slot && !drop_slot(m, slot)))
            return false;
    }
    return true;
}

static bool
mark_kept(struct merging *m, const struct index *index,
          const struct yaml_node *names, bool *kept)
{
    for (size_t i = 0; i < field_count(names); i++) {
        const struct yaml_node *name = field_item(names, i);
        struct slot *slot;

        if (name->kind != YAML_TEXT)
            continue; /* said already */
        if (!find_slot(m, index, name->text, name->start, name->end, &slot))
            return false;
        if (slot)
            kept[slot - (struct slot *)m->slots.data] = true;
    }
    return true;
}

static bool
keep_named(struct merging *m, const struct index *index,
           const struct yaml_node *names)
{
    bool *kept = arena_array(m->scratch, m->slots.len, sizeof *kept);

    if (!kept || !mark_kept(m, index, names, kept))
        return false;
    for (size_t i = 0; i < m->slots.len; i++) {
        if (!kept[i] && !drop_slot(m, vec_at(&m->slots, i)))
            return false;
    }
    return true;
}

static bool
thin_out(struct merging *m, const struct index *index,
         const struct yaml_node *root)
{
    const struct yaml_node *keep = yaml_get(root, "keep");
    const struct yaml_node *drop = yaml_get(root, "drop");

    if (keep && drop)
        return fault(m, DIAG_CHECKLIST_KEEP_DROP, str_make("", 0), drop->start,
                     drop->end, str_make("", 0));
    if (keep && keep->kind != YAML_MAP)
        return keep_named(m, index, keep);
    if (drop && drop->kind != YAML_MAP)
        return drop_named(m, index, drop);
    return true;
}

/* ---- Changing ---- */

static const struct shape_key *
change_key(struct str name)
{
    for (size_t i = 0; i < change_shape.count; i++) {
        if (str_equal(str_of(change_shape.keys[i].name), name))
            return &change_shape.keys[i];
    }
    return NULL;
}

/* A value that can be shown beside the one that it replaces. */
static struct str
shown(const struct shape_key *key, const struct yaml_node *value)
{
    bool brief = key->type == SHAPE_CHOICE || key->type == SHAPE_INT ||
                 key->type == SHAPE_DECIMAL || key->type == SHAPE_BOOL;

    return brief && value && value->kind == YAML_TEXT ? value->text
                                                      : str_make("", 0);
}

static bool
is_same(const struct yaml_node *a, const struct yaml_node *b)
{
    return a && a->kind == YAML_TEXT && b->kind == YAML_TEXT &&
           str_equal(a->text, b->text);
}

static bool
change_pair(struct merging *m, struct yaml_node *map,
            const struct yaml_pair *pair)
{
    const struct shape_key *key = change_key(pair->key);
    struct yaml_pair *slot = NULL;
    struct samsyn_change *change;

    if (!key)
        return true; /* said already */
    for (size_t i = 0; !slot && i < map->count; i++) {
        if (str_equal(map->pairs[i].key, pair->key))
            slot = &map->pairs[i];
    }
    if (!slot) {
        slot = &map->pairs[map->count++];
        slot->value = NULL;
    }
    if (!is_same(slot->value, pair->value)) {
        change = note_criterion(m, CHANGE_CHANGED, map);
        if (!change)
            return false;
        change->key = pair->key;
        change->from = shown(key, slot->value);
        change->to = shown(key, pair->value);
    }
    *slot = *pair;
    return true;
}

static bool
change_criterion(struct merging *m, struct slot *slot,
                 const struct yaml_node *over)
{
    const struct yaml_node *old = slot->node;
    struct yaml_node *map;

    if (over->kind != YAML_MAP || old->kind != YAML_MAP)
        return true; /* said already, or when the criterion is read */
    map = merged_map(m->scratch, old, old->count + over->count);
    if (!map)
        return false;
    for (size_t i = 0; i < old->count; i++)
        map->pairs[map->count++] = old->pairs[i];
    for (size_t i = 0; i < over->count; i++) {
        if (!change_pair(m, map, &over->pairs[i]))
            return false;
    }
    slot->node = map;
    return true;
}

static bool
change_named(struct merging *m, const struct index *index,
             const struct yaml_node *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct yaml_pair *pair = &changes->pairs[i];
        struct slot *slot;

        if (!find_slot(m, index, pair->key, pair->start, pair->end, &slot) ||
            !shape_read_names(m->reader, &change_shape, pair->value))
            return false;
        if (!slot)
            continue;
        if (!slot->gone && !change_criterion(m, slot, pair->value))
            return false;
        if (slot->gone && !fault(m, DIAG_CHECKLIST_CHANGE_DROPPED, pair->key,
                                 pair->start, pair->end, str_make("", 0)))
            return false;
    }
    return true;
}

/* ---- Adding ---- */

static bool
add_slots(struct merging *m, const struct yaml_node *area, size_t number,
          bool noted)
{
    const struct yaml_node *list =
        area->kind == YAML_MAP ? yaml_get(area, "criteria") : NULL;

    for (size_t i = 0; list && list->kind == YAML_LIST && i < list->count;
         i++) {
        struct slot *slot = vec_push(&m->slots);

        if (!slot)
            return false;
        *slot = (struct slot){ list->items[i], number, false };
        if (noted && !note_criterion(m, CHANGE_ADDED, list->items[i]))
            return false;
    }
    return true;
}

static bool
add_area(struct merging *m, const struct yaml_node *node, bool noted)
{
    struct area_slot *area = vec_push(&m->areas);

    if (!area)
        return false;
    *area = (struct area_slot){ node, false };
    return add_slots(m, node, m->areas.len - 1, noted);
}

/* A title for an area of the parent takes the place of its own. */
static bool
rename_area(struct merging *m, struct area_slot *area,
            const struct yaml_node *node)
{
    const struct yaml_node *title = yaml_get(node, "title");
    struct yaml_node *map = node_copy(m->scratch, area->node);
    struct samsyn_change *change;

    if (!title || !map)
        return map != NULL;
    change = note_change(m, CHANGE_CHANGED);
    map->pairs =
        arena_copy(m->scratch, map->pairs, map->count, sizeof *map->pairs);
    if (!change || !map->pairs)
        return false;
    change->key = STR("areas");
    for (size_t i = 0; i < map->count; i++) {
        if (str_equal(map->pairs[i].key, STR("title")))
            map->pairs[i].value = node_copy(m->scratch, title);
        if (!map->pairs[i].value)
            return false;
    }
    area->node = map;
    return true;
}

static bool
add_to_areas(struct merging *m, const struct yaml_node *areas)
{
    struct index index;

    if (!areas_index(m, &index))
        return false;
    for (size_t i = 0; i < areas->count; i++) {
        const struct yaml_node *node = areas->items[i];
        struct str id = slot_text(node, "id");
        size_t number = id.len > 0 ? index_find(&index, id) : SIZE_MAX;

        if (number == SIZE_MAX) {
            if (!add_area(m, node, true))
                return false;
            continue;
        }
        if (!shape_read(m->reader, &addition_shape, NULL, node) ||
            !rename_area(m, vec_at(&m->areas, number), node) ||
            !add_slots(m, node, number, true))
            return false;
    }
    return true;
}

/* ---- File by file ---- */

bool
tailor_begin(struct merging *m, const struct yaml_node *root)
{
    const struct yaml_node *areas =
        root->kind == YAML_MAP ? yaml_get(root, "areas") : NULL;

    for (size_t i = 0; areas && areas->kind == YAML_LIST && i < areas->count;
         i++) {
        if (!add_area(m, areas->items[i], false))
            return false;
    }
    return true;
}

bool
tailor(struct merging *m, const struct yaml_node *root)
{
    const struct yaml_node *change = yaml_get(root, "change");
    const struct yaml_node *areas = yaml_get(root, "areas");
    struct index index;

    if (!slots_index(m, &index, false) || !thin_out(m, &index, root))
        return false;
    if (change && change->kind == YAML_MAP && !change_named(m, &index, change))
        return false;
    return !areas || areas->kind != YAML_LIST || add_to_areas(m, areas);
}

/* ---- What has become ---- */

/* A name of what was dropped stays its name: answers, labels and models know
 * a criterion by it. */
static bool
check_gone(struct merging *m)
{
    struct index index;

    if (!slots_index(m, &index, true))
        return false;
    for (size_t i = 1; i < index.count; i++) {
        const struct named *one = &index.names[i - 1], *two = &index.names[i];
        const struct slot *old = vec_at(&m->slots, one->number);
        const struct slot *new = vec_at(&m->slots, two->number);
        const struct yaml_node *id = yaml_get(new->node, "id");

        if (!old->gone || new->gone || !str_equal(one->name, two->name))
            continue;
        if (!id || !str_equal(slot_text(new->node, "id"), two->name))
            id = yaml_get(new->node, "code");
        if (id && !fault(m, DIAG_CHECKLIST_GONE, two->name, id->start, id->end,
                         str_make("", 0)))
            return false;
    }
    return true;
}

static bool
check_left(struct merging *m)
{
    const struct yaml_node *root = m->link->root;

    for (size_t i = 0; i < m->slots.len; i++) {
        if (!((struct slot *)vec_at(&m->slots, i))->gone)
            return true;
    }
    if (m->slots.len == 0)
        return true; /* there was nothing, and that is said */
    return fault(m, DIAG_CHECKLIST_NOTHING_LEFT, m->link->about.id, root->start,
                 root->start, str_make("", 0));
}

/* The lists of criteria, area by area. */
static struct yaml_node **
gather_criteria(struct merging *m)
{
    size_t areas = m->areas.len;
    struct yaml_node **lists = arena_array(m->scratch, areas, sizeof *lists);
    size_t *counts = arena_array(m->scratch, areas, sizeof *counts);

    if (!lists || !counts)
        return NULL;
    for (size_t i = 0; i < m->slots.len; i++)
        counts[((struct slot *)vec_at(&m->slots, i))->area]++;
    for (size_t i = 0; i < areas; i++) {
        lists[i] = arena_alloc(m->scratch, sizeof **lists);
        if (!lists[i])
            return NULL;
        lists[i]->kind = YAML_LIST;
        lists[i]->items =
            arena_array(m->scratch, counts[i], sizeof *lists[i]->items);
        if (!lists[i]->items)
            return NULL;
    }
    for (size_t i = 0; i < m->slots.len; i++) {
        const struct slot *slot = vec_at(&m->slots, i);
        struct yaml_node *list = lists[slot->area];

        if (slot->gone)
            continue;
        list->items[list->count] = node_copy(m->scratch, slot->node);
        if (!list->items[list->count++])
            return NULL;
    }
    return lists;
}

/* The area with its criteria as they have become. */
static struct yaml_node *
finish_area(struct merging *m, const struct yaml_node *node,
            struct yaml_node *list)
{
    struct yaml_node *area = node_copy(m->scratch, node);

    if (!area || area->kind != YAML_MAP)
        return area;
    area->pairs =
        arena_copy(m->scratch, area->pairs, area->count, sizeof *area->pairs);
    for (size_t i = 0; area->pairs && i < area->count; i++) {
        struct yaml_pair *pair = &area->pairs[i];

        if (!str_equal(pair->key, STR("criteria")) ||
            pair->value->kind != YAML_LIST)
            continue;
        list->start = pair->value->start;
        list->end = pair->value->end;
        pair->value = list;
    }
    return area->pairs ? area : NULL;
}

struct yaml_node *
tailor_end(struct merging *m, const struct yaml_node *root)
{
    struct yaml_node **lists = gather_criteria(m);
    struct yaml_node *areas = node_copy(m->scratch, root);

    if (!areas || !lists || !check_gone(m) || !check_left(m))
        return NULL;
    areas->kind = YAML_LIST;
    areas->count = 0;
    areas->items = arena_array(m->scratch, m->areas.len, sizeof *areas->items);
    for (size_t i = 0; areas->items && i < m->areas.len; i++) {
        const struct area_slot *area = vec_at(&m->areas, i);

        if (area->thinned && lists[i]->count == 0)
            continue;
        areas->items[areas->count] = finish_area(m, area->node, lists[i]);
        if (!areas->items[areas->count++])
            return NULL;
    }
    return areas->items ? areas : NULL;
}
