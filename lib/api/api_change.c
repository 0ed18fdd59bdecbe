/* SPDX-License-Identifier: MIT */
/* What a checklist extends, and what was changed of it: the same lists of a
 * checklist, an assessment and a criterion. */

#include "api/api.h"
#include "assess/assessment.h"

static const char *
parent_text(const struct parent_list *list, size_t index,
            samsyn_parent_text_id which)
{
    const struct parent *parent;

    if (index >= list->count)
        return NULL;
    parent = &list->items[index];
    switch (which) {
    case SAMSYN_PARENT_ID:
        return api_text(parent->id);
    case SAMSYN_PARENT_VERSION:
        return api_text(parent->version);
    case SAMSYN_PARENT_DIGEST:
        return api_text(parent->digest);
    }
    return NULL;
}

size_t
samsyn_checklist_parent_count(const samsyn_checklist *checklist)
{
    return checklist ? checklist->parents.count : 0;
}

const char *
samsyn_checklist_parent_text(const samsyn_checklist *checklist, size_t index,
                             samsyn_parent_text_id which)
{
    return checklist ? parent_text(&checklist->parents, index, which) : NULL;
}

size_t
samsyn_assessment_parent_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->parents.count : 0;
}

const char *
samsyn_assessment_parent_text(const samsyn_assessment *assessment, size_t index,
                              samsyn_parent_text_id which)
{
    return assessment ? parent_text(&assessment->parents, index, which) : NULL;
}

const char *
samsyn_change_text(const samsyn_change *change, samsyn_change_text_id which)
{
    static const struct samsyn_change none = { .kind = CHANGE_ADDED };
    const struct samsyn_change *row = change ? change : &none;

    switch (which) {
    case SAMSYN_CHANGE_KIND:
        return change ? change_kind_name(change->kind) : "";
    case SAMSYN_CHANGE_CRITERION:
        return api_text(row->criterion);
    case SAMSYN_CHANGE_CODE:
        return api_text(row->code);
    case SAMSYN_CHANGE_KEY:
        return api_text(row->key);
    case SAMSYN_CHANGE_FROM:
        return api_text(row->from);
    case SAMSYN_CHANGE_TO:
        return api_text(row->to);
    case SAMSYN_CHANGE_BY:
        return api_text(row->by);
    }
    return NULL;
}

static const samsyn_change *
change_at(const struct change_list *list, size_t index)
{
    return index < list->count ? &list->items[index] : NULL;
}

size_t
samsyn_checklist_change_count(const samsyn_checklist *checklist)
{
    return checklist ? checklist->changes.count : 0;
}

const samsyn_change *
samsyn_checklist_change_at(const samsyn_checklist *checklist, size_t index)
{
    return checklist ? change_at(&checklist->changes, index) : NULL;
}

size_t
samsyn_assessment_change_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->changes.count : 0;
}

const samsyn_change *
samsyn_assessment_change_at(const samsyn_assessment *assessment, size_t index)
{
    return assessment ? change_at(&assessment->changes, index) : NULL;
}

size_t
samsyn_criterion_change_count(const samsyn_criterion *criterion)
{
    return criterion ? criterion->changes.count : 0;
}

const samsyn_change *
samsyn_criterion_change_at(const samsyn_criterion *criterion, size_t index)
{
    return criterion ? change_at(&criterion->changes, index) : NULL;
}
