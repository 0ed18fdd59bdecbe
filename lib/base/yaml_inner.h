/* SPDX-License-Identifier: MIT */
#ifndef BASE_YAML_INNER_H
#define BASE_YAML_INNER_H

/* What the reader of trees is made of, beside libyaml's events: checks of
 * what YAML allows and a checklist should not hold, and what a parser's
 * complaint means to a person.  Only for yaml_*.c. */

#include "base/vec.h"
#include "base/yaml_tree.h"

/* Who is told, and what about. */
struct yaml_report {
    const struct diag_source *source;
    struct samsyn_diagnostics *diags;
    bool refused; /* an error was found */
    bool said;    /* anything was */
};

/* Adds a diagnostic with one argument, or none where its ptr is NULL.  False
 * without memory. */
bool
yaml_say(struct yaml_report *report, enum diag_code code, size_t start,
         size_t end, struct str arg);

/* What kind of value a node is, in words. */
struct str
yaml_kind_name(const struct yaml_report *report, const struct yaml_node *node);

/* A key by itself: is a text, is not "<<", holds no odd characters. */
bool
yaml_check_key(struct yaml_report *report, const struct yaml_node *key);

/* A text by itself: control characters where it was written with @p escapes,
 * else lines that begin with odd spaces. */
bool
yaml_check_text(struct yaml_report *report, const struct yaml_node *node,
                bool escapes);

/* True where a space that is no indentation begins the line at @p at. */
bool
yaml_is_odd_indent(struct str text, size_t at);
bool
yaml_say_indent(struct yaml_report *report, size_t at);

/* The keys of a map together: none twice.  @p scratch holds pointers. */
bool
yaml_check_map(struct yaml_report *report, const struct yaml_node *map,
               struct vec *scratch);

/* A parser's complaint; offsets are bytes of the source. */
struct yaml_trouble {
    const char *problem, *context; /* never NULL */
    size_t problem_at, context_at;
    bool decoding;      /* it is about bytes, not about YAML */
    size_t bracket;     /* innermost open bracket, or SAMSYN_NONE */
    size_t quote_start; /* the last text, where it was in quotes, or NONE */
    size_t quote_end;
};

bool
yaml_explain(struct yaml_report *report, const struct yaml_trouble *trouble);

#endif
