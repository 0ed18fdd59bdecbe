/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_EXEMPT_H
#define CHECKLIST_EXEMPT_H

/* When a criterion does not apply: by the kind and the date of the document,
 * all that is given together. */

#include "base/day.h"
#include "base/shape.h"

struct exemption {
    struct str *kinds; /* the document is one of these; none: of any */
    size_t kind_count;
    struct day before; /* its date is before this day; year 0: not asked */
    struct day after;  /* its date is after this day */
};

/* The reader's user is a struct rule_context.  False only without memory. */
bool
exemption_read(struct shape_reader *reader, struct exemption **out,
               const struct yaml_node *node);

extern const struct shape exemption_shape;

#endif
