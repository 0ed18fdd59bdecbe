/* SPDX-License-Identifier: MIT */
#ifndef POOL_H
#define POOL_H

/* Tasks done by several processes, with the results in the tasks' order. */

#include "source.h"
#include "worker.h"

#define POOL_MOST 64

/* A result, when its turn has come. */
struct result {
    struct outcome outcome;
    struct bytes outs, errs; /* what was written */
    struct task *lost;       /* the task, where its worker broke; or NULL */
};

struct pool_work {
    struct source *source;
    perform_fn perform; /* in a worker */
    /* Takes a result; false where it makes no sense to go on. */
    bool (*take)(void *user, const struct result *result);
    void *user;
};

/* Do all tasks of the source.  False where no process could be started, or one
 * ended badly. */
bool
pool_run(const struct pool_work *work, size_t jobs);

#endif
