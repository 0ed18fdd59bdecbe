/* SPDX-License-Identifier: MIT */

/* Cards, and the kinds of documents that checklists are for, through the
 * public functions: what they refuse and what they give. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/world.h"

static void
test_card_arguments(void **state)
{
    static const char text[] =
        "recognise: {kinds: [overenskommelse]}\nlanguage: en\n";
    const struct world *world = *state;
    const samsyn_language *language =
        samsyn_checklist_language(world->checklist);
    const samsyn_card *one[] = { NULL, NULL };
    samsyn_recognition *why = NULL;
    samsyn_card *card = NULL;

    assert_int_equal(samsyn_card_read(NULL, text, strlen(text), NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_card_read(&card, NULL, 1, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_card_read(&card, text, (size_t)1 << 40, NULL),
                     SAMSYN_E_LIMIT);
    assert_null(card);
    assert_int_equal(samsyn_card_read(&card, text, strlen(text), NULL),
                     SAMSYN_OK);
    assert_string_equal(samsyn_card_language(card), "en");
    assert_string_equal(samsyn_card_language(NULL), "");
    assert_int_equal(
        samsyn_recognise_cards(&why, language, one, 1, world->document, NULL),
        SAMSYN_E_ARGUMENT);
    one[0] = card;
    assert_int_equal(
        samsyn_recognise_cards(NULL, language, one, 1, world->document, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_recognise_cards(&why, NULL, one, 1, world->document, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_recognise_cards(&why, language, NULL, 1, world->document, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_recognise_cards(&why, language, one, 0, world->document, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_recognise_cards(&why, language, one, 1, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_null(why);
    assert_int_equal(samsyn_recognise_cards(&why, language, one, 1,
                                            world->document, world->config),
                     SAMSYN_OK);
    assert_string_equal(samsyn_recognition_kind(why),
                        "a partnership agreement");
    samsyn_recognition_free(why);
    samsyn_card_free(card);
    samsyn_card_free(NULL);
}

static void
test_kinds(void **state)
{
    const struct world *world = *state;
    const samsyn_checklist *checklist = world->checklist;
    const char *found = samsyn_assessment_text(world->assessment,
                                               SAMSYN_ASSESSMENT_DOCUMENT_KIND);

    assert_string_equal(found, "partnership-agreement");
    assert_int_equal(samsyn_checklist_is_for(checklist, found), 1);
    assert_int_equal(samsyn_checklist_is_for(checklist, "partnership"), 0);
    assert_int_equal(samsyn_checklist_is_for(checklist, ""), 0);
    assert_int_equal(samsyn_checklist_is_for(checklist, NULL), 0);
    assert_int_equal(samsyn_checklist_is_for(NULL, found), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_card_arguments),
        cmocka_unit_test(test_kinds),
    };

    return cmocka_run_group_tests_name("api_card", tests, world_set_up,
                                       world_tear_down);
}
