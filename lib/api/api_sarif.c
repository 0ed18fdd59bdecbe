/* SPDX-License-Identifier: MIT */
/* Logs in SARIF: runs are written as they are added, and what is found in
 * checklists is gathered in one run, which comes last. */

#include "api/api.h"
#include "report/sarif.h"

struct samsyn_sarif {
    samsyn_allocator mem;
    struct buf runs; /* as they stand in the array */
    struct json json;
    struct sarif_lint lint;
};

samsyn_status
samsyn_sarif_new(samsyn_sarif **out, const samsyn_config *config)
{
    struct samsyn_sarif *sarif;

    if (!out)
        return SAMSYN_E_ARGUMENT;
    config = config_of(config);
    sarif = mem_alloc(&config->mem, sizeof *sarif);
    if (!sarif)
        return SAMSYN_E_NOMEM;
    sarif->mem = config->mem;
    buf_init(&sarif->runs, &sarif->mem, API_REPORT_MAX);
    json_init(&sarif->json, &sarif->runs);
    sarif->json.depth = SARIF_DEPTH_RUNS;
    sarif_lint_init(&sarif->lint, &sarif->mem, config->lang);
    *out = sarif;
    return SAMSYN_OK;
}

void
samsyn_sarif_free(samsyn_sarif *sarif)
{
    samsyn_allocator mem;

    if (!sarif)
        return;
    mem = sarif->mem;
    buf_done(&sarif->runs);
    sarif_lint_done(&sarif->lint);
    mem_free(&mem, sarif);
}

/* Whether everything that was added is there. */
static samsyn_status
added(const samsyn_sarif *sarif)
{
    bool failed = buf_failed(&sarif->runs) || sarif->lint.failed;

    return failed ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

samsyn_status
samsyn_sarif_add(samsyn_sarif *sarif, const samsyn_assessment *assessment,
                 samsyn_sarif_results results)
{
    if (!sarif || !assessment ||
        (results != SAMSYN_SARIF_WANTING && results != SAMSYN_SARIF_ALL))
        return SAMSYN_E_ARGUMENT;
    sarif_assessment(&sarif->json, assessment, results);
    return added(sarif);
}

samsyn_status
samsyn_sarif_add_failure(samsyn_sarif *sarif, const char *name,
                         samsyn_status status, const char *text)
{
    if (!sarif || !name)
        return SAMSYN_E_ARGUMENT;
    sarif_failure(&sarif->json, sarif->lint.lang, name, status, text);
    return added(sarif);
}

samsyn_status
samsyn_sarif_add_checklist(samsyn_sarif *sarif, const char *name,
                           const char *bytes, size_t length)
{
    if (!sarif || !name || !api_text_given(bytes, length))
        return SAMSYN_E_ARGUMENT;
    sarif_lint_file(&sarif->lint, name, str_make(bytes, length));
    return added(sarif);
}

samsyn_status
samsyn_sarif_add_diagnostics(samsyn_sarif *sarif,
                             const samsyn_diagnostics *list)
{
    if (!sarif)
        return SAMSYN_E_ARGUMENT;
    sarif_lint_add(&sarif->lint, list);
    return added(sarif);
}

/* The runs, with what stands around them where they are to be whole. */
static samsyn_status
write_log(const samsyn_sarif *sarif, bool whole, samsyn_write_fn write,
          void *user)
{
    samsyn_status status;
    struct json json;
    struct buf out;

    if (!sarif || !write)
        return SAMSYN_E_ARGUMENT;
    status = added(sarif);
    if (status != SAMSYN_OK)
        return status;
    buf_init(&out, &sarif->mem, API_REPORT_MAX);
    json_init(&json, &out);
    if (whole)
        sarif_open(&json);
    else
        json.depth = SARIF_DEPTH_RUNS;
    buf_str(&out, buf_view(&sarif->runs));
    json.first = sarif->json.first;
    sarif_lint_write(&json, &sarif->lint);
    if (whole)
        sarif_close(&json);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}

samsyn_status
samsyn_sarif_write(const samsyn_sarif *sarif, samsyn_write_fn write, void *user)
{
    return write_log(sarif, true, write, user);
}

samsyn_status
samsyn_sarif_write_runs(const samsyn_sarif *sarif, samsyn_write_fn write,
                        void *user)
{
    return write_log(sarif, false, write, user);
}
