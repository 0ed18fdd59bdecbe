/* SPDX-License-Identifier: MIT */
#ifndef LEARN_TRAIN_H
#define LEARN_TRAIN_H

/* Training: the one place of the library that has fractions.  Only + - * and
 * / of IEEE doubles are used, in a fixed order, so that every machine and
 * compiler makes the same model of the same passages.  What trains one class
 * knows of no other: classes may be trained in any order and in threads. */

#include "base/buf.h"
#include "learn/model.h"

/* One example: its features, rising, and how often it has each. */
struct lesson {
    const uint32_t *features;
    const uint16_t *counts; /* read where values is NULL */
    const double *values;   /* taken as they are; counts are divided by the
                               square root of their sum */
    size_t count;
};

/* One question to all lessons. */
struct problem {
    const int8_t *labels;  /* by lesson: 1 yes, -1 no, 0 leave it out */
    const double *weights; /* by lesson, above 0; NULL: 1 for all */
    double cost;           /* of an error, against small weights */
    bool balanced;         /* yes and no weigh the same, however many */
};

struct linear {
    double *weights; /* by feature */
    double bias;
    uint32_t rounds; /* it took, for those who watch */
};

/* Logistic regression, L2.  @p out is written on success: end its weights with
 * linear_done().  SAMSYN_OK, SAMSYN_E_NOMEM; SAMSYN_E_ARGUMENT where a lesson
 * names a feature that is not below @p features. */
samsyn_status
train_linear(struct linear *out, const struct lesson *lessons, size_t count,
             size_t features, const struct problem *problem,
             const samsyn_allocator *mem);

void
linear_done(struct linear *linear, const samsyn_allocator *mem);

/* What it gives a lesson: above 0 is yes. */
double
linear_score(const struct linear *linear, const struct lesson *lesson);

/* Natural logarithm (above 0) and exponential, the same everywhere. */
double
train_log(double x);
double
train_exp(double x);

/* What a model file is made of. */
struct model_draft {
    struct str checklist; /* its id */
    struct str digest;    /* of what it was trained from */
    const struct str *criteria;
    size_t criterion_count;
    const struct linear *classes; /* MODEL_LEVELS a criterion */
    const uint32_t *hashes;       /* of the features, rising strictly */
    size_t feature_count;
    const struct model_section *sections;
    size_t section_count;
    /* Weights below so many parts of 127 of the largest of their class are
     * left out; 0: no more than it takes for MODEL_WELL. */
    int least;
};

/* Rounds the weights and appends the file.  SAMSYN_OK, SAMSYN_E_NOMEM;
 * SAMSYN_E_LIMIT where there is more than model_read() would take,
 * SAMSYN_E_ARGUMENT where a text is none (model_is_text()) or hashes do not
 * rise. */
samsyn_status
model_write(struct buf *out, const struct model_draft *draft);

#endif
