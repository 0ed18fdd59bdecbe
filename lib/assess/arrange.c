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

#include "assess/search.h"

#include <stdlib.h>

/* A hit that counts, and where it stands along the stretch. */
struct spot {
    uint32_t at, end;
    uint32_t part; /* whose hit it is: index of a child */
    bool inside;   /* not in a lead-in */
    struct find find;
};

#define NO_SPOT UINT32_MAX

enum {
    INSIDE = 1 << NEAR_PARTS, /* bit of a set: one of its spots is inside */
    SETS = INSIDE << 1
};

struct arranging {
    struct search *search;
    const struct rule *rule;
    struct range ranges[CONTEXTS_MOST + 1]; /* in the order they are read */
    uint32_t bases[CONTEXTS_MOST + 1];      /* where each begins */
    size_t count;
    struct vec spots;        /* of struct spot, by place */
    struct find refused[64]; /* by part: the first refused hit */
    uint64_t present;        /* parts that have a spot, as bits */
};

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

/* False where a part has no hit at all, or there is no going on. */
static bool
begin(struct arranging *a, const struct extent *extent,
      const struct setting *setting)
{
    vec_init(&a->spots, &a->search->config->mem, sizeof(struct spot));
    lay_out(a, extent);
    for (size_t i = 0; i < a->rule->count; i++)
        collect(a, &a->rule->children[i], setting, (uint32_t)i);
    if (a->spots.len > 1)
        qsort(a->spots.data, a->spots.len, sizeof(struct spot), compare_spots);
    return a->spots.len > 0 && search_spend(a->search, a->spots.len);
}

static const struct spot *
spot_at(const struct arranging *a, size_t index)
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
        search_note(search, a->rule, held, missing, &spot_at(a, 0)->find.hit);
}

static bool
end(struct arranging *a, size_t held)
{
    if (held == 0 && !a->search->failed)
        tell(a);
    vec_done(&a->spots);
    return held > 0;
}

/* ---- So many words apart ---- */

/* Spots of different parts, each near the next; the last ends farthest. */
struct chain {
    uint32_t end;
    uint32_t spots[NEAR_PARTS]; /* by part; NO_SPOT: none yet */
};

struct chains {
    struct chain of[SETS]; /* by set of parts: the one that ends farthest */
    bool known[SETS];
};

/* Another spot with the same parts behind it is of use only where it ends
 * farther on: what comes later is then nearer. */
static void
extend(struct chains *chains, unsigned from, unsigned to,
       const struct spot *spot, uint32_t index)
{
    struct chain chain = chains->of[from];

    if (chain.end < spot->end)
        chain.end = spot->end;
    chain.spots[spot->part] = index;
    if (chains->known[to] && chains->of[to].end >= chain.end)
        return;
    chains->of[to] = chain;
    chains->known[to] = true;
}

static void
clear(struct chains *chains, size_t parts)
{
    for (unsigned set = 0; set < SETS; set++)
        chains->known[set] = false;
    chains->known[0] = true; /* the empty one, near anything */
    chains->of[0].end = 0;
    for (size_t i = 0; i < parts; i++)
        chains->of[0].spots[i] = NO_SPOT;
}

/* Sees one spot: every chain that lacks its part and is near goes on. */
static void
see(struct chains *chains, const struct rule *rule, const struct spot *spot,
    uint32_t index)
{
    unsigned all = 1u << rule->count, own = 1u << spot->part;

    for (unsigned set = 0; set < all; set++) {
        for (unsigned inside = 0; inside <= INSIDE; inside += INSIDE) {
            unsigned from = set | inside;
            unsigned to = from | own | (spot->inside ? INSIDE : 0);

            if (set & own || !chains->known[from])
                continue;
            if (set == 0 || spot->at <= chains->of[from].end ||
                spot->at - chains->of[from].end <= rule->near)
                extend(chains, from, to, spot, index);
        }
    }
}

static void
keep_chain(struct arranging *a, const struct chain *chain)
{
    for (size_t i = 0; i < a->rule->count; i++)
        search_keep(a->search, &a->search->finds,
                    &spot_at(a, chain->spots[i])->find);
}

static size_t
chain_up(struct arranging *a, struct chains *chains, size_t want)
{
    const unsigned full = (1u << a->rule->count) - 1;
    struct chain outside;
    bool held_outside = false;
    uint32_t from = 0;
    size_t held = 0;

    for (size_t i = 0; i < a->spots.len && held < want; i++) {
        const struct spot *spot = spot_at(a, i);

        if (spot->at < from)
            continue;
        if (!search_spend(a->search, full))
            return held;
        see(chains, a->rule, spot, (uint32_t)i);
        if (chains->known[full | INSIDE]) {
            keep_chain(a, &chains->of[full | INSIDE]);
            from = chains->of[full | INSIDE].end;
            held++;
            clear(chains, a->rule->count);
        } else if (chains->known[full] && !held_outside) {
            outside = chains->of[full];
            held_outside = true;
        }
    }
    if (held > 0 || !held_outside)
        return held;
    keep_chain(a, &outside);
    return 1;
}

bool
arrange_near(struct search *search, const struct rule *rule,
             const struct extent *extent, const struct setting *setting,
             size_t want)
{
    struct arranging a = { .search = search, .rule = rule };
    struct chains chains;
    size_t held = 0;

    if (begin(&a, extent, setting)) {
        clear(&chains, rule->count);
        held = chain_up(&a, &chains, want);
    }
    return end(&a, held);
}

/* ---- One behind the other ---- */

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
        *step = (struct step){ spot, before, spot_at(a, spot)->end };
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
        const struct spot *spot = spot_at(a, i);
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
        search_keep(search, &search->finds, &spot_at(a, 0)->find);
    if (search->failed)
        return;
    for (size_t i = parts; i-- > 0;) {
        const struct step *step = vec_at(steps, at);
        struct find *find = vec_at(&search->finds, mark + i);

        *find = spot_at(a, step->spot)->find;
        at = step->before;
    }
}

static uint32_t
way_start(const struct arranging *a, const struct vec *steps, size_t last)
{
    const struct step *step = vec_at(steps, last);

    while (step->before != NO_SPOT)
        step = vec_at(steps, step->before);
    return spot_at(a, step->spot)->at;
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

        if (spot_at(a, step->spot)->inside != inside ||
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
    size_t held = begin(&a, extent, setting) ? find_ways(&a, want) : 0;

    return end(&a, held);
}
