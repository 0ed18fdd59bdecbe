/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_LEVEL_H
#define CHECKLIST_LEVEL_H

/* The keys of a criterion that say what it is asked of. */

#include "base/shape.h"
#include "checklist/checklist.h"

/* What a criterion has that says nothing of it. */
void
level_init(struct criterion *criterion);

/* Readers of the keys, with a struct criterion as target. */
bool
level_read(struct shape_reader *reader, void *target,
           const struct yaml_node *value);
bool
level_read_of(struct shape_reader *reader, void *target,
              const struct yaml_node *value);
bool
level_read_link(struct shape_reader *reader, void *target,
                const struct yaml_node *value);
bool
level_read_share(struct shape_reader *reader, void *target,
                 const struct yaml_node *value);

/* What belongs together: level item and of, share and a level with items.
 * False only without memory. */
bool
level_check(struct shape_reader *reader, const struct criterion *criterion,
            const struct yaml_node *node);

extern const char *const level_words[];
extern const char *const kind_words[];
extern const char *const link_words[];
extern const struct shape shares_shape;

#endif
