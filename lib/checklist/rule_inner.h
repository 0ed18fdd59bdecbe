/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_RULE_INNER_H
#define CHECKLIST_RULE_INNER_H

/* What the files that read rules share. */

#include "checklist/rule.h"

/* The node as a number, @p otherwise where it is missing or none. */
size_t
rule_number(const struct yaml_node *node, size_t otherwise);

/* Read `each`, `share` and `number`; false only without memory. */
bool
rule_read_each(struct shape_reader *reader, struct rule *out,
               const struct yaml_node *node);
bool
rule_read_share(struct shape_reader *reader, struct rule *out,
                const struct yaml_node *node);
bool
rule_read_number(struct shape_reader *reader, struct rule *out,
                 const struct yaml_node *node);

extern const struct shape rule_each_shape;
extern const struct shape rule_share_shape;
extern const struct shape rule_number_shape;

#endif
