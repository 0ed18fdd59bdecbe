/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CRITERION_H
#define CHECKLIST_CRITERION_H

/* Reads the areas of a checklist and the criteria in them. */

#include "base/shape.h"
#include "checklist/checklist.h"

/* What criteria depend on beside the rule context. */
struct criterion_context {
    int64_t weights[3];              /* must, should, nice: thousandths */
    const struct yaml_node *sources; /* the map of sources, or NULL */
    bool taught;                     /* the checklist names a model */
};

/* Fills areas and criteria of @p checklist from the list of areas.  The
 * reader's user is a struct rule_context.  False only without memory. */
bool
criteria_read(struct shape_reader *reader, struct samsyn_checklist *checklist,
              const struct criterion_context *context,
              const struct yaml_node *areas);

/* taught_alone.c: a criterion has a rule for met, or it is taught, is asked of
 * the whole document, and stands in a checklist that can be taught.  Gives
 * what is taught a rule that never holds.  False only without memory. */
bool
taught_check(struct shape_reader *reader, struct criterion *criterion,
             const struct criterion_context *context,
             const struct yaml_node *node);

extern const struct shape area_shape;
extern const struct shape addition_shape; /* what is added to an area */
extern const struct shape change_shape;   /* what is changed of a criterion */

#endif
