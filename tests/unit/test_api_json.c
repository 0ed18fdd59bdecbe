/* SPDX-License-Identifier: MIT */
/* The one call for bindings: good and bad ways through all rooms, each with
 * every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/ledger.h"
#include "support/world.h"

/* ---- All in one call ---- */

static const struct json_row {
    const char *checklist, *document, *name;
    samsyn_status status;
    const char *holds;
} json_rows[] = {
    { "english", world_text, "a.md", SAMSYN_OK, "\"verdict\": \"" },
    { "english", world_text, NULL, SAMSYN_OK, "\"name\": \"document\"" },
    { "english", "", "empty.md", SAMSYN_E_EMPTY, "\"code\": \"empty\"" },
    { "english", "\x01\x02\x03\xff", "b.md", SAMSYN_E_NOT_TEXT,
      "\"code\": \"not-text\"" },
    { "absent", world_text, "a.md", SAMSYN_E_UNRESOLVED,
      "\"message\": \"there is no checklist called \\\"absent\\\"\"" },
    { "en", world_text, "a.md", SAMSYN_E_SCHEMA, "\"message\": \"en:" },
};

static void
test_json(void **state)
{
    const struct world *world = *state;
    for (size_t i = 0; i < ARRAY_LEN(json_rows); i++) {
        const struct json_row *row = &json_rows[i];
        char *json = NULL;
        size_t length = 0;

        assert_int_equal(
            samsyn_assess_json(&json, &length, row->checklist, row->document,
                               strlen(row->document), row->name, world->config),
            row->status);
        assert_non_null(json);
        assert_int_equal(strlen(json), length);
        assert_memory_equal(json, "[\n{", 3);
        assert_string_equal(json + length - 3, "\n]\n");
        if (!strstr(json, row->holds))
            fail_msg("%s is not in %s", row->holds, json);
        samsyn_text_free(json, world->config);
    }
}

static void
test_json_arguments(void **state)
{
    const struct world *world = *state;
    char *json = NULL;

    assert_int_equal(
        samsyn_assess_json(NULL, NULL, "english", "a", 1, NULL, world->config),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_assess_json(&json, NULL, NULL, "a", 1, NULL, world->config),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_assess_json(&json, NULL, "english", NULL, 1, NULL,
                                        world->config),
                     SAMSYN_E_ARGUMENT);
    assert_null(json);
    assert_int_equal(samsyn_assess_json(&json, NULL, "english", NULL, 0, NULL,
                                        world->config),
                     SAMSYN_E_EMPTY);
    samsyn_text_free(json, world->config);
    json = NULL;
    assert_int_equal(
        samsyn_assess_json(&json, NULL, "english", "a", 1, NULL, NULL),
        SAMSYN_E_UNRESOLVED);
    samsyn_text_free(json, NULL);
}

static void
test_json_stopped(void **state)
{
    struct world_source source = { .answer = SAMSYN_E_STOPPED };
    samsyn_config *config = world_config(&source, NULL);
    char *json = NULL;

    (void)state;
    assert_int_equal(
        samsyn_assess_json(&json, NULL, "english", "a", 1, "x", config),
        SAMSYN_E_STOPPED);
    assert_non_null(strstr(json, "the assessment was stopped"));
    samsyn_text_free(json, config);
    assert_int_equal(samsyn_config_set_lang(config, SAMSYN_LANG_SV), SAMSYN_OK);
    assert_int_equal(
        samsyn_assess_json(&json, NULL, "english", "a", 1, "x", config),
        SAMSYN_E_STOPPED);
    assert_non_null(strstr(json, "bedömningen avbröts"));
    samsyn_text_free(json, config);
    samsyn_config_free(config);
}

/* Every allocation of the whole way fails in turn; `json` covers loading,
 * reading, assessing and writing, on the good way and on bad ones. */
static void
test_json_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(json_rows); i++) {
        const struct json_row *row = &json_rows[i];
        samsyn_status status = SAMSYN_E_NOMEM;

        for (size_t n = 1; status == SAMSYN_E_NOMEM; n++) {
            struct ledger ledger = { .budget = n };
            samsyn_allocator mem = ledger_allocator(&ledger);
            struct world_source source = { .piece = 4000 };
            samsyn_config *config = world_config(&source, &mem);
            char *json = NULL;

            assert_in_range(n, 0, 100000);
            status =
                samsyn_assess_json(&json, NULL, row->checklist, row->document,
                                   strlen(row->document), row->name, config);
            assert_int_equal(json != NULL, status != SAMSYN_E_NOMEM);
            samsyn_text_free(json, config);
            samsyn_config_free(config);
            assert_int_equal(ledger.live, 0);
        }
        assert_int_equal(status, row->status);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_json_arguments),
        cmocka_unit_test(test_json_stopped),
        cmocka_unit_test(test_json_memory),
    };

    return cmocka_run_group_tests_name("api json", tests, world_set_up,
                                       world_tear_down);
}
