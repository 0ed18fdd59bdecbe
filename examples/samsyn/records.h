/* SPDX-License-Identifier: MIT */
#ifndef RECORDS_H
#define RECORDS_H

/* Records of files: documents, which are assessed, and stored assessments. */

#include "choose.h"

/* Receives what comes of a file. */
struct record_taker {
    /* A record, which is the taker's from here on, and the name of its
     * document; false ends it, without memory. */
    bool (*take)(void *user, samsyn_record *record, const char *document,
                 const char *path);
    /* A document that a stored assessment says could not be assessed. */
    bool (*fail)(void *user, const char *document, const char *why);
    void *user;
};

/* Take those of a file's bytes: of its one document, or of each assessment
 * that it stores.  What is wrong has been said. */
bool
records_of(const struct tool *tool, struct shelf *shelf, const char *path,
           const struct file *file, const struct record_taker *taker,
           struct fault *fault);

/* The same of stored assessments: JSON as `samsyn score` writes it.
 * (records_json.c) */
bool
records_of_json(const struct tool *tool, const char *path,
                const struct file *file, const struct record_taker *taker,
                struct fault *fault);

/* Whether a name ends as those of stored assessments, or of anything that can
 * be read here. */
bool
is_stored(const char *name);
bool
is_readable(const char *name);

#endif
