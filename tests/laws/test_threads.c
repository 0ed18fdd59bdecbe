/* SPDX-License-Identifier: MIT */
/* Law: a checklist, a configuration and a document may be shared by any
 * number of threads; what each thread writes is, byte for byte, what one
 * thread alone writes.  The thread sanitizer runs this program too. */

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/whole.h"

enum {
    THREADS = 4,
    ROUNDS = 3
};

static const char agreement[] = "examples/agreements/ekvalla.md";

struct shared {
    samsyn_config *config;
    samsyn_checklist *checklist;
    samsyn_document *document;
    struct text bytes;
    struct text expected;
};

static void *
read_and_assess(void *user)
{
    const struct shared *shared = user;
    struct text *json = calloc(1, sizeof *json);

    for (int i = 0; json && i < ROUNDS; i++) {
        json->length = 0;
        if (whole_json(json, shared->checklist, shared->config, &shared->bytes,
                       agreement))
            json->length = 0;
    }
    return json;
}

static void *
assess_shared(void *user)
{
    const struct shared *shared = user;
    struct text *json = calloc(1, sizeof *json);
    samsyn_assessment *result = NULL;

    if (json &&
        !samsyn_assess(&result, shared->checklist, shared->document,
                       shared->config, NULL) &&
        samsyn_report_write(result, "json", 4, whole_write, json))
        json->length = 0;
    samsyn_assessment_free(result);
    return json;
}

/* Loading in each thread: language packs and tables are built side by side. */
static void *
load_and_assess(void *user)
{
    const struct shared *shared = user;
    struct text *json = calloc(1, sizeof *json);
    samsyn_checklist *own = whole_checklist(shared->config, "overenskommelse");

    if (json && own &&
        whole_json(json, own, shared->config, &shared->bytes, agreement))
        json->length = 0;
    samsyn_checklist_free(own);
    return json;
}

static void
run_threads(const struct shared *shared, void *(*work)(void *))
{
    pthread_t threads[THREADS];

    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, work, (void *)(uintptr_t)shared),
            0);
    for (size_t i = 0; i < THREADS; i++) {
        void *result = NULL;
        struct text *json;

        assert_int_equal(pthread_join(threads[i], &result), 0);
        json = result;
        assert_non_null(json);
        assert_int_equal(json->length, shared->expected.length);
        assert_memory_equal(json->bytes, shared->expected.bytes, json->length);
        free(json->bytes);
        free(json);
    }
}

static void
test_read_and_assess(void **state)
{
    run_threads(*state, read_and_assess);
}

static void
test_assess_shared(void **state)
{
    run_threads(*state, assess_shared);
}

static void
test_load_and_assess(void **state)
{
    run_threads(*state, load_and_assess);
}

static int
set_up(void **state)
{
    struct shared *shared = calloc(1, sizeof *shared);

    if (!shared || !whole_read(&shared->bytes, agreement))
        return -1;
    shared->config = whole_config();
    shared->checklist = whole_checklist(shared->config, "overenskommelse");
    if (samsyn_document_read(
            &shared->document, shared->bytes.bytes, shared->bytes.length,
            agreement, SAMSYN_FORMAT_AUTO,
            samsyn_checklist_language(shared->checklist), shared->config, NULL))
        return -1;
    *state = shared;
    return whole_json(&shared->expected, shared->checklist, shared->config,
                      &shared->bytes, agreement)
               ? -1
               : 0;
}

static int
tear_down(void **state)
{
    struct shared *shared = *state;

    samsyn_document_free(shared->document);
    samsyn_checklist_free(shared->checklist);
    samsyn_config_free(shared->config);
    free(shared->bytes.bytes);
    free(shared->expected.bytes);
    free(shared);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_and_assess),
        cmocka_unit_test(test_assess_shared),
        cmocka_unit_test(test_load_and_assess),
    };

    return cmocka_run_group_tests_name("threads", tests, set_up, tear_down);
}
