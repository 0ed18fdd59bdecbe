/* SPDX-License-Identifier: MIT */

/* An entry of a checklist hides the language pack's of the same name.  So one
 * that is to add to it holds the pack's members too. */

#include "checklist/shared.h"

#include <stdlib.h>

static int
compare_names(const void *a, const void *b)
{
    const struct concept *const *left = a, *const *right = b;

    return str_compare((*left)->name, (*right)->name);
}

/* The entries of a vocabulary by name; NULL without memory. */
static struct concept **
sort_entries(const samsyn_allocator *mem, const struct vocabulary *vocabulary)
{
    struct concept **sorted = mem_array(mem, vocabulary->count, sizeof *sorted);

    for (size_t i = 0; sorted && i < vocabulary->count; i++)
        sorted[i] = &vocabulary->concepts[i];
    if (sorted && vocabulary->count > 0)
        qsort(sorted, vocabulary->count, sizeof(struct concept *),
              compare_names);
    return sorted;
}

static struct concept *
find_entry(struct concept *const *sorted, size_t count, struct str name)
{
    struct concept wanted = { .name = name }, *pointer = &wanted;
    struct concept *const *found = NULL;

    if (count > 0)
        found = bsearch(&pointer, sorted, count, sizeof(struct concept *),
                        compare_names);
    return found ? *found : NULL;
}

static bool
join(struct arena *arena, struct concept *own, const struct concept *pack)
{
    size_t count = pack->count + own->count;
    struct member *members = arena_array(arena, count, sizeof *members);

    if (!members)
        return false;
    for (size_t i = 0; i < pack->count; i++) {
        members[i] = pack->members[i];
        /* Their places are in another file, which is never shown. */
        members[i].start = members[i].end = SAMSYN_NONE;
        if (members[i].kind == MEMBER_TERM)
            members[i].term.start = members[i].term.end = SAMSYN_NONE;
    }
    for (size_t i = 0; i < own->count; i++)
        members[pack->count + i] = own->members[i];
    own->members = members;
    own->count = count;
    return true;
}

/* The other entries that may have been meant. */
static bool
refuse(struct shape_reader *reader, const struct samsyn_checklist *checklist,
       const struct yaml_pair *pair)
{
    const struct vocabulary *both[] = { &checklist->vocabulary,
                                        &checklist->language->vocabulary };
    size_t count = both[0]->count + both[1]->count, at = 0;
    struct str hint = str_make("", 0);

    if (diag_errors(reader->diags) < DIAG_MAX) {
        const char **names =
            arena_array(reader->arena, count + 1, sizeof *names);

        if (!names)
            return false;
        for (size_t i = 0; i < count; i++) {
            const struct vocabulary *one = both[i >= both[0]->count];
            size_t k = one == both[0] ? i : i - both[0]->count;

            if (!str_equal(one->concepts[k].name, pair->key))
                names[at++] = one->concepts[k].name.ptr;
        }
        hint = shape_nearest(names, pair->key);
    }
    return shape_fault(reader, DIAG_CHECKLIST_NAME, pair->start, pair->end,
                       &pair->key, 1, hint);
}

static bool
share_all(struct shape_reader *reader, struct samsyn_checklist *checklist,
          const struct vec *pairs, struct concept **own, struct concept **pack)
{
    for (size_t i = 0; i < pairs->len; i++) {
        const struct yaml_pair *pair = vec_at(pairs, i);
        struct concept *entry =
            find_entry(own, checklist->vocabulary.count, pair->key);
        const struct concept *shared =
            find_entry(pack, checklist->language->vocabulary.count, pair->key);

        if (!shared && !refuse(reader, checklist, pair))
            return false;
        if (entry && shared && !join(&checklist->arena, entry, shared))
            return false;
    }
    return true;
}

bool
share_entries(struct shape_reader *reader, struct samsyn_checklist *checklist,
              const struct vec *pairs)
{
    const samsyn_allocator *mem = &checklist->arena.mem;
    struct concept **own = sort_entries(mem, &checklist->vocabulary);
    struct concept **pack = sort_entries(mem, &checklist->language->vocabulary);
    bool good = own && pack && share_all(reader, checklist, pairs, own, pack);

    mem_free(mem, own);
    mem_free(mem, pack);
    return good;
}
