/* SPDX-License-Identifier: MIT */

/* What loading does not refuse but an author should know.  Nothing here runs
 * a rule on a text: what is said can be read off the checklist alone. */

#include "checklist/lint.h"

#include "checklist/level.h"

bool
lint_say(struct linting *linting, enum diag_code code, size_t start, size_t end,
         const struct str *args, size_t count)
{
    if (start > linting->source.text.len)
        return true;
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
        if (!lint_say(linting, DIAG_CHECKLIST_EXAMPLES, criterion->start,
                      criterion->end, args, 2))
            return false;
    }
    return true;
}

/* Of criteria that show the same link of the chain only the last is seen. */
static bool
check_links(struct linting *linting)
{
    const struct samsyn_checklist *checklist = linting->checklist;
    const struct criterion *shown[LINKS] = { NULL };

    for (size_t i = 0; i < checklist->criterion_count; i++) {
        const struct criterion *one = &checklist->criteria[i];
        struct str args[2];

        if (one->link < 0)
            continue;
        if (shown[one->link]) {
            args[0] = str_of(link_words[one->link]);
            args[1] = shown[one->link]->id;
            if (!lint_say(linting, DIAG_CHECKLIST_LINK_TWICE, one->start,
                          one->end, args, 2))
                return false;
        }
        shown[one->link] = one;
    }
    return true;
}

/* A profile may well use the model of what it extends. */
static bool
check_model(struct linting *linting)
{
    const struct samsyn_checklist *checklist = linting->checklist;
    const struct model *model = checklist->model;

    if (!model || !str_equal(model->checklist, checklist->id) ||
        str_equal(model->digest, str_of(checklist->digest)))
        return true;
    return lint_say(linting, DIAG_CHECKLIST_MODEL_OLD, checklist->model_start,
                    checklist->model_end, NULL, 0);
}

/* A criterion without rules that no model knows is always left open. */
static bool
check_taught(struct linting *linting, const struct criterion *criterion)
{
    const struct samsyn_checklist *checklist = linting->checklist;
    const struct str args[2] = { criterion->id, checklist->model_name };

    if (!criterion->taught || checklist_has_taught(checklist, criterion))
        return true;
    return lint_say(linting, DIAG_CHECKLIST_UNTAUGHT, criterion->start,
                    criterion->end, args, 2);
}

static bool
lint_all(struct linting *linting)
{
    const struct samsyn_checklist *checklist = linting->checklist;

    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (!check_examples(linting, &checklist->criteria[i]) ||
            !check_taught(linting, &checklist->criteria[i]) ||
            !lint_rules(linting, &checklist->criteria[i]))
            return false;
    }
    return check_links(linting) && check_model(linting) &&
           lint_items(linting) && lint_unused(linting) && lint_terms(linting);
}

bool
checklist_lint(const struct samsyn_checklist *checklist,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags)
{
    struct linting linting = { .checklist = checklist,
                               .mem = &config_of(config)->mem,
                               .diags = diags,
                               .source = checklist->files[0],
                               .proving = { .checklist = checklist } };

    return lint_all(&linting);
}
