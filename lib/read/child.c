/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Runs programs that read a file: feeds them, hears them, and ends them.
 *
 * A child's own alarm ends it, and it is refused the call that would put the
 * alarm off.  One that has been taken over may ignore the alarm, stop itself,
 * close what it is heard by and stay, or say a byte now and then, so that the
 * host has a timer, too: it runs out once for all of them, whatever they say,
 * and what is left then is killed. */

#ifdef READ_PDF

#include "read/child_inside.h"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/timerfd.h>
#include <time.h>
#endif

#define PIECE 65536
#define SPARE 2 /* seconds after which a child that ignores its alarm ends */
#define MOST_FAILURES 1000
#define MOST_SIGNALS 100000 /* that interrupt the host meanwhile */
#define NAP 1               /* thousandth of a second between two looks */
#define CALL_PIDFD_OPEN 434 /* headers older than the kernel do not know it */

/* ---- While they run ---- */

static bool
is_open(const struct run *run)
{
    return run->hear >= 0 || run->complaints >= 0;
}

static void
end_run(struct run *run, enum child_end end)
{
    if (run->child->end == CHILD_DONE)
        run->child->end = end;
    (void)kill(run->pid, SIGKILL);
    child_close(&run->feed);
    child_close(&run->hear);
    child_close(&run->complaints);
}

static void
feed(struct run *run, struct str input)
{
    size_t left = input.len - run->fed;
    ssize_t count = 0;

    if (left)
        count = send(run->feed, input.ptr + run->fed,
                     left < PIECE ? left : PIECE, MSG_NOSIGNAL);
    if (count > 0) {
        run->fed += (size_t)count;
        run->failures = 0;
    } else if (count < 0 && run->failures++ < MOST_FAILURES) {
        return; /* interrupted, or poll() spoke too soon */
    }
    if (count < 0 || run->fed == input.len)
        child_close(&run->feed);
}

/* The bytes that came; 0 at the end, -1 where it is to be asked again. */
static ssize_t
hear(struct run *run, int *end, char *bytes, size_t size)
{
    ssize_t count = read(*end, bytes, size);

    if (count < 0 && run->failures++ < MOST_FAILURES)
        return -1;
    if (count <= 0) {
        child_close(end);
        return 0;
    }
    run->failures = 0;
    return count;
}

static void
hear_output(struct run *run, size_t most)
{
    char bytes[PIECE];
    ssize_t count = hear(run, &run->hear, bytes, sizeof bytes);

    if (count <= 0)
        return;
    run->heard += (size_t)count;
    if (run->heard > most)
        end_run(run, CHILD_TALKED);
    else if (!run->child->listen(run->child->user, bytes, (size_t)count))
        end_run(run, CHILD_STOPPED);
}

/* Complaints past the room for them are heard and forgotten. */
static void
hear_complaints(struct run *run, size_t most)
{
    struct child *child = run->child;
    char bytes[CHILD_SAID];
    ssize_t count = hear(run, &run->complaints, bytes, sizeof bytes);
    size_t room = CHILD_SAID - child->said_length;

    if (count <= 0)
        return;
    run->heard += (size_t)count;
    if (run->heard > most) {
        end_run(run, CHILD_TALKED);
        return;
    }
    if (room > (size_t)count)
        room = (size_t)count;
    memcpy(child->said + child->said_length, bytes, room);
    child->said_length += room;
}

/* When the host's patience ends. */
struct deadline {
    int timer;    /* can be read then; -1 where there are no timers, ... */
    int patience; /* ... and so many thousandths with nothing said end it */
};

static struct deadline
start_timer(const struct child_limits *limits)
{
    unsigned seconds = limits->seconds + SPARE;
    struct deadline deadline = { -1, (int)seconds * 1000 };
#ifdef __linux__
    const struct itimerspec once = { .it_value = { .tv_sec = seconds } };

    deadline.timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    if (deadline.timer >= 0 &&
        timerfd_settime(deadline.timer, 0, &once, NULL) != 0)
        child_close(&deadline.timer);
#endif
    return deadline;
}

static size_t
gather(struct pollfd *polls, const struct run *runs, size_t count)
{
    size_t open = 0;

    for (size_t i = 0; i < count; i++) {
        polls[3 * i] = (struct pollfd){ .fd = runs[i].feed, .events = POLLOUT };
        polls[3 * i + 1] =
            (struct pollfd){ .fd = runs[i].hear, .events = POLLIN };
        polls[3 * i + 2] =
            (struct pollfd){ .fd = runs[i].complaints, .events = POLLIN };
        open += is_open(&runs[i]);
    }
    return open;
}

static void
attend(struct run *run, const struct pollfd *polls, struct str input,
       const struct child_limits *limits)
{
    if (run->feed >= 0 && polls[0].revents)
        feed(run, input);
    if (run->hear >= 0 && polls[1].revents)
        hear_output(run, limits->output);
    if (run->complaints >= 0 && polls[2].revents)
        hear_complaints(run, limits->output);
}

static void
end_all(struct run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_open(&runs[i]))
            end_run(&runs[i], CHILD_LATE);
    }
}

static void
attend_all(struct run *runs, size_t count, struct str input,
           const struct child_limits *limits, struct deadline deadline)
{
    struct pollfd polls[3 * CHILD_MOST + 1];
    struct pollfd *timer = &polls[3 * count];
    size_t interrupted = 0;

    *timer = (struct pollfd){ .fd = deadline.timer, .events = POLLIN };
    while (gather(polls, runs, count)) {
        int ready = poll(polls, (nfds_t)(3 * count + 1), deadline.patience);

        if (ready < 0 && interrupted++ < MOST_SIGNALS)
            continue;
        if (ready <= 0 || timer->revents) {
            end_all(runs, count);
            return;
        }
        for (size_t i = 0; i < count; i++)
            attend(&runs[i], polls + 3 * i, input, limits);
    }
}

/* ---- How it ended ---- */

static enum child_end
end_of(int status)
{
    if (WIFEXITED(status))
        return CHILD_DONE;
    return WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU
               ? CHILD_LATE
               : CHILD_CRASHED;
}

/* What waitpid() gives once the child has ended; 0 where it has not when
 * patience ends. */
static pid_t
await_end(const struct run *run, int *status, struct deadline deadline)
{
    pid_t found = waitpid(run->pid, status, WNOHANG);
    struct pollfd polls[2] = { { .fd = -1, .events = POLLIN },
                               { .fd = deadline.timer, .events = POLLIN } };
    int left = deadline.patience, pause;

    if (found)
        return found;
#ifdef __linux__
    polls[0].fd = (int)syscall(CALL_PIDFD_OPEN, run->pid, 0);
#endif
    pause = polls[0].fd >= 0 ? left : NAP;
    while (!found && !polls[1].revents && left > 0) {
        left -= poll(polls, 2, pause) == 0 ? pause : 0;
        found = waitpid(run->pid, status, WNOHANG);
    }
    child_close(&polls[0].fd);
    return found;
}

/* A host that takes all its children itself leaves none here; then what the
 * child said must tell whether it is whole. */
static void
await(struct run *run, struct deadline deadline)
{
    struct child *child = run->child;
    int status = 0;
    pid_t found;

    child_close(&run->feed);
    if (run->pid <= 0)
        return;
    found = await_end(run, &status, deadline);
    if (!found) {
        end_run(run, CHILD_LATE);
        found = -1;
        for (size_t i = 0; found < 0 && i < MOST_FAILURES; i++)
            found = waitpid(run->pid, &status, 0);
    }
    if (found < 0 || child->end != CHILD_DONE)
        return;
    child->end = end_of(status);
    if (child->end == CHILD_DONE)
        child->code = WEXITSTATUS(status);
    if (child->code == CHILD_NOT_STARTED)
        child->end = CHILD_FAILED;
}

void
child_run(struct child *children, size_t count, struct str input,
          const struct child_limits *limits)
{
    struct run runs[CHILD_MOST];
    struct deadline deadline = start_timer(limits);

    if (count > CHILD_MOST)
        count = CHILD_MOST;
    for (size_t i = 0; i < count; i++)
        child_begin(&runs[i], &children[i], limits);
    attend_all(runs, count, input, limits, deadline);
    for (size_t i = 0; i < count; i++)
        await(&runs[i], deadline);
    child_close(&deadline.timer);
}

#endif
