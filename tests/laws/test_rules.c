/* SPDX-License-Identifier: MIT */

/* Laws of rules, over generated rules and texts.  What a rule means must not
 * depend on how it is written: the order of its parts, a wrapping that asks
 * for one of one, at_least for all or any, or which part is the rarest in the
 * document.  Text that is added must not take credit away.  A failure prints
 * the rules and the text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "generated.h"
#include "report/report.h"

/* ---- The laws ---- */

static void
test_rewritten(void **unused)
{
    size_t met = 0;

    (void)unused;
    for (size_t i = 0; i < rounds(); i++) {
        struct samsyn_assessment *result;
        struct round round;

        begin_trees();
        begin_round(&round, make_tree(0, true));
        result = assess_text(&round);
        for (size_t k = 1; k < VARIANTS; k++) {
            if (result->criteria[k].verdict != result->criteria[0].verdict)
                fail_msg("round %zu: %s\nis %s, but\n%s\nis %s, in\n%s", i,
                         round.rules[0].data,
                         samsyn_verdict_name(result->criteria[0].verdict),
                         round.rules[k].data,
                         samsyn_verdict_name(result->criteria[k].verdict),
                         round.text.data);
        }
        met += result->criteria[0].verdict == SAMSYN_VERDICT_MET;
        assessment_free(result);
        end_round(&round);
    }
    /* Else the rules or the texts would say nothing. */
    assert_in_range(met, rounds() / 10, rounds() - rounds() / 10);
}

/* Rules that only ask for something are not harder to meet in a longer text. */
static void
test_longer(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < rounds() / 4; i++) {
        struct samsyn_assessment *result, *longer;
        struct round round;

        begin_trees();
        begin_round(&round, make_tree(0, false));
        result = assess_text(&round);
        buf_text(&round.text, "\nHelt annat, som inte hör hit vid behov.\n");
        longer = assess_text(&round);
        for (size_t k = 0; k < VARIANTS; k++) {
            if (result->criteria[k].verdict == SAMSYN_VERDICT_MET &&
                longer->criteria[k].verdict != SAMSYN_VERDICT_MET)
                fail_msg("round %zu: met no more: %s\nin\n%s", i,
                         round.rules[k].data, round.text.data);
        }
        assessment_free(result);
        assessment_free(longer);
        end_round(&round);
    }
}

/* The first line of the account of a rule says what the verdict says. */
static void
test_account(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < rounds() / 4; i++) {
        struct samsyn_assessment *result;
        struct round round;

        begin_trees();
        begin_round(&round, make_tree(0, true));
        result = assess_text(&round);
        for (size_t k = 0; k < VARIANTS; k++) {
            const struct samsyn_criterion *one = &result->criteria[k];
            const struct trace_line *line = &one->trace[1];

            if (line->held != (one->verdict == SAMSYN_VERDICT_MET))
                fail_msg("round %zu: account and verdict differ: %s\nin\n%s", i,
                         round.rules[k].data, round.text.data);
            if ((one->verdict == SAMSYN_VERDICT_MET) !=
                (one->evidence[SAMSYN_EVIDENCE_COUNTED].count > 0))
                fail_msg("round %zu: evidence and verdict differ: %s\nin\n%s",
                         i, round.rules[k].data, round.text.data);
        }
        assessment_free(result);
        end_round(&round);
    }
}

/* Asked twice, a document gives the same bytes. */
static void
test_twice(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < rounds() / 20; i++) {
        struct samsyn_assessment *results[2];
        struct buf json[2];
        struct round round;

        begin_trees();
        begin_round(&round, make_tree(0, true));
        for (size_t k = 0; k < 2; k++) {
            results[k] = assess_text(&round);
            buf_init(&json[k], &mem_default, BUF_ANY);
            report_json(&json[k], results[k]);
            assessment_free(results[k]);
        }
        assert_string_equal(json[0].data, json[1].data);
        buf_done(&json[0]);
        buf_done(&json[1]);
        end_round(&round);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rewritten),
        cmocka_unit_test(test_longer),
        cmocka_unit_test(test_account),
        cmocka_unit_test(test_twice),
    };

    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
