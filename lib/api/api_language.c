/* SPDX-License-Identifier: MIT */
/* Language packs by name. */

#include "api/api.h"
#include "language/language.h"

samsyn_status
samsyn_language_load(samsyn_language **out, const char *name, size_t length,
                     const samsyn_config *config,
                     samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    struct api_named named;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !name)
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = api_named_get(&named, &call, SAMSYN_RESOURCE_LANGUAGE,
                           str_make(name, length));
    if (status == SAMSYN_OK) {
        struct diag_source source = { named.name.data, buf_view(&named.bytes),
                                      NULL };

        status = language_read(out, &source, NULL, call.config, call.diags);
    }
    api_named_done(&named);
    return api_end(&call, status);
}

void
samsyn_language_free(samsyn_language *language)
{
    language_free(language);
}

const char *
samsyn_language_id(const samsyn_language *language)
{
    return language ? api_text(language->id) : "";
}
