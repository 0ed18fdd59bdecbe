/* SPDX-License-Identifier: MIT */

/* Numbers concepts and follows the references between them.
 *
 * The checklist's own names come first in the list, so that they win over the
 * pack's; references are followed breadth first with each concept once, so a
 * circle ends; that there is one is found by a walk that meets its own way. */

#include "checklist/concepts.h"

#include <stdlib.h>

static const struct concept *
concept_at(const struct concepts *concepts, size_t index)
{
    return *(const struct concept **)vec_at(&concepts->list, index);
}

static bool
add_vocabulary(struct concepts *concepts, const struct vocabulary *vocabulary)
{
    uint32_t index;

    for (size_t i = 0; i < vocabulary->count; i++) {
        if (!concepts_add(concepts, &vocabulary->concepts[i], &index))
            return false;
    }
    return true;
}

struct named {
    struct str name;
    uint32_t index;
};

/* By name, and where names are the same the earlier one first. */
static int
compare_named(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    int order = str_compare(left->name, right->name);

    if (order)
        return order;
    return (left->index > right->index) - (left->index < right->index);
}

static bool
sort_names(struct concepts *concepts)
{
    size_t count = concepts->list.len;
    struct named *named =
        mem_array(&concepts->arena->mem, count, sizeof *named);

    concepts->named = count;
    concepts->sorted =
        arena_array(concepts->arena, count, sizeof *concepts->sorted);
    concepts->names =
        arena_array(concepts->arena, count + 1, sizeof *concepts->names);
    if (!named || !concepts->sorted || !concepts->names) {
        mem_free(&concepts->arena->mem, named);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        named[i].name = concept_at(concepts, i)->name;
        named[i].index = (uint32_t)i;
        concepts->names[i] = named[i].name.ptr;
    }
    qsort(named, count, sizeof *named, compare_named);
    for (size_t i = 0; i < count; i++)
        concepts->sorted[i] = named[i].index;
    mem_free(&concepts->arena->mem, named);
    return true;
}

bool
concepts_init(struct concepts *concepts, struct arena *arena,
              const struct samsyn_language *language,
              const struct vocabulary *vocabulary)
{
    *concepts = (struct concepts){ .arena = arena, .language = language };
    vec_init(&concepts->list, &arena->mem, sizeof(const struct concept *));
    vec_init(&concepts->seen, &arena->mem, sizeof(uint32_t));
    return add_vocabulary(concepts, vocabulary) &&
           add_vocabulary(concepts, &language->vocabulary) &&
           sort_names(concepts);
}

void
concepts_done(struct concepts *concepts)
{
    vec_done(&concepts->list);
    vec_done(&concepts->seen);
}

/* The place of a name in the sorted ones; that after the last where it has
 * none. */
static size_t
place_of(const struct concepts *concepts, struct str name)
{
    size_t low = 0, high = concepts->named;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t index = concepts->sorted[middle];

        if (str_compare(concept_at(concepts, index)->name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == concepts->named ||
        !str_equal(concept_at(concepts, concepts->sorted[low])->name, name))
        return concepts->named;
    return low;
}

int
concepts_find(const struct concepts *concepts, struct str name)
{
    size_t place = place_of(concepts, name);

    return place < concepts->named ? (int)concepts->sorted[place] : -1;
}

bool
concepts_hides(const struct concepts *concepts, struct str name)
{
    size_t next = place_of(concepts, name) + 1;

    return next < concepts->named &&
           str_equal(concept_at(concepts, concepts->sorted[next])->name, name);
}

bool
concepts_add(struct concepts *concepts, const struct concept *concept,
             uint32_t *index)
{
    const struct concept **slot = vec_push(&concepts->list);

    if (!slot || !vec_push(&concepts->seen))
        return false;
    *slot = concept;
    *index = (uint32_t)(concepts->list.len - 1);
    return true;
}

bool
concepts_add_terms(struct concepts *concepts, const struct term_list *terms,
                   uint32_t *index)
{
    struct concept *concept = arena_alloc(concepts->arena, sizeof *concept);
    struct member *members =
        arena_array(concepts->arena, terms->count, sizeof *members);

    if (!concept || !members)
        return false;
    for (size_t i = 0; i < terms->count; i++) {
        members[i].kind = MEMBER_TERM;
        members[i].term = terms->terms[i];
    }
    *concept = (struct concept){ .name = str_make("", 0),
                                 .members = members,
                                 .count = terms->count };
    return concepts_add(concepts, concept, index);
}

bool
concepts_add_times(struct concepts *concepts, uint32_t *index)
{
    const struct entity_set *set = &concepts->language->entities;
    struct concept *concept = arena_alloc(concepts->arena, sizeof *concept);
    struct member *members =
        arena_array(concepts->arena, set->count, sizeof *members);

    if (!concept || !members)
        return false;
    *concept = (struct concept){ .name = str_make("", 0), .members = members };
    for (size_t i = 0; i < set->count; i++) {
        if (set->entities[i].time != TIME_NONE)
            members[concept->count++] =
                (struct member){ .kind = MEMBER_ENTITY,
                                 .name = set->entities[i].name };
    }
    return concepts_add(concepts, concept, index);
}

static bool
reach_once(struct concepts *concepts, struct vec *out, uint32_t index)
{
    uint32_t *seen = vec_at(&concepts->seen, index);
    uint32_t *slot;

    if (*seen == concepts->round)
        return true;
    *seen = concepts->round;
    slot = vec_push(out);
    if (slot)
        *slot = index;
    return slot != NULL;
}

static bool
reach_members(struct concepts *concepts, const struct concept *concept,
              struct vec *out)
{
    for (size_t i = 0; i < concept->count; i++) {
        const struct member *member = &concept->members[i];
        int index;

        if (member->kind != MEMBER_VOCABULARY)
            continue;
        index = concepts_find(concepts, member->name);
        if (index >= 0 && !reach_once(concepts, out, (uint32_t)index))
            return false;
    }
    return true;
}

bool
concepts_gather(struct concepts *concepts, const uint32_t *from, size_t count,
                struct vec *out)
{
    vec_clear(out);
    concepts->round++;
    for (size_t i = 0; i < count; i++) {
        if (!reach_once(concepts, out, from[i]))
            return false;
    }
    for (size_t i = 0; i < out->len; i++) {
        uint32_t next = *(uint32_t *)vec_at(out, i);

        if (!reach_members(concepts, concept_at(concepts, next), out))
            return false;
    }
    return true;
}

bool
concepts_reach(struct concepts *concepts, uint32_t index, struct vec *out)
{
    return concepts_gather(concepts, &index, 1, out);
}

struct str
concepts_nearest(const struct concepts *concepts,
                 const struct shape_reader *reader, struct str name)
{
    if (diag_errors(reader->diags) >= DIAG_MAX)
        return str_make("", 0);
    return shape_nearest(concepts->names, name);
}

static bool
check_member(const struct concepts *concepts, struct shape_reader *reader,
             const struct member *member)
{
    if (member->kind == MEMBER_ENTITY &&
        entity_find(&concepts->language->entities, member->name) < 0)
        return shape_fault(reader, DIAG_CHECKLIST_ENTITY, member->start,
                           member->end, &member->name, 1, str_make("", 0));
    if (member->kind == MEMBER_VOCABULARY &&
        concepts_find(concepts, member->name) < 0)
        return shape_fault(reader, DIAG_CHECKLIST_NAME, member->start,
                           member->end, &member->name, 1,
                           concepts_nearest(concepts, reader, member->name));
    return true;
}

/* A concept on the way down, and which of its members comes next. */
struct step {
    uint32_t index;
    size_t next;
};

enum {
    FRESH,
    OPEN,
    CLOSED
};

/* The next entry that @p step leads to, -1 where there is none. */
static int
next_reference(const struct concepts *concepts, struct step *step)
{
    const struct concept *concept = concept_at(concepts, step->index);

    while (step->next < concept->count) {
        const struct member *member = &concept->members[step->next++];
        int index = -1;

        if (member->kind == MEMBER_VOCABULARY)
            index = concepts_find(concepts, member->name);
        if (index >= 0)
            return index;
    }
    return -1;
}

static bool
push_step(struct vec *way, unsigned char *state, uint32_t index)
{
    struct step *step = vec_push(way);

    if (!step)
        return false;
    step->index = index;
    state[index] = OPEN;
    return true;
}

/* Walks everything below one concept; an open one met again is a circle. */
static bool
walk_circle(const struct concepts *concepts, struct shape_reader *reader,
            struct vec *way, unsigned char *state, uint32_t from)
{
    if (state[from] == FRESH && !push_step(way, state, from))
        return false;
    while (way->len > 0) {
        struct step *step = vec_last(way);
        const struct concept *concept = concept_at(concepts, step->index);
        int next = next_reference(concepts, step);

        if (next < 0) {
            state[step->index] = CLOSED;
            way->len--;
        } else if (state[next] == OPEN) {
            if (!shape_fault(reader, DIAG_CHECKLIST_CIRCLE, concept->start,
                             concept->end, &concept->name, 1, str_make("", 0)))
                return false;
        } else if (state[next] == FRESH &&
                   !push_step(way, state, (uint32_t)next)) {
            return false;
        }
    }
    return true;
}

static bool
check_circles(const struct concepts *concepts, struct shape_reader *reader,
              size_t count)
{
    unsigned char *state =
        arena_array(concepts->arena, concepts->list.len, sizeof *state);
    struct vec way;
    bool good = state != NULL;

    vec_init(&way, &concepts->arena->mem, sizeof(struct step));
    for (size_t i = 0; good && i < count; i++)
        good = walk_circle(concepts, reader, &way, state, (uint32_t)i);
    vec_done(&way);
    return good;
}

bool
concepts_check(const struct concepts *concepts, struct shape_reader *reader,
               const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct concept *concept = &vocabulary->concepts[i];

        for (size_t k = 0; k < concept->count; k++) {
            if (!check_member(concepts, reader, &concept->members[k]))
                return false;
        }
    }
    return check_circles(concepts, reader, vocabulary->count);
}
