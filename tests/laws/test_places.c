/* SPDX-License-Identifier: MIT */

/* Near and order against trying everything.  The texts are one sentence of a
 * few different words, the parts words and phrases that overlap; every choice
 * of one hit for each part is tried, and the rule must say the same. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "document/read.h"
#include "tests/support/drawn.h"
#include "tests/support/fixture.h"

enum {
    ROUNDS = 4000,
    WORDS_MOST = 14,
    PARTS_MOST = 3,
    HITS_MOST = 3 * WORDS_MOST,
    NO_LIMIT = 9
};

static uint64_t state = 0x9e3779b97f4a7c15u;

static size_t
draw(size_t below)
{
    return drawn(&state, below);
}

static const char *const words[] = { "alfa", "beta", "gamma", "och", "nu" };

/* What a part may be, and the words of it. */
static const struct part {
    const char *rule;
    const char *words[2][3]; /* one or two ways */
} kinds[] = {
    { "{find: {word: alfa (=)}}", { { "alfa" } } },
    { "{find: {word: beta (=)}}", { { "beta" } } },
    { "{find: {word: gamma (=)}}", { { "gamma" } } },
    { "{find: {phrase: alfa (=) beta (=)}}", { { "alfa", "beta" } } },
    { "{find: {phrase: beta (=) nu (=) alfa (=)}}",
      { { "beta", "nu", "alfa" } } },
    { "{any: [{find: {word: gamma (=)}}, {find: {phrase: nu (=) beta (=)}}]}",
      { { "gamma" }, { "nu", "beta" } } },
};

struct place {
    size_t at, end;
};

struct round {
    const char *text[WORDS_MOST];
    size_t count;
    const struct part *parts[PARTS_MOST];
    size_t part_count;
    size_t near;
    bool ordered;
    struct place hits[PARTS_MOST][HITS_MOST];
    size_t hit_count[PARTS_MOST];
};

/* ---- What must come out ---- */

static size_t
length_at(const struct round *round, const char *const way[3], size_t at)
{
    size_t length = 0;

    while (length < 3 && way[length]) {
        if (at + length >= round->count ||
            strcmp(round->text[at + length], way[length]) != 0)
            return 0;
        length++;
    }
    return length;
}

static void
find_hits(struct round *round)
{
    for (size_t p = 0; p < round->part_count; p++) {
        round->hit_count[p] = 0;
        for (size_t at = 0; at < round->count; at++) {
            for (size_t way = 0; way < 2; way++) {
                size_t length =
                    length_at(round, round->parts[p]->words[way], at);

                if (length > 0)
                    round->hits[p][round->hit_count[p]++] =
                        (struct place){ at, at + length };
            }
        }
    }
}

static bool
fits_in_order(const struct round *round, const struct place *chosen)
{
    for (size_t i = 1; i < round->part_count; i++) {
        if (chosen[i].at < chosen[i - 1].end ||
            (round->near != NO_LIMIT &&
             chosen[i].at - chosen[i - 1].end > round->near))
            return false;
    }
    return true;
}

static int
compare_places(const void *a, const void *b)
{
    const struct place *left = a, *right = b;

    return (left->at > right->at) - (left->at < right->at);
}

static bool
fits_near(const struct round *round, const struct place *chosen)
{
    struct place sorted[PARTS_MOST];
    size_t end;

    memcpy(sorted, chosen, round->part_count * sizeof *chosen);
    qsort(sorted, round->part_count, sizeof *sorted, compare_places);
    end = sorted[0].end;
    for (size_t i = 1; i < round->part_count; i++) {
        if (sorted[i].at > end + round->near)
            return false;
        end = sorted[i].end > end ? sorted[i].end : end;
    }
    return true;
}

static bool
should_hold(const struct round *round)
{
    struct place chosen[PARTS_MOST];
    size_t ways = 1;

    for (size_t p = 0; p < round->part_count; p++)
        ways *= round->hit_count[p];
    for (size_t way = 0; way < ways; way++) {
        size_t rest = way;

        for (size_t p = 0; p < round->part_count; p++) {
            chosen[p] = round->hits[p][rest % round->hit_count[p]];
            rest /= round->hit_count[p];
        }
        if (round->ordered ? fits_in_order(round, chosen)
                           : fits_near(round, chosen))
            return true;
    }
    return false;
}

/* ---- What comes out ---- */

static void
write_rule(struct buf *out, const struct round *round)
{
    buf_text(out, round->ordered ? "{order: [" : "{all: [");
    for (size_t p = 0; p < round->part_count; p++) {
        if (p > 0)
            buf_text(out, ", ");
        buf_text(out, round->parts[p]->rule);
    }
    buf_char(out, ']');
    if (round->near != NO_LIMIT) {
        buf_text(out, ", near: ");
        buf_int(out, (int64_t)round->near);
    }
    buf_char(out, '}');
}

static bool
holds(const struct round *round, struct buf *text, struct buf *rule)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_checklist *checklist = NULL;
    struct samsyn_document *document = NULL;
    struct samsyn_assessment *result = NULL;
    struct buf yaml;
    bool met;

    for (size_t i = 0; i < round->count; i++) {
        buf_text(text, i > 0 ? " " : "");
        buf_text(text, round->text[i]);
    }
    write_rule(rule, round);
    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_char(rule, '\0');
    fixture_yaml(&yaml, rule->data, NULL, NULL);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "p", &config, NULL),
        SAMSYN_OK);
    assert_int_equal(document_read(&document, buf_view(text), "a.md",
                                   SAMSYN_FORMAT_MARKDOWN, checklist->language,
                                   &config, NULL),
                     SAMSYN_OK);
    assert_int_equal(assess(&result, checklist, document, &config), SAMSYN_OK);
    met = result->criteria[0].verdict == SAMSYN_VERDICT_MET;
    assert_true(!met ||
                result->criteria[0].evidence[SAMSYN_EVIDENCE_COUNTED].count);
    assessment_free(result);
    document_free(document);
    checklist_free(checklist);
    buf_done(&yaml);
    return met;
}

static void
make_round(struct round *round)
{
    round->count = 2 + draw(WORDS_MOST - 1);
    for (size_t i = 0; i < round->count; i++)
        round->text[i] = words[draw(sizeof words / sizeof words[0])];
    round->part_count = 2 + draw(PARTS_MOST - 1);
    for (size_t i = 0; i < round->part_count; i++)
        round->parts[i] = &kinds[draw(sizeof kinds / sizeof kinds[0])];
    round->ordered = draw(2);
    round->near = draw(4);
    if (round->ordered && draw(2))
        round->near = NO_LIMIT;
}

static void
test_all_tried(void **unused)
{
    size_t held = 0;

    (void)unused;
    for (size_t i = 0; i < ROUNDS; i++) {
        struct buf text, rule;
        struct round round;
        bool wanted;

        make_round(&round);
        find_hits(&round);
        wanted = should_hold(&round);
        buf_init(&text, &mem_default, BUF_ANY);
        buf_init(&rule, &mem_default, BUF_ANY);
        if (holds(&round, &text, &rule) != wanted)
            fail_msg("round %zu: %s should%s hold in: %s", i, rule.data,
                     wanted ? "" : " not", text.data);
        held += wanted;
        buf_done(&text);
        buf_done(&rule);
    }
    assert_in_range(held, ROUNDS / 10, ROUNDS - ROUNDS / 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_all_tried) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
