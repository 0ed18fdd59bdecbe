/* SPDX-License-Identifier: MIT */

/* Laws of what is asked of each focus area or item, over generated rules and
 * texts.  A share asked by a rule and the same share as a criterion of that
 * level are one question; how a rule is written must not decide, nor line
 * ends, empty lines or composed letters what the items are; a step budget may
 * take a verdict away but not change it; asked alone, a criterion says what it
 * says among others.  A failure prints the rule and the text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "generated.h"
#include "levels.h"
#include "tests/support/fixture.h"

enum {
    BUDGETS = 250
};

static bool
is_met(const struct samsyn_assessment *result, size_t criterion)
{
    return result->criteria[criterion].verdict == SAMSYN_VERDICT_MET;
}

/* ---- The laws ---- */

/* Each pair is one question asked in two ways. */
static void
test_pairs(void **unused)
{
    size_t met = 0, items = 0, focus = 0;

    (void)unused;
    for (size_t i = 0; i < rounds(); i++) {
        struct samsyn_assessment *result;
        struct test test;

        levels_begin(&test);
        result = levels_assess(&test, buf_view(&test.text), 0);
        for (size_t k = 0; k < PAIRS; k += 2) {
            if (k == BY_FOCUS && result->focus_count < 2)
                continue;
            if (is_met(result, k) != is_met(result, k + 1))
                fail_msg("round %zu: criteria %zu and %zu differ: %s\nin\n%s",
                         i, k, k + 1, test.rule.data, test.text.data);
        }
        for (size_t k = 0; k < result->item_count; k++)
            assert_int_equal(result->criteria[WRITTEN].units[k],
                             result->criteria[REWRITTEN].units[k]);
        met += is_met(result, BY_ITEM);
        items += result->item_count > 1;
        focus += result->focus_count > 1;
        assessment_free(result);
        levels_end(&test);
    }
    /* Else the rules or the texts would say nothing. */
    assert_in_range(met, rounds() / 20, rounds() - rounds() / 20);
    assert_in_range(items, rounds() / 4, rounds());
    assert_in_range(focus, rounds() / 8, rounds());
}

static bool
unit_met(const struct samsyn_assessment *result, size_t criterion, size_t unit)
{
    return result->criteria[criterion].units[unit] == SAMSYN_VERDICT_MET;
}

/* What reaches beyond an item says the same for each, whichever is first.  In
 * an area something of it must be found, so a rule that reaches beyond that
 * too is another question. */
static void
test_beyond(void **unused)
{
    size_t asked = 0;

    (void)unused;
    for (size_t i = 0; i < rounds(); i++) {
        struct samsyn_assessment *result;
        struct test test;

        levels_begin(&test);
        result = levels_assess(&test, buf_view(&test.text), 0);
        for (size_t k = 0; k < result->item_count; k++) {
            size_t focus = result->items[k].focus;
            bool known = result->focus_count > 1 && focus != SAMSYN_NONE &&
                         !strstr(test.rule.data, "document");

            asked += known;
            if (unit_met(result, IN_DOCUMENT, k) != is_met(result, WHOLE) ||
                (known && unit_met(result, IN_FOCUS, k) !=
                              unit_met(result, BY_FOCUS, focus)))
                fail_msg("round %zu: item %zu differs: %s\nin\n%s", i, k,
                         test.rule.data, test.text.data);
        }
        assessment_free(result);
        levels_end(&test);
    }
    assert_true(asked > rounds() / 4);
}

/* A criterion says the same alone, and with fewer steps no other thing. */
static void
test_alone(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < rounds() / 8; i++) {
        struct samsyn_config config = fixture_config(&mem_default);
        struct samsyn_assessment *result;
        struct samsyn_document *document;
        struct test test;

        levels_begin(&test);
        result = levels_assess(&test, buf_view(&test.text), 0);
        document = levels_read(&test, buf_view(&test.text));
        for (size_t k = 0; k < CRITERIA; k++) {
            samsyn_verdict verdict;

            assert_int_equal(
                assess_one(&verdict, test.checklist, k, document, &config),
                SAMSYN_OK);
            if (verdict != result->criteria[k].verdict)
                fail_msg("round %zu: %zu alone differs: %s\nin\n%s", i, k,
                         test.rule.data, test.text.data);
        }
        document_free(document);
        assessment_free(result);
        levels_end(&test);
    }
}

static void
test_budgets(void **unused)
{
    size_t decided = 0, left = 0;

    (void)unused;
    for (size_t i = 0; i < rounds() / 80; i++) {
        struct samsyn_assessment *result, *cut;
        struct test test;

        levels_begin(&test);
        result = levels_assess(&test, buf_view(&test.text), 0);
        for (uint64_t steps = 1; steps < BUDGETS; steps++) {
            cut = levels_assess(&test, buf_view(&test.text), steps);
            for (size_t k = 0; k < CRITERIA; k++) {
                samsyn_verdict verdict = cut->criteria[k].verdict;

                decided += verdict == result->criteria[k].verdict;
                left += verdict == SAMSYN_VERDICT_NEEDS_REVIEW;
                if (verdict != result->criteria[k].verdict &&
                    verdict != SAMSYN_VERDICT_NEEDS_REVIEW)
                    fail_msg("round %zu: %zu is %s with %d steps, not %s: %s\n"
                             "in\n%s",
                             i, k, samsyn_verdict_name(verdict), (int)steps,
                             samsyn_verdict_name(result->criteria[k].verdict),
                             test.rule.data, test.text.data);
            }
            assessment_free(cut);
        }
        assessment_free(result);
        levels_end(&test);
    }
    assert_true(decided > 0 && left > 0);
}

/* What leads in an item leads in its sentences too, but stands there once. */
static void
test_shared_lead_in(void **unused)
{
    static const struct {
        const char *text;
        samsyn_verdict verdict;
    } texts[] = {
        { "Polisen ska:\n\n- måla med polisen\n", SAMSYN_VERDICT_NOT_MET },
        { "Polisen ska:\n\n- måla med polisen och polisen\n",
          SAMSYN_VERDICT_MET },
    };

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct samsyn_assessment *result;
        struct test test;

        buf_init(&test.rule, &mem_default, BUF_ANY);
        buf_init(&test.text, &mem_default, BUF_ANY);
        buf_text(&test.rule, "{within: sentence, find: polis, times: 3}");
        buf_text(&test.text, texts[i].text);
        levels_load(&test);
        result = levels_assess(&test, buf_view(&test.text), 0);
        assert_int_equal(result->item_count, 1);
        assert_int_equal(result->criteria[BY_ITEM].verdict, texts[i].verdict);
        assessment_free(result);
        levels_end(&test);
    }
}

/* ---- The same text written otherwise ---- */

static void
add_char(struct buf *out, struct str text, size_t *at, size_t how)
{
    static const char *const composed[][2] = { { "å", "a\xcc\x8a" },
                                               { "ä", "a\xcc\x88" },
                                               { "ö", "o\xcc\x88" } };

    for (size_t k = 0; how == 0 && k < 3 && *at + 1 < text.len; k++) {
        if (memcmp(text.ptr + *at, composed[k][0], 2) != 0)
            continue;
        buf_text(out, composed[k][1]);
        *at += 2;
        return;
    }
    if (how == 1 && text.ptr[*at] == '\n')
        buf_char(out, '\r');
    buf_char(out, text.ptr[*at]);
    if (how == 2 && text.ptr[*at] == '\n' && *at > 0 &&
        text.ptr[*at - 1] == '\n')
        buf_text(out, "\n\n");
    ++*at;
}

/* With decomposed letters, other line ends, or more empty lines. */
static void
write_otherwise(struct buf *out, struct str text, size_t how)
{
    size_t at = 0;

    while (at < text.len)
        add_char(out, text, &at, how);
}

static bool
same_items(const struct samsyn_assessment *a, const struct samsyn_assessment *b)
{
    if (a->item_count != b->item_count || a->focus_count != b->focus_count)
        return false;
    for (size_t i = 0; i < a->item_count; i++) {
        const struct samsyn_item *one = &a->items[i], *two = &b->items[i];

        if (one->focus != two->focus || !str_equal(one->actor, two->actor) ||
            !str_equal(one->place.text, two->place.text) ||
            one->hold_count != two->hold_count ||
            (one->hold_count && one->holds[0].holds != two->holds[0].holds) ||
            a->criteria[BY_ITEM].units[i] != b->criteria[BY_ITEM].units[i])
            return false;
    }
    for (size_t i = 0; i < a->focus_count; i++) {
        if (!str_equal(a->focus[i].title, b->focus[i].title))
            return false;
    }
    return true;
}

static void
test_otherwise(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < rounds() / 4; i++) {
        struct samsyn_assessment *result, *other;
        struct test test;
        struct buf text;

        levels_begin(&test);
        buf_init(&text, &mem_default, BUF_ANY);
        write_otherwise(&text, buf_view(&test.text), i % 3);
        result = levels_assess(&test, buf_view(&test.text), 0);
        other = levels_assess(&test, buf_view(&text), 0);
        if (!same_items(result, other))
            fail_msg("round %zu: other items written as %zu:\n%s", i, i % 3,
                     test.text.data);
        for (size_t k = 0; k < CRITERIA; k++)
            assert_int_equal(result->criteria[k].verdict,
                             other->criteria[k].verdict);
        assessment_free(result);
        assessment_free(other);
        buf_done(&text);
        levels_end(&test);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),          cmocka_unit_test(test_beyond),
        cmocka_unit_test(test_shared_lead_in), cmocka_unit_test(test_alone),
        cmocka_unit_test(test_budgets),        cmocka_unit_test(test_otherwise),
    };

    return cmocka_run_group_tests_name("levels", tests, NULL, NULL);
}
