/* SPDX-License-Identifier: MIT */
#ifndef PROGRESS_H
#define PROGRESS_H

/* How far a batch has come, for a person who waits at a terminal. */

#include "say.h"

#include <stdbool.h>

struct progress {
    samsyn_lang lang;
    bool wanted; /* somebody is there to see it */
    bool shown;
    long long began;
};

void
progress_init(struct progress *progress, samsyn_lang lang);

/* Show that so many documents are done. */
void
progress_show(struct progress *progress, size_t done);

/* Take it away before anything else is written. */
void
progress_clear(struct progress *progress);

#endif
