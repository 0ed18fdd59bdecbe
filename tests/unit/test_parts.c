/* SPDX-License-Identifier: MIT */

/* Files that hold more than one document: which parts there are, which of
 * them count, and what a rule finds in them.  Every row is run with every
 * allocation failing in turn. */

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
#define TITLE "# Sidan\n\n" TEXT
#define MET SAMSYN_VERDICT_MET
#define NOT_MET SAMSYN_VERDICT_NOT_MET

static const struct part_row {
    const char *name;
    const char *text;
    /* of each part: m, a, e or o by its role, large where it is assessed;
     * "" in one piece */
    const char *parts;
    size_t part;                          /* asked for */
    samsyn_verdict verdict, earlier, all; /* by where is looked */
} rows[] = {
    { "in one piece", TITLE "## Löfte\n\nUppföljning.\n", "", 0, MET, NOT_MET,
      MET },
    { "the newest comes first",
      TITLE "## Avtal 2025\n\nUppföljning.\n\n## Avtal 2024\n\nAnnat.\n", "Me",
      0, MET, NOT_MET, MET },
    { "the newest comes last",
      TITLE "## Avtal 2024\n\nUppföljning.\n\n## Avtal 2025\n\nAnnat.\n", "Me",
      0, NOT_MET, MET, MET },
    { "what stands around counts",
      TITLE "## Avtal 2024\n\nA.\n\n## Avtal 2025\n\nB.\n\n"
            "## Kontakt\n\nUppföljning.\n",
      "Me", 0, MET, NOT_MET, MET },
    { "three years",
      TITLE "## Avtal 2023\n\nA.\n\n## Avtal 2025\n\nB.\n\n"
            "## Avtal 2024\n\nUppföljning.\n",
      "Mee", 0, NOT_MET, MET, MET },
    { "headings of one level",
      TITLE "## Avtal 2025\n\n## Ett\n\nA.\n\n## Avtal 2024\n\n## Ett\n\n"
            "Uppföljning.\n",
      "Me", 0, NOT_MET, MET, MET },
    { "an account inside a section",
      "# Avtal 2025\n\n" TEXT
      "## Utfall 2024\n\nUppföljning.\n\n## Mer\n\nA.\n",
      "Me", 0, NOT_MET, MET, MET },
    { "an account, and the time of validity",
      TITLE "Gäller 2025-2026.\n\n## Utfall 2024\n\nUppföljning.\n", "Me", 0,
      NOT_MET, MET, MET },
    { "an account of this year",
      TITLE "Gäller 2024.\n\n## Utfall 2024\n\n"
            "Uppföljning.\n",
      "", 0, MET, NOT_MET, MET },
    { "one year, signed in the next",
      TITLE "## Avtal 2024\n\nUppföljning.\n\n## Mer\n\nNorrby 2025-01-03\n",
      "Me", 0, NOT_MET, MET, MET },
    { "one year, signed in it",
      TITLE "## Avtal 2025\n\nUppföljning.\n\n## Mer\n\nNorrby 2025-01-03\n",
      "", 0, MET, NOT_MET, MET },
    { "years that begin alike",
      TITLE "## Avtal 2025-2026\n\nUppföljning.\n\n## Avtal 2025\n\nA.\n", "",
      0, MET, NOT_MET, MET },
    { "an annex counts", TITLE "## Bilaga 1\n\nUppföljning.\n", "MA", 0, MET,
      NOT_MET, MET },
    { "an annex is only named", TITLE "## Om bilaga 1\n\nUppföljning.\n", "", 0,
      MET, NOT_MET, MET },
    { "a document of another kind", TITLE "# Plan 2025\n\nUppföljning.\n", "Mo",
      0, NOT_MET, NOT_MET, MET },
    { "a chapter of another kind", TITLE "## Plan 2025\n\nUppföljning.\n", "",
      0, MET, NOT_MET, MET },
    { "a kind that such documents hold", TITLE "# Bild 2025\n\nUppföljning.\n",
      "", 0, MET, NOT_MET, MET },
    { "the annex of a document of another kind",
      "# Plan\n\n" TEXT "Uppföljning.\n\n## Bilaga 1 Avtal 2025\n\nAnnat.\n",
      "mA", 0, NOT_MET, NOT_MET, MET },
    { "the first part is asked for",
      TITLE "## Avtal 2024\n\nUppföljning.\n\n## Avtal 2025\n\nA.\n", "Me", 1,
      NOT_MET, MET, MET },
    { "an earlier part is asked for",
      TITLE "## Avtal 2024\n\nUppföljning.\n\n## Avtal 2025\n\nA.\n", "mE", 2,
      MET, NOT_MET, MET },
};

static samsyn_status
run_in(const struct part_row *row, const char *where,
       const struct samsyn_config *config, struct judged *out)
{
    struct buf yaml, met;
    samsyn_status status = SAMSYN_E_NOMEM;

    buf_init(&yaml, &config->mem, BUF_ANY);
    buf_init(&met, &config->mem, BUF_ANY);
    buf_text(&met, "{find: uppföljning, in: {part: ");
    buf_text(&met, where);
    buf_text(&met, "}}");
    if (!buf_failed(&met))
        fixture_yaml(&yaml, buf_view(&met).ptr, NULL, NULL);
    if (!buf_failed(&met) && !buf_failed(&yaml))
        status = judged_text(out, buf_view(&yaml), row->text,
                             SAMSYN_FORMAT_MARKDOWN, config);
    buf_done(&yaml);
    buf_done(&met);
    return status;
}

static samsyn_status
run(const void *row, const struct samsyn_config *config, struct judged *out)
{
    return run_in(row, "assessed", config, out);
}

static void
check_parts(const struct part_row *row,
            const struct samsyn_assessment *assessment)
{
    const struct assessed_document *document = &assessment->documents[0];
    char said[8] = "";
    size_t aside = 0;

    assert_in_range(document->part_count, 0, sizeof said - 1);
    for (size_t i = 0; i < document->part_count; i++) {
        const struct assessed_part *part = &document->parts[i];
        char role = part->texts[SAMSYN_PART_ROLE].ptr[0];

        said[i] = part->assessed ? (char)(role - 'a' + 'A') : role;
        aside += !part->assessed;
    }
    assert_string_equal(said, row->parts);
    for (size_t i = 0; i < assessment->notice_count; i++)
        aside -= strcmp(assessment->notices[i].code.ptr, "part-aside") == 0;
    assert_int_equal(aside, 0);
}

static void
test_row(void **state)
{
    const struct part_row *row = *state;
    const struct {
        const char *where;
        samsyn_verdict verdict;
    } asked[] = { { "assessed", row->verdict },
                  { "earlier", row->earlier },
                  { "all", row->all } };

    for (size_t i = 0; i < ARRAY_LEN(asked); i++) {
        struct samsyn_config config = fixture_config(&mem_default);
        struct judged out = { 0 };

        config.part = row->part;
        assert_int_equal(run_in(row, asked[i].where, &config, &out), SAMSYN_OK);
        check_parts(row, out.assessment);
        assert_int_equal(out.assessment->criteria[0].verdict, asked[i].verdict);
        judged_end(&out);
    }
}

static void
test_memory(void **state)
{
    judged_sweep(*state, run, NULL, 5000);
}

/* What is refused there is said to be about something else. */
static void
test_refused(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct evidence_list *refused;

    (void)state;
    assert_int_equal(run(&rows[2], &config, &out), SAMSYN_OK);
    refused = &out.assessment->criteria[0].evidence[SAMSYN_EVIDENCE_REFUSED];
    assert_int_equal(refused->count, 1);
    assert_string_equal(refused->items[0].reason.ptr, "other");
    judged_end(&out);
}

static void
test_no_such_part(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    config.part = 3;
    assert_int_equal(run(&rows[1], &config, &out), SAMSYN_E_ARGUMENT);
    assert_null(out.assessment);
    judged_end(&out);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 3] = { 0 };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    tests[ARRAY_LEN(rows)] =
        (struct CMUnitTest){ .name = "without memory",
                             .test_func = test_memory,
                             .initial_state = (void *)(uintptr_t)&rows[4] };
    tests[ARRAY_LEN(rows) + 1] =
        (struct CMUnitTest)cmocka_unit_test(test_refused);
    tests[ARRAY_LEN(rows) + 2] =
        (struct CMUnitTest)cmocka_unit_test(test_no_such_part);
    return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
