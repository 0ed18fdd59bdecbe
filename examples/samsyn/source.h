/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_H
#define SOURCE_H

/* Where the tasks of `samsyn score` come from: the files and folders that are
 * named, a list of names, lines of NDJSON. */

#include "lines.h"
#include "walk.h"

struct source {
    const struct args *args;
    struct walk walk;
    struct lines lines;
    bool reading; /* lines of a list or of NDJSON */
    size_t next;  /* operand */
    char *name;   /* of the task given last, where one had to be made */
};

enum source_state {
    SOURCE_TASK,
    SOURCE_WAIT, /* source_more() comes first */
    SOURCE_END
};

/* False, and said, where the list of names cannot be opened.  End it with
 * source_done(), on failure too. */
bool
source_init(struct source *source, const struct tool *tool,
            struct fault *fault);
void
source_done(struct source *source);

/* The next task; what it points to stands until the next call. */
enum source_state
source_next(struct source *source, struct task *task);

/* The descriptor that more comes from. */
int
source_fd(const struct source *source);
/* Read from it; waits where nothing is there. */
void
source_more(struct source *source);

#endif
