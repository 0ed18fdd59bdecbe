/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Runs programs that read a file.
 *
 * fork() and exec(), with nothing but system calls in between, and no helper
 * program: posix_spawn() cannot shut a child in before it is exchanged, and a
 * helper would have to be installed, found and trusted by every program that
 * links the library.  In a host with threads the child between the two calls
 * is the thread that called, and touches no memory but its own.
 *
 * A child has three descriptors and no others, an empty environment, and the
 * signals as they are at first.  It is fed over a socket, since writing to a
 * pipe that nobody reads would raise a signal in the host.
 *
 * There is no clock here: the child's own alarm ends it, and it is refused
 * the call that would put the alarm off.  poll() has a limit as well, for a
 * child that has stopped itself. */

#ifdef READ_PDF

#include "read/child.h"

#include "base/mem.h"
#include "read/sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATH 256
#define MOST_ARGS 8
#define PIECE 65536
#define SPARE 5 /* seconds after which a child that ignores its alarm ends */
#define MOST_DESCRIPTORS 65536
#define NOT_STARTED 127
#define MOST_FAILURES 1000

/* Never asked of the environment. */
static const char *const folders[] = { "/usr/bin", "/usr/local/bin", "/bin",
                                       "/opt/homebrew/bin",
                                       "/run/current-system/sw/bin" };

/* A run while it goes on; -1 for what is closed. */
struct run {
    struct child *child;
    pid_t pid;
    int feed, hear, complaints;
    size_t fed, heard;
    size_t failures; /* reads in a row that gave nothing */
};

/* ---- Where programs are ---- */

static bool
join_path(char out[PATH], const char *folder, const char *program)
{
    size_t first = strlen(folder), second = strlen(program);

    if (first + second + 2 > PATH)
        return false;
    memcpy(out, folder, first);
    out[first] = '/';
    memcpy(out + first + 1, program, second + 1);
    return true;
}

/* The folder of a program, NULL where it is nowhere. */
static const char *
find(const char *program, char path[PATH])
{
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        if (join_path(path, folders[i], program) && access(path, X_OK) == 0)
            return folders[i];
    }
    return NULL;
}

bool
child_exists(const char *program)
{
    char path[PATH];

    return find(program, path) != NULL;
}

/* ---- The child, up to exec() ---- */

static void
close_from(int first)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)first, ~0u, 0u) == 0)
        return;
#endif
    for (int i = first; i < MOST_DESCRIPTORS; i++)
        (void)close(i);
}

static void
reset_signals(void)
{
    struct sigaction as_first = { .sa_handler = SIG_DFL };
    sigset_t none;

    for (int i = 1; i < NSIG; i++)
        (void)sigaction(i, &as_first, NULL);
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Descriptors 0 to 2 from @p ends, none of which is below 3. */
static bool
take_ends(const int ends[3])
{
    for (int i = 0; i < 3; i++) {
        if (dup2(ends[i], i) != i)
            return false;
    }
    close_from(3);
    return true;
}

struct start {
    const char *path;
    char *const *args;
    struct sandbox sandbox;
    int ends[3];
};

static _Noreturn void
become(const struct start *start)
{
    static char *const environment[] = { NULL };

    reset_signals();
    if (take_ends(start->ends) && chdir("/") == 0 &&
        sandbox_enter(&start->sandbox))
        (void)execve(start->path, start->args, environment);
    _exit(NOT_STARTED);
}

/* ---- Starting ---- */

/* Both ends above the three that a child has, and closed by exec(). */
static bool
lift(int ends[2])
{
    for (int i = 0; i < 2; i++) {
        int high = fcntl(ends[i], F_DUPFD_CLOEXEC, 3);

        (void)close(ends[i]);
        ends[i] = high;
    }
    if (ends[0] >= 0 && ends[1] >= 0)
        return true;
    for (int i = 0; i < 2; i++) {
        if (ends[i] >= 0)
            (void)close(ends[i]);
    }
    return false;
}

static void
close_end(int *end)
{
    if (*end >= 0)
        (void)close(*end);
    *end = -1;
}

static bool
make_ends(int feed[2], int hear[2], int complaints[2])
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, feed) || !lift(feed))
        feed[0] = feed[1] = -1;
    if (pipe(hear) || !lift(hear))
        hear[0] = hear[1] = -1;
    if (pipe(complaints) || !lift(complaints))
        complaints[0] = complaints[1] = -1;
    return feed[0] >= 0 && hear[0] >= 0 && complaints[0] >= 0;
}

static void
set_waiting(int end)
{
    int flags = fcntl(end, F_GETFL);

    (void)fcntl(end, F_SETFL, flags | O_NONBLOCK);
}

/* The parent's ends stay in the run, the child's are closed here. */
static void
fork_run(struct run *run, struct start *start)
{
    int feed[2], hear[2], complaints[2];
    sigset_t all, before;

    if (make_ends(feed, hear, complaints)) {
        start->ends[0] = feed[1];
        start->ends[1] = hear[1];
        start->ends[2] = complaints[1];
        (void)sigfillset(&all);
        (void)pthread_sigmask(SIG_SETMASK, &all, &before);
        run->pid = fork();
        if (run->pid == 0)
            become(start);
        (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    run->feed = feed[0];
    run->hear = hear[0];
    run->complaints = complaints[0];
    close_end(&feed[1]);
    close_end(&hear[1]);
    close_end(&complaints[1]);
}

/* execve() takes pointers to what it does not change. */
static char *
unchanged(const char *text)
{
    union {
        const char *from;
        char *to;
    } same = { .from = text };

    return same.to;
}

static void
start_run(struct run *run, struct child *child,
          const struct child_limits *limits)
{
    char path[PATH];
    char *args[MOST_ARGS + 2];
    size_t count = 0;
    struct start start = { .path = path,
                           .args = args,
                           .sandbox = { limits->memory, limits->cpu,
                                        limits->seconds,
                                        find(child->program, path) } };

    *run = (struct run){ child, -1, -1, -1, -1, 0, 0, 0 };
    child->said_length = 0;
    child->code = 0;
    child->end = CHILD_ABSENT;
    if (!start.sandbox.home)
        return;
    args[0] = unchanged(child->program);
    while (count < MOST_ARGS && child->args[count]) {
        args[count + 1] = unchanged(child->args[count]);
        count++;
    }
    args[count + 1] = NULL;
    child->end = CHILD_FAILED;
    fork_run(run, &start);
    if (run->pid <= 0) {
        close_end(&run->feed);
        close_end(&run->hear);
        close_end(&run->complaints);
        return;
    }
    child->end = CHILD_DONE;
    set_waiting(run->feed);
    set_waiting(run->hear);
    set_waiting(run->complaints);
}

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
    close_end(&run->feed);
    close_end(&run->hear);
    close_end(&run->complaints);
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
        close_end(&run->feed);
}

/* The bytes that came; 0 at the end, -1 where it is to be asked again. */
static ssize_t
hear(struct run *run, int *end, char *bytes, size_t size)
{
    ssize_t count = read(*end, bytes, size);

    if (count < 0 && run->failures++ < MOST_FAILURES)
        return -1;
    if (count <= 0) {
        close_end(end);
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
attend_all(struct run *runs, size_t count, struct str input,
           const struct child_limits *limits)
{
    struct pollfd polls[3 * CHILD_MOST];
    int patience = (int)(limits->seconds + SPARE) * 1000;
    size_t failures = 0;

    while (gather(polls, runs, count)) {
        int ready = poll(polls, (nfds_t)(3 * count), patience);

        if (ready < 0 && failures++ < MOST_FAILURES)
            continue; /* interrupted */
        for (size_t i = 0; i < count; i++) {
            if (!is_open(&runs[i]))
                continue;
            if (ready <= 0)
                end_run(&runs[i], CHILD_LATE);
            else
                attend(&runs[i], polls + 3 * i, input, limits);
        }
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

/* A host that takes all its children itself leaves none here; then what the
 * child said must tell whether it is whole. */
static void
await(struct run *run)
{
    struct child *child = run->child;
    int status = 0;
    pid_t found = -1;

    close_end(&run->feed);
    if (run->pid <= 0)
        return;
    for (size_t i = 0; found < 0 && i < MOST_FAILURES; i++)
        found = waitpid(run->pid, &status, 0);
    if (found < 0 || child->end != CHILD_DONE)
        return;
    child->end = end_of(status);
    if (child->end == CHILD_DONE)
        child->code = WEXITSTATUS(status);
    if (child->code == NOT_STARTED)
        child->end = CHILD_FAILED;
}

void
child_run(struct child *children, size_t count, struct str input,
          const struct child_limits *limits)
{
    struct run runs[CHILD_MOST];

    if (count > CHILD_MOST)
        count = CHILD_MOST;
    for (size_t i = 0; i < count; i++)
        start_run(&runs[i], &children[i], limits);
    attend_all(runs, count, input, limits);
    for (size_t i = 0; i < count; i++)
        await(&runs[i]);
}

#endif
