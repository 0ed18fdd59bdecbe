/* SPDX-License-Identifier: MIT */

/* What may be asked of a model that was read.  Nothing here changes one, so
 * that any number of threads may share it. */

#include "learn/model.h"

void
model_free(struct model *model)
{
    if (!model)
        return;
    samsyn_allocator mem = model->arena.mem;
    arena_done(&model->arena);
    mem_free(&mem, model);
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

const struct model_section *
model_section(const struct model *model, struct str name)
{
    for (size_t i = 0; i < model->section_count; i++) {
        if (str_equal(model->sections[i].name, name))
            return &model->sections[i];
    }
    return NULL;
}
