/* SPDX-License-Identifier: MIT */

/* Days as text: a whole day and nothing else, or what begins with one. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"
#include "base/mem.h"

static const struct row {
    const char *text, *begin;
    bool whole;
} rows[] = {
    { "2026-03-01", "2026-03-01", true },
    { "2026-03-01T12:00:00Z", "2026-03-01", false },
    { "2024-02-29", "2024-02-29", true },
    { "2026-02-29", "", false },
    { "2026-13-01", "", false },
    { "2026-00-01", "", false },
    { "2026-3-1", "", false },
    { "2026-03-0x", "", false },
    { "2026/03/01", "", false },
    { "2026-03", "", false },
    { "", "", false },
};

static void
test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str begin = day_begin(str_of(rows[i].text));
        struct day day = { 0, 0, 0 };

        assert_true(str_equal(begin, str_of(rows[i].begin)));
        assert_int_equal(day_read(str_of(rows[i].text), &day), rows[i].whole);
        assert_int_equal(day.year != 0, rows[i].whole);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
    };

    return cmocka_run_group_tests_name("base day", tests, NULL, NULL);
}
