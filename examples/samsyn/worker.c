/* SPDX-License-Identifier: MIT */
/* Processes that do the work of a batch.
 *
 * A process and no thread: a document that breaks a reader takes one worker
 * with it and not the others, and messages of one document can be kept apart
 * from another's.  A task goes out as a header and its bytes, on a socket.  A
 * worker writes its result to its standard output and error, which are pipes
 * here, then answers on the socket; so when the answer is there, all that was
 * written is in the pipes.  A worker whose socket is closed ends. */

#define _POSIX_C_SOURCE 200809L

#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHUNK ((size_t)65536)

/* ---- Tasks as bytes ---- */

/* No field leaves a gap, so that every byte of it is one of ours. */
struct header {
    size_t kind, why, line, name_length, length;
};

static struct header
header_of(const struct task *task)
{
    return (struct header){ (size_t)task->kind, (size_t)task->why, task->line,
                            strlen(task->name), task->length };
}

/* A task whose name and bytes stand after it, each with a NUL, to be filled. */
static struct task *
task_new(const struct header *header)
{
    struct task *task =
        calloc(1, sizeof *task + header->name_length + header->length + 2);

    if (!task)
        return NULL;
    *task = (struct task){ .kind = (enum task_kind)header->kind,
                           .why = (enum text)header->why,
                           .name = (const char *)(task + 1),
                           .length = header->length,
                           .line = header->line };
    task->bytes = task->name + header->name_length + 1;
    return task;
}

struct task *
task_copy(const struct task *task)
{
    struct header header = header_of(task);
    struct task *copy = task_new(&header);
    char *start;

    if (!copy)
        return NULL;
    start = (char *)(copy + 1);
    memcpy(start, task->name, header.name_length);
    if (header.length > 0)
        memcpy(start + header.name_length + 1, task->bytes, header.length);
    return copy;
}

static bool
send_all(int socket, const void *bytes, size_t length)
{
    const char *from = bytes;

    while (length > 0) {
        ssize_t sent = send(socket, from, length, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        from += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool
receive_all(int socket, void *bytes, size_t length)
{
    char *to = bytes;

    while (length > 0) {
        ssize_t got = recv(socket, to, length, 0);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        length -= (size_t)got;
    }
    return true;
}

static bool
send_task(int socket, const struct task *task)
{
    struct header header = header_of(task);

    return send_all(socket, &header, sizeof header) &&
           send_all(socket, task->name, header.name_length) &&
           send_all(socket, task->bytes, header.length);
}

static struct task *
receive_task(int socket)
{
    struct header header;
    struct task *task = NULL;
    bool whole = receive_all(socket, &header, sizeof header);

    if (whole)
        task = task_new(&header);
    if (task && receive_all(socket, (char *)(task + 1), header.name_length) &&
        receive_all(socket, (char *)(task + 1) + header.name_length + 1,
                    header.length))
        return task;
    free(task);
    return NULL;
}

/* ---- In the worker ---- */

/* What comes of a task, as bytes without gaps. */
struct answer {
    size_t code, counts;
};

/* Does tasks until there are no more; never comes back.  The streams were
 * empty when the process was made. */
static void
work(int socket, perform_fn perform, void *user)
{
    struct task *task;
    bool good = true;

    while (good && (task = receive_task(socket))) {
        struct outcome outcome = perform(user, task);
        struct answer answer = { (size_t)outcome.code, outcome.counts };

        good = fflush(stdout) == 0 && fflush(stderr) == 0 &&
               send_all(socket, &answer, sizeof answer);
        free(task);
    }
    _exit(0);
}

/* ---- Starting and ending ---- */

static void
close_ends(int *ends, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (ends[i] >= 0)
            close(ends[i]);
        ends[i] = -1;
    }
}

static void
worker_close(struct worker *worker)
{
    int ends[] = { worker->socket, worker->out, worker->err };

    close_ends(ends, 3);
}

/* The ends that are this process's do not reach programs that it runs, and do
 * not wait. */
static bool
guard(const int *ends)
{
    return fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[2], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[4], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[2], F_SETFL, O_NONBLOCK) == 0 &&
           fcntl(ends[4], F_SETFL, O_NONBLOCK) == 0;
}

/* A socket's ends (ours first), then those of two pipes (ours first). */
static bool
open_ends(int *ends)
{
    bool good;

    for (size_t i = 0; i < 6; i++)
        ends[i] = -1;
    good = socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0 &&
           pipe(ends + 2) == 0 && pipe(ends + 4) == 0 && guard(ends);
    if (!good)
        close_ends(ends, 6);
    return good;
}

/* In the new process: what belongs to the other workers is let go, so that
 * each sees the end of its own socket. */
static void
settle(struct worker *workers, size_t count, const int *ends)
{
    for (size_t i = 0; i < count; i++) {
        if (workers[i].pid > 0)
            worker_close(&workers[i]);
    }
    close(ends[0]);
    close(ends[2]);
    close(ends[4]);
    if (dup2(ends[3], STDOUT_FILENO) < 0 || dup2(ends[5], STDERR_FILENO) < 0)
        _exit(1);
    close(ends[3]);
    close(ends[5]);
}

bool
worker_start(struct worker *workers, size_t count, size_t index,
             perform_fn perform, void *user)
{
    struct worker *worker = &workers[index];
    int ends[6];
    pid_t pid;

    *worker = (struct worker){ .pid = 0 };
    fflush(stdout);
    fflush(stderr);
    if (!open_ends(ends))
        return false;
    pid = fork();
    if (pid == 0) {
        settle(workers, count, ends);
        work(ends[1], perform, user);
    }
    if (pid < 0) {
        close_ends(ends, 6);
        return false;
    }
    close(ends[1]);
    close(ends[3]);
    close(ends[5]);
    worker->pid = pid;
    worker->socket = ends[0];
    worker->out = ends[2];
    worker->err = ends[4];
    return true;
}

bool
worker_end(struct worker *worker)
{
    int status = 0;
    pid_t ended;

    if (worker->pid == 0)
        return true;
    worker_close(worker);
    do {
        ended = waitpid(worker->pid, &status, 0);
    } while (ended < 0 && errno == EINTR);
    worker->pid = 0;
    free(worker->task);
    worker->task = NULL;
    bytes_done(&worker->outs);
    bytes_done(&worker->errs);
    return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- Tasks out, results in ---- */

void
bytes_done(struct bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct bytes){ NULL, 0, 0 };
}

/* Where a worker is gone, reading from it says so. */
void
worker_give(struct worker *worker, struct task *task)
{
    worker->task = task;
    (void)send_task(worker->socket, task);
}

static bool
make_room(struct bytes *bytes)
{
    size_t wanted = bytes->size ? bytes->size * 2 : CHUNK;
    char *data;

    if (bytes->size - bytes->length >= CHUNK / 2)
        return true;
    data = realloc(bytes->data, wanted);
    if (!data)
        return false;
    bytes->data = data;
    bytes->size = wanted;
    return true;
}

/* All that is in a pipe now.  False without memory. */
static bool
drain(int fd, struct bytes *bytes)
{
    for (;;) {
        ssize_t got;

        if (!make_room(bytes))
            return false;
        got =
            read(fd, bytes->data + bytes->length, bytes->size - bytes->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return true;
        bytes->length += (size_t)got;
    }
}

/* The answer is looked for first: what was written before it is then there. */
enum worker_state
worker_read(struct worker *worker, struct outcome *outcome)
{
    struct answer answer;
    ssize_t got;

    do {
        got = recv(worker->socket, &answer, sizeof answer, MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (!drain(worker->out, &worker->outs) ||
        !drain(worker->err, &worker->errs))
        return WORKER_LOST;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return WORKER_BUSY;
    if (got != sizeof answer)
        return WORKER_LOST;
    *outcome = (struct outcome){ (enum code)answer.code, answer.counts != 0 };
    return WORKER_DONE;
}
