/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_ITEMS_H
#define CHECKLIST_ITEMS_H

/* What a checklist says of the parts of a document: what makes a list item, a
 * table row, a sentence or a heading a promise, a measure or a goal, and where
 * the document names its focus areas. */

#include "base/shape.h"
#include "checklist/rule.h"

/* A rule with a name: a sender of items, or something that an item says. */
struct item_rule {
    struct str id;
    struct rule rule;
};

struct item_rules {
    struct item_rule *rules;
    size_t count;
};

/* What one kind of item is. */
struct item_definition {
    bool given;
    unsigned from; /* bits: 1 << enum item_source */
    struct rule *is;
    struct rule_list unless;
    struct item_rules actors; /* the first that holds is the item's */
    struct item_rules holds;  /* each is asked by itself */
};

/* Where focus areas are named: concepts, -1 where the checklist says none. */
struct focus_definition {
    bool given;
    int64_t heading; /* a heading with this is an area */
    int64_t list;    /* what stands directly under this is one, each */
    int64_t column;  /* each text in a column with this title is one */
    int64_t unless;  /* what holds this is none */
};

struct item_definitions {
    struct item_definition kinds[ITEM_KINDS];
    struct focus_definition focus;
};

/* Read `items:` and `focus:`, each NULL where the checklist has none.  The
 * reader's user is a struct rule_context.  False only without memory. */
bool
items_read(struct shape_reader *reader, struct item_definitions *out,
           const struct yaml_node *items, const struct yaml_node *focus);

extern const struct shape items_shape;
extern const struct shape focus_shape;

#endif
