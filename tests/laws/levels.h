/* SPDX-License-Identifier: MIT */
#ifndef TESTS_LEVELS_H
#define TESTS_LEVELS_H

/* Generated rules that are asked of areas and items, and texts that hold such,
 * for the laws of test_levels.c. */

#include "assess/assessment.h"
#include "base/buf.h"
#include "checklist/checklist.h"

/* The criteria of a round; the first in pairs that must agree whether they are
 * met. */
enum {
    BY_ITEM,
    BY_SHARE,
    BY_ITEM_ALL,
    BY_EACH,
    BY_FOCUS,
    BY_FOCUS_SHARE,
    WRITTEN,
    REWRITTEN,
    ANY_ITEM,
    AT_LEAST_ONE,
    PAIRS,
    IN_FOCUS = PAIRS, /* of an item: what BY_FOCUS asks of its area */
    IN_DOCUMENT,      /* of an item: what WHOLE asks */
    WHOLE,
    CRITERIA
};

/* A rule, the checklist of it, and a text. */
struct test {
    struct buf rule, text;
    struct samsyn_checklist *checklist;
};

/* A rule, a text and their checklist. */
void
levels_begin(struct test *test);

/* The checklist of the rule that has been written. */
void
levels_load(struct test *test);

void
levels_end(struct test *test);

struct samsyn_document *
levels_read(const struct test *test, struct str text);

/* @p steps: the budget; 0: the usual one. */
struct samsyn_assessment *
levels_assess(const struct test *test, struct str text, uint64_t steps);

#endif
