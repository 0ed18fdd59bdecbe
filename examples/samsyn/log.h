/* SPDX-License-Identifier: MIT */
#ifndef LOG_H
#define LOG_H

/* Logs in SARIF: whole ones, and the runs of one that several processes may
 * write. */

#include "common.h"

/* A log; false, and said, without memory. */
bool
log_new(samsyn_sarif **log, const struct tool *tool);

/* Put it on standard output, unless it is NULL, and end it.  Gives @p code, or
 * what went wrong. */
enum code
log_end(samsyn_sarif *log, const struct tool *tool, enum code code);

/* What stands before the first run and after the last, as the library has
 * it. */
#define LOG_BEFORE                                                             \
    "{\n  \"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/"      \
    "errata01/os/schemas/sarif-schema-2.1.0.json\",\n  \"version\": "          \
    "\"2.1.0\",\n  \"runs\": ["
#define LOG_AFTER "\n  ]\n}\n"

/* The run of a document, and of one that failed. */
samsyn_status
log_assessment(const struct tool *tool, const samsyn_assessment *assessment,
               samsyn_write_fn write, void *user);
samsyn_status
log_failure(const struct tool *tool, const char *name,
            const struct fault *fault, samsyn_write_fn write, void *user);

#endif
