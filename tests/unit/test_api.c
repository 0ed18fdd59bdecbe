/* SPDX-License-Identifier: MIT */
/* The public functions at their border, first part: names, the setters of a
 * configuration, the ready resolver, and what any resolver may do. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/config.h"
#include "support/ledger.h"
#include "support/whole.h"
#include "support/world.h"

#define FOLDER "tests/data/resolver"

/* ---- Version, status, verdict ---- */

static void
test_names(void **state)
{
    static const char *const names[] = {
        "ok",           "failed",       "no memory", "bad argument",
        "syntax error", "schema error", "limit",     "unresolved",
        "not text",     "empty",        "encrypted", "no reader",
        "stopped",      "no fit",       "twice",
    };
    static const char *const verdicts[] = {
        NULL,       "met",          "partly",         "not_met",
        "referred", "needs_review", "not_applicable", NULL,
    };

    (void)state;
    assert_string_equal(samsyn_version(), "0.1.0");
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_string_equal(samsyn_status_name((samsyn_status)(-(int)i)),
                            names[i]);
    assert_string_equal(samsyn_status_name(SAMSYN_E_NO_FIT), "no fit");
    assert_string_equal(samsyn_status_name((samsyn_status)-15),
                        "unknown status");
    assert_string_equal(samsyn_status_name((samsyn_status)1), "unknown status");
    for (size_t i = 0; i < ARRAY_LEN(verdicts); i++) {
        const char *name = samsyn_verdict_name((samsyn_verdict)i);

        if (verdicts[i])
            assert_string_equal(name, verdicts[i]);
        else
            assert_null(name);
    }
    assert_null(samsyn_verdict_name((samsyn_verdict)-1));
}

/* ---- Configuration ---- */

static const struct {
    int year, month, day;
    bool fine;
} dates[] = {
    { 2026, 11, 22, true }, { 2024, 2, 29, true },  { 2023, 2, 29, false },
    { 1900, 2, 29, false }, { 2000, 2, 29, true },  { 2026, 4, 31, false },
    { 2026, 0, 1, false },  { 2026, 13, 1, false }, { 2026, 1, 0, false },
    { 1, 1, 1, true },      { 9999, 12, 31, true }, { 10000, 1, 1, false },
    { -1, 1, 1, false },    { 0, 77, -5, true },
};

static void
test_date(void **state)
{
    samsyn_config *config = NULL;

    (void)state;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
        struct samsyn_config before = *config;
        samsyn_status status = samsyn_config_set_date(
            config, dates[i].year, dates[i].month, dates[i].day);

        assert_int_equal(status, dates[i].fine ? SAMSYN_OK : SAMSYN_E_ARGUMENT);
        if (dates[i].fine)
            assert_int_equal(config->year, dates[i].year);
        else
            assert_memory_equal(config, &before, sizeof before);
        if (dates[i].year == 0)
            assert_int_equal(config->month, 0);
    }
    samsyn_config_free(config);
}

static void
test_limits(void **state)
{
    samsyn_config *config = NULL;

    (void)state;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    for (int limit = -1; limit <= 7; limit++) {
        bool known =
            limit >= SAMSYN_LIMIT_INPUT && limit <= SAMSYN_LIMIT_EVIDENCE;

        assert_int_equal(
            samsyn_config_set_limit(config, (samsyn_limit)limit, 7),
            known ? SAMSYN_OK : SAMSYN_E_ARGUMENT);
        assert_int_equal(
            samsyn_config_set_limit(config, (samsyn_limit)limit, 0),
            SAMSYN_E_ARGUMENT);
        if (known)
            assert_int_equal(config->limits[limit], 7);
    }
    assert_int_equal(samsyn_config_set_limit(config, SAMSYN_LIMIT_CHECKLIST,
                                             CONFIG_YAML_MOST + 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_limit(config, SAMSYN_LIMIT_CHECKLIST,
                                             CONFIG_YAML_MOST),
                     SAMSYN_OK);
    samsyn_config_free(config);
}

static int
stop_at_once(void *user)
{
    (void)user;
    return 1;
}

static void
test_setters_without_subject(void **state)
{
    const struct world *world = *state;
    samsyn_config *config = NULL;
    samsyn_allocator half = { NULL, mem_default.release, NULL };

    assert_int_equal(samsyn_config_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_new(&config, &half), SAMSYN_E_ARGUMENT);
    half = (samsyn_allocator){ mem_default.resize, NULL, NULL };
    assert_int_equal(samsyn_config_new(&config, &half), SAMSYN_E_ARGUMENT);
    assert_null(config);
    samsyn_config_free(NULL);
    assert_int_equal(samsyn_config_set_lang(NULL, SAMSYN_LANG_SV),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_date(NULL, 2026, 1, 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_resolver(NULL, world_resolve, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_directory(NULL, "a", 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_given(NULL, "a"), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_stop(NULL, stop_at_once, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_limit(NULL, SAMSYN_LIMIT_INPUT, 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_lang(world->config, (samsyn_lang)3),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_lang(world->config, (samsyn_lang)0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_account(NULL, 1), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_account(world->config, 2),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_account(world->config, -1),
                     SAMSYN_E_ARGUMENT);
}

static samsyn_assessment *
assess_with_account(const struct world *world, int keep)
{
    samsyn_assessment *assessment = NULL;

    assert_int_equal(samsyn_config_set_account(world->config, keep), SAMSYN_OK);
    assert_int_equal(samsyn_assess(&assessment, world->checklist,
                                   world->document, world->config, NULL),
                     SAMSYN_OK);
    return assessment;
}

/* Without the account of the search everything else is the same. */
static void
test_account(void **state)
{
    const struct world *world = *state;
    samsyn_assessment *kept = assess_with_account(world, 1);
    samsyn_assessment *left = assess_with_account(world, 0);
    struct text json[2] = { { 0 }, { 0 } };

    for (size_t i = 0; i < samsyn_assessment_criterion_count(kept); i++) {
        assert_true(samsyn_criterion_trace_count(
                        samsyn_assessment_criterion_at(kept, i)) > 0);
        assert_int_equal(samsyn_criterion_trace_count(
                             samsyn_assessment_criterion_at(left, i)),
                         0);
    }
    assert_int_equal(
        samsyn_report_write(kept, "json", 4, whole_write, &json[0]), SAMSYN_OK);
    assert_int_equal(
        samsyn_report_write(left, "json", 4, whole_write, &json[1]), SAMSYN_OK);
    assert_string_equal(json[0].bytes, json[1].bytes);
    free(json[0].bytes);
    free(json[1].bytes);
    samsyn_assessment_free(kept);
    samsyn_assessment_free(left);
}

/* The paths are the configuration's only own blocks besides itself. */
static void
test_directory_memory(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_config *config = NULL;

        assert_in_range(n, 0, 10);
        status = samsyn_config_new(&config, &mem);
        if (status == SAMSYN_OK)
            status = samsyn_config_set_directory(config, "one", 3);
        if (status == SAMSYN_OK) {
            status = samsyn_config_set_directory(config, "another", 7);
            assert_string_equal(config->directory,
                                status == SAMSYN_OK ? "another" : "one");
        }
        if (status == SAMSYN_OK)
            status = samsyn_config_set_given(config, "./a.yaml");
        if (status == SAMSYN_OK) {
            status = samsyn_config_set_given(config, "./b.yaml");
            assert_string_equal(config->given,
                                status == SAMSYN_OK ? "./b.yaml" : "./a.yaml");
        }
        samsyn_config_free(config);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* ---- The ready resolver ---- */

static const struct directory_row {
    const char *name;
    size_t length;
    samsyn_resource kind;
    samsyn_status status;
    const char *bytes; /* NULL: nothing is handed over */
} directory_rows[] = {
    { "plain", 5, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_OK, "plain: file\n" },
    { "plain", 5, SAMSYN_RESOURCE_LANGUAGE, SAMSYN_OK, "language: pack\n" },
    { "plain", 5, SAMSYN_RESOURCE_MODEL, SAMSYN_OK, "model bytes" },
    { "plain.yaml", 5, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_OK, "plain: file\n" },
    { "språk-1_b", 10, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_OK, "ord: å\n" },
    { "empty", 5, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_OK, NULL },
    { "plain", 5, (samsyn_resource)9, SAMSYN_E_UNRESOLVED, NULL },
    { "folder", 6, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "absent", 6, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "plain.yaml", 10, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "../resolver/plain", 17, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED,
      NULL },
    { "language/plain", 14, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED,
      NULL },
    { "language\\plain", 14, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED,
      NULL },
    { ".", 1, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "", 0, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "plain\0x", 7, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "pla in", 6, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
    { "pl\xE5in", 5, SAMSYN_RESOURCE_CHECKLIST, SAMSYN_E_UNRESOLVED, NULL },
};

struct received {
    char bytes[256];
    size_t length;
    int answer;
};

static int
receive(void *user, const char *bytes, size_t length)
{
    struct received *received = user;

    assert_true(received->length + length < sizeof received->bytes);
    memcpy(received->bytes + received->length, bytes, length);
    received->length += length;
    received->bytes[received->length] = '\0';
    return received->answer;
}

static void
test_directory(void **state)
{
    samsyn_config *config = NULL;

    (void)state;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(
        samsyn_config_set_directory(config, FOLDER "/and more", strlen(FOLDER)),
        SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(directory_rows); i++) {
        const struct directory_row *row = &directory_rows[i];
        struct received received = { .length = 0 };

        assert_int_equal(config->resolve(config->resolve_user, row->kind,
                                         row->name, row->length, receive,
                                         &received),
                         row->status);
        assert_string_equal(received.bytes, row->bytes ? row->bytes : "");
    }
    samsyn_config_free(config);
}

static void
test_directory_stops(void **state)
{
    samsyn_config *config = NULL;
    struct received received = { .answer = 1 };

    (void)state;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(
        samsyn_config_set_directory(config, FOLDER, strlen(FOLDER)), SAMSYN_OK);
    assert_int_equal(config->resolve(config->resolve_user,
                                     SAMSYN_RESOURCE_CHECKLIST, "plain", 5,
                                     receive, &received),
                     SAMSYN_E_STOPPED);
    samsyn_config_free(config);
}

static void
test_directory_paths(void **state)
{
    static char path[10000];
    static char name[1000];
    samsyn_config *config = NULL;
    struct received received = { .length = 0 };
    size_t longest = 0;

    (void)state;
    memset(path, 'p', sizeof path);
    memset(name, 'n', sizeof name);
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_directory(config, NULL, 3),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_directory(config, "", 0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_directory(config, "a\0b", 3),
                     SAMSYN_E_ARGUMENT);
    assert_null(config->resolve);
    while (longest < sizeof path &&
           samsyn_config_set_directory(config, path, longest + 1) == SAMSYN_OK)
        longest++;
    assert_in_range(longest, 1000, 9000);
    for (size_t length = 1; length <= sizeof name; length++)
        assert_int_equal(config->resolve(config->resolve_user,
                                         SAMSYN_RESOURCE_LANGUAGE, name, length,
                                         receive, &received),
                         SAMSYN_E_UNRESOLVED);
    assert_int_equal(received.length, 0);
    assert_int_equal(samsyn_config_set_resolver(config, NULL, NULL), SAMSYN_OK);
    assert_null(config->directory);
    samsyn_config_free(config);
}

/* ---- The contract of resolvers ---- */

static const struct resolver_row {
    const char *what, *name;
    struct world_source source;
    uint64_t limit; /* 0: the default */
    samsyn_status status;
    const char *code; /* of the diagnostic; NULL for none */
} resolver_rows[] = {
    { "in one piece", "english", { .piece = 65536 }, 0, SAMSYN_OK, NULL },
    { "byte by byte", "english", { .piece = 1 }, 0, SAMSYN_OK, NULL },
    { "a name that nothing has",
      "nothing",
      { .piece = 9 },
      0,
      SAMSYN_E_UNRESOLVED,
      "no-such-checklist" },
    { "a resolver that fails",
      "english",
      { .answer = SAMSYN_E_FAILED },
      0,
      SAMSYN_E_FAILED,
      NULL },
    { "a status of its own",
      "english",
      { .answer = (samsyn_status)-77 },
      0,
      (samsyn_status)-77,
      NULL },
    { "one that says stop",
      "english",
      { .answer = SAMSYN_E_STOPPED },
      0,
      SAMSYN_E_STOPPED,
      NULL },
    { "too long",
      "english",
      { .piece = 10 },
      100,
      SAMSYN_E_LIMIT,
      "file-too-long" },
    { "too long, in one piece",
      "english",
      { .piece = 65536 },
      100,
      SAMSYN_E_LIMIT,
      "file-too-long" },
    { "one that does not stop when told",
      "english",
      { .piece = 10, .stubborn = true },
      100,
      SAMSYN_E_LIMIT,
      "file-too-long" },
    { "one without end",
      "english",
      { .piece = 100, .endless = true },
      5000,
      SAMSYN_E_LIMIT,
      "file-too-long" },
};

static void
test_resolver(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(resolver_rows); i++) {
        const struct resolver_row *row = &resolver_rows[i];
        struct world_source source = row->source;
        samsyn_config *config = world_config(&source, NULL);
        samsyn_diagnostics *said = (void *)&source;
        samsyn_checklist *checklist = NULL;

        print_message("%s\n", row->what);
        if (row->limit)
            assert_int_equal(samsyn_config_set_limit(
                                 config, SAMSYN_LIMIT_CHECKLIST, row->limit),
                             SAMSYN_OK);
        assert_int_equal(samsyn_checklist_load_named(&checklist, row->name,
                                                     strlen(row->name), config,
                                                     &said),
                         row->status);
        assert_int_equal(checklist != NULL, row->status == SAMSYN_OK);
        if (row->code)
            assert_string_equal(samsyn_diagnostics_code(said, 0), row->code);
        else
            assert_null(said);
        samsyn_diagnostics_free(said);
        samsyn_checklist_free(checklist);
        samsyn_config_free(config);
    }
}

static void
test_language(void **state)
{
    const struct world *world = *state;
    samsyn_language *language = NULL;
    samsyn_diagnostics *said = NULL;

    assert_int_equal(
        samsyn_language_load(&language, "en-and-more", 2, world->config, &said),
        SAMSYN_OK);
    assert_null(said);
    assert_string_equal(samsyn_language_id(language), "en");
    samsyn_language_free(language);
    language = NULL;
    assert_int_equal(
        samsyn_language_load(&language, "fi", 2, world->config, &said),
        SAMSYN_E_UNRESOLVED);
    assert_string_equal(samsyn_diagnostics_code(said, 0), "no-such-language");
    assert_string_equal(samsyn_diagnostics_source(said, 0), "fi");
    samsyn_diagnostics_free(said);
    assert_int_equal(samsyn_language_load(&language, "en", 2, NULL, NULL),
                     SAMSYN_E_UNRESOLVED);
    assert_int_equal(samsyn_language_load(NULL, "en", 2, world->config, &said),
                     SAMSYN_E_ARGUMENT);
    assert_null(said);
    assert_int_equal(
        samsyn_language_load(&language, NULL, 2, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_null(language);
}

/* A checklist's text is held to the same limit as what a resolver gives. */
static void
test_checklist_too_long(void **state)
{
    struct world_source source = { .piece = 1000 };
    samsyn_config *config = world_config(&source, NULL);
    samsyn_diagnostics *said = NULL;
    samsyn_checklist *checklist = NULL;

    (void)state;
    assert_int_equal(
        samsyn_config_set_limit(config, SAMSYN_LIMIT_CHECKLIST, 20), SAMSYN_OK);
    assert_int_equal(samsyn_checklist_load(&checklist,
                                           "checklist: much-too-long\n", 25,
                                           NULL, config, &said),
                     SAMSYN_E_LIMIT);
    assert_string_equal(samsyn_diagnostics_code(said, 0), "file-too-long");
    assert_string_equal(samsyn_diagnostics_source(said, 0), "checklist");
    assert_int_equal(source.asked, 0);
    samsyn_diagnostics_free(said);
    samsyn_config_free(config);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_date),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_setters_without_subject),
        cmocka_unit_test(test_account),
        cmocka_unit_test(test_directory_memory),
        cmocka_unit_test(test_directory),
        cmocka_unit_test(test_directory_stops),
        cmocka_unit_test(test_directory_paths),
        cmocka_unit_test(test_resolver),
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_checklist_too_long),
    };

    return cmocka_run_group_tests_name("api", tests, world_set_up,
                                       world_tear_down);
}
