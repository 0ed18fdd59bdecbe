/* SPDX-License-Identifier: MIT */
#ifndef CHOOSE_H
#define CHOOSE_H

/* Which checklist a document is assessed against. */

#include "common.h"

/* A checklist to choose from; all but the given one are loaded when a document
 * turns out to be for them. */
struct shelf_item {
    char *name;
    samsyn_card *card;           /* NULL for the given one */
    samsyn_language *language;   /* of documents; NULL where an earlier item
                                    has the same, or nobody asked yet */
    samsyn_checklist *checklist; /* NULL: not loaded yet */
};

struct shelf {
    struct shelf_item *items;
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
    samsyn_recognition *why;           /* NULL where it was given */
};

/* Read a document of a language. */
bool
document_open(samsyn_document **out, const struct tool *tool,
              const samsyn_language *language, const char *name,
              const struct file *file, struct fault *fault);

/* Read a document and find its checklist.  End it with choice_done(), on
 * failure too. */
bool
choose(struct choice *choice, const struct tool *tool, struct shelf *shelf,
       const char *name, const struct file *file, struct fault *fault);
void
choice_done(struct choice *choice);

/* Say of a document that was assessed by the given checklist where it seems to
 * be something else. */
void
choice_doubt(const struct tool *tool, const struct shelf *shelf,
             const samsyn_assessment *assessment, const char *name);

#endif
