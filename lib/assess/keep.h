/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_KEEP_H
#define ASSESS_KEEP_H

/* What an assessment takes along of the words of its documents. */

#include "assess/assessment.h"
#include "base/sha256.h"

/* Copy the text and its blocks, unless the configuration says not to.  False
 * without memory. */
bool
keep_text(struct samsyn_assessment *out, const struct samsyn_document *document,
          const struct samsyn_config *config);

/* A digest of what was looked for, line by line, and what came of it.  False
 * without memory. */
bool
keep_account(const struct samsyn_criterion *criterion,
             const samsyn_allocator *mem, char digest[SHA256_TEXT]);

/* Take out every word of the documents that the assessment holds; quotes and
 * accounts leave their digests.  False without memory. */
bool
keep_no_quotes(struct samsyn_assessment *assessment);

#endif
