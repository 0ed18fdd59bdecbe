/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Tries what holds a program back that reads a stranger's file.
 *
 * What a kernel says that it can do is not what it does: a container may
 * forbid the very calls that would shut a child in, and nothing tells of it.
 * So a child is shut in as a reader is, tries what it must not, and says which
 * of it failed.  It tries nothing that would do harm if it succeeded. */

#include "samsyn_read.h"

#ifdef READ_PDF

#include "base/mem.h"
#include "read/child.h"
#include "read/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MEMORY ((size_t)256 << 20)
#define CPU 5
#define SECONDS 5
#define TRIES 3 /* at most, of a guard */

/* ---- In the child: each says whether it was held back ---- */

static bool
held_memory(void)
{
    return mmap(NULL, MEMORY, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
           MAP_FAILED;
}

static bool
held_files(void)
{
    return dup2(1, MOST_FILES) < 0;
}

static bool
held_socket(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0) < 0;
}

/* Signal 0 asks whether one could be sent. */
static bool
held_signal(void)
{
    return kill(getppid(), 0) < 0;
}

/* To lower a limit is everybody's right. */
static bool
held_limit(void)
{
    struct rlimit files;

    return getrlimit(RLIMIT_NOFILE, &files) == 0 &&
           setrlimit(RLIMIT_NOFILE, &files) < 0;
}

static bool
held_reading(void)
{
    return open("/", O_RDONLY | O_CLOEXEC) < 0;
}

static bool (*const tries[][TRIES])(void) = {
    [SAMSYN_READ_GUARD_LIMITS] = { held_memory, held_files, NULL },
    [SAMSYN_READ_GUARD_CALLS] = { held_socket, held_signal, held_limit },
    [SAMSYN_READ_GUARD_FOLDERS] = { held_reading, NULL, NULL },
};

/* A digit for each guard: 1 where all was held back. */
static void
try_all(void)
{
    char held[ARRAY_LEN(tries)];

    for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
        held[i] = '1';
        for (size_t j = 0; j < TRIES && tries[i][j]; j++) {
            if (!tries[i][j]())
                held[i] = '0';
        }
    }
    while (write(1, held, sizeof held) < 0)
        continue; /* interrupted; should it be another matter: the alarm */
}

/* ---- In the host ---- */

struct answer {
    char held[ARRAY_LEN(tries)];
    size_t length;
};

static bool
hear(void *user, const char *bytes, size_t length)
{
    struct answer *answer = user;

    for (size_t i = 0; i < length && answer->length < sizeof answer->held; i++)
        answer->held[answer->length++] = bytes[i];
    return true;
}

int
samsyn_read_guarded(samsyn_read_guard guard)
{
    static const struct child_limits limits = { MEMORY, ARRAY_LEN(tries), CPU,
                                                SECONDS };
    struct answer answer = { .length = 0 };
    struct child child = { .task = try_all, .listen = hear, .user = &answer };
    unsigned version = sandbox_landlock();

    if ((size_t)guard >= ARRAY_LEN(tries))
        return -1;
    child_run(&child, 1, STR(""), &limits);
    if (child.end != CHILD_DONE || answer.length < sizeof answer.held)
        return -1;
    if (answer.held[guard] != '1')
        return 0;
    return guard == SAMSYN_READ_GUARD_FOLDERS && version ? (int)version : 1;
}

#else

int
samsyn_read_guarded(samsyn_read_guard guard)
{
    (void)guard;
    return -1;
}

#endif
