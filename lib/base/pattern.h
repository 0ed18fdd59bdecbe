/* SPDX-License-Identifier: MIT */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

/* Regular expressions; the only module that includes pcre2.h.  Compiled once,
 * then shared: everything that varies lives in a pattern_scan.  Interpreted,
 * UTF and UCP, on folded text, one segment at a time. */

#include "base/mem.h"
#include "base/str.h"

struct pattern;
struct pattern_scan;

/* Where and why an expression was refused. */
struct pattern_fault {
    size_t offset;  /* in the expression */
    char text[128]; /* why, in English; see pattern_reason() */
};

/* Why, in the language of messages.  Lives as long as @p fault. */
const char *
pattern_reason(const struct pattern_fault *fault, samsyn_lang lang);

/* SAMSYN_OK, SAMSYN_E_SCHEMA (with *fault filled) or SAMSYN_E_NOMEM.
 * Refused beside PCRE2's own errors: \C, verbs at the start, recursion,
 * callouts, capital letters (the text is folded), what matches nothing. */
samsyn_status
pattern_compile(struct pattern **out, struct str expression,
                const samsyn_allocator *mem, struct pattern_fault *fault);

void
pattern_free(struct pattern *pattern);

/* Whether a character that must stand in every match lets a search pass over
 * most of a text; without one the pattern is tried at each place.  A letter or
 * a full stop, as any sentence has, helps only where a match begins with it or
 * cannot begin with a letter. */
bool
pattern_has_literal(const struct pattern *pattern);

/* What one thread needs to search; @p limit is PCRE2's match limit. */
samsyn_status
pattern_scan_new(struct pattern_scan **out, uint32_t limit,
                 const samsyn_allocator *mem);
void
pattern_scan_free(struct pattern_scan *scan);

enum pattern_result {
    PATTERN_NONE,
    PATTERN_FOUND,
    PATTERN_LIMIT,
    PATTERN_NOMEM
};

/* The first match at or after @p from; offsets in *start and *end, which are
 * never equal.  @p text must be valid UTF-8 but for its ends: what a cut has
 * left of a letter there, and at @p from, is passed over. */
enum pattern_result
pattern_find(const struct pattern *pattern, struct pattern_scan *scan,
             struct str text, size_t from, size_t *start, size_t *end);

#endif
