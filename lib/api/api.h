/* SPDX-License-Identifier: MIT */
#ifndef API_API_H
#define API_API_H

/* What the public functions share: the checks of arguments, the list of
 * diagnostics of a call, asking the resolver, and handing out text. */

#include "base/buf.h"
#include "base/config.h"
#include "base/diag.h"

/* A report is made in memory and handed over at once; this is the most. */
#define API_REPORT_MAX ((size_t)1 << 30)

/* A call that may find something wrong in an input. */
struct api_call {
    const struct samsyn_config *config; /* never NULL */
    struct samsyn_diagnostics *diags;
    samsyn_diagnostics **out; /* the caller's; may be NULL */
};

/* The call's beginning: *out, where it is asked for, is NULL from here on.
 * There is always a list, also where nobody asks for it, because rooms count
 * its errors.  False without memory. */
bool
api_begin(struct api_call *call, const samsyn_config *config,
          samsyn_diagnostics **out);

/* Its end: hands the list over, and gives @p status back. */
samsyn_status
api_end(struct api_call *call, samsyn_status status);

/* NULL is allowed only for no bytes at all. */
bool
api_text_given(const char *text, size_t length);

/* The text as it is handed out: "" rather than NULL. */
const char *
api_text(struct str text);

/* A name, ending in NUL, and what the resolver gave for it. */
struct api_named {
    struct buf name;
    struct buf bytes;
};

/* Ask the resolver.  What is wrong is said in the call's list.  End it with
 * api_named_done(), on failure too. */
samsyn_status
api_named_get(struct api_named *named, struct api_call *call,
              samsyn_resource kind, struct str name);
void
api_named_done(struct api_named *named);

/* SAMSYN_E_LIMIT, and said, where a YAML text is longer than allowed. */
samsyn_status
api_yaml_fits(struct api_call *call, const char *name, size_t length);

/* Note which criteria points can be gained by, once there are points.  False
 * without memory. */
struct samsyn_assessment;
bool
api_gain_order(struct samsyn_assessment *assessment);

/* Note which criteria a person should look at.  False without memory. */
bool
api_check_order(struct samsyn_assessment *assessment);

/* Hand a finished buffer to a caller's writer. */
samsyn_status
api_hand(const struct buf *text, samsyn_write_fn write, void *user);

/* The ready resolver; @p user is the path, which ends in NUL. */
samsyn_status
directory_resolve(void *user, samsyn_resource kind, const char *name,
                  size_t length, samsyn_write_fn write, void *sink);

/* The longest path that the ready resolver takes, in bytes. */
#define DIRECTORY_PATH_MAX 3800

#endif
