/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_LINT_H
#define CHECKLIST_LINT_H

/* The parts of checklist_lint().  Each says what it finds and is false only
 * without memory. */

#include "checklist/prove.h"

struct linting {
    const struct samsyn_checklist *checklist;
    const samsyn_allocator *mem;
    struct samsyn_diagnostics *diags;
    struct diag_source source;
    struct proving proving;
};

/* Only of the checklist's own file: what a parent has, and the language pack,
 * is not said again of every checklist that extends it. */
bool
lint_say(struct linting *linting, enum diag_code code, size_t start, size_t end,
         const struct str *args, size_t count);

/* Rules that no text can meet, and outcomes that no text can get. */
bool
lint_rules(struct linting *linting, const struct criterion *criterion);

/* The same for the rules that define items. */
bool
lint_items(struct linting *linting);

/* Vocabulary that no rule uses. */
bool
lint_unused(struct linting *linting);

/* Terms that find nothing that another does not, and slow patterns. */
bool
lint_terms(struct linting *linting);

#endif
