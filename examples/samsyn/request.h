/* SPDX-License-Identifier: MIT */
#ifndef REQUEST_H
#define REQUEST_H

/* A line of NDJSON that asks for a document to be assessed. */

#include "task.h"

struct request {
    char *head;       /* what the answer begins with: its id and line */
    char *name;       /* of the document; "-:7" where the line gives none */
    const char *path; /* NULL: the text stands in the line */
    const char *text;
    size_t length;
    samsyn_format format;
    void *root; /* what owns it all */
};

/* Whether the command can read such lines at all. */
bool
request_is_known(void);

/* Read a line.  What could be read of a bad one is there, too, so that it can
 * be answered.  End it with request_done(), on failure too. */
bool
request_read(struct request *request, const struct tool *tool,
             const struct task *task, struct fault *fault);
void
request_done(struct request *request);

/* What an answer begins with: "id":ID,"line":N, with the id's JSON; NULL
 * without memory.  Ended with free(). */
char *
request_head(const char *id, size_t line);

#endif
