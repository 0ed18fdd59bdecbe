/* SPDX-License-Identifier: MIT */

/* Criteria that do not apply to a document, and those that count only while
 * it is valid.  A date that is written in part is weighed as its first day:
 * "2023" begins on 1 January; an end lasts through its last day. */

#include "assess/exempt.h"

static bool
is_of_kind(const struct exemption *exemption, struct str kind)
{
    return exemption->kind_count == 0 ||
           str_among(kind, exemption->kinds, exemption->kind_count);
}

static bool
asks_date(const struct exemption *exemption)
{
    return exemption->before.year > 0 || exemption->after.year > 0;
}

static bool
is_of_time(const struct exemption *exemption, const struct document_date *date)
{
    struct day day;

    if (!asks_date(exemption))
        return true;
    if (date->basis == BASIS_NONE)
        return false;
    day = day_first(date->value);
    return (exemption->before.year == 0 ||
            day_compare(day, exemption->before) < 0) &&
           (exemption->after.year == 0 ||
            day_compare(day, exemption->after) > 0);
}

bool
exempt_holds(const struct samsyn_assessment *assessment,
             const struct criterion *criterion)
{
    const struct assessed_document *main = &assessment->documents[0];

    return criterion->exempt &&
           is_of_kind(criterion->exempt, main->texts[SAMSYN_DOCUMENT_KIND]) &&
           is_of_time(criterion->exempt, &main->date);
}

bool
exempt_account(struct samsyn_assessment *assessment,
               struct samsyn_criterion *out, const struct criterion *criterion)
{
    struct evidence_list *list = &out->evidence[SAMSYN_EVIDENCE_COUNTED];

    out->verdict = SAMSYN_VERDICT_NOT_APPLICABLE;
    if (!asks_date(criterion->exempt))
        return true;
    list->items = arena_alloc(&assessment->arena, sizeof *list->items);
    if (!list->items)
        return false;
    list->items[0] = assessment->documents[0].dated;
    list->items[0].rule = STR("not_applicable");
    list->count = 1;
    return true;
}

/* What counted when the document was valid is of the past now. */
static void
lapse(struct samsyn_criterion *out)
{
    struct evidence_list *counted = &out->evidence[SAMSYN_EVIDENCE_COUNTED];

    for (size_t i = 0; i < counted->count; i++)
        counted->items[i].reason = STR("tense");
    out->evidence[SAMSYN_EVIDENCE_REFUSED] = *counted;
    *counted = (struct evidence_list){ NULL, 0 };
    out->verdict = SAMSYN_VERDICT_NOT_MET;
}

void
exempt_lapse(const struct samsyn_assessment *assessment,
             const struct samsyn_config *config,
             const struct criterion *criterion, struct samsyn_criterion *out)
{
    const struct document_date *date = &assessment->documents[0].date;
    struct day today = { config->year, config->month, config->day };

    if (!criterion->lapses || criterion->person || date->until.year == 0 ||
        (out->verdict != SAMSYN_VERDICT_MET &&
         out->verdict != SAMSYN_VERDICT_PARTLY))
        return;
    if (today.year == 0) {
        out->suggestion = out->verdict;
        out->verdict = SAMSYN_VERDICT_NEEDS_REVIEW;
        out->texts[SAMSYN_CRITERION_REASON] = STR("date");
    } else if (day_compare(today, day_last(date->until)) > 0) {
        lapse(out);
    }
}
