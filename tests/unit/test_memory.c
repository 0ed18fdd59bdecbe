/* SPDX-License-Identifier: MIT */

/* Every allocation fails in turn, in what has no row test of its own: lint,
 * the self-test, and agreement.  Out of memory is a status, nothing is lost,
 * and what came before a failure is not changed by it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/selftest.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

/* Entries that nothing uses, one that only another uses, and examples of
 * which one is judged otherwise and one holds no word. */
static const char rules[] =
    "{all: [mäta, {find: [{vocabulary: när}, {word: polis}]}]}\n"
    "    partly: {find: uppföljning, accept: [hedged]}\n"
    "    referred: {find: {word: bilaga}}\n"
    "    unless: [{all: [uppföljning, polis]}]\n"
    "    examples:\n"
    "      met: [Uppföljning 3 mars., Vi mäter 2026-03-01., Hej.]\n"
    "      partly: ['Uppföljning vid behov.']\n"
    "      not_met: ['!!!', Uppföljning av polis.]";

static struct samsyn_checklist *
load(void)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_checklist *checklist = NULL;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, rules, NULL, NULL);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "prov", &config, NULL),
        SAMSYN_OK);
    buf_done(&yaml);
    return checklist;
}

/* ---- What looks at a checklist ---- */

static samsyn_status
lint(const struct samsyn_checklist *checklist,
     const struct samsyn_config *config, struct samsyn_diagnostics *diags)
{
    return checklist_lint(checklist, config, diags) ? SAMSYN_OK
                                                    : SAMSYN_E_NOMEM;
}

static samsyn_status
examples(const struct samsyn_checklist *checklist,
         const struct samsyn_config *config, struct samsyn_diagnostics *diags)
{
    size_t count = 99;
    samsyn_status status = selftest_examples(checklist, &count, config, diags);

    assert_int_equal(count, status == SAMSYN_E_NOMEM ? 99 : 6);
    return status;
}

static const struct look {
    const char *name;
    samsyn_status (*run)(const struct samsyn_checklist *checklist,
                         const struct samsyn_config *config,
                         struct samsyn_diagnostics *diags);
    samsyn_status status;
    const char *codes[4]; /* what is said, in order */
} looks[] = {
    { "lint",
      lint,
      SAMSYN_OK,
      { "unused-vocabulary", "unused-vocabulary", "missing-examples", NULL } },
    { "examples",
      examples,
      SAMSYN_E_SCHEMA,
      { "example", "example-unreadable", NULL } },
    { "nothing", selftest_empty, SAMSYN_OK, { NULL } },
};

static void
check_codes(const struct look *look, const struct samsyn_diagnostics *diags)
{
    size_t count = 0;

    while (look->codes[count])
        count++;
    assert_int_equal(samsyn_diagnostics_count(diags), count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(samsyn_diagnostics_code(diags, i), look->codes[i]);
}

static void
test_look(void **state)
{
    const struct look *look = *state;
    struct samsyn_checklist *checklist = load();
    samsyn_status status = SAMSYN_E_NOMEM;
    size_t refused = 0;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_diagnostics *diags = diag_new(&mem, SAMSYN_LANG_EN);

        assert_in_range(n, 0, 5000);
        if (diags)
            status = look->run(checklist, &config, diags);
        if (status != SAMSYN_E_NOMEM)
            check_codes(look, diags);
        else
            refused++;
        samsyn_diagnostics_free(diags);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, look->status);
    assert_true(refused > 2);
    checklist_free(checklist);
}

/* ---- Agreement ---- */

enum {
    PAIRS = 40
};

/* Pair @p index, asked again after it failed, is counted once. */
static samsyn_status
add(samsyn_agreement *agreement, size_t index)
{
    static const char *const documents[] = { "a", "b", "c", "d", "e",
                                             "f", "g", "h", "i" };
    static const char *const groups[] = { "x", "y" };
    static const char *const criteria[] = { "k", "l", "m" };

    return samsyn_agreement_add(
        agreement, documents[index % 9], groups[index % 2], criteria[index % 3],
        (samsyn_verdict)(1 + index % 3), (samsyn_verdict)(1 + index / 2 % 3));
}

static void
check_measure(const samsyn_agreement *agreement)
{
    samsyn_measure measure;

    assert_int_equal(samsyn_agreement_measure(&measure, agreement, NULL, NULL),
                     SAMSYN_OK);
    assert_int_equal(measure.pairs, PAIRS);
    assert_int_equal(measure.documents, 9);
    assert_string_equal(samsyn_agreement_group_at(agreement, 1), "y");
    assert_null(samsyn_agreement_group_at(agreement, 2));
    assert_string_equal(samsyn_agreement_criterion_at(agreement, 2), "m");
    assert_null(samsyn_agreement_criterion_at(agreement, 3));
}

/* Each call is tried with nothing left, then with one allocation more, until
 * it succeeds; at the end all is as if nothing had failed. */
static void
test_agreement(void **state)
{
    struct ledger ledger = { .budget = 0 };
    samsyn_allocator mem = ledger_allocator(&ledger);
    struct samsyn_config config = fixture_config(&mem);
    samsyn_agreement *agreement = NULL;
    samsyn_measure measure = { .pairs = -7 };
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        ledger.budget = n;
        status = samsyn_agreement_new(&agreement, &config);
        assert_int_equal(status == SAMSYN_OK, agreement != NULL);
    }
    for (size_t i = 0; i < PAIRS; i++) {
        status = SAMSYN_E_NOMEM;
        for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
            ledger.budget = n;
            status = add(agreement, i);
        }
        assert_int_equal(status, SAMSYN_OK);
    }
    ledger.budget = 0;
    for (size_t n = 0;
         (status = samsyn_agreement_measure(&measure, agreement, NULL, NULL)) !=
         SAMSYN_OK;
         n++) {
        assert_int_equal(status, SAMSYN_E_NOMEM);
        assert_int_equal(measure.pairs, -7);
        assert_in_range(n, 0, 10);
        ledger.budget = n + 1;
    }
    ledger.budget = LEDGER_ALL;
    check_measure(agreement);
    samsyn_agreement_free(agreement);
    assert_int_equal(ledger.live, 0);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(looks) + 1] = { cmocka_unit_test(
        test_agreement) };

    for (size_t i = 0; i < ARRAY_LEN(looks); i++)
        tests[i + 1] = (struct CMUnitTest){
            .name = looks[i].name,
            .test_func = test_look,
            .initial_state = (void *)(uintptr_t)&looks[i],
        };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
