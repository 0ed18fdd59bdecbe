/* SPDX-License-Identifier: MIT */

/* Rules over the items and focus areas of a stretch: for what share of them a
 * rule holds, and how many there are. */

#include "assess/search.h"

/* What going over the items of a stretch has come to. */
struct census {
    const struct rule *rule;
    const struct setting *setting;
    size_t want; /* RULE_NUMBER: finds to keep */
    size_t asked, held;
};

static void
ask_item(struct search *search, struct census *census,
         const struct extent *item)
{
    const struct rule *rule = census->rule;
    struct setting inner = setting_for(search, census->setting, item);
    struct find find = { { item->main.first, item->main.first + 1, NO_CONCEPT },
                         rule,
                         REFUSAL_NONE };

    if (rule->kind == RULE_SHARE)
        census->held += evaluate(search, rule->children, item, &inner, 1);
    else if (census->asked < census->want)
        search_keep(search, &search->finds, &find);
    census->asked++;
}

/* Asks the items that begin in a stretch. */
static void
ask_items(struct search *search, struct census *census, struct range range)
{
    unsigned over = census->rule->over;
    struct span_of_items span = extent_items(search, over, range);

    for (size_t i = span.first; i < span.end && search_spend(search, 1); i++) {
        struct extent item = extent_at(search, over, i);

        if (item.main.first >= range.first && item.main.first < range.end)
            ask_item(search, census, &item);
    }
}

static void
ask_all(struct search *search, struct census *census,
        const struct extent *extent)
{
    ask_items(search, census, extent->main);
    for (size_t i = 0; i < extent->more_count; i++)
        ask_items(search, census, extent->more[i]);
}

bool
census_share(struct search *search, const struct rule *rule,
             const struct extent *extent, const struct setting *setting,
             size_t want)
{
    struct census census = { rule, setting, want, 0, 0 };

    ask_all(search, &census, extent);
    return census.asked > 0 && census.held * 100 >= rule->times * census.asked;
}

bool
census_number(struct search *search, const struct rule *rule,
              const struct extent *extent, const struct setting *setting,
              size_t want)
{
    struct census census = { rule, setting, want, 0, 0 };

    ask_all(search, &census, extent);
    return census.asked >= rule->times && census.asked <= rule->most;
}
