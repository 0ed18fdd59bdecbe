/* SPDX-License-Identifier: MIT */

/* So many words apart: one spot of each part, in any order, each near the one
 * before it.
 *
 * Spots come as they are read.  For each set of parts only the chain of spots
 * that ends farthest is kept, since what comes later is nearest to it; so the
 * search is exact, and a spot costs no more than there are sets. */

#include "assess/arrange.h"

enum {
    INSIDE = 1 << NEAR_PARTS, /* bit of a set: one of its spots is inside */
    SETS = INSIDE << 1
};

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
                    &arrange_spot(a, chain->spots[i])->find);
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
        const struct spot *spot = arrange_spot(a, i);

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

    if (arrange_begin(&a, extent, setting)) {
        clear(&chains, rule->count);
        held = chain_up(&a, &chains, want);
    }
    return arrange_end(&a, held);
}
