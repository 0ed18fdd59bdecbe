/* SPDX-License-Identifier: MIT */
#ifndef CHOOSE_H
#define CHOOSE_H

/* Which checklist a document is assessed against. */

#include "common.h"

/* The checklists to choose from. */
struct shelf {
    samsyn_checklist **items;
    size_t count;
    bool given; /* the one that the caller named */
};

/* All of the data directory, or the given one.  End it with shelf_done(), on
 * failure too. */
bool
shelf_fill(struct shelf *shelf, const struct tool *tool, struct fault *fault);
void
shelf_done(struct shelf *shelf);

struct choice {
    const samsyn_checklist *checklist; /* of the shelf */
    samsyn_document *document;         /* read with its language */
    samsyn_recognition *why;           /* may be NULL where it was given */
};

/* Read a document with the checklist's language. */
bool
document_open(samsyn_document **out, const struct tool *tool,
              const samsyn_checklist *checklist, const char *name,
              const struct file *file, struct fault *fault);

/* Read a document and find its checklist.  End it with choice_done(), on
 * failure too. */
bool
choose(struct choice *choice, const struct tool *tool,
       const struct shelf *shelf, const char *name, const struct file *file,
       struct fault *fault);
void
choice_done(struct choice *choice);

#endif
