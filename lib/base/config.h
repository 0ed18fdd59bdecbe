/* SPDX-License-Identifier: MIT */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

/* The configuration's inside: what every room may ask of it.  Objects copy
 * what they need, so that a configuration may end before them. */

#include "base/mem.h"
#include "base/str.h"

#define CONFIG_LIMITS 6 /* one more than the highest samsyn_limit */
#define CONFIG_YAML_MOST ((uint64_t)256 << 20) /* bytes of a YAML file */

struct samsyn_answers;

struct samsyn_config {
    samsyn_allocator mem;
    samsyn_lang lang;
    int year, month, day; /* year 0: no date */
    size_t part;          /* of the document, from 1; 0: the newest */
    samsyn_resolve_fn resolve;
    void *resolve_user;
    char *directory; /* owned; resolve_user of the ready resolver */
    size_t directory_size;
    char *given; /* owned; how the checklist was given; NULL: by its id */
    samsyn_stop_fn stop;
    void *stop_user;
    bool no_account; /* leave out what was looked for, line by line */
    bool no_text;    /* leave out the text of the documents */
    bool no_quotes;  /* leave out everything that was taken from them */
    const struct samsyn_answers *
        *answers; /* the array is owned, they are not */
    size_t answer_count;
    uint64_t limits[CONFIG_LIMITS];
};

/* The defaults, for callers that gave no configuration. */
extern const struct samsyn_config config_default;

/* @p config, or the defaults where it is NULL. */
const struct samsyn_config *
config_of(const struct samsyn_config *config);

bool
config_stops(const struct samsyn_config *config);

#endif
