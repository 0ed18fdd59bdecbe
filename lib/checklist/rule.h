/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_RULE_H
#define CHECKLIST_RULE_H

/* Rules: conditions over a scope, as a tree.
 *
 * A mapping holds where all it names holds: `find` (a concept occurs, at
 * least `times`), `all`, `any`, `none`, `at_least`.  `within` asks that it
 * holds inside one and the same sentence, paragraph, item, row or section;
 * `in` narrows where is looked; `accept` lets negated, hedged or announced
 * text count. */

#include "base/str.h"
#include "checklist/concepts.h"
#include "language/language.h"

enum rule_kind {
    RULE_FIND = 1,
    RULE_ALL,
    RULE_ANY,
    RULE_NONE,
    RULE_AT_LEAST
};

enum window {
    WINDOW_INHERIT = 0, /* what the rule around it looks at */
    WINDOW_SENTENCE,
    WINDOW_PARAGRAPH, /* block, or table row */
    WINDOW_ITEM,      /* list item */
    WINDOW_ROW,       /* table row */
    WINDOW_SECTION,
    WINDOW_DOCUMENT
};

/* Bits of what a rule accepts: 1 << enum polarity, and this. */
enum {
    ACCEPT_PLACEHOLDER = 1u << POLARITY_COUNT
};

/* What `in: block:` can name; bits. */
enum {
    PLACE_HEADING = 1,
    PLACE_PARAGRAPH = 2,
    PLACE_ITEM = 4,
    PLACE_CELL = 8,
    PLACE_SIGNATURE = 16,
    PLACE_TITLE = 32
};

struct scope {
    unsigned places; /* 0: everything but headings and furniture */
    int64_t section; /* concept that the section's heading holds, or -1 */
};

struct rule {
    enum rule_kind kind;
    enum window window;
    struct scope scope;
    unsigned accept;     /* bits: 1 << enum polarity */
    uint32_t concept;    /* RULE_FIND: index in the token table */
    struct str label[2]; /* RULE_FIND: what is looked for, sv and en */
    const struct concept *written; /* RULE_FIND: what stands in it, or NULL */
    size_t times;                  /* RULE_FIND, RULE_AT_LEAST */
    struct rule *children;
    size_t count;
    size_t start, end; /* in the YAML source */
};

struct rule_list {
    struct rule *rules;
    size_t count;
};

/* What reading rules needs; the shape reader's `user`. */
struct rule_context {
    struct concepts *concepts;
    struct inflection inflection;
};

/* Read a rule: a name, or a mapping.  @p reader->user is a struct
 * rule_context.  False only without memory. */
bool
rule_read(struct shape_reader *reader, struct rule *out,
          const struct yaml_node *node);

/* True where a text without any word could meet the rule. */
bool
rule_holds_empty(const struct rule *rule);

extern const struct shape rule_shape;

#endif
