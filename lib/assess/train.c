/* SPDX-License-Identifier: MIT */

/* From passages and documents to a model: gathers the lessons, trains and
 * weighs fold by fold, fits their balance with the rules, and trains the model
 * that is kept. */

#include "assess/train.h"

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
    if (!status) {
        const struct model_section section = { STR(BALANCE_SECTION),
                                               balance.values, balance.count };

        status = train_model(out, training, TRAIN_FOLDS, &section, 1);
    }
    return status;
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
