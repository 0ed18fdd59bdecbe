/* SPDX-License-Identifier: MIT */

/* Reads `near` and `order`: makes one rule of the parts of a mapping whose
 * places are compared.  A part must be something that stands at a place, so
 * it is a find, or a choice between finds; what must not be there (`none`)
 * stays beside it. */

#include "base/number.h"
#include "checklist/rule_inner.h"

enum {
    NEAR_MOST = 100000 /* words: more than any window holds in earnest */
};

/* The parts on their way to one rule. */
struct arrangement {
    struct rule parts[NEAR_PARTS + 1];
    size_t count;   /* one more than there may be stands for more */
    bool misplaced; /* a part that has no place among them */
};

static bool
is_find(const struct rule *rule)
{
    if (rule->kind != RULE_FIND && rule->count == 0)
        return true; /* it has a fault of its own */
    if (rule->window != WINDOW_INHERIT)
        return false;
    if (rule->kind == RULE_FIND)
        return rule->times == 1;
    if (rule->kind != RULE_ANY)
        return false;
    for (size_t i = 0; i < rule->count; i++) {
        if (!is_find(&rule->children[i]))
            return false;
    }
    return true;
}

static bool
fault_of_rule(struct shape_reader *reader, enum diag_code code,
              const struct rule *rule)
{
    return shape_fault(reader, code, rule->start, rule->end, NULL, 0,
                       str_make("", 0));
}

/* Names every part that is nothing to be found. */
static bool
check_finds(struct shape_reader *reader, const struct rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_find(&rules[i]) &&
            !fault_of_rule(reader, DIAG_CHECKLIST_PLACELESS, &rules[i]))
            return false;
    }
    return true;
}

static uint32_t
words_of(const struct yaml_node *near)
{
    int64_t words = 0;

    if (!near)
        return NEAR_ANY;
    (void)number_int(near->text, &words); /* the shape has checked it */
    return words < 0 || words > NEAR_MOST ? NEAR_MOST : (uint32_t)words;
}

static void
gather(struct arrangement *all, const struct rule *rules, size_t count)
{
    for (size_t i = 0; i < count && all->count <= NEAR_PARTS; i++)
        all->parts[all->count++] = rules[i];
}

/* What the distance is asked of; what must not be there is left in @p parts. */
static void
gather_parts(struct arrangement *all, struct rule *parts, size_t *count)
{
    size_t kept = 0;

    for (size_t i = 0; i < *count; i++) {
        struct rule part = parts[i];

        if (part.kind == RULE_NONE)
            parts[kept++] = part;
        else if (part.kind == RULE_ALL)
            gather(all, part.children, part.count);
        else if (part.kind == RULE_ORDER || part.kind == RULE_AT_LEAST)
            all->misplaced = true;
        else
            gather(all, &part, 1);
    }
    *count = kept;
}

static bool
make_near(struct shape_reader *reader, struct rule *parts, size_t *count,
          const struct yaml_node *near)
{
    struct arrangement all = { .count = 0 };
    struct rule *out;

    gather_parts(&all, parts, count);
    out = &parts[(*count)++];
    *out = (struct rule){ .kind = RULE_NEAR,
                          .scope = { .section = -1 },
                          .near = words_of(near),
                          .start = near->start,
                          .end = near->end,
                          .count = all.count };
    out->children =
        arena_copy(reader->arena, all.parts, all.count, sizeof *all.parts);
    if (!out->children)
        return false;
    if (all.misplaced || all.count < 2 || all.count > NEAR_PARTS)
        return rule_fault(reader, DIAG_CHECKLIST_NEAR, near);
    return check_finds(reader, all.parts, all.count);
}

static struct rule *
order_among(struct rule *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (parts[i].kind == RULE_ORDER)
            return &parts[i];
    }
    return NULL;
}

/* Whether `order` stands alone, but for what must not be there. */
static bool
is_alone(const struct rule *parts, size_t count)
{
    size_t others = 0;

    for (size_t i = 0; i < count; i++)
        others += parts[i].kind != RULE_ORDER && parts[i].kind != RULE_NONE;
    return others == 0;
}

bool
arrange_parts(struct shape_reader *reader, struct rule *parts, size_t *count,
              const struct yaml_node *near)
{
    struct rule *order = order_among(parts, *count);

    if (order) {
        order->near = words_of(near);
        if (order->count == 1 &&
            !fault_of_rule(reader, DIAG_CHECKLIST_ORDER, order))
            return false;
        if (!check_finds(reader, order->children, order->count))
            return false;
    }
    if (!near || (order && is_alone(parts, *count)))
        return true;
    return make_near(reader, parts, count, near);
}
