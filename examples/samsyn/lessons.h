/* SPDX-License-Identifier: MIT */
#ifndef LESSONS_H
#define LESSONS_H

/* Passages that teach, as they stand in files: a line each, fields parted by
 * tabs, the first line naming the fields.
 *
 * A file with the fields `criterion`, `status` and `text` has one label a
 * line.  In any file a field whose name holds the codes of criteria ("b04",
 * "a24 c14") labels the line for these.  `lead` stands before the text, as a
 * list's introduction does; `from` names the labelled document that the text
 * was taken from, "-" or nothing for none. */

#include "common.h"

struct lessons {
    samsyn_lesson *items;
    const char **from; /* by item: a document's name, or "" */
    size_t count, size;
    char **texts; /* of lead and text in one; owned */
    size_t text_count, text_size;
};

/* Take those of a file's bytes that are about criteria of the checklist; the
 * bytes are written into and must stay as long as the lessons.  Mistakes are
 * said with their line and counted; false without memory. */
bool
lessons_read(struct lessons *lessons, const struct tool *tool,
             const samsyn_checklist *checklist, const char *path,
             struct file *file, size_t *mistakes);

void
lessons_done(struct lessons *lessons);

/* Whether a checklist has a criterion of that id or code. */
bool
has_criterion(const samsyn_checklist *checklist, const char *name);

#endif
