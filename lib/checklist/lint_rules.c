/* SPDX-License-Identifier: MIT */

/* Rules that cannot hold, whatever the text.
 *
 * A walk over the tree says of each rule where what it finds could stand: in
 * the stretch that is asked, elsewhere (a lead-in, or nothing needs be found),
 * or nowhere.  Where a rule's parts could hold but the rule cannot, the reason
 * is said there, once; and for the criterion that an outcome is out of reach.
 *
 * Recursion is bounded by the depth that the YAML reader allows. */

#include "checklist/lint.h"

enum {
    NOWHERE = 0,
    INSIDE = 1,   /* with a find in the stretch that is asked */
    ELSEWHERE = 2 /* without */
};

enum {
    SENTENCE_WORDS = 4096 /* no sentence has more: document/split.c */
};

struct walk {
    struct linting *linting;
    const struct criterion *criterion;
    bool failed; /* no memory */
};

static unsigned
walk_rule(struct walk *walk, const struct rule *rule, const struct view *outer);

static void
say(struct walk *walk, enum diag_code code, const struct rule *rule,
    struct str more)
{
    struct str args[2] = { walk->criterion->id, more };

    if (!lint_say(walk->linting, code, rule->start, rule->end, args, 2))
        walk->failed = true;
}

static struct str
name_of(const struct walk *walk, const struct rule *rule)
{
    return rule->label[diag_lang(walk->linting->diags) == SAMSYN_LANG_EN];
}

/* ---- What is found ---- */

/* Whether a rule of `unless`, or part of it, takes away every hit of a
 * concept, wherever it stands. */
static bool
takes_all(struct proving *proving, const struct rule *rule, uint32_t concept)
{
    if (rule->scope.places || rule->scope.section >= 0 ||
        rule->scope.column > 0 || rule->scope.part != PARTS_ASSESSED ||
        rule->refuse)
        return false;
    if (rule->kind == RULE_FIND)
        return rule->times == 1 && prove_part(proving, concept, rule->concept);
    for (size_t i = 0; rule->kind == RULE_ANY && i < rule->count; i++) {
        if (rule->children[i].window == WINDOW_INHERIT &&
            takes_all(proving, &rule->children[i], concept))
            return true;
    }
    return false;
}

/* Rules of `unless` see no headings, and those of items and rows not all. */
static bool
is_taken(struct walk *walk, const struct rule *rule, const struct view *view)
{
    const struct rule_list *unless = &walk->criterion->unless;

    if (view->places & (PLACE_HEADING | PLACE_TITLE))
        return false;
    for (size_t i = 0; i < unless->count; i++) {
        const struct rule *other = &unless->rules[i];

        if (other->window != WINDOW_ITEM && other->window != WINDOW_ROW &&
            takes_all(&walk->linting->proving, other, rule->concept))
            return true;
    }
    return false;
}

static unsigned
walk_find(struct walk *walk, const struct rule *rule, const struct view *view)
{
    if (is_taken(walk, rule, view)) {
        say(walk, DIAG_CHECKLIST_TAKEN, rule, name_of(walk, rule));
        return NOWHERE;
    }
    if (view->window == WINDOW_SENTENCE && rule->times > SENTENCE_WORDS) {
        say(walk, DIAG_CHECKLIST_TIMES_MANY, rule, name_of(walk, rule));
        return NOWHERE;
    }
    if (view_has_place(view, view->kinds))
        return INSIDE | ELSEWHERE;
    return ELSEWHERE;
}

/* ---- all, any, none, at least ---- */

/* Two parts of which one asks for what the other forbids. */
static bool
finds_clash(struct walk *walk, const struct rule *rule, const struct view *view)
{
    struct proving *proving = &walk->linting->proving;

    for (size_t i = 0; i < rule->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (!prove_clash(proving, &rule->children[i], &rule->children[k],
                             view))
                continue;
            say(walk, DIAG_CHECKLIST_CLASH, &rule->children[i],
                str_make("", 0));
            return true;
        }
    }
    return false;
}

/* A part that follows from another asks for nothing (of all), or gives nothing
 * (of any); of two that say the same the later one.  Not so under a lead-in,
 * where it may be the one that is found in the unit itself. */
static void
find_idle(struct walk *walk, const struct rule *rule, const struct view *view)
{
    struct proving *proving = &walk->linting->proving;
    bool all = rule->kind == RULE_ALL;

    if (view->window != WINDOW_INHERIT && view->window < WINDOW_SECTION)
        return;
    for (size_t i = 0; i < rule->count; i++) {
        const struct rule *part = &rule->children[i];

        for (size_t k = 0; k < rule->count; k++) {
            const struct rule *other = &rule->children[k];

            if (i == k ||
                !prove_follows(proving, all ? other : part, view,
                               all ? part : other, view) ||
                (i < k && prove_follows(proving, all ? part : other, view,
                                        all ? other : part, view)))
                continue;
            say(walk, DIAG_CHECKLIST_IDLE, part, str_make("", 0));
            break;
        }
    }
}

static unsigned
walk_all(struct walk *walk, const struct rule *rule, const struct view *view)
{
    unsigned all = ELSEWHERE, some = 0;
    bool possible = true;

    for (size_t i = 0; i < rule->count; i++) {
        unsigned child = walk_rule(walk, &rule->children[i], view);

        possible = possible && child;
        all &= child;
        some |= child;
    }
    if (!possible || finds_clash(walk, rule, view))
        return NOWHERE;
    if (rule->kind == RULE_ALL)
        find_idle(walk, rule, view);
    return (some & INSIDE) | all;
}

static unsigned
walk_any(struct walk *walk, const struct rule *rule, const struct view *view)
{
    unsigned some = 0;

    for (size_t i = 0; i < rule->count; i++)
        some |= walk_rule(walk, &rule->children[i], view);
    if (rule->kind == RULE_ANY)
        find_idle(walk, rule, view);
    return some;
}

static unsigned
walk_none(struct walk *walk, const struct rule *rule, const struct view *view)
{
    (void)walk_any(walk, rule, view);
    return ELSEWHERE;
}

static unsigned
walk_at_least(struct walk *walk, const struct rule *rule,
              const struct view *view)
{
    unsigned some = 0;
    size_t possible = 0;

    for (size_t i = 0; i < rule->count; i++) {
        unsigned child = walk_rule(walk, &rule->children[i], view);

        possible += child != NOWHERE;
        some |= child;
    }
    return possible < rule->times ? NOWHERE : some;
}

/* ---- share, number ---- */

/* Each item is asked for itself, whatever the stretch around the rule. */
static unsigned
walk_share(struct walk *walk, const struct rule *rule, const struct view *view)
{
    struct view item = *view;

    item.window = WINDOW_INHERIT;
    item.kinds = view_outermost.kinds;
    if (walk_rule(walk, rule->children, &item) == NOWHERE)
        return NOWHERE;
    return INSIDE | ELSEWHERE;
}

static unsigned
walk_number(struct walk *walk, const struct rule *rule, const struct view *view)
{
    (void)walk;
    (void)rule;
    (void)view;
    return INSIDE | ELSEWHERE;
}

typedef unsigned (*walk_fn)(struct walk *walk, const struct rule *rule,
                            const struct view *view);

static const walk_fn walks[] = {
    [RULE_FIND] = walk_find,         [RULE_ALL] = walk_all,
    [RULE_ANY] = walk_any,           [RULE_NONE] = walk_none,
    [RULE_AT_LEAST] = walk_at_least, [RULE_SHARE] = walk_share,
    [RULE_NUMBER] = walk_number,     [RULE_NEAR] = walk_all,
    [RULE_ORDER] = walk_all,
};

/* ---- Windows ---- */

/* A window holds only with a find in it. */
static unsigned
walk_window(struct walk *walk, const struct rule *rule,
            const struct view *outer, const struct view *inner, unsigned held)
{
    if (view_is_idle(outer, rule))
        say(walk, DIAG_CHECKLIST_WINDOW_IDLE, rule, str_make("", 0));
    if (held == NOWHERE)
        return NOWHERE;
    if (inner->kinds != 0 && (held & INSIDE))
        return rule->window >= WINDOW_FOCUS ? INSIDE | ELSEWHERE : INSIDE;
    say(walk, DIAG_CHECKLIST_PLACE, rule, str_make("", 0));
    return NOWHERE;
}

static unsigned
walk_rule(struct walk *walk, const struct rule *rule, const struct view *outer)
{
    struct view inner = view_inside(outer, rule);
    unsigned held = walks[rule->kind](walk, rule, &inner);

    if (rule->window == WINDOW_INHERIT)
        return held;
    return walk_window(walk, rule, outer, &inner, held);
}

/* ---- A criterion ---- */

static void
lint_rule(struct walk *walk, const struct rule *rule, const char *key)
{
    if (rule && walk_rule(walk, rule, &view_outermost) == NOWHERE)
        say(walk, DIAG_CHECKLIST_NEVER, rule, str_of(key));
}

/* What `unless` of the criterion itself takes away is no fault there. */
static void
lint_unless(struct walk *walk)
{
    const struct criterion *criterion = walk->criterion;
    struct criterion bare = *criterion;
    struct walk inside = *walk;

    bare.unless.count = 0;
    inside.criterion = &bare;
    for (size_t i = 0; i < criterion->unless.count; i++)
        lint_rule(&inside, &criterion->unless.rules[i], "unless");
    walk->failed = inside.failed;
}

bool
lint_rules(struct linting *linting, const struct criterion *criterion)
{
    struct walk walk = { .linting = linting, .criterion = criterion };

    if (!criterion->taught)
        lint_rule(&walk, criterion->met, "met");
    lint_rule(&walk, criterion->partly, "partly");
    lint_rule(&walk, criterion->referred, "referred");
    lint_unless(&walk);
    if (criterion->partly &&
        prove_follows(&linting->proving, criterion->partly, &view_outermost,
                      criterion->met, &view_outermost))
        say(&walk, DIAG_CHECKLIST_PARTLY, criterion->partly, str_make("", 0));
    return !walk.failed;
}

/* What makes an item one, and what makes it none, as rules of their own. */
bool
lint_items(struct linting *linting)
{
    const struct item_definitions *items = &linting->checklist->items;
    struct criterion named = { .id = str_make("", 0) };
    struct walk walk = { .linting = linting, .criterion = &named };

    for (size_t i = 0; i < ITEM_KINDS; i++) {
        const struct rule_list *unless = &items->kinds[i].unless;

        named.id = str_of(over_words[i]);
        lint_rule(&walk, items->kinds[i].is, "is");
        for (size_t k = 0; k < unless->count; k++)
            lint_rule(&walk, &unless->rules[k], "unless");
    }
    return !walk.failed;
}
