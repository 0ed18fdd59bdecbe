/* SPDX-License-Identifier: MIT */

/* Each rule becomes several criteria of one checklist: asked of items, of
 * areas and of the document.  Texts are drawn from a few words in lists,
 * tables, headings and sentences, some of which name areas. */

#include "levels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/read.h"
#include "tests/support/drawn.h"
#include "tests/support/fixture.h"

enum {
    DEPTH = 2,
    PARTS = 3
};

/* ---- Numbers ---- */

static uint64_t state = 0x9e3779b97f4a7c15u;

static size_t
draw(size_t below)
{
    return drawn(&state, below);
}

#define PICK(list) (list)[draw(sizeof(list) / sizeof(list)[0])]

/* ---- Rules ---- */

static const char *const finds[] = {
    "polis",
    "kommun",
    "alla",
    "{find: polis, times: 2}",
    "{find: polis, in: {block: heading}}",
    "{find: kommun, in: {block: [item, cell]}}",
    "{find: gör, accept: [negated]}",
    "{find: alla, in: {section: polis}}",
};

static const char *const windows[] = {
    "",
    "",
    "",
    ", within: sentence",
    ", within: paragraph",
    ", within: section",
    ", within: focus",
    ", within: focus",
    ", within: document",
};

/* One that finds something, as a window asks; the second time a part of it. */
static void
write_rule(struct buf *out, size_t depth)
{
    static const char *const words[] = { "{all: [", "{any: [",
                                         "{at_least: {count: 1, of: [" };
    size_t kind = draw(sizeof words / sizeof words[0]);
    size_t count = 1 + draw(PARTS);

    if (depth == DEPTH || draw(3) == 0) {
        buf_text(out, PICK(finds));
        return;
    }
    buf_text(out, words[kind]);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_text(out, ", ");
        write_rule(out, depth + 1);
    }
    buf_text(out, kind == 2 ? "]}" : "]");
    if (kind != 2 && draw(4) == 0) {
        buf_text(out, ", none: [");
        buf_text(out, PICK(finds));
        buf_text(out, "]");
    }
    buf_text(out, PICK(windows));
    buf_char(out, '}');
}

static void
write_wrapped(struct buf *out, struct str rule)
{
    static const char *const wraps[][2] = {
        { "{all: [", "]}" },
        { "{any: [", "]}" },
        { "{at_least: {count: 1, of: [", "]}}" },
        { "{any: [{find: {word: zeta (=)}}, ", "]}" },
        { "{any: [", ", {find: {word: zeta (=)}}]}" },
        { "{all: [{any: [", "]}]}" },
    };
    size_t wrap = draw(sizeof wraps / sizeof wraps[0]);

    buf_text(out, wraps[wrap][0]);
    buf_str(out, rule);
    buf_text(out, wraps[wrap][1]);
}

/* ---- Texts ---- */

static const char *const pieces[] = {
    "polisen", "Polisen", "kommunen", "alla",     "måla",       "måla",
    "städa",   "gräva",   "inte",     "källa",    "klotter",    "buller",
    "huset",   "när",     "parken",   "därefter", "skräpighet", "vid behov",
};

static const char *const areas[] = { "Klotter", "Buller", "Skräp i parken",
                                     "Organisation", "Fokusområde mörker" };

static const struct drawn_words vocabulary = { &state, pieces,
                                               sizeof pieces / sizeof pieces[0],
                                               4 };

static void
write_words(struct buf *out)
{
    drawn_words(out, &vocabulary);
}

static void
write_paragraph(struct buf *out)
{
    drawn_paragraph(out, &vocabulary);
}

static void
write_list(struct buf *out)
{
    size_t count = 1 + draw(4), level = 0;

    if (draw(2)) {
        buf_text(out, draw(3) ? "Vi ska " : "Prioriterat ");
        write_words(out);
        buf_text(out, ":\n\n");
    }
    for (size_t i = 0; i < count; i++) {
        level = i > 0 && draw(3) == 0 ? level + 1 : draw(level + 1);
        for (size_t k = 0; k < level; k++)
            buf_text(out, "  ");
        buf_text(out, "- ");
        write_words(out);
        if (draw(5) == 0)
            buf_char(out, ':');
        buf_char(out, '\n');
    }
    buf_char(out, '\n');
}

static void
write_table(struct buf *out)
{
    size_t rows = 1 + draw(4);

    buf_text(out, draw(2) ? "| Problem | Vad |" : "| Vem | Vad |");
    buf_text(out, "\n|---|---|\n");
    for (size_t i = 0; i < rows; i++) {
        buf_text(out, "| ");
        if (draw(3))
            buf_text(out, PICK(areas));
        buf_text(out, " | ");
        write_words(out);
        buf_text(out, " |\n");
    }
    buf_char(out, '\n');
}

static void
write_heading(struct buf *out)
{
    static const char *const begins[] = { "Fokusområde ", "Fokusområde ",
                                          "Prioriterat ", "" };
    size_t level = 1 + draw(3);

    for (size_t i = 0; i < level; i++)
        buf_char(out, '#');
    buf_char(out, ' ');
    buf_text(out, PICK(begins));
    if (draw(2))
        buf_text(out, PICK(areas));
    else
        write_words(out);
    buf_text(out, "\n\n");
}

static void
write_text(struct buf *out)
{
    static void (*const writers[])(struct buf *) = {
        write_paragraph, write_list, write_table, write_heading, write_heading
    };
    size_t count = 2 + draw(8);

    buf_text(out, "# Plan\n\nAnkare här.\n\n");
    for (size_t i = 0; i < count; i++)
        PICK(writers)(out);
}

/* ---- The checklist of a round ---- */

static const char head[] =
    "recognise: {kinds: [plan]}\nchecklist: prov\nversion: \"1\"\n"
    "language: xx\ntitle: {sv: T, en: T}\nbasis: {sv: T, en: T}\n"
    "sources: {S: S}\n"
    "vocabulary:\n"
    "  gör: [måla (=), städa (=), gräva (=)]\n"
    "  polis: [polisen (=)]\n"
    "  kommun: [kommunen (=)]\n"
    "  alla: [alla (=)]\n"
    "  källa: [källa (=)]\n"
    "  ankare: [ankare (=)]\n"
    "  fokus: [fokusområde (=)]\n"
    "  prioriterat: [prioriterat (=)]\n"
    "  problem: [problem (=)]\n"
    "  organisation: [organisation (=)]\n"
    "items:\n  measure: {from: [item, row, sentence, heading], is: gör, "
    "unless: [källa], actors: {polis: polis, kommun: {within: focus, all: "
    "[kommun]}}, holds: {k: kommun}}\n"
    "focus: {heading: fokus, list: prioriterat, column: problem, unless: "
    "organisation}\n"
    "areas:\n- id: a\n  title: {sv: A, en: A}\n  criteria:\n";

static const struct {
    const char *level, *before, *after;
} criteria[CRITERIA] = {
    [BY_ITEM] = { "level: item\n    of: measure\n    share: {met: 60, partly: "
                  "10}",
                  "", "" },
    [BY_SHARE] = { "level: document",
                   "{share: {of: measure, percent: 60, is: ", "}}" },
    [BY_ITEM_ALL] = { "level: item\n    of: measure\n    share: {met: 100}", "",
                      "" },
    [BY_EACH] = { "level: document", "{each: {of: measure, is: ", "}}" },
    [BY_FOCUS] = { "level: focus\n    share: {met: 50, partly: 10}", "", "" },
    [BY_FOCUS_SHARE] = { "level: document",
                         "{share: {of: focus, percent: 50, is: ", "}}" },
    [WRITTEN] = { "level: item\n    of: measure", "", "" },
    [REWRITTEN] = { "level: item\n    of: measure", "", "" },
    [ANY_ITEM] = { "level: document",
                   "{share: {of: measure, percent: 1, is: "
                   "{any: [gör, ",
                   "]}}}" },
    [AT_LEAST_ONE] = { "level: document",
                       "{any: [{number: {of: measure, least: 1}}, "
                       "{all: [{find: {word: zeta (=)}}, ",
                       "]}]}" },
    [IN_FOCUS] = { "level: item\n    of: measure", "{within: focus, all: [",
                   "]}" },
    [IN_DOCUMENT] = { "level: item\n    of: measure",
                      "{within: document, all: [", "]}" },
    [WHOLE] = { "level: document", "{all: [", "]}" },
};

static void
write_criterion(struct buf *out, size_t number, struct str rule)
{
    buf_text(out, "  - id: k");
    buf_int(out, (int64_t)number);
    buf_text(out, "\n    code: c");
    buf_int(out, (int64_t)number);
    buf_text(out, "\n    title: {sv: T, en: T}\n    question: {sv: F, en: Q}\n"
                  "    why: {sv: V, en: W}\n    advice: {sv: R, en: A}\n"
                  "    model: M\n    source: S\n    weight: must\n"
                  "    chain: owner\n    ");
    buf_text(out, criteria[number].level);
    buf_text(out, "\n    met: ");
    buf_text(out, criteria[number].before);
    if (number == REWRITTEN)
        write_wrapped(out, rule);
    else
        buf_str(out, rule);
    buf_text(out, criteria[number].after);
    buf_char(out, '\n');
}

/* The checklist of the rule that has been written. */
void
levels_load(struct test *test)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&yaml, head);
    for (size_t i = 0; i < CRITERIA; i++)
        write_criterion(&yaml, i, buf_view(&test->rule));
    test->checklist = NULL;
    if (checklist_read(&test->checklist, buf_view(&yaml), "prov", &config,
                       diags))
        fail_msg("does not load: %s\n%s", samsyn_diagnostics_message(diags, 0),
                 yaml.data);
    samsyn_diagnostics_free(diags);
    buf_done(&yaml);
}

void
levels_begin(struct test *test)
{
    buf_init(&test->rule, &mem_default, BUF_ANY);
    buf_init(&test->text, &mem_default, BUF_ANY);
    write_rule(&test->rule, 0);
    write_text(&test->text);
    levels_load(test);
}

void
levels_end(struct test *test)
{
    checklist_free(test->checklist);
    buf_done(&test->rule);
    buf_done(&test->text);
}

struct samsyn_document *
levels_read(const struct test *test, struct str text)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_document *document = NULL;

    assert_int_equal(document_read(&document, text, "a.md",
                                   SAMSYN_FORMAT_MARKDOWN,
                                   test->checklist->language, &config, NULL),
                     SAMSYN_OK);
    return document;
}

struct samsyn_assessment *
levels_assess(const struct test *test, struct str text, uint64_t steps)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_document *document = levels_read(test, text);
    struct samsyn_assessment *result = NULL;

    if (steps > 0)
        config.limits[SAMSYN_LIMIT_STEPS] = steps;
    assert_int_equal(assess(&result, test->checklist, document, &config),
                     SAMSYN_OK);
    document_free(document);
    return result;
}
