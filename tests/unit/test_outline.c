/* SPDX-License-Identifier: MIT */

/* Focus areas and items: each row is a text, and what should be found in it,
 * written as "kind@line/area:actor=verdict" of each item, the names of the
 * areas, and the verdicts for the document.  Every row is run with no memory,
 * then one allocation, and so on, until it succeeds. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"

#define CRITERION(id, rest)                                                    \
    "  - id: " id "\n    code: x-" id "\n"                                     \
    "    title: {sv: T, en: T}\n    question: {sv: T, en: T}\n"                \
    "    why: {sv: T, en: T}\n    advice: {sv: T, en: T}\n"                    \
    "    model: M\n    source: [S]\n    weight: must\n" rest

#define TABLE_OF_AREAS                                                         \
    "# Plan\n\nText.\n\n| Problem | Vad |\n|---|---|\n| Klotter | Måla |\n| " \
    "Buller | Städa |\n\nText.\n\n"

static const char checklist[] =
    "recognise: {kinds: [plan]}\nchecklist: prov\nversion: \"1\"\n"
    "language: xx\ntitle: {sv: T, en: T}\nbasis: {sv: T, en: T}\n"
    "sources: {S: S}\n"
    "vocabulary:\n"
    "  gör: [måla (=), städa (=), gräva (=)]\n"
    "  polis: [polisen (=), polis (=)]\n"
    "  kommun: [kommunen (=)]\n"
    "  alla: [alla (=)]\n"
    "  orsak: [därför (=)]\n"
    "  källa: [källa (=)]\n"
    "  fokus: [fokusområde (=)]\n"
    "  prioriterat: [prioriterat (=)]\n"
    "  problem: [problem (=)]\n"
    "  organisation: [organisation (=)]\n"
    "items:\n"
    "  measure:\n"
    "    from: [item, row, sentence, heading]\n"
    "    is: gör\n"
    "    unless: [källa]\n"
    "    actors: {båda: {all: [polis, kommun]}, polis: {any: [polis, {find: "
    "polis, in: {block: heading}}]}, kommun: kommun}\n"
    "    holds: {cause: orsak, city: kommun}\n"
    "focus: {heading: fokus, list: prioriterat, column: problem, "
    "unless: organisation}\n"
    "areas:\n- id: a\n  title: {sv: A, en: A}\n  criteria:\n" CRITERION(
        "c", "    level: focus\n    chain: cause\n    met: orsak\n"
             "    partly: problem\n")
        CRITERION("o", "    level: item\n    of: measure\n    chain: owner\n"
                       "    met: {any: [polis, {within: focus, all: [alla]}]}\n"
                       "    partly: kommun\n")
            CRITERION(
                "d",
                "    level: document\n    chain: follow_up\n"
                "    met: {all: [{number: {of: measure, least: 2, most: 3}},"
                " {share: {of: measure, percent: 50, is: polis}}]}\n"
                "    partly: {each: {of: measure, is: gör}}\n");

static const struct text_row {
    const char *name, *text, *items, *areas, *verdicts;
} rows[] = {
    { "nothing", "Här finns ingenting.\n", "", "-", "nnn" },
    { "a list with a lead-in",
      "Polisen lovar att:\n\n- måla huset\n- städa parken\n- vila\n",
      "3/1:polis=m 4/1:polis=m", "-", "nmm" },
    { "a lead-in is no item, the entries under it are",
      "- Kommunen ska måla:\n  - måla huset\n  - städa\n",
      "2/1:kommun=p 3/1:kommun=p", "-", "npp" },
    { "a sentence that leads in is no item, those below it are",
      "Kommunen ska måla:\n\nmåla huset\n\nstäda\n",
      "3/1:kommun=p 5/1:kommun=p", "-", "npp" },
    { "an entry with what is nested in it",
      "- måla huset\n  - därför polisen\n  - städa\n- gräva\n",
      "1/1:polis=m 4/1:=n", "-", "mpm" },
    { "rows, and what is none",
      "| Vad | Vem |\n|---|---|\n| Måla | Polisen |\n| Gräva källa | Polisen "
      "|\n| Vila | Polisen |\n",
      "3/1:polis=m", "-", "nmp" },
    { "what makes none of an item is no heading above it",
      "# En källa\n\n- måla huset med polisen\n", "3/1:polis=m", "-", "nmp" },
    { "a sentence takes the rest of its paragraph along",
      "Först ett skäl. Kommunen ska måla huset. Polisen är med. Vi ska städa.",
      "1/1:båda=m 1/1:=n", "-", "npm" },
    { "a heading as item", "Text.\n\n# Måla huset\n\nMed polisen.\n\n# Slut\n",
      "3/1:polis=m", "-", "nmp" },
    { "the sender in the heading", "# Polis\n\n- måla\n", "3/1:polis=n", "-",
      "nnp" },
    { "areas by headings",
      "# Plan\n\n# Fokusområde ett: Parken\n\nDärför så. Polisen ska måla.\n\n"
      "# Fokusområde två: Torget\n\nVi ska städa.\n",
      "5/1:polis=m 9/2:=n", "Fokusområde ett: Parken|Fokusområde två: Torget",
      "ppm" },
    { "areas under a heading, but for what is none",
      "# Plan\n\nText.\n\n# Prioriterat\n\n## Parken\n\nDärför.\n\n## "
      "Torget\n\n"
      "Därför.\n\n## Organisation\n\nIngen.\n",
      "", "Parken|Torget", "mnn" },
    { "areas by list, joined with what stands elsewhere",
      "# Plan\n\nText är detta.\n\n## Prioriterat\n\n- Cykelstölder vid "
      "stationen\n- "
      "Klotter: på väggar\n\n## Varför\n\nStölderna därför.\n\n## Gör\n\n| Vad "
      "| Vem |\n|---|---|\n| Måla mot klottret | Kommunen |\n",
      "18/2:kommun=p", "Cykelstölder vid stationen|Klotter", "ppp" },
    { "areas by column, and a statement for all in one",
      "# Plan\n\nText.\n\n| Problem | Vad |\n|---|---|\n| Klotter | Måla |\n| "
      "| Städa, alla |\n| Buller | Gräva |\n",
      "7/1:=m 8/1:=m 9/2:=n", "Klotter|Buller", "npp" },
    { "an item of no area",
      "# Plan\n\n# Fokusområde ett\n\nDärför.\n\n# Fokusområde två\n\nJa.\n\n# "
      "Övrigt\n\nPolisen ska måla.\n",
      "13/-:polis=m", "Fokusområde ett|Fokusområde två", "pmp" },
    { "a table with names that ends the document",
      "# Plan\n\nText är här om saken.\n\n| Vad | Vem |\n|---|---|\n| Måla "
      "huset | Anna Ek, polis |\n| Städa | Bo Ek, chef |\n",
      "7/1:polis=m 8/1:=n", "-", "npm" },
    { "an introducing sentence is no item beside its list",
      "Polisen ska måla:\n\n- ett hus\n- en bro\n", "3/1:polis=m 4/1:polis=m",
      "-", "nmm" },
    { "a heading over items is their chapter",
      "Text.\n\n# Måla mera\n\n## Städa huset\n\nPolisen.\n\n## Gräva\n\n"
      "Kommunen.\n\n# Slut\n",
      "5/1:polis=m 9/1:kommun=p", "-", "npm" },
    { "a heading is no item by the one above it",
      "# Plan\n\nText.\n\n# Gräva\n\n## Parken\n\nHej.\n\n# Slut\n", "5/1:=n",
      "-", "nnp" },
    { "a title is no item", "# Måla mera\n\nText.\n\n## Bo\n\nJa.\n", "", "-",
      "nnn" },
    { "a chapter of areas is none, nor what stands in one",
      "# Plan\n\nText.\n\n# Fokusområde: alla fokusområden\n\nJa.\n\n"
      "## Fokusområde ett\n\nDärför.\n\n### Mål i fokusområde ett\n\nMåla.\n\n"
      "## Fokusområde två\n\nDärför.\n",
      "15/1:=n", "Fokusområde ett|Fokusområde två", "mnp" },
    { "a row that names no area belongs to none",
      "# Plan\n\nText.\n\n| Problem | Vad |\n|---|---|\n| Klotter | Måla |\n| "
      "Organisation | Städa |\n| | Gräva |\n| Buller | Gräva |\n",
      "7/1:=n 8/-:=n 9/-:=n 10/2:=n", "Klotter|Buller", "nnp" },
    { "a row that names an area alone is over those below it",
      TABLE_OF_AREAS
      "| Vad | Vem |\n|---|---|\n| Klotter | |\n| Gräva | "
      "Polisen |\n| Mot buller | |\n| Måla på klotter | "
      "Kommunen |\n\n| Vad | Vem |\n|---|---|\n| Städa | Kommunen "
      "|\n",
      "7/1:=n 8/2:=n 15/1:polis=m 17/2:kommun=p 21/-:kommun=p",
      "Klotter|Buller", "npp" },
    { "a first title that names an area is over its table",
      TABLE_OF_AREAS "| Mot klotter | Vem |\n|---|---|\n| Gräva | Polisen |\n",
      "7/1:=n 8/2:=n 14/1:polis=m", "Klotter|Buller", "npp" },
    { "titles that name several areas are over none",
      TABLE_OF_AREAS "| Klotter | Buller |\n|---|---|\n| Gräva | Polisen |\n",
      "7/1:=n 8/2:=n 14/-:polis=m", "Klotter|Buller", "npp" },
    { "an area that is named again goes on",
      "# Plan\n\nText.\n\n| Problem | Vad |\n|---|---|\n| Klotter | Måla |\n| "
      "Buller | Städa |\n| Klotter | Gräva |\n",
      "7/1:=n 8/2:=n 9/1:=n", "Klotter|Buller", "nnp" },
    { "entries of the list around are no areas",
      "# Plan\n\nText är detta.\n\n- Prioriterat:\n  - Klotter\n  - Buller\n"
      "- Sedan städar vi: måla\n",
      "8/-:=n", "Klotter|Buller", "nnp" },
    { "small words and other words name no area",
      "# Plan\n\nText är detta.\n\n# Prioriterat\n\n- Miljön för unga\n- "
      "Klotter\n\n"
      "# Gör\n\nFör oss ska polisen måla.\n\nEn miljon ska polisen städa.\n\n"
      "Unga ska vi gräva åt.\n",
      "12/-:polis=m 14/-:polis=m 16/1:=n", "Miljön för unga|Klotter", "npm" },
};

/* @p more: a further criterion. */
static samsyn_status
run_more(const char *more, const char *text, const struct samsyn_config *config,
         struct judged *out)
{
    samsyn_status status;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&yaml, checklist);
    buf_text(&yaml, more);
    status =
        judged_text(out, buf_view(&yaml), text, SAMSYN_FORMAT_MARKDOWN, config);
    buf_done(&yaml);
    return status;
}

static samsyn_status
run(const void *row, const struct samsyn_config *config, struct judged *out)
{
    return run_more("", ((const struct text_row *)row)->text, config, out);
}

static char
letter(int verdict)
{
    static const char letters[] = "-mpnrao";

    return letters[verdict];
}

/* "3/1:polis=m 4/-:=n" */
static void
show_items(struct buf *out, const struct samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_item_count(assessment); i++) {
        const samsyn_item *item = samsyn_assessment_item_at(assessment, i);
        const samsyn_evidence *place = samsyn_item_place(item);

        if (i > 0)
            buf_char(out, ' ');
        buf_int(out, (int64_t)samsyn_evidence_span(place).line);
        buf_char(out, '/');
        if (samsyn_item_focus(item) == SAMSYN_NONE)
            buf_char(out, '-');
        else
            buf_int(out, (int64_t)samsyn_item_focus(item) + 1);
        buf_char(out, ':');
        buf_text(out, samsyn_item_actor(item));
        buf_char(out, '=');
        buf_char(out,
                 letter(samsyn_item_verdict(item, &assessment->criteria[1])));
    }
}

static void
show_areas(struct buf *out, const struct samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_focus_count(assessment); i++) {
        const char *title = samsyn_assessment_focus_title(assessment, i);

        if (i > 0)
            buf_char(out, '|');
        buf_text(out, *title ? title : "-");
    }
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct text_row *row = state;
    struct buf text;

    buf_init(&text, &mem_default, BUF_ANY);
    show_items(&text, assessment);
    buf_char(&text, '\n');
    show_areas(&text, assessment);
    buf_char(&text, '\n');
    for (size_t i = 0; i < assessment->criterion_count; i++)
        buf_char(&text, letter((int)assessment->criteria[i].verdict));
    buf_char(&text, '\0');
    assert_false(buf_failed(&text));
    {
        struct buf wanted;

        buf_init(&wanted, &mem_default, BUF_ANY);
        buf_text(&wanted, row->items);
        buf_char(&wanted, '\n');
        buf_text(&wanted, row->areas);
        buf_char(&wanted, '\n');
        buf_text(&wanted, row->verdicts);
        buf_char(&wanted, '\0');
        assert_string_equal(buf_view(&text).ptr, buf_view(&wanted).ptr);
        buf_done(&wanted);
    }
    buf_done(&text);
}

static void
test_row(void **state)
{
    judged_sweep(*state, run, check, 9000);
}

/* What is beyond the most areas is said to be. */
static void
test_many_areas(void **state)
{
    static const struct {
        size_t areas, shown, notices;
    } cases[] = { { 200, 200, 0 }, { 203, 200, 1 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct samsyn_config config = fixture_config(&mem_default);
        struct judged out = { 0 };
        struct buf text;

        buf_init(&text, &mem_default, BUF_ANY);
        buf_text(&text, "# Plan\n\nText.\n\n");
        for (size_t k = 0; k < cases[i].areas; k++) {
            buf_text(&text, "# Fokusområde ");
            buf_int(&text, (int64_t)k);
            buf_text(&text,
                     "\n\nHär finns en text under varje rubrik, och den är "
                     "så lång som en mening brukar vara.\n\n");
        }
        buf_char(&text, '\0');
        assert_int_equal(run_more("", buf_view(&text).ptr, &config, &out),
                         SAMSYN_OK);
        assert_int_equal(samsyn_assessment_focus_count(out.assessment),
                         cases[i].shown);
        assert_int_equal(samsyn_assessment_notice_count(out.assessment),
                         cases[i].notices);
        judged_end(&out);
        buf_done(&text);
    }
}

/* How it went for all of them together. */
static void
test_shares(void **state)
{
    static const char text[] = "- måla, polisen\n- städa, kommunen\n- gräva\n";
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    samsyn_shares shares = { 1, 1, 1, 1 };

    (void)state;
    assert_int_equal(run_more("", text, &config, &out), SAMSYN_OK);
    assert_string_equal(
        samsyn_criterion_asked_of(&out.assessment->criteria[1], &shares),
        "measure");
    assert_int_equal(shares.of, 3);
    assert_int_equal(shares.met, 1);
    assert_int_equal(shares.partly, 1);
    assert_int_equal(shares.open, 0);
    assert_string_equal(
        samsyn_criterion_asked_of(&out.assessment->criteria[0], &shares), "");
    assert_int_equal(shares.of, 0);
    assert_string_equal(samsyn_criterion_asked_of(NULL, NULL), "");
    judged_end(&out);
}

/* The chain shows where it breaks, and on what it rests. */
static void
test_chain(void **state)
{
    static const char text[] =
        "# Plan\n\n# Fokusområde ett\n\nDärför. Polisen ska måla.\n\n"
        "# Fokusområde två\n\nVi ska städa.\n";
    static const struct {
        samsyn_link link;
        int first, second;
        const char *quote;
    } links[] = {
        { SAMSYN_LINK_PROBLEM, 0, 0, NULL },
        { SAMSYN_LINK_CAUSE, SAMSYN_VERDICT_MET, SAMSYN_VERDICT_NOT_MET,
          "Därför." },
        { SAMSYN_LINK_OWNER, SAMSYN_VERDICT_MET, SAMSYN_VERDICT_NOT_MET,
          "Polisen ska måla." },
        { SAMSYN_LINK_FOLLOW_UP, SAMSYN_VERDICT_MET, SAMSYN_VERDICT_MET,
          "Polisen ska måla." },
    };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    assert_int_equal(run_more("", text, &config, &out), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(links); i++) {
        const samsyn_evidence *evidence;

        assert_int_equal(samsyn_assessment_focus_link(out.assessment, 1,
                                                      links[i].link, NULL),
                         links[i].second);
        assert_int_equal(samsyn_assessment_focus_link(out.assessment, 0,
                                                      links[i].link, &evidence),
                         links[i].first);
        assert_int_equal(links[i].quote != NULL, evidence != NULL);
        if (evidence)
            assert_string_equal(samsyn_evidence_quote(evidence),
                                links[i].quote);
    }
    assert_int_equal(samsyn_assessment_focus_link(out.assessment, 2,
                                                  SAMSYN_LINK_CAUSE, NULL),
                     0);
    judged_end(&out);
}

/* What an item says itself, not what stands above it. */
static void
test_holds(void **state)
{
    static const char text[] =
        "# Därför\n\nKommunen ska:\n\n- måla\n- därför måla\n";
    static const int expected[][2] = { { 0, 0 }, { 1, 0 } };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    int holds;

    (void)state;
    assert_int_equal(run_more("", text, &config, &out), SAMSYN_OK);
    assert_int_equal(samsyn_assessment_item_count(out.assessment), 2);
    for (size_t i = 0; i < 2; i++) {
        const samsyn_item *item = samsyn_assessment_item_at(out.assessment, i);

        assert_int_equal(samsyn_item_hold_count(item), 2);
        assert_string_equal(samsyn_item_hold_at(item, 0, &holds), "cause");
        assert_int_equal(holds, expected[i][0]);
        assert_string_equal(samsyn_item_hold_at(item, 1, &holds), "city");
        assert_int_equal(holds, expected[i][1]);
        assert_null(samsyn_item_hold_at(item, 2, &holds));
        assert_int_equal(holds, 0);
        assert_string_equal(samsyn_item_hold_at(item, 0, NULL), "cause");
    }
    assert_int_equal(samsyn_item_hold_count(NULL), 0);
    assert_null(samsyn_item_hold_at(NULL, 0, &holds));
    judged_end(&out);
}

/* What only a person can say is open for each item and area too. */
static void
test_person(void **state)
{
    static const char more[] =
        CRITERION("p", "    level: item\n    of: measure\n    chain: problem\n"
                       "    judged: person\n    met: polis\n");
    static const char text[] = "# Plan\n\nText.\n\nPolisen ska måla.\n";
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct samsyn_criterion *last;

    (void)state;
    assert_int_equal(run_more(more, text, &config, &out), SAMSYN_OK);
    last = &out.assessment->criteria[out.assessment->criterion_count - 1];
    assert_int_equal(last->verdict, SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_int_equal(last->suggestion, SAMSYN_VERDICT_MET);
    assert_int_equal(samsyn_item_verdict(&out.assessment->items[0], last),
                     SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_int_equal(samsyn_assessment_focus_link(out.assessment, 0,
                                                  SAMSYN_LINK_PROBLEM, NULL),
                     SAMSYN_VERDICT_NEEDS_REVIEW);
    judged_end(&out);
}

/* A rule over the document rests on one place for all items: it is told once,
 * and in reading order. */
static void
test_same_place(void **state)
{
    static const char more[] =
        CRITERION("w", "    level: item\n    of: measure\n"
                       "    met: {any: [polis, {within: document, find: "
                       "kommun}]}\n");
    static const char text[] =
        "# Plan\n\nText.\n\nVi ska måla.\n\nPolisen ska städa.\n\n"
        "Vi ska gräva.\n\nDet vill kommunen.\n";
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct evidence_list *list;

    (void)state;
    assert_int_equal(run_more(more, text, &config, &out), SAMSYN_OK);
    list = &out.assessment->criteria[out.assessment->criterion_count - 1]
                .evidence[SAMSYN_EVIDENCE_COUNTED];
    assert_int_equal(list->count, 2);
    assert_string_equal(list->items[0].quote.ptr, "Polisen ska städa.");
    assert_string_equal(list->items[1].quote.ptr, "Det vill kommunen.");
    judged_end(&out);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 6] = { { 0 } };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] = (struct CMUnitTest){ rows[i].name, test_row, NULL, NULL,
                                        (void *)(uintptr_t)&rows[i] };
    tests[ARRAY_LEN(rows)] =
        (struct CMUnitTest){ "chain", test_chain, NULL, NULL, NULL };
    tests[ARRAY_LEN(rows) + 1] =
        (struct CMUnitTest){ "person", test_person, NULL, NULL, NULL };
    tests[ARRAY_LEN(rows) + 2] =
        (struct CMUnitTest){ "same place", test_same_place, NULL, NULL, NULL };
    tests[ARRAY_LEN(rows) + 3] =
        (struct CMUnitTest){ "shares", test_shares, NULL, NULL, NULL };
    tests[ARRAY_LEN(rows) + 4] =
        (struct CMUnitTest){ "many areas", test_many_areas, NULL, NULL, NULL };
    tests[ARRAY_LEN(rows) + 5] =
        (struct CMUnitTest){ "holds", test_holds, NULL, NULL, NULL };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
