/* SPDX-License-Identifier: MIT */

/* Bytes up to a NUL as a rule that is asked of items and areas, those behind
 * it as a text, with an annex behind the next NUL.  A share that a criterion
 * asks of items and one that a rule asks are the same; items stand in order
 * and apart. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "assess/assessment.h"
#include "fuzz.h"
#include "support/fixture.h"
#include "support/whole.h"

static const char head[] =
    "recognise: {kinds: [plan]}\nchecklist: f\nversion: '1'\nlanguage: xx\n"
    "title: {sv: T, en: T}\nbasis: {sv: T, en: T}\nsources: {S: S}\n"
    "vocabulary:\n  a: [måla (=), a (=)]\n  b: [polis (=), b (=)]\n"
    "  f: [fokusområde (=), f (=)]\n  l: [prioriterat (=), l (=)]\n"
    "  p: [problem (=), p (=)]\n  u: [annat (=), u (=)]\n"
    "items:\n  measure: {from: [item, row, sentence, heading], is: a,\n"
    "    unless: [u], actors: {b: {within: focus, find: b}}, holds: {u: u}}\n"
    "  goal: {from: [heading, row], is: {within: document, all: [a, b]}}\n"
    "focus: {heading: f, list: l, column: p, unless: u}\n"
    "areas:\n- id: a\n  title: {sv: A, en: A}\n  criteria:\n";

static const struct {
    const char *level, *before, *after;
} criteria[] = {
    { "item\n    of: measure\n    share: {met: 70}\n    chain: owner", "", "" },
    { "document\n    chain: time",
      "{share: {of: measure, percent: 70, is: ", "}}" },
    { "focus\n    chain: goal", "", "" },
    { "item\n    of: goal\n    chain: measure", "{within: focus, any: [b, ",
      "]}" },
};

static samsyn_checklist *
load(const char *rule, const struct samsyn_config *config)
{
    samsyn_checklist *checklist = NULL;
    samsyn_status status;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&yaml, head);
    for (size_t i = 0; i < sizeof criteria / sizeof criteria[0]; i++) {
        buf_text(&yaml, "  - id: k");
        buf_int(&yaml, (int64_t)i);
        buf_text(&yaml, "\n    code: c");
        buf_int(&yaml, (int64_t)i);
        buf_text(&yaml, "\n    title: {sv: T, en: T}\n"
                        "    question: {sv: T, en: T}\n"
                        "    why: {sv: T, en: T}\n    advice: {sv: T, en: T}\n"
                        "    model: M\n    source: S\n    weight: must\n"
                        "    level: ");
        buf_text(&yaml, criteria[i].level);
        buf_text(&yaml, "\n    met: ");
        buf_text(&yaml, criteria[i].before);
        buf_text(&yaml, rule);
        buf_text(&yaml, criteria[i].after);
        buf_char(&yaml, '\n');
    }
    status = samsyn_checklist_load(&checklist, yaml.data, yaml.len, "fuzz",
                                   config, NULL);
    fuzz_require((status == SAMSYN_OK) == (checklist != NULL));
    buf_done(&yaml);
    return checklist;
}

static void
check(const struct samsyn_assessment *result)
{
    for (size_t i = 1; i < result->item_count; i++) {
        const struct samsyn_item *one = &result->items[i - 1];
        const struct samsyn_item *two = &result->items[i];

        fuzz_require(one->kind <= two->kind);
        fuzz_require(one->kind < two->kind ||
                     one->place.text_start < two->place.text_start);
    }
    if (result->criteria[0].verdict != SAMSYN_VERDICT_NEEDS_REVIEW &&
        result->criteria[1].verdict != SAMSYN_VERDICT_NEEDS_REVIEW)
        fuzz_require((result->criteria[0].verdict == SAMSYN_VERDICT_MET) ==
                     (result->criteria[1].verdict == SAMSYN_VERDICT_MET));
    for (size_t i = 0; i < result->focus_count; i++)
        fuzz_require(result->focus[i].title.ptr);
}

static void
judge(const samsyn_checklist *checklist, const struct text *texts,
      const struct samsyn_config *config)
{
    samsyn_document *documents[2] = { NULL, NULL };
    samsyn_assessment *result = NULL;
    size_t count = 0;

    while (count < 2 && texts[count].bytes &&
           !samsyn_document_read(&documents[count], texts[count].bytes,
                                 texts[count].length, "a.md",
                                 SAMSYN_FORMAT_MARKDOWN, checklist->language,
                                 config, NULL))
        count++;
    if (count > 0) {
        fuzz_require(!samsyn_assess_set(
            &result, checklist, (const samsyn_document *const *)documents,
            count, config, NULL));
        check(result);
    }
    samsyn_assessment_free(result);
    samsyn_document_free(documents[0]);
    samsyn_document_free(documents[1]);
}

int
fuzz_levels(const uint8_t *bytes, size_t length)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct text texts[2] = { { NULL, 0 }, { NULL, 0 } };
    const uint8_t *nul = memchr(bytes, '\0', length);
    size_t at = nul ? (size_t)(nul - bytes) : length;
    samsyn_checklist *checklist;
    char *rule = malloc(at + 1);

    fuzz_require(rule);
    memcpy(rule, bytes, at);
    rule[at] = '\0';
    for (size_t i = 0; i < 2 && nul; i++) {
        size_t from = (size_t)(nul - bytes) + 1;

        nul = memchr(bytes + from, '\0', length - from);
        texts[i].bytes = (char *)(uintptr_t)bytes + from;
        texts[i].length = (nul ? (size_t)(nul - bytes) : length) - from;
    }
    /* What breaks out of the rule can be any checklist at all. */
    checklist = strpbrk(rule, "\n\r#") ? NULL : load(rule, &config);
    if (checklist &&
        checklist->criterion_count == sizeof criteria / sizeof criteria[0])
        judge(checklist, texts, &config);
    samsyn_checklist_free(checklist);
    free(rule);
    return 0;
}

FUZZ_ENTRY(fuzz_levels)
