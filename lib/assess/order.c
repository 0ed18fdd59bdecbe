/* SPDX-License-Identifier: MIT */

/* One behind the other: a spot of each part, as the rule names them, none in
 * another, and near enough where a distance is asked for.
 *
 * Part by part: a spot goes on from the spot of the part before that ends last
 * in front of it, since no other is nearer.  Both stand sorted, so a part costs
 * one walk over the spots. */

#include "assess/arrange.h"

#include <stdlib.h>

/* The spots of one part that have all parts before it in front of them. */
struct step {
    uint32_t spot;
    uint32_t before; /* step of the part before; NO_SPOT: the first part */
    uint32_t end;
};

static int
compare_steps(const void *a, const void *b)
{
    const struct step *left = a, *right = b;

    if (left->end != right->end)
        return left->end < right->end ? -1 : 1;
    return (left->spot > right->spot) - (left->spot < right->spot);
}

static void
add_step(struct arranging *a, struct vec *steps, uint32_t spot, uint32_t before)
{
    struct step *step = vec_push(steps);

    if (step)
        *step = (struct step){ spot, before, arrange_spot(a, spot)->end };
    else
        a->search->failed = true;
}

/* The steps of a part: for each of its spots, of those steps of the part
 * before that end in front of it, the one that ends last, if it is near
 * enough.  @p steps holds the part before from @p first on, by its ends. */
static void
step_on(struct arranging *a, struct vec *steps, size_t first, uint32_t part)
{
    size_t count = steps->len, at = first;

    for (size_t i = 0; i < a->spots.len && !a->search->failed; i++) {
        const struct spot *spot = arrange_spot(a, i);
        const struct step *before;

        if (spot->part != part)
            continue;
        if (part == 0) {
            add_step(a, steps, (uint32_t)i, NO_SPOT);
            continue;
        }
        while (at < count &&
               ((const struct step *)vec_at(steps, at))->end <= spot->at)
            at++;
        if (at == first)
            continue;
        before = vec_at(steps, at - 1);
        if (spot->at - before->end <= a->rule->near)
            add_step(a, steps, (uint32_t)i, (uint32_t)(at - 1));
    }
    if (steps->len - count > 1)
        qsort(vec_at(steps, count), steps->len - count, sizeof(struct step),
              compare_steps);
}

/* The finds of the way that ends in a step, in the order of the parts. */
static void
keep_way(struct arranging *a, const struct vec *steps, size_t last)
{
    struct search *search = a->search;
    size_t mark = search->finds.len, parts = a->rule->count;
    uint32_t at = (uint32_t)last;

    for (size_t i = 0; i < parts; i++)
        search_keep(search, &search->finds, &arrange_spot(a, 0)->find);
    if (search->failed)
        return;
    for (size_t i = parts; i-- > 0;) {
        const struct step *step = vec_at(steps, at);
        struct find *find = vec_at(&search->finds, mark + i);

        *find = arrange_spot(a, step->spot)->find;
        at = step->before;
    }
}

static uint32_t
way_start(const struct arranging *a, const struct vec *steps, size_t last)
{
    const struct step *step = vec_at(steps, last);

    while (step->before != NO_SPOT)
        step = vec_at(steps, step->before);
    return arrange_spot(a, step->spot)->at;
}

/* The ways that end from @p first on, none overlapping one before it; those
 * that end in the unit itself before those that stand in its lead-in. */
static size_t
take_ways(struct arranging *a, const struct vec *steps, size_t first,
          bool inside, size_t want)
{
    uint32_t from = 0;
    size_t held = 0;

    for (size_t i = first; i < steps->len && held < want; i++) {
        const struct step *step = vec_at(steps, i);

        if (arrange_spot(a, step->spot)->inside != inside ||
            !search_spend(a->search, a->rule->count) ||
            way_start(a, steps, i) < from)
            continue;
        keep_way(a, steps, i);
        from = step->end;
        held++;
    }
    return held;
}

static size_t
find_ways(struct arranging *a, size_t want)
{
    struct vec steps;
    size_t first = 0, held = 0;

    vec_init(&steps, &a->search->config->mem, sizeof(struct step));
    for (size_t i = 0; i < a->rule->count; i++) {
        size_t count = steps.len;

        if (search_spend(a->search, a->spots.len))
            step_on(a, &steps, first, (uint32_t)i);
        first = count;
    }
    if (!a->search->failed && !a->search->limited)
        held = take_ways(a, &steps, first, true, want);
    if (held == 0 && !a->search->failed && !a->search->limited)
        held = take_ways(a, &steps, first, false, 1);
    vec_done(&steps);
    return held;
}

bool
arrange_order(struct search *search, const struct rule *rule,
              const struct extent *extent, const struct setting *setting,
              size_t want)
{
    struct arranging a = { .search = search, .rule = rule };
    size_t held = arrange_begin(&a, extent, setting) ? find_ways(&a, want) : 0;

    return arrange_end(&a, held);
}
