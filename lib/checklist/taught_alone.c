/* SPDX-License-Identifier: MIT */

/* Criteria that are taught by examples alone.  They have no rule; what judges
 * rules gets one that never holds, so that nothing else has to ask. */

#include "checklist/criterion.h"

/* The first key of a rule that stands there. */
static const struct yaml_node *
find_rule(const struct yaml_node *node)
{
    static const char *const names[] = { "met", "partly", "referred",
                                         "unless" };
    const struct yaml_node *found = NULL;

    for (size_t i = 0; !found && i < ARRAY_LEN(names); i++)
        found = yaml_get(node, names[i]);
    return found;
}

/* All that judges rules is spared the question whether there is one. */
static bool
set_no_rule(struct shape_reader *reader, struct criterion *criterion)
{
    static const struct rule never = { .kind = RULE_ANY,
                                       .scope = { .section = -1 } };

    criterion->met = arena_copy(reader->arena, &never, 1, sizeof never);
    if (!criterion->met)
        return false;
    criterion->met->start = criterion->start;
    criterion->met->end = criterion->end;
    return true;
}

bool
taught_check(struct shape_reader *reader, struct criterion *criterion,
             const struct criterion_context *context,
             const struct yaml_node *node)
{
    const struct yaml_node *rule = find_rule(node);
    enum diag_code code;

    if (!criterion->taught && yaml_get(node, "met"))
        return true;
    if (!criterion->taught)
        code = DIAG_CHECKLIST_NO_RULE;
    else if (rule)
        code = DIAG_CHECKLIST_TAUGHT_RULE;
    else if (criterion->asked != LEVEL_DOCUMENT)
        code = DIAG_CHECKLIST_TAUGHT_LEVEL;
    else if (!context->taught)
        code = DIAG_CHECKLIST_TAUGHT_MODEL;
    else
        return set_no_rule(reader, criterion);
    return shape_fault(reader, code, rule ? rule->start : criterion->start,
                       rule ? rule->end : criterion->end, &criterion->id, 1,
                       str_make("", 0));
}
