/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* What a program that is shut in cannot do, call by call, and that
 * samsyn_read_guarded() says so.  A row is a system call made by number, and
 * the error that it must give; what would do harm if it were let through is
 * given arguments with which it does none. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "samsyn_read.h"

#ifdef READ_PDF

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "read/sandbox.h"

static struct rlimit limit;
static const char root[] = "/", null[] = "/dev/null";

#define HIGH ((long)((uint64_t)1 << 32)) /* a pointer whose lower half is 0 */
#define AT(path) AT_FDCWD, (long)(path)
#define CALLS SAMSYN_READ_GUARD_CALLS
#define FOLDERS SAMSYN_READ_GUARD_FOLDERS
#define LIMITS SAMSYN_READ_GUARD_LIMITS
#define CALL_FCHMODAT2 452
#define CALL_OPENAT2 437
#define CALL_PROCESS_MADVISE 440

static struct row {
    const char *name;
    samsyn_read_guard needs;
    int error; /* 0: it must succeed */
    long number;
    long args[5];
} rows[] = {
    { "a socket", CALLS, EPERM, SYS_socket, { AF_UNIX, SOCK_STREAM } },
    { "a limit is seen",
      LIMITS,
      0,
      SYS_prlimit64,
      { 0, RLIMIT_AS, 0, (long)&limit } },
    { "a limit is set",
      CALLS,
      EPERM,
      SYS_prlimit64,
      { 0, RLIMIT_AS, (long)&limit, 0 } },
    { "a limit far away",
      CALLS,
      EPERM,
      SYS_prlimit64,
      { 0, RLIMIT_AS, HIGH, 0 } },
    { "its processors", CALLS, EPERM, SYS_sched_setaffinity, { 0, 0, 0 } },
    { "its scheduling", CALLS, EPERM, SYS_sched_setattr, { 0, 0, 0 } },
    { "its place in line", CALLS, EPERM, SYS_sched_setparam, { 0, 0 } },
    { "its disk", CALLS, EPERM, SYS_ioprio_set, { 1, 0, 0 } },
    { "memory of others", CALLS, EPERM, CALL_PROCESS_MADVISE, { -1 } },
    { "reading", FOLDERS, EACCES, SYS_openat, { AT(root), O_RDONLY } },
    { "reading what it may",
      LIMITS,
      0,
      SYS_openat,
      { AT("/usr/bin"), O_RDONLY } },
    { "writing", CALLS, EPERM, SYS_openat, { AT(null), O_WRONLY } },
    { "both", CALLS, EPERM, SYS_openat, { AT(null), O_RDWR } },
    { "cutting off", CALLS, EPERM, SYS_openat, { AT(null), O_TRUNC } },
    { "making", CALLS, EPERM, SYS_openat, { AT(null), O_CREAT } },
    { "a file without a name",
      CALLS,
      EPERM,
      SYS_openat,
      { AT("/tmp"), O_TMPFILE | O_RDWR } },
    { "opening another way", CALLS, ENOSYS, CALL_OPENAT2, { AT(null), 0, 0 } },
    { "rights", CALLS, EPERM, CALL_FCHMODAT2, { AT(null), 0, 0 } },
    { "an attribute", CALLS, EPERM, SYS_fremovexattr, { -1, 0 } },
    { "a link's attribute", CALLS, EPERM, SYS_lremovexattr, { 0, 0 } },
    { "attributes by name", CALLS, EPERM, 463, { -1 } },
    { "a file system", CALLS, EPERM, 431, { -1 } },
    { "a kernel", CALLS, EPERM, SYS_kexec_load, { 0 } },
#ifdef SYS_open
    { "writing the old way", CALLS, EPERM, SYS_open, { (long)null, O_WRONLY } },
    { "reading the old way",
      LIMITS,
      0,
      SYS_open,
      { (long)"/usr/bin", O_RDONLY } },
    { "times", CALLS, EPERM, SYS_futimesat, { AT(null), 0 } },
#endif
};

static void
test_call(void **state)
{
    const struct row *row = *state;
    static const struct sandbox sandbox = { (size_t)256 << 20, 5, 10,
                                            "/usr/bin" };
    int status = -1;
    pid_t pid;

    if (!samsyn_read_guarded(row->needs))
        skip();
    pid = fork();
    if (pid == 0) {
        const long *args = row->args;

        if (!sandbox_enter(&sandbox))
            _exit(255);
        _exit(syscall(row->number, args[0], args[1], args[2], args[3],
                      args[4]) < 0
                  ? errno
                  : 0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), row->error);
}

/* The limits hold on every kernel; what a kernel does not claim to have does
 * not hold. */
static void
test_guards(void **state)
{
    int folders = samsyn_read_guarded(SAMSYN_READ_GUARD_FOLDERS);

    (void)state;
    assert_int_equal(samsyn_read_guarded(SAMSYN_READ_GUARD_LIMITS), 1);
    assert_in_range(samsyn_read_guarded(SAMSYN_READ_GUARD_CALLS), 0, 1);
    assert_true(folders >= 0);
    if (folders && sandbox_landlock())
        assert_int_equal(folders, sandbox_landlock());
    assert_int_equal(samsyn_read_guarded((samsyn_read_guard)3), -1);
    assert_int_equal(samsyn_read_guarded((samsyn_read_guard)-1), -1);
}

/* One that is shut in already cannot try: nothing is claimed. */
static void
test_untried(void **state)
{
    static const struct sandbox sandbox = { (size_t)256 << 20, 5, 10,
                                            "/usr/bin" };
    int status = -1;
    pid_t pid;

    (void)state;
    if (!samsyn_read_guarded(SAMSYN_READ_GUARD_CALLS))
        skip();
    pid = fork();
    if (pid == 0)
        _exit(sandbox_enter(&sandbox) &&
              samsyn_read_guarded(SAMSYN_READ_GUARD_CALLS) == -1);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 2];
    size_t count = 0;

    (void)getrlimit(RLIMIT_AS, &limit);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[count++] = (struct CMUnitTest){ .name = rows[i].name,
                                              .test_func = test_call,
                                              .initial_state = &rows[i] };
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_guards);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_untried);
    return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}

#else

static void
test_without(void **state)
{
    (void)state;
    assert_int_equal(samsyn_read_guarded(SAMSYN_READ_GUARD_LIMITS), -1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_without) };

    return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}

#endif
