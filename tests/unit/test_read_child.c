/* SPDX-License-Identifier: MIT */

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

#include "base/buf.h"
#include "read/child.h"
#include "read/sandbox.h"

#define INPUT 300000

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
    int code; /* -1: any but 0 */
    const char *output;
    unsigned needs; /* of sandbox_state() */
} samples[] = {
    { "says", "echo ja", CHILD_DONE, 0, "ja\n", 0 },
    { "fails", "exit 3", CHILD_DONE, 3, "", 0 },
    { "crashes", "ulimit -s 8; f() { f; }; f", CHILD_CRASHED, 0, "", 0 },
    { "no environment", "echo ${HOME-none} ${LANG-none}", CHILD_DONE, 0,
      "none none\n", 0 },
    { "stands at the root", "pwd", CHILD_DONE, 0, "/\n", 0 },
    { "takes too long",
      "read a; read a; while read a; do :; done; "
      "exec sleep 20",
      CHILD_LATE, 0, "", 0 },
    { "works too long", "while :; do :; done", CHILD_LATE, 0, "", 0 },
    { "says too much", "exec yes", CHILD_TALKED, 0, NULL, 0 },
    { "complains too much", "exec yes >&2", CHILD_TALKED, 0, "", 0 },
    { "writes a file", "echo x >/tmp/samsyn-child", CHILD_DONE, -1, "", 0 },
    { "an open descriptor", "echo x >&9", CHILD_DONE, -1, "", 0 },
    { "another process", "sleep 0 & wait", CHILD_DONE, -1, "",
      SANDBOX_SECCOMP },
    { "a signal", "kill -0 1 || exit 7", CHILD_DONE, 7, "", SANDBOX_SECCOMP },
    { "reads what is not its own", "read a </etc/passwd || exit 7", CHILD_DONE,
      -1, "", SANDBOX_LANDLOCK },
};

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

    if ((sandbox_state() & sample->needs) != sample->needs)
        skip();
    buf_init(&output, &mem_default, BUF_ANY);
    child = run(sample->command, &output, STR("a\nb\n"));
    assert_int_equal(child.end, sample->end);
    if (sample->end == CHILD_DONE && sample->code < 0)
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
    struct CMUnitTest tests[ARRAY_LEN(samples) + 5];
    size_t count = 0;

    (void)dup2(1, 9); /* a descriptor that a child must not have */
    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_feeding);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_deaf);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_complaints);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_absent);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_memory);
    return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
