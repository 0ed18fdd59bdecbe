/* SPDX-License-Identifier: MIT */
/* Gives tasks to workers and puts their results in order.
 *
 * Results wait in a ring for those before them.  A task is given out only
 * while the ring has a place for its result, so memory does not grow with the
 * number of tasks, however slow one of them is.  While a stream has nothing to
 * give, results still go out: who asks by NDJSON may wait for each answer. */

#define _POSIX_C_SOURCE 200809L

#include "pool.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#define RING (4 * POOL_MOST)

struct pool {
    const struct pool_work *work;
    struct worker workers[POOL_MOST];
    size_t jobs;
    struct result results[RING];
    bool there[RING];    /* whether the result is */
    size_t first, given; /* the result to take next; tasks given out */
    bool ended, waiting; /* the source has no more; has nothing now */
    bool stopped, failed;
};

/* ---- Results ---- */

static struct result *
result_of(struct pool *pool, size_t number)
{
    return &pool->results[number % RING];
}

static void
result_done(struct result *result)
{
    bytes_done(&result->outs);
    bytes_done(&result->errs);
    free(result->lost);
    *result = (struct result){ .lost = NULL };
}

/* Hands on the results whose turn has come. */
static void
take_results(struct pool *pool)
{
    while (pool->first < pool->given && pool->there[pool->first % RING]) {
        struct result *result = result_of(pool, pool->first);

        if (!pool->stopped && !pool->work->take(pool->work->user, result))
            pool->stopped = true;
        result_done(result);
        pool->there[pool->first++ % RING] = false;
    }
}

/* ---- Workers ---- */

static bool
start(struct pool *pool, size_t index)
{
    return worker_start(pool->workers, pool->jobs, index, pool->work->perform,
                        pool->work->user);
}

/* Fewer than asked for are enough. */
static bool
start_all(struct pool *pool)
{
    bool any = false;

    for (size_t i = 0; i < pool->jobs; i++)
        any |= start(pool, i);
    return any;
}

static struct worker *
idle_worker(struct pool *pool)
{
    for (size_t i = 0; i < pool->jobs; i++) {
        if (pool->workers[i].pid > 0 && !pool->workers[i].task)
            return &pool->workers[i];
    }
    return NULL;
}

/* A few results for each worker may wait for a slow one before them. */
static bool
has_place(const struct pool *pool)
{
    return pool->given - pool->first < 4 * pool->jobs;
}

static void
give(struct pool *pool, struct worker *worker, const struct task *task)
{
    struct task *copy = task_copy(task);

    if (!copy) {
        pool->failed = pool->stopped = true;
        return;
    }
    worker->number = pool->given++;
    worker_give(worker, copy);
}

/* Gives out tasks while there are workers, places and tasks. */
static void
give_tasks(struct pool *pool)
{
    struct worker *worker;

    pool->waiting = false;
    while (!pool->ended && !pool->stopped && !pool->waiting &&
           has_place(pool) && (worker = idle_worker(pool))) {
        struct task task;
        enum source_state state = source_next(pool->work->source, &task);

        pool->ended = state == SOURCE_END;
        pool->waiting = state == SOURCE_WAIT;
        if (state == SOURCE_TASK)
            give(pool, worker, &task);
    }
}

/* A worker that broke leaves its task behind; another takes its place. */
static void
lose(struct pool *pool, size_t index)
{
    struct worker *worker = &pool->workers[index];
    struct result *result = result_of(pool, worker->number);

    result->errs = worker->errs;
    worker->errs = (struct bytes){ NULL, 0, 0 };
    result->lost = worker->task;
    worker->task = NULL;
    pool->there[worker->number % RING] = true;
    (void)worker_end(worker);
    (void)start(pool, index); /* the others go on without it */
}

static void
read_worker(struct pool *pool, size_t index)
{
    struct worker *worker = &pool->workers[index];
    struct result *result = result_of(pool, worker->number);

    switch (worker_read(worker, &result->outcome)) {
    case WORKER_BUSY:
        break;
    case WORKER_LOST:
        lose(pool, index);
        break;
    case WORKER_DONE:
        result->outs = worker->outs;
        result->errs = worker->errs;
        worker->outs = worker->errs = (struct bytes){ NULL, 0, 0 };
        free(worker->task);
        worker->task = NULL;
        pool->there[worker->number % RING] = true;
        break;
    }
}

/* ---- The loop ---- */

/* Waits until a worker or the source has something. */
static void
wait_for_any(struct pool *pool)
{
    struct pollfd ends[3 * POOL_MOST + 1];
    nfds_t count = 0;

    for (size_t i = 0; i < pool->jobs; i++) {
        const struct worker *worker = &pool->workers[i];

        if (worker->pid == 0 || !worker->task)
            continue;
        ends[count++] = (struct pollfd){ worker->socket, POLLIN, 0 };
        ends[count++] = (struct pollfd){ worker->out, POLLIN, 0 };
        ends[count++] = (struct pollfd){ worker->err, POLLIN, 0 };
    }
    ends[count] = (struct pollfd){ source_fd(pool->work->source), POLLIN, 0 };
    if (poll(ends, count + pool->waiting, -1) < 0) {
        if (errno != EINTR)
            pool->failed = pool->stopped = true;
        return;
    }
    if (pool->waiting && ends[count].revents != 0)
        source_more(pool->work->source);
}

/* False where everything is done. */
static bool
turn(struct pool *pool)
{
    bool any = false;

    give_tasks(pool);
    for (size_t i = 0; i < pool->jobs; i++)
        any |= pool->workers[i].pid > 0;
    if (!any)
        pool->failed = pool->stopped = true;
    if (pool->stopped || (pool->first == pool->given && pool->ended))
        return false;
    wait_for_any(pool);
    for (size_t i = 0; i < pool->jobs; i++) {
        if (pool->workers[i].pid > 0 && pool->workers[i].task)
            read_worker(pool, i);
    }
    take_results(pool);
    return true;
}

bool
pool_run(const struct pool_work *work, size_t jobs)
{
    struct pool *pool = calloc(1, sizeof *pool);
    bool good;

    if (!pool)
        return false;
    pool->work = work;
    pool->jobs = jobs < POOL_MOST ? jobs : POOL_MOST;
    pool->failed = !start_all(pool);
    while (!pool->failed && turn(pool))
        continue;
    for (size_t i = 0; i < RING; i++)
        result_done(&pool->results[i]);
    for (size_t i = 0; i < pool->jobs; i++) {
        if (!worker_end(&pool->workers[i]) && !pool->stopped)
            pool->failed = true;
    }
    good = !pool->failed;
    free(pool);
    return good;
}
