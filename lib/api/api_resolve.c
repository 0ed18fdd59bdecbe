/* SPDX-License-Identifier: MIT */
/* What a caller asks for by name, got from the resolver of the configuration,
 * and what is said where that fails. */

#include "api/api.h"
#include "base/resolve.h"

static const struct {
    samsyn_resource kind;
    enum diag_code unknown;
} absences[] = {
    { SAMSYN_RESOURCE_CHECKLIST, DIAG_API_NO_CHECKLIST },
    { SAMSYN_RESOURCE_LANGUAGE, DIAG_API_NO_LANGUAGE },
};

static samsyn_status
say(struct api_call *call, enum diag_code code, const char *name,
    const struct str *args, size_t count, samsyn_status status)
{
    struct diag_source source = { .name = name };
    struct str none = { 0 };

    if (!diag_add(call->diags, code, &source, SAMSYN_NONE, SAMSYN_NONE, args,
                  count, none))
        return SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
say_absent(struct api_call *call, samsyn_resource kind, const char *name)
{
    struct str arg = str_of(name);
    size_t row = 0;

    while (row + 1 < ARRAY_LEN(absences) && absences[row].kind != kind)
        row++;
    return say(call, absences[row].unknown, name, &arg, 1, SAMSYN_E_UNRESOLVED);
}

static samsyn_status
say_too_long(struct api_call *call, const char *name)
{
    uint64_t limit = call->config->limits[SAMSYN_LIMIT_CHECKLIST];
    struct str args[2] = { str_of(name) };
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf number;

    buf_init(&number, &call->config->mem, 32);
    buf_int(&number, limit < INT64_MAX ? (int64_t)limit : INT64_MAX);
    args[1] = buf_view(&number);
    if (!buf_failed(&number))
        status = say(call, DIAG_API_TOO_LONG, name, args, 2, SAMSYN_E_LIMIT);
    buf_done(&number);
    return status;
}

samsyn_status
api_yaml_fits(struct api_call *call, const char *name, size_t length)
{
    if (length <= call->config->limits[SAMSYN_LIMIT_CHECKLIST])
        return SAMSYN_OK;
    return say_too_long(call, name);
}

samsyn_status
api_named_get(struct api_named *named, struct api_call *call,
              samsyn_resource kind, struct str name)
{
    const struct samsyn_config *config = call->config;
    samsyn_status status;

    buf_init(&named->bytes, &config->mem, SIZE_MAX - 1);
    buf_init(&named->name, &config->mem, SIZE_MAX - 1);
    buf_str(&named->name, name);
    if (buf_failed(&named->name))
        return SAMSYN_E_NOMEM;
    status = resolve_bytes(&named->bytes, kind, name, config);
    if (status == SAMSYN_E_UNRESOLVED)
        return say_absent(call, kind, named->name.data);
    if (status == SAMSYN_E_LIMIT)
        return say_too_long(call, named->name.data);
    return status;
}

void
api_named_done(struct api_named *named)
{
    buf_done(&named->bytes);
    buf_done(&named->name);
}
