/* SPDX-License-Identifier: MIT */

/* Whether a rule holds in a stretch of the document.
 *
 * What a rule finds is appended to the search's finds; where it turns out not
 * to hold, the finds are cut back to where they were, so at the end they are
 * just what the verdict rests on.  In a window at least one find must stand in
 * the unit itself, not only in its lead-in or column title.
 *
 * The step budget counts questions to hits; when it is spent every rule says
 * no and the search says that it was limited. */

#include "assess/search.h"

enum {
    STOP_EVERY = 4096
};

typedef bool (*judge_fn)(struct search *search, const struct rule *rule,
                         const struct extent *extent,
                         const struct setting *setting, size_t want);

bool
search_spend(struct search *search, uint64_t steps)
{
    uint64_t before = search->steps;

    search->steps += steps;
    if (search->steps > search->config->limits[SAMSYN_LIMIT_STEPS])
        search->limited = true;
    if (search->steps / STOP_EVERY != before / STOP_EVERY &&
        config_stops(search->config))
        search->stopped = true;
    return !search->limited && !search->failed && !search->stopped;
}

void
search_keep(struct search *search, struct vec *list, const struct find *find)
{
    struct find *slot = vec_push(list);

    if (slot)
        *slot = *find;
    else
        search->failed = true;
}

/* ---- find ---- */

/* What asking for hits in a stretch has come to. */
struct tally {
    size_t accepted;
    size_t want;
    uint32_t behind;     /* one past the last hit that counted */
    struct find refused; /* the first refused, where there is one */
};

/* Hits that overlap count once.  Where several are asked for, the one of two
 * that ends first leaves most room for the next. */
static void
count_hit(struct search *search, const struct find *find, struct tally *tally)
{
    if (tally->behind == 0 || find->hit.first >= tally->behind) {
        search_keep(search, &search->finds, find);
        tally->behind = find->hit.end;
        tally->accepted++;
    } else if (find->rule->times > 1 && find->hit.end < tally->behind) {
        *(struct find *)vec_last(&search->finds) = *find;
        tally->behind = find->hit.end;
    }
}

static void
weigh_hit(struct search *search, const struct rule *rule,
          const struct setting *setting, const struct hit *hit,
          struct tally *tally)
{
    struct find find = { *hit, rule, judge_hit(search, setting, hit) };

    if (find.refusal == REFUSAL_NONE) {
        if (!search->failed)
            count_hit(search, &find, tally);
    } else if (find.refusal != REFUSAL_ELSEWHERE && !tally->refused.rule) {
        tally->refused = find;
    }
}

static void
find_in(struct search *search, const struct rule *rule,
        const struct setting *setting, struct range range, struct tally *tally)
{
    const struct hit_list *list = &search->matches->concepts[rule->concept];

    tally->behind = 0;
    for (size_t i = hits_from(list, range.first);
         i < list->count && list->hits[i].first < range.end &&
         tally->accepted < tally->want && search_spend(search, 1);
         i++) {
        if (list->hits[i].end <= range.end)
            weigh_hit(search, rule, setting, &list->hits[i], tally);
    }
}

static bool
judge_find(struct search *search, const struct rule *rule,
           const struct extent *extent, const struct setting *setting,
           size_t want)
{
    struct tally tally = { .want = want > rule->times ? want : rule->times };

    find_in(search, rule, setting, extent->main, &tally);
    for (size_t i = 0; i < extent->more_count; i++)
        find_in(search, rule, setting, extent->more[i], &tally);
    for (size_t i = 0;
         i < extent->context_count && tally.accepted < rule->times; i++)
        find_in(search, rule, setting, extent->contexts[i], &tally);
    if (tally.accepted >= rule->times)
        return true;
    if (search->recording && tally.refused.rule &&
        search->refused.len < 16 * search->most)
        search_keep(search, &search->refused, &tally.refused);
    return false;
}

/* ---- all, any, none, at least ---- */

void
search_note(struct search *search, const struct rule *rule, size_t held,
            uint64_t missing, const struct hit *place)
{
    struct nearest *best = &search->nearest;

    if (!search->recording || held == 0 ||
        (best->rule && held * best->of <= best->held * rule->count))
        return;
    *best = (struct nearest){
        held, rule->count, { place->first, place->end }, rule, missing
    };
}

static void
note_nearest(struct search *search, const struct rule *rule, size_t held,
             uint64_t missing, size_t mark)
{
    const struct find *first;

    if (mark >= search->finds.len)
        return;
    first = vec_at(&search->finds, mark);
    search_note(search, rule, held, missing, &first->hit);
}

static bool
judge_all(struct search *search, const struct rule *rule,
          const struct extent *extent, const struct setting *setting,
          size_t want)
{
    size_t mark = search->finds.len, held = 0;
    uint64_t missing = 0;

    for (size_t i = 0; i < rule->count; i++) {
        if (evaluate(search, &rule->children[i], extent, setting, want))
            held++;
        else if (i < 64)
            missing |= (uint64_t)1 << i;
    }
    if (held == rule->count)
        return true;
    note_nearest(search, rule, held, missing, mark);
    return false;
}

/* Whether something found since @p mark stands in a stretch itself. */
static bool
found_inside(const struct search *search, size_t mark,
             const struct extent *extent)
{
    for (size_t i = mark; i < search->finds.len; i++) {
        const struct find *find = vec_at(&search->finds, i);

        if (extent_has(extent, find->hit.first))
            return true;
    }
    return false;
}

/* Takes the finds from @p mark up to @p until off the list. */
static void
drop_finds(struct search *search, size_t mark, size_t until)
{
    struct find *finds = search->finds.data;
    size_t dropped = until - mark;

    for (size_t i = until; dropped > 0 && i < search->finds.len; i++)
        finds[i - dropped] = finds[i];
    search->finds.len -= dropped;
}

/* A part that finds something in the stretch itself goes before one that
 * holds by a lead-in alone, or by what is not there: a window asks for the
 * former, and the order of the parts must not decide. */
static bool
judge_any(struct search *search, const struct rule *rule,
          const struct extent *extent, const struct setting *setting,
          size_t want)
{
    size_t mark = search->finds.len;
    bool held = false;

    for (size_t i = 0; i < rule->count; i++) {
        size_t from = search->finds.len;

        if (!evaluate(search, &rule->children[i], extent, setting, want))
            continue;
        if (found_inside(search, from, extent)) {
            drop_finds(search, mark, from);
            return true;
        }
        if (held)
            search->finds.len = from; /* one of these is enough */
        held = true;
    }
    return held;
}

/* What must not be there is found silently: it is no evidence, and its refused
 * hits are no candidates. */
static bool
judge_none(struct search *search, const struct rule *rule,
           const struct extent *extent, const struct setting *setting,
           size_t want)
{
    bool recording = search->recording, held = true;
    size_t mark = search->finds.len;

    (void)want;
    search->recording = false;
    for (size_t i = 0; i < rule->count && held; i++)
        held = !evaluate(search, &rule->children[i], extent, setting, 1);
    search->recording = recording;
    search->finds.len = mark;
    return held;
}

static bool
judge_at_least(struct search *search, const struct rule *rule,
               const struct extent *extent, const struct setting *setting,
               size_t want)
{
    size_t mark = search->finds.len, held = 0;
    uint64_t missing = 0;

    for (size_t i = 0; i < rule->count; i++) {
        if (evaluate(search, &rule->children[i], extent, setting, want))
            held++;
        else if (i < 64)
            missing |= (uint64_t)1 << i;
    }
    if (held >= rule->times)
        return true;
    note_nearest(search, rule, held, missing, mark);
    return false;
}

static const judge_fn judges[] = {
    [RULE_FIND] = judge_find,         [RULE_ALL] = judge_all,
    [RULE_ANY] = judge_any,           [RULE_NONE] = judge_none,
    [RULE_AT_LEAST] = judge_at_least, [RULE_SHARE] = census_share,
    [RULE_NUMBER] = census_number,    [RULE_NEAR] = arrange_near,
    [RULE_ORDER] = arrange_order,
};

/* ---- Windows ---- */

/* Asks one unit; takes back what was found where the rule does not hold. */
bool
evaluate_unit(struct search *search, const struct rule *rule,
              const struct extent *unit, const struct setting *setting)
{
    size_t mark = search->finds.len;

    if (judges[rule->kind](search, rule, unit, setting, 1) &&
        found_inside(search, mark, unit))
        return true;
    search->finds.len = mark;
    return false;
}

static size_t
ask_units(struct search *search, const struct rule *rule,
          const struct vec *units, const struct setting *setting, size_t want)
{
    size_t held = 0;

    for (size_t i = 0; i < units->len && held < want; i++) {
        const struct extent *unit = vec_at(units, i);

        if (search->failed || search->stopped || search->limited)
            return held;
        held += evaluate_unit(search, rule, unit, setting);
    }
    return held;
}

static bool
judge_windows(struct search *search, const struct rule *rule,
              const struct extent *extent, const struct setting *setting,
              size_t want)
{
    struct setting inner = *setting;
    struct vec units;
    size_t held;

    inner.windowed = rule->window < WINDOW_FOCUS;
    if (!inner.windowed)
        inner.heading = 0; /* an item's heading is text in the item alone */
    vec_init(&units, &search->config->mem, sizeof(struct extent));
    window_units(search, rule, extent, &units);
    held = ask_units(search, rule, &units, &inner, want);
    vec_done(&units);
    return held > 0;
}

/* Inside a window the area and the document are no more than the window. */
static bool
judge_unit(struct search *search, const struct rule *rule,
           const struct extent *extent, const struct setting *setting,
           size_t want)
{
    (void)want;
    return evaluate_unit(search, rule, extent, setting);
}

/* ---- What was asked before ---- */

/* Which of a rule's memories: one an area, the last for all else. */
static size_t
area_at(const struct search *search, const struct rule *rule,
        const struct extent *extent)
{
    size_t none = search->outline.area_count;
    uint32_t area = NO_INDEX;

    if (rule->window == WINDOW_FOCUS)
        area = search->outline.area_of[document_block_of(search->document,
                                                         extent->main.first)];
    return area == NO_INDEX ? none : area;
}

/* Asking a rule can move it.  NULL without memory. */
static struct memory *
memory_of(struct search *search, const struct rule *rule, size_t area)
{
    size_t each = search->outline.area_count + 1, begun = search->memory.len;

    for (size_t i = 0; i < begun; i += each) {
        struct memory *memory = vec_at(&search->memory, i);

        if (memory->rule == rule)
            return memory + area;
    }
    for (size_t i = 0; i < each; i++) {
        struct memory *memory = vec_push(&search->memory);

        if (!memory) {
            search->memory.len = begun;
            search->failed = true;
            return NULL;
        }
        memory->rule = rule;
    }
    return vec_at(&search->memory, begun + area);
}

static void
remember(struct search *search, struct memory *memory, bool held, size_t mark)
{
    memory->known = true;
    memory->held = held;
    memory->found = held && search->finds.len > mark;
    if (memory->found)
        memory->find = *(struct find *)vec_at(&search->finds, mark);
}

/* A rule over the document or an area says the same for every item in it. */
static bool
judge_wide(struct search *search, const struct rule *rule,
           const struct extent *extent, const struct setting *setting,
           size_t want)
{
    size_t area = area_at(search, rule, extent), mark = search->finds.len;
    struct memory *memory = memory_of(search, rule, area);
    bool held;

    if (memory && memory->known) {
        if (memory->found)
            search_keep(search, &search->finds, &memory->find);
        return memory->held;
    }
    held = judge_windows(search, rule, extent, setting, want);
    memory = memory_of(search, rule, area);
    if (memory && !search->exploring && !search->limited)
        remember(search, memory, held, mark);
    return held;
}

/* Whether a stretch is an item's or an area's, and not the document. */
static bool
is_narrow(const struct search *search, const struct extent *extent)
{
    return extent->main.first > 0 ||
           extent->main.end < search->document->word_count;
}

static judge_fn
judge_of(const struct search *search, const struct rule *rule,
         const struct extent *extent, const struct setting *setting)
{
    if (rule->window == WINDOW_INHERIT)
        return judges[rule->kind];
    if (rule->window >= WINDOW_FOCUS && setting->windowed)
        return judge_unit;
    if (rule->window >= WINDOW_FOCUS && is_narrow(search, extent))
        return judge_wide;
    return judge_windows;
}

bool
evaluate(struct search *search, const struct rule *rule,
         const struct extent *extent, const struct setting *outer, size_t want)
{
    struct setting setting = setting_inside(outer, rule);
    size_t mark = search->finds.len;
    judge_fn judge = judge_of(search, rule, extent, &setting);

    if (!search_spend(search, 1))
        return false;
    if (judge(search, rule, extent, &setting, want))
        return true;
    search->finds.len = mark;
    return false;
}
