/* SPDX-License-Identifier: MIT */
#ifndef SCORE_H
#define SCORE_H

/* Assessing documents one by one, and writing what comes of it. */

#include "choose.h"
#include "task.h"

struct scoring {
    struct tool *tool;
    struct shelf shelf;
    bool filled;             /* the shelf is */
    struct fault fault;      /* why it is not */
    size_t written;          /* results on standard output so far */
    bool bare;               /* one of many: another process joins them */
    const char *head;        /* what an NDJSON answer begins with, or NULL */
    const char *chosen;      /* the checklist that was found to fit, or NULL */
    const char *because;     /* why it was */
    const struct file *file; /* the document's, while it is assessed */
    const samsyn_language *language; /* the document's */
};

/* Get the checklists.  Where they cannot be had, that is said, and every
 * document is answered with it.  End it with scoring_done(). */
void
scoring_init(struct scoring *scoring, struct tool *tool);
void
scoring_done(struct scoring *scoring);

/* Assess a document and write the result. */
bool
scoring_document(struct scoring *scoring, const char *name,
                 const struct file *file, struct fault *fault);

/* As JSON, write that a document could not be assessed. */
void
scoring_failure(struct scoring *scoring, const char *name,
                const struct fault *fault);

/* Do a task: its result goes to standard output. */
struct outcome
scoring_do(struct scoring *scoring, const struct task *task);

/* Answer a task whose worker broke.  (Both in tasks.c) */
void
scoring_lost(struct scoring *scoring, const struct task *task);

/* Write what stands before a result; before it is written. */
void
scoring_part(struct scoring *scoring);
/* Write a result that another process made, with what stands before it. */
void
scoring_pass(struct scoring *scoring, const char *bytes, size_t length);
/* Write what stands after the last. */
void
scoring_close(struct scoring *scoring);

/* The name of a format that shows one document only; NULL for others. */
const char *
format_alone(enum format format);

#endif
