/* SPDX-License-Identifier: MIT */

/* The limit on YAML text holds while bytes come in, so a resolver cannot fill
 * the memory.  Why the writing stopped is known here and not by the resolver,
 * so it is decided here which status the caller gets. */

#include "base/resolve.h"

struct sink {
    struct buf *out;
    uint64_t most;
    bool full;
};

static int
take(void *user, const char *bytes, size_t length)
{
    struct sink *sink = user;

    if (length > sink->most - sink->out->len)
        sink->full = true;
    if (sink->full)
        return 1;
    buf_add(sink->out, bytes, length);
    return buf_failed(sink->out);
}

/* A model is no YAML, and its own room knows how large one may be. */
static uint64_t
most_of(samsyn_resource kind, const struct samsyn_config *config)
{
    return kind == SAMSYN_RESOURCE_MODEL
               ? RESOLVE_MODEL
               : config->limits[SAMSYN_LIMIT_CHECKLIST];
}

samsyn_status
resolve_bytes(struct buf *out, samsyn_resource kind, struct str name,
              const struct samsyn_config *config)
{
    struct sink sink = { out, most_of(kind, config), false };
    samsyn_status status;

    if (!config->resolve)
        return SAMSYN_E_UNRESOLVED;
    status = config->resolve(config->resolve_user, kind, name.ptr, name.len,
                             take, &sink);
    if (sink.full)
        return SAMSYN_E_LIMIT;
    return buf_failed(out) ? SAMSYN_E_NOMEM : status;
}
