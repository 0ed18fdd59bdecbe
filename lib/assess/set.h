/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_SET_H
#define ASSESS_SET_H

/* A document set: a main document and its annexes, assessed together. */

#include "assess/assessment.h"
#include "assess/search.h"

/* As samsyn_assess_set(), but for the points.  The first document is the main
 * one; @p count is at least 1. */
samsyn_status
assess_set(struct samsyn_assessment **out,
           const struct samsyn_checklist *checklist,
           const struct samsyn_document *const *documents, size_t count,
           const struct samsyn_config *config);

/* Fills the documents of an assessment.  False only without memory. */
bool
set_describe(struct samsyn_assessment *out, const struct search *search);

/* Fills the parts of the main document, and adds a notice for each that is not
 * assessed.  There must be room for them. */
bool
set_describe_parts(struct samsyn_assessment *out, const struct search *search);

/* Adds a notice where the main document's validity has ended by the day of
 * the assessment.  There must be room for it. */
bool
set_note_expired(struct samsyn_assessment *out,
                 const struct samsyn_config *config);

/* Whether any of what a search has found stands in an annex. */
bool
set_found_in_annex(const struct search *search);

#endif
