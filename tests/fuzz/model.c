/* SPDX-License-Identifier: MIT */

/* Any bytes as a model file.  One that is read weighs a few words.  Since a
 * file tells its own length, each input is tried with that put right, too. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "learn/weigh.h"

enum {
    LENGTH_AT = 12, /* in a file */
    LENGTH_END = 16,
    REASONS = 3
};

static void
check_scores(const struct weigher *weigher, const struct tally *tally,
             uint32_t words)
{
    struct weighed_word reasons[REASONS];
    int32_t scores[MODEL_CLASSES];

    weigher_scores(weigher, tally, scores);
    for (size_t i = 0; i < weigher->model->class_count; i++) {
        size_t count = weigher_reasons(weigher, 0, words, i, reasons, REASONS);

        fuzz_require(scores[i] >= -SCORE_MOST && scores[i] <= SCORE_MOST);
        fuzz_require(scores[i] == weigher_score(weigher, tally, i));
        fuzz_require(count <= REASONS);
        for (size_t k = 0; k < count; k++) {
            fuzz_require(reasons[k].weight > 0 && reasons[k].word < words);
            fuzz_require(k == 0 || reasons[k].weight <= reasons[k - 1].weight);
        }
    }
}

static void
use(const struct model *model)
{
    static struct str forms[] = { { "hunden", 6 },
                                  { "sk\xC3\xA4ller", 8 },
                                  { "2026", 4 },
                                  { "\xF0\x9F\x98\x80", 4 } };
    static struct word words[] = {
        { .form = 0, .glue = GLUE_START }, { .form = 1 }, { .form = 2 },
        { .form = 0, .glue = GLUE_START }, { .form = 3 },
    };
    const struct samsyn_document document = { .forms = forms,
                                              .form_count = ARRAY_LEN(forms),
                                              .words = words,
                                              .word_count = ARRAY_LEN(words) };
    struct weigher weigher;
    struct tally tally;

    fuzz_require(weigher_init(&weigher, model, &document, &mem_default) ==
                 SAMSYN_OK);
    fuzz_require(tally_init(&tally, &weigher));
    weigher_add(&weigher, &tally, 0, ARRAY_LEN(words));
    check_scores(&weigher, &tally, ARRAY_LEN(words));
    tally_done(&tally, &weigher);
    weigher_done(&weigher);
}

static void
try(const char *bytes, size_t length)
{
    struct samsyn_diagnostics *found = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct model *model = NULL;
    samsyn_status status;
    struct buf file; /* a block of just the size */

    buf_init(&file, &mem_default, BUF_ANY);
    file.data = malloc(length + !length);
    fuzz_require(found && file.data);
    if (length > 0)
        memcpy(file.data, bytes, length);
    file.len = file.cap = length;
    status = model_read(&model, &file, NULL, found, NULL);
    fuzz_require((status == SAMSYN_OK) == (model != NULL));
    fuzz_require((status == SAMSYN_OK) ==
                 (samsyn_diagnostics_count(found) == 0));
    if (model) {
        fuzz_require(model_criterion(model, STR("")) == SAMSYN_NONE);
        use(model);
    }
    model_free(model);
    buf_done(&file);
    samsyn_diagnostics_free(found);
}

int
fuzz_model(const uint8_t *bytes, size_t length)
{
    char *copy = calloc(length + !length, 1);

    fuzz_require(copy);
    if (length > 0)
        memcpy(copy, bytes, length);
    try(copy, length);
    for (size_t i = LENGTH_AT; length >= LENGTH_END && i < LENGTH_END; i++)
        copy[i] = (char)(uint8_t)(length >> 8 * (i - LENGTH_AT));
    if (length >= LENGTH_END)
        try(copy, length);
    free(copy);
    return 0;
}

FUZZ_ENTRY(fuzz_model)
