/* SPDX-License-Identifier: MIT */

/* What `unless` takes away: the stretches in which one of its rules holds,
 * found once for a criterion, in reading order and apart. */

#include "assess/search.h"

#include <stdlib.h>

static int
compare_ranges(const void *a, const void *b)
{
    const struct range *left = a, *right = b;

    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    return (left->end > right->end) - (left->end < right->end);
}

/* Sorted, and overlapping ones made one. */
static void
join_ranges(struct vec *list)
{
    struct range *ranges = list->data;
    size_t kept = 0;

    if (list->len < 2)
        return;
    qsort(ranges, list->len, sizeof *ranges, compare_ranges);
    for (size_t i = 1; i < list->len; i++) {
        if (ranges[i].first > ranges[kept].end)
            ranges[++kept] = ranges[i];
        else if (ranges[i].end > ranges[kept].end)
            ranges[kept].end = ranges[i].end;
    }
    list->len = kept + 1;
}

static void
push_range(struct search *search, struct vec *ranges, struct range range)
{
    struct range *slot = vec_push(ranges);

    if (slot)
        *slot = range;
    else
        search->failed = true;
}

/* What is about something else is so also where it is negated or hedged. */
static void
gather_barred(struct search *search, const struct rule *rule,
              struct vec *gathered)
{
    struct setting setting = setting_inside(&setting_default, rule);
    struct extent whole = extent_whole(search);
    struct vec units;

    setting.accept = ~rule->refuse;
    vec_init(&units, &search->config->mem, sizeof(struct extent));
    window_units(search, rule, &whole, &units);
    for (size_t i = 0; i < units.len && !search->failed; i++) {
        const struct extent *unit = vec_at(&units, i);
        size_t mark = search->finds.len;

        if (evaluate_unit(search, rule, unit, &setting)) {
            push_range(search, gathered, unit->main);
            for (size_t k = 0; k < unit->more_count; k++)
                push_range(search, gathered, unit->more[k]);
        }
        search->finds.len = mark;
    }
    vec_done(&units);
}

void
bar(struct search *search, const struct rule_list *unless)
{
    struct vec gathered;

    vec_clear(&search->barred);
    vec_init(&gathered, &search->config->mem, sizeof(struct range));
    for (size_t i = 0; i < unless->count; i++)
        gather_barred(search, &unless->rules[i], &gathered);
    join_ranges(&gathered);
    vec_done(&search->barred);
    search->barred = gathered;
}
