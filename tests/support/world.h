/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

/* What tests of the public functions need: a resolver over the data of the
 * tests, and a checklist, a document and its assessment, in English. */

#include <stdbool.h>

#include "samsyn.h"

/* How the resolver behaves. */
struct world_source {
    samsyn_status answer; /* anything but OK is given at once */
    size_t piece;         /* bytes handed over at a time */
    bool stubborn;        /* goes on where it should stop */
    bool endless;         /* never stops by itself */
    size_t asked;
};

/* Reads tests/data/<name>.yaml; @p user is a struct world_source. */
samsyn_status
world_resolve(void *user, samsyn_resource kind, const char *name, size_t length,
              samsyn_write_fn write, void *sink);

/* English messages, and the resolver above. */
samsyn_config *
world_config(struct world_source *source, const samsyn_allocator *mem);

extern const char world_text[];

struct world {
    struct world_source source;
    samsyn_config *config;
    samsyn_checklist *checklist;
    samsyn_document *document;
    samsyn_assessment *assessment;
};

/* For cmocka's groups; *state becomes a struct world. */
int
world_set_up(void **state);
int
world_tear_down(void **state);

#endif
