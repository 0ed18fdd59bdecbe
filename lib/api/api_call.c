/* SPDX-License-Identifier: MIT */
/* What public functions have in common.
 *
 * A public function checks its arguments, begins a call, lets a room do the
 * work and ends the call.  The list of diagnostics belongs to the call until
 * api_end() hands it to the caller or, where nobody asked, ends it. */

#include "api/api.h"

bool
api_begin(struct api_call *call, const samsyn_config *config,
          samsyn_diagnostics **out)
{
    call->config = config_of(config);
    call->out = out;
    if (out)
        *out = NULL;
    call->diags = diag_new(&call->config->mem, call->config->lang);
    return call->diags != NULL;
}

samsyn_status
api_end(struct api_call *call, samsyn_status status)
{
    diag_hand_over(call->diags, call->out);
    call->diags = NULL;
    return status;
}

bool
api_text_given(const char *text, size_t length)
{
    return text || length == 0;
}

const char *
api_text(struct str text)
{
    return text.ptr ? text.ptr : "";
}

samsyn_status
api_hand(const struct buf *text, samsyn_write_fn write, void *user)
{
    struct str view = buf_view(text);

    if (buf_failed(text))
        return SAMSYN_E_NOMEM;
    if (view.len > 0 && write(user, view.ptr, view.len) != 0)
        return SAMSYN_E_STOPPED;
    return SAMSYN_OK;
}
