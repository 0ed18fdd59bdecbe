/* SPDX-License-Identifier: MIT */

/* Answers: what becomes of a criterion, what the second score is, what is
 * refused or not used, and where that is said.  Every row is tried with each
 * allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/support/answered.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"
#include "tests/support/whole.h"

#define OTHER                                                                  \
    "sha256:0000000000000000000000000000000000000000000000000000000000000000"
#define ENTRY(digest, more)                                                    \
    "  - {name: a.md, digest: '" digest "', checklist: prov" more "\n"
#define FILE_OF(more)                                                          \
    "by: Kim Ahl\ndate: 2026-03-01\ndocuments:\n" ENTRY(ANSWERED_DIGEST, more)
#define ANSWERS(more) FILE_OF(",\n     answers: {" more "}}")
#define WAIVERS(more) FILE_OF(",\n     waivers: {" more "}}")
#define WAIVER(id, until, effect)                                              \
    id ": {reason: Skäl, approved_by: Bo Ek, until: " until                    \
       ", counts_as: " effect "}"
#define TODAY 2026, 11, 22

/* What the criteria count as with answers, a letter each: 'x' met, '~' partly,
 * '.' not met, '?' open, '-' not applicable; without any "x..??", which gives
 * 3 of 3 + 2 + 3 + 3 + 1 points. */
static const struct row {
    const char *name, *text;
    const char *counted;
    int64_t earned, possible;
    size_t answers, waivers;
    const char *said; /* codes and lines of diagnostics, "" for none */
    int year, month, day;
} rows[] = {
    { "nothing is answered", ANSWERS("k4: {verdict: open}"), "x..??", 3000,
      12000, 0, 0, "", 0, 0, 0 },
    { "an open question, by its code",
      ANSWERS("k4: {verdict: met, reason: Se bilagan.}"), "x..x?", 6000, 12000,
      1, 0, "", 0, 0, 0 },
    { "two, by their ids",
      ANSWERS("fyra: {verdict: partly, reason: a}, fem: {verdict: "
              "not_applicable, reason: b}"),
      "x..~-", 4500, 11000, 2, 0, "", 0, 0, 0 },
    { "what is decided", ANSWERS("k2: {verdict: met, reason: a}"), "x..??",
      3000, 12000, 0, 0, "answer-not-open:5 ", 0, 0, 0 },
    { "what is decided, and overruled",
      ANSWERS("k2: {verdict: met, reason: a, overrules: not_met}"), "xx.??",
      5000, 12000, 1, 0, "", 0, 0, 0 },
    { "an answer that overrules another verdict",
      ANSWERS("k1: {verdict: not_met, reason: a, overrules: partly}"), "x..??",
      3000, 12000, 0, 0, "answer-overrules-other:5 ", 0, 0, 0 },
    { "a lower verdict than the machine's",
      ANSWERS("k1: {verdict: not_met, reason: a, overrules: met}"), "...??", 0,
      12000, 1, 0, "", 0, 0, 0 },
    { "no such criterion", ANSWERS("k9: {verdict: met, reason: a}"), "x..??",
      3000, 12000, 0, 0, "answer-unknown-criterion:5 ", 0, 0, 0 },
    { "twice, by id and code",
      ANSWERS("k4: {verdict: met, reason: a}, fyra: {verdict: partly, reason: "
              "b}"),
      "x..x?", 6000, 12000, 1, 0, "answer-twice:5 ", 0, 0, 0 },
    { "open is no answer, so the other counts",
      ANSWERS("k4: {verdict: open}, fyra: {verdict: met, reason: b}"), "x..x?",
      6000, 12000, 1, 0, "", 0, 0, 0 },
    { "a waiver that takes out",
      WAIVERS(WAIVER("k2", "2026-11-22", "not_applicable")), "x-.??", 3000,
      10000, 0, 1, "", TODAY },
    { "a waiver that counts as met", WAIVERS(WAIVER("k2", "2027-01-01", "met")),
      "xx.??", 5000, 12000, 0, 1, "", TODAY },
    { "a waiver without effect",
      WAIVERS(WAIVER("k2", "2027-01-01", "unchanged")), "x..??", 3000, 12000, 0,
      1, "", TODAY },
    { "a waiver that expired", WAIVERS(WAIVER("k2", "2026-11-21", "met")),
      "x..??", 3000, 12000, 0, 0, "waiver-expired:5 ", TODAY },
    { "a waiver and no day", WAIVERS(WAIVER("k2", "2027-01-01", "met")),
      "x..??", 3000, 12000, 0, 0, "waiver-without-date:5 ", 0, 0, 0 },
    { "a waiver of what is met", WAIVERS(WAIVER("k1", "2027-01-01", "met")),
      "x..??", 3000, 12000, 0, 0, "waiver-needless:5 ", TODAY },
    { "a waiver of what a person says is met",
      FILE_OF(",\n     answers: {k4: {verdict: met, reason: a}},\n     "
              "waivers: {" WAIVER("k4", "2027-01-01", "met") "}}"),
      "x..x?", 6000, 12000, 1, 0, "waiver-needless:6 ", TODAY },
    { "a waiver of what a person says is not met",
      FILE_OF(",\n     answers: {k4: {verdict: not_met, reason: a}},\n     "
              "waivers: {" WAIVER("k4", "2027-01-01", "not_applicable") "}}"),
      "x..-?", 3000, 9000, 1, 1, "", TODAY },
    { "twice waived",
      WAIVERS(WAIVER("k2", "2027-01-01", "met") ", " WAIVER("tva", "2027-01-01",
                                                            "unchanged")),
      "xx.??", 5000, 12000, 0, 1, "answer-twice:5 ", TODAY },
    { "another document",
      "documents:\n  - {name: b.md, digest: '" OTHER
      "', checklist: prov, answers: {k9: {verdict: open}}}\n",
      "x..??", 3000, 12000, 0, 0, "", 0, 0, 0 },
    { "another checklist",
      "documents:\n  - {name: a.md, digest: '" ANSWERED_DIGEST
      "', checklist: annan, answers: {k9: {verdict: open}}}\n",
      "x..??", 3000, 12000, 0, 0, "", 0, 0, 0 },
    { "a document that changed",
      "by: Kim Ahl\ndate: 2026-03-01\ndocuments:\n" ENTRY(
          OTHER, ", answers: {k4: {verdict: met, reason: a}}}"),
      "x..??", 3000, 12000, 0, 0, "answers-changed:4 ", 0, 0, 0 },
    { "a document that changed, and answers that hold",
      "by: Kim Ahl\ndate: 2026-03-01\ndocuments:\n" ENTRY(
          OTHER,
          ", when_changed: use, answers: {k4: {verdict: met, reason: a}}}"),
      "x..x?", 6000, 12000, 1, 0, "answers-older:4 ", 0, 0, 0 },
    { "annexes that are not here",
      FILE_OF(", annexes: ['" OTHER
              "'], answers: {k4: {verdict: met, reason: a}}}"),
      "x..??", 3000, 12000, 0, 0, "answers-changed:4 ", 0, 0, 0 },
    { "of this version, and of an earlier one",
      "by: Kim Ahl\ndate: 2026-03-01\ndocuments:\n" ENTRY(
          OTHER,
          ", when_changed: use, answers: {k4: {verdict: met, reason: a}}}")
          ENTRY(ANSWERED_DIGEST, ", answers: {k5: {verdict: met, reason: a}}}"),
      "x..?x", 4000, 12000, 1, 0, "answers-past:4 ", 0, 0, 0 },
    { "of this version, and of an earlier one that asks for nothing",
      "by: Kim Ahl\ndate: 2026-03-01\ndocuments:\n" ENTRY(
          OTHER, ", answers: {k4: {verdict: met, reason: a}}}")
          ENTRY(ANSWERED_DIGEST, ", answers: {k5: {verdict: met, reason: a}}}"),
      "x..?x", 4000, 12000, 1, 0, "", 0, 0, 0 },
    { "parts, of a document in one piece",
      FILE_OF(", parts: [2], answers: {k4: {verdict: met, reason: a}}}"),
      "x..x?", 6000, 12000, 1, 0, "", 0, 0, 0 },
    { "another version of the checklist",
      FILE_OF(", version: '0', answers: {k4: {verdict: met, reason: a}}}"),
      "x..x?", 6000, 12000, 1, 0, "answers-version:4 ", 0, 0, 0 },
    { "the same version",
      FILE_OF(", version: '1', answers: {k4: {verdict: met, reason: a}}}"),
      "x..x?", 6000, 12000, 1, 0, "", 0, 0, 0 },
    { "no name",
      "date: 2026-03-01\ndocuments:\n" ENTRY(
          ANSWERED_DIGEST, ",\n    answers: {k4: {verdict: met, reason: a}}}"),
      NULL, 0, 0, 0, 0, "answer-incomplete:4 ", 0, 0, 0 },
    { "no day, no reason",
      "by: a\ndocuments:\n" ENTRY(ANSWERED_DIGEST,
                                  ",\n    answers: {k4: {verdict: met}}}"),
      NULL, 0, 0, 0, 0, "answer-incomplete:4 answer-incomplete:4 ", 0, 0, 0 },
    { "a blank reason", ANSWERS("k4: {verdict: met, reason: ' '}"), NULL, 0, 0,
      0, 0, "answer-incomplete:5 ", 0, 0, 0 },
    { "a name of its own",
      "date: 2026-03-01\ndocuments:\n" ENTRY(
          ANSWERED_DIGEST,
          ", answers: {k4: {verdict: met, reason: a, by: Bo Ek}}}"),
      "x..x?", 6000, 12000, 1, 0, "", 0, 0, 0 },
    { "a verdict that is none", ANSWERS("k4: {verdict: mett, reason: a}"), NULL,
      0, 0, 0, 0, "unknown-value:5 ", 0, 0, 0 },
    { "a waiver for ever",
      WAIVERS("k2: {reason: a, approved_by: b, counts_as: met}"), NULL, 0, 0, 0,
      0, "missing-key:5 ", 0, 0, 0 },
    { "a day that is none", WAIVERS(WAIVER("k2", "2026-02-30", "met")), NULL, 0,
      0, 0, 0, "bad-value:5 ", 0, 0, 0 },
    { "no file", "", NULL, 0, 0, 0, 0, "empty-file:1 ", 0, 0, 0 },
};

static void
write_said(char *out, size_t size, const samsyn_diagnostics *found)
{
    size_t length = 0;

    *out = '\0';
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++)
        length += (size_t)snprintf(out + length, size - length, "%s:%zu ",
                                   samsyn_diagnostics_code(found, i),
                                   samsyn_diagnostics_span(found, i).line);
}

static char
letter_of(int verdict)
{
    static const char letters[] = "!x~.>?-";

    return letters[verdict];
}

/* The machine's part is the same whatever people say, and the points of the
 * criteria add up to both scores. */
static void
check_assessment(const struct row *row, const samsyn_assessment *assessment)
{
    samsyn_score machine = samsyn_assessment_score(assessment);
    samsyn_score with = samsyn_assessment_with_answers(assessment);
    char counted[8] = "", said[8] = "";
    int64_t earned = 0, possible = 0;

    for (size_t i = 0; i < 5; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);
        samsyn_points points = samsyn_criterion_answer_points(criterion);

        said[i] = letter_of((int)samsyn_criterion_verdict(criterion));
        counted[i] = letter_of(samsyn_criterion_with_answers(criterion));
        earned += points.earned;
        possible += points.possible;
    }
    assert_string_equal(said, "x..??");
    assert_int_equal(machine.earned, 3000);
    assert_int_equal(machine.possible, 12000);
    assert_string_equal(counted, row->counted);
    assert_int_equal(with.earned, row->earned);
    assert_int_equal(with.possible, row->possible);
    assert_int_equal(earned, with.earned);
    assert_int_equal(possible, with.possible);
    assert_int_equal(samsyn_assessment_answer_count(assessment), row->answers);
    assert_int_equal(samsyn_assessment_waiver_count(assessment), row->waivers);
}

static void
test_row(void **state)
{
    const struct row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        samsyn_assessment *assessment = NULL;
        samsyn_diagnostics *found = NULL;
        char said[200];

        assert_in_range(n, 0, 4000);
        config.year = row->year;
        config.month = row->month;
        config.day = row->day;
        status = answered_assess(&assessment, row->text, strlen(row->text),
                                 &config, &found);
        assert_true((status == SAMSYN_OK) == (assessment != NULL));
        if (status != SAMSYN_E_NOMEM) {
            write_said(said, sizeof said, found);
            assert_string_equal(said, row->said);
            assert_true((status == SAMSYN_OK) == (row->counted != NULL));
        }
        if (assessment)
            check_assessment(row, assessment);
        samsyn_diagnostics_free(found);
        samsyn_assessment_free(assessment);
        assert_int_equal(ledger.live, 0);
    }
}

/* ---- Who, when and why ---- */

static samsyn_assessment *
assessed(const char *text, struct samsyn_config *config)
{
    samsyn_assessment *assessment = NULL;
    samsyn_diagnostics *found = NULL;

    assert_int_equal(
        answered_assess(&assessment, text, strlen(text), config, &found),
        SAMSYN_OK);
    samsyn_diagnostics_free(found);
    return assessment;
}

#define BOTH                                                                   \
    FILE_OF(                                                                   \
        ",\n     answers: {k4: {verdict: not_met, reason: ' Nej. ', by: "      \
        "Bo}},\n     waivers: {" WAIVER("k4", "2027-01-01", "unchanged") "}}")

static void
test_texts(void **state)
{
    static const struct {
        samsyn_answer_text_id which;
        const char *text, *bare;
    } texts[] = {
        { SAMSYN_ANSWER_BY, "Bo", "Bo" },
        { SAMSYN_ANSWER_DATE, "2026-03-01", "2026-03-01" },
        { SAMSYN_ANSWER_REASON, "Nej.", "" },
        { SAMSYN_WAIVER_BY, "Bo Ek", "Bo Ek" },
        { SAMSYN_WAIVER_UNTIL, "2027-01-01", "2027-01-01" },
        { SAMSYN_WAIVER_REASON, "Skäl", "" },
    };

    (void)state;
    for (int bare = 0; bare < 2; bare++) {
        struct samsyn_config config = fixture_config(&mem_default);
        samsyn_assessment *assessment;
        const samsyn_criterion *criterion;

        config.year = 2026;
        config.month = config.day = 1;
        config.no_quotes = bare != 0;
        assessment = assessed(BOTH, &config);
        criterion = samsyn_assessment_criterion_find(assessment, "k4", 2);
        for (size_t i = 0; i < ARRAY_LEN(texts); i++)
            assert_string_equal(
                samsyn_criterion_answer_text(criterion, texts[i].which),
                bare ? texts[i].bare : texts[i].text);
        assert_int_equal(samsyn_criterion_answer(criterion),
                         SAMSYN_VERDICT_NOT_MET);
        assert_int_equal(samsyn_criterion_waiver(criterion),
                         SAMSYN_EFFECT_UNCHANGED);
        assert_int_equal(samsyn_criterion_is_open(criterion), 1);
        assert_int_equal(samsyn_criterion_is_answered_before(criterion), 0);
        assert_null(
            samsyn_criterion_answer_text(criterion, (samsyn_answer_text_id)0));
        assert_null(
            samsyn_criterion_answer_text(criterion, (samsyn_answer_text_id)7));
        samsyn_assessment_free(assessment);
    }
}

/* A record keeps answers; a waiver is no verdict, so it has none. */
static void
test_record_keeps(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_assessment *assessment =
        assessed(ANSWERS("k4: {verdict: met, reason: a}"), &config);
    samsyn_record *record = NULL;

    (void)state;
    assert_int_equal(samsyn_record_of(&record, assessment, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_record_answer(record, 3), SAMSYN_VERDICT_MET);
    assert_int_equal(samsyn_record_verdict(record, 3),
                     SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_int_equal(samsyn_record_answer(record, 4), 0);
    samsyn_record_free(record);
    samsyn_assessment_free(assessment);
}

/* What is written to be filled in can be read, and is about its document. */
static void
test_written_is_read(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_assessment *assessment = assessed(ANSWERS(""), &config);
    samsyn_answers *answers = NULL;
    struct text text = { 0 };

    (void)state;
    assert_int_equal(
        samsyn_report_write(assessment, "answers", 7, whole_write, &text),
        SAMSYN_OK);
    assert_int_equal(samsyn_report_write(assessment, "answers-element", 15,
                                         whole_write, &text),
                     SAMSYN_OK);
    assert_int_equal(samsyn_answers_load(&answers, text.bytes, text.length,
                                         NULL, &config, NULL),
                     SAMSYN_OK);
    assert_int_equal(samsyn_answers_count(answers), 2);
    assert_string_equal(samsyn_answers_name(answers, 1), "a.md");
    assert_null(samsyn_answers_name(answers, 2));
    assert_int_equal(samsyn_assessment_is_answered(assessment, answers, 0), 1);
    assert_int_equal(samsyn_assessment_is_answered(assessment, answers, 2), 0);
    assert_non_null(strstr(text.bytes, "\n      fyra:\n        verdict: open"));
    assert_null(strstr(text.bytes, "      ett:"));
    samsyn_answers_free(answers);
    samsyn_assessment_free(assessment);
    free(text.bytes);
}

/* Of two files the one added first counts. */
static void
test_two_files(void **state)
{
    static const char *const texts[] = {
        ANSWERS("k4: {verdict: partly, reason: a}"),
        ANSWERS("k4: {verdict: met, reason: a}, k5: {verdict: met, reason: a}"),
    };
    struct samsyn_config plain = fixture_config(&mem_default);
    samsyn_checklist *checklist = answered_checklist(&plain);
    samsyn_document *document = answered_document(checklist, &plain);
    samsyn_answers *answers[2] = { NULL, NULL };
    samsyn_assessment *assessment = NULL;
    samsyn_diagnostics *found = NULL;
    samsyn_config *config = NULL;
    const char *digest = NULL;

    (void)state;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(samsyn_answers_load(&answers[i], texts[i],
                                             strlen(texts[i]), "svar", config,
                                             NULL),
                         SAMSYN_OK);
        assert_int_equal(samsyn_config_add_answers(config, answers[i]),
                         SAMSYN_OK);
    }
    assert_int_equal(
        samsyn_assess(&assessment, checklist, document, config, &found),
        SAMSYN_OK);
    assert_int_equal(samsyn_diagnostics_count(found), 1);
    assert_string_equal(samsyn_diagnostics_code(found, 0), "answer-twice");
    assert_int_equal(
        samsyn_criterion_answer(samsyn_assessment_criterion_at(assessment, 3)),
        SAMSYN_VERDICT_PARTLY);
    assert_int_equal(samsyn_assessment_answer_count(assessment), 2);
    assert_int_equal(samsyn_assessment_answers_count(assessment), 2);
    assert_string_equal(samsyn_assessment_answers_at(assessment, 1, &digest),
                        "svar");
    assert_int_equal(strlen(digest), strlen(ANSWERED_DIGEST));
    assert_null(samsyn_assessment_answers_at(assessment, 2, &digest));
    assert_null(digest);
    samsyn_diagnostics_free(found);
    samsyn_assessment_free(assessment);
    samsyn_config_free(config);
    samsyn_answers_free(answers[0]);
    samsyn_answers_free(answers[1]);
    samsyn_document_free(document);
    samsyn_checklist_free(checklist);
}

static void
test_arguments(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_answers *answers = NULL;
    samsyn_diagnostics *found = NULL;

    (void)state;
    assert_int_equal(samsyn_answers_load(NULL, "a", 1, NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_answers_load(&answers, NULL, 1, NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_add_answers(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_config_add_answers(&config, NULL),
                     SAMSYN_E_ARGUMENT);
    config.limits[SAMSYN_LIMIT_CHECKLIST] = 10;
    assert_int_equal(samsyn_answers_load(&answers, ANSWERS(""),
                                         strlen(ANSWERS("")), NULL, &config,
                                         &found),
                     SAMSYN_E_LIMIT);
    assert_string_equal(samsyn_diagnostics_code(found, 0), "file-too-long");
    samsyn_diagnostics_free(found);
    assert_null(answers);
    samsyn_answers_free(NULL);
    assert_int_equal(samsyn_answers_count(NULL), 0);
    assert_null(samsyn_answers_name(NULL, 0));
    assert_int_equal(samsyn_assessment_is_answered(NULL, NULL, 0), 0);
    assert_int_equal(samsyn_assessment_answers_count(NULL), 0);
    assert_null(samsyn_assessment_answers_at(NULL, 0, NULL));
    assert_int_equal(samsyn_assessment_with_answers(NULL).percent, -1);
    assert_int_equal(samsyn_assessment_answer_count(NULL), 0);
    assert_int_equal(samsyn_assessment_waiver_count(NULL), 0);
    assert_int_equal(samsyn_criterion_answer(NULL), 0);
    assert_int_equal(samsyn_criterion_waiver(NULL), 0);
    assert_int_equal(samsyn_criterion_with_answers(NULL), 0);
    assert_int_equal(samsyn_criterion_answer_points(NULL).possible, 0);
    assert_int_equal(samsyn_criterion_is_answered_before(NULL), 0);
    assert_int_equal(samsyn_criterion_is_open(NULL), 0);
    assert_string_equal(samsyn_criterion_answer_text(NULL, SAMSYN_ANSWER_BY),
                        "");
    assert_string_equal(samsyn_effect_name(SAMSYN_EFFECT_MET), "met");
    assert_null(samsyn_effect_name((samsyn_effect)0));
    assert_null(samsyn_effect_name((samsyn_effect)4));
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 5] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_record_keeps),
        cmocka_unit_test(test_written_is_read),
        cmocka_unit_test(test_two_files),
        cmocka_unit_test(test_arguments),
    };
    struct row copies[ARRAY_LEN(rows)];

    memcpy(copies, rows, sizeof rows);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[5 + i] = (struct CMUnitTest){ .name = rows[i].name,
                                            .test_func = test_row,
                                            .initial_state = &copies[i] };
    return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
