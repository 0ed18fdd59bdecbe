/* SPDX-License-Identifier: MIT */
/* Reports and guides: each is made whole in memory and handed over only when
 * nothing failed, so a writer never gets half of one. */

#include "api/api.h"
#include "assess/assessment.h"
#include "checklist/checklist.h"
#include "report/guide.h"
#include "report/report.h"

samsyn_status
samsyn_report_write(const samsyn_assessment *assessment, const char *format,
                    size_t length, samsyn_write_fn write, void *user)
{
    const struct report_format *found;
    samsyn_status status;
    struct buf out;

    if (!assessment || !format || !write)
        return SAMSYN_E_ARGUMENT;
    found = report_find(str_make(format, length));
    if (!found)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &assessment->arena.mem, API_REPORT_MAX);
    found->write(&out, assessment);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}

const char *
samsyn_report_format_at(size_t index)
{
    const struct report_format *format = report_at(index);

    return format ? format->name : NULL;
}

/* What is written of one criterion. */
static samsyn_status
write_criterion(void (*put)(struct buf *out,
                            const samsyn_assessment *assessment,
                            const samsyn_criterion *criterion),
                const samsyn_assessment *assessment, struct str id,
                samsyn_write_fn write, void *user)
{
    const samsyn_criterion *criterion =
        samsyn_assessment_criterion_find(assessment, id.ptr, id.len);
    samsyn_status status;
    struct buf out;

    if (!criterion || !write)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &assessment->arena.mem, API_REPORT_MAX);
    put(&out, assessment, criterion);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}

samsyn_status
samsyn_report_explain(const samsyn_assessment *assessment, const char *id,
                      size_t length, samsyn_write_fn write, void *user)
{
    return write_criterion(report_explain, assessment, str_make(id, length),
                           write, user);
}

samsyn_status
samsyn_report_remark(const samsyn_assessment *assessment, const char *id,
                     size_t length, samsyn_write_fn write, void *user)
{
    return write_criterion(report_remark, assessment, str_make(id, length),
                           write, user);
}

samsyn_status
samsyn_report_failure(const char *name, samsyn_status status, const char *text,
                      samsyn_write_fn write, void *user)
{
    samsyn_status result;
    struct buf out;

    if (!write)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &mem_default, API_REPORT_MAX);
    report_failure_json(&out, name, status, text);
    result = api_hand(&out, write, user);
    buf_done(&out);
    return result;
}

samsyn_status
samsyn_guide_write(const samsyn_checklist *checklist, samsyn_guide kind,
                   const char *format, size_t length, samsyn_lang lang,
                   samsyn_write_fn write, void *user)
{
    const struct guide_format *found;
    samsyn_status status;
    struct buf out;

    if (!checklist || !format || !write ||
        (kind != SAMSYN_GUIDE_FORM && kind != SAMSYN_GUIDE_OUTLINE))
        return SAMSYN_E_ARGUMENT;
    found = guide_format_find(str_make(format, length));
    if (!found)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &checklist->arena.mem, API_REPORT_MAX);
    found->write(&out, checklist, kind, lang);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}
