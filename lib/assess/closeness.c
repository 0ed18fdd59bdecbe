/* SPDX-License-Identifier: MIT */

/* A rule that does not hold is as close as its parts are: of several any of
 * which would do, the closest counts; of several that must all be there, both
 * what is farthest off and the mean; of so many, those that hold.  Parts that
 * are all there, but not together, are close and no more.
 *
 * A part is asked of the whole document, so one sentence may have the goal and
 * another the year. */

#include "assess/closeness.h"

enum {
    APART = 900,    /* thousandths: all there, but not together */
    DEPTH_MOST = 24 /* of rules in rules */
};

struct looking {
    struct search *search;
    size_t depth;
};

static int32_t
look(struct looking *looking, const struct rule *rule,
     const struct setting *outer);

/* How close the parts of a rule are. */
struct parts_seen {
    int32_t best, least;
    int64_t sum, held;
};

static struct parts_seen
look_inside(struct looking *looking, const struct rule *rule,
            const struct setting *setting)
{
    struct parts_seen seen = { .least = CLOSENESS_WHOLE };

    looking->depth++;
    for (size_t i = 0; i < rule->count; i++) {
        int32_t one = look(looking, &rule->children[i], setting);

        seen.best = one > seen.best ? one : seen.best;
        seen.least = one < seen.least ? one : seen.least;
        seen.sum += one;
        seen.held += one == CLOSENESS_WHOLE;
    }
    looking->depth--;
    return seen;
}

static int32_t
join_parts(const struct rule *rule, const struct parts_seen *seen)
{
    int64_t all;

    switch (rule->kind) {
    case RULE_ANY:
        return seen->best;
    case RULE_AT_LEAST:
        all = seen->held * CLOSENESS_WHOLE / (int64_t)rule->times;
        break;
    default:
        all = (seen->least + seen->sum / (int64_t)rule->count) / 2;
    }
    if (all > CLOSENESS_WHOLE)
        all = CLOSENESS_WHOLE;
    return (int32_t)(all * APART / CLOSENESS_WHOLE);
}

/* Whether a rule is close where its parts are. */
static const bool has_parts[] = {
    [RULE_FIND] = false,    [RULE_ALL] = true,    [RULE_ANY] = true,
    [RULE_NONE] = false,    [RULE_NEAR] = true,   [RULE_ORDER] = true,
    [RULE_AT_LEAST] = true, [RULE_SHARE] = false, [RULE_NUMBER] = false
};

static int32_t
look(struct looking *looking, const struct rule *rule,
     const struct setting *outer)
{
    struct search *search = looking->search;
    struct extent whole = extent_whole(search);
    struct setting setting = setting_inside(outer, rule);
    size_t mark = search->finds.len;
    bool held = evaluate(search, rule, &whole, outer, 1);
    struct parts_seen seen;

    search->finds.len = mark;
    if (held)
        return CLOSENESS_WHOLE;
    if (!has_parts[rule->kind] || looking->depth == DEPTH_MOST)
        return 0;
    seen = look_inside(looking, rule, &setting);
    return join_parts(rule, &seen);
}

int32_t
closeness_of_rule(struct search *search, const struct rule *rule)
{
    struct looking looking = { .search = search };
    bool recording = search->recording;
    int32_t closeness;

    search->recording = false;
    closeness = look(&looking, rule, &setting_default);
    search->recording = recording;
    return closeness;
}

int32_t
closeness_of_shares(const struct shares *shares)
{
    if (shares->of == 0)
        return 0;
    return (int32_t)((CLOSENESS_WHOLE * shares->met +
                      CLOSENESS_WHOLE / 2 * shares->partly) /
                     shares->of);
}
