/* SPDX-License-Identifier: MIT */

/* What loading does not refuse but an author should know: criteria without
 * examples and vocabulary that no rule uses. */

#include "checklist/checklist.h"

#include "base/vec.h"

#include <stdlib.h>

struct linting {
    const struct samsyn_checklist *checklist;
    struct samsyn_diagnostics *diags;
    struct diag_source source;
    bool *used;                     /* by vocabulary entry */
    const struct concept **by_name; /* the entries, sorted */
    struct vec todo; /* of size_t: entries whose references to follow */
};

static bool
say(struct linting *linting, enum diag_code code, size_t start, size_t end,
    const struct str *args, size_t count)
{
    return diag_add(linting->diags, code, &linting->source, start, end, args,
                    count, str_make("", 0));
}

static bool
check_examples(struct linting *linting, const struct criterion *criterion)
{
    static const char *const names[OUTCOMES] = { "met", "partly", "not_met",
                                                 "referred" };

    for (size_t i = 0; i < OUTCOMES; i++) {
        struct str args[2] = { criterion->id, str_of(names[i]) };

        if (criterion->examples[i].count > 0 ||
            (i == OUTCOME_PARTLY && !criterion->partly) ||
            (i == OUTCOME_REFERRED && !criterion->referred))
            continue;
        if (!say(linting, DIAG_CHECKLIST_EXAMPLES, criterion->start,
                 criterion->end, args, 2))
            return false;
    }
    return true;
}

static bool
use(struct linting *linting, size_t entry)
{
    size_t *slot;

    if (entry >= linting->checklist->vocabulary.count || linting->used[entry])
        return true;
    linting->used[entry] = true;
    slot = vec_push(&linting->todo);
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
find_entry(const struct linting *linting, struct str name)
{
    const struct vocabulary *vocabulary = &linting->checklist->vocabulary;
    const struct concept key = { .name = name }, *wanted = &key;
    const struct concept **found = NULL;

    if (vocabulary->count > 0)
        found = bsearch(&wanted, linting->by_name, vocabulary->count,
                        sizeof wanted, compare_names);
    return found ? (size_t)(*found - vocabulary->concepts) : vocabulary->count;
}

static bool
use_names(struct linting *linting, const struct concept *concept)
{
    for (size_t i = 0; i < concept->count; i++) {
        if (concept->members[i].kind == MEMBER_VOCABULARY &&
            !use(linting, find_entry(linting, concept->members[i].name)))
            return false;
    }
    return true;
}

static bool
use_rule(struct linting *linting, const struct rule *rule)
{
    if (rule->kind == RULE_FIND && !use(linting, rule->concept))
        return false;
    if (rule->kind == RULE_FIND && rule->written &&
        !use_names(linting, rule->written))
        return false;
    if (rule->scope.section >= 0 && !use(linting, (size_t)rule->scope.section))
        return false;
    for (size_t i = 0; i < rule->count; i++) {
        if (!use_rule(linting, &rule->children[i]))
            return false;
    }
    return true;
}

static bool
use_criterion(struct linting *linting, const struct criterion *criterion)
{
    const struct rule *rules[] = { criterion->met, criterion->referred,
                                   criterion->partly };

    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        if (rules[i] && !use_rule(linting, rules[i]))
            return false;
    }
    for (size_t i = 0; i < criterion->unless.count; i++) {
        if (!use_rule(linting, &criterion->unless.rules[i]))
            return false;
    }
    return true;
}

static bool
follow_names(struct linting *linting)
{
    const struct vocabulary *vocabulary = &linting->checklist->vocabulary;

    while (linting->todo.len > 0) {
        size_t entry = *(size_t *)vec_last(&linting->todo);

        linting->todo.len--;
        if (!use_names(linting, &vocabulary->concepts[entry]))
            return false;
    }
    return true;
}

static bool
check_unused(struct linting *linting)
{
    const struct vocabulary *vocabulary = &linting->checklist->vocabulary;

    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct concept *concept = &vocabulary->concepts[i];

        if (!linting->used[i] &&
            !say(linting, DIAG_CHECKLIST_UNUSED, concept->start, concept->end,
                 &concept->name, 1))
            return false;
    }
    return true;
}

static void
sort_names(struct linting *linting)
{
    const struct vocabulary *vocabulary = &linting->checklist->vocabulary;

    for (size_t i = 0; i < vocabulary->count; i++)
        linting->by_name[i] = &vocabulary->concepts[i];
    if (vocabulary->count > 0)
        qsort(linting->by_name, vocabulary->count, sizeof *linting->by_name,
              compare_names);
}

static bool
lint_all(struct linting *linting)
{
    const struct samsyn_checklist *checklist = linting->checklist;

    sort_names(linting);
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (!check_examples(linting, &checklist->criteria[i]) ||
            !use_criterion(linting, &checklist->criteria[i]))
            return false;
    }
    return follow_names(linting) && check_unused(linting);
}

bool
checklist_lint(const struct samsyn_checklist *checklist,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags)
{
    const samsyn_allocator *mem = &config_of(config)->mem;
    struct linting linting = { .checklist = checklist,
                               .diags = diags,
                               .source = { checklist->name.ptr,
                                           checklist->source } };
    bool good;

    linting.used =
        mem_array(mem, checklist->vocabulary.count, sizeof *linting.used);
    linting.by_name =
        mem_array(mem, checklist->vocabulary.count, sizeof *linting.by_name);
    vec_init(&linting.todo, mem, sizeof(size_t));
    good = linting.used && linting.by_name && lint_all(&linting);
    vec_done(&linting.todo);
    mem_free(mem, linting.by_name);
    mem_free(mem, linting.used);
    return good;
}
