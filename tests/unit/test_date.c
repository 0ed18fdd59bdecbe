/* SPDX-License-Identifier: MIT */

/* The date of a document: which of those in it, what its value is, and where
 * it stands.  Every row is run with every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"

#define LONG                                                                   \
    "Det här är en mening som är så lång att den inte kan höra till en " \
    "titel, "
#define TEXT LONG LONG "eller hur.\n\n"

static const struct date_row {
    const char *name;
    const char *text;
    const char *value, *until; /* "" where there is none */
    const char *basis;
    size_t line; /* 0: no date */
} rows[] = {
    { "none", "Ett avtal.\n", "", "", "", 0 },
    { "a day in words", TEXT "Vi ses 3 mars 2026 igen.\n", "2026-03-03", "",
      "newest", 3 },
    { "a day in digits", TEXT "Vi ses 2026-04-03 igen.\n", "2026-04-03", "",
      "newest", 3 },
    { "the sixth form", TEXT "Vi ses 260403 igen.\n", "2026-04-03", "",
      "newest", 3 },
    { "the last century", TEXT "Vi ses 990403 igen.\n", "1999-04-03", "",
      "newest", 3 },
    { "another form of a month", TEXT "Vi ses 3 jan 2026 igen.\n", "2026-01-03",
      "", "newest", 3 },
    { "no such day", TEXT "Vi ses 2026-02-30 igen.\n", "", "", "", 0 },
    { "a day without a year", TEXT "Den 3 mars.\n", "", "", "", 0 },
    { "a year is no full date", TEXT "Vi ses 2026 igen.\n", "", "", "", 0 },
    { "the newest", TEXT "Den 3 mars 2026. Den 4 april 2025.\n", "2026-03-03",
      "", "newest", 3 },
    { "signed", TEXT "Undertecknat 3 mars 2025. Den 4 april 2026.\n",
      "2025-03-03", "", "signing", 3 },
    { "a place and a day",
      TEXT "Norra Ekvalla 2025-03-03\n\nVi ses 4 mars 2026 igen.", "2025-03-03",
      "", "signing", 3 },
    { "words and a day",
      TEXT "Norra klart 2025-03-03\n\nVi ses 4 mars 2026 igen.", "2026-03-04",
      "", "newest", 5 },
    { "valid from", TEXT "Avtalet gäller från 3 mars 2025.\n", "2025-03-03", "",
      "validity", 3 },
    { "valid from and to",
      TEXT "Avtalet gäller från 3 mars 2025 och till april 2027.\n",
      "2025-03-03", "2027-04", "validity", 3 },
    { "a start takes its year from the end",
      TEXT "Avtalet gäller 3 mars - 4 april 2027.\n", "2027-03-03",
      "2027-04-04", "validity", 3 },
    { "years", TEXT "Avtalet gäller 2025-2027.\n", "2025", "2027", "validity",
      3 },
    { "years in short", TEXT "Avtalet gäller 2025/27.\n", "2025", "2027",
      "validity", 3 },
    { "no years of a diary", TEXT "Avtalet gäller 2025/17.\n", "", "", "", 0 },
    { "one year", TEXT "Avtalet gäller året 2025.\n", "2025", "2025",
      "validity", 3 },
    { "before signing",
      TEXT "Avtalet gäller 2025-2027. Undertecknat 2024-12-01.", "2025", "2027",
      "validity", 3 },
    { "under a heading", TEXT "# Giltighet\n\n1 mars 2025 till 3 april 2026.\n",
      "2025-03-01", "2026-04-03", "validity", 5 },
    { "in a row", TEXT "| Giltighet | 2025-2026 |\n|---|---|\n| A | B |\n",
      "2025", "2026", "validity", 3 },
    { "in a period in the title", "# Norra 2025-2026\n\n" TEXT, "2025", "2026",
      "validity", 1 },
    { "in a year in the title",
      "# Avtal 2025\n\n" TEXT "Vi ses 3 mars 2026 igen.\n", "2025", "",
      "validity", 1 },
    { "a year in another title",
      "# Norra 2025\n\n" TEXT "Vi ses 3 mars 2026 igen.\n", "2026-03-03", "",
      "newest", 5 },
    { "of another document", TEXT "Planen gäller 2025-2027.\n", "", "", "", 0 },
    { "by its name, not the first",
      TEXT "Det gäller 2024. Avtalet gäller 2025.\n", "2025", "", "validity",
      3 },
    { "said in words, not the title",
      "# Avtal 2024-2027\n\n" TEXT "Det gäller 3 mars 2025 till 3 mars 2027.",
      "2025-03-03", "2027-03-03", "validity", 5 },
    { "denied", TEXT "Avtalet gäller inte från 3 mars 2025.\n", "2025-03-03",
      "", "newest", 3 },
    { "not filled in", TEXT "Avtalet gäller från 3 mars 2025 till xx.\n", "",
      "", "", 0 },
};

/* @p tail: a further line of the criterion. */
static samsyn_status
run_with(const char *text, const char *tail, const struct samsyn_config *config,
         struct judged *out)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, "uppföljning", NULL, NULL);
    buf_text(&yaml, "    ");
    buf_text(&yaml, tail);
    buf_char(&yaml, '\n');
    if (!buf_failed(&yaml))
        status = judged_text(out, buf_view(&yaml), text, SAMSYN_FORMAT_MARKDOWN,
                             config);
    buf_done(&yaml);
    return status;
}

static samsyn_status
run(const void *row, const struct samsyn_config *config, struct judged *out)
{
    return run_with(((const struct date_row *)row)->text, "", config, out);
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct date_row *row = state;
    const struct assessed_document *document = &assessment->documents[0];

    assert_string_equal(document->texts[SAMSYN_DOCUMENT_DATE].ptr, row->value);
    assert_string_equal(document->texts[SAMSYN_DOCUMENT_VALID_UNTIL].ptr,
                        row->until);
    assert_string_equal(document->texts[SAMSYN_DOCUMENT_DATE_BASIS].ptr,
                        row->basis);
    assert_int_equal(document->dated.span.line, row->line);
}

static void
test_row(void **state)
{
    judged_sweep(*state, run, check, 5000);
}

/* That the validity has ended is said only where the day is known. */
static void
test_expired(void **state)
{
    static const struct date_row row = { .text =
                                             "Avtalet gäller 2025-2026.\n" };
    static const struct {
        int year, month, day;
        size_t notices;
    } days[] = { { 0, 0, 0, 0 }, { 2026, 12, 31, 0 }, { 2027, 1, 1, 1 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(days); i++) {
        struct samsyn_config config = fixture_config(&mem_default);
        struct judged out = { 0 };

        config.year = days[i].year;
        config.month = days[i].month;
        config.day = days[i].day;
        assert_int_equal(run(&row, &config, &out), SAMSYN_OK);
        assert_int_equal(out.assessment->notice_count, days[i].notices);
        if (days[i].notices > 0) {
            assert_string_equal(out.assessment->notices[0].code.ptr, "expired");
            assert_int_equal(out.assessment->notices[0].span.line, 1);
        }
        judged_end(&out);
    }
}

static const struct exempt_row {
    const char *name;
    const char *tail, *text; /* of the criterion; of the document */
    int year;                /* of the assessment; 0 for none */
    samsyn_verdict verdict, suggestion;
    const char *reason;
    const char *rule; /* of the first stretch that counts; NULL: none */
} exempt_rows[] = {
    { "of another kind", "not_applicable: {kinds: [plan]}",
      "# Avtal\n\nUppföljning.\n", 0, SAMSYN_VERDICT_MET, 0, "", "met" },
    { "of the kind", "not_applicable: {kinds: [plan, avtal]}",
      "# Avtal\n\nUppföljning.\n", 0, SAMSYN_VERDICT_NOT_APPLICABLE, 0, "",
      NULL },
    { "before the day", "not_applicable: {before: 2023-07-01}",
      "# Avtal\n\nAvtalet gäller 2023. Uppföljning.\n", 0,
      SAMSYN_VERDICT_NOT_APPLICABLE, 0, "", "not_applicable" },
    { "on the day", "not_applicable: {before: 2023-03-01}",
      "Avtalet gäller från 1 mars 2023. Uppföljning.\n", 0, SAMSYN_VERDICT_MET,
      0, "", "met" },
    { "after the day", "not_applicable: {after: 2023-02-28}",
      "Avtalet gäller från 1 mars 2023. Uppföljning.\n", 0,
      SAMSYN_VERDICT_NOT_APPLICABLE, 0, "", "not_applicable" },
    { "the day, but not the kind",
      "not_applicable: {kinds: [plan], after: 2023-02-28}",
      "# Avtal\n\nAvtalet gäller från 1 mars 2023. Uppföljning.\n", 0,
      SAMSYN_VERDICT_MET, 0, "", "met" },
    { "without a date", "not_applicable: {before: 2023-07-01}",
      "Uppföljning.\n", 0, SAMSYN_VERDICT_MET, 0, "", "met" },
    { "valid, the day unknown", "lapses: true",
      "Avtalet gäller 2023-2024. Uppföljning.\n", 0,
      SAMSYN_VERDICT_NEEDS_REVIEW, SAMSYN_VERDICT_MET, "date", "met" },
    { "valid", "lapses: true", "Avtalet gäller 2023-2024. Uppföljning.\n", 2024,
      SAMSYN_VERDICT_MET, 0, "", "met" },
    { "expired", "lapses: true", "Avtalet gäller 2023-2024. Uppföljning.\n",
      2025, SAMSYN_VERDICT_NOT_MET, 0, "", NULL },
    { "expired, and never met", "lapses: true", "Avtalet gäller 2023-2024.\n",
      2025, SAMSYN_VERDICT_NOT_MET, 0, "", NULL },
    { "without an end", "lapses: true", "Uppföljning.\n", 0, SAMSYN_VERDICT_MET,
      0, "", "met" },
};

static void
check_exempt(const void *state, const struct samsyn_assessment *assessment)
{
    const struct exempt_row *row = state;
    const struct samsyn_criterion *criterion = &assessment->criteria[0];
    const struct evidence_list *counted =
        &criterion->evidence[SAMSYN_EVIDENCE_COUNTED];

    assert_int_equal(criterion->verdict, row->verdict);
    assert_int_equal(criterion->suggestion, row->suggestion);
    assert_string_equal(criterion->texts[SAMSYN_CRITERION_REASON].ptr,
                        row->reason);
    assert_int_equal(counted->count > 0, row->rule != NULL);
    if (row->rule)
        assert_string_equal(counted->items[0].rule.ptr, row->rule);
}

static samsyn_status
run_exempt(const void *state, const struct samsyn_config *config,
           struct judged *out)
{
    const struct exempt_row *row = state;
    struct samsyn_config dated = *config;

    dated.year = row->year;
    dated.month = dated.day = row->year ? 1 : 0;
    return run_with(row->text, row->tail, &dated, out);
}

static void
test_exempt(void **state)
{
    judged_sweep(*state, run_exempt, check_exempt, 5000);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + ARRAY_LEN(exempt_rows) + 1];
    const size_t last = ARRAY_LEN(tests) - 1;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    for (size_t i = 0; i < ARRAY_LEN(exempt_rows); i++)
        tests[ARRAY_LEN(rows) + i] =
            (struct CMUnitTest){ .name = exempt_rows[i].name,
                                 .test_func = test_exempt,
                                 .initial_state =
                                     (void *)(uintptr_t)&exempt_rows[i] };
    tests[last] = (struct CMUnitTest)cmocka_unit_test(test_expired);
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
