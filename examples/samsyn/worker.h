/* SPDX-License-Identifier: MIT */
#ifndef WORKER_H
#define WORKER_H

/* A process that does tasks, one after another.  What it writes to standard
 * output and standard error is gathered here. */

#include "task.h"

#include <sys/types.h>

/* Bytes that have been gathered. */
struct bytes {
    char *data;
    size_t length, size;
};

void
bytes_done(struct bytes *bytes);

/* A task in a block of memory of its own, ended with free(); NULL without
 * memory. */
struct task *
task_copy(const struct task *task);

struct worker {
    pid_t pid;  /* 0: there is none */
    int socket; /* tasks there, outcomes back */
    int out, err;
    struct bytes outs, errs;
    struct task *task; /* that it has; NULL where it waits for one */
    size_t number;     /* of the task, for who gives them out */
};

typedef struct outcome (*perform_fn)(void *user, const struct task *task);

/* Start worker @p index of @p count; false where that is not possible. */
bool
worker_start(struct worker *workers, size_t count, size_t index,
             perform_fn perform, void *user);

/* Give a worker that waits a task, which it owns from here on. */
void
worker_give(struct worker *worker, struct task *task);

enum worker_state {
    WORKER_BUSY,
    WORKER_DONE, /* *outcome is there, and all that was written */
    WORKER_LOST  /* it ended before it was done */
};

/* Gather what a busy worker has written; does not wait. */
enum worker_state
worker_read(struct worker *worker, struct outcome *outcome);

/* Let a worker end and wait until it has.  False where it failed to. */
bool
worker_end(struct worker *worker);

#endif
