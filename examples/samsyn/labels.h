/* SPDX-License-Identifier: MIT */
#ifndef LABELS_H
#define LABELS_H

/* Verdicts as they stand in a file: a line each, fields parted by tabs, the
 * first line naming the fields. */

#include "common.h"

enum field {
    FIELD_FILE,
    FIELD_CRITERION,
    FIELD_STATUS, /* those so far must be there */
    FIELD_ITEM,
    FIELD_SUGGESTION,
    FIELD_CERTAINTY,
    FIELD_CHECKLIST,
    FIELD_EVIDENCE,
    FIELDS
};

enum certainty {
    CERTAINTY_UNSAID,
    CERTAINTY_CERTAIN,
    CERTAINTY_LIKELY,
    CERTAINTY_DOUBTFUL,
    CERTAINTIES
};

/* "certain", ...; NULL for CERTAINTY_UNSAID. */
const char *
certainty_name(enum certainty certainty);

/* What one source says of one criterion of a document, or of one of its
 * items. */
struct label {
    const char *fields[FIELDS]; /* "" for what is not there */
    samsyn_verdict status;
    samsyn_verdict suggestion; /* of an open one; 0 for none */
    enum certainty certainty;
    size_t source; /* who says it */
    size_t line;   /* 0 where it stands in no file */
};

struct labels {
    struct label *items;
    size_t count, size;
};

/* False without memory. */
bool
labels_add(struct labels *labels, const struct label *label);

/* Take the labels of a file's bytes, which are written into and must stay as
 * long as the labels.  Every mistake is said with its line and what to do,
 * and counted in *mistakes; false without memory. */
bool
labels_read(struct labels *labels, const struct tool *tool, const char *path,
            struct file *file, size_t source, size_t *mistakes);

void
labels_done(struct labels *labels);

#endif
