/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_KEEP_H
#define ASSESS_KEEP_H

/* What an assessment takes along of the words of its documents. */

#include "assess/assessment.h"

/* Copy the text and its blocks, unless the configuration says not to.  False
 * without memory. */
bool
keep_text(struct samsyn_assessment *out, const struct samsyn_document *document,
          const struct samsyn_config *config);

/* Take out every word of the documents that the assessment holds. */
void
keep_no_quotes(struct samsyn_assessment *assessment);

#endif
