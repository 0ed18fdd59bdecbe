/* SPDX-License-Identifier: MIT */
/* Looking into an assessment as a whole: texts, score, areas, notices. */

#include "api/api.h"
#include "assess/assessment.h"

#include <string.h>

static const samsyn_span no_span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 };

const char *
samsyn_assessment_text(const samsyn_assessment *assessment,
                       samsyn_assessment_text_id which)
{
    if ((int)which < SAMSYN_ASSESSMENT_CHECKLIST_ID ||
        (int)which > SAMSYN_ASSESSMENT_CHECKLIST_GIVEN)
        return NULL;
    return assessment ? api_text(assessment->texts[which]) : "";
}

size_t
samsyn_assessment_document_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->document_count : 0;
}

const char *
samsyn_assessment_document_text(const samsyn_assessment *assessment,
                                size_t index, samsyn_document_text_id which)
{
    if ((int)which < SAMSYN_DOCUMENT_NAME ||
        (int)which > SAMSYN_DOCUMENT_VALID_UNTIL ||
        index >= samsyn_assessment_document_count(assessment))
        return NULL;
    return api_text(assessment->documents[index].texts[which]);
}

const samsyn_evidence *
samsyn_assessment_document_dated(const samsyn_assessment *assessment,
                                 size_t index)
{
    if (index >= samsyn_assessment_document_count(assessment) ||
        assessment->documents[index].date.basis == BASIS_NONE)
        return NULL;
    return &assessment->documents[index].dated;
}

size_t
samsyn_assessment_part_count(const samsyn_assessment *assessment,
                             size_t document)
{
    if (document >= samsyn_assessment_document_count(assessment))
        return 0;
    return assessment->documents[document].part_count;
}

static const struct assessed_part *
part_at(const samsyn_assessment *assessment, size_t document, size_t index)
{
    if (index >= samsyn_assessment_part_count(assessment, document))
        return NULL;
    return &assessment->documents[document].parts[index];
}

const char *
samsyn_assessment_part_text(const samsyn_assessment *assessment,
                            size_t document, size_t index,
                            samsyn_part_text_id which)
{
    const struct assessed_part *part = part_at(assessment, document, index);

    if (!part || (int)which < SAMSYN_PART_TITLE ||
        (int)which > SAMSYN_PART_UNTIL)
        return NULL;
    return api_text(part->texts[which]);
}

samsyn_span
samsyn_assessment_part_span(const samsyn_assessment *assessment,
                            size_t document, size_t index)
{
    const struct assessed_part *part = part_at(assessment, document, index);

    return part ? part->span : no_span;
}

int
samsyn_assessment_part_is_assessed(const samsyn_assessment *assessment,
                                   size_t document, size_t index)
{
    const struct assessed_part *part = part_at(assessment, document, index);

    return part && part->assessed;
}

samsyn_score
samsyn_assessment_score(const samsyn_assessment *assessment)
{
    static const samsyn_score none = { .percent = -1 };

    return assessment ? assessment->score : none;
}

size_t
samsyn_assessment_area_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->area_count : 0;
}

const char *
samsyn_assessment_area_id(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_area_count(assessment))
        return NULL;
    return api_text(assessment->areas[index].id);
}

const char *
samsyn_assessment_area_title(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_area_count(assessment))
        return NULL;
    return api_text(assessment->areas[index].title);
}

samsyn_points
samsyn_assessment_area_points(const samsyn_assessment *assessment, size_t index)
{
    static const samsyn_points none = { 0, 0 };

    if (index >= samsyn_assessment_area_count(assessment))
        return none;
    return assessment->areas[index].points;
}

size_t
samsyn_assessment_criterion_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->criterion_count : 0;
}

const samsyn_criterion *
samsyn_assessment_criterion_at(const samsyn_assessment *assessment,
                               size_t index)
{
    if (index >= samsyn_assessment_criterion_count(assessment))
        return NULL;
    return &assessment->criteria[index];
}

const samsyn_criterion *
samsyn_assessment_criterion_find(const samsyn_assessment *assessment,
                                 const char *id, size_t length)
{
    struct str name = str_make(id ? id : "", id ? length : 0);

    if (name.len == 0)
        return NULL;
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const struct samsyn_criterion *criterion = &assessment->criteria[i];

        if (str_equal(criterion->texts[SAMSYN_CRITERION_ID], name) ||
            str_equal(criterion->texts[SAMSYN_CRITERION_CODE], name))
            return criterion;
    }
    return NULL;
}

size_t
samsyn_assessment_notice_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->notice_count : 0;
}

size_t
samsyn_assessment_notice_document(const samsyn_assessment *assessment,
                                  size_t index)
{
    if (index >= samsyn_assessment_notice_count(assessment))
        return 0;
    return assessment->notices[index].document;
}

const char *
samsyn_assessment_notice_at(const samsyn_assessment *assessment, size_t index,
                            const char **code, samsyn_span *span)
{
    const struct notice *notice = NULL;

    if (index < samsyn_assessment_notice_count(assessment))
        notice = &assessment->notices[index];
    if (code)
        *code = notice ? api_text(notice->code) : NULL;
    if (span)
        *span = notice ? notice->span : no_span;
    return notice ? api_text(notice->text) : NULL;
}
