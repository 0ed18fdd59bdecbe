/* SPDX-License-Identifier: MIT */
#ifndef TESTS_JUDGED_H
#define TESTS_JUDGED_H

/* A text judged by a checklist, for tests of what comes out of it; and the
 * sweep that runs such a test with no memory, then one allocation, and so on,
 * until it succeeds. */

#include "assess/assessment.h"
#include "base/config.h"

struct judged {
    struct samsyn_checklist *checklist;
    struct samsyn_document *document, *annex;
    struct samsyn_assessment *assessment;
};

/* Loads the checklist, reads the text and judges it; what was made until
 * something failed is in *out, for judged_end(). */
samsyn_status
judged_text(struct judged *out, struct str yaml, const char *text,
            samsyn_format format, const struct samsyn_config *config);

void
judged_end(struct judged *out);

/* Runs a row, and checks what came of it. */
typedef samsyn_status (*judged_run_fn)(const void *row,
                                       const struct samsyn_config *config,
                                       struct judged *out);
typedef void (*judged_check_fn)(const void *row,
                                const struct samsyn_assessment *assessment);

/* Every allocation of a row fails in turn, at most @p most of them; nothing
 * may be left.  Asserts.  @p check may be NULL. */
void
judged_sweep(const void *row, judged_run_fn run, judged_check_fn check,
             size_t most);

#endif
