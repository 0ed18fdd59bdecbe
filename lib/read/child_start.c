/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Starts a program that reads a file.
 *
 * fork() and exec(), with nothing but system calls in between, and no helper
 * program: posix_spawn() cannot shut a child in before it is exchanged, and a
 * helper would have to be installed, found and trusted by every program that
 * links the library.  In a host with threads the child between the two calls
 * is the thread that called, and touches no memory but its own.
 *
 * A child has three descriptors and no others, an empty environment, and the
 * signals as they are at first.  It is fed over a socket, since writing to a
 * pipe that nobody reads would raise a signal in the host. */

#ifdef READ_PDF

#include "read/child_inside.h"

#include "base/mem.h"
#include "read/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PATH 256
#define MOST_ARGS 8
#define MOST_DESCRIPTORS 65536

/* A descriptor that another thread's fork() and exec() must not inherit: its
 * program would hold a pipe open.  Where no call makes such descriptors at
 * once, lift() comes a moment later. */
#ifdef SOCK_CLOEXEC
#define make_sockets(ends)                                                     \
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)
#define make_pipe(ends) pipe2(ends, O_CLOEXEC)
#else
#define make_sockets(ends) socketpair(AF_UNIX, SOCK_STREAM, 0, ends)
#define make_pipe(ends) pipe(ends)
#endif

/* Never asked of the environment. */
static const char *const folders[] = { "/usr/bin", "/usr/local/bin", "/bin",
                                       "/opt/homebrew/bin",
                                       "/run/current-system/sw/bin" };

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
    void (*task)(void); /* instead of a program */
    struct sandbox sandbox;
    int ends[3];
};

static _Noreturn void
become(const struct start *start)
{
    static char *const environment[] = { NULL };

    reset_signals();
    if (!take_ends(start->ends) || chdir("/") != 0 ||
        !sandbox_enter(&start->sandbox))
        _exit(CHILD_NOT_STARTED);
    if (start->task) {
        start->task();
        _exit(0);
    }
    (void)execve(start->path, start->args, environment);
    _exit(CHILD_NOT_STARTED);
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

void
child_close(int *end)
{
    if (*end >= 0)
        (void)close(*end);
    *end = -1;
}

static bool
make_ends(int feed[2], int hear[2], int complaints[2])
{
    if (make_sockets(feed) || !lift(feed))
        feed[0] = feed[1] = -1;
    if (make_pipe(hear) || !lift(hear))
        hear[0] = hear[1] = -1;
    if (make_pipe(complaints) || !lift(complaints))
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
    child_close(&feed[1]);
    child_close(&hear[1]);
    child_close(&complaints[1]);
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

/* The program's name, what it is told, and NULL. */
static void
take_args(char *args[MOST_ARGS + 2], const struct child *child)
{
    size_t count = 0;

    args[0] = unchanged(child->program);
    while (count < MOST_ARGS && child->args[count]) {
        args[count + 1] = unchanged(child->args[count]);
        count++;
    }
    args[count + 1] = NULL;
}

static void
set_going(struct run *run, struct start *start)
{
    fork_run(run, start);
    if (run->pid <= 0) {
        child_close(&run->feed);
        child_close(&run->hear);
        child_close(&run->complaints);
        return;
    }
    run->child->end = CHILD_DONE;
    set_waiting(run->feed);
    set_waiting(run->hear);
    set_waiting(run->complaints);
}

void
child_begin(struct run *run, struct child *child,
            const struct child_limits *limits)
{
    char path[PATH] = "";
    char *args[MOST_ARGS + 2];
    struct start start = { path,
                           args,
                           child->task,
                           { limits->memory, limits->cpu, limits->seconds,
                             child->task ? folders[0]
                                         : find(child->program, path) },
                           { -1, -1, -1 } };

    *run = (struct run){ child, -1, -1, -1, -1, 0, 0, 0 };
    child->said_length = 0;
    child->code = 0;
    child->end = CHILD_ABSENT;
    if (!start.sandbox.home)
        return;
    if (!child->task)
        take_args(args, child);
    child->end = CHILD_FAILED;
    set_going(run, &start);
}

#endif
