/* SPDX-License-Identifier: MIT */

/* A criterion that is asked of each focus area or each item, and what becomes
 * of it for the document: met where the share of the criterion is met, partly
 * where a smaller share is met at least in part, else not met; without any
 * item not met (design: from items to document).  What the document only
 * refers to goes before partly, as it does for a criterion of the document. */

#include "assess/account.h"
#include "assess/judge.h"

#include <stdlib.h>
#include <string.h>

/* What asking them one by one works on. */
struct round {
    struct arena *arena; /* NULL: only the verdict is wanted */
    struct search *search;
    const struct criterion *criterion;
    struct samsyn_criterion *out;
    struct shares shares;
    struct vec finds;   /* of struct find: of all of them */
    struct vec counted; /* of struct samsyn_evidence */
    struct vec wanting; /* of struct samsyn_evidence */
};

static unsigned
over_of(const struct criterion *criterion)
{
    return criterion->asked == LEVEL_ITEM ? (unsigned)criterion->of
                                          : OVER_FOCUS;
}

static bool
is_share(size_t part, size_t of, size_t percent)
{
    return part * 100 >= percent * of;
}

samsyn_verdict
levels_join(const struct criterion *criterion, const struct shares *shares)
{
    size_t met = criterion->share[0], partly = criterion->share[1];
    size_t some = shares->met + shares->partly;

    if (shares->of == 0)
        return SAMSYN_VERDICT_NOT_MET;
    if (is_share(shares->met, shares->of, met))
        return SAMSYN_VERDICT_MET;
    if (is_share(shares->met + shares->open, shares->of, met))
        return SAMSYN_VERDICT_NEEDS_REVIEW;
    if (is_share(some, shares->of, partly))
        return SAMSYN_VERDICT_PARTLY;
    if (is_share(some + shares->open, shares->of, partly))
        return SAMSYN_VERDICT_NEEDS_REVIEW;
    return SAMSYN_VERDICT_NOT_MET;
}

void
levels_count(struct shares *shares, samsyn_verdict verdict)
{
    shares->of++;
    shares->met += verdict == SAMSYN_VERDICT_MET;
    shares->partly += verdict == SAMSYN_VERDICT_PARTLY;
    shares->open += verdict == SAMSYN_VERDICT_NEEDS_REVIEW;
}

/* ---- The account of one of them ---- */

/* Unless it is there, or there are enough: a rule over the document rests on
 * the same place for every item. */
static bool
append(struct vec *list, const struct samsyn_evidence *evidence, size_t most)
{
    struct samsyn_evidence *slot;

    for (size_t i = 0; i < list->len; i++) {
        slot = vec_at(list, i);
        if (slot->text_start == evidence->text_start)
            return true;
    }
    if (list->len >= most)
        return true;
    slot = vec_push(list);
    if (slot)
        *slot = *evidence;
    return slot != NULL;
}

/* What it rests on is kept for what was refused in the same places: a find
 * beside the one before it is in one of them. */
static bool
append_finds(struct round *round)
{
    const struct search *search = round->search;

    for (size_t i = 0; i < search->finds.len; i++) {
        const struct find *find = vec_at(&search->finds, i);
        const struct find *last = vec_last(&round->finds);
        struct find *slot;

        if (last && document_sentence_of(search->document, last->hit.first) ==
                        document_sentence_of(search->document, find->hit.first))
            continue;
        slot = vec_push(&round->finds);
        if (!slot)
            return false;
        *slot = *find;
    }
    return true;
}

/* Where the first evidence of the area goes in which an area or item is; NULL
 * where none is asked for. */
static struct samsyn_evidence *
area_slot(struct round *round, size_t index)
{
    const struct outline *outline = &round->search->outline;
    unsigned over = over_of(round->criterion);
    size_t area = index;

    if (!round->out->area_evidence)
        return NULL;
    if (over < ITEM_KINDS)
        area = outline->area_count > 0 ? outline->items[over][index].area : 0;
    return area == NO_INDEX ? NULL : &round->out->area_evidence[area];
}

static bool
account_held(struct round *round, size_t index, const char *rule)
{
    struct samsyn_evidence *area = area_slot(round, index);
    struct samsyn_criterion one;
    const struct evidence_list *list = &one.evidence[SAMSYN_EVIDENCE_COUNTED];

    if (!append_finds(round))
        return false;
    if (round->counted.len >= round->search->most && (!area || area->quote.ptr))
        return true;
    memset(&one, 0, sizeof one);
    if (!account_counted(round->arena, round->search, &one, rule))
        return false;
    if (area && !area->quote.ptr && list->count > 0)
        *area = list->items[0];
    for (size_t i = 0; i < list->count; i++) {
        if (!append(&round->counted, &list->items[i], round->search->most))
            return false;
    }
    return true;
}

static bool
account_wanting(struct round *round, const struct extent *extent)
{
    struct samsyn_evidence wanting;

    if (round->wanting.len >= round->search->most)
        return true;
    memset(&wanting, 0, sizeof wanting);
    return account_unit(round->arena, round->search, &wanting, extent,
                        round->criterion->met) &&
           append(&round->wanting, &wanting, round->search->most);
}

static bool
ask(struct round *round, size_t index)
{
    struct search *search = round->search;
    struct extent extent = extent_at(search, over_of(round->criterion), index);
    samsyn_verdict verdict;
    const char *rule;

    memset(&search->nearest, 0, sizeof search->nearest);
    verdict = judge_stretch(search, round->criterion, &extent, NULL, &rule);
    levels_count(&round->shares, verdict);
    if (!round->arena)
        return !search->failed;
    round->out->units[index] = (uint8_t)verdict;
    if (search->finds.len > 0 && !account_held(round, index, rule))
        return false;
    return (verdict == SAMSYN_VERDICT_MET || account_wanting(round, &extent)) &&
           !search->failed;
}

/* Whether the document says that it stands elsewhere, and not in an annex that
 * has been read too. */
static bool
is_referred(struct round *round, samsyn_verdict verdict)
{
    const struct rule *rule = round->criterion->referred;
    struct extent whole = extent_whole(round->search);

    vec_clear(&round->search->finds);
    if (verdict == SAMSYN_VERDICT_PARTLY &&
        round->search->document->member_count > 1)
        return false;
    return rule && evaluate(round->search, rule, &whole, &setting_default,
                            round->search->most);
}

static samsyn_verdict
ask_all(struct round *round)
{
    size_t count = extent_count(round->search, over_of(round->criterion));
    samsyn_verdict verdict;

    for (size_t i = 0; i < count && !round->search->stopped; i++) {
        if (!ask(round, i)) {
            round->search->failed = true;
            return SAMSYN_VERDICT_NOT_MET;
        }
    }
    verdict = levels_join(round->criterion, &round->shares);
    if (judge_outline_limited(round->search, over_of(round->criterion)))
        verdict = SAMSYN_VERDICT_NEEDS_REVIEW;
    if ((verdict == SAMSYN_VERDICT_PARTLY ||
         verdict == SAMSYN_VERDICT_NOT_MET) &&
        is_referred(round, verdict))
        return SAMSYN_VERDICT_REFERRED;
    return verdict;
}

/* ---- The account of all of them ---- */

static int
compare_places(const void *a, const void *b)
{
    const struct samsyn_evidence *left = a, *right = b;

    return (left->text_start > right->text_start) -
           (left->text_start < right->text_start);
}

static bool
copy_list(struct round *round, samsyn_evidence_kind kind,
          const struct vec *list)
{
    struct evidence_list *out = &round->out->evidence[kind];

    out->items =
        arena_copy(round->arena, list->data, list->len, sizeof *out->items);
    out->count = list->len;
    if (out->items && out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare_places);
    return out->items != NULL;
}

static bool
account(struct round *round)
{
    struct search *search = round->search;
    samsyn_verdict verdict = round->out->verdict;
    bool good = true;

    if (verdict == SAMSYN_VERDICT_REFERRED)
        good = account_counted(round->arena, search, round->out, "referred");
    else if (verdict != SAMSYN_VERDICT_NOT_MET)
        good = copy_list(round, SAMSYN_EVIDENCE_COUNTED, &round->counted);
    if (good && verdict != SAMSYN_VERDICT_MET)
        good = copy_list(round, SAMSYN_EVIDENCE_NEAREST, &round->wanting);
    vec_done(&search->finds);
    search->finds = round->finds;
    vec_init(&round->finds, &search->config->mem, sizeof(struct find));
    return good && account_refused(round->arena, search, round->out, "met");
}

static bool
prepare(struct round *round)
{
    size_t count = extent_count(round->search, over_of(round->criterion));
    struct samsyn_criterion *out = round->out;

    out->units = arena_array(round->arena, count, sizeof *out->units);
    out->unit_count = count;
    if (out->link < 0)
        return out->units != NULL;
    out->area_count = extent_count(round->search, OVER_FOCUS);
    out->area_evidence =
        arena_array(round->arena, out->area_count, sizeof *out->area_evidence);
    return out->units && out->area_evidence;
}

bool
levels_judge(struct arena *arena, struct search *search,
             const struct criterion *criterion, struct samsyn_criterion *out)
{
    const samsyn_allocator *mem = &search->config->mem;
    struct round round = {
        .arena = arena, .search = search, .criterion = criterion, .out = out
    };
    bool good;

    vec_init(&round.finds, mem, sizeof(struct find));
    vec_init(&round.counted, mem, sizeof(struct samsyn_evidence));
    vec_init(&round.wanting, mem, sizeof(struct samsyn_evidence));
    good = prepare(&round);
    if (good)
        out->verdict = ask_all(&round);
    out->shares = (samsyn_shares){ .of = (int64_t)round.shares.of,
                                   .met = (int64_t)round.shares.met,
                                   .partly = (int64_t)round.shares.partly,
                                   .open = (int64_t)round.shares.open };
    out->closeness = closeness_of_shares(&round.shares);
    good = good && !search->failed && account(&round);
    vec_done(&round.finds);
    vec_done(&round.counted);
    vec_done(&round.wanting);
    return good;
}

struct ruling
levels_rules(struct search *search, const struct criterion *criterion)
{
    struct round round = { .search = search, .criterion = criterion };
    struct ruling ruling = { .verdict = ask_all(&round) };

    ruling.closeness = closeness_of_shares(&round.shares);
    return ruling;
}
