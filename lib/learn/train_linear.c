/* SPDX-License-Identifier: MIT */

/* Logistic regression by dual coordinate descent (Yu, Huang and Lin, "Dual
 * coordinate descent methods for logistic regression and maximum entropy
 * models", 2011): minimises |w|^2 / 2 + sum of C_i log(1 + exp(-y_i w x_i)).
 *
 * Each lesson has a share of its C, between 0 and C; one step finds the share
 * that is best while all others stand, by Newton's method, and moves w.  The
 * bias is one more feature, which every lesson has once.  Lessons are gone
 * through in an order that a small generator shuffles anew each round, from a
 * fixed beginning; sums of four lanes are added in a fixed order. */

#include <string.h>

#include "learn/features.h"
#include "learn/train.h"

enum {
    MOST_ROUNDS = 1000,
    MOST_STEPS = 100, /* of Newton, for one lesson */
    LANES = 4
};

#define ENOUGH 0.01     /* the largest slope at which a round is the last */
#define FIRST_STEP 1e-2 /* the slope at which one lesson is done, at first */
#define LAST_STEP 1e-8
#define LEAST_SHARE 1e-8

/* A lesson in training. */
struct row {
    const struct lesson *lesson;
    double unit;   /* what counts are multiplied by; 1 where it has values */
    double square; /* |x|^2 with the bias */
    double side;   /* 1 or -1 */
    double cost;   /* C */
    double share;  /* of the loss: in (0, C) */
};

struct solver {
    struct row *rows;
    uint32_t *order;
    size_t count;
    double *weights;
    double bias;
    double near; /* FIRST_STEP to LAST_STEP */
    uint64_t state;
    size_t steps; /* of Newton, this round */
};

/* ---- Sums over a lesson ---- */

static double
dot_values(const double *weights, const struct lesson *lesson)
{
    double sum = 0;

    for (size_t i = 0; i < lesson->count; i++)
        sum += weights[lesson->features[i]] * lesson->values[i];
    return sum;
}

static double
dot_counts(const double *weights, const struct lesson *lesson)
{
    const uint32_t *features = lesson->features;
    const uint16_t *counts = lesson->counts;
    size_t whole = lesson->count - lesson->count % LANES;
    double sums[LANES] = { 0 };

    for (size_t i = 0; i < whole; i += LANES) {
        for (size_t k = 0; k < LANES; k++)
            sums[k] += weights[features[i + k]] * counts[i + k];
    }
    for (size_t i = whole; i < lesson->count; i++)
        sums[0] += weights[features[i]] * counts[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static double
dot(const double *weights, const struct lesson *lesson, double unit)
{
    if (lesson->values)
        return dot_values(weights, lesson);
    return dot_counts(weights, lesson) * unit;
}

static void
move(double *weights, const struct lesson *lesson, double by)
{
    for (size_t i = 0; i < lesson->count; i++) {
        weights[lesson->features[i]] +=
            by * (lesson->values ? lesson->values[i] : lesson->counts[i]);
    }
}

static double
unit_of(const struct lesson *lesson)
{
    uint32_t sum = 0;

    if (lesson->values)
        return 1;
    for (size_t i = 0; i < lesson->count; i++)
        sum += lesson->counts[i];
    return sum ? 65536.0 / (double)features_root(sum) : 0;
}

/* Of the lesson alone, without the bias. */
static double
square_of(const struct lesson *lesson, double unit)
{
    double sum = 0;

    for (size_t i = 0; i < lesson->count; i++) {
        double x =
            lesson->values ? lesson->values[i] : lesson->counts[i] * unit;

        sum += x * x;
    }
    return sum;
}

/* ---- Steps ---- */

static double
slope(double share, double cost, double square, double from, double margin)
{
    return square * (share - from) + margin + train_log(share / (cost - share));
}

/* The best share of a row, or of its complement where that is the smaller
 * one, so that neither comes near its end by subtraction. */
static double
best_share(struct solver *solver, const struct row *row, double from,
           double margin, double *steepest)
{
    double share = from, cost = row->cost;

    if (cost - share < 0.5 * cost)
        share *= 0.1;
    double here = slope(share, cost, row->square, from, margin);
    double size = here < 0 ? -here : here;
    *steepest = size;
    for (int i = 0; i < MOST_STEPS && size >= solver->near; i++) {
        double bend = row->square + cost / (cost - share) / share;
        double next = share - here / bend;

        share = next > 0 ? next : share * 0.1;
        here = slope(share, cost, row->square, from, margin);
        size = here < 0 ? -here : here;
        solver->steps++;
        if (i + 1 == MOST_STEPS || size < solver->near)
            break;
    }
    return share;
}

/* One row; gives how steep it was. */
static double
step(struct solver *solver, struct row *row)
{
    double margin = row->side * (dot(solver->weights, row->lesson, row->unit) +
                                 solver->bias);
    bool upper = 0.5 * row->square * (row->cost - 2 * row->share) + margin < 0;
    double from = upper ? row->cost - row->share : row->share, steepest;
    size_t before = solver->steps;
    double to =
        best_share(solver, row, from, upper ? -margin : margin, &steepest);

    if (solver->steps > before) {
        double by = (upper ? from - to : to - from) * row->side;

        row->share = upper ? row->cost - to : to;
        move(solver->weights, row->lesson, by * row->unit);
        solver->bias += by;
    }
    return steepest;
}

/* Below @p below; Knuth's multiplier, the high half of the state. */
static uint32_t
draw(struct solver *solver, uint32_t below)
{
    solver->state = solver->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((solver->state >> 32) * below >> 32);
}

static void
shuffle(struct solver *solver)
{
    for (size_t i = solver->count; i > 1; i--) {
        uint32_t other = draw(solver, (uint32_t)i), kept = solver->order[other];

        solver->order[other] = solver->order[i - 1];
        solver->order[i - 1] = kept;
    }
}

/* All rows once; gives the steepest. */
static double
go_round(struct solver *solver)
{
    double steepest = 0;

    solver->steps = 0;
    shuffle(solver);
    for (size_t i = 0; i < solver->count; i++) {
        double here = step(solver, &solver->rows[solver->order[i]]);

        if (here > steepest)
            steepest = here;
    }
    if (solver->steps <= solver->count / 10 && solver->near > LAST_STEP)
        solver->near *= 0.1;
    return steepest;
}

static uint32_t
solve(struct solver *solver)
{
    uint32_t rounds = 0;

    while (rounds < MOST_ROUNDS) {
        rounds++;
        if (go_round(solver) < ENOUGH)
            break;
    }
    return rounds;
}

/* ---- The beginning ---- */

/* What a row of either side costs beside the problem's own cost. */
static void
balance(const struct problem *problem, size_t count, double factors[2])
{
    size_t sides[2] = { 0, 0 };

    for (size_t i = 0; i < count; i++) {
        if (problem->labels[i])
            sides[problem->labels[i] > 0]++;
    }
    for (size_t i = 0; i < 2; i++) {
        factors[i] = 1;
        if (problem->balanced && sides[i]) {
            factors[i] = (double)(sides[0] + sides[1]) / (2 * (double)sides[i]);
        }
    }
}

static void
add_row(struct solver *solver, const struct lesson *lesson, double side,
        double cost)
{
    struct row *row = &solver->rows[solver->count];
    double share = 0.001 * cost;

    row->lesson = lesson;
    row->unit = unit_of(lesson);
    row->square = square_of(lesson, row->unit) + 1;
    row->side = side;
    row->cost = cost;
    row->share = share < LEAST_SHARE ? share : LEAST_SHARE;
    move(solver->weights, lesson, side * row->share * row->unit);
    solver->bias += side * row->share;
    solver->order[solver->count] = (uint32_t)solver->count;
    solver->count++;
}

static void
begin(struct solver *solver, const struct lesson *lessons, size_t count,
      const struct problem *problem)
{
    double factors[2];

    balance(problem, count, factors);
    for (size_t i = 0; i < count; i++) {
        double cost =
            problem->cost * (problem->weights ? problem->weights[i] : 1);

        if (!problem->labels[i] || !(cost > 0))
            continue;
        add_row(solver, &lessons[i], problem->labels[i] > 0 ? 1 : -1,
                cost * factors[problem->labels[i] > 0]);
    }
    solver->near = FIRST_STEP;
    solver->state = 1;
}

static bool
are_known(const struct lesson *lessons, size_t count, size_t features)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < lessons[i].count; k++) {
            if (lessons[i].features[k] >= features)
                return false;
        }
    }
    return true;
}

samsyn_status
train_linear(struct linear *out, const struct lesson *lessons, size_t count,
             size_t features, const struct problem *problem,
             const samsyn_allocator *mem)
{
    struct solver solver = { 0 };
    samsyn_status status = SAMSYN_E_NOMEM;

    if (count > UINT32_MAX || !are_known(lessons, count, features))
        return SAMSYN_E_ARGUMENT;
    solver.rows = mem_array(mem, count, sizeof *solver.rows);
    solver.order = mem_array(mem, count, sizeof *solver.order);
    solver.weights = mem_array(mem, features, sizeof *solver.weights);
    if (solver.rows && solver.order && solver.weights) {
        begin(&solver, lessons, count, problem);
        out->rounds = solve(&solver);
        out->weights = solver.weights;
        out->bias = solver.bias;
        solver.weights = NULL;
        status = SAMSYN_OK;
    }
    mem_free(mem, solver.weights);
    mem_free(mem, solver.order);
    mem_free(mem, solver.rows);
    return status;
}

void
linear_done(struct linear *linear, const samsyn_allocator *mem)
{
    mem_free(mem, linear->weights);
    linear->weights = NULL;
}

double
linear_score(const struct linear *linear, const struct lesson *lesson)
{
    return dot(linear->weights, lesson, unit_of(lesson)) + linear->bias;
}
