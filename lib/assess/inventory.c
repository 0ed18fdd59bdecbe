/* SPDX-License-Identifier: MIT */

/* Copies items and focus areas into the assessment, and joins the verdicts of
 * an area's criteria and items into its chain: a link of a criterion that is
 * asked of each area has the verdict for the area; one that is asked of items,
 * what the area's items come to; one of the document, the document's. */

#include "assess/inventory.h"

#include "assess/account.h"
#include "assess/judge.h"

/* A checklist with a chain shows the document as the one area where it names
 * none. */
static bool
has_links(const struct samsyn_checklist *checklist)
{
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (checklist->criteria[i].link >= 0)
            return true;
    }
    return false;
}

/* ---- Items ---- */

static bool
copy_holds(struct arena *arena, struct samsyn_item *copy,
           const struct item_rules *rules, const bool *holds)
{
    copy->hold_count = rules->count;
    copy->holds = arena_array(arena, rules->count, sizeof *copy->holds);
    for (size_t i = 0; copy->holds && i < rules->count; i++) {
        copy->holds[i] =
            (struct held){ arena_str(arena, rules->rules[i].id), holds[i] };
        if (!copy->holds[i].id.ptr)
            return false;
    }
    return copy->holds != NULL;
}

static bool
copy_item(struct samsyn_assessment *out, struct search *search,
          const struct item *item, size_t index)
{
    struct samsyn_item *copy = &out->items[out->item_count++];
    const struct item_definition *definition =
        &search->checklist->items.kinds[item->kind];

    copy->kind = item->kind;
    copy->index = index;
    copy->focus = item->area == NO_INDEX ? SAMSYN_NONE : item->area;
    if (search->outline.area_count == 0 && has_links(search->checklist))
        copy->focus = 0;
    copy->actor = STR("");
    if (item->actor >= 0)
        copy->actor =
            arena_str(&out->arena, definition->actors.rules[item->actor].id);
    return copy->actor.ptr &&
           copy_holds(&out->arena, copy, &definition->holds, item->holds) &&
           account_extent(&out->arena, search, &copy->place, &item->extent,
                          STR(""));
}

static bool
copy_items(struct samsyn_assessment *out, struct search *search)
{
    const struct outline *outline = &search->outline;
    size_t count = 0;

    for (size_t i = 0; i < ITEM_KINDS; i++)
        count += outline->item_count[i];
    out->items = arena_array(&out->arena, count, sizeof *out->items);
    if (!out->items)
        return false;
    for (size_t i = 0; i < ITEM_KINDS; i++) {
        for (size_t k = 0; k < outline->item_count[i]; k++) {
            if (!copy_item(out, search, &outline->items[i][k], k))
                return false;
        }
    }
    return true;
}

/* ---- The chain ---- */

static void
tally_items(struct shares *shares, const struct samsyn_assessment *out,
            const struct samsyn_criterion *criterion)
{
    for (size_t i = 0; i < out->item_count; i++) {
        const struct samsyn_item *item = &out->items[i];

        if ((int)item->kind == criterion->of && item->focus != SAMSYN_NONE)
            levels_count(&shares[item->focus],
                         (samsyn_verdict)criterion->units[item->index]);
    }
}

static const struct samsyn_evidence *
evidence_of(const struct samsyn_criterion *judged, size_t area)
{
    const struct samsyn_evidence *evidence = &judged->area_evidence[area];

    return evidence->quote.ptr ? evidence : NULL;
}

static void
set_link(struct samsyn_assessment *out, const struct criterion *criterion,
         size_t area, samsyn_verdict verdict,
         const struct samsyn_evidence *evidence)
{
    out->focus[area].links[criterion->link].verdict = verdict;
    out->focus[area].links[criterion->link].evidence = evidence;
}

/* The verdict for the document goes for every area of it. */
static void
link_document(struct samsyn_assessment *out, const struct criterion *criterion,
              const struct samsyn_criterion *judged)
{
    const struct evidence_list *counted =
        &judged->evidence[SAMSYN_EVIDENCE_COUNTED];

    for (size_t i = 0; i < out->focus_count; i++)
        set_link(out, criterion, i, judged->verdict,
                 counted->count > 0 ? &counted->items[0] : NULL);
}

static void
link_areas(struct samsyn_assessment *out, const struct criterion *criterion,
           const struct samsyn_criterion *judged)
{
    for (size_t i = 0; i < out->focus_count; i++)
        set_link(out, criterion, i, (samsyn_verdict)judged->units[i],
                 evidence_of(judged, i));
}

static bool
link_items(struct samsyn_assessment *out, const struct criterion *criterion,
           const struct samsyn_criterion *judged)
{
    struct shares *shares =
        arena_array(&out->arena, out->focus_count, sizeof *shares);

    if (!shares)
        return false;
    tally_items(shares, out, judged);
    for (size_t i = 0; i < out->focus_count; i++)
        set_link(out, criterion, i, levels_join(criterion, &shares[i]),
                 evidence_of(judged, i));
    return true;
}

static bool
link_one(struct samsyn_assessment *out, const struct criterion *criterion,
         const struct samsyn_criterion *judged)
{
    bool aside = judged->verdict == SAMSYN_VERDICT_REFERRED ||
                 judged->verdict == SAMSYN_VERDICT_NOT_APPLICABLE;

    if (judged->asked == LEVEL_ITEM && !aside)
        return link_items(out, criterion, judged);
    if (judged->asked == LEVEL_FOCUS && !aside &&
        judged->unit_count == out->focus_count)
        link_areas(out, criterion, judged);
    else
        link_document(out, criterion, judged);
    return true;
}

static bool
link_all(struct samsyn_assessment *out,
         const struct samsyn_checklist *checklist)
{
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (checklist->criteria[i].link >= 0 &&
            !link_one(out, &checklist->criteria[i], &out->criteria[i]))
            return false;
    }
    return true;
}

static bool
copy_areas(struct samsyn_assessment *out, struct search *search)
{
    const struct outline *outline = &search->outline;
    const char *text = search->document->text.ptr;

    if (outline->area_count == 0 && !has_links(search->checklist))
        return true;
    out->focus_count = outline->area_count > 0 ? outline->area_count : 1;
    out->focus = arena_array(&out->arena, out->focus_count, sizeof *out->focus);
    if (!out->focus)
        return false;
    out->focus[0].title = STR("");
    for (size_t i = 0; i < outline->area_count; i++) {
        const struct focus_area *area = &outline->areas[i];

        out->focus[i].title = arena_str(
            &out->arena, str_make(text + area->title_start,
                                  area->title_end - area->title_start));
        if (!out->focus[i].title.ptr)
            return false;
    }
    return link_all(out, search->checklist);
}

bool
inventory_take(struct samsyn_assessment *out, struct search *search)
{
    return copy_items(out, search) && copy_areas(out, search);
}
