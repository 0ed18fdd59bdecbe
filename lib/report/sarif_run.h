/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SARIF_RUN_H
#define REPORT_SARIF_RUN_H

/* The run of an assessment, for the files that write it. */

#include "report/page.h"
#include "report/sarif_parts.h"

struct sarif_writing {
    struct json *json;
    struct page page; /* where sentences are put together */
    samsyn_sarif_results results;
};

/* Whether a criterion is partly met or not met. */
bool
sarif_is_wanting(const samsyn_criterion *criterion);

/* The page's line as a message; then it is empty. */
void
sarif_put_message(struct sarif_writing *writing, const char *key);

/* A document's name, by its index. */
const char *
sarif_name_of(const samsyn_assessment *assessment, size_t document);

/* Of what is wanting, where the text came nearest; else what counted; NULL for
 * the document as a whole. */
const samsyn_evidence *
sarif_place_of(const samsyn_criterion *criterion);

/* The keys "locations" and "relatedLocations". */
void
sarif_locations(struct sarif_writing *writing,
                const samsyn_criterion *criterion);

#endif
