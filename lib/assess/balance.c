/* SPDX-License-Identifier: MIT */

/* Two sums and where they stand to 0.  Everything is a whole number, so that
 * the same document gets the same verdict everywhere. */

#include "assess/balance.h"

bool
balance_is_of_scale(samsyn_verdict verdict)
{
    return verdict == SAMSYN_VERDICT_MET || verdict == SAMSYN_VERDICT_PARTLY ||
           verdict == SAMSYN_VERDICT_NOT_MET;
}

void
balance_features(int32_t out[BALANCE_FEATURES], const struct taught *taught,
                 size_t index, struct ruling rules)
{
    size_t partly = MODEL_LEVELS * index, met = partly + 1;

    out[BALANCE_PARTLY] = taught_score(taught, partly, 1);
    out[BALANCE_PARTLY_MORE] = taught_score(taught, partly, 2);
    out[BALANCE_MET] = taught_score(taught, met, 1);
    out[BALANCE_MET_MORE] = taught_score(taught, met, 2);
    out[BALANCE_RULES_PARTLY] =
        rules.verdict == SAMSYN_VERDICT_PARTLY ? 1000 : 0;
    out[BALANCE_RULES_MET] = rules.verdict == SAMSYN_VERDICT_MET ? 1000 : 0;
    out[BALANCE_CLOSENESS] = rules.closeness;
}

static int32_t
within(int64_t value)
{
    if (value > SCORE_MOST)
        return SCORE_MOST;
    return value < -SCORE_MOST ? -SCORE_MOST : (int32_t)value;
}

/* @p weights: of one level, the start first. */
static int32_t
sum(const int32_t *weights, const int32_t features[BALANCE_FEATURES],
    int32_t own)
{
    int64_t total = 1000 * ((int64_t)weights[0] + own);

    for (size_t i = 0; i < BALANCE_FEATURES; i++)
        total += (int64_t)weights[1 + i] * features[i];
    return within(total / 1000);
}

int32_t
balance_margin(samsyn_verdict verdict, const int32_t sums[MODEL_LEVELS])
{
    switch (verdict) {
    case SAMSYN_VERDICT_MET:
        return sums[1] < sums[0] ? sums[1] : sums[0];
    case SAMSYN_VERDICT_PARTLY:
        return sums[0] < -sums[1] ? sums[0] : -sums[1];
    default:
        return -sums[0];
    }
}

static size_t
margins_at(samsyn_verdict verdict)
{
    return BALANCE_MARGINS + 2 * (size_t)(verdict - SAMSYN_VERDICT_MET);
}

struct balance_margins
balance_margins(const int32_t *values, samsyn_verdict verdict)
{
    const int32_t *at = values + margins_at(verdict);

    return (struct balance_margins){ .likely = at[0], .certain = at[1] };
}

void
balance_set_margins(int32_t *values, samsyn_verdict verdict,
                    struct balance_margins margins)
{
    int32_t *at = values + margins_at(verdict);

    at[0] = margins.likely;
    at[1] = margins.certain;
}

samsyn_certainty
balance_certainty(int32_t margin, struct balance_margins margins)
{
    if (margin > margins.certain)
        return SAMSYN_CERTAIN;
    return margin > margins.likely ? SAMSYN_LIKELY : SAMSYN_DOUBTFUL;
}

void
balance_sum(struct balanced *out, const int32_t *values, size_t index,
            const int32_t features[BALANCE_FEATURES])
{
    for (size_t i = 0; i < MODEL_LEVELS; i++)
        out->sums[i] = sum(values + i * BALANCE_LEVEL, features,
                           values[BALANCE_STARTS + MODEL_LEVELS * index + i]);
    out->verdict = out->sums[0] <= 0   ? SAMSYN_VERDICT_NOT_MET
                   : out->sums[1] <= 0 ? SAMSYN_VERDICT_PARTLY
                                       : SAMSYN_VERDICT_MET;
    out->certainty = balance_certainty(balance_margin(out->verdict, out->sums),
                                       balance_margins(values, out->verdict));
}

bool
balance(struct balanced *out, const struct taught *taught, size_t index,
        struct ruling rules)
{
    const struct model_section *section =
        model_section(taught->model, STR(BALANCE_SECTION));
    int32_t features[BALANCE_FEATURES];

    if (!section ||
        section->count != BALANCE_STARTS + taught->model->class_count)
        return false;
    balance_features(features, taught, index, rules);
    balance_sum(out, section->values, index, features);
    return true;
}
