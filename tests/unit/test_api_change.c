/* SPDX-License-Identifier: MIT */

/* What the public functions say of a checklist that extends another one, and
 * of what was assessed with it.  What becomes of the checklist is tested in
 * test_extend.c. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/ledger.h"
#include "support/world.h"

/* In the order of the enum, from the first to the last. */
#define TEXTS 7

static const char *const changes[][TEXTS] = {
    { "terms_added", "", "", "review", "", "", "westbrook" },
    { "dropped", "parties", "e01", "", "", "", "westbrook" },
    { "changed", "duration", "e02", "weight", "must", "nice", "westbrook" },
};

static void
check_change(const samsyn_change *change, const char *const *expected)
{
    for (int i = 0; i < TEXTS; i++) {
        samsyn_change_text_id which =
            (samsyn_change_text_id)(SAMSYN_CHANGE_KIND + i);

        assert_string_equal(samsyn_change_text(change, which), expected[i]);
    }
    assert_null(samsyn_change_text(change, (samsyn_change_text_id)(TEXTS + 1)));
}

static void
check_checklist(const samsyn_checklist *checklist)
{
    size_t count = samsyn_checklist_change_count(checklist);

    assert_int_equal(samsyn_checklist_parent_count(checklist), 1);
    assert_string_equal(
        samsyn_checklist_parent_text(checklist, 0, SAMSYN_PARENT_ID),
        "english");
    assert_string_equal(
        samsyn_checklist_parent_text(checklist, 0, SAMSYN_PARENT_VERSION),
        "0.1");
    assert_int_equal(strlen(samsyn_checklist_parent_text(checklist, 0,
                                                         SAMSYN_PARENT_DIGEST)),
                     71);
    assert_null(samsyn_checklist_parent_text(checklist, 1, SAMSYN_PARENT_ID));
    assert_null(
        samsyn_checklist_parent_text(checklist, 0, (samsyn_parent_text_id)4));
    assert_int_equal(count, ARRAY_LEN(changes));
    for (size_t i = 0; i < count; i++)
        check_change(samsyn_checklist_change_at(checklist, i), changes[i]);
    assert_null(samsyn_checklist_change_at(checklist, count));
}

/* The assessment keeps all of it when the checklist has ended. */
static void
check_assessment(const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_change_count(assessment);
    const samsyn_criterion *duration =
        samsyn_assessment_criterion_find(assessment, "duration", 8);

    assert_int_equal(samsyn_assessment_parent_count(assessment), 1);
    assert_string_equal(
        samsyn_assessment_parent_text(assessment, 0, SAMSYN_PARENT_ID),
        "english");
    assert_null(samsyn_assessment_parent_text(assessment, 1, SAMSYN_PARENT_ID));
    assert_int_equal(count, ARRAY_LEN(changes));
    for (size_t i = 0; i < count; i++)
        check_change(samsyn_assessment_change_at(assessment, i), changes[i]);
    assert_null(samsyn_assessment_change_at(assessment, count));
    assert_int_equal(samsyn_criterion_change_count(duration), 1);
    check_change(samsyn_criterion_change_at(duration, 0), changes[2]);
    assert_null(samsyn_criterion_change_at(duration, 1));
}

static samsyn_status
assess_westbrook(samsyn_assessment **assessment, const samsyn_config *config)
{
    samsyn_checklist *checklist = NULL;
    samsyn_document *document = NULL;
    samsyn_status status =
        samsyn_checklist_load_named(&checklist, "westbrook", 9, config, NULL);

    if (status == SAMSYN_OK) {
        check_checklist(checklist);
        status = samsyn_document_read(&document, world_text, strlen(world_text),
                                      "a.md", SAMSYN_FORMAT_AUTO,
                                      samsyn_checklist_language(checklist),
                                      config, NULL);
    }
    if (status == SAMSYN_OK)
        status = samsyn_assess(assessment, checklist, document, config, NULL);
    samsyn_document_free(document);
    samsyn_checklist_free(checklist);
    return status;
}

static void
test_changes(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n += 1 + n / 20) {
        struct ledger ledger = { .budget = LEDGER_ALL };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct world_source source = { .piece = 1000 };
        samsyn_config *config = world_config(&source, &mem);
        samsyn_assessment *assessment = NULL;

        assert_in_range(n, 0, 20000);
        ledger.budget = n;
        status = assess_westbrook(&assessment, config);
        assert_true((status == SAMSYN_OK) == (assessment != NULL));
        if (assessment)
            check_assessment(assessment);
        samsyn_assessment_free(assessment);
        samsyn_config_free(config);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* One that stands alone has no parents and changes nothing. */
static void
test_alone(void **state)
{
    const struct world *world = *state;

    assert_int_equal(samsyn_checklist_parent_count(world->checklist), 0);
    assert_null(
        samsyn_checklist_parent_text(world->checklist, 0, SAMSYN_PARENT_ID));
    assert_int_equal(samsyn_checklist_change_count(world->checklist), 0);
    assert_int_equal(samsyn_assessment_parent_count(world->assessment), 0);
    assert_int_equal(samsyn_assessment_change_count(world->assessment), 0);
    assert_int_equal(samsyn_criterion_change_count(
                         samsyn_assessment_criterion_at(world->assessment, 0)),
                     0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_alone),
    };

    return cmocka_run_group_tests_name("api_change", tests, world_set_up,
                                       world_tear_down);
}
