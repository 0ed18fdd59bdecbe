/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

/* Logs in SARIF 2.1.0 (OASIS): what runs of any kind have in common, and the
 * runs.  A run is an object in the array that sarif_open() opens. */

#include "base/diag.h"
#include "base/vec.h"
#include "report/json_writer.h"
#include "samsyn.h"

#define SARIF_DEPTH_RUNS 2    /* of the writer, inside that array */
#define SARIF_DEPTH_RESULTS 4 /* inside the results of a run */

/* A whole log, but for its runs; it ends in a line end. */
void
sarif_open(struct json *json);
void
sarif_close(struct json *json);

/* The run of an assessment, and that of what could not be assessed. */
void
sarif_assessment(struct json *json, const samsyn_assessment *assessment,
                 samsyn_sarif_results results);
void
sarif_failure(struct json *json, samsyn_lang lang, const char *name,
              samsyn_status status, const char *text);

/* ---- What is found in checklists ---- */

/* The one run of all checklists of a log while it is put together. */
struct sarif_lint {
    struct samsyn_allocator mem;
    samsyn_lang lang;
    struct vec files;   /* of struct sarif_file */
    struct vec rules;   /* of enum diag_code, in the order of their first use */
    struct vec prints;  /* of the results' fingerprints, SHA256_TEXT each */
    struct buf results; /* as they stand in the array */
    struct json json;   /* their writer */
    int64_t dropped;    /* entries that the lists did not keep */
    bool begun, failed;
};

void
sarif_lint_init(struct sarif_lint *lint, const samsyn_allocator *mem,
                samsyn_lang lang);
void
sarif_lint_done(struct sarif_lint *lint);

/* Without memory the run has failed, and stays so. */
void
sarif_lint_file(struct sarif_lint *lint, const char *name, struct str bytes);
void
sarif_lint_add(struct sarif_lint *lint, const samsyn_diagnostics *list);

/* The run; nothing where nothing was added. */
void
sarif_lint_write(struct json *json, const struct sarif_lint *lint);

#endif
