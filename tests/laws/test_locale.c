/* SPDX-License-Identifier: MIT */
/* Law: the locale of the host program changes nothing, neither the Turkish
 * dotless i nor the German decimal comma.  A locale that is not installed is
 * skipped; `make check` makes them in its own folder where it can. */

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/whole.h"

static const char agreement[] = "examples/agreements/ekvalla.md";

/* Everything anew: packs and checklists are loaded under the locale too. */
static void
assess_anew(struct text *json)
{
    struct text bytes = { 0 };
    samsyn_config *config = whole_config();
    samsyn_checklist *checklist = whole_checklist(config, "overenskommelse");

    assert_non_null(checklist);
    assert_true(whole_read(&bytes, agreement));
    assert_int_equal(whole_json(json, checklist, config, &bytes, agreement),
                     SAMSYN_OK);
    free(bytes.bytes);
    samsyn_checklist_free(checklist);
    samsyn_config_free(config);
}

static void
test_locale(void **state)
{
    const char *name = *state;
    struct text expected = { 0 }, json = { 0 };

    assert_non_null(setlocale(LC_ALL, "C"));
    assess_anew(&expected);
    if (!setlocale(LC_ALL, name)) {
        free(expected.bytes);
        skip();
    }
    assess_anew(&json);
    setlocale(LC_ALL, "C");
    assert_int_equal(json.length, expected.length);
    assert_memory_equal(json.bytes, expected.bytes, json.length);
    free(expected.bytes);
    free(json.bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_locale, (void *)"tr_TR.UTF-8"),
        cmocka_unit_test_prestate(test_locale, (void *)"de_DE.UTF-8"),
        cmocka_unit_test_prestate(test_locale, (void *)"C.UTF-8"),
    };

    return cmocka_run_group_tests_name("locale", tests, NULL, NULL);
}
