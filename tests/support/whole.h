/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WHOLE_H
#define TESTS_WHOLE_H

/* The whole way through the public functions, for tests that look at what
 * comes out and not at how: files in, text out. */

#include <stdbool.h>
#include <stddef.h>

#include "samsyn.h"

/* Bytes that grow; ended with NUL.  Zero one to begin, free() its bytes. */
struct text {
    char *bytes;
    size_t length;
};

/* A samsyn_write_fn; @p user is a struct text. */
int
whole_write(void *user, const char *bytes, size_t length);

/* The bytes of a file; false where it cannot be read. */
bool
whole_read(struct text *out, const char *path);

/* A configuration that finds the checklists of this tree. */
samsyn_config *
whole_config(void);

/* The checklist of that name; NULL where it does not load. */
samsyn_checklist *
whole_checklist(const samsyn_config *config, const char *name);

/* Reads and assesses bytes and appends the JSON. */
samsyn_status
whole_json(struct text *out, const samsyn_checklist *checklist,
           const samsyn_config *config, const struct text *document,
           const char *name);

#endif
