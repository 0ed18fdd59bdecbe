/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_PROVE_H
#define CHECKLIST_PROVE_H

/* What can be known of rules without any document: that one holds wherever
 * another does, that two never hold together, that a rule cannot hold at all.
 *
 * Everything here is proof or silence.  What is not understood, or would take
 * too many steps, is taken to be possible. */

#include "checklist/checklist.h"

/* What the rules around a rule say about where it is asked. */
struct view {
    unsigned accept;
    unsigned places; /* 0: none named */
    int64_t section; /* -1: none named */
    uint32_t column; /* concept + 1; 0: none named */
    enum part_scope part;
    enum window window;
    unsigned kinds; /* PLACE_ bits: kinds of blocks that it can be asked of */
};

struct proving {
    const struct samsyn_checklist *checklist;
    size_t steps;
};

/* Takes a step; false where there were too many. */
bool
proving_goes_on(struct proving *proving);

/* The view of a criterion's own rules. */
extern const struct view view_outermost;

/* What @p rule adds to the view of those around it. */
struct view
view_inside(const struct view *outer, const struct rule *rule);

/* Whether a window leaves nothing to find that the one around it holds: a
 * section inside a sentence is that sentence. */
bool
view_is_idle(const struct view *outer, const struct rule *rule);

/* Whether a find's concept can be looked for in blocks of these kinds. */
bool
view_has_place(const struct view *view, unsigned kinds);

/* The entities that feed a concept, as bits. */
uint64_t
concept_entities(const struct samsyn_checklist *checklist, uint32_t concept);

/* Whether all that feeds one concept feeds the other too. */
bool
prove_part(struct proving *proving, uint32_t part, uint32_t whole);

/* Whether @p b holds wherever @p a does; both asked of the same stretch, each
 * with the view of the rules around it. */
bool
prove_follows(struct proving *proving, const struct rule *a,
              const struct view *view_a, const struct rule *b,
              const struct view *view_b);

/* Whether @p a and @p b never hold of the same stretch. */
bool
prove_clash(struct proving *proving, const struct rule *a, const struct rule *b,
            const struct view *view);

#endif
