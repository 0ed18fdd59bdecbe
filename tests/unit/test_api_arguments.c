/* SPDX-License-Identifier: MIT */
/* The public functions at their border, second part: arguments that are not
 * allowed, subjects that are NULL, indexes past the end.  What the rooms
 * behind do is tested with them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/world.h"

/* ---- Arguments that are not allowed ---- */

static int
write_nothing(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 0;
}

static int
write_no_more(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 1;
}

static void
test_checklist_arguments(void **state)
{
    const struct world *world = *state;
    samsyn_checklist *checklist = NULL;
    size_t examples = 99;

    assert_int_equal(
        samsyn_checklist_load(NULL, "a", 1, NULL, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_checklist_load(&checklist, NULL, 1, NULL, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_checklist_load(&checklist, NULL, 0, NULL, world->config, NULL),
        SAMSYN_E_SYNTAX);
    assert_int_equal(
        samsyn_checklist_load_named(NULL, "english", 7, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_checklist_load_named(&checklist, NULL, 0, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_checklist_load_named(&checklist, "english", 7, NULL, NULL),
        SAMSYN_E_UNRESOLVED);
    assert_null(checklist);
    assert_int_equal(
        samsyn_checklist_test(NULL, &examples, world->config, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(examples, 99);
    assert_int_equal(samsyn_checklist_lint(NULL, world->config, NULL),
                     SAMSYN_E_ARGUMENT);
    samsyn_checklist_free(NULL);
    samsyn_language_free(NULL);
}

static void
test_checklist_test_and_lint(void **state)
{
    const struct world *world = *state;
    samsyn_diagnostics *said = NULL;
    size_t examples = 0;

    assert_int_equal(samsyn_checklist_test(world->checklist, &examples,
                                           world->config, &said),
                     SAMSYN_OK);
    assert_true(examples > 0);
    assert_int_equal(samsyn_diagnostics_count(said), 0);
    samsyn_diagnostics_free(said);
    assert_int_equal(
        samsyn_checklist_test(world->checklist, NULL, world->config, NULL),
        SAMSYN_OK);
    assert_int_equal(
        samsyn_checklist_lint(world->checklist, world->config, NULL),
        SAMSYN_OK);
}

static void
test_schema_arguments(void **state)
{
    (void)state;
    assert_int_equal(samsyn_schema_write(SAMSYN_RESOURCE_MODEL, SAMSYN_LANG_SV,
                                         write_nothing, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_schema_write(SAMSYN_RESOURCE_CHECKLIST,
                                         (samsyn_lang)0, write_nothing, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_schema_write(SAMSYN_RESOURCE_CHECKLIST,
                                         SAMSYN_LANG_SV, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_schema_write(SAMSYN_RESOURCE_CHECKLIST,
                                         SAMSYN_LANG_SV, write_no_more, NULL),
                     SAMSYN_E_STOPPED);
    assert_int_equal(samsyn_schema_write(SAMSYN_RESOURCE_LANGUAGE,
                                         SAMSYN_LANG_EN, write_nothing, NULL),
                     SAMSYN_OK);
}

static void
test_document_arguments(void **state)
{
    const struct world *world = *state;
    const samsyn_language *language =
        samsyn_checklist_language(world->checklist);
    samsyn_document *made = NULL;

    assert_int_equal(samsyn_document_read(NULL, "a", 1, NULL,
                                          SAMSYN_FORMAT_AUTO, language, NULL,
                                          NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_document_read(&made, NULL, 1, NULL,
                                          SAMSYN_FORMAT_AUTO, language, NULL,
                                          NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_document_read(&made, "a", 1, NULL,
                                          SAMSYN_FORMAT_AUTO, NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_document_read(&made, "a", 1, NULL, (samsyn_format)3,
                                          language, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_document_read(&made, "a", 1, NULL,
                                          (samsyn_format)-1, language, NULL,
                                          NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_document_read(&made, NULL, 0, NULL,
                                          SAMSYN_FORMAT_AUTO, language, NULL,
                                          NULL),
                     SAMSYN_E_EMPTY);
    assert_null(made);
    samsyn_document_free(NULL);
}

static void
test_builder_arguments(void **state)
{
    const struct world *world = *state;
    const samsyn_language *language =
        samsyn_checklist_language(world->checklist);
    samsyn_builder *builder = NULL;
    samsyn_document *made = NULL;
    size_t length = 0;

    assert_int_equal(samsyn_builder_new(NULL, NULL, NULL, 0, language, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_new(&builder, NULL, NULL, 1, language, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_new(&builder, NULL, NULL, 0, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_new(&builder, NULL, "\xE5", 1, language, NULL),
        SAMSYN_E_NOT_TEXT);
    assert_null(builder);
    assert_int_equal(
        samsyn_builder_new(&builder, NULL, NULL, 0, language, NULL), SAMSYN_OK);
    assert_int_equal(
        samsyn_builder_open(NULL, SAMSYN_BLOCK_PARAGRAPH, 0, 0, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 16, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0,
                                         "p\xE5 sida 2"),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_open(builder, (samsyn_block)8, 0, 0, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_open(builder, (samsyn_block)0, 0, 0, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_text(builder, "a", 1, SAMSYN_NONE, SAMSYN_NONE),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_close(builder), SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0, "sida 2"),
        SAMSYN_OK);
    assert_int_equal(samsyn_builder_text(NULL, "a", 1, 0, 0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_text(builder, NULL, 1, 0, 0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_text(builder, "\xE5", 1, SAMSYN_NONE, SAMSYN_NONE),
        SAMSYN_E_NOT_TEXT);
    assert_int_equal(samsyn_builder_text(builder, "Good text.", 10, SAMSYN_NONE,
                                         SAMSYN_NONE),
                     SAMSYN_OK);
    assert_int_equal(samsyn_builder_finish(&made, builder), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_close(NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_close(builder), SAMSYN_OK);
    assert_int_equal(samsyn_builder_finish(NULL, builder), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_finish(&made, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_finish(&made, builder), SAMSYN_OK);
    assert_string_equal(samsyn_document_text(made, &length), "Good text.");
    assert_int_equal(length, 10);
    assert_string_equal(samsyn_document_text(made, NULL), "Good text.");
    samsyn_document_free(made);
    samsyn_builder_free(builder);
    samsyn_builder_free(NULL);
}

/* Blocks without words, also as the very first, are no document. */
static void
test_builder_without_words(void **state)
{
    const struct world *world = *state;
    const samsyn_language *language =
        samsyn_checklist_language(world->checklist);

    for (size_t blocks = 0; blocks < 3; blocks++) {
        samsyn_builder *builder = NULL;
        samsyn_document *made = NULL;

        assert_int_equal(
            samsyn_builder_new(&builder, "x", NULL, 0, language, NULL),
            SAMSYN_OK);
        for (size_t i = 0; i < blocks; i++) {
            assert_int_equal(samsyn_builder_open(
                                 builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0, NULL),
                             SAMSYN_OK);
            assert_int_equal(samsyn_builder_text(builder, " \t", i, SAMSYN_NONE,
                                                 SAMSYN_NONE),
                             SAMSYN_OK);
            assert_int_equal(samsyn_builder_close(builder), SAMSYN_OK);
        }
        assert_int_equal(samsyn_builder_finish(&made, builder), SAMSYN_E_EMPTY);
        assert_null(made);
        samsyn_builder_free(builder);
    }
}

static void
test_assess_arguments(void **state)
{
    const struct world *world = *state;
    const samsyn_checklist *one[] = { world->checklist, NULL };
    samsyn_recognition *why = NULL;
    samsyn_assessment *result = NULL;

    assert_int_equal(samsyn_recognise(NULL, one, 1, world->document, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_recognise(&why, NULL, 1, world->document, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_recognise(&why, one, 0, world->document, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_recognise(&why, one, 2, world->document, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_recognise(&why, one, 1, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_null(why);
    assert_int_equal(
        samsyn_recognise(&why, one, 1, world->document, world->config),
        SAMSYN_OK);
    assert_int_equal(samsyn_recognition_index(why), 0);
    assert_string_equal(samsyn_recognition_kind(why),
                        "a partnership agreement");
    assert_true(strlen(samsyn_recognition_reason(why)) > 0);
    samsyn_recognition_free(why);
    assert_int_equal(
        samsyn_assess(NULL, world->checklist, world->document, NULL, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_assess(&result, NULL, world->document, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_assess(&result, world->checklist, NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_null(result);
    samsyn_assessment_free(NULL);
    samsyn_recognition_free(NULL);
}

static void
test_report_arguments(void **state)
{
    const struct world *world = *state;
    const samsyn_assessment *result = world->assessment;
    const char *id = samsyn_checklist_criterion_id(world->checklist, 0);

    assert_int_equal(samsyn_report_write(NULL, "text", 4, write_nothing, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_report_write(result, NULL, 4, write_nothing, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_write(result, "text", 3, write_nothing, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_write(result, "docx", 4, write_nothing, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_report_write(result, "text", 4, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_write(result, "json", 4, write_no_more, NULL),
        SAMSYN_E_STOPPED);
    assert_int_equal(
        samsyn_report_explain(NULL, id, strlen(id), write_nothing, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_explain(result, NULL, 3, write_nothing, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_explain(result, "nope", 4, write_nothing, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_report_explain(result, "", 0, write_nothing, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_report_explain(result, id, strlen(id), NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_report_explain(result, id, strlen(id), write_nothing, NULL),
        SAMSYN_OK);
}

/* ---- Subjects that are NULL, indexes past the end ---- */

static void
assert_no_span(samsyn_span span)
{
    assert_true(span.start == SAMSYN_NONE && span.end == SAMSYN_NONE &&
                span.line == 0 && span.column == 0);
}

static void
test_null_objects(void **state)
{
    size_t length = 9;

    (void)state;
    assert_string_equal(samsyn_language_id(NULL), "");
    assert_string_equal(samsyn_checklist_id(NULL), "");
    assert_string_equal(samsyn_checklist_version(NULL), "");
    assert_string_equal(samsyn_checklist_title(NULL, SAMSYN_LANG_SV), "");
    assert_null(samsyn_checklist_language(NULL));
    assert_int_equal(samsyn_checklist_criterion_count(NULL), 0);
    assert_null(samsyn_checklist_criterion_id(NULL, 0));
    assert_int_equal(samsyn_checklist_parent_count(NULL), 0);
    assert_null(samsyn_checklist_parent_text(NULL, 0, SAMSYN_PARENT_ID));
    assert_int_equal(samsyn_checklist_change_count(NULL), 0);
    assert_null(samsyn_checklist_change_at(NULL, 0));
    for (int which = SAMSYN_CHANGE_KIND; which <= SAMSYN_CHANGE_BY; which++)
        assert_string_equal(
            samsyn_change_text(NULL, (samsyn_change_text_id)which), "");
    assert_null(samsyn_change_text(NULL, (samsyn_change_text_id)0));
    assert_string_equal(samsyn_document_text(NULL, &length), "");
    assert_int_equal(length, 0);
    assert_true(samsyn_recognition_index(NULL) == SAMSYN_NONE);
    assert_string_equal(samsyn_recognition_kind(NULL), "");
    assert_string_equal(samsyn_recognition_reason(NULL), "");
    samsyn_text_free(NULL, NULL);
}

static void
test_null_assessment(void **state)
{
    const char *code = "x";
    samsyn_span span = { 1, 2, 3, 4 };
    samsyn_score score = samsyn_assessment_score(NULL);
    samsyn_points points = samsyn_assessment_area_points(NULL, 0);

    (void)state;
    for (int which = SAMSYN_ASSESSMENT_CHECKLIST_ID;
         which <= SAMSYN_ASSESSMENT_CHECKLIST_GIVEN; which++)
        assert_string_equal(
            samsyn_assessment_text(NULL, (samsyn_assessment_text_id)which), "");
    assert_null(samsyn_assessment_text(NULL, (samsyn_assessment_text_id)0));
    assert_null(samsyn_assessment_text(NULL, (samsyn_assessment_text_id)17));
    assert_true(score.possible == 0 && score.percent == -1);
    assert_null(samsyn_assessment_answers_at(NULL, 0, NULL));
    assert_int_equal(samsyn_assessment_is_below(NULL, 50), 0);
    assert_int_equal(samsyn_assessment_parent_count(NULL), 0);
    assert_null(samsyn_assessment_parent_text(NULL, 0, SAMSYN_PARENT_ID));
    assert_int_equal(samsyn_assessment_change_count(NULL), 0);
    assert_null(samsyn_assessment_change_at(NULL, 0));
    assert_int_equal(samsyn_criterion_change_count(NULL), 0);
    assert_null(samsyn_criterion_change_at(NULL, 0));
    assert_int_equal(samsyn_assessment_area_count(NULL), 0);
    assert_null(samsyn_assessment_area_id(NULL, 0));
    assert_null(samsyn_assessment_area_title(NULL, 0));
    assert_true(points.earned == 0 && points.possible == 0);
    assert_int_equal(samsyn_assessment_criterion_count(NULL), 0);
    assert_null(samsyn_assessment_criterion_at(NULL, 0));
    assert_null(samsyn_assessment_criterion_find(NULL, "a", 1));
    assert_int_equal(samsyn_assessment_notice_count(NULL), 0);
    assert_null(samsyn_assessment_notice_at(NULL, 0, &code, &span));
    assert_null(code);
    assert_no_span(span);
    assert_null(samsyn_assessment_notice_at(NULL, 0, NULL, NULL));
}

static void
test_null_criterion(void **state)
{
    samsyn_points points = samsyn_criterion_points(NULL);
    size_t depth = 7;
    int held = 7;

    (void)state;
    for (int which = SAMSYN_CRITERION_ID; which <= SAMSYN_CRITERION_REASON;
         which++)
        assert_string_equal(
            samsyn_criterion_text(NULL, (samsyn_criterion_text_id)which), "");
    assert_null(samsyn_criterion_text(NULL, (samsyn_criterion_text_id)0));
    assert_null(samsyn_criterion_text(NULL, (samsyn_criterion_text_id)13));
    assert_int_equal(samsyn_criterion_verdict(NULL), 0);
    assert_true(points.earned == 0 && points.possible == 0);
    assert_int_equal(
        samsyn_criterion_evidence_count(NULL, SAMSYN_EVIDENCE_COUNTED), 0);
    assert_null(samsyn_criterion_evidence_at(NULL, SAMSYN_EVIDENCE_COUNTED, 0));
    assert_int_equal(samsyn_criterion_trace_count(NULL), 0);
    assert_null(samsyn_criterion_trace_at(NULL, 0, &depth, &held));
    assert_true(depth == 0 && held == 0);
    assert_null(samsyn_criterion_trace_at(NULL, 0, NULL, NULL));
    assert_no_span(samsyn_evidence_span(NULL));
    assert_string_equal(samsyn_evidence_quote(NULL), "");
    assert_string_equal(samsyn_evidence_text(NULL), "");
    assert_string_equal(samsyn_evidence_rule(NULL), "");
    assert_string_equal(samsyn_evidence_note(NULL), "");
    assert_string_equal(samsyn_evidence_reason(NULL), "");
    assert_string_equal(samsyn_evidence_place(NULL), "");
    assert_int_equal(samsyn_evidence_path_count(NULL), 0);
    assert_null(samsyn_evidence_path_at(NULL, 0));
}

static void
check_evidence(const samsyn_criterion *criterion, samsyn_evidence_kind kind)
{
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    assert_null(samsyn_criterion_evidence_at(criterion, kind, count));
    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);
        size_t path = samsyn_evidence_path_count(evidence);

        assert_non_null(evidence);
        assert_null(samsyn_evidence_path_at(evidence, path));
        for (size_t k = 0; k < path; k++)
            assert_non_null(samsyn_evidence_path_at(evidence, k));
    }
}

static void
check_criterion(const samsyn_criterion *criterion)
{
    size_t lines = samsyn_criterion_trace_count(criterion);
    size_t depth;
    int held;

    for (int kind = 0; kind <= 4; kind++)
        check_evidence(criterion, (samsyn_evidence_kind)kind);
    assert_int_equal(
        samsyn_criterion_evidence_count(criterion, (samsyn_evidence_kind)0), 0);
    assert_int_equal(
        samsyn_criterion_evidence_count(criterion, (samsyn_evidence_kind)4), 0);
    assert_null(samsyn_criterion_trace_at(criterion, lines, &depth, &held));
    for (size_t i = 0; i < lines; i++) {
        assert_non_null(samsyn_criterion_trace_at(criterion, i, &depth, &held));
        assert_in_range(held + 1, 0, 2);
    }
    assert_non_null(samsyn_verdict_name(samsyn_criterion_verdict(criterion)));
}

/* What an assessment holds, and one past each end of it. */
static void
test_walk(void **state)
{
    const struct world *world = *state;
    const samsyn_assessment *result = world->assessment;
    size_t areas = samsyn_assessment_area_count(result);
    size_t count = samsyn_assessment_criterion_count(result);
    samsyn_score score = samsyn_assessment_score(result);
    samsyn_points by_area = { 0, 0 }, by_criterion = { 0, 0 };

    assert_int_equal(count, samsyn_checklist_criterion_count(world->checklist));
    assert_null(samsyn_checklist_criterion_id(world->checklist, count));
    assert_null(samsyn_assessment_criterion_at(result, count));
    assert_null(samsyn_assessment_area_id(result, areas));
    assert_null(samsyn_assessment_area_title(result, areas));
    assert_int_equal(samsyn_assessment_area_points(result, areas).possible, 0);
    for (size_t i = 0; i < areas; i++) {
        samsyn_points points = samsyn_assessment_area_points(result, i);

        by_area.earned += points.earned;
        by_area.possible += points.possible;
        assert_true(strlen(samsyn_assessment_area_id(result, i)) > 0);
        assert_true(strlen(samsyn_assessment_area_title(result, i)) > 0);
    }
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *one = samsyn_assessment_criterion_at(result, i);
        samsyn_points points = samsyn_criterion_points(one);
        const char *id = samsyn_criterion_text(one, SAMSYN_CRITERION_ID);
        const char *code = samsyn_criterion_text(one, SAMSYN_CRITERION_CODE);

        by_criterion.earned += points.earned;
        by_criterion.possible += points.possible;
        check_criterion(one);
        assert_string_equal(id,
                            samsyn_checklist_criterion_id(world->checklist, i));
        assert_ptr_equal(
            samsyn_assessment_criterion_find(result, id, strlen(id)), one);
        if (*code)
            assert_ptr_equal(
                samsyn_assessment_criterion_find(result, code, strlen(code)),
                one);
    }
    assert_null(samsyn_assessment_criterion_find(result, NULL, 4));
    assert_null(samsyn_assessment_criterion_find(result, "", 0));
    assert_true(by_area.earned == score.earned &&
                by_area.possible == score.possible);
    assert_true(by_criterion.earned == score.earned &&
                by_criterion.possible == score.possible);
    assert_int_equal(samsyn_assessment_is_below(result, 0), 0);
    assert_int_equal(samsyn_assessment_is_below(result, 101), 1);
}

static void
test_titles(void **state)
{
    const struct world *world = *state;
    assert_string_equal(samsyn_checklist_id(world->checklist), "english");
    assert_string_equal(samsyn_checklist_version(world->checklist), "0.1");
    assert_string_equal(
        samsyn_checklist_title(world->checklist, SAMSYN_LANG_EN),
        "English partnership agreement");
    assert_string_equal(
        samsyn_checklist_title(world->checklist, SAMSYN_LANG_SV),
        "Engelsk överenskommelse");
    assert_string_equal(
        samsyn_checklist_title(world->checklist, (samsyn_lang)7),
        "Engelsk överenskommelse");
    assert_string_equal(
        samsyn_assessment_text(world->assessment, SAMSYN_ASSESSMENT_LANG),
        "en");
    assert_string_equal(
        samsyn_assessment_text(world->assessment, SAMSYN_ASSESSMENT_DATE), "");
}

static int
stop_at_once(void *user)
{
    (void)user;
    return 1;
}

static void
test_stop(void **state)
{
    const struct world *world = *state;
    samsyn_assessment *result = NULL;
    struct world_source source = { .piece = 1000 };
    samsyn_config *config = world_config(&source, NULL);

    assert_int_equal(samsyn_config_set_stop(config, stop_at_once, NULL),
                     SAMSYN_OK);
    assert_int_equal(
        samsyn_assess(&result, world->checklist, world->document, config, NULL),
        SAMSYN_E_STOPPED);
    assert_null(result);
    samsyn_config_free(config);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_checklist_arguments),
        cmocka_unit_test(test_checklist_test_and_lint),
        cmocka_unit_test(test_schema_arguments),
        cmocka_unit_test(test_document_arguments),
        cmocka_unit_test(test_builder_arguments),
        cmocka_unit_test(test_builder_without_words),
        cmocka_unit_test(test_assess_arguments),
        cmocka_unit_test(test_report_arguments),
        cmocka_unit_test(test_null_objects),
        cmocka_unit_test(test_null_assessment),
        cmocka_unit_test(test_null_criterion),
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_stop),
    };

    return cmocka_run_group_tests_name("api arguments", tests, world_set_up,
                                       world_tear_down);
}
