/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE

/* Programs that are run: what they are fed, what is heard of them, how they
 * end, and what they cannot do.  Each row is a command of the shell, since a
 * shell can try nearly everything. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>

#include "base/buf.h"
#include "read/child.h"
#include "samsyn_read.h"

#define INPUT 300000
#define SPARE 2 /* seconds past its alarm that a child is given */
#define BUSY 6  /* more, on a machine with much to do */
#define ANY (-1)

/* What a guard must hold for a row to be tried; 0 is the limits. */
#define CALLS SAMSYN_READ_GUARD_CALLS
#define FOLDERS SAMSYN_READ_GUARD_FOLDERS

static const struct child_limits limits = {
    .memory = (size_t)256 << 20, .output = 1000000, .cpu = 1, .seconds = 2
};

static bool
keep(void *user, const char *bytes, size_t length)
{
    buf_add(user, bytes, length);
    return true;
}

static bool
refuse(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return false;
}

static struct sample {
    const char *name, *command;
    enum child_end end;
    int code; /* ANY but 0 */
    const char *output;
    samsyn_read_guard needs;
} samples[] = {
    { "says", "echo ja", CHILD_DONE, 0, "ja\n", 0 },
    { "fails", "exit 3", CHILD_DONE, 3, "", 0 },
    { "no environment", "echo ${HOME-none} ${LANG-none}", CHILD_DONE, 0,
      "none none\n", 0 },
    { "stands at the root", "pwd", CHILD_DONE, 0, "/\n", 0 },
    { "takes too long",
      "read a; read a; while read a; do :; done; "
      "exec sleep 20",
      CHILD_LATE, 0, "", 0 },
    { "works too long", "while :; do :; done", CHILD_LATE, 0, "", 0 },
    { "ignores its alarm", "trap '' ALRM; exec sleep 30", CHILD_LATE, 0, "",
      0 },
    { "ignores its alarm, and is not heard",
      "trap '' ALRM; exec sleep 30 >&- 2>&-", CHILD_LATE, 0, "", 0 },
    { "is not heard, and ends", "exec >&- 2>&-; exit 5", CHILD_DONE, 5, "", 0 },
    { "says too much", "exec yes", CHILD_TALKED, 0, NULL, 0 },
    { "complains too much", "exec yes >&2", CHILD_TALKED, 0, "", 0 },
    { "writes a file", "echo x >/tmp/samsyn-child", CHILD_DONE, ANY, "", 0 },
    { "an open descriptor", "echo x >&9", CHILD_DONE, ANY, "", 0 },
    { "another process", "sleep 0 & wait", CHILD_DONE, ANY, "", CALLS },
    { "a limit of its own", "ulimit -n 10 || exit 7", CHILD_DONE, ANY, "",
      CALLS },
    { "its limits are seen", "ulimit -n", CHILD_DONE, 0, "64\n", 0 },
    { "a signal", "kill -0 1 || exit 7", CHILD_DONE, 7, "", CALLS },
    { "reads what is not its own", "read a </etc/passwd || exit 7", CHILD_DONE,
      ANY, "", FOLDERS },
};

static long
now(void)
{
    struct timespec time = { 0, 0 };

    assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &time), 0);
    return (long)time.tv_sec;
}

static struct child
run(const char *command, struct buf *output, struct str input)
{
    const char *args[] = { "-c", command, NULL };
    struct child child = {
        .program = "sh", .args = args, .listen = keep, .user = output
    };

    child_run(&child, 1, input, &limits);
    return child;
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    struct buf output;
    struct child child;
    long began;

    if (!samsyn_read_guarded(sample->needs))
        skip();
    buf_init(&output, &mem_default, BUF_ANY);
    began = now();
    child = run(sample->command, &output, STR("a\nb\n"));
    assert_in_range(now() - began, 0, (long)limits.seconds + SPARE + BUSY);
    assert_int_equal(child.end, sample->end);
    if (sample->end == CHILD_DONE && sample->code == ANY)
        assert_int_not_equal(child.code, 0);
    else
        assert_int_equal(child.code, sample->code);
    buf_char(&output, '\0');
    if (sample->output)
        assert_string_equal(output.data, sample->output);
    buf_done(&output);
    assert_int_not_equal(access("/tmp/samsyn-child", F_OK), 0);
}

/* More than a pipe holds goes in and comes out again, of several at once. */
static void
test_feeding(void **state)
{
    static char input[INPUT];
    static const char *const args[] = { NULL };
    struct buf outputs[CHILD_MOST];
    struct child children[CHILD_MOST];

    (void)state;
    for (size_t i = 0; i < sizeof input; i++)
        input[i] = (char)('a' + i % 23);
    for (size_t i = 0; i < CHILD_MOST; i++) {
        buf_init(&outputs[i], &mem_default, BUF_ANY);
        children[i] = (struct child){
            .program = "cat", .args = args, .listen = keep, .user = &outputs[i]
        };
    }
    child_run(children, CHILD_MOST, str_make(input, sizeof input), &limits);
    for (size_t i = 0; i < CHILD_MOST; i++) {
        assert_int_equal(children[i].end, CHILD_DONE);
        assert_int_equal(children[i].code, 0);
        assert_int_equal(outputs[i].len, sizeof input);
        assert_memory_equal(outputs[i].data, input, sizeof input);
        buf_done(&outputs[i]);
    }
}

static size_t leaks;

/* Asked for instead of the C library's: another thread's exec() must not
 * inherit what is made, not even for the moment before it is told so. */
int
pipe2(int ends[2], int flags)
{
    leaks += !(flags & O_CLOEXEC);
    return (int)syscall(SYS_pipe2, ends, flags);
}

int
socketpair(int family, int type, int protocol, int ends[2])
{
    leaks += !(type & SOCK_CLOEXEC);
    return (int)syscall(SYS_socketpair, family, type, protocol, ends);
}

int
pipe(int ends[2])
{
    leaks++;
    return (int)syscall(SYS_pipe2, ends, 0);
}

static void
test_inherited(void **state)
{
    struct buf output;

    (void)state;
    leaks = 0;
    buf_init(&output, &mem_default, BUF_ANY);
    assert_int_equal(run("exit 0", &output, STR("")).end, CHILD_DONE);
    assert_int_equal(leaks, 0);
    buf_done(&output);
}

static bool
forget(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    return length > 0;
}

/* One that goes on speaking is not given new time for every word. */
static void
test_talking(void **state)
{
    static const char *const args[] = {
        "-c", "trap '' ALRM; while :; do echo x; done", NULL
    };
    const struct child_limits long_talk = { limits.memory, SIZE_MAX, 60, 1 };
    struct child child = { .program = "sh", .args = args, .listen = forget };
    long began = now();

    (void)state;
    child_run(&child, 1, STR(""), &long_talk);
    assert_int_equal(child.end, CHILD_LATE);
    assert_in_range(now() - began, 1 + SPARE - 1, 1 + SPARE + BUSY);
}

/* A limit of another process: of the one that started it. */
static void
test_limit_of_host(void **state)
{
    char pid[32], files[32];
    const char *args[] = { pid, files, NULL };
    struct buf output;
    struct child child = {
        .program = "prlimit", .args = args, .listen = keep, .user = &output
    };
    struct rlimit before, after;

    (void)state;
    if (!child_exists("prlimit") || !samsyn_read_guarded(CALLS))
        skip();
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    (void)snprintf(pid, sizeof pid, "--pid=%ld", (long)getpid());
    (void)snprintf(files, sizeof files,
                   "--nofile=%lu:", (unsigned long)before.rlim_cur - 1);
    buf_init(&output, &mem_default, BUF_ANY);
    child_run(&child, 1, STR(""), &limits);
    assert_int_equal(child.end, CHILD_DONE);
    assert_int_not_equal(child.code, 0);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &after), 0);
    assert_int_equal(after.rlim_cur, before.rlim_cur);
    buf_done(&output);
}

/* One that reads nothing, and ends, raises no signal here. */
static void
test_deaf(void **state)
{
    static char input[INPUT];
    struct buf output;
    struct child child;

    (void)state;
    buf_init(&output, &mem_default, BUF_ANY);
    child = run("exit 4", &output, str_make(input, sizeof input));
    assert_int_equal(child.end, CHILD_DONE);
    assert_int_equal(child.code, 4);
    buf_done(&output);
}

static void
crash(void)
{
    __builtin_trap();
}

/* A shell has no way to crash that it is left. */
static void
test_crash(void **state)
{
    struct child child = { .task = crash, .listen = forget };

    (void)state;
    child_run(&child, 1, STR(""), &limits);
    assert_int_equal(child.end, CHILD_CRASHED);
}

static void
test_complaints(void **state)
{
    struct buf output;
    struct child child;

    (void)state;
    buf_init(&output, &mem_default, BUF_ANY);
    child = run("echo nej >&2; exit 1", &output, STR(""));
    assert_int_equal(child.said_length, 4);
    assert_memory_equal(child.said, "nej\n", 4);
    buf_done(&output);
}

static void
test_absent(void **state)
{
    static const char *const args[] = { NULL };
    struct child children[] = {
        { .program = "samsyn-no-such-program", .args = args, .listen = keep },
        { .program = "yes", .args = args, .listen = refuse },
    };

    (void)state;
    assert_false(child_exists("samsyn-no-such-program"));
    assert_false(child_exists("../bin/sh/"));
    assert_true(child_exists("sh"));
    child_run(children, 2, STR(""), &limits);
    assert_int_equal(children[0].end, CHILD_ABSENT);
    assert_int_equal(children[1].end, CHILD_STOPPED);
}

/* An allocation larger than it may have fails in the program. */
static void
test_memory(void **state)
{
    struct buf output;
    struct child child;

    (void)state;
    if (!child_exists("dd"))
        skip();
    buf_init(&output, &mem_default, BUF_ANY);
    child = run("exec dd if=/dev/stdin bs=1000M count=1", &output, STR("x"));
    assert_int_equal(child.end, CHILD_DONE);
    assert_int_not_equal(child.code, 0);
    buf_done(&output);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 9];
    size_t count = 0;

    (void)dup2(1, 9); /* a descriptor that a child must not have */
    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_feeding);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_inherited);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_talking);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_limit_of_host);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_crash);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_deaf);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_complaints);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_absent);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_memory);
    return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
