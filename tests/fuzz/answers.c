/* SPDX-License-Identifier: MIT */

/* Any bytes as a file of answers.  One that loads is used by an assessment:
 * what the machine says must stay as it is, and what is written of it, made
 * in every format, must be read again where it is a file of answers. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "support/answered.h"
#include "support/fixture.h"
#include "support/whole.h"

enum {
    MACHINE = 3000 /* the score that the machine gives */
};

static void
write_all(const samsyn_assessment *assessment)
{
    const char *format;

    for (size_t i = 0; (format = samsyn_report_format_at(i)); i++) {
        struct text text = { 0 };
        samsyn_answers *again = NULL;

        fuzz_require(!samsyn_report_write(assessment, format, strlen(format),
                                          whole_write, &text));
        if (strcmp(format, "answers") == 0)
            fuzz_require(!samsyn_answers_load(&again, text.bytes, text.length,
                                              NULL, NULL, NULL));
        samsyn_answers_free(again);
        free(text.bytes);
    }
}

int
fuzz_answers(const uint8_t *bytes, size_t length)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_assessment *assessment = NULL;
    samsyn_diagnostics *found = NULL;
    samsyn_status status;

    config.year = 2026;
    config.month = config.day = 6;
    status = answered_assess(&assessment, (const char *)bytes, length, &config,
                             &found);
    fuzz_require((status == SAMSYN_OK) == (assessment != NULL));
    fuzz_require(assessment || samsyn_diagnostics_count(found) > 0);
    samsyn_diagnostics_free(found);
    if (assessment) {
        fuzz_require(samsyn_assessment_score(assessment).earned == MACHINE);
        write_all(assessment);
    }
    samsyn_assessment_free(assessment);
    return 0;
}

FUZZ_ENTRY(fuzz_answers)
