/* SPDX-License-Identifier: MIT */
/* Answers: loading them, and looking at what they say in an assessment. */

#include "api/api.h"
#include "assess/answers.h"

samsyn_status
samsyn_answers_load(samsyn_answers **out, const char *text, size_t length,
                    const char *name, const samsyn_config *config,
                    samsyn_diagnostics **diagnostics)
{
    struct diag_source source = { name ? name : "answers",
                                  str_make(text ? text : "", length), NULL };
    struct api_call call;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !api_text_given(text, length))
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = api_yaml_fits(&call, source.name, length);
    if (status == SAMSYN_OK)
        status = answers_read(out, &source, call.config, call.diags);
    return api_end(&call, status);
}

void
samsyn_answers_free(samsyn_answers *answers)
{
    answers_free(answers);
}

size_t
samsyn_answers_count(const samsyn_answers *answers)
{
    return answers ? answers->count : 0;
}

const char *
samsyn_answers_name(const samsyn_answers *answers, size_t index)
{
    if (index >= samsyn_answers_count(answers))
        return NULL;
    return api_text(answers->documents[index].name);
}

int
samsyn_assessment_is_answered(const samsyn_assessment *assessment,
                              const samsyn_answers *answers, size_t index)
{
    return assessment && index < samsyn_answers_count(answers) &&
           answers_concern(&answers->documents[index], assessment) !=
               CONCERNS_OTHER;
}

samsyn_score
samsyn_assessment_with_answers(const samsyn_assessment *assessment)
{
    static const samsyn_score none = { .percent = -1 };

    return assessment ? assessment->with_answers : none;
}

size_t
samsyn_assessment_answers_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->answers_used : 0;
}

const char *
samsyn_assessment_answers_at(const samsyn_assessment *assessment, size_t index,
                             const char **digest)
{
    const struct answers_used *file = NULL;

    if (index < samsyn_assessment_answers_count(assessment))
        file = &assessment->answers[index];
    if (digest)
        *digest = file ? api_text(file->digest) : NULL;
    return file ? api_text(file->name) : NULL;
}

size_t
samsyn_assessment_answer_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->answer_count : 0;
}

size_t
samsyn_assessment_waiver_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->waiver_count : 0;
}

/* ---- Of a criterion ---- */

int
samsyn_criterion_answer(const samsyn_criterion *criterion)
{
    return criterion ? (int)criterion->said.verdict : 0;
}

int
samsyn_criterion_waiver(const samsyn_criterion *criterion)
{
    return criterion ? (int)criterion->said.effect : 0;
}

const char *
samsyn_effect_name(samsyn_effect effect)
{
    static const char *const names[] = {
        [SAMSYN_EFFECT_UNCHANGED] = "unchanged",
        [SAMSYN_EFFECT_NOT_APPLICABLE] = "not_applicable",
        [SAMSYN_EFFECT_MET] = "met",
    };

    if ((int)effect < 0 || (size_t)effect >= ARRAY_LEN(names))
        return NULL;
    return names[effect]; /* [0] is NULL */
}

const char *
samsyn_criterion_answer_text(const samsyn_criterion *criterion,
                             samsyn_answer_text_id which)
{
    if ((int)which < SAMSYN_ANSWER_BY || (int)which > SAMSYN_WAIVER_REASON)
        return NULL;
    return criterion ? api_text(criterion->said.texts[which]) : "";
}

int
samsyn_criterion_is_answered_before(const samsyn_criterion *criterion)
{
    return criterion && criterion->said.older;
}

int
samsyn_criterion_with_answers(const samsyn_criterion *criterion)
{
    if (!criterion)
        return 0;
    if (criterion->said.effect == SAMSYN_EFFECT_MET)
        return SAMSYN_VERDICT_MET;
    if (criterion->said.effect == SAMSYN_EFFECT_NOT_APPLICABLE)
        return SAMSYN_VERDICT_NOT_APPLICABLE;
    return (int)(criterion->said.verdict ? criterion->said.verdict
                                         : criterion->verdict);
}

samsyn_points
samsyn_criterion_answer_points(const samsyn_criterion *criterion)
{
    static const samsyn_points none = { 0, 0 };

    return criterion ? criterion->said.points : none;
}

int
samsyn_criterion_is_open(const samsyn_criterion *criterion)
{
    return criterion && answers_is_open(criterion);
}
