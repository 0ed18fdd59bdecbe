/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_EXEMPT_H
#define ASSESS_EXEMPT_H

/* What the document's kind and date and today's date do to a verdict. */

#include "assess/assessment.h"

/* Whether the criterion does not apply to the main document. */
bool
exempt_holds(const struct samsyn_assessment *assessment,
             const struct criterion *criterion);

/* Makes it not applicable, with what says the date. */
bool
exempt_account(struct samsyn_assessment *assessment,
               struct samsyn_criterion *out, const struct criterion *criterion);

/* A criterion that counts only while the document is valid: not met where it
 * has expired, and left to a person where the day is not known. */
void
exempt_lapse(const struct samsyn_assessment *assessment,
             const struct samsyn_config *config,
             const struct criterion *criterion, struct samsyn_criterion *out);

#endif
