/* SPDX-License-Identifier: MIT */
/* Looking into the items and focus areas of an assessment. */

#include "api/api.h"
#include "assess/assessment.h"

size_t
samsyn_assessment_item_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->item_count : 0;
}

const samsyn_item *
samsyn_assessment_item_at(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_item_count(assessment))
        return NULL;
    return &assessment->items[index];
}

samsyn_item_kind
samsyn_item_kind_of(const samsyn_item *item)
{
    return (samsyn_item_kind)(item ? (int)item->kind + 1 : 0);
}

const char *
samsyn_item_kind_name(samsyn_item_kind kind)
{
    if ((int)kind < 1 || (int)kind > ITEM_KINDS)
        return NULL;
    return over_words[kind - 1];
}

size_t
samsyn_item_number(const samsyn_item *item)
{
    return item ? item->index + 1 : 0;
}

size_t
samsyn_item_focus(const samsyn_item *item)
{
    return item ? item->focus : SAMSYN_NONE;
}

const char *
samsyn_item_actor(const samsyn_item *item)
{
    return item ? api_text(item->actor) : "";
}

size_t
samsyn_item_hold_count(const samsyn_item *item)
{
    return item ? item->hold_count : 0;
}

const char *
samsyn_item_hold_at(const samsyn_item *item, size_t index, int *holds)
{
    bool known = index < samsyn_item_hold_count(item);

    if (holds)
        *holds = known && item->holds[index].holds;
    return known ? api_text(item->holds[index].id) : NULL;
}

const samsyn_evidence *
samsyn_item_place(const samsyn_item *item)
{
    return item ? &item->place : NULL;
}

int
samsyn_item_verdict(const samsyn_item *item, const samsyn_criterion *criterion)
{
    if (!item || !criterion || criterion->asked != LEVEL_ITEM ||
        criterion->of != (int)item->kind ||
        item->index >= criterion->unit_count)
        return 0;
    return criterion->units[item->index];
}

size_t
samsyn_assessment_focus_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->focus_count : 0;
}

const char *
samsyn_assessment_focus_title(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_focus_count(assessment))
        return NULL;
    return api_text(assessment->focus[index].title);
}

const char *
samsyn_link_name(samsyn_link link)
{
    static const char *const names[LINKS] = {
        [LINK_PROBLEM] = "problem",     [LINK_CAUSE] = "cause",
        [LINK_GOAL] = "goal",           [LINK_MEASURE] = "measure",
        [LINK_OWNER] = "owner",         [LINK_TIME] = "time",
        [LINK_FOLLOW_UP] = "follow_up",
    };

    if ((int)link < 1 || (int)link > LINKS)
        return NULL;
    return names[link - 1];
}

int
samsyn_assessment_focus_link(const samsyn_assessment *assessment, size_t index,
                             samsyn_link link, const samsyn_evidence **evidence)
{
    const struct assessed_focus *focus;

    if (evidence)
        *evidence = NULL;
    if (index >= samsyn_assessment_focus_count(assessment) ||
        !samsyn_link_name(link))
        return 0;
    focus = &assessment->focus[index];
    if (evidence)
        *evidence = focus->links[link - 1].evidence;
    return (int)focus->links[link - 1].verdict;
}
