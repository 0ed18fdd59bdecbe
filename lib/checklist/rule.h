/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_RULE_H
#define CHECKLIST_RULE_H

/* Rules: conditions over a scope, as a tree.
 *
 * A mapping holds where all it names holds: `find` (a concept occurs, at
 * least `times`), `all`, `any`, `none`, `at_least`, `order`; `near` says how
 * far from each other.  `within` asks that it holds inside one and the same
 * sentence, paragraph, item, row or section; `in` narrows where is looked;
 * `accept` and `refuse` say whether negated, hedged, announced, planned, past
 * or quoted text counts. */

#include "base/str.h"
#include "checklist/concepts.h"
#include "language/language.h"

enum rule_kind {
    RULE_FIND = 1,
    RULE_ALL,
    RULE_ANY,
    RULE_NONE,
    RULE_AT_LEAST,
    RULE_NEAR,  /* all children, each at most `near` words from the next */
    RULE_ORDER, /* all children, one behind the other as they are written */
    RULE_SHARE, /* its child holds for so many of the items */
    RULE_NUMBER /* there are so many items */
};

enum {
    NEAR_PARTS = 6 /* children of a RULE_NEAR at most */
};

#define NEAR_ANY UINT32_MAX /* no distance is asked for */

/* Promises, measures and goals. */
enum item_kind {
    ITEM_PROMISE,
    ITEM_MEASURE,
    ITEM_GOAL,
    ITEM_KINDS
};

/* What `each`, `share` and `number` can go over: an enum item_kind, or the
 * focus areas. */
enum {
    OVER_FOCUS = ITEM_KINDS,
    OVER_KINDS
};

/* Where items can stand. */
enum item_source {
    SOURCE_ITEM,
    SOURCE_ROW,
    SOURCE_SENTENCE,
    SOURCE_HEADING,
    SOURCES
};

enum window {
    WINDOW_INHERIT = 0, /* what the rule around it looks at */
    WINDOW_SENTENCE,
    WINDOW_PARAGRAPH, /* block, or table row */
    WINDOW_ITEM,      /* list item */
    WINDOW_ROW,       /* table row */
    WINDOW_SECTION,
    /* Inside another window these two are no more than it; else they reach
     * beyond the item or area that is being asked. */
    WINDOW_FOCUS,
    WINDOW_DOCUMENT
};

/* Bits of what a rule accepts: 1 << enum polarity, and these. */
enum {
    ACCEPT_PLACEHOLDER = 1u << POLARITY_COUNT,
    ACCEPT_QUOTED = 2u << POLARITY_COUNT,
    /* what counts where no rule says anything */
    ACCEPT_DEFAULT = 1u << POLARITY_PLANNED | 1u << POLARITY_PAST
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

/* Which parts of a file a rule looks at. */
enum part_scope {
    PARTS_ASSESSED, /* what is assessed */
    PARTS_EARLIER,  /* only parts of an earlier time */
    PARTS_ALL
};

struct scope {
    unsigned places; /* 0: everything but headings and furniture */
    int64_t section; /* concept that the section's heading holds, or -1 */
    uint32_t column; /* one more than the concept that the title of the cell's
                        column holds; 0: none */
    enum part_scope part;
};

struct rule {
    enum rule_kind kind;
    enum window window;
    struct scope scope;
    unsigned accept;     /* bits: 1 << enum polarity, and ACCEPT_ */
    unsigned refuse;     /* the same; goes before accept */
    uint32_t near;       /* RULE_NEAR, RULE_ORDER: words, or NEAR_ANY */
    uint32_t concept;    /* RULE_FIND: index in the token table */
    struct str label[2]; /* RULE_FIND: what is looked for, sv and en */
    const struct concept *written; /* RULE_FIND: what stands in it, or NULL */
    size_t times;                  /* RULE_FIND, RULE_AT_LEAST; RULE_SHARE:
                                    * per cent; RULE_NUMBER: least */
    size_t most;                   /* RULE_NUMBER; SIZE_MAX: no bound */
    unsigned over;                 /* RULE_SHARE, RULE_NUMBER */
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
    /* Where rules first go over each kind of thing; end 0: nowhere. */
    struct {
        size_t start, end; /* in the YAML source */
    } over[OVER_KINDS];
};

/* Read a rule: a name, or a mapping.  @p reader->user is a struct
 * rule_context.  False only without memory. */
bool
rule_read(struct shape_reader *reader, struct rule *out,
          const struct yaml_node *node);

/* Read a list of rules; false only without memory. */
bool
rule_list_read(struct shape_reader *reader, struct rule_list *out,
               const struct yaml_node *node);

/* True where a text without any word could meet the rule. */
bool
rule_holds_empty(const struct rule *rule);

/* A name of the vocabulary, or a concept written in place. */
bool
rule_read_concept(struct shape_reader *reader, const struct yaml_node *node,
                  uint32_t *out);

/* The words for what is gone over, in the order of OVER_; ends in NULL. */
extern const char *const over_words[];

extern const struct shape rule_shape;

#endif
