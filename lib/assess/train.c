/* SPDX-License-Identifier: MIT */

/* From passages and documents to a model: gathers the lessons, trains and
 * weighs fold by fold, fits their balance with the rules, and trains the model
 * that is kept. */

#include "assess/train.h"

#include "assess/acquainted.h"

/* The documents that the model will know. */
static int32_t *
known_numbers(struct training *training, size_t count)
{
    int32_t *numbers = arena_array(&training->arena, count * ACQUAINTED_NUMBERS,
                                   sizeof *numbers);

    for (size_t i = 0; numbers && i < count; i++)
        acquainted_numbers(numbers + ACQUAINTED_NUMBERS * i,
                           training->documents[i].document);
    return numbers;
}

/* The model that is kept, of all lessons. */
static samsyn_status
train_kept(struct buf *out, struct training *training,
           const struct train_balance *balance)
{
    size_t count = training->asked->document_count;
    const struct model_section sections[] = {
        { STR(BALANCE_SECTION), balance->values, balance->count },
        { STR(ACQUAINTED_SECTION), known_numbers(training, count),
          count * ACQUAINTED_NUMBERS },
    };

    if (!sections[1].values)
        return SAMSYN_E_NOMEM;
    return train_model(out, training, TRAIN_FOLDS, sections,
                       ARRAY_LEN(sections));
}

static samsyn_status
train_all(struct buf *out, struct training *training)
{
    struct train_balance balance = { NULL, 0 };
    samsyn_status status = train_gather(training);
    bool weighed = training->asked->document_count > 0;

    for (size_t i = 0; !status && weighed && i < TRAIN_FOLDS; i++)
        status = train_weigh(training, i);
    if (!status)
        status = train_fit(&balance, training);
    if (!status)
        status = train_start(balance.values, training);
    return status ? status : train_kept(out, training, &balance);
}

samsyn_status
train(struct buf *out, const struct samsyn_checklist *checklist,
      const samsyn_training *asked, const struct samsyn_config *config,
      struct samsyn_diagnostics *diags)
{
    struct training training = { .checklist = checklist,
                                 .config = config_of(config),
                                 .asked = asked,
                                 .diags = diags };
    const samsyn_allocator *mem = &training.config->mem;
    samsyn_status status;

    arena_init(&training.arena, mem);
    book_init(&training.book, mem);
    vec_init(&training.lessons, mem, sizeof(struct train_lesson));
    vec_init(&training.rows, mem, sizeof(struct train_row));
    status = train_all(out, &training);
    vec_done(&training.rows);
    vec_done(&training.lessons);
    book_done(&training.book);
    arena_done(&training.arena);
    return status;
}
