/* SPDX-License-Identifier: MIT */

/* The text of the assessment that is made by hand, block by block, with its
 * evidence found in it, two promises, two focus areas, and what can be
 * gained. */

#include "support/specimen.h"

#include <assert.h>
#include <string.h>

#define NONE SAMSYN_NONE

static const struct {
    const char *text;
    int kind, level;
    unsigned flags;
    size_t table, row;
} rows[] = {
    { "Sida 1 (2)", SAMSYN_BLOCK_PARAGRAPH, 0, SAMSYN_BLOCK_FURNITURE, NONE,
      NONE },
    { "Avtal & <annat>", SAMSYN_BLOCK_HEADING, 1, 0, NONE, NONE },
    { "Djupt ner", SAMSYN_BLOCK_HEADING, 6, SAMSYN_BLOCK_GUESSED, NONE, NONE },
    { "Avtalet gäller från och med den 1 mars 2026 till och med den 28 "
      "februari 2030. Avtalet sägs inte upp. Parterna ser över avtalet.",
      SAMSYN_BLOCK_PARAGRAPH, 0, 0, NONE, NONE },
    { "Polisen lovar \"mycket\".", SAMSYN_BLOCK_ITEM, 1, 0, NONE, NONE },
    { "Kommunen lovar 'mer'.", SAMSYN_BLOCK_ITEM, 5, 0, NONE, NONE },
    { "Löfte", SAMSYN_BLOCK_HEADER_CELL, 0, 0, 0, 0 },
    { "Tid", SAMSYN_BLOCK_HEADER_CELL, 0, 0, 0, 0 },
    { "Gäller till", SAMSYN_BLOCK_CELL, 0, 0, 0, 1 },
    { "2030-02-28", SAMSYN_BLOCK_CELL, 0, 0, 0, 1 },
    { "<script>alert(1)</script>", SAMSYN_BLOCK_HEADING, 2, 0, NONE, NONE },
};

#define COUNT ARRAY_LEN(rows)

static char text[1000];
static struct samsyn_text_block blocks[COUNT];
static struct samsyn_item items[2];
static struct assessed_focus focus[2];
static uint8_t units[2];
static size_t gains[16];
static size_t checks[] = { 1, 0 }; /* as samsyn_assess() has them */

static void
fill_blocks(void)
{
    size_t at = 0;

    for (size_t i = 0; i < COUNT; i++) {
        size_t length = strlen(rows[i].text);

        assert(at + length + 1 < sizeof text);
        memcpy(text + at, rows[i].text, length);
        blocks[i] =
            (struct samsyn_text_block){ .text = str_make(text + at, length),
                                        .start = (uint32_t)at,
                                        .kind = (uint8_t)rows[i].kind,
                                        .level = (uint8_t)rows[i].level,
                                        .flags = (uint8_t)rows[i].flags,
                                        .document = 1,
                                        .table = rows[i].table,
                                        .row = rows[i].row };
        text[at + length] = '\n';
        at += length + 1;
    }
}

static void
find(struct samsyn_evidence *evidence, const char *from, const char *to)
{
    const char *start = strstr(text, from), *end = start;

    assert(start && strstr(start, to));
    end = strstr(start, to) + strlen(to);
    evidence->text_start = (uint32_t)(start - text);
    evidence->text_end = (uint32_t)(end - text);
}

static struct samsyn_evidence *
evidence_of(struct samsyn_assessment *assessment, size_t criterion, int kind,
            size_t index)
{
    return &assessment->criteria[criterion].evidence[kind].items[index];
}

/* Two that overlap, one within another, one over a row, one refused. */
static void
fill_stretches(struct samsyn_assessment *a)
{
    find(evidence_of(a, 0, SAMSYN_EVIDENCE_COUNTED, 0), "Avtalet gäller",
         "2030.");
    find(evidence_of(a, 0, SAMSYN_EVIDENCE_COUNTED, 1), "Gäller till",
         "2030-02-28");
    find(evidence_of(a, 1, SAMSYN_EVIDENCE_COUNTED, 0), "till och med",
         "sägs inte");
    find(evidence_of(a, 1, SAMSYN_EVIDENCE_REFUSED, 0), "Avtalet sägs", "upp.");
    find(evidence_of(a, 1, SAMSYN_EVIDENCE_NEAREST, 0), "Parterna", "avtalet.");
}

static void
fill_items(struct samsyn_assessment *a)
{
    static const char *const quotes[] = { "Polisen lovar \"mycket\".",
                                          "Kommunen lovar 'mer'." };
    static const char *const actors[] = { "polisen", "" };
    static struct held holds[2][2];
    struct samsyn_criterion *asked = &a->criteria[2];

    for (size_t i = 0; i < 2; i++) {
        items[i] = (struct samsyn_item){ .kind = ITEM_PROMISE,
                                         .index = i,
                                         .focus = i ? NONE : 0,
                                         .actor = str_of(actors[i]),
                                         .holds = holds[i],
                                         .hold_count = 2 };
        holds[i][0] = (struct held){ STR("quantity"), i == 0 };
        holds[i][1] = (struct held){ STR("time"), false };
        items[i].place.document = 1;
        items[i].place.span = (samsyn_span){ 700 + i, 710, 50 + i, 1 };
        items[i].place.quote = str_of(quotes[i]);
        find(&items[i].place, quotes[i], quotes[i]);
    }
    units[0] = SAMSYN_VERDICT_MET;
    units[1] = SAMSYN_VERDICT_NOT_MET;
    asked->asked = LEVEL_ITEM;
    asked->of = ITEM_PROMISE;
    asked->units = units;
    asked->unit_count = 2;
    asked->shares = (samsyn_shares){ .of = 2, .met = 1 };
}

static void
fill_focus(struct samsyn_assessment *a)
{
    static const samsyn_verdict states[2][LINKS] = {
        { SAMSYN_VERDICT_MET, SAMSYN_VERDICT_PARTLY, SAMSYN_VERDICT_NOT_MET, 0,
          SAMSYN_VERDICT_MET, SAMSYN_VERDICT_NEEDS_REVIEW,
          SAMSYN_VERDICT_REFERRED },
        { SAMSYN_VERDICT_MET, SAMSYN_VERDICT_MET, SAMSYN_VERDICT_MET, 0,
          SAMSYN_VERDICT_MET, SAMSYN_VERDICT_MET,
          SAMSYN_VERDICT_NOT_APPLICABLE },
    };

    focus[0].title = str_of("Cykelstölder & <annat>");
    focus[1].title = str_of("");
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < LINKS; k++)
            focus[i].links[k].verdict = states[i][k];
    }
    focus[0].links[LINK_PROBLEM].evidence =
        evidence_of(a, 0, SAMSYN_EVIDENCE_COUNTED, 0);
}

/* By what they give, musts before others: as samsyn_assess() has them. */
static void
fill_gains(struct samsyn_assessment *a)
{
    static const size_t order[] = { 2, 3, 1 };

    memcpy(gains, order, sizeof order);
    a->gains = gains;
    a->gain_count = ARRAY_LEN(order);
}

void
specimen_add_text(struct samsyn_assessment *assessment)
{
    fill_blocks();
    fill_stretches(assessment);
    fill_items(assessment);
    fill_focus(assessment);
    fill_gains(assessment);
    assessment->checks = checks;
    assessment->check_count = ARRAY_LEN(checks);
    assessment->criteria[0].certainty = SAMSYN_LIKELY;
    assessment->criteria[1].certainty = SAMSYN_DOUBTFUL;
    assessment->criteria[1].rules = SAMSYN_VERDICT_NOT_MET;
    assessment->criteria[0].signers = true;
    assessment->blocks = blocks;
    assessment->block_count = COUNT;
    assessment->items = items;
    assessment->item_count = ARRAY_LEN(items);
    assessment->focus = focus;
    assessment->focus_count = ARRAY_LEN(focus);
}
