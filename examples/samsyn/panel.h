/* SPDX-License-Identifier: MIT */
#ifndef PANEL_H
#define PANEL_H

/* What several sources, readers and the machine, say of the same criteria,
 * side by side. */

#include "labels.h"

enum {
    READERS_MOST = 8,
    SOURCES_MOST = READERS_MOST + 1
};

struct source {
    const char *name;
    bool machine;
};

/* A criterion of a document, or of one of its items, and what each source
 * says of it; NULL where one does not. */
struct row {
    const char *document, *item, *criterion;
    const char *checklist, *group; /* "" for none */
    const struct label *said[SOURCES_MOST];
};

struct panel {
    const struct tool *tool;
    struct source sources[SOURCES_MOST];
    size_t source_count;
    struct labels labels;
    struct row *rows; /* by document, item and criterion */
    size_t row_count;
    size_t document_count;   /* of the rows */
    size_t assessed, unread; /* documents */
    size_t unasked;          /* labels for what the checklist does not ask */
    size_t taught;           /* documents that the model learned from */
    struct file *files;      /* what the labels point into */
    size_t file_count;
    char **texts; /* and what they point at beside them */
    size_t text_count, text_size;
};

/* Read the labels of all readers, and what the machine says: from a file, or
 * by assessing the documents.  What is wrong has been said.  End it with
 * panel_done(), on failure too. */
enum code
panel_fill(struct panel *panel, const struct tool *tool);
void
panel_done(struct panel *panel);

/* Assess the documents that the labels name, and add what is said of them
 * for source @p machine.  (machine.c) */
enum code
machine_ask(struct panel *panel, size_t machine);

/* A copy of a text that lives as long as the panel; NULL without memory. */
const char *
panel_keep(struct panel *panel, const char *text);

/* Put labels in the order of rows. */
void
panel_sort(struct panel *panel);

#endif
