/* SPDX-License-Identifier: MIT */

/* Bytes up to a NUL as a rule of a small checklist, those behind it as a text.
 * The rule wrapped in an all, an any or an at_least of one must come to the
 * same verdict. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "assess/assessment.h"
#include "fuzz.h"
#include "support/fixture.h"
#include "support/whole.h"

static samsyn_checklist *
load(const char *before, const char *rule, const char *after,
     const struct samsyn_config *config)
{
    samsyn_checklist *checklist = NULL;
    struct buf met, yaml;
    samsyn_status status;

    buf_init(&met, &mem_default, BUF_ANY);
    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&met, before);
    buf_text(&met, rule);
    buf_text(&met, after);
    fixture_yaml(&yaml, met.data, NULL, NULL);
    status = samsyn_checklist_load(&checklist, yaml.data, yaml.len, "fuzz",
                                   config, NULL);
    fuzz_require((status == SAMSYN_OK) == (checklist != NULL));
    buf_done(&met);
    buf_done(&yaml);
    return checklist;
}

/* 0 where there is nothing to compare. */
static samsyn_verdict
judge(const char *before, const char *rule, const char *after,
      const struct text *bytes, const struct samsyn_config *config)
{
    samsyn_checklist *checklist = load(before, rule, after, config);
    samsyn_document *document = NULL;
    samsyn_assessment *result = NULL;
    samsyn_verdict verdict = (samsyn_verdict)0;

    if (!checklist || checklist->criterion_count != 1)
        goto done;
    if (samsyn_document_read(&document, bytes->bytes, bytes->length, "a.md",
                             SAMSYN_FORMAT_MARKDOWN, checklist->language,
                             config, NULL))
        goto done;
    fuzz_require(!samsyn_assess(&result, checklist, document, config, NULL));
    verdict =
        samsyn_criterion_verdict(samsyn_assessment_criterion_at(result, 0));
    fuzz_require(verdict);
done:
    samsyn_assessment_free(result);
    samsyn_document_free(document);
    samsyn_checklist_free(checklist);
    return verdict;
}

static const char *const wraps[][2] = {
    { "{all: [", "]}" },
    { "{any: [", "]}" },
    { "{at_least: {count: 1, of: [", "]}}" },
};

int
fuzz_rule(const uint8_t *bytes, size_t length)
{
    struct samsyn_config config = fixture_config(&mem_default);
    const uint8_t *nul = memchr(bytes, '\0', length);
    size_t at = nul ? (size_t)(nul - bytes) + 1 : length;
    struct text text = { (char *)(uintptr_t)bytes + at, length - at };
    char *rule = malloc(at + 1);
    samsyn_verdict plain;

    fuzz_require(rule);
    memcpy(rule, bytes, at);
    rule[at] = '\0';
    plain = judge("", rule, "", &text, &config);
    /* What is no rule by itself may be one between brackets. */
    for (size_t i = 0;
         plain && !strpbrk(rule, "\n\r#") && i < sizeof wraps / sizeof wraps[0];
         i++) {
        samsyn_verdict wrapped =
            judge(wraps[i][0], rule, wraps[i][1], &text, &config);

        fuzz_require(!wrapped || wrapped == plain);
    }
    free(rule);
    return 0;
}

FUZZ_ENTRY(fuzz_rule)
