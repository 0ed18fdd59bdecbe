/* SPDX-License-Identifier: MIT */

/* Asks one criterion.  met is asked first, then referred and partly; what no
 * rule finds is not met.  Where a limit could have hidden what a rule asks
 * for, or what it must not find, there is no verdict: it needs a person. */

#include "assess/judge.h"

#include "assess/account.h"
#include "assess/set.h"

#include <string.h>

static bool
is_over(const struct rule *rule)
{
    return rule->kind == RULE_SHARE || rule->kind == RULE_NUMBER;
}

static bool
holds(struct search *search, const struct rule *rule,
      const struct extent *extent)
{
    struct setting setting = setting_for(search, &setting_default, extent);

    vec_clear(&search->finds);
    return evaluate(search, rule, extent, &setting, search->most);
}

/* Whether what a rule looks for could be hidden. */
static bool
is_hidden(const struct search *search, const struct rule *rule)
{
    const uint8_t *limited = search->matches->limited;

    if (rule->kind == RULE_FIND && limited[rule->concept])
        return true;
    if (rule->scope.section >= 0 && limited[rule->scope.section])
        return true;
    if (rule->scope.column > 0 && limited[rule->scope.column - 1])
        return true;
    if (is_over(rule) && judge_outline_limited(search, rule->over))
        return true;
    for (size_t i = 0; i < rule->count; i++) {
        if (is_hidden(search, &rule->children[i]))
            return true;
    }
    return false;
}

static bool
is_focus_hidden(const struct search *search)
{
    const struct focus_definition *focus = &search->checklist->items.focus;
    const int64_t concepts[] = { focus->heading, focus->list, focus->column,
                                 focus->unless };

    for (size_t i = 0; i < ARRAY_LEN(concepts); i++) {
        if (concepts[i] >= 0 && search->matches->limited[concepts[i]])
            return true;
    }
    return false;
}

bool
judge_outline_limited(const struct search *search, unsigned over)
{
    const struct item_definition *definition;

    if (search->outline.limited)
        return true;
    if (over >= ITEM_KINDS)
        return is_focus_hidden(search);
    definition = &search->checklist->items.kinds[over];
    for (size_t i = 0; i < definition->unless.count; i++) {
        if (is_hidden(search, &definition->unless.rules[i]))
            return true;
    }
    return definition->is && is_hidden(search, definition->is);
}

static bool
is_limited(const struct search *search, const struct rule *rule)
{
    return search->limited || is_hidden(search, rule);
}

/* Whether a limit could have hidden what must not be there, or of what there
 * must not be too few or too many. */
static bool
is_absence_limited(const struct search *search, const struct rule *rule)
{
    if (is_over(rule) &&
        (search->limited || judge_outline_limited(search, rule->over)))
        return true;
    for (size_t i = 0; i < rule->count; i++) {
        if (rule->kind == RULE_NONE
                ? is_limited(search, &rule->children[i])
                : is_absence_limited(search, &rule->children[i]))
            return true;
    }
    return false;
}

/* The same for what takes credit away: other matters, and polarity. */
static bool
is_refusal_limited(const struct search *search,
                   const struct criterion *criterion)
{
    const uint32_t *polarity = search->checklist->tokens.polarity;

    for (size_t i = 0; i < criterion->unless.count; i++) {
        if (is_limited(search, &criterion->unless.rules[i]))
            return true;
    }
    for (size_t i = 0; i < POLARITY_COUNT; i++) {
        if (search->matches->limited[polarity[i]])
            return true;
    }
    return false;
}

/* Whether a rule's answer is worth nothing, because a limit was reached. */
static bool
is_undecided(const struct search *search, const struct criterion *criterion,
             const struct rule *rule, bool held)
{
    if (!held)
        return is_limited(search, rule);
    return is_absence_limited(search, rule) ||
           is_refusal_limited(search, criterion);
}

/* Whether what the main document refers to is in an annex at least in part;
 * where not, the search holds again what the reference was found by. */
static bool
stands_in_annex(struct search *search, const struct criterion *criterion,
                const struct extent *extent)
{
    if (search->document->member_count < 2 || !criterion->partly)
        return false;
    if (holds(search, criterion->partly, extent) && set_found_in_annex(search))
        return true;
    (void)holds(search, criterion->referred, extent);
    return false;
}

samsyn_verdict
judge_stretch(struct search *search, const struct criterion *criterion,
              const struct extent *extent, const struct rule *referred,
              const char **word)
{
    const struct {
        const char *word;
        const struct rule *rule;
        samsyn_verdict verdict;
    } rows[] = {
        { "met", criterion->met, SAMSYN_VERDICT_MET },
        { "referred", referred, SAMSYN_VERDICT_REFERRED },
        { "partly", criterion->partly, SAMSYN_VERDICT_PARTLY },
    };

    *word = rows[0].word;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        bool held;

        if (!rows[i].rule)
            continue;
        *word = rows[i].word;
        held = holds(search, rows[i].rule, extent);
        if (is_undecided(search, criterion, rows[i].rule, held))
            return SAMSYN_VERDICT_NEEDS_REVIEW;
        if (held && rows[i].verdict == SAMSYN_VERDICT_REFERRED &&
            stands_in_annex(search, criterion, extent))
            continue;
        if (held)
            return rows[i].verdict;
    }
    vec_clear(&search->finds);
    return SAMSYN_VERDICT_NOT_MET;
}

static void
begin_search(struct search *search, const struct criterion *criterion)
{
    vec_clear(&search->finds);
    vec_clear(&search->refused);
    vec_clear(&search->memory);
    memset(&search->nearest, 0, sizeof search->nearest);
    search->recording = false;
    bar(search, &criterion->unless);
    search->recording = true;
}

/* Asks the rule again where only parts of it stand: nothing new can hold, but
 * what came nearest is seen. */
static void
explore(struct search *search, const struct criterion *criterion)
{
    size_t mark = search->finds.len;
    struct extent whole = extent_whole(search);

    search->exploring = true;
    (void)evaluate(search, criterion->met, &whole, &setting_default, 1);
    search->exploring = false;
    search->finds.len = mark;
}

/* The rules' verdict becomes a suggestion, with all that they found. */
static void
leave_to_person(struct samsyn_criterion *out)
{
    if (out->verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        return; /* a limit left nothing to suggest */
    out->suggestion = out->verdict;
    out->verdict = SAMSYN_VERDICT_NEEDS_REVIEW;
    out->texts[SAMSYN_CRITERION_REASON] = STR("person");
}

static bool
judge_document(struct arena *arena, struct search *search,
               const struct criterion *criterion, struct samsyn_criterion *out)
{
    struct extent whole = extent_whole(search);
    const char *rule;

    out->verdict =
        judge_stretch(search, criterion, &whole, criterion->referred, &rule);
    if (out->verdict != SAMSYN_VERDICT_MET)
        explore(search, criterion);
    return account_counted(arena, search, out, rule) &&
           account_refused(arena, search, out, rule) &&
           (out->verdict == SAMSYN_VERDICT_MET ||
            account_nearest(arena, search, out, "met"));
}

/* Of the document as a whole. */
static int32_t
closeness(struct search *search, const struct criterion *criterion,
          samsyn_verdict verdict)
{
    if (verdict == SAMSYN_VERDICT_MET)
        return CLOSENESS_WHOLE;
    return criterion->met ? closeness_of_rule(search, criterion->met) : 0;
}

/* A document that names no focus areas is the one area. */
static bool
is_of_document(const struct search *search, const struct criterion *criterion)
{
    return criterion->asked == LEVEL_DOCUMENT ||
           (criterion->asked == LEVEL_FOCUS && search->outline.area_count == 0);
}

bool
judge_criterion(struct arena *arena, struct search *search,
                const struct criterion *criterion, struct samsyn_criterion *out)
{
    bool good;

    begin_search(search, criterion);
    if (is_of_document(search, criterion))
        good = judge_document(arena, search, criterion, out);
    else
        good = levels_judge(arena, search, criterion, out);
    if (!good)
        return false;
    if (search->checklist->model && is_of_document(search, criterion))
        out->closeness = closeness(search, criterion, out->verdict);
    if (out->verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        out->texts[SAMSYN_CRITERION_REASON] = STR("limit");
    if (criterion->person)
        leave_to_person(out);
    if (!search->config->no_account &&
        !account_trace(arena, search, out, criterion))
        return false;
    for (size_t i = 0; criterion->person && i < out->unit_count; i++)
        out->units[i] = SAMSYN_VERDICT_NEEDS_REVIEW;
    return !search->failed;
}

struct ruling
judge_rules(struct search *search, const struct criterion *criterion)
{
    struct extent whole = extent_whole(search);
    struct ruling ruling;
    const char *rule;

    begin_search(search, criterion);
    if (!is_of_document(search, criterion))
        return levels_rules(search, criterion);
    ruling.verdict =
        judge_stretch(search, criterion, &whole, criterion->referred, &rule);
    ruling.closeness = closeness(search, criterion, ruling.verdict);
    return ruling;
}
