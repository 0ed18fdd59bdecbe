/* SPDX-License-Identifier: MIT */

/* What is proved of rules without a text holds of every text: where lint says
 * that nothing meets a criterion no text does, and where one rule is said to
 * follow from another the verdicts bear it out. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/prove.h"
#include "generated.h"
#include "tests/support/fixture.h"

/* The criteria of which lint says that nothing meets them, as bits. */
static unsigned
said_never(const struct samsyn_checklist *checklist)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *found = diag_new(&mem_default, SAMSYN_LANG_EN);
    unsigned never = 0;

    assert_true(found && checklist_lint(checklist, &config, found));
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        if (strcmp(samsyn_diagnostics_code(found, i), "never-holds") != 0)
            continue;
        for (unsigned k = 0; k < checklist->criterion_count; k++) {
            if (checklist->criteria[k].met->start ==
                samsyn_diagnostics_span(found, i).start)
                never |= 1u << k;
        }
    }
    samsyn_diagnostics_free(found);
    return never;
}

static void
test_never(void **unused)
{
    size_t proved = 0;

    (void)unused;
    for (size_t i = 0; i < rounds() / 2; i++) {
        struct samsyn_assessment *result;
        struct round round;
        unsigned never;

        begin_trees();
        begin_round(&round, make_tree(0, true));
        result = assess_text(&round);
        never = said_never(round.checklist);
        for (size_t k = 0; k < VARIANTS; k++) {
            proved += never >> k & 1;
            if ((never >> k & 1) &&
                result->criteria[k].verdict == SAMSYN_VERDICT_MET)
                fail_msg("round %zu: met, though lint says never: %s\nin\n%s",
                         i, round.rules[k].data, round.text.data);
        }
        assessment_free(result);
        end_round(&round);
    }
    assert_in_range(proved, rounds() / 100, rounds() * VARIANTS / 2);
}

/* Which of the first rules follow from which, as the verdicts of one text must
 * bear out. */
static void
test_follows(void **unused)
{
    size_t proved = 0;

    (void)unused;
    for (size_t i = 0; i < rounds() / 2; i++) {
        struct samsyn_assessment *result;
        struct proving proving = { 0 };
        struct tree *trees[VARIANTS];
        struct round round;

        begin_trees();
        for (size_t k = 0; k < VARIANTS; k++)
            trees[k] = make_tree(DEPTH_MOST - k % 2, true);
        begin_round_of(&round, trees);
        proving.checklist = round.checklist;
        result = assess_text(&round);
        for (size_t k = 0; k < VARIANTS * VARIANTS; k++) {
            size_t from = k / VARIANTS, to = k % VARIANTS;
            const struct criterion *criteria = round.checklist->criteria;

            if (from == to ||
                !prove_follows(&proving, criteria[from].met, &view_outermost,
                               criteria[to].met, &view_outermost))
                continue;
            proved++;
            if (result->criteria[from].verdict == SAMSYN_VERDICT_MET &&
                result->criteria[to].verdict != SAMSYN_VERDICT_MET)
                fail_msg("round %zu: %s\ndoes not follow from\n%s\nin\n%s", i,
                         round.rules[to].data, round.rules[from].data,
                         round.text.data);
        }
        assessment_free(result);
        end_round(&round);
    }
    assert_in_range(proved, rounds() / 20, rounds() * VARIANTS * VARIANTS / 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_never),
        cmocka_unit_test(test_follows),
    };

    return cmocka_run_group_tests_name("proofs", tests, NULL, NULL);
}
