/* SPDX-License-Identifier: MIT */

/* Copies items and focus areas into the assessment, and joins the verdicts of
 * an area's criteria and items into its chain: a link of a criterion that is
 * asked of each area has the verdict for the area; one that is asked of items,
 * what the area's items come to; one of the document, the document's. */

#include "assess/inventory.h"

#include "assess/account.h"

/* What a link of one area comes to. */
struct link_tally {
    size_t met, partly, of;
    const struct samsyn_evidence *evidence;
};

/* ---- Items ---- */

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
    if (search->outline.area_count == 0)
        copy->focus = 0;
    copy->actor = STR("");
    if (item->actor >= 0)
        copy->actor =
            arena_str(&out->arena, definition->actors[item->actor].id);
    return copy->actor.ptr && account_extent(&out->arena, search, &copy->place,
                                             &item->extent, STR(""));
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
tally_items(struct link_tally *tally, const struct samsyn_assessment *out,
            const struct samsyn_criterion *criterion, size_t area)
{
    for (size_t i = 0; i < out->item_count; i++) {
        const struct samsyn_item *item = &out->items[i];
        uint8_t verdict;

        if ((int)item->kind != criterion->of || item->focus != area)
            continue;
        verdict = criterion->units[item->index];
        tally->of++;
        tally->met += verdict == SAMSYN_VERDICT_MET;
        tally->partly += verdict == SAMSYN_VERDICT_PARTLY;
        if (!tally->evidence && criterion->unit_evidence[item->index].quote.ptr)
            tally->evidence = &criterion->unit_evidence[item->index];
    }
}

static samsyn_verdict
join_items(const struct link_tally *tally, const struct criterion *criterion)
{
    if (tally->of > 0 && tally->met * 100 >= criterion->share[0] * tally->of)
        return SAMSYN_VERDICT_MET;
    if (tally->of > 0 &&
        (tally->met + tally->partly) * 100 >= criterion->share[1] * tally->of)
        return SAMSYN_VERDICT_PARTLY;
    return SAMSYN_VERDICT_NOT_MET;
}

static void
link_area(struct samsyn_assessment *out, const struct criterion *criterion,
          const struct samsyn_criterion *judged, size_t area)
{
    struct assessed_focus *focus = &out->focus[area];
    struct link_tally tally = { 0 };
    samsyn_verdict verdict = judged->verdict;

    if (verdict == SAMSYN_VERDICT_REFERRED ||
        verdict == SAMSYN_VERDICT_NOT_APPLICABLE ||
        judged->asked == LEVEL_DOCUMENT ||
        (judged->asked == LEVEL_FOCUS && judged->unit_count == 0)) {
        if (judged->evidence[SAMSYN_EVIDENCE_COUNTED].count > 0)
            tally.evidence = judged->evidence[SAMSYN_EVIDENCE_COUNTED].items;
    } else if (judged->asked == LEVEL_FOCUS) {
        verdict = (samsyn_verdict)judged->units[area];
        if (judged->unit_evidence[area].quote.ptr)
            tally.evidence = &judged->unit_evidence[area];
    } else {
        tally_items(&tally, out, judged, area);
        verdict = join_items(&tally, criterion);
    }
    focus->links[criterion->link].verdict = verdict;
    focus->links[criterion->link].evidence = tally.evidence;
}

static bool
has_links(const struct samsyn_checklist *checklist)
{
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (checklist->criteria[i].link >= 0)
            return true;
    }
    return false;
}

static void
link_all(struct samsyn_assessment *out,
         const struct samsyn_checklist *checklist)
{
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (checklist->criteria[i].link < 0)
            continue;
        for (size_t k = 0; k < out->focus_count; k++)
            link_area(out, &checklist->criteria[i], &out->criteria[i], k);
    }
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
    link_all(out, search->checklist);
    return true;
}

bool
inventory_take(struct samsyn_assessment *out, struct search *search)
{
    return copy_items(out, search) && copy_areas(out, search);
}
