/* SPDX-License-Identifier: MIT */
#ifndef REPORT_DIFFERENCE_H
#define REPORT_DIFFERENCE_H

/* What the renderings of differences share. */

#include "report/compare.h"

/* The groups in which criteria are shown, in their order; REWRITTEN has those
 * that are the same but are asked in another way. */
struct difference_group {
    samsyn_turn turn;
    bool rewritten;   /* of TURN_SAME: those whose criterion changed */
    bool quoted;      /* shown with its quotes */
    const char *name; /* as JSON has the turn */
    enum message title;
};

extern const struct difference_group difference_groups[];
extern const size_t difference_group_count;

bool
difference_in_group(const samsyn_difference *difference, size_t index,
                    const struct difference_group *group);

/* Whether there is any criterion of a group. */
bool
difference_has_group(const samsyn_difference *difference,
                     const struct difference_group *group);

/* The record that tells of a criterion, the new one where it has it; *index
 * receives the criterion's index in it. */
const samsyn_record *
difference_about(const samsyn_difference *difference, size_t index,
                 size_t *criterion);

/* What the changes are due to, as a sentence. */
enum message
difference_cause(const samsyn_difference *difference);

/* Add the title of the whole, and the counts. */
void
difference_add_title(struct page *page, const samsyn_difference *difference);
void
difference_add_counts(struct page *page, const samsyn_difference *difference);

/* Add of how many criteria it cannot be told whether quotes are gone; false
 * where there are none. */
bool
difference_add_unseen(struct page *page, const samsyn_difference *difference);

/* Add "från delvis till uppfyllt"; nothing where there is only one. */
void
difference_add_turn(struct page *page, const samsyn_difference *difference,
                    size_t index);

enum {
    DIFFERENCE_QUOTES = 5 /* shown of a criterion, gone or new */
};

/* Add that there are more quotes than are shown; nothing where there are not.
 */
void
difference_add_more(struct page *page, const samsyn_difference *difference,
                    size_t index, samsyn_side side);

/* Add a document with its digest, and its checklist with its. */
void
difference_add_side(struct page *page, const samsyn_difference *difference,
                    samsyn_side side);

/* Add what changed of the criterion itself. */
void
difference_add_changed(struct page *page, const samsyn_difference *difference,
                       size_t index);

#endif
