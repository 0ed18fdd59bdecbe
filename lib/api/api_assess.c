/* SPDX-License-Identifier: MIT */
/* Assessing: where verdicts become points and ids words.
 *
 * The assessment knows no arithmetic and the score no text; here the two
 * meet.  The points of criteria, areas and the whole come from the same rows
 * of the score's table, so they add up.  What people said makes a second
 * score and changes nothing of the first. */

#include "api/api.h"
#include "assess/answers.h"
#include "assess/set.h"
#include "score/score.h"

static struct assessed_area *
area_of(struct samsyn_assessment *assessment,
        const struct samsyn_criterion *criterion)
{
    for (size_t i = 0; i < assessment->area_count; i++) {
        if (str_equal(assessment->areas[i].id,
                      criterion->texts[SAMSYN_CRITERION_AREA]))
            return &assessment->areas[i];
    }
    return NULL;
}

static struct scored
scored_as(const struct samsyn_criterion *criterion, samsyn_verdict verdict)
{
    return (struct scored){
        .points = criterion->weight,
        .verdict = verdict,
        .must =
            str_equal(criterion->texts[SAMSYN_CRITERION_WEIGHT], STR("must")),
    };
}

static void
give_points(struct samsyn_assessment *assessment,
            struct samsyn_criterion *criterion, struct scored *scored)
{
    struct assessed_area *area = area_of(assessment, criterion);

    *scored = scored_as(criterion, criterion->verdict);
    criterion->points = score_points(criterion->verdict, criterion->weight);
    if (area) {
        area->points.earned += criterion->points.earned;
        area->points.possible += criterion->points.possible;
    }
}

/* The same with what people said. */
static void
give_answer_points(struct samsyn_criterion *criterion, struct scored *scored)
{
    samsyn_verdict verdict =
        (samsyn_verdict)samsyn_criterion_with_answers(criterion);

    *scored = scored_as(criterion, verdict);
    criterion->said.points = score_points(verdict, criterion->weight);
}

static samsyn_status
fill_score(struct samsyn_assessment *assessment, const samsyn_allocator *mem)
{
    size_t count = assessment->criterion_count;
    struct scored *scored;
    size_t size;

    if (!mem_mul(count + 1, sizeof *scored, &size))
        return SAMSYN_E_NOMEM;
    scored = mem_alloc(mem, size);
    if (!scored)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; i < count; i++)
        give_points(assessment, &assessment->criteria[i], &scored[i]);
    assessment->score = score_total(scored, count);
    for (size_t i = 0; i < count; i++)
        give_answer_points(&assessment->criteria[i], &scored[i]);
    assessment->with_answers = score_total(scored, count);
    mem_free(mem, scored);
    return SAMSYN_OK;
}

static bool
all_read(const samsyn_document *const *documents, size_t count)
{
    if (!documents)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!documents[i])
            return false;
    }
    return count > 0;
}

samsyn_status
samsyn_assess(samsyn_assessment **out, const samsyn_checklist *checklist,
              const samsyn_document *document, const samsyn_config *config,
              samsyn_diagnostics **diagnostics)
{
    return samsyn_assess_set(out, checklist, &document, 1, config, diagnostics);
}

samsyn_status
samsyn_assess_set(samsyn_assessment **out, const samsyn_checklist *checklist,
                  const samsyn_document *const *documents, size_t count,
                  const samsyn_config *config, samsyn_diagnostics **diagnostics)
{
    struct samsyn_assessment *assessment = NULL;
    struct api_call call;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !checklist || !all_read(documents, count))
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = assess_set(&assessment, checklist, documents, count, call.config);
    if (status == SAMSYN_OK &&
        !answers_apply(assessment, call.config, call.diags))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        status = fill_score(assessment, &call.config->mem);
    if (status == SAMSYN_OK &&
        (!api_gain_order(assessment) || !api_check_order(assessment)))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        *out = assessment;
    else
        assessment_free(assessment);
    return api_end(&call, status);
}

void
samsyn_assessment_free(samsyn_assessment *assessment)
{
    assessment_free(assessment);
}

int
samsyn_assessment_is_below(const samsyn_assessment *assessment, int64_t percent)
{
    return assessment && score_below(&assessment->score, percent);
}
