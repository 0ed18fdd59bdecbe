/* SPDX-License-Identifier: MIT */

/* Cards through the public functions: what they refuse and what they give. */

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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_card_arguments),
    };

    return cmocka_run_group_tests_name("api_card", tests, world_set_up,
                                       world_tear_down);
}
