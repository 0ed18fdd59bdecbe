/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_ACCOUNT_H
#define ASSESS_ACCOUNT_H

/* From what a search has found to what a report shows: stretches with their
 * quotes and notes, and the account of what was looked for.  All copied into
 * the assessment's arena.  Each is false only without memory. */

#include "assess/assessment.h"
#include "assess/search.h"

/* What counted: @p rule is "met" or "partly". */
bool
account_counted(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule);

/* What was looked at and refused, but for what counted. */
bool
account_refused(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule);

/* What came nearest, where the verdict leaves something to wish for. */
bool
account_nearest(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule);

/* A stretch as evidence, with a note. */
bool
account_extent(struct arena *arena, struct search *search,
               struct samsyn_evidence *out, const struct extent *extent,
               struct str note);

/* An area or item that does not meet a rule, with what it lacks. */
bool
account_unit(struct arena *arena, struct search *search,
             struct samsyn_evidence *out, const struct extent *extent,
             const struct rule *rule);

/* The stretch of a word, for what is no rule's find. */
bool
account_place(struct arena *arena, const struct search *search, uint32_t word,
              const char *rule, struct samsyn_evidence *out);

/* What was looked for, rule by rule. */
bool
account_trace(struct arena *arena, struct search *search,
              struct samsyn_criterion *out, const struct criterion *criterion);

#endif
