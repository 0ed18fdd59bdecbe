/* SPDX-License-Identifier: MIT */

/* What may be asked of a model that was read.  Nothing here changes one, so
 * that any number of threads may share it. */

#include "learn/model.h"

#include "base/utf8.h"

void
model_free(struct model *model)
{
    if (!model)
        return;
    samsyn_allocator mem = model->arena.mem;
    arena_done(&model->arena);
    buf_done(&model->bytes);
    mem_free(&mem, model);
}

bool
model_is_text(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];

        if (byte < 0x20 || byte == 0x7f)
            return false;
    }
    return text.len > 0 && text.len <= MODEL_TEXT &&
           utf8_valid(text.ptr, text.len) == text.len;
}

size_t
model_stride(size_t classes)
{
    return (classes + MODEL_LANES - 1) / MODEL_LANES * MODEL_LANES;
}

size_t
model_most_features(size_t classes)
{
    return MODEL_ROOM / (model_stride(classes) + 1);
}

size_t
model_criterion(const struct model *model, struct str id)
{
    for (size_t i = 0; i < model->criterion_count; i++) {
        if (str_equal(model->criteria[i], id))
            return i;
    }
    return SAMSYN_NONE;
}

int32_t
model_weight(const struct model *model, size_t feature, size_t class)
{
    for (size_t i = model->firsts[feature]; i < model->firsts[feature + 1];
         i++) {
        if (model->weights[i].class == class)
            return model->weights[i].weight;
    }
    return 0;
}

const struct model_section *
model_section(const struct model *model, struct str name)
{
    for (size_t i = 0; i < model->section_count; i++) {
        if (str_equal(model->sections[i].name, name))
            return &model->sections[i];
    }
    return NULL;
}
