/* SPDX-License-Identifier: MIT */
#ifndef TESTS_ANSWERED_H
#define TESTS_ANSWERED_H

/* A document and a checklist to answer: of its criteria k1 is met, k2 and k3
 * are not, and k4 and k5 are left to a person. */

#include "base/config.h"
#include "samsyn.h"

/* Of answered_document(), which is called "a.md". */
#define ANSWERED_DIGEST                                                        \
    "sha256:e4b2f582c49845d5dfbee38bc72e1b3eab949010ad7bc9486dc689796582ac0c"

/* NULL without memory. */
samsyn_checklist *
answered_checklist(const samsyn_config *config);
samsyn_document *
answered_document(const samsyn_checklist *checklist,
                  const samsyn_config *config);

/* Answers of that text, used by an assessment of the document, which is made
 * with @p config but for them.  *found as for samsyn_assess(); *out on success
 * only. */
samsyn_status
answered_assess(samsyn_assessment **out, const char *text, size_t length,
                struct samsyn_config *config, samsyn_diagnostics **found);

#endif
