/* SPDX-License-Identifier: MIT */
/* Differences: every turn that a criterion can take, what of it is due to the
 * text and what to the checklist, and quotes matched by their text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/ledger.h"
#include "support/recorded.h"
#include "support/whole.h"
#include "support/world.h"

#define OLD SAMSYN_SIDE_OLD
#define NEW SAMSYN_SIDE_NEW

static samsyn_difference *
differing(const samsyn_record *before, const samsyn_record *after)
{
    samsyn_difference *difference = NULL;

    assert_int_equal(samsyn_difference_new(&difference, before, after, NULL),
                     SAMSYN_OK);
    return difference;
}

/* One criterion on either side; "" for none. */
static const struct {
    const char *old, *new;
    samsyn_turn turn;
} turns[] = {
    { ".", "~", SAMSYN_TURN_BETTER }, { "~", "x", SAMSYN_TURN_BETTER },
    { ".", "X", SAMSYN_TURN_BETTER }, { "x", "~", SAMSYN_TURN_WORSE },
    { "~", ".", SAMSYN_TURN_WORSE },  { "x", "x", SAMSYN_TURN_SAME },
    { ".", ".", SAMSYN_TURN_SAME },   { "?", "?", SAMSYN_TURN_SAME },
    { "x", "X", SAMSYN_TURN_SAME },   { "?", "x", SAMSYN_TURN_OTHER },
    { "x", "r", SAMSYN_TURN_OTHER },  { "n", "?", SAMSYN_TURN_OTHER },
    { "", "x", SAMSYN_TURN_ADDED },   { "x", "", SAMSYN_TURN_DROPPED },
};

static void
test_turns(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(turns); i++) {
        samsyn_record *old = recorded(turns[i].old, "1", NULL);
        samsyn_record *new = recorded(turns[i].new, "1", NULL);
        samsyn_difference *difference = differing(old, new);

        print_message("'%s' to '%s'\n", turns[i].old, turns[i].new);
        assert_int_equal(samsyn_difference_count(difference), 1);
        assert_int_equal(samsyn_difference_turn(difference, 0), turns[i].turn);
        assert_int_equal(samsyn_difference_turned(difference, turns[i].turn),
                         1);
        samsyn_difference_free(difference);
        samsyn_record_free(old);
        samsyn_record_free(new);
    }
}

/* ---- Points ---- */

static const struct {
    int64_t old, new;
    unsigned changed;
} points[] = {
    { 3000, 3000, 0 },
    { 3000, 1000, SAMSYN_DIFFERS_WEIGHT },
    { 0, 1000, 0 }, /* it does not apply, or it is not known */
    { 3000, 0, 0 },
};

static void
test_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(points); i++) {
        samsyn_record *old = recorded("x", "1", NULL);
        samsyn_record *new = recorded("x", "2", NULL);
        samsyn_difference *difference;

        print_message("row %zu\n", i);
        assert_int_equal(samsyn_record_set_points(old, points[i].old),
                         SAMSYN_OK);
        assert_int_equal(samsyn_record_set_points(new, points[i].new),
                         SAMSYN_OK);
        difference = differing(old, new);
        assert_int_equal(samsyn_difference_changed(difference, 0),
                         points[i].changed);
        samsyn_difference_free(difference);
        samsyn_record_free(old);
        samsyn_record_free(new);
    }
}

/* ---- Quotes ---- */

static samsyn_record *
quoting_with(const char *const quotes[], const samsyn_config *config)
{
    samsyn_record *record = recorded("x", "1", config);

    for (size_t i = 0; quotes[i]; i++) {
        samsyn_quote quote = { quotes[i], i + 1, "", "" };

        assert_int_equal(samsyn_record_add_quote(record, &quote), SAMSYN_OK);
    }
    return record;
}

static samsyn_record *
quoting(const char *const quotes[])
{
    return quoting_with(quotes, NULL);
}

static const struct {
    const char *old[4], *new[4];
    samsyn_turn turn;
    const char *lost, *came; /* the first of each; "" for none */
} evidence[] = {
    { { "a", "b" }, { "b", "a" }, SAMSYN_TURN_SAME, "", "" },
    { { "a", "b" }, { "a" }, SAMSYN_TURN_LOST, "b", "" },
    { { "a", "b" }, { "b", "c" }, SAMSYN_TURN_MOVED, "a", "c" },
    { { "a" }, { "a", "b" }, SAMSYN_TURN_SAME, "", "b" },
    { { "a", "a" }, { "a" }, SAMSYN_TURN_SAME, "", "" },
    { { "a" }, { "A" }, SAMSYN_TURN_MOVED, "a", "A" },
};

static void
test_evidence(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(evidence); i++) {
        samsyn_record *old = quoting(evidence[i].old);
        samsyn_record *new = quoting(evidence[i].new);
        samsyn_difference *difference = differing(old, new);

        print_message("row %zu\n", i);
        assert_int_equal(samsyn_difference_turn(difference, 0),
                         evidence[i].turn);
        assert_string_equal(samsyn_difference_quote(difference, 0, OLD, 0).text,
                            evidence[i].lost);
        assert_string_equal(samsyn_difference_quote(difference, 0, NEW, 0).text,
                            evidence[i].came);
        assert_string_equal(samsyn_difference_quote(difference, 0, OLD, 3).text,
                            "");
        samsyn_difference_free(difference);
        samsyn_record_free(old);
        samsyn_record_free(new);
    }
}

/* What is known of each side: words, digests alone, or neither; and how many
 * quotes it could have, besides the two that every record here has. */
static const struct {
    const char *old[4], *new[4];
    bool words[2];
    uint64_t limits[2];
    samsyn_turn turn;
    unsigned unknown;
} unseen[] = {
    { { "a", "b" }, { "a" }, { false, false }, { 9, 9 }, SAMSYN_TURN_LOST, 0 },
    { { "a", "b" }, { "a" }, { true, false }, { 9, 9 }, SAMSYN_TURN_LOST, 0 },
    { { "a" }, { "a" }, { true, false }, { 9, 9 }, SAMSYN_TURN_SAME, 0 },
    { { "" }, { "a" }, { true, true }, { 9, 9 }, SAMSYN_TURN_SAME, 32 },
    { { "a" }, { "" }, { true, true }, { 9, 9 }, SAMSYN_TURN_SAME, 32 },
    { { "a", "b" },
      { "b", "c" },
      { true, true },
      { 9, 4 },
      SAMSYN_TURN_SAME,
      32 },
    { { "a", "b" },
      { "b", "c" },
      { true, true },
      { 4, 9 },
      SAMSYN_TURN_LOST,
      32 },
    { { "a", "b" }, { "b" }, { true, true }, { 4, 4 }, SAMSYN_TURN_LOST, 0 },
    { { "a", "b" },
      { "b", "a" },
      { true, true },
      { 4, 4 },
      SAMSYN_TURN_SAME,
      0 },
};

static samsyn_record *
quoting_under(const char *const quotes[], bool words, uint64_t limit)
{
    samsyn_config *config = NULL;
    samsyn_record *record;

    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_quotes(config, words), SAMSYN_OK);
    assert_int_equal(
        samsyn_config_set_limit(config, SAMSYN_LIMIT_EVIDENCE, limit),
        SAMSYN_OK);
    record = quoting_with(quotes, config);
    samsyn_config_free(config);
    return record;
}

static void
test_unseen(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(unseen); i++) {
        samsyn_record *old = quoting_under(unseen[i].old, unseen[i].words[0],
                                           unseen[i].limits[0]);
        samsyn_record *new = quoting_under(unseen[i].new, unseen[i].words[1],
                                           unseen[i].limits[1]);
        samsyn_difference *difference = differing(old, new);
        samsyn_quote quote = samsyn_record_quote(new, 0, 0);

        print_message("row %zu\n", i);
        assert_int_equal(samsyn_difference_turn(difference, 0), unseen[i].turn);
        assert_int_equal(samsyn_difference_unknown(difference, 0),
                         unseen[i].unknown);
        assert_string_equal(quote.text, unseen[i].words[1] ? "k1 short" : "");
        assert_string_equal(quote.heading, unseen[i].words[1] ? "Heading" : "");
        assert_int_equal(quote.line, 7);
        samsyn_difference_free(difference);
        samsyn_record_free(old);
        samsyn_record_free(new);
    }
}

/* ---- What it is due to ---- */

static const struct {
    samsyn_record_text_id text;
    unsigned differs;
} causes[] = {
    { SAMSYN_RECORD_DOCUMENT_DIGEST, SAMSYN_DIFFERS_DOCUMENT },
    { SAMSYN_RECORD_ANNEXES, SAMSYN_DIFFERS_DOCUMENT },
    { SAMSYN_RECORD_DOCUMENT_NAME, 0 },
    { SAMSYN_RECORD_DATE, 0 },
    { SAMSYN_RECORD_CHECKLIST_TITLE, 0 },
    { SAMSYN_RECORD_CHECKLIST_DIGEST, SAMSYN_DIFFERS_CHECKLIST },
    { SAMSYN_RECORD_CHECKLIST_VERSION, SAMSYN_DIFFERS_CHECKLIST },
    { SAMSYN_RECORD_LANGUAGE_DIGEST, SAMSYN_DIFFERS_CHECKLIST },
};

static void
test_causes(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(causes); i++) {
        samsyn_record *old = recorded("x.", "1", NULL);
        samsyn_record *new = recorded("x.", "1", NULL);
        samsyn_difference *difference;

        assert_int_equal(samsyn_record_set(new, causes[i].text, "other"),
                         SAMSYN_OK);
        difference = differing(old, new);
        assert_int_equal(samsyn_difference_differs(difference),
                         causes[i].differs);
        samsyn_difference_free(difference);
        samsyn_record_free(old);
        samsyn_record_free(new);
    }
}

/* Words that changed are told where the checklist did, and only where both
 * sides have them: what is stored has no question. */
static void
test_changed(void **state)
{
    samsyn_record *old = recorded("x", "1", NULL);
    samsyn_record *same = recorded("x", "1", NULL);
    samsyn_record *new = recorded("x", "2", NULL);
    samsyn_difference *difference;

    (void)state;
    assert_int_equal(samsyn_record_set_text(old, SAMSYN_CRITERION_WHY, "w"),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_set_text(old, SAMSYN_CRITERION_WEIGHT, "w"),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_set_text(new, SAMSYN_CRITERION_TITLE, "k"),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_set_text(new, SAMSYN_CRITERION_WEIGHT, "v"),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_set_text(same, SAMSYN_CRITERION_TITLE, "k"),
                     SAMSYN_OK);
    difference = differing(old, new);
    assert_int_equal(samsyn_difference_changed(difference, 0),
                     SAMSYN_DIFFERS_WORDING | SAMSYN_DIFFERS_WEIGHT);
    samsyn_difference_free(difference);
    difference = differing(old, same);
    assert_int_equal(samsyn_difference_changed(difference, 0), 0);
    samsyn_difference_free(difference);
    samsyn_record_free(old);
    samsyn_record_free(same);
    samsyn_record_free(new);
}

/* A verdict that turned by another checklist: what was stored does not tell
 * whether its rule is the same, so nothing is said of the rule. */
static void
test_no_account(void **state)
{
    samsyn_record *old = recorded("x", "1", NULL);
    samsyn_record *new = recorded("~", "2", NULL);
    samsyn_difference *difference = differing(old, new);
    struct text text = { NULL, 0 };

    (void)state;
    assert_int_equal(samsyn_difference_unknown(difference, 0) &
                         SAMSYN_DIFFERS_RULE,
                     SAMSYN_DIFFERS_RULE);
    assert_int_equal(
        samsyn_difference_write(difference, "text", 4, whole_write, &text),
        SAMSYN_OK);
    assert_non_null(strstr(text.bytes, "uppfyllt till delvis"));
    assert_null(strstr(text.bytes, "Regeln"));
    free(text.bytes);
    samsyn_difference_free(difference);
    samsyn_record_free(old);
    samsyn_record_free(new);
}

/* ---- Of assessments ---- */

/* An assessment and itself; the record outlives what it was made of. */
static void
test_assessment(void **state)
{
    const struct world *world = *state;
    samsyn_record *old = NULL, *new = NULL;
    samsyn_difference *difference;
    const samsyn_record *kept;
    size_t count = samsyn_assessment_criterion_count(world->assessment);

    assert_int_equal(samsyn_record_of(&old, world->assessment, world->config),
                     SAMSYN_OK);
    assert_int_equal(samsyn_record_of(&new, world->assessment, world->config),
                     SAMSYN_OK);
    difference = differing(old, new);
    samsyn_record_free(old);
    samsyn_record_free(new);
    assert_int_equal(samsyn_difference_differs(difference), 0);
    assert_int_equal(samsyn_difference_turned(difference, SAMSYN_TURN_SAME),
                     count);
    kept = samsyn_difference_record(difference, NEW);
    assert_string_equal(samsyn_record_text(kept, SAMSYN_RECORD_DOCUMENT_NAME),
                        "a.md");
    assert_string_equal(samsyn_record_criterion(kept, 1, SAMSYN_CRITERION_CODE),
                        "e02");
    assert_int_equal(samsyn_record_verdict(kept, 1), SAMSYN_VERDICT_MET);
    assert_int_equal(samsyn_record_quote(kept, 1, 0).line, 3);
    assert_string_equal(samsyn_record_quote(kept, 1, 0).heading,
                        "Partnership agreement");
    samsyn_difference_free(difference);
}

static samsyn_status
all_of_it(const struct world *world, const samsyn_config *config,
          struct text *out)
{
    static const char *const formats[] = { "text", "json", "html" };
    samsyn_record *old = recorded("x~.", "1", config), *new = NULL;
    samsyn_difference *difference = NULL;
    samsyn_status status =
        old ? samsyn_record_of(&new, world->assessment, config)
            : SAMSYN_E_NOMEM;

    if (status == SAMSYN_OK)
        status = samsyn_difference_new(&difference, old, new, config);
    for (size_t i = 0; status == SAMSYN_OK && i < ARRAY_LEN(formats); i++)
        status = samsyn_difference_write(difference, formats[i],
                                         strlen(formats[i]), whole_write, out);
    samsyn_difference_free(difference);
    samsyn_record_free(old);
    samsyn_record_free(new);
    return status;
}

static void
test_memory(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = LEDGER_ALL };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_config *config = NULL;
        struct text text = { NULL, 0 };

        assert_in_range(n, 0, 5000);
        assert_int_equal(samsyn_config_new(&config, &mem), SAMSYN_OK);
        ledger.budget = n;
        status = all_of_it(*state, config, &text);
        samsyn_config_free(config);
        assert_int_equal(ledger.live, 0);
        free(text.bytes);
    }
    assert_int_equal(status, SAMSYN_OK);
}

static int
write_no_more(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    return length > 0;
}

static void
test_arguments(void **state)
{
    samsyn_record *record = recorded("x", "1", NULL);
    samsyn_difference *difference = NULL;

    (void)state;
    assert_int_equal(samsyn_difference_new(NULL, record, record, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_difference_new(&difference, NULL, record, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_difference_new(&difference, record, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_null(difference);
    difference = differing(record, record);
    assert_null(samsyn_difference_record(difference, (samsyn_side)3));
    assert_int_equal(samsyn_difference_turn(difference, 1), 0);
    assert_int_equal(samsyn_difference_changed(difference, 1), 0);
    assert_int_equal(samsyn_difference_unknown(difference, 1), 0);
    assert_int_equal(samsyn_difference_index(difference, 1, OLD), SAMSYN_NONE);
    assert_int_equal(samsyn_difference_index(difference, 0, (samsyn_side)0),
                     SAMSYN_NONE);
    assert_string_equal(samsyn_difference_quote(difference, 1, OLD, 0).text,
                        "");
    assert_int_equal(
        samsyn_difference_write(difference, "csv", 3, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_difference_write(difference, "text", 4, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_difference_write(difference, "html", 4, write_no_more, NULL),
        SAMSYN_E_STOPPED);
    assert_null(samsyn_difference_record(NULL, OLD));
    assert_int_equal(samsyn_difference_differs(NULL), 0);
    assert_int_equal(samsyn_difference_count(NULL), 0);
    assert_int_equal(samsyn_difference_turned(NULL, SAMSYN_TURN_SAME), 0);
    samsyn_difference_free(difference);
    samsyn_difference_free(NULL);
    samsyn_record_free(record);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_turns),      cmocka_unit_test(test_points),
        cmocka_unit_test(test_evidence),   cmocka_unit_test(test_causes),
        cmocka_unit_test(test_changed),    cmocka_unit_test(test_unseen),
        cmocka_unit_test(test_no_account), cmocka_unit_test(test_assessment),
        cmocka_unit_test(test_memory),     cmocka_unit_test(test_arguments),
    };

    return cmocka_run_group_tests_name("difference", tests, world_set_up,
                                       world_tear_down);
}
