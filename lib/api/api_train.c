/* SPDX-License-Identifier: MIT */
/* Training: checks what is given, trains, hands the model over. */

#include "api/api.h"
#include "assess/train.h"

static bool
is_lesson(const samsyn_lesson *lesson, bool passage)
{
    int verdict = (int)lesson->verdict;

    if (!api_text_given(lesson->text, lesson->length))
        return false;
    if (!lesson->criterion)
        return passage && verdict == SAMSYN_VERDICT_NOT_MET;
    if (!passage)
        return verdict >= SAMSYN_VERDICT_MET &&
               verdict <= SAMSYN_VERDICT_NOT_APPLICABLE;
    return verdict >= SAMSYN_VERDICT_MET && verdict <= SAMSYN_VERDICT_NOT_MET;
}

static bool
is_labelled(const samsyn_labelled *labelled)
{
    if (!labelled->document || (!labelled->labels && labelled->label_count))
        return false;
    for (size_t i = 0; i < labelled->label_count; i++) {
        if (!is_lesson(&labelled->labels[i], false))
            return false;
    }
    return true;
}

static bool
is_training(const samsyn_training *training)
{
    if (!training || training->passage_count + training->document_count == 0 ||
        (!training->passages && training->passage_count) ||
        (!training->documents && training->document_count))
        return false;
    for (size_t i = 0; i < training->passage_count; i++) {
        if (!is_lesson(&training->passages[i], true) ||
            training->passages[i].document > training->document_count)
            return false;
    }
    for (size_t i = 0; i < training->document_count; i++) {
        if (!is_labelled(&training->documents[i]))
            return false;
    }
    return true;
}

samsyn_status
samsyn_train(const samsyn_checklist *checklist, const samsyn_training *training,
             samsyn_write_fn write, void *sink, const samsyn_config *config,
             samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    struct buf model;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!checklist || !write || !is_training(training))
        return api_end(&call, SAMSYN_E_ARGUMENT);
    buf_init(&model, &call.config->mem, BUF_ANY);
    status = train(&model, checklist, training, call.config, call.diags);
    if (!status)
        status = api_hand(&model, write, sink);
    buf_done(&model);
    return api_end(&call, status);
}
