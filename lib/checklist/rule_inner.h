/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_RULE_INNER_H
#define CHECKLIST_RULE_INNER_H

/* What the files that read rules share. */

#include "checklist/rule.h"

enum {
    PARTS_MOST = 9 /* keys of a mapping that say what must hold */
};

/* A fault of the node; false only without memory. */
bool
rule_fault(struct shape_reader *reader, enum diag_code code,
           const struct yaml_node *node);

/* The words of a choice, one or a list, as bits of their places. */
unsigned
rule_bits(const char *const *words, const struct yaml_node *node);

/* @p node may be NULL: anywhere. */
bool
scope_read(struct shape_reader *reader, struct scope *out,
           const struct yaml_node *node);

/* What counts for a rule, and what does not; both nodes may be NULL. */
bool
accept_read(struct shape_reader *reader, struct rule *out,
            const struct yaml_node *accept, const struct yaml_node *refuse);

/* The words of `accept` and `refuse`; ends in NULL. */
extern const char *const rule_accept_words[];

/* Make of the parts of a mapping one that asks how far apart they stand:
 * @p near is the node that says how far, or NULL where only `order` stands
 * among the parts.  @p count falls where parts become one. */
bool
arrange_parts(struct shape_reader *reader, struct rule *parts, size_t *count,
              const struct yaml_node *near);

extern const struct shape scope_shape;

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
