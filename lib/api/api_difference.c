/* SPDX-License-Identifier: MIT */
/* Differences: two records of one document or by one checklist, criterion by
 * criterion.
 *
 * Criteria are matched by id and quotes by their text, not by their place,
 * since a paragraph that is put in moves every place below it.  A verdict is
 * better or worse only on the scale of not met, partly and met; between other
 * verdicts nothing is said but that it changed. */

#include "api/api.h"
#include "api/record.h"
#include "report/compare.h"

struct pair {
    size_t index[2]; /* in the old and the new record, or SAMSYN_NONE */
    samsyn_turn turn;
    unsigned changed, unknown;
};

struct samsyn_difference {
    samsyn_allocator mem;
    samsyn_lang lang;
    struct samsyn_record *records[2]; /* old, new */
    struct vec pairs;                 /* of struct pair */
};

/* ---- What happened to a criterion ---- */

/* A criterion of one record, and the same of the other, which may be none. */
struct beside {
    const struct samsyn_record *record, *other;
    const struct record_criterion *own, *theirs;
};

static struct beside
beside_of(const struct samsyn_difference *difference, size_t side,
          const size_t index[2])
{
    const struct samsyn_record *record = difference->records[side];
    const struct samsyn_record *other = difference->records[1 - side];

    return (struct beside){ record, other,
                            record_criterion_at(record, index[side]),
                            record_criterion_at(other, index[1 - side]) };
}

static bool
they_have(const struct beside *beside, struct str match)
{
    for (size_t i = 0; i < beside->theirs->count; i++) {
        if (str_equal(record_quote_of(beside->other, beside->theirs, i)->match,
                      match))
            return true;
    }
    return false;
}

/* Whether the other record has all quotes of the criterion, each known: what
 * is not among them is not in that document.  One with as many as the limit
 * may have had more. */
static bool
they_are_whole(const struct beside *beside)
{
    if (beside->theirs->count >= beside->other->limit)
        return false;
    for (size_t i = 0; i < beside->theirs->count; i++) {
        if (record_quote_of(beside->other, beside->theirs, i)->match.len == 0)
            return false;
    }
    return true;
}

/* Whether a quote of a criterion is in the other record; -1 where it cannot
 * be told. */
static int
is_theirs(const struct beside *beside, const struct record_quote *quote)
{
    if (!beside->theirs)
        return 0;
    if (quote->match.len == 0)
        return -1;
    if (they_have(beside, quote->match))
        return 1;
    return they_are_whole(beside) ? 0 : -1;
}

/* The @p wanted of a record's quotes that are, or are not, or perhaps are in
 * the other; NULL past the last. */
static const struct record_quote *
quote_that_is(const struct beside *beside, int theirs, size_t wanted)
{
    for (size_t i = 0; i < beside->own->count; i++) {
        const struct record_quote *quote =
            record_quote_of(beside->record, beside->own, i);

        if (is_theirs(beside, quote) == theirs && wanted-- == 0)
            return quote;
    }
    return NULL;
}

static samsyn_turn
turn_of_evidence(const struct beside *old, const struct beside *new)
{
    if (quote_that_is(old, 0, 0))
        return quote_that_is(new, 0, 0) ? SAMSYN_TURN_MOVED : SAMSYN_TURN_LOST;
    return SAMSYN_TURN_SAME;
}

static samsyn_turn
turn_of(const struct beside *before, const struct beside *after)
{
    samsyn_verdict old = record_counted(before->own);
    samsyn_verdict new = record_counted(after->own);
    int from = record_place(old), to = record_place(new);

    if (old == new)
        return turn_of_evidence(before, after);
    if (from < 0 || to < 0)
        return SAMSYN_TURN_OTHER;
    return to > from ? SAMSYN_TURN_BETTER : SAMSYN_TURN_WORSE;
}

/* Whether a text is known on both sides and not the same. */
static bool
text_differs(const struct record_criterion *before,
             const struct record_criterion *after, int which)
{
    struct str old = before->texts[which], new = after->texts[which];

    return old.len > 0 && new.len > 0 && !str_equal(old, new);
}

/* The word for the weight, or what it gives; a criterion that does not apply
 * on one side has no points there. */
static bool
weight_differs(const struct record_criterion *before,
               const struct record_criterion *after)
{
    return text_differs(before, after, SAMSYN_CRITERION_WEIGHT) ||
           text_differs(before, after, SAMSYN_CRITERION_LEVEL) ||
           (before->possible > 0 && after->possible > 0 &&
            before->possible != after->possible);
}

/* By what was looked for in one and the same document. */
static bool
rule_is_known(unsigned differs, const struct record_criterion *before,
              const struct record_criterion *after)
{
    return !(differs & SAMSYN_DIFFERS_DOCUMENT) && before->account.len > 0 &&
           after->account.len > 0;
}

static unsigned
what_changed(const struct samsyn_difference *difference,
             const struct record_criterion *before,
             const struct record_criterion *after)
{
    unsigned differs = samsyn_difference_differs(difference);
    unsigned changed = 0;

    if (!(differs & SAMSYN_DIFFERS_CHECKLIST))
        return 0;
    for (int i = SAMSYN_CRITERION_TITLE; i <= SAMSYN_CRITERION_SOURCE; i++) {
        if (text_differs(before, after, i))
            changed |= SAMSYN_DIFFERS_WORDING;
    }
    if (weight_differs(before, after))
        changed |= SAMSYN_DIFFERS_WEIGHT;
    if (rule_is_known(differs, before, after) &&
        !str_equal(before->account, after->account))
        changed |= SAMSYN_DIFFERS_RULE;
    return changed;
}

/* What cannot be told of a criterion: a rule without accounts, and whether
 * quotes are gone where one side has none, or not all. */
static unsigned
what_is_unknown(const struct samsyn_difference *difference,
                const struct beside *before, const struct beside *after)
{
    unsigned differs = samsyn_difference_differs(difference);
    unsigned unknown = 0;

    if ((differs & SAMSYN_DIFFERS_CHECKLIST) &&
        !rule_is_known(differs, before->own, after->own))
        unknown |= SAMSYN_DIFFERS_RULE;
    if (quote_that_is(before, -1, 0) || quote_that_is(after, -1, 0))
        unknown |= SAMSYN_DIFFERS_EVIDENCE;
    return unknown;
}

/* ---- Making ---- */

static bool
add_pair(struct samsyn_difference *difference, size_t old, size_t new)
{
    const size_t index[2] = { old, new };
    struct beside before = beside_of(difference, 0, index);
    struct beside after = beside_of(difference, 1, index);
    struct pair *slot = vec_push(&difference->pairs);

    if (!slot)
        return false;
    slot->index[0] = old;
    slot->index[1] = new;
    if (!before.own) {
        slot->turn = SAMSYN_TURN_ADDED;
    } else if (!after.own) {
        slot->turn = SAMSYN_TURN_DROPPED;
    } else {
        slot->turn = turn_of(&before, &after);
        slot->changed = what_changed(difference, before.own, after.own);
        slot->unknown = what_is_unknown(difference, &before, &after);
    }
    return true;
}

static struct str
id_of(const struct samsyn_record *record, size_t index)
{
    return record_criterion_at(record, index)->texts[SAMSYN_CRITERION_ID];
}

static bool
pair_all(struct samsyn_difference *difference)
{
    const struct samsyn_record *old = difference->records[0];
    const struct samsyn_record *new = difference->records[1];

    for (size_t i = 0; i < new->criteria.len; i++) {
        if (!add_pair(difference, record_find(old, id_of(new, i)), i))
            return false;
    }
    for (size_t i = 0; i < old->criteria.len; i++) {
        if (record_find(new, id_of(old, i)) == SAMSYN_NONE &&
            !add_pair(difference, i, SAMSYN_NONE))
            return false;
    }
    return true;
}

static samsyn_status
fill(struct samsyn_difference *difference, const samsyn_record *before,
     const samsyn_record *after)
{
    samsyn_status status =
        record_copy(&difference->records[0], before, &difference->mem);

    if (status == SAMSYN_OK)
        status = record_copy(&difference->records[1], after, &difference->mem);
    if (status == SAMSYN_OK && !pair_all(difference))
        status = SAMSYN_E_NOMEM;
    return status;
}

samsyn_status
samsyn_difference_new(samsyn_difference **out, const samsyn_record *before,
                      const samsyn_record *after, const samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_difference *difference;
    samsyn_status status;

    if (!out || !before || !after)
        return SAMSYN_E_ARGUMENT;
    difference = mem_alloc(&settings->mem, sizeof *difference);
    if (!difference)
        return SAMSYN_E_NOMEM;
    difference->mem = settings->mem;
    difference->lang = settings->lang;
    vec_init(&difference->pairs, &settings->mem, sizeof(struct pair));
    status = fill(difference, before, after);
    if (status == SAMSYN_OK)
        *out = difference;
    else
        samsyn_difference_free(difference);
    return status;
}

void
samsyn_difference_free(samsyn_difference *difference)
{
    samsyn_allocator mem;

    if (!difference)
        return;
    mem = difference->mem;
    samsyn_record_free(difference->records[0]);
    samsyn_record_free(difference->records[1]);
    vec_done(&difference->pairs);
    mem_free(&mem, difference);
}

/* ---- Asking ---- */

/* 0 and 1 for the sides; 2 for what is none. */
static size_t
side_index(samsyn_side side)
{
    return side == SAMSYN_SIDE_OLD ? 0 : side == SAMSYN_SIDE_NEW ? 1 : 2;
}

const samsyn_record *
samsyn_difference_record(const samsyn_difference *difference, samsyn_side side)
{
    size_t index = side_index(side);

    return difference && index < 2 ? difference->records[index] : NULL;
}

unsigned
samsyn_difference_differs(const samsyn_difference *difference)
{
    const struct samsyn_record *old, *new;
    unsigned differs = 0;

    if (!difference)
        return 0;
    old = difference->records[0];
    new = difference->records[1];
    if (!record_texts_equal(old, new, SAMSYN_RECORD_DOCUMENT_DIGEST,
                            SAMSYN_RECORD_ANNEXES))
        differs |= SAMSYN_DIFFERS_DOCUMENT;
    if (!record_same_checklist(old, new))
        differs |= SAMSYN_DIFFERS_CHECKLIST;
    return differs;
}

size_t
samsyn_difference_count(const samsyn_difference *difference)
{
    return difference ? difference->pairs.len : 0;
}

static const struct pair *
pair_at(const struct samsyn_difference *difference, size_t index)
{
    if (!difference || index >= difference->pairs.len)
        return NULL;
    return vec_at(&difference->pairs, index);
}

int
samsyn_difference_turn(const samsyn_difference *difference, size_t index)
{
    const struct pair *pair = pair_at(difference, index);

    return pair ? (int)pair->turn : 0;
}

size_t
samsyn_difference_turned(const samsyn_difference *difference, samsyn_turn turn)
{
    size_t count = 0;

    for (size_t i = 0; i < samsyn_difference_count(difference); i++)
        count += pair_at(difference, i)->turn == turn;
    return count;
}

unsigned
samsyn_difference_changed(const samsyn_difference *difference, size_t index)
{
    const struct pair *pair = pair_at(difference, index);

    return pair ? pair->changed : 0;
}

unsigned
samsyn_difference_unknown(const samsyn_difference *difference, size_t index)
{
    const struct pair *pair = pair_at(difference, index);

    return pair ? pair->unknown : 0;
}

size_t
samsyn_difference_index(const samsyn_difference *difference, size_t index,
                        samsyn_side side)
{
    const struct pair *pair = pair_at(difference, index);
    size_t which = side_index(side);

    return pair && which < 2 ? pair->index[which] : SAMSYN_NONE;
}

samsyn_quote
samsyn_difference_quote(const samsyn_difference *difference, size_t index,
                        samsyn_side side, size_t quote)
{
    const struct pair *pair = pair_at(difference, index);
    size_t which = side_index(side);
    struct beside beside;

    if (!pair || which > 1 || pair->index[which] == SAMSYN_NONE)
        return record_quote_out(NULL);
    beside = beside_of(difference, which, pair->index);
    return record_quote_out(quote_that_is(&beside, 0, quote));
}

samsyn_status
samsyn_difference_write(const samsyn_difference *difference, const char *format,
                        size_t length, samsyn_write_fn write, void *user)
{
    const struct comparison_format *found;
    samsyn_status status;
    struct buf out;

    if (!difference || !format || !write)
        return SAMSYN_E_ARGUMENT;
    found = comparison_format_find(str_make(format, length));
    if (!found)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &difference->mem, API_REPORT_MAX);
    found->difference(&out, difference, difference->lang);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}
