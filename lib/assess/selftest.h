/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_SELFTEST_H
#define ASSESS_SELFTEST_H

/* Runs the examples of a checklist, and looks at what only running shows. */

#include "assess/assessment.h"

/* As samsyn_checklist_test(): one error for each example judged otherwise. */
samsyn_status
selftest_examples(const struct samsyn_checklist *checklist, size_t *examples,
                  const struct samsyn_config *config,
                  struct samsyn_diagnostics *diags);

/* A criterion that a document without content meets is an error. */
samsyn_status
selftest_empty(const struct samsyn_checklist *checklist,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags);

#endif
