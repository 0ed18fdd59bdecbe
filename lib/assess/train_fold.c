/* SPDX-License-Identifier: MIT */

/* Trains the classes of one model and weighs documents with it.
 *
 * A passage that was written for one criterion is a counter-example for all
 * others; what was found in a document is one only for criteria that the
 * document does not show at all, since it may well show two. */

#include "assess/train.h"

#include "assess/judge.h"

/* What training one model works on. */
struct fitting {
    struct training *training;
    size_t fold;
    struct linear *classes;
    int8_t *labels;
};

size_t
train_fold_of(const struct training *training, size_t document)
{
    return training->asked->documents[document].fold % TRAIN_FOLDS;
}

int8_t
train_label(const struct training *training, const struct train_lesson *lesson,
            size_t criterion, size_t level)
{
    const struct train_document *document;

    if (lesson->criterion == criterion)
        return train_is_yes(lesson->verdict, level) ? 1 : -1;
    if (lesson->document == SAMSYN_NONE)
        return -1;
    document = &training->documents[lesson->document];
    return document->labels[criterion] == SAMSYN_VERDICT_NOT_MET ? -1 : 0;
}

/* The same, and nothing of what the fold holds out. */
static int8_t
label_of(const struct fitting *fitting, const struct train_lesson *lesson,
         size_t criterion, size_t level)
{
    if (lesson->document != SAMSYN_NONE &&
        train_fold_of(fitting->training, lesson->document) == fitting->fold)
        return 0;
    return train_label(fitting->training, lesson, criterion, level);
}

samsyn_status
train_class(struct linear *out, const struct training *training,
            const int8_t *labels)
{
    struct problem problem = { .labels = labels,
                               .cost = 3.0,
                               .balanced = true };

    return train_linear(out, training->book.lessons,
                        training->book.lesson_count, training->book.hash_count,
                        &problem, &training->config->mem);
}

static samsyn_status
fit_class(struct fitting *fitting, size_t index, size_t level)
{
    struct training *training = fitting->training;

    for (size_t i = 0; i < training->lessons.len; i++)
        fitting->labels[i] = label_of(fitting, vec_at(&training->lessons, i),
                                      training->taught[index], level);
    return train_class(&fitting->classes[MODEL_LEVELS * index + level],
                       training, fitting->labels);
}

static samsyn_status
fit_all(struct fitting *fitting)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < fitting->training->taught_count; i++) {
        for (size_t level = 0; !status && level < MODEL_LEVELS; level++)
            status = fit_class(fitting, i, level);
        if (!status && config_stops(fitting->training->config))
            status = SAMSYN_E_STOPPED;
    }
    return status;
}

static samsyn_status
write_model(struct buf *out, const struct fitting *fitting,
            const struct model_section *sections, size_t count)
{
    const struct training *training = fitting->training;
    const struct samsyn_checklist *checklist = training->checklist;
    struct str *ids =
        mem_array(&training->config->mem, training->taught_count, sizeof *ids);
    struct model_draft draft = { .checklist = checklist->id,
                                 .digest = str_of(checklist->digest),
                                 .criteria = ids,
                                 .criterion_count = training->taught_count,
                                 .classes = fitting->classes,
                                 .hashes = training->book.hashes,
                                 .feature_count = training->book.hash_count,
                                 .sections = sections,
                                 .section_count = count };
    samsyn_status status = SAMSYN_E_NOMEM;

    if (!ids)
        return status;
    for (size_t i = 0; i < training->taught_count; i++)
        ids[i] = checklist->criteria[training->taught[i]].id;
    status = model_write(out, &draft);
    mem_free(&training->config->mem, ids);
    return status;
}

samsyn_status
train_model(struct buf *out, struct training *training, size_t fold,
            const struct model_section *sections, size_t count)
{
    const samsyn_allocator *mem = &training->config->mem;
    size_t classes = MODEL_LEVELS * training->taught_count;
    struct fitting fitting = { .training = training, .fold = fold };
    samsyn_status status = SAMSYN_E_NOMEM;

    fitting.classes = mem_array(mem, classes, sizeof *fitting.classes);
    fitting.labels =
        mem_array(mem, training->lessons.len, sizeof *fitting.labels);
    if (fitting.classes && fitting.labels) {
        status = fit_all(&fitting);
        if (!status)
            status = write_model(out, &fitting, sections, count);
        for (size_t i = 0; i < classes; i++)
            linear_done(&fitting.classes[i], mem);
    }
    mem_free(mem, fitting.classes);
    mem_free(mem, fitting.labels);
    return status;
}

/* ---- Weighing what was held out ---- */

static bool
add_rows(struct training *training, const struct taught *taught, size_t index)
{
    const struct train_document *document = &training->documents[index];

    for (size_t i = 0; i < training->taught_count; i++) {
        size_t criterion = training->taught[i];
        struct train_row *row;

        if (!document->labels[criterion])
            continue;
        row = vec_push(&training->rows);
        if (!row)
            return false;
        *row =
            (struct train_row){ .document = index,
                                .index = i,
                                .label = document->labels[criterion],
                                .rules = document->rules[criterion].verdict };
        balance_features(row->features, taught, i, document->rules[criterion]);
    }
    return true;
}

static samsyn_status
weigh_document(struct training *training, const struct model *model,
               size_t index)
{
    const struct samsyn_checklist *checklist = training->checklist;
    const struct samsyn_document *document =
        training->documents[index].document;
    struct matches *matches;
    struct taught taught = { 0 };
    struct search search;
    samsyn_status status =
        match_document(&matches, &checklist->tokens, checklist->language,
                       document, training->config);

    if (status)
        return status;
    if (!search_init(&search, checklist, document, matches, training->config) ||
        !taught_init(&taught, &search, model) ||
        !add_rows(training, &taught, index))
        status = SAMSYN_E_NOMEM;
    taught_done(&taught);
    search_done(&search);
    matches_free(matches);
    return status;
}

samsyn_status
train_weigh(struct training *training, size_t fold)
{
    struct model *model = NULL;
    struct buf bytes;
    samsyn_status status;

    buf_init(&bytes, &training->config->mem, BUF_ANY);
    status = train_model(&bytes, training, fold, NULL, 0);
    if (!status)
        status = model_read(&model, &bytes, training->config, training->diags,
                            "fold");
    for (size_t i = 0; !status && i < training->asked->document_count; i++) {
        if (train_fold_of(training, i) == fold)
            status = weigh_document(training, model, i);
    }
    model_free(model);
    buf_done(&bytes);
    return status;
}
