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
    unsigned changed;
};

struct samsyn_difference {
    samsyn_allocator mem;
    samsyn_lang lang;
    struct samsyn_record *records[2]; /* old, new */
    struct vec pairs;                 /* of struct pair */
};

/* ---- What happened to a criterion ---- */

static bool
has_quote(const struct samsyn_record *record,
          const struct record_criterion *criterion, struct str text)
{
    for (size_t i = 0; i < criterion->count; i++) {
        if (str_equal(record_quote_match(record_quote_of(record, criterion, i)),
                      text))
            return true;
    }
    return false;
}

/* The quote of the criterion in one record that the other record has not, the
 * @p wanted of them; NULL past the last. */
static const struct record_quote *
own_quote(const struct samsyn_record *record,
          const struct record_criterion *criterion,
          const struct samsyn_record *other,
          const struct record_criterion *beside, size_t wanted)
{
    for (size_t i = 0; i < criterion->count; i++) {
        const struct record_quote *quote =
            record_quote_of(record, criterion, i);

        if ((!beside || !has_quote(other, beside, record_quote_match(quote))) &&
            wanted-- == 0)
            return quote;
    }
    return NULL;
}

static samsyn_turn
turn_of_evidence(const struct samsyn_difference *difference,
                 const struct record_criterion *before,
                 const struct record_criterion *after)
{
    bool lost = own_quote(difference->records[0], before,
                          difference->records[1], after, 0);
    bool came = own_quote(difference->records[1], after, difference->records[0],
                          before, 0);

    if (lost)
        return came ? SAMSYN_TURN_MOVED : SAMSYN_TURN_LOST;
    return SAMSYN_TURN_SAME;
}

static samsyn_turn
turn_of(const struct samsyn_difference *difference,
        const struct record_criterion *before,
        const struct record_criterion *after)
{
    samsyn_verdict old = record_counted(before), new = record_counted(after);
    int from = record_place(old), to = record_place(new);

    if (old == new)
        return turn_of_evidence(difference, before, after);
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
    if (text_differs(before, after, SAMSYN_CRITERION_WEIGHT) ||
        text_differs(before, after, SAMSYN_CRITERION_LEVEL))
        changed |= SAMSYN_DIFFERS_WEIGHT;
    if (!(differs & SAMSYN_DIFFERS_DOCUMENT) && before->account.len > 0 &&
        after->account.len > 0 && !str_equal(before->account, after->account))
        changed |= SAMSYN_DIFFERS_RULE;
    return changed;
}

/* ---- Making ---- */

static bool
add_pair(struct samsyn_difference *difference, size_t old, size_t new)
{
    const struct record_criterion *before =
        record_criterion_at(difference->records[0], old);
    const struct record_criterion *after =
        record_criterion_at(difference->records[1], new);
    struct pair *slot = vec_push(&difference->pairs);

    if (!slot)
        return false;
    slot->index[0] = old;
    slot->index[1] = new;
    if (!before) {
        slot->turn = SAMSYN_TURN_ADDED;
    } else if (!after) {
        slot->turn = SAMSYN_TURN_DROPPED;
    } else {
        slot->turn = turn_of(difference, before, after);
        slot->changed = what_changed(difference, before, after);
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
    const struct record_criterion *own, *other;

    if (!pair || which > 1 || pair->index[which] == SAMSYN_NONE)
        return record_quote_out(NULL);
    own = record_criterion_at(difference->records[which], pair->index[which]);
    other = record_criterion_at(difference->records[1 - which],
                                pair->index[1 - which]);
    return record_quote_out(own_quote(difference->records[which], own,
                                      difference->records[1 - which], other,
                                      quote));
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
