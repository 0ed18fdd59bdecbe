/* SPDX-License-Identifier: MIT */
/* The stretches of the text that the page refers to: what counted, what was
 * refused, what came nearest, where items stand and what the chain shows.
 * They are collected twice over, to be counted and then to be kept. */

#include "report/web_marks.h"

#include <stdlib.h>

#include "base/mem.h"

/* Collecting; without a list it counts. */
struct taking {
    struct web_mark *list;
    size_t count;
};

static void
take(struct taking *taking, const samsyn_evidence *evidence,
     const samsyn_criterion *criterion, bool counted)
{
    samsyn_stretch stretch = samsyn_evidence_stretch(evidence);

    if (stretch.start == SAMSYN_NONE)
        return;
    if (taking->list)
        taking->list[taking->count] =
            (struct web_mark){ stretch, criterion, counted };
    taking->count++;
}

static void
take_criterion(struct taking *taking, const samsyn_criterion *criterion)
{
    for (int kind = SAMSYN_EVIDENCE_COUNTED; kind <= SAMSYN_EVIDENCE_NEAREST;
         kind++) {
        samsyn_evidence_kind which = (samsyn_evidence_kind)kind;
        size_t count = samsyn_criterion_evidence_count(criterion, which);

        for (size_t i = 0; i < count; i++)
            take(taking, samsyn_criterion_evidence_at(criterion, which, i),
                 criterion, kind == SAMSYN_EVIDENCE_COUNTED);
    }
}

static void
take_chain(struct taking *taking, const samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_focus_count(assessment); i++) {
        for (int link = SAMSYN_LINK_PROBLEM; link <= SAMSYN_LINK_FOLLOW_UP;
             link++) {
            const samsyn_evidence *evidence = NULL;

            (void)samsyn_assessment_focus_link(assessment, i, (samsyn_link)link,
                                               &evidence);
            take(taking, evidence, NULL, false);
        }
    }
}

static void
take_all(struct taking *taking, const samsyn_assessment *assessment)
{
    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++)
        take_criterion(taking, samsyn_assessment_criterion_at(assessment, i));
    for (size_t i = 0; i < samsyn_assessment_item_count(assessment); i++)
        take(taking,
             samsyn_item_place(samsyn_assessment_item_at(assessment, i)), NULL,
             false);
    take_chain(taking, assessment);
}

static int
order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Criteria lie in one array, so their order is that of the checklist. */
static int
compare(const void *left, const void *right)
{
    const struct web_mark *a = left, *b = right;
    int result = order(a->stretch.start, b->stretch.start);

    if (!result)
        result = order(a->stretch.end, b->stretch.end);
    if (!result)
        result = order((uintptr_t)a->criterion, (uintptr_t)b->criterion);
    return result ? result : b->counted - a->counted;
}

bool
web_marks_take(struct web_marks *marks, const samsyn_allocator *mem,
               const samsyn_assessment *assessment)
{
    struct taking taking = { 0 };

    *marks = (struct web_marks){ .mem = *mem };
    take_all(&taking, assessment);
    marks->list = mem_array(mem, taking.count, sizeof *marks->list);
    if (!marks->list)
        return false;
    marks->count = taking.count;
    taking = (struct taking){ .list = marks->list };
    take_all(&taking, assessment);
    qsort(marks->list, marks->count, sizeof *marks->list, compare);
    return true;
}

void
web_marks_done(struct web_marks *marks)
{
    mem_free(&marks->mem, marks->list);
}
