/* SPDX-License-Identifier: MIT */
#ifndef TESTS_GENERATED_H
#define TESTS_GENERATED_H

/* Generated rules and texts, for laws that hold of all of them. */

#include "assess/assessment.h"
#include "base/buf.h"
#include "checklist/checklist.h"

enum {
    VARIANTS = 6, /* criteria of a round */
    DEPTH_MOST = 2
};

/* A rule in memory. */
struct tree;

/* A checklist of rules, as they are written, and a text. */
struct round {
    struct buf text;
    struct buf rules[VARIANTS];
    struct samsyn_checklist *checklist;
};

/* How often a law is tried: RULE_ROUNDS in the environment asks for more. */
size_t
rounds(void);

/* Before the trees of a round. */
void
begin_trees(void);

/* A rule; @p none: one that may forbid something. */
struct tree *
make_tree(size_t depth, bool none);

/* A round of one rule, first as it is and then rewritten. */
void
begin_round(struct round *round, struct tree *tree);

/* A round of several; where one is that before it, it is rewritten. */
void
begin_round_of(struct round *round, struct tree *const trees[VARIANTS]);

void
end_round(struct round *round);

struct samsyn_assessment *
assess_text(const struct round *round);

#endif
