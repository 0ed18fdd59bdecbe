/* SPDX-License-Identifier: MIT */

/* Which changes concern which criterion.
 *
 * A change of the vocabulary concerns every inherited criterion whose rules
 * find the entry, through whatever other entries, and a change of items or
 * focus areas every one that goes over them; what a checklist adds is written
 * with its own terms, so earlier changes are none to it. */

#include "checklist/change.h"

#include "checklist/checklist.h"

#include <stdlib.h>

#define NONE UINT32_MAX

const char *
change_kind_name(enum change_kind kind)
{
    static const char *const names[] = {
        [CHANGE_ADDED] = "added",
        [CHANGE_DROPPED] = "dropped",
        [CHANGE_CHANGED] = "changed",
        [CHANGE_TERMS_ADDED] = "terms_added",
        [CHANGE_TERMS_REPLACED] = "terms_replaced",
        [CHANGE_TERMS_NEW] = "terms_new",
    };

    return names[kind];
}

static bool
copy_change(struct arena *arena, struct samsyn_change *change)
{
    struct str *const texts[] = { &change->criterion, &change->code,
                                  &change->key,       &change->from,
                                  &change->to,        &change->by };

    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        *texts[i] = arena_str(arena, *texts[i]);
        if (!texts[i]->ptr)
            return false;
    }
    return true;
}

bool
changes_copy(struct change_list *out, struct arena *arena,
             const struct samsyn_change *items, size_t count)
{
    out->items = arena_copy(arena, items, count, sizeof *items);
    out->count = out->items ? count : 0;
    for (size_t i = 0; i < out->count; i++) {
        if (!copy_change(arena, &out->items[i]))
            return false;
    }
    return out->items != NULL;
}

bool
parents_copy(struct parent_list *out, struct arena *arena,
             const struct parent *items, size_t count)
{
    out->items = arena_copy(arena, items, count, sizeof *items);
    out->count = out->items ? count : 0;
    for (size_t i = 0; i < out->count; i++) {
        struct parent *parent = &out->items[i];

        parent->id = arena_str(arena, parent->id);
        parent->version = arena_str(arena, parent->version);
        parent->digest = arena_str(arena, parent->digest);
        if (!parent->id.ptr || !parent->version.ptr || !parent->digest.ptr)
            return false;
    }
    return out->items != NULL;
}

/* What the settling works on. */
struct settling {
    struct samsyn_checklist *checklist;
    struct concepts *concepts;
    const struct change_list *changes; /* those of the checklist */
    uint32_t *first;  /* by concept: its first change, or NONE */
    uint32_t *next;   /* by change: the next one of the same concept */
    bool *leads;      /* by concept: it leads to a changed one */
    uint32_t *order;  /* changes by criterion, then as they came */
    struct vec parts; /* of uint32_t: changes of items and focus areas */
    unsigned over;    /* bits: what the criterion goes over */
    struct vec roots; /* of uint32_t: concepts of a criterion */
    struct vec found; /* of uint32_t: what they lead to */
    struct vec list;  /* of struct samsyn_change: a criterion's */
};

/* ---- What is kept ---- */

/* Keeps all but entries that are new and hide none. */
static bool
keep_changes(struct samsyn_checklist *checklist,
             const struct concepts *concepts, const struct vec *changes)
{
    const struct samsyn_change *all = changes->data;
    struct vec kept;
    bool good = true;

    vec_init(&kept, &checklist->arena.mem, sizeof(struct samsyn_change));
    for (size_t i = 0; good && i < changes->len; i++) {
        struct samsyn_change *slot;

        if (all[i].kind == CHANGE_TERMS_NEW &&
            !concepts_hides(concepts, all[i].key))
            continue;
        slot = vec_push(&kept);
        good = slot != NULL;
        if (good)
            *slot = all[i];
        if (good && slot->kind == CHANGE_TERMS_NEW)
            slot->kind = CHANGE_TERMS_REPLACED;
    }
    good = good && changes_copy(&checklist->changes, &checklist->arena,
                                kept.data, kept.len);
    vec_done(&kept);
    return good;
}

/* ---- Terms ---- */

static bool
is_terms(const struct samsyn_change *change)
{
    return change->kind == CHANGE_TERMS_ADDED ||
           change->kind == CHANGE_TERMS_REPLACED;
}

/* The changes of each concept, in a row. */
static bool
mark_concepts(struct settling *s)
{
    struct arena *arena = &s->checklist->arena;
    size_t concepts = s->concepts->list.len;

    s->first = arena_array(arena, concepts, sizeof *s->first);
    s->next = arena_array(arena, s->changes->count, sizeof *s->next);
    s->leads = arena_array(arena, concepts, sizeof *s->leads);
    if (!s->first || !s->next || !s->leads)
        return false;
    for (size_t i = 0; i < concepts; i++)
        s->first[i] = NONE;
    for (size_t i = s->changes->count; i-- > 0;) {
        const struct samsyn_change *change = &s->changes->items[i];
        int concept =
            is_terms(change) ? concepts_find(s->concepts, change->key) : -1;

        if (concept < 0)
            continue;
        s->next[i] = s->first[concept];
        s->first[concept] = (uint32_t)i;
    }
    return true;
}

/* The token table has been built, so what all concepts lead to is within its
 * limit. */
static bool
mark_leads(struct settling *s)
{
    for (size_t i = 0; i < s->concepts->list.len; i++) {
        if (!concepts_reach(s->concepts, (uint32_t)i, &s->found))
            return false;
        for (size_t k = 0; k < s->found.len && !s->leads[i]; k++) {
            uint32_t concept = *(uint32_t *)vec_at(&s->found, k);

            s->leads[i] = s->first[concept] != NONE;
        }
    }
    return true;
}

static bool
push_root(struct settling *s, uint32_t concept)
{
    uint32_t *slot;

    if (!s->leads[concept])
        return true;
    slot = vec_push(&s->roots);
    if (!slot)
        return false;
    *slot = concept;
    return true;
}

/* As deep as the reader of trees let the rule be. */
static bool
push_rule(struct settling *s, const struct rule *rule)
{
    if (rule->kind == RULE_SHARE || rule->kind == RULE_NUMBER)
        s->over |= 1u << rule->over;
    if (rule->kind == RULE_FIND && !push_root(s, rule->concept))
        return false;
    if (rule->scope.section >= 0 &&
        !push_root(s, (uint32_t)rule->scope.section))
        return false;
    if (rule->scope.column > 0 && !push_root(s, rule->scope.column - 1))
        return false;
    if (rule->scope.column > 0 && !push_root(s, rule->scope.column - 1))
        return false;
    for (size_t i = 0; i < rule->count; i++) {
        if (!push_rule(s, &rule->children[i]))
            return false;
    }
    return true;
}

static bool
push_list(struct settling *s, const struct rule_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!push_rule(s, &list->rules[i]))
            return false;
    }
    return true;
}

static bool
push_named(struct settling *s, const struct item_rules *named)
{
    for (size_t i = 0; i < named->count; i++) {
        if (!push_rule(s, &named->rules[i].rule))
            return false;
    }
    return true;
}

/* What makes a part of the document an item of a kind. */
static bool
push_item(struct settling *s, const struct item_definition *item)
{
    if (!item->given || !item->is)
        return true;
    return push_named(s, &item->actors) && push_named(s, &item->holds) &&
           push_rule(s, item->is) && push_list(s, &item->unless);
}

static bool
push_focus(struct settling *s, const struct focus_definition *focus)
{
    const int64_t concepts[] = { focus->heading, focus->list, focus->column,
                                 focus->unless };

    for (size_t i = 0; focus->given && i < ARRAY_LEN(concepts); i++) {
        if (concepts[i] >= 0 && !push_root(s, (uint32_t)concepts[i]))
            return false;
    }
    return true;
}

static bool
push_parts(struct settling *s)
{
    const struct item_definitions *items = &s->checklist->items;

    for (size_t i = 0; i < ITEM_KINDS; i++) {
        if ((s->over >> i & 1) && !push_item(s, &items->kinds[i]))
            return false;
    }
    return !(s->over >> OVER_FOCUS & 1) || push_focus(s, &items->focus);
}

static bool
push_criterion(struct settling *s, const struct criterion *criterion)
{
    const struct rule *rules[] = { criterion->met, criterion->referred,
                                   criterion->partly };

    vec_clear(&s->roots);
    s->over = criterion->of >= 0 ? 1u << criterion->of : 0;
    if (criterion->asked == LEVEL_FOCUS)
        s->over |= 1u << OVER_FOCUS;
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        if (rules[i] && !push_rule(s, rules[i]))
            return false;
    }
    return push_list(s, &criterion->unless) && push_parts(s);
}

/* ---- Criterion by criterion ---- */

static bool
push_change(struct settling *s, const struct samsyn_change *change)
{
    struct samsyn_change *slot = vec_push(&s->list);

    if (slot)
        *slot = *change;
    return slot != NULL;
}

/* The terms of a criterion, changed after change number @p since. */
static bool
list_terms(struct settling *s, size_t since)
{
    size_t before = s->list.len;

    if (!concepts_gather(s->concepts, s->roots.data, s->roots.len, &s->found))
        return false;
    for (size_t i = 0; i < s->found.len; i++) {
        uint32_t at = s->first[*(uint32_t *)vec_at(&s->found, i)];

        for (; at != NONE; at = s->next[at]) {
            if (at < since)
                continue;
            if (s->list.len - before == CHANGE_TERMS_MOST)
                return true;
            if (!push_change(s, &s->changes->items[at]))
                return false;
        }
    }
    return true;
}

/* What the key of a change says of items or focus areas; OVER_KINDS where it
 * is about something else. */
static unsigned
over_of(struct str key)
{
    static const struct str items = { "items.", 6 };

    if (str_equal(key, STR("focus")))
        return OVER_FOCUS;
    for (unsigned i = 0; i < OVER_FOCUS && str_starts(key, items); i++) {
        struct str kind = str_make(key.ptr + items.len, key.len - items.len);

        if (str_equal(str_of(over_words[i]), kind))
            return i;
    }
    return OVER_KINDS;
}

/* Changes of what the criterion goes over. */
static bool
list_parts(struct settling *s, size_t since)
{
    for (size_t i = 0; i < s->parts.len; i++) {
        uint32_t at = *(uint32_t *)vec_at(&s->parts, i);
        const struct samsyn_change *change = &s->changes->items[at];

        if (at >= since && (s->over >> over_of(change->key) & 1) &&
            !push_change(s, change))
            return false;
    }
    return true;
}

/* The first place in the order whose criterion is not before @p id. */
static size_t
first_of(const struct settling *s, struct str id)
{
    size_t low = 0, high = s->changes->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct samsyn_change *change =
            &s->changes->items[s->order[middle]];

        if (str_compare(change->criterion, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* *since receives the number of the change that added it, 0 where none. */
static bool
list_named(struct settling *s, struct str id, size_t *since)
{
    vec_clear(&s->list);
    *since = 0;
    for (size_t i = first_of(s, id); i < s->changes->count; i++) {
        const struct samsyn_change *change = &s->changes->items[s->order[i]];

        if (!str_equal(change->criterion, id))
            break;
        if (change->kind == CHANGE_ADDED)
            *since = s->order[i];
        if (!push_change(s, change))
            return false;
    }
    return true;
}

static bool
settle_criterion(struct settling *s, struct criterion *criterion)
{
    struct arena *arena = &s->checklist->arena;
    size_t since;

    if (!list_named(s, criterion->id, &since) ||
        !push_criterion(s, criterion) || !list_parts(s, since) ||
        !list_terms(s, since))
        return false;
    criterion->changes.items = arena_copy(arena, s->list.data, s->list.len,
                                          sizeof(struct samsyn_change));
    criterion->changes.count = s->list.len;
    return criterion->changes.items != NULL;
}

/* ---- All of them ---- */

struct ordered {
    struct str criterion;
    uint32_t number;
};

static int
compare_ordered(const void *a, const void *b)
{
    const struct ordered *left = a, *right = b;
    int order = str_compare(left->criterion, right->criterion);

    if (order)
        return order;
    return (left->number > right->number) - (left->number < right->number);
}

static bool
sort_changes(struct settling *s)
{
    struct arena *arena = &s->checklist->arena;
    size_t count = s->changes->count;
    struct ordered *pairs = mem_array(&arena->mem, count, sizeof *pairs);

    s->order = arena_array(arena, count, sizeof *s->order);
    for (size_t i = 0; pairs && i < count; i++)
        pairs[i] =
            (struct ordered){ s->changes->items[i].criterion, (uint32_t)i };
    if (pairs)
        qsort(pairs, count, sizeof *pairs, compare_ordered);
    for (size_t i = 0; pairs && s->order && i < count; i++)
        s->order[i] = pairs[i].number;
    mem_free(&arena->mem, pairs);
    return pairs && s->order;
}

static bool
find_parts(struct settling *s)
{
    for (size_t i = 0; i < s->changes->count; i++) {
        const struct samsyn_change *change = &s->changes->items[i];
        uint32_t *slot;

        if (change->kind != CHANGE_CHANGED || change->criterion.len > 0 ||
            over_of(change->key) == OVER_KINDS)
            continue;
        slot = vec_push(&s->parts);
        if (!slot)
            return false;
        *slot = (uint32_t)i;
    }
    return true;
}

static bool
settle_all(struct settling *s)
{
    if (!sort_changes(s) || !find_parts(s) || !mark_concepts(s) ||
        !mark_leads(s))
        return false;
    for (size_t i = 0; i < s->checklist->criterion_count; i++) {
        if (!settle_criterion(s, &s->checklist->criteria[i]))
            return false;
    }
    return true;
}

bool
changes_settle(struct samsyn_checklist *checklist, struct concepts *concepts,
               const struct vec *changes)
{
    const samsyn_allocator *mem = &checklist->arena.mem;
    struct settling s = { .checklist = checklist,
                          .concepts = concepts,
                          .changes = &checklist->changes };
    bool good;

    if (!keep_changes(checklist, concepts, changes))
        return false;
    if (checklist->changes.count == 0)
        return true;
    vec_init(&s.parts, mem, sizeof(uint32_t));
    vec_init(&s.roots, mem, sizeof(uint32_t));
    vec_init(&s.found, mem, sizeof(uint32_t));
    vec_init(&s.list, mem, sizeof(struct samsyn_change));
    good = settle_all(&s);
    vec_done(&s.parts);
    vec_done(&s.roots);
    vec_done(&s.found);
    vec_done(&s.list);
    return good;
}
