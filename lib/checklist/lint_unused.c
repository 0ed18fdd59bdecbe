/* SPDX-License-Identifier: MIT */

/* Vocabulary that no rule leads to.  Rules are followed to the entries they
 * name, and those to the entries that they name in turn. */

#include "checklist/lint.h"

#include "base/vec.h"

#include <stdlib.h>

struct usage {
    const struct samsyn_checklist *checklist;
    bool *used;                     /* by vocabulary entry */
    const struct concept **by_name; /* the entries, sorted */
    struct vec todo; /* of size_t: entries whose references to follow */
};

static bool
use(struct usage *usage, size_t entry)
{
    size_t *slot;

    if (entry >= usage->checklist->vocabulary.count || usage->used[entry])
        return true;
    usage->used[entry] = true;
    slot = vec_push(&usage->todo);
    if (slot)
        *slot = entry;
    return slot != NULL;
}

static int
compare_names(const void *a, const void *b)
{
    const struct concept *const *left = a, *const *right = b;

    return str_compare((*left)->name, (*right)->name);
}

/* The number of an entry; that of none where the name is the pack's. */
static size_t
find_entry(const struct usage *usage, struct str name)
{
    const struct vocabulary *vocabulary = &usage->checklist->vocabulary;
    const struct concept key = { .name = name }, *wanted = &key;
    const struct concept **found = NULL;

    if (vocabulary->count > 0)
        found = bsearch(&wanted, usage->by_name, vocabulary->count,
                        sizeof wanted, compare_names);
    return found ? (size_t)(*found - vocabulary->concepts) : vocabulary->count;
}

static bool
use_names(struct usage *usage, const struct concept *concept)
{
    for (size_t i = 0; i < concept->count; i++) {
        if (concept->members[i].kind == MEMBER_VOCABULARY &&
            !use(usage, find_entry(usage, concept->members[i].name)))
            return false;
    }
    return true;
}

static bool
use_rule(struct usage *usage, const struct rule *rule)
{
    if (rule->kind == RULE_FIND && !use(usage, rule->concept))
        return false;
    if (rule->kind == RULE_FIND && rule->written &&
        !use_names(usage, rule->written))
        return false;
    if (rule->scope.section >= 0 && !use(usage, (size_t)rule->scope.section))
        return false;
    if (rule->scope.column > 0 && !use(usage, rule->scope.column - 1))
        return false;
    for (size_t i = 0; i < rule->count; i++) {
        if (!use_rule(usage, &rule->children[i]))
            return false;
    }
    return true;
}

static bool
use_criterion(struct usage *usage, const struct criterion *criterion)
{
    const struct rule *rules[] = { criterion->met, criterion->referred,
                                   criterion->partly };

    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        if (rules[i] && !use_rule(usage, rules[i]))
            return false;
    }
    for (size_t i = 0; i < criterion->unless.count; i++) {
        if (!use_rule(usage, &criterion->unless.rules[i]))
            return false;
    }
    return true;
}

static bool
use_concept(struct usage *usage, int64_t concept)
{
    return concept < 0 || use(usage, (size_t) concept);
}

static bool
use_named(struct usage *usage, const struct item_rules *named)
{
    for (size_t i = 0; i < named->count; i++) {
        if (!use_rule(usage, &named->rules[i].rule))
            return false;
    }
    return true;
}

static bool
use_definition(struct usage *usage, const struct item_definition *definition)
{
    if (definition->is && !use_rule(usage, definition->is))
        return false;
    for (size_t i = 0; i < definition->unless.count; i++) {
        if (!use_rule(usage, &definition->unless.rules[i]))
            return false;
    }
    return use_named(usage, &definition->actors) &&
           use_named(usage, &definition->holds);
}

static bool
use_definitions(struct usage *usage)
{
    const struct item_definitions *items = &usage->checklist->items;

    for (size_t i = 0; i < ITEM_KINDS; i++) {
        if (!use_definition(usage, &items->kinds[i]))
            return false;
    }
    return use_concept(usage, items->focus.heading) &&
           use_concept(usage, items->focus.list) &&
           use_concept(usage, items->focus.column) &&
           use_concept(usage, items->focus.unless);
}

static bool
follow_names(struct usage *usage)
{
    const struct vocabulary *vocabulary = &usage->checklist->vocabulary;

    while (usage->todo.len > 0) {
        size_t entry = *(size_t *)vec_last(&usage->todo);

        usage->todo.len--;
        if (!use_names(usage, &vocabulary->concepts[entry]))
            return false;
    }
    return true;
}

static bool
say_unused(struct linting *linting, const struct usage *usage)
{
    const struct vocabulary *vocabulary = &linting->checklist->vocabulary;

    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct concept *concept = &vocabulary->concepts[i];

        if (!usage->used[i] &&
            !lint_say(linting, DIAG_CHECKLIST_UNUSED, concept->start,
                      concept->end, &concept->name, 1))
            return false;
    }
    return true;
}

static void
sort_names(struct usage *usage)
{
    const struct vocabulary *vocabulary = &usage->checklist->vocabulary;

    for (size_t i = 0; i < vocabulary->count; i++)
        usage->by_name[i] = &vocabulary->concepts[i];
    if (vocabulary->count > 0)
        qsort(usage->by_name, vocabulary->count, sizeof *usage->by_name,
              compare_names);
}

static bool
use_all(struct usage *usage)
{
    const struct samsyn_checklist *checklist = usage->checklist;

    sort_names(usage);
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (!use_criterion(usage, &checklist->criteria[i]))
            return false;
    }
    return use_definitions(usage) && follow_names(usage);
}

bool
lint_unused(struct linting *linting)
{
    size_t count = linting->checklist->vocabulary.count;
    struct usage usage = { .checklist = linting->checklist };
    bool good;

    usage.used = mem_array(linting->mem, count, sizeof *usage.used);
    usage.by_name = mem_array(linting->mem, count, sizeof *usage.by_name);
    vec_init(&usage.todo, linting->mem, sizeof(size_t));
    good = usage.used && usage.by_name && use_all(&usage) &&
           say_unused(linting, &usage);
    vec_done(&usage.todo);
    mem_free(linting->mem, usage.by_name);
    mem_free(linting->mem, usage.used);
    return good;
}
