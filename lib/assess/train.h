/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_TRAIN_H
#define ASSESS_TRAIN_H

/* Teaches a checklist: from labelled passages and documents to a model file.
 *
 * The documents are dealt into folds in the order given.  For each fold a
 * model is trained without its documents and weighs them; what it says of
 * them beside what the rules say is what their balance is fitted on, and
 * what every figure is reported from: nothing is measured on what it was
 * taught from.  The model that is written is trained from everything. */

#include "assess/assessment.h"
#include "assess/balance.h"
#include "learn/book.h"

enum {
    TRAIN_FOLDS = 6,
    TRAIN_LEAST = 5,      /* passages for a criterion that it must have; one
                           * without rules needs as many against it */
    TRAIN_PASSAGES = 120, /* of a document, as counter-examples */
    TRAIN_RARE = 3,       /* passages that must share a feature */
    TRAIN_LIKELY = 80,    /* of 100 likely verdicts, right when held out */
    TRAIN_CERTAIN = 94    /* of 100 certain ones: one more than is said, since
                           * margins are chosen where they look best */
};

/* Where a lesson comes from, and what it says of which criterion. */
struct train_lesson {
    size_t criterion; /* of the checklist; SAMSYN_NONE: of no one */
    size_t document;  /* SAMSYN_NONE: a passage by itself */
    samsyn_verdict verdict;
};

/* A labelled document and what the rules say of it. */
struct train_document {
    const struct samsyn_document *document; /* borrowed */
    bool known;             /* rules were written with it in view */
    samsyn_verdict *labels; /* by criterion; 0: none that counts */
    struct ruling *rules;   /* by criterion */
};

/* A document and a criterion, weighed by a model that knew neither. */
struct train_row {
    size_t document, index; /* index: of the criterion among the taught */
    samsyn_verdict label, rules;
    int32_t features[BALANCE_FEATURES];
};

struct training {
    const struct samsyn_checklist *checklist;
    const struct samsyn_config *config;
    const samsyn_training *asked;
    struct samsyn_diagnostics *diags;
    struct arena arena;
    struct book book;
    struct vec lessons; /* of struct train_lesson, as in the book */
    struct train_document *documents;
    size_t *taught; /* criteria of the checklist that are taught */
    size_t taught_count;
    struct vec rows; /* of struct train_row */
};

/* The fitted balance, as numbers of the model's section. */
struct train_balance {
    int32_t *values;
    size_t count;
};

/* As samsyn_train(). */
samsyn_status
train(struct buf *out, const struct samsyn_checklist *checklist,
      const samsyn_training *asked, const struct samsyn_config *config,
      struct samsyn_diagnostics *diags);

/* train_lessons.c: reads every passage, document and label. */
samsyn_status
train_gather(struct training *training);

/* train_fold.c: a model of all lessons but those of a fold's documents
 * (TRAIN_FOLDS: of all), with @p sections. */
samsyn_status
train_model(struct buf *out, struct training *training, size_t fold,
            const struct model_section *sections, size_t count);

/* train_fold.c: adds a row for every label of a fold's documents. */
samsyn_status
train_weigh(struct training *training, size_t fold);

/* train_balance.c: fits the balance on the rows, tells what came out, each fold
 * by one that was fitted on the others, and gives the section. */
samsyn_status
train_fit(struct train_balance *out, struct training *training);

/* train_start.c: gives criteria without rules and without labelled documents
 * the starts in the section that their passages call for. */
samsyn_status
train_start(int32_t *values, struct training *training);

/* train_fold.c: what a lesson says to a class: 1, -1, or 0 for nothing. */
int8_t
train_label(const struct training *training, const struct train_lesson *lesson,
            size_t criterion, size_t level);

/* train_fold.c: trains one class from all lessons by their labels. */
samsyn_status
train_class(struct linear *out, const struct training *training,
            const int8_t *labels);

/* train_balance.c: whether a verdict is at least that of a level; and rounds
 * to thousandths, within SCORE_MOST. */
bool
train_is_yes(samsyn_verdict verdict, size_t level);
int32_t
train_thousandths(double value);

/* The fold of a document. */
size_t
train_fold_of(const struct training *training, size_t document);

#endif
