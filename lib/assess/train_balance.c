/* SPDX-License-Identifier: MIT */

/* Fits how rules and taught evidence are weighed together: one logistic
 * regression a level over what the rules said and how the held-out model
 * scored, with a start for each criterion that is held near 0.
 *
 * What is told of a fold comes from weights fitted on the others. */

#include "assess/train.h"

#include <stdlib.h>

enum {
    PRIORS = MODEL_LEVELS,           /* columns of the sums by the prior */
    OWN = PRIORS + BALANCE_FEATURES, /* the first criterion's own start */
    COLUMNS = PRIORS + BALANCE_FEATURES + 1 /* of a row */
};

/* Few documents say little of seven weights, so what a checklist's own have to
 * say is a correction of these: fitted once on all four checklists together,
 * on all labelled documents, those that rules were written with in view by
 * weight_of_known.  By level: the start and the weights. */
static const double prior[MODEL_LEVELS][BALANCE_LEVEL] = {
    { -0.65, 0.27, 0.43, -0.02, 0.01, 2.01, 3.31, 0.28 },
    { -2.89, -0.20, 0.11, 0.36, 0.33, 0.27, 2.05, 2.04 },
};

/* The more a column is stretched the less a weight on it costs. */
static const double prior_stretch = 4.0, own_stretch = 0.5, start_stretch = 1.2;
static const double cost = 0.1;

/* Rules look better than they are on documents that they were written with in
 * view, so those say less. */
static const double weight_of_known = 0.3;

/* A label and what was said of it while it was held out. */
struct trial {
    const struct train_row *row;
    struct balanced joined, alone;
    size_t fold;
    int32_t margin;
    bool known;
};

/* What fitting works on. */
struct fit {
    struct training *training;
    struct lesson *lessons; /* by row */
    uint32_t *columns;      /* COLUMNS a row */
    double *values;
    int8_t *labels;
    double *weights;   /* by row */
    struct vec trials; /* of struct trial */
};

static double
prior_sum(size_t level, const int32_t features[BALANCE_FEATURES])
{
    double sum = prior[level][0];

    for (size_t i = 0; i < BALANCE_FEATURES; i++)
        sum += prior[level][1 + i] * (features[i] / 1000.0);
    return sum;
}

static void
lay_out_row(struct fit *fit, size_t index)
{
    const struct train_row *row = vec_at(&fit->training->rows, index);
    uint32_t *columns = fit->columns + index * COLUMNS;
    double *values = fit->values + index * COLUMNS;

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = (uint32_t)i;
    for (size_t i = 0; i < PRIORS; i++)
        values[i] = prior_stretch * prior_sum(i, row->features);
    for (size_t i = 0; i < BALANCE_FEATURES; i++)
        values[PRIORS + i] = own_stretch * (row->features[i] / 1000.0);
    fit->weights[index] = 1.0;
    if (fit->training->documents[row->document].known)
        fit->weights[index] = weight_of_known;
    columns[OWN] = (uint32_t)(OWN + row->index);
    values[OWN] = start_stretch;
    fit->lessons[index] = (struct lesson){ .features = columns,
                                           .values = values,
                                           .count = COLUMNS };
}

bool
train_is_yes(samsyn_verdict verdict, size_t level)
{
    return verdict == SAMSYN_VERDICT_MET ||
           (level == 0 && verdict == SAMSYN_VERDICT_PARTLY);
}

static void
set_labels(struct fit *fit, size_t fold, size_t level)
{
    for (size_t i = 0; i < fit->training->rows.len; i++) {
        const struct train_row *row = vec_at(&fit->training->rows, i);

        fit->labels[i] = train_is_yes(row->label, level) ? 1 : -1;
        if (train_fold_of(fit->training, row->document) == fold)
            fit->labels[i] = 0;
    }
}

int32_t
train_thousandths(double value)
{
    double most = SCORE_MOST, parts = value * 1000.0;

    if (parts > most)
        parts = most;
    if (parts < -most)
        parts = -most;
    return (int32_t)(parts < 0 ? parts - 0.5 : parts + 0.5);
}

/* One weight for each feature, whatever it was made of. */
static void
put_level(int32_t *values, const struct linear *linear, size_t level,
          size_t criteria)
{
    int32_t *out = values + level * BALANCE_LEVEL;
    double sums[BALANCE_LEVEL] = { linear->bias };

    for (size_t i = 0; i < BALANCE_FEATURES; i++)
        sums[1 + i] = own_stretch * linear->weights[PRIORS + i];
    for (size_t i = 0; i < PRIORS; i++) {
        for (size_t k = 0; k < BALANCE_LEVEL; k++)
            sums[k] += prior_stretch * linear->weights[i] * prior[i][k];
    }
    for (size_t k = 0; k < BALANCE_LEVEL; k++)
        out[k] = train_thousandths(sums[k]);
    for (size_t i = 0; i < criteria; i++)
        values[BALANCE_STARTS + MODEL_LEVELS * i + level] =
            train_thousandths(start_stretch * linear->weights[OWN + i]);
}

/* The weights by all rows but a fold's. */
static samsyn_status
fit_balance(struct fit *fit, size_t fold, int32_t *values)
{
    size_t criteria = fit->training->taught_count;
    const samsyn_allocator *mem = &fit->training->config->mem;

    for (size_t level = 0; level < MODEL_LEVELS; level++) {
        struct problem problem = { .labels = fit->labels,
                                   .weights = fit->weights,
                                   .cost = cost };
        struct linear linear;
        samsyn_status status;

        set_labels(fit, fold, level);
        status = train_linear(&linear, fit->lessons, fit->training->rows.len,
                              OWN + criteria, &problem, mem);
        if (status)
            return status;
        put_level(values, &linear, level, criteria);
        linear_done(&linear, mem);
    }
    return SAMSYN_OK;
}

/* ---- What comes out ---- */

static bool
try_row(struct fit *fit, const struct train_row *row, const int32_t *values)
{
    struct trial *trial = vec_push(&fit->trials);
    int32_t features[BALANCE_FEATURES];

    if (!trial)
        return false;
    balance_sum(&trial->joined, values, row->index, row->features);
    for (size_t i = 0; i < BALANCE_FEATURES; i++)
        features[i] = i < BALANCE_RULES_PARTLY ? row->features[i] : 0;
    balance_sum(&trial->alone, values, row->index, features);
    if (!balance_is_of_scale(row->rules))
        trial->joined.verdict = row->rules;
    trial->row = row;
    trial->fold = train_fold_of(fit->training, row->document);
    trial->known = fit->training->documents[row->document].known;
    trial->margin = balance_margin(trial->joined.verdict, trial->joined.sums);
    return true;
}

static samsyn_status
try_fold(struct fit *fit, size_t fold, int32_t *values)
{
    samsyn_status status = fit_balance(fit, fold, values);

    for (size_t i = 0; !status && i < fit->training->rows.len; i++) {
        const struct train_row *row = vec_at(&fit->training->rows, i);

        if (train_fold_of(fit->training, row->document) == fold &&
            !try_row(fit, row, values))
            status = SAMSYN_E_NOMEM;
    }
    return status;
}

static int
compare_trials(const void *a, const void *b)
{
    const struct trial *left = a, *right = b;

    if (left->margin != right->margin)
        return left->margin < right->margin ? 1 : -1;
    return (left->row > right->row) - (left->row < right->row);
}

/* The smallest margin of a verdict beyond which so many in 100 were right,
 * outside of a fold: and would be if one more had been wrong, since the
 * smallest is also the luckiest. */
static int32_t
margin_for(const struct vec *trials, samsyn_verdict verdict, size_t percent,
           size_t fold)
{
    int32_t margin = SCORE_MOST;
    size_t right = 0, count = 0;

    for (size_t i = 0; i < trials->len; i++) {
        const struct trial *trial = vec_at(trials, i);

        if (trial->known || trial->fold == fold ||
            trial->joined.verdict != verdict)
            continue;
        count++;
        right += verdict == trial->row->label;
        if (right * 100 >= percent * count + 100)
            margin = trial->margin - 1;
    }
    return margin;
}

/* By all folds but one. */
static void
set_margins(const struct fit *fit, size_t fold, int32_t *values)
{
    for (samsyn_verdict verdict = SAMSYN_VERDICT_MET;
         verdict <= SAMSYN_VERDICT_NOT_MET; verdict++) {
        struct balance_margins margins = {
            .likely = margin_for(&fit->trials, verdict, TRAIN_LIKELY, fold),
            .certain = margin_for(&fit->trials, verdict, TRAIN_CERTAIN, fold)
        };

        balance_set_margins(values, verdict, margins);
    }
}

/* Off the scale nothing was weighed, and nothing is certain. */
static samsyn_certainty
certainty_of(const struct trial *trial, const int32_t *values)
{
    if (!balance_is_of_scale(trial->joined.verdict))
        return SAMSYN_DOUBTFUL;
    return balance_certainty(trial->margin,
                             balance_margins(values, trial->joined.verdict));
}

static void
tell(const struct training *training, const struct trial *trial,
     const int32_t *values)
{
    const samsyn_training *asked = training->asked;
    const struct train_row *row = trial->row;
    const struct criterion *criterion =
        &training->checklist->criteria[training->taught[row->index]];
    samsyn_trained said = {
        .document = row->document,
        .criterion = criterion->code.ptr,
        .label = row->label,
        .rules = row->rules,
        .model = trial->alone.verdict,
        .joined = trial->joined.verdict,
        .person = criterion->person,
        .certainty = certainty_of(trial, values),
    };

    asked->said(asked->user, &said);
}

/* Each fold by the margins of the others. */
static void
tell_all(const struct fit *fit, int32_t *values)
{
    for (size_t fold = 0; fold < TRAIN_FOLDS; fold++) {
        set_margins(fit, fold, values);
        for (size_t i = 0; i < fit->trials.len; i++) {
            const struct trial *trial = vec_at(&fit->trials, i);

            if (trial->fold == fold)
                tell(fit->training, trial, values);
        }
    }
}

/* Without a document there is the prior and nothing else, and no verdict is
 * more than doubtful. */
static samsyn_status
keep_prior(int32_t *values)
{
    for (size_t i = 0; i < MODEL_LEVELS; i++) {
        for (size_t k = 0; k < BALANCE_LEVEL; k++)
            values[i * BALANCE_LEVEL + k] = train_thousandths(prior[i][k]);
    }
    for (size_t i = BALANCE_MARGINS; i < BALANCE_STARTS; i++)
        values[i] = SCORE_MOST;
    return SAMSYN_OK;
}

static samsyn_status
fit_all(struct fit *fit, struct train_balance *out)
{
    samsyn_status status = SAMSYN_OK;

    if (fit->training->rows.len == 0)
        return keep_prior(out->values);
    for (size_t i = 0; i < fit->training->rows.len; i++)
        lay_out_row(fit, i);
    for (size_t i = 0; !status && i < TRAIN_FOLDS; i++)
        status = try_fold(fit, i, out->values);
    if (!status)
        status = fit_balance(fit, TRAIN_FOLDS, out->values);
    if (status)
        return status;
    if (fit->trials.len > 1)
        qsort(fit->trials.data, fit->trials.len, sizeof(struct trial),
              compare_trials);
    if (fit->training->asked->said)
        tell_all(fit, out->values);
    set_margins(fit, TRAIN_FOLDS, out->values);
    return SAMSYN_OK;
}

samsyn_status
train_fit(struct train_balance *out, struct training *training)
{
    const samsyn_allocator *mem = &training->config->mem;
    size_t rows = training->rows.len, cells = 0;
    struct fit fit = { .training = training };
    samsyn_status status = SAMSYN_E_NOMEM;

    out->count = BALANCE_STARTS + MODEL_LEVELS * training->taught_count;
    out->values =
        arena_array(&training->arena, out->count, sizeof *out->values);
    vec_init(&fit.trials, mem, sizeof(struct trial));
    fit.lessons = mem_array(mem, rows, sizeof *fit.lessons);
    fit.labels = mem_array(mem, rows, sizeof *fit.labels);
    fit.weights = mem_array(mem, rows, sizeof *fit.weights);
    if (mem_mul(rows, COLUMNS, &cells)) {
        fit.columns = mem_array(mem, cells, sizeof *fit.columns);
        fit.values = mem_array(mem, cells, sizeof *fit.values);
    }
    if (out->values && fit.lessons && fit.labels && fit.weights &&
        fit.columns && fit.values)
        status = fit_all(&fit, out);
    vec_done(&fit.trials);
    mem_free(mem, fit.lessons);
    mem_free(mem, fit.labels);
    mem_free(mem, fit.weights);
    mem_free(mem, fit.columns);
    mem_free(mem, fit.values);
    return status;
}
