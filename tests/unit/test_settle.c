/* SPDX-License-Identifier: MIT */

/* Rules and taught evidence together: each row is a rule and a text, what a
 * model's balance says of it whatever the text, and what comes of both.  Every
 * row is run with every allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/balance.h"
#include "learn/train.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"
#include "tests/support/taught.h"

#define MET SAMSYN_VERDICT_MET
#define PARTLY SAMSYN_VERDICT_PARTLY
#define NOT_MET SAMSYN_VERDICT_NOT_MET
#define OPEN SAMSYN_VERDICT_NEEDS_REVIEW

#define DOG "En hund vaktar gården varje natt."
#define DONE "Uppföljning sker varje vår."
#define BOTH DONE "\n\n" DOG
#define PERSON "uppföljning\n    judged: person"
#define REFERRED "brott\n    referred: uppföljning"
#define EXEMPT "uppföljning\n    not_applicable: {before: 2025-01-01}"
#define AVTAL "# Avtal\n\nAvtalet gäller från den 3 mars 2024.\n\n"

enum {
    VALUES = BALANCE_STARTS + 2 * MODEL_LEVELS,
    LIKELY = 500,
    CERTAIN = 800
};

static const struct settle_row {
    const char *name;
    const char *met, *partly;
    const char *text;
    int32_t sums[MODEL_LEVELS]; /* of the balance, for any text */
    samsyn_verdict rules, verdict, suggestion;
    samsyn_certainty certainty;
    size_t counted, taught, refused; /* evidence; taught: of the counted */
    const char *line;                /* the account's last, or NULL: as ever */
    bool other;                      /* the model knows another criterion */
    size_t lacking;                  /* numbers of its section */
} rows[] = {
    { "raised to met",
      "uppföljning",
      NULL,
      DOG,
      { 900, 900 },
      NOT_MET,
      MET,
      0,
      SAMSYN_CERTAIN,
      1,
      1,
      0,
      "gives more than the rules alone: by them the text is 0 percent",
      false,
      0 },
    { "raised to partly",
      "uppföljning",
      NULL,
      DOG,
      { 600, -900 },
      NOT_MET,
      PARTLY,
      0,
      SAMSYN_LIKELY,
      1,
      1,
      0,
      "gives more than the rules alone: by them the text is 0 percent",
      false,
      0 },
    { "raised from partly, another place",
      "brott",
      "uppföljning",
      BOTH,
      { 900, 400 },
      PARTLY,
      MET,
      0,
      SAMSYN_DOUBTFUL,
      2,
      1,
      0,
      "gives more than the rules alone: by them the text is 0 percent",
      false,
      0 },
    { "raised from partly, the same place",
      "brott",
      "uppföljning",
      DONE,
      { 900, 900 },
      PARTLY,
      MET,
      0,
      SAMSYN_CERTAIN,
      1,
      1,
      0,
      "gives more than the rules alone: by them the text is 0 percent",
      false,
      0 },
    { "lowered to partly",
      "uppföljning",
      NULL,
      BOTH,
      { 900, -900 },
      MET,
      PARTLY,
      0,
      SAMSYN_CERTAIN,
      1,
      0,
      0,
      "gives less than the rules alone: by them the text is 100 percent",
      false,
      0 },
    { "lowered to not met",
      "uppföljning",
      NULL,
      BOTH,
      { -900, -900 },
      MET,
      NOT_MET,
      0,
      SAMSYN_CERTAIN,
      0,
      0,
      1,
      "gives less than the rules alone: by them the text is 100 percent",
      false,
      0 },
    { "the same: met",
      "uppföljning",
      NULL,
      BOTH,
      { 900, 900 },
      MET,
      MET,
      0,
      SAMSYN_CERTAIN,
      1,
      0,
      0,
      NULL,
      false,
      0 },
    { "the same: not met",
      "uppföljning",
      NULL,
      DOG,
      { -501, 0 },
      NOT_MET,
      NOT_MET,
      0,
      SAMSYN_LIKELY,
      0,
      0,
      0,
      NULL,
      false,
      0 },
    { "on the bound it is less certain",
      "uppföljning",
      NULL,
      DOG,
      { -500, 0 },
      NOT_MET,
      NOT_MET,
      0,
      SAMSYN_DOUBTFUL,
      0,
      0,
      0,
      NULL,
      false,
      0 },
    { "nothing to show, nothing more",
      "uppföljning",
      NULL,
      "# Hunden\n",
      { 900, 900 },
      NOT_MET,
      NOT_MET,
      0,
      SAMSYN_DOUBTFUL,
      0,
      0,
      0,
      NULL,
      false,
      0 },
    { "doubted passages show nothing",
      "uppföljning",
      NULL,
      "En hund vaktar inte gården.",
      { 900, 900 },
      NOT_MET,
      NOT_MET,
      0,
      SAMSYN_DOUBTFUL,
      0,
      0,
      0,
      NULL,
      false,
      0 },
    { "a person's suggestion is raised",
      PERSON,
      NULL,
      DOG,
      { 900, 900 },
      NOT_MET,
      OPEN,
      MET,
      SAMSYN_CERTAIN,
      1,
      1,
      0,
      "gives more than the rules alone: by them the text is 0 percent",
      false,
      0 },
    { "a person's suggestion is lowered",
      PERSON,
      NULL,
      BOTH,
      { -900, -900 },
      MET,
      OPEN,
      NOT_MET,
      SAMSYN_CERTAIN,
      0,
      0,
      1,
      "gives less than the rules alone: by them the text is 100 percent",
      false,
      0 },
    { "what another document says stays",
      REFERRED,
      NULL,
      BOTH,
      { 900, 900 },
      SAMSYN_VERDICT_REFERRED,
      SAMSYN_VERDICT_REFERRED,
      0,
      0,
      1,
      0,
      0,
      NULL,
      false,
      0 },
    { "what does not apply stays",
      EXEMPT,
      NULL,
      AVTAL DOG,
      { 900, 900 },
      0,
      SAMSYN_VERDICT_NOT_APPLICABLE,
      0,
      0,
      1,
      0,
      0,
      NULL,
      false,
      0 },
    { "taught by examples alone",
      NULL,
      NULL,
      DOG,
      { 900, 900 },
      0,
      MET,
      0,
      SAMSYN_DOUBTFUL,
      1,
      1,
      0,
      NULL,
      false,
      0 },
    { "taught by examples alone, and nothing to show",
      NULL,
      NULL,
      "# Hund på gården\n",
      { 900, 900 },
      0,
      NOT_MET,
      0,
      SAMSYN_DOUBTFUL,
      0,
      0,
      0,
      NULL,
      false,
      0 },
    { "a criterion that is not taught",
      "uppföljning",
      NULL,
      DOG,
      { 900, 900 },
      NOT_MET,
      NOT_MET,
      0,
      0,
      0,
      0,
      0,
      NULL,
      true,
      0 },
    { "a section of another size",
      "uppföljning",
      NULL,
      DOG,
      { 900, 900 },
      NOT_MET,
      NOT_MET,
      0,
      0,
      0,
      0,
      0,
      NULL,
      false,
      1 },
};

/* ---- A model that says what a row wants ---- */

static struct buf served;

static void
serve(const struct settle_row *row)
{
    const struct balance_margins margins = { LIKELY, CERTAIN };
    int32_t values[VALUES] = { 0 };
    struct taught_draft taught;

    for (int i = MET; i <= NOT_MET; i++)
        balance_set_margins(values, (samsyn_verdict)i, margins);
    values[0] = row->sums[0];
    values[BALANCE_LEVEL] = row->sums[1];
    assert_int_equal(taught_train(&taught, &mem_default), SAMSYN_OK);
    taught.sections[0] = (struct model_section){ STR(BALANCE_SECTION), values,
                                                 VALUES - row->lacking };
    if (!row->other)
        taught.criteria[0] = STR("k");
    buf_init(&served, &mem_default, BUF_ANY);
    assert_int_equal(model_write(&served, &taught.draft), SAMSYN_OK);
    taught_end(&taught);
}

static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    if (kind != SAMSYN_RESOURCE_MODEL)
        return fixture_config(&mem_default)
            .resolve(user, kind, name, length, write, sink);
    return write(sink, served.data, served.len) ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

static samsyn_status
judge(const void *state, const struct samsyn_config *config, struct judged *out)
{
    const struct settle_row *row = state;
    struct samsyn_config with = *config;
    struct buf yaml;
    samsyn_status status;

    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&yaml, "model: prov\n");
    fixture_yaml(&yaml, row->met, row->partly, NULL);
    with.resolve = resolve;
    with.lang = SAMSYN_LANG_EN;
    status = judged_text(out, buf_view(&yaml), row->text,
                         SAMSYN_FORMAT_MARKDOWN, &with);
    buf_done(&yaml);
    return status;
}

/* ---- What came of it ---- */

/* What was taught is shown with words of the passage. */
static size_t
taught_among(const struct evidence_list *list)
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++) {
        const struct samsyn_evidence *evidence = &list->items[i];

        if (!str_equal(evidence->rule, STR("taught")))
            continue;
        count++;
        assert_non_null(
            strstr(evidence->note.ptr, "resembles examples that count"));
        assert_true(evidence->text_end > evidence->text_start);
    }
    return count;
}

static void
check_refused(const struct evidence_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        assert_true(str_equal(list->items[i].reason, STR("other")));
}

static void
check_account(const struct settle_row *row, const struct samsyn_criterion *one)
{
    const char *last =
        one->trace_count > 0 ? one->trace[one->trace_count - 1].text.ptr : "";

    if (row->line)
        assert_non_null(strstr(last, row->line));
    else
        assert_null(strstr(last, "weighed together"));
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct settle_row *row = state;
    const struct samsyn_criterion *one = &assessment->criteria[0];

    assert_int_equal(one->rules, row->rules);
    assert_int_equal(one->verdict, row->verdict);
    assert_int_equal(one->suggestion, row->suggestion);
    assert_int_equal(one->certainty, row->certainty);
    assert_int_equal(one->evidence[SAMSYN_EVIDENCE_COUNTED].count,
                     row->counted);
    assert_int_equal(taught_among(&one->evidence[SAMSYN_EVIDENCE_COUNTED]),
                     row->taught);
    assert_int_equal(one->evidence[SAMSYN_EVIDENCE_REFUSED].count,
                     row->refused);
    if (row->refused > 0)
        check_refused(&one->evidence[SAMSYN_EVIDENCE_REFUSED]);
    if (row->verdict == MET)
        assert_int_equal(one->evidence[SAMSYN_EVIDENCE_NEAREST].count, 0);
    check_account(row, one);
}

static void
test_row(void **state)
{
    const struct settle_row *row = *state;

    serve(row);
    judged_sweep(row, judge, check, 5000);
    buf_done(&served);
}

/* What a limit left open is not settled. */
static void
test_limited(void **state)
{
    static const struct settle_row row = { .met = "uppföljning",
                                           .text = BOTH,
                                           .sums = { 900, 900 } };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    serve(&row);
    config.limits[SAMSYN_LIMIT_STEPS] = 1;
    assert_int_equal(judge(&row, &config, &out), SAMSYN_OK);
    assert_int_equal(out.assessment->criteria[0].verdict, OPEN);
    assert_int_equal(out.assessment->criteria[0].suggestion, 0);
    assert_int_equal(out.assessment->criteria[0].certainty, 0);
    judged_end(&out);
    buf_done(&served);
}

/* Without the account a verdict is the same, and its evidence too. */
static void
test_no_account(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    config.no_account = true;
    serve(&rows[0]);
    assert_int_equal(judge(&rows[0], &config, &out), SAMSYN_OK);
    assert_int_equal(out.assessment->criteria[0].verdict, MET);
    assert_int_equal(out.assessment->criteria[0].trace_count, 0);
    assert_int_equal(
        taught_among(
            &out.assessment->criteria[0].evidence[SAMSYN_EVIDENCE_COUNTED]),
        1);
    judged_end(&out);
    buf_done(&served);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 2] = {
        cmocka_unit_test(test_limited),
        cmocka_unit_test(test_no_account),
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i + 2] = (struct CMUnitTest){
            .name = rows[i].name,
            .test_func = test_row,
            .initial_state = (void *)(uintptr_t)&rows[i],
        };
    return cmocka_run_group_tests_name("settle", tests, NULL, NULL);
}
