/* SPDX-License-Identifier: MIT */
/* Comparisons: what is counted, worked out by hand; what is kept apart; and
 * what others said of it: texts that would break a page or a spreadsheet. */

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
#include "support/recorded.h"
#include "support/whole.h"
#include "support/world.h"

#define NOW SAMSYN_ROUND_NOW
#define BEFORE SAMSYN_ROUND_BEFORE

/* A letter a criterion, k1, k2, ...: see recorded.h. */
static const struct entry {
    const char *name, *group, *verdicts;
    samsyn_round round;
} entries[] = {
    { "Ekvalla", "large", "xx~r", NOW },
    { "Norrsund", "small", "x..?", NOW },
    { "Hagsund", "small", "x~.n", NOW },
    { "Talldalen", "", "X~x.", NOW },
    { "Ekvalla", "large", "x~~.", BEFORE },
    { "Norrsund", "small", ".x.?", BEFORE },
    { "Utby", "small", "....", BEFORE },
};

static samsyn_comparison *
compared(const samsyn_config *config)
{
    samsyn_comparison *comparison = NULL;

    assert_int_equal(samsyn_comparison_new(&comparison, config), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
        samsyn_record *record = recorded(entries[i].verdicts, "1", config);

        assert_non_null(record);
        assert_int_equal(
            samsyn_comparison_add(comparison, record, entries[i].name,
                                  entries[i].group, entries[i].round),
            SAMSYN_OK);
        samsyn_record_free(record);
    }
    return comparison;
}

static const struct {
    size_t criterion;
    const char *group;
    samsyn_round round;
    samsyn_tally tally;
} tallies[] = {
    { 0, NULL, NOW, { 4, 0, 0, 4, 0, 0, 0, 1, 1000 } },
    { 1, NULL, NOW, { 1, 2, 1, 4, 0, 0, 0, 0, 250 } },
    { 2, NULL, NOW, { 1, 1, 2, 4, 0, 0, 0, 0, 250 } },
    { 3, NULL, NOW, { 0, 0, 1, 1, 1, 1, 1, 0, 0 } },
    { 3, "small", NOW, { 0, 0, 0, 0, 0, 1, 1, 0, -1 } },
    { 1, "small", NOW, { 0, 1, 1, 2, 0, 0, 0, 0, 0 } },
    { 0, NULL, BEFORE, { 1, 0, 2, 3, 0, 0, 0, 0, 333 } },
    { 0, "none", NOW, { .share = -1 } },
    { 4, NULL, NOW, { .share = -1 } },
};

static void
test_tallies(void **state)
{
    samsyn_comparison *comparison = compared(NULL);
    const samsyn_matrix *matrix = samsyn_comparison_matrix_at(comparison, 0);

    (void)state;
    assert_int_equal(samsyn_comparison_matrix_count(comparison), 1);
    for (size_t i = 0; i < ARRAY_LEN(tallies); i++) {
        samsyn_tally tally = samsyn_matrix_tally(
            matrix, tallies[i].criterion, tallies[i].group, tallies[i].round);

        print_message("row %zu\n", i);
        assert_memory_equal(&tally, &tallies[i].tally, sizeof tally);
    }
    samsyn_comparison_free(comparison);
}

/* By share met, then by share at least partly; k1 is met by all; k4 in the
 * group "small" could not be decided. */
static const struct {
    const char *group;
    size_t needs[4];
} needs[] = {
    { NULL, { 3, 2, 1, SAMSYN_NONE } },
    { "small", { 2, 1, SAMSYN_NONE, SAMSYN_NONE } },
    { "large", { 2, SAMSYN_NONE, SAMSYN_NONE, SAMSYN_NONE } },
};

/* Each criterion has a place of its own, or none. */
static void
check_ranks(const samsyn_matrix *matrix)
{
    for (size_t i = 0; i < 6; i++) {
        size_t rank = samsyn_matrix_need_of(matrix, NULL, i);

        if (rank != SAMSYN_NONE)
            assert_int_equal(samsyn_matrix_need_at(matrix, NULL, rank), i);
    }
    assert_int_equal(samsyn_matrix_need_of(matrix, NULL, 4), SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_need_of(NULL, NULL, 0), SAMSYN_NONE);
}

static void
test_needs(void **state)
{
    samsyn_comparison *comparison = compared(NULL);
    const samsyn_matrix *matrix = samsyn_comparison_matrix_at(comparison, 0);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(needs); i++) {
        for (size_t k = 0; k < 4; k++) {
            size_t criterion = needs[i].needs[k];

            assert_int_equal(samsyn_matrix_need_at(matrix, needs[i].group, k),
                             criterion);
            if (criterion != SAMSYN_NONE)
                assert_int_equal(
                    samsyn_matrix_need_of(matrix, needs[i].group, criterion),
                    k);
        }
    }
    check_ranks(matrix);
    samsyn_comparison_free(comparison);
}

/* Of equals musts come first, then those that come first. */
static void
test_equal_needs(void **state)
{
    samsyn_comparison *comparison = NULL;
    samsyn_record *record = recorded(".~..", "1", NULL);
    const samsyn_matrix *matrix;

    (void)state;
    assert_int_equal(samsyn_record_add(record, "k5", SAMSYN_VERDICT_NOT_MET),
                     SAMSYN_OK);
    assert_int_equal(
        samsyn_record_set_text(record, SAMSYN_CRITERION_WEIGHT, "must"),
        SAMSYN_OK);
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_comparison_add(comparison, record, "a", "", NOW),
                     SAMSYN_OK);
    matrix = samsyn_comparison_matrix_at(comparison, 0);
    assert_int_equal(samsyn_matrix_need_at(matrix, NULL, 0), 4);
    assert_int_equal(samsyn_matrix_need_at(matrix, NULL, 1), 0);
    assert_int_equal(samsyn_matrix_need_at(matrix, NULL, 2), 2);
    assert_int_equal(samsyn_matrix_need_at(matrix, NULL, 4), 1);
    assert_int_equal(samsyn_matrix_need_at(matrix, NULL, 5), SAMSYN_NONE);
    samsyn_record_free(record);
    samsyn_comparison_free(comparison);
}

/* An answer first, then certain ones; a record of before is no example. */
static void
test_examples(void **state)
{
    samsyn_comparison *comparison = compared(NULL);
    const samsyn_matrix *matrix = samsyn_comparison_matrix_at(comparison, 0);
    size_t quote = 99;

    (void)state;
    assert_int_equal(samsyn_matrix_example_at(matrix, 0, 0, &quote), 5);
    assert_int_equal(quote, 1);
    assert_int_equal(samsyn_matrix_example_at(matrix, 0, 1, NULL), 0);
    assert_int_equal(samsyn_matrix_example_at(matrix, 0, 3, NULL), 4);
    assert_int_equal(samsyn_matrix_example_at(matrix, 0, 4, &quote),
                     SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_example_at(matrix, 3, 0, &quote),
                     SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_example_at(matrix, 9, 0, &quote),
                     SAMSYN_NONE);
    samsyn_comparison_free(comparison);
}

static const struct {
    size_t criterion;
    const char *group;
    samsyn_trend trend;
} trends[] = {
    { 0, NULL, { 2, 1, 0, 0 } },    { 1, NULL, { 2, 1, 1, 0 } },
    { 2, NULL, { 2, 0, 0, 0 } },    { 3, NULL, { 0, 0, 0, 2 } },
    { 1, "small", { 1, 0, 1, 0 } }, { 7, NULL, { 0, 0, 0, 0 } },
};

static void
test_trends(void **state)
{
    samsyn_comparison *comparison = compared(NULL);
    const samsyn_matrix *matrix = samsyn_comparison_matrix_at(comparison, 0);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(trends); i++) {
        samsyn_trend trend =
            samsyn_matrix_trend(matrix, trends[i].criterion, trends[i].group);

        print_message("row %zu\n", i);
        assert_memory_equal(&trend, &trends[i].trend, sizeof trend);
    }
    assert_int_equal(samsyn_matrix_partner(matrix, 0), 1);
    assert_int_equal(samsyn_matrix_partner(matrix, 1), 0);
    assert_int_equal(samsyn_matrix_partner(matrix, 4), SAMSYN_NONE);
    assert_string_equal(samsyn_matrix_name(matrix, 3), "Norrsund");
    assert_int_equal(samsyn_matrix_round(matrix, 3), BEFORE);
    assert_int_equal(samsyn_matrix_is_parted(matrix), 0);
    assert_string_equal(samsyn_matrix_group_at(matrix, 0), "large");
    assert_string_equal(samsyn_matrix_group_at(matrix, 1), "small");
    assert_null(samsyn_matrix_group_at(matrix, 2));
    samsyn_comparison_free(comparison);
}

static void
add(samsyn_comparison *comparison, const char *verdicts, const char *version,
    const char *name, samsyn_round round)
{
    samsyn_record *record = recorded(verdicts, version, NULL);

    assert_int_equal(samsyn_comparison_add(comparison, record, name, "", round),
                     SAMSYN_OK);
    samsyn_record_free(record);
}

/* Another version, or other criteria, come apart, and there is no trend. */
static void
test_parted(void **state)
{
    samsyn_comparison *comparison = NULL;
    const samsyn_matrix *matrix;

    (void)state;
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    add(comparison, "x.", "2", "Ekvalla", NOW);
    add(comparison, ".x", "1", "Ekvalla", BEFORE);
    add(comparison, ".xx", "1", "Norrsund", BEFORE);
    assert_int_equal(samsyn_comparison_matrix_count(comparison), 3);
    matrix = samsyn_comparison_matrix_at(comparison, 0);
    assert_int_equal(samsyn_matrix_is_parted(matrix), 1);
    assert_int_equal(samsyn_matrix_partner(matrix, 0), SAMSYN_NONE);
    assert_int_equal(samsyn_matrix_trend(matrix, 0, NULL).both, 0);
    assert_int_equal(
        samsyn_matrix_is_parted(samsyn_comparison_matrix_at(comparison, 2)), 0);
    samsyn_comparison_free(comparison);
}

/* Two of one name cannot be followed. */
static void
test_twice(void **state)
{
    samsyn_comparison *comparison = NULL;
    const samsyn_matrix *matrix;

    (void)state;
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    add(comparison, "x", "1", "Ekvalla", NOW);
    add(comparison, ".", "1", "Ekvalla", NOW);
    add(comparison, ".", "1", "Ekvalla", BEFORE);
    matrix = samsyn_comparison_matrix_at(comparison, 0);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(samsyn_matrix_partner(matrix, i), SAMSYN_NONE);
    samsyn_comparison_free(comparison);
}

/* What makes two records of one document; the last column says whether the
 * second is left out. */
static const struct {
    const char *digests[2], *annexes[2], *versions[2];
    samsyn_round round; /* of the second */
    bool twin;
} twins[] = {
    { { "a", "a" }, { "", "" }, { "1", "1" }, NOW, true },
    { { "a", "a" }, { "x y", "x y" }, { "1", "1" }, NOW, true },
    { { "a", "a" }, { "x", "y" }, { "1", "1" }, NOW, false },
    { { "a", "b" }, { "", "" }, { "1", "1" }, NOW, false },
    { { "a", "a" }, { "", "" }, { "1", "2" }, NOW, false },
    { { "a", "a" }, { "", "" }, { "1", "1" }, BEFORE, false },
    { { "", "" }, { "", "" }, { "1", "1" }, NOW, false },
};

static samsyn_status
add_twin(samsyn_comparison *comparison, size_t row, size_t which)
{
    samsyn_record *record = recorded("x.", twins[row].versions[which], NULL);
    samsyn_status status;

    assert_int_equal(samsyn_record_set(record, SAMSYN_RECORD_DOCUMENT_DIGEST,
                                       twins[row].digests[which]),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_set(record, SAMSYN_RECORD_ANNEXES,
                                       twins[row].annexes[which]),
                     SAMSYN_OK);
    status = samsyn_comparison_add(comparison, record, which ? "b" : "a", "",
                                   which ? twins[row].round : NOW);
    samsyn_record_free(record);
    return status;
}

static void
test_twins(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(twins); i++) {
        samsyn_comparison *comparison = NULL;

        print_message("row %zu\n", i);
        assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
        assert_int_equal(add_twin(comparison, i, 0), SAMSYN_OK);
        assert_int_equal(add_twin(comparison, i, 1),
                         twins[i].twin ? SAMSYN_E_TWICE : SAMSYN_OK);
        assert_int_equal(
            samsyn_matrix_count(samsyn_comparison_matrix_at(comparison, 0)),
            twins[i].twin || strcmp(twins[i].versions[1], "2") == 0 ? 1 : 2);
        samsyn_comparison_free(comparison);
    }
}

/* ---- What is written ---- */

static const char *const formats[] = { "text", "json", "html" };

/* Everything there is to write, one after the other. */
static samsyn_status
write_all(const samsyn_comparison *comparison, struct text *out)
{
    samsyn_sheets *sheets = NULL;
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; status == SAMSYN_OK && i < ARRAY_LEN(formats); i++)
        status = samsyn_comparison_write(comparison, formats[i],
                                         strlen(formats[i]), whole_write, out);
    if (status == SAMSYN_OK)
        status = samsyn_sheets_new(&sheets, comparison);
    for (size_t i = 0; status == SAMSYN_OK && samsyn_sheets_at(sheets, i, NULL);
         i++)
        status =
            samsyn_sheets_write(sheets, i, SAMSYN_CSV_EXCEL, whole_write, out);
    samsyn_sheets_free(sheets);
    return status;
}

/* All from the first record to the last line, with every allocation failing
 * in turn. */
static samsyn_status
all_of_it(const samsyn_config *config, struct text *out)
{
    samsyn_comparison *comparison = NULL;
    samsyn_status status = samsyn_comparison_new(&comparison, config);

    for (size_t i = 0; status == SAMSYN_OK && i < 5; i += 2) {
        samsyn_record *record = recorded(entries[i].verdicts, "1", config);

        status =
            !record ? SAMSYN_E_NOMEM
                    : samsyn_comparison_add(comparison, record, entries[i].name,
                                            entries[i].group, entries[i].round);
        samsyn_record_free(record);
    }
    if (status == SAMSYN_OK)
        status = samsyn_comparison_add_failure(comparison, "Utby", "tom");
    if (status == SAMSYN_OK)
        status = write_all(comparison, out);
    samsyn_comparison_free(comparison);
    return status;
}

static void
test_memory(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    size_t written = 0;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = LEDGER_ALL };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_config *config = NULL;
        struct text text = { NULL, 0 };

        assert_in_range(n, 0, 5000);
        assert_int_equal(samsyn_config_new(&config, &mem), SAMSYN_OK);
        ledger.budget = n;
        status = all_of_it(config, &text);
        samsyn_config_free(config);
        assert_int_equal(ledger.live, 0);
        written = text.length;
        free(text.bytes);
    }
    assert_int_equal(status, SAMSYN_OK);
    assert_true(written > 1000);
}

/* A table is whole, and says what the matrix holds. */
static void
test_sheets(void **state)
{
    static const char *const ids[] = { "matrix", "criteria", "trend", "quotes",
                                       "method" };
    samsyn_comparison *comparison = compared(NULL);
    samsyn_sheets *sheets = NULL;
    size_t columns, titles;
    samsyn_cell cell;

    (void)state;
    assert_int_equal(samsyn_sheets_new(&sheets, comparison), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        const char *title = NULL;

        assert_string_equal(samsyn_sheets_at(sheets, i, &title), ids[i]);
        assert_non_null(title);
        assert_true(samsyn_sheets_size(sheets, i, &columns, &titles) > 1);
        assert_true(columns > titles && titles > 0);
    }
    assert_null(samsyn_sheets_at(sheets, 5, NULL));
    assert_int_equal(samsyn_sheets_size(sheets, 0, &columns, NULL), 8);
    assert_int_equal(columns, 8);
    cell = samsyn_sheets_cell(sheets, 0, 6, 4);
    assert_int_equal(cell.kind, SAMSYN_CELL_VERDICT);
    assert_int_equal(cell.number, SAMSYN_VERDICT_MET);
    assert_string_equal(cell.text, "uppfyllt (svar; maskinen: saknas)");
    cell = samsyn_sheets_cell(sheets, 0, 8, 0);
    assert_string_equal(cell.text, "");
    cell = samsyn_sheets_cell(sheets, 0, 0, 8);
    assert_string_equal(cell.text, "");
    samsyn_sheets_free(sheets);
    samsyn_comparison_free(comparison);
}

/* ---- Hostile texts ---- */

/* What is in a name, and how a field of Excel's begins then. */
static const struct {
    const char *name, *field;
} hostile[] = {
    { "=1+1", "\"'=1+1\"" },
    { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "+46", "\"'+46\"" },
    { "-2", "\"'-2\"" },
    { "\tx", "\"'\tx\"" },
    { "\xEF\xBC\x9D"
      "1",
      "\"'\xEF\xBC\x9D"
      "1\"" },
    { "1-2", "\"'1-2\"" },
    { "0.1", "\"'0.1\"" },
    { "a\";\"b", "\"a\"\";\"\"b\"" },
    { "3 byar", "\"3 byar\"" },
    { "Ek", "\"Ek\"" },
    { "a\xFF", "\"a\xEF\xBF\xBD\"" },
};

static void
test_csv(void **state)
{
    samsyn_comparison *comparison = NULL;
    samsyn_sheets *sheets = NULL;
    struct text excel = { NULL, 0 }, plain = { NULL, 0 };

    (void)state;
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(hostile); i++)
        add(comparison, "x", "1", hostile[i].name, NOW);
    assert_int_equal(samsyn_sheets_new(&sheets, comparison), SAMSYN_OK);
    assert_int_equal(
        samsyn_sheets_write(sheets, 0, SAMSYN_CSV_EXCEL, whole_write, &excel),
        SAMSYN_OK);
    assert_int_equal(
        samsyn_sheets_write(sheets, 0, SAMSYN_CSV_PLAIN, whole_write, &plain),
        SAMSYN_OK);
    assert_memory_equal(excel.bytes, "\xEF\xBB\xBF\"Kommun\";", 12);
    assert_memory_equal(plain.bytes, "\"Kommun\",", 9);
    for (size_t i = 0; i < ARRAY_LEN(hostile); i++) {
        char line[64];

        print_message("%s\n", hostile[i].name);
        snprintf(line, sizeof line, "\r\n%s;", hostile[i].field);
        assert_non_null(strstr(excel.bytes, line));
    }
    free(excel.bytes);
    free(plain.bytes);
    samsyn_sheets_free(sheets);
    samsyn_comparison_free(comparison);
}

/* Nothing of it becomes markup, and terminals get nothing to act on. */
static void
test_markup(void **state)
{
    static const char evil[] = "</script><img src=x onerror=alert(1)>\x1b[31m";
    samsyn_comparison *comparison = NULL;
    struct text text = { NULL, 0 };

    (void)state;
    assert_int_equal(samsyn_comparison_new(&comparison, NULL), SAMSYN_OK);
    add(comparison, "x.", evil, evil, NOW);
    assert_int_equal(samsyn_comparison_add_failure(comparison, evil, evil),
                     SAMSYN_OK);
    assert_int_equal(
        samsyn_comparison_write(comparison, "html", 4, whole_write, &text),
        SAMSYN_OK);
    assert_null(strstr(text.bytes, "<img"));
    assert_null(strstr(text.bytes, "<script"));
    assert_null(strstr(text.bytes, "</script"));
    assert_non_null(strstr(text.bytes, "&lt;img"));
    assert_int_equal(
        samsyn_comparison_write(comparison, "text", 4, whole_write, &text),
        SAMSYN_OK);
    assert_null(strchr(text.bytes, '\x1b'));
    free(text.bytes);
    samsyn_comparison_free(comparison);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tallies),     cmocka_unit_test(test_needs),
        cmocka_unit_test(test_equal_needs), cmocka_unit_test(test_examples),
        cmocka_unit_test(test_trends),      cmocka_unit_test(test_parted),
        cmocka_unit_test(test_twice),       cmocka_unit_test(test_twins),
        cmocka_unit_test(test_memory),      cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_csv),         cmocka_unit_test(test_markup),
    };

    return cmocka_run_group_tests_name("comparison", tests, NULL, NULL);
}
