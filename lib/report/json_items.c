/* SPDX-License-Identifier: MIT */
/* The items of an assessment and the chain of its focus areas, as JSON. */

#include "report/json_parts.h"

/* The number of a focus area, from 1. */
static void
write_focus(struct json *json, size_t focus)
{
    json_number(json, "focus", focus == SAMSYN_NONE ? 0 : focus + 1, 0);
}

static void
write_item_verdicts(struct json *json, const samsyn_assessment *assessment,
                    const samsyn_item *item)
{
    size_t count = samsyn_assessment_criterion_count(assessment);

    json_key(json, "criteria");
    json_open(json, '{');
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);
        int verdict = samsyn_item_verdict(item, criterion);

        if (verdict)
            json_pair(json,
                      samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID),
                      samsyn_verdict_name((samsyn_verdict)verdict));
    }
    json_close(json, '}');
}

static void
write_holds(struct json *json, const samsyn_item *item)
{
    json_key(json, "holds");
    json_open(json, '{');
    for (size_t i = 0; i < samsyn_item_hold_count(item); i++) {
        int holds;
        const char *name = samsyn_item_hold_at(item, i, &holds);

        json_pair_bool(json, name, holds != 0);
    }
    json_close(json, '}');
}

static void
write_item(struct json *json, const samsyn_assessment *assessment,
           const samsyn_item *item)
{
    const samsyn_evidence *place = samsyn_item_place(item);
    samsyn_span span = samsyn_evidence_span(place);

    json_open(json, '{');
    json_pair(json, "kind", samsyn_item_kind_name(samsyn_item_kind_of(item)));
    json_pair_int(json, "n", (int64_t)samsyn_item_number(item));
    write_focus(json, samsyn_item_focus(item));
    json_number(json, "document", samsyn_evidence_document(place), 0);
    json_number(json, "start", span.start, SAMSYN_NONE);
    json_number(json, "end", span.end, SAMSYN_NONE);
    json_number(json, "line", span.line, 0);
    json_pair_or_null(json, "quote", samsyn_evidence_quote(place));
    json_pair_or_null(json, "actor", samsyn_item_actor(item));
    write_holds(json, item);
    write_item_verdicts(json, assessment, item);
    json_close(json, '}');
}

void
json_items(struct json *json, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_item_count(assessment);

    json_key(json, "items");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        write_item(json, assessment, samsyn_assessment_item_at(assessment, i));
    json_close(json, ']');
}

static void
write_link(struct json *json, const samsyn_assessment *assessment, size_t focus,
           samsyn_link link)
{
    const samsyn_evidence *evidence;
    int state =
        samsyn_assessment_focus_link(assessment, focus, link, &evidence);

    json_key(json, samsyn_link_name(link));
    json_open(json, '{');
    json_pair_or_null(json, "state",
                      samsyn_verdict_name((samsyn_verdict)state));
    json_key(json, "evidence");
    if (evidence) {
        json_open_stretch(json, evidence);
        json_close(json, '}');
    } else {
        json_null(json);
    }
    json_close(json, '}');
}

void
json_chain(struct json *json, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_focus_count(assessment);

    json_key(json, "chain");
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, '{');
        write_focus(json, i);
        json_pair_or_null(json, "title",
                          samsyn_assessment_focus_title(assessment, i));
        json_key(json, "links");
        json_open(json, '{');
        for (int k = SAMSYN_LINK_PROBLEM; k <= SAMSYN_LINK_FOLLOW_UP; k++)
            write_link(json, assessment, i, (samsyn_link)k);
        json_close(json, '}');
        json_close(json, '}');
    }
    json_close(json, ']');
}
