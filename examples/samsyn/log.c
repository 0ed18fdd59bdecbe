/* SPDX-License-Identifier: MIT */
/* Logs in SARIF.  One of checklists is written whole, at the end; one of
 * documents run by run, as each is done. */

#include "log.h"

static enum code
say_no_memory(const struct tool *tool)
{
    complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
    return CODE_INTERNAL;
}

bool
log_new(samsyn_sarif **log, const struct tool *tool)
{
    if (samsyn_sarif_new(log, tool->config) == SAMSYN_OK)
        return true;
    (void)say_no_memory(tool);
    return false;
}

enum code
log_end(samsyn_sarif *log, const struct tool *tool, enum code code)
{
    /* That writing failed is found and said once, at the end. */
    if (log && samsyn_sarif_write(log, file_write, stdout) == SAMSYN_E_NOMEM)
        code = say_no_memory(tool);
    samsyn_sarif_free(log);
    return code;
}

samsyn_status
log_assessment(const struct tool *tool, const samsyn_assessment *assessment,
               samsyn_write_fn write, void *user)
{
    samsyn_sarif_results results =
        tool->args.sarif_kinds ? SAMSYN_SARIF_ALL : SAMSYN_SARIF_WANTING;
    samsyn_sarif *log = NULL;
    samsyn_status status = samsyn_sarif_new(&log, tool->config);

    if (status == SAMSYN_OK)
        status = samsyn_sarif_add(log, assessment, results);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_write_runs(log, write, user);
    samsyn_sarif_free(log);
    return status;
}

samsyn_status
log_failure(const struct tool *tool, const char *name,
            const struct fault *fault, samsyn_write_fn write, void *user)
{
    samsyn_sarif *log = NULL;
    samsyn_status status = samsyn_sarif_new(&log, tool->config);

    if (status == SAMSYN_OK)
        status =
            samsyn_sarif_add_failure(log, name, fault->status, fault->text);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_write_runs(log, write, user);
    samsyn_sarif_free(log);
    return status;
}
