/* SPDX-License-Identifier: MIT */
/* Records and comparisons: arguments that are not allowed, and nothing at
 * all. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support/recorded.h"

#define NOW SAMSYN_ROUND_NOW

static void
test_record_arguments(void **state)
{
    samsyn_record *record = NULL;
    samsyn_quote quote = { "q", 1, NULL, NULL };

    (void)state;
    assert_int_equal(samsyn_record_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_of(&record, NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_null(record);
    assert_int_equal(samsyn_record_new(&record, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_record_set(record, (samsyn_record_text_id)0, "x"),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set(record, SAMSYN_RECORD_DATE, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set_judged(record, 0, 0), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set_points(record, 1), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add_quote(record, &quote),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_record_set_text(record, SAMSYN_CRITERION_TITLE, "t"),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add(record, "", SAMSYN_VERDICT_MET),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add(record, "k1", (samsyn_verdict)0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add(record, "k1", SAMSYN_VERDICT_MET),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_add(record, "k1", SAMSYN_VERDICT_MET),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set_text(record, SAMSYN_CRITERION_ID, "t"),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set_judged(record, 9, 0), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_set_points(record, -1), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_points(record, 0), 0);
    assert_int_equal(samsyn_record_set_points(record, 3000), SAMSYN_OK);
    assert_int_equal(samsyn_record_points(record, 0), 3000);
    assert_int_equal(samsyn_record_points(record, 1), 0);
    assert_int_equal(samsyn_record_counted(record, 0), SAMSYN_VERDICT_MET);
    assert_int_equal(samsyn_record_set_judged(record, 0, SAMSYN_VERDICT_PARTLY),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_counted(record, 0), SAMSYN_VERDICT_PARTLY);
    assert_int_equal(samsyn_record_counted(record, 1), 0);
    assert_int_equal(samsyn_record_set_judged(record, 0, 9), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add_quote(record, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_record_add_quote(record, &quote), SAMSYN_OK);
    assert_string_equal(samsyn_record_quote(record, 0, 0).text, "q");
    assert_string_equal(samsyn_record_quote(record, 0, 0).heading, "");
    assert_string_equal(samsyn_record_quote(record, 0, 1).text, "");
    assert_string_equal(samsyn_record_quote(record, 1, 0).text, "");
    samsyn_record_free(record);
    samsyn_record_free(NULL);
}

static void
test_null_record(void **state)
{
    (void)state;
    assert_string_equal(samsyn_record_text(NULL, SAMSYN_RECORD_DATE), "");
    assert_null(samsyn_record_text(NULL, (samsyn_record_text_id)99));
    assert_int_equal(samsyn_record_count(NULL), 0);
    assert_null(samsyn_record_criterion(NULL, 0, SAMSYN_CRITERION_ID));
    assert_int_equal(samsyn_record_verdict(NULL, 0), 0);
    assert_int_equal(samsyn_record_answer(NULL, 0), 0);
    assert_int_equal(samsyn_record_certainty(NULL, 0), 0);
    assert_int_equal(samsyn_record_counted(NULL, 0), 0);
    assert_int_equal(samsyn_record_points(NULL, 0), 0);
    assert_int_equal(samsyn_record_quote_count(NULL, 0), 0);
    assert_string_equal(samsyn_record_quote(NULL, 0, 0).place, "");
}

static int
write_no_more(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    return length > 0;
}

static void
test_comparison_arguments(void **state)
{
    samsyn_comparison *comparison = NULL;
    samsyn_record *record = recorded("x", "1", NULL);
    samsyn_sheets *sheets = NULL;

    (void)state;
    assert_int_equal(samsyn_comparison_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_comparison_add(NULL, record, "", "", NOW),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_add(comparison, NULL, "", "", NOW),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_add(comparison, record, NULL, "", NOW),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_add(comparison, record, "", NULL, NOW),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_comparison_add(comparison, record, "", "", (samsyn_round)3),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_add_failure(comparison, "", NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_comparison_write(comparison, "docx", 4, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_comparison_write(comparison, "text", 4, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_comparison_write(comparison, "text", 4, write_no_more, NULL),
        SAMSYN_E_STOPPED);
    assert_int_equal(samsyn_sheets_new(&sheets, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sheets_new(&sheets, comparison), SAMSYN_OK);
    assert_int_equal(
        samsyn_sheets_write(sheets, 9, SAMSYN_CSV_PLAIN, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_sheets_write(sheets, 0, (samsyn_csv)3, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_sheets_write(sheets, 0, SAMSYN_CSV_PLAIN, write_no_more, NULL),
        SAMSYN_E_STOPPED);
    samsyn_sheets_free(sheets);
    samsyn_sheets_free(NULL);
    samsyn_record_free(record);
    samsyn_comparison_free(comparison);
    samsyn_comparison_free(NULL);
}

static void
test_null_comparison(void **state)
{
    const char *why = "before";

    (void)state;
    assert_int_equal(samsyn_comparison_matrix_count(NULL), 0);
    assert_null(samsyn_comparison_matrix_at(NULL, 0));
    assert_int_equal(samsyn_comparison_failure_count(NULL), 0);
    assert_null(samsyn_comparison_failure_at(NULL, 0, &why));
    assert_string_equal(why, "before");
    assert_int_equal(samsyn_matrix_count(NULL), 0);
    assert_null(samsyn_matrix_record(NULL, 0));
    assert_null(samsyn_matrix_name(NULL, 0));
    assert_null(samsyn_matrix_group(NULL, 0));
    assert_int_equal(samsyn_matrix_round(NULL, 0), 0);
    assert_null(samsyn_matrix_group_at(NULL, 0));
    assert_int_equal(samsyn_matrix_partner(NULL, 0), SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_is_parted(NULL), 0);
    assert_int_equal(samsyn_matrix_tally(NULL, 0, NULL, NOW).share, -1);
    assert_int_equal(samsyn_matrix_need_at(NULL, NULL, 0), SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_example_at(NULL, 0, 0, NULL), SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_trend(NULL, 0, NULL).both, 0);
    assert_null(samsyn_sheets_at(NULL, 0, NULL));
    assert_int_equal(samsyn_sheets_size(NULL, 0, NULL, NULL), 0);
    assert_string_equal(samsyn_sheets_cell(NULL, 0, 0, 0).text, "");
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_record_arguments),
        cmocka_unit_test(test_null_record),
        cmocka_unit_test(test_comparison_arguments),
        cmocka_unit_test(test_null_comparison),
    };

    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
