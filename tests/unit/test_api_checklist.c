/* SPDX-License-Identifier: MIT */

/* What a checklist tells of itself through the public functions. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/world.h"

/* A checklist's texts are those that an assessment shows. */
static void
test_checklist_texts(void **state)
{
    const struct world *world = *state;
    const samsyn_checklist *list = world->checklist;
    size_t areas = samsyn_checklist_area_count(list);

    for (size_t i = 0; i < samsyn_checklist_criterion_count(list); i++) {
        const samsyn_criterion *one =
            samsyn_assessment_criterion_at(world->assessment, i);

        for (int which = SAMSYN_CRITERION_ID; which < SAMSYN_CRITERION_REASON;
             which++)
            assert_string_equal(
                samsyn_checklist_criterion_text(
                    list, i, (samsyn_criterion_text_id)which, SAMSYN_LANG_EN),
                samsyn_criterion_text(one, (samsyn_criterion_text_id)which));
    }
    assert_int_equal(areas, samsyn_assessment_area_count(world->assessment));
    for (size_t i = 0; i < areas; i++) {
        assert_string_equal(samsyn_checklist_area_id(list, i),
                            samsyn_assessment_area_id(world->assessment, i));
        assert_string_equal(
            samsyn_checklist_area_title(list, i, SAMSYN_LANG_EN),
            samsyn_assessment_area_title(world->assessment, i));
    }
    assert_string_equal(
        samsyn_checklist_basis(list, SAMSYN_LANG_EN),
        samsyn_assessment_text(world->assessment,
                               SAMSYN_ASSESSMENT_CHECKLIST_BASIS));
    assert_null(samsyn_checklist_area_id(list, areas));
    assert_null(samsyn_checklist_area_title(list, areas, SAMSYN_LANG_SV));
    assert_string_equal(samsyn_checklist_criterion_text(
                            list, 0, SAMSYN_CRITERION_REASON, SAMSYN_LANG_SV),
                        "");
    assert_string_equal(
        samsyn_checklist_criterion_text(list, 0, (samsyn_criterion_text_id)99,
                                        SAMSYN_LANG_SV),
        "");
    assert_string_equal(samsyn_checklist_criterion_text(
                            NULL, 0, SAMSYN_CRITERION_ID, SAMSYN_LANG_SV),
                        "");
    assert_string_equal(samsyn_checklist_basis(NULL, SAMSYN_LANG_SV), "");
    assert_int_equal(samsyn_checklist_area_count(NULL), 0);
    assert_null(samsyn_checklist_area_id(NULL, 0));
    assert_null(samsyn_checklist_area_title(NULL, 0, SAMSYN_LANG_SV));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_checklist_texts),
    };

    return cmocka_run_group_tests_name("api: checklists", tests, world_set_up,
                                       world_tear_down);
}
