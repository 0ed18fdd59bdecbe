/* SPDX-License-Identifier: MIT */

/* Makes one tree of the trees of a chain, from the last parent to the
 * checklist itself.  Trees are never changed: what an extending file touches
 * is made anew, around nodes that keep their places.  So the readers of
 * sections and rules see an ordinary checklist, and need not know that it was
 * written in several files.
 *
 * What criteria become stands in tailor.c, vocabularies here. */

#include "checklist/extend.h"

#include "checklist/file_shape.h"
#include "checklist/tailor.h"

#include <stdlib.h>

void
extension_init(struct extension *extension, const samsyn_allocator *mem)
{
    vec_init(&extension->changes, mem, sizeof(struct samsyn_change));
    vec_init(&extension->shared, mem, sizeof(struct yaml_pair));
}

void
extension_done(struct extension *extension)
{
    vec_done(&extension->changes);
    vec_done(&extension->shared);
}

/* ---- Trees ---- */

static int
compare_keys(const void *a, const void *b)
{
    const struct yaml_pair *const *left = a, *const *right = b;

    return str_compare((*left)->key, (*right)->key);
}

/* The pairs of a map by key; NULL without memory. */
static struct yaml_pair **
sort_pairs(struct arena *scratch, const struct yaml_node *map)
{
    struct yaml_pair **sorted =
        arena_array(scratch, map->count, sizeof *sorted);

    for (size_t i = 0; sorted && i < map->count; i++)
        sorted[i] = &map->pairs[i];
    if (sorted && map->count > 0)
        qsort(sorted, map->count, sizeof(struct yaml_pair *), compare_keys);
    return sorted;
}

/* The place in the sorted pairs, SIZE_MAX where the key is not there. */
static size_t
find_pair(struct yaml_pair *const *sorted, size_t count, struct str key)
{
    const struct yaml_pair wanted = { .key = key };
    const struct yaml_pair *pointer = &wanted;
    struct yaml_pair *const *found = NULL;

    if (count > 0)
        found = bsearch(&pointer, sorted, count, sizeof(struct yaml_pair *),
                        compare_keys);
    return found ? (size_t)(found - sorted) : SIZE_MAX;
}

struct yaml_node *
merged_map(struct arena *scratch, const struct yaml_node *like, size_t most)
{
    struct yaml_node *map = arena_alloc(scratch, sizeof *map);

    if (!map)
        return NULL;
    *map = *like;
    map->kind = YAML_MAP;
    map->pairs = arena_array(scratch, most, sizeof *map->pairs);
    map->count = 0;
    return map->pairs ? map : NULL;
}

/* Both maps, the pairs of @p over in place of those of the same key.  @p told
 * hears of every pair of @p over and of the one it replaces, or NULL. */
typedef bool (*told_fn)(struct merging *m, const char *section,
                        const struct yaml_pair *old,
                        const struct yaml_pair *pair);

static struct yaml_node *
join_maps(struct merging *m, const char *section, const struct yaml_node *under,
          const struct yaml_node *over, told_fn told)
{
    struct yaml_pair **sorted = sort_pairs(m->scratch, over);
    const struct yaml_pair **old =
        arena_array(m->scratch, over->count, sizeof *old);
    struct yaml_node *map =
        merged_map(m->scratch, under, under->count + over->count);

    if (!sorted || !old || !map)
        return NULL;
    for (size_t i = 0; i < under->count; i++) {
        size_t at = find_pair(sorted, over->count, under->pairs[i].key);

        if (at == SIZE_MAX) {
            map->pairs[map->count++] = under->pairs[i];
            continue;
        }
        old[sorted[at] - over->pairs] = &under->pairs[i];
        map->pairs[map->count++] = *sorted[at];
    }
    for (size_t i = 0; i < over->count; i++) {
        if (!old[i])
            map->pairs[map->count++] = over->pairs[i];
        if (!told(m, section, old[i], &over->pairs[i]))
            return NULL;
    }
    return map;
}

/* ---- Sections ---- */

struct samsyn_change *
note_change(struct merging *m, enum change_kind kind)
{
    struct samsyn_change *change = vec_push(&m->extension->changes);

    if (change) {
        *change = (struct samsyn_change){ .kind = kind,
                                          .criterion = str_make("", 0),
                                          .code = str_make("", 0),
                                          .key = str_make("", 0),
                                          .from = str_make("", 0),
                                          .to = str_make("", 0),
                                          .by = m->link->about.id };
    }
    return change;
}

static struct str
text_or_none(const struct yaml_node *node)
{
    return node && node->kind == YAML_TEXT ? node->text : str_make("", 0);
}

/* "weights.must" */
static struct str
dotted(struct arena *scratch, const char *section, struct str key)
{
    struct str name = str_make(NULL, 0);
    struct buf buf;

    buf_init(&buf, &scratch->mem, BUF_ANY);
    buf_text(&buf, section);
    buf_char(&buf, '.');
    buf_str(&buf, key);
    if (!buf_failed(&buf))
        name = arena_str(scratch, buf_view(&buf));
    buf_done(&buf);
    return name;
}

/* A weight that the parent does not give is the usual one, so it counts as
 * changed; a source or kind of item that is new changes nothing. */
static bool
tell_section(struct merging *m, const char *section,
             const struct yaml_pair *old, const struct yaml_pair *pair)
{
    bool weight = str_equal(str_of(section), STR("weights"));
    struct samsyn_change *change;

    if (!old && !weight)
        return true;
    change = note_change(m, CHANGE_CHANGED);
    if (!change)
        return false;
    change->key = dotted(m->scratch, section, pair->key);
    if (weight) {
        change->from = text_or_none(old ? old->value : NULL);
        change->to = text_or_none(pair->value);
    }
    return change->key.ptr != NULL;
}

/* Whether an entry without @p old hides one of the language pack is known
 * only when the pack's are: see changes_settle(). */
static bool
tell_entry(struct merging *m, const char *section, const struct yaml_pair *old,
           const struct yaml_pair *pair)
{
    struct samsyn_change *change =
        note_change(m, old ? CHANGE_TERMS_REPLACED : CHANGE_TERMS_NEW);

    (void)section;
    if (change)
        change->key = pair->key;
    return change != NULL;
}

/* Sections of which each key stands for itself. */
static const struct joined {
    const char *name;
    told_fn told;
} joined[] = {
    { "sources", tell_section },
    { "weights", tell_section },
    { "items", tell_section },
    { "vocabulary", tell_entry },
};

/* Keys that say something of the file itself, or what to do. */
static const char *const own_keys[] = { "checklist", "extends", "version",
                                        "title",     "basis",   "drop",
                                        "keep",      "change",  "areas",
                                        "add_terms", NULL };

static const struct joined *
joined_of(struct str key)
{
    for (size_t i = 0; i < ARRAY_LEN(joined); i++) {
        if (str_equal(str_of(joined[i].name), key))
            return &joined[i];
    }
    return NULL;
}

static bool
is_section(struct str key)
{
    bool known = false;

    for (size_t i = 0; i < tailoring_shape.count; i++)
        known = known || str_equal(str_of(tailoring_shape.keys[i].name), key);
    return known && shape_choice(own_keys, key) < 0;
}

/* The pair of that name in the merged root; there is room for a new one. */
static struct yaml_pair *
root_pair(struct merging *m, const struct yaml_pair *like)
{
    for (size_t i = 0; i < m->root->count; i++) {
        if (str_equal(m->root->pairs[i].key, like->key))
            return &m->root->pairs[i];
    }
    m->root->pairs[m->root->count] = *like;
    m->root->pairs[m->root->count].value = NULL;
    return &m->root->pairs[m->root->count++];
}

static bool
merge_section(struct merging *m, const struct yaml_pair *pair)
{
    const struct joined *how = joined_of(pair->key);
    struct yaml_pair *slot = root_pair(m, pair);
    const struct yaml_node *old = slot->value;
    struct samsyn_change *change;

    if (!how) {
        slot->value = pair->value;
        change = note_change(m, CHANGE_CHANGED);
        if (change)
            change->key = pair->key;
        return change != NULL;
    }
    if (pair->value->kind != YAML_MAP)
        return true; /* said already */
    if (!old || old->kind != YAML_MAP)
        old = merged_map(m->scratch, pair->value, 0);
    if (!old)
        return false;
    slot->value = join_maps(m, how->name, old, pair->value, how->told);
    return slot->value != NULL;
}

/* ---- More terms ---- */

/* The members of an entry and those of @p more, in a list. */
static struct yaml_node *
join_members(struct merging *m, const struct yaml_node *entry,
             const struct yaml_node *more)
{
    struct yaml_node *list = arena_alloc(m->scratch, sizeof *list);
    const struct yaml_node *parts[] = { entry, more };
    size_t most = entry->count + more->count + 2;

    if (!list)
        return NULL;
    *list = *entry;
    list->kind = YAML_LIST;
    list->count = 0;
    list->items = arena_array(m->scratch, most, sizeof(struct yaml_node *));
    if (!list->items)
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        bool many = parts[i]->kind == YAML_LIST;

        for (size_t k = 0; many && k < parts[i]->count; k++)
            list->items[list->count++] = parts[i]->items[k];
        if (!many)
            list->items[list->count++] = node_copy(m->scratch, parts[i]);
        if (list->count > 0 && !list->items[list->count - 1])
            return NULL;
    }
    return list;
}

/* An entry of the parent, or, behind the mark, of the language pack. */
static bool
add_to_entry(struct merging *m, struct yaml_pair *entry,
             const struct yaml_pair *pair)
{
    struct samsyn_change *change = note_change(m, CHANGE_TERMS_ADDED);
    struct yaml_node *mark = NULL;

    if (!change)
        return false;
    change->key = pair->key;
    if (!entry->value)
        mark = entry->value = &m->shared_mark;
    entry->value = join_members(m, entry->value, pair->value);
    /* The mark is known by its address, so it must not be a copy. */
    if (mark && entry->value)
        entry->value->items[0] = mark;
    return entry->value != NULL;
}

static bool
add_terms(struct merging *m, const struct yaml_pair *section)
{
    static const struct yaml_pair name = { .key = { "vocabulary", 10 } };
    struct yaml_pair *slot = root_pair(m, &name);
    const struct yaml_node *more = section->value;
    const struct yaml_node *old = slot->value;
    struct yaml_pair **sorted;
    struct yaml_node *map;

    if (more->kind != YAML_MAP)
        return true; /* said already */
    if (!old || old->kind != YAML_MAP)
        old = merged_map(m->scratch, more, 0);
    map = old ? merged_map(m->scratch, old, old->count + more->count) : NULL;
    if (!map)
        return false;
    for (size_t i = 0; i < old->count; i++)
        map->pairs[map->count++] = old->pairs[i];
    sorted = sort_pairs(m->scratch, map);
    for (size_t i = 0; sorted && i < more->count; i++) {
        size_t at = find_pair(sorted, old->count, more->pairs[i].key);
        struct yaml_pair *entry =
            at == SIZE_MAX ? &map->pairs[map->count++] : sorted[at];

        if (at == SIZE_MAX) {
            *entry = more->pairs[i];
            entry->value = NULL;
        }
        if (!add_to_entry(m, entry, &more->pairs[i]))
            return false;
    }
    slot->value = map;
    return sorted != NULL;
}

/* Takes the marks away, and remembers where they were. */
static bool
gather_shared(struct merging *m)
{
    const struct yaml_node *vocabulary = yaml_get(m->root, "vocabulary");

    for (size_t i = 0;
         vocabulary && vocabulary->kind == YAML_MAP && i < vocabulary->count;
         i++) {
        struct yaml_node *entry = vocabulary->pairs[i].value;
        struct yaml_pair *slot;

        if (entry->kind != YAML_LIST || entry->count == 0 ||
            entry->items[0] != &m->shared_mark)
            continue;
        entry->items++;
        entry->count--;
        slot = vec_push(&m->extension->shared);
        if (!slot)
            return false;
        *slot = vocabulary->pairs[i];
    }
    return true;
}

/* ---- File by file ---- */

/* The sections, then what is asked of the criteria, then the new ones. */
static bool
merge_file(struct merging *m)
{
    const struct yaml_node *root = m->link->root;
    const struct yaml_pair *terms = NULL;

    if (root->kind != YAML_MAP)
        return true; /* said already */
    for (size_t i = 0; i < root->count; i++) {
        const struct yaml_pair *pair = &root->pairs[i];

        if (str_equal(pair->key, STR("add_terms")))
            terms = pair;
        if (is_section(pair->key) && !merge_section(m, pair))
            return false;
    }
    return (!terms || add_terms(m, terms)) && tailor(m, root);
}

/* A root with the pairs of the last parent and room for all others. */
static bool
begin_root(struct merging *m, const struct yaml_node *last)
{
    size_t most = last->count + tailoring_shape.count + 1;

    m->root = merged_map(m->scratch, last, most);
    for (size_t i = 0; m->root && last->kind == YAML_MAP && i < last->count;
         i++) {
        if (shape_choice(own_keys, last->pairs[i].key) < 0)
            m->root->pairs[m->root->count++] = last->pairs[i];
    }
    return m->root != NULL;
}

static bool
merge_all(struct merging *m, const struct chain *chain)
{
    const struct chain_link *last = &chain->links[chain->count - 1];
    struct yaml_pair *areas;

    if (!begin_root(m, last->root) || !tailor_begin(m, last->root))
        return false;
    for (size_t i = chain->count - 1; i-- > 0;) {
        m->link = &chain->links[i];
        if (!merge_file(m))
            return false;
    }
    areas = &m->root->pairs[m->root->count++];
    *areas = (struct yaml_pair){ .key = STR("areas") };
    areas->value = tailor_end(m, last->root);
    return areas->value && gather_shared(m);
}

bool
extend(const struct yaml_node **out, struct extension *extension,
       const struct chain *chain, struct shape_reader *reader,
       struct arena *scratch)
{
    struct merging m = { .reader = reader,
                         .scratch = scratch,
                         .extension = extension,
                         .link = &chain->links[0] };
    bool good;

    *out = chain->links[0].root;
    if (chain->count < 2)
        return true;
    tailoring_init(&m);
    good = merge_all(&m, chain);
    tailoring_done(&m);
    *out = m.root;
    return good;
}
