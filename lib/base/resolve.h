/* SPDX-License-Identifier: MIT */
#ifndef BASE_RESOLVE_H
#define BASE_RESOLVE_H

/* Asking the configuration's resolver for the bytes of a name. */

#include "base/buf.h"
#include "base/config.h"

enum {
    RESOLVE_MODEL = 4 * 1024 * 1024 /* bytes of a model; more is none */
};

/* Appends the bytes to @p out.  SAMSYN_OK, SAMSYN_E_UNRESOLVED,
 * SAMSYN_E_LIMIT (more than SAMSYN_LIMIT_CHECKLIST bytes), SAMSYN_E_NOMEM, or
 * what the resolver returned. */
samsyn_status
resolve_bytes(struct buf *out, samsyn_resource kind, struct str name,
              const struct samsyn_config *config);

#endif
