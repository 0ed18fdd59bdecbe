/* SPDX-License-Identifier: MIT */

/* What an assessment keeps of its documents' words, and what can be gained,
 * through the public functions: the text block by block with the evidence in
 * it, the text left out, every word left out, and the order of gains. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/api.h"
#include "assess/assessment.h"
#include "base/mem.h"
#include "support/whole.h"
#include "support/world.h"

static samsyn_assessment *
assessed(const struct world *world, int text, int quotes)
{
    const samsyn_document *set[] = { world->document, world->document };
    samsyn_assessment *assessment = NULL;

    assert_int_equal(samsyn_config_set_text(world->config, text), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_quotes(world->config, quotes),
                     SAMSYN_OK);
    assert_int_equal(samsyn_assess_set(&assessment, world->checklist, set, 2,
                                       world->config, NULL),
                     SAMSYN_OK);
    assert_int_equal(samsyn_config_set_text(world->config, 1), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_quotes(world->config, 1), SAMSYN_OK);
    return assessment;
}

static void
test_refusals(void **state)
{
    const struct world *world = *state;

    assert_int_equal(samsyn_config_set_text(NULL, 1), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_text(world->config, 2),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_text(world->config, -1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_quotes(NULL, 1), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_quotes(world->config, 2),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_set_quotes(world->config, -1),
                     SAMSYN_E_ARGUMENT);
}

/* Shown as it was given, and only of what is assessed after that. */
static void
test_given(void **state)
{
    static const struct {
        const char *given, *shown;
    } rows[] = { { "./a b.yaml", "./a b.yaml" }, { "", "" }, { NULL, "" } };
    const struct world *world = *state;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        samsyn_assessment *assessment;

        assert_int_equal(samsyn_config_set_given(world->config, rows[i].given),
                         SAMSYN_OK);
        assessment = assessed(world, 0, 1);
        assert_string_equal(samsyn_assessment_text(
                                assessment, SAMSYN_ASSESSMENT_CHECKLIST_GIVEN),
                            rows[i].shown);
        samsyn_assessment_free(assessment);
    }
}

static void
test_nothing(void **state)
{
    size_t number = 7;

    (void)state;
    assert_int_equal(samsyn_assessment_block_count(NULL), 0);
    assert_null(samsyn_assessment_block_at(NULL, 0));
    assert_int_equal(samsyn_text_block_kind(NULL), 0);
    assert_int_equal(samsyn_text_block_level(NULL), 0);
    assert_int_equal(samsyn_text_block_flags(NULL), 0);
    assert_string_equal(samsyn_text_block_text(NULL, &number), "");
    assert_int_equal(number, 0);
    assert_true(samsyn_text_block_stretch(NULL).start == SAMSYN_NONE);
    assert_int_equal(samsyn_text_block_document(NULL), 0);
    assert_true(samsyn_text_block_table(NULL, &number) == SAMSYN_NONE);
    assert_true(number == SAMSYN_NONE);
    assert_true(samsyn_evidence_stretch(NULL).end == SAMSYN_NONE);
    assert_int_equal(samsyn_assessment_has_quotes(NULL), 0);
    assert_int_equal(samsyn_criterion_gain(NULL), 0);
    assert_int_equal(samsyn_assessment_gain_count(NULL), 0);
    assert_null(samsyn_assessment_gain_at(NULL, 0));
}

/* The blocks of both documents, one behind the other, are their texts. */
static void
test_blocks(void **state)
{
    const struct world *world = *state;
    samsyn_assessment *assessment = assessed(world, 1, 1);
    size_t count = samsyn_assessment_block_count(assessment), length, size;
    const char *text = samsyn_document_text(world->document, &length);
    size_t at = 0, document = 1;

    assert_true(count > 0 && samsyn_assessment_has_quotes(assessment));
    for (size_t i = 0; i < count; i++) {
        const samsyn_text_block *block =
            samsyn_assessment_block_at(assessment, i);
        samsyn_stretch stretch = samsyn_text_block_stretch(block);
        const char *words = samsyn_text_block_text(block, &size);

        if (samsyn_text_block_document(block) != document) {
            assert_int_equal(samsyn_text_block_document(block), ++document);
            at = length + 1;
        }
        assert_true(stretch.start >= at && stretch.end - stretch.start == size);
        assert_memory_equal(
            words, text + stretch.start - (document == 2 ? length + 1 : 0),
            size);
        assert_in_range(samsyn_text_block_kind(block), SAMSYN_BLOCK_HEADING,
                        SAMSYN_BLOCK_HEADER_CELL);
        at = stretch.end;
    }
    assert_int_equal(document, 2);
    assert_null(samsyn_assessment_block_at(assessment, count));
    samsyn_assessment_free(assessment);
}

/* Where a stretch begins and ends, the blocks have its words. */
static void
test_stretches(void **state)
{
    samsyn_assessment *assessment = assessed(*state, 1, 1);
    size_t found = 0;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_evidence *evidence = samsyn_criterion_evidence_at(
            samsyn_assessment_criterion_at(assessment, i),
            SAMSYN_EVIDENCE_COUNTED, 0);
        samsyn_stretch stretch = samsyn_evidence_stretch(evidence);

        for (size_t k = 0; k < samsyn_assessment_block_count(assessment); k++) {
            const samsyn_text_block *block =
                samsyn_assessment_block_at(assessment, k);
            samsyn_stretch whole = samsyn_text_block_stretch(block);

            if (!evidence || stretch.start < whole.start ||
                stretch.end > whole.end)
                continue;
            assert_memory_equal(samsyn_text_block_text(block, NULL) +
                                    (stretch.start - whole.start),
                                samsyn_evidence_text(evidence),
                                stretch.end - stretch.start);
            assert_int_equal(samsyn_text_block_document(block),
                             samsyn_evidence_document(evidence));
            found++;
        }
    }
    assert_true(found > 0);
    samsyn_assessment_free(assessment);
}

static struct text
json_of(const samsyn_assessment *assessment)
{
    struct text json = { 0 };

    assert_int_equal(
        samsyn_report_write(assessment, "json", 4, whole_write, &json),
        SAMSYN_OK);
    return json;
}

/* Without the text everything else is the same. */
static void
test_without_text(void **state)
{
    samsyn_assessment *kept = assessed(*state, 1, 1);
    samsyn_assessment *left = assessed(*state, 0, 1);
    struct text first = json_of(kept), second = json_of(left);

    assert_int_equal(samsyn_assessment_block_count(left), 0);
    assert_null(samsyn_assessment_block_at(left, 0));
    assert_string_equal(first.bytes, second.bytes);
    free(first.bytes);
    free(second.bytes);
    samsyn_assessment_free(kept);
    samsyn_assessment_free(left);
}

static void
assert_bare(const samsyn_evidence *evidence)
{
    assert_string_equal(samsyn_evidence_quote(evidence), "");
    assert_string_equal(samsyn_evidence_text(evidence), "");
    assert_int_equal(samsyn_evidence_path_count(evidence), 0);
}

/* Without quotes no word is left, and verdicts, points and places are. */
static void
test_without_quotes(void **state)
{
    samsyn_assessment *kept = assessed(*state, 1, 1);
    samsyn_assessment *left = assessed(*state, 1, 0);
    size_t count = samsyn_assessment_criterion_count(kept);

    assert_int_equal(samsyn_assessment_has_quotes(left), 0);
    assert_int_equal(samsyn_assessment_block_count(left), 0);
    assert_int_equal(samsyn_assessment_score(kept).earned,
                     samsyn_assessment_score(left).earned);
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *full = samsyn_assessment_criterion_at(kept, i);
        const samsyn_criterion *bare = samsyn_assessment_criterion_at(left, i);

        assert_int_equal(samsyn_criterion_verdict(full),
                         samsyn_criterion_verdict(bare));
        assert_int_equal(samsyn_criterion_trace_count(bare), 0);
        for (int kind = 1; kind <= 3; kind++) {
            size_t stretches = samsyn_criterion_evidence_count(
                full, (samsyn_evidence_kind)kind);

            assert_int_equal(stretches, samsyn_criterion_evidence_count(
                                            bare, (samsyn_evidence_kind)kind));
            for (size_t k = 0; k < stretches; k++) {
                const samsyn_evidence *evidence = samsyn_criterion_evidence_at(
                    bare, (samsyn_evidence_kind)kind, k);

                assert_bare(evidence);
                assert_int_equal(samsyn_evidence_span(evidence).start,
                                 samsyn_evidence_span(
                                     samsyn_criterion_evidence_at(
                                         full, (samsyn_evidence_kind)kind, k))
                                     .start);
            }
        }
    }
    samsyn_assessment_free(kept);
    samsyn_assessment_free(left);
}

/* What was earned and all that can be gained are what is possible; the list
 * falls, and holds what an author can do. */
static void
test_gains(void **state)
{
    const struct world *world = *state;
    const samsyn_assessment *assessment = world->assessment;
    samsyn_score score = samsyn_assessment_score(assessment);
    size_t count = samsyn_assessment_gain_count(assessment);
    int64_t sum = score.earned, before = INT64_MAX;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++)
        sum += samsyn_criterion_gain(
            samsyn_assessment_criterion_at(assessment, i));
    assert_int_equal(sum, score.possible);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_gain_at(assessment, i);

        assert_in_range(samsyn_criterion_gain(criterion), 1, before);
        before = samsyn_criterion_gain(criterion);
        assert_int_not_equal(samsyn_criterion_verdict(criterion),
                             SAMSYN_VERDICT_NEEDS_REVIEW);
    }
    assert_null(samsyn_assessment_gain_at(assessment, count));
}

/* Those that are least certain first, of them musts first, each once; none
 * that a person has to answer. */
static void
check_order(const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_check_count(assessment), wanted = 0;
    int before = SAMSYN_DOUBTFUL;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_criterion *one =
            samsyn_assessment_criterion_at(assessment, i);

        wanted += samsyn_criterion_certainty(one) >= SAMSYN_LIKELY &&
                  samsyn_criterion_verdict(one) != SAMSYN_VERDICT_NEEDS_REVIEW;
    }
    assert_int_equal(count, wanted);
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *one = samsyn_assessment_check_at(assessment, i);

        assert_in_range(samsyn_criterion_certainty(one), SAMSYN_LIKELY, before);
        before = samsyn_criterion_certainty(one);
        for (size_t k = 0; k < i; k++)
            assert_ptr_not_equal(samsyn_assessment_check_at(assessment, k),
                                 one);
    }
    assert_null(samsyn_assessment_check_at(assessment, count));
}

static const struct {
    int certainty;
    samsyn_verdict verdict;
    const char *weight;
    size_t place; /* in the list; SAMSYN_NONE for none */
} checks[] = {
    { SAMSYN_LIKELY, SAMSYN_VERDICT_MET, "nice", 6 },
    { SAMSYN_LIKELY, SAMSYN_VERDICT_MET, "must", 4 },
    { SAMSYN_CERTAIN, SAMSYN_VERDICT_NOT_MET, "must", SAMSYN_NONE },
    { SAMSYN_DOUBTFUL, SAMSYN_VERDICT_MET, "should", 2 },
    { SAMSYN_DOUBTFUL, SAMSYN_VERDICT_NEEDS_REVIEW, "must", SAMSYN_NONE },
    { SAMSYN_DOUBTFUL, SAMSYN_VERDICT_NOT_MET, "nice", 3 },
    { SAMSYN_DOUBTFUL, SAMSYN_VERDICT_PARTLY, "must", 0 },
    { 0, SAMSYN_VERDICT_MET, "must", SAMSYN_NONE },
    { SAMSYN_DOUBTFUL, SAMSYN_VERDICT_REFERRED, "must", 1 },
    { SAMSYN_LIKELY, SAMSYN_VERDICT_PARTLY, "should", 5 },
};

static void
test_checks(void **state)
{
    const struct world *world = *state;
    struct samsyn_criterion criteria[ARRAY_LEN(checks)];
    struct samsyn_assessment made = { .criteria = criteria,
                                      .criterion_count = ARRAY_LEN(checks) };

    arena_init(&made.arena, &mem_default);
    memset(criteria, 0, sizeof criteria);
    for (size_t i = 0; i < ARRAY_LEN(checks); i++) {
        criteria[i].certainty = (samsyn_certainty)checks[i].certainty;
        criteria[i].verdict = checks[i].verdict;
        criteria[i].texts[SAMSYN_CRITERION_WEIGHT] = str_of(checks[i].weight);
    }
    assert_true(api_check_order(&made));
    for (size_t i = 0; i < ARRAY_LEN(checks); i++) {
        if (checks[i].place != SAMSYN_NONE)
            assert_ptr_equal(samsyn_assessment_check_at(&made, checks[i].place),
                             &criteria[i]);
    }
    check_order(&made);
    arena_done(&made.arena);
    check_order(world->assessment);
    assert_int_equal(samsyn_assessment_check_count(NULL), 0);
    assert_null(samsyn_assessment_check_at(NULL, 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_given),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_stretches),
        cmocka_unit_test(test_without_text),
        cmocka_unit_test(test_without_quotes),
        cmocka_unit_test(test_gains),
        cmocka_unit_test(test_checks),
    };

    return cmocka_run_group_tests_name("api_text", tests, world_set_up,
                                       world_tear_down);
}
