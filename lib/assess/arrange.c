/* SPDX-License-Identifier: MIT */

/* Rules about how what they find stands to one another: so many words apart,
 * or one behind the other.  Every hit of every part is looked at, none is
 * settled on early, so a first hit that is too far away does not hide a later
 * pair; yet each hit is seen once.
 *
 * A lead-in or a column title is read as if it stood right before the unit
 * that it counts for, so places are counted along lead-in and unit as if they
 * were one stretch.  What stands in the unit itself goes before what holds in
 * the lead-in alone. */

#include "assess/arrange.h"

#include <stdlib.h>

/* ---- The stretch, and what stands in it ---- */

static bool
is_known(const struct extent *extent, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (extent->contexts[i].first == extent->contexts[index].first)
            return true;
    }
    return false;
}

static void
add_range(struct arranging *a, struct range range, uint32_t base)
{
    a->ranges[a->count] = range;
    a->bases[a->count++] = base;
}

/* The outermost lead-in comes first, the unit last; between a list's lead-in
 * and a later sentence of an item stands the beginning of the item. */
static void
lay_out(struct arranging *a, const struct extent *extent)
{
    const struct samsyn_document *document = a->search->document;
    struct range unit = extent->main;
    uint32_t base = 0;

    for (size_t i = extent->context_count; i-- > 0;) {
        if (is_known(extent, i))
            continue;
        add_range(a, extent->contexts[i], base);
        base += extent->contexts[i].end - extent->contexts[i].first;
    }
    if (a->count > 0) {
        uint32_t block = document_block_of(document, unit.first);

        base += unit.first - document->blocks[block].word_first;
    }
    add_range(a, unit, base);
}

static void
add_spot(struct arranging *a, const struct find *find, uint32_t part,
         size_t range)
{
    struct spot *spot = vec_push(&a->spots);

    if (!spot) {
        a->search->failed = true;
        return;
    }
    *spot = (struct spot){ .part = part,
                           .inside = range + 1 == a->count,
                           .find = *find };
    spot->at = a->bases[range] + find->hit.first - a->ranges[range].first;
    spot->end = spot->at + find->hit.end - find->hit.first;
    a->present |= part < 64 ? (uint64_t)1 << part : 0;
}

static void
weigh(struct arranging *a, const struct rule *rule,
      const struct setting *setting, const struct hit *hit, uint32_t part,
      size_t range)
{
    struct find find = { *hit, rule, judge_hit(a->search, setting, hit) };

    if (find.refusal == REFUSAL_NONE)
        add_spot(a, &find, part, range);
    else if (find.refusal != REFUSAL_ELSEWHERE && part < 64 &&
             !a->refused[part].rule)
        a->refused[part] = find;
}

static void
collect_hits(struct arranging *a, const struct rule *rule,
             const struct setting *setting, uint32_t part, size_t range)
{
    const struct hit_list *list = &a->search->matches->concepts[rule->concept];
    struct range words = a->ranges[range];

    for (size_t i = hits_from(list, words.first);
         i < list->count && list->hits[i].first < words.end &&
         search_spend(a->search, 1);
         i++) {
        if (list->hits[i].end <= words.end)
            weigh(a, rule, setting, &list->hits[i], part, range);
    }
}

/* Depth is bounded by that of the YAML. */
static void
collect(struct arranging *a, const struct rule *rule,
        const struct setting *outer, uint32_t part)
{
    struct setting setting = setting_inside(outer, rule);

    for (size_t i = 0; rule->kind == RULE_FIND && i < a->count; i++)
        collect_hits(a, rule, &setting, part, i);
    for (size_t i = 0; i < rule->count; i++)
        collect(a, &rule->children[i], &setting, part);
}

static int
compare_spots(const void *a, const void *b)
{
    const struct spot *left = a, *right = b;

    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    if (left->end != right->end)
        return left->end < right->end ? -1 : 1;
    if (left->part != right->part)
        return left->part < right->part ? -1 : 1;
    return (left->find.hit.term > right->find.hit.term) -
           (left->find.hit.term < right->find.hit.term);
}

static bool
has_all(const struct arranging *a)
{
    size_t parts = a->rule->count < 64 ? a->rule->count : 64;

    return parts > 0 && a->present == UINT64_MAX >> (64 - parts);
}

bool
arrange_begin(struct arranging *a, const struct extent *extent,
              const struct setting *setting)
{
    vec_init(&a->spots, &a->search->config->mem, sizeof(struct spot));
    lay_out(a, extent);
    for (size_t i = 0; i < a->rule->count; i++)
        collect(a, &a->rule->children[i], setting, (uint32_t)i);
    if (a->spots.len > 1)
        qsort(a->spots.data, a->spots.len, sizeof(struct spot), compare_spots);
    return has_all(a) && search_spend(a->search, a->spots.len);
}

const struct spot *
arrange_spot(const struct arranging *a, size_t index)
{
    return vec_at(&a->spots, index);
}

/* Tells what was refused and what came near where the rule does not hold. */
static void
tell(struct arranging *a)
{
    struct search *search = a->search;
    size_t parts = a->rule->count < 64 ? a->rule->count : 64, held = 0;
    uint64_t missing = 0;

    for (size_t i = 0; i < parts; i++) {
        bool present = a->present >> i & 1;

        held += present;
        if (present)
            continue;
        missing |= (uint64_t)1 << i;
        if (search->recording && a->refused[i].rule &&
            search->refused.len < 16 * search->most)
            search_keep(search, &search->refused, &a->refused[i]);
    }
    if (held > 0)
        search_note(search, a->rule, held, missing,
                    &arrange_spot(a, 0)->find.hit);
}

bool
arrange_end(struct arranging *a, size_t held)
{
    if (held == 0 && !a->search->failed)
        tell(a);
    vec_done(&a->spots);
    return held > 0;
}
