/* SPDX-License-Identifier: MIT */
/* Looking into records: for whoever reads them, and for what the library
 * compares.  Making them is api_record.c's. */

#include "api/record.h"

#include "api/api.h"

const struct record_criterion *
record_criterion_at(const struct samsyn_record *record, size_t index)
{
    if (!record || index >= record->criteria.len)
        return NULL;
    return vec_at(&record->criteria, index);
}

const struct record_quote *
record_quote_of(const struct samsyn_record *record,
                const struct record_criterion *criterion, size_t index)
{
    if (!criterion || index >= criterion->count)
        return NULL;
    return vec_at(&record->quotes, criterion->first + index);
}

samsyn_quote
record_quote_out(const struct record_quote *quote)
{
    samsyn_quote out = { "", 0, "", "" };

    if (quote) {
        out.text = api_text(quote->text);
        out.line = quote->line;
        out.place = api_text(quote->place);
        out.heading = api_text(quote->heading);
    }
    return out;
}

size_t
record_find(const struct samsyn_record *record, struct str id)
{
    for (size_t i = 0; i < record->criteria.len; i++) {
        const struct record_criterion *one = vec_at(&record->criteria, i);

        if (str_equal(one->texts[SAMSYN_CRITERION_ID], id))
            return i;
    }
    return SAMSYN_NONE;
}

bool
record_texts_equal(const struct samsyn_record *a, const struct samsyn_record *b,
                   samsyn_record_text_id first, samsyn_record_text_id last)
{
    for (int i = (int)first; i <= (int)last; i++) {
        if (!str_equal(a->texts[i], b->texts[i]))
            return false;
    }
    return true;
}

bool
record_same_checklist(const struct samsyn_record *a,
                      const struct samsyn_record *b)
{
    return record_texts_equal(a, b, SAMSYN_RECORD_CHECKLIST_ID,
                              SAMSYN_RECORD_CHECKLIST_VERSION) &&
           record_texts_equal(a, b, SAMSYN_RECORD_CHECKLIST_DIGEST,
                              SAMSYN_RECORD_MODEL_DIGEST);
}

samsyn_verdict
record_counted(const struct record_criterion *criterion)
{
    return criterion->answer ? (samsyn_verdict)criterion->answer
                             : criterion->verdict;
}

int
record_place(samsyn_verdict verdict)
{
    switch (verdict) {
    case SAMSYN_VERDICT_MET:
        return 2;
    case SAMSYN_VERDICT_PARTLY:
        return 1;
    case SAMSYN_VERDICT_NOT_MET:
        return 0;
    default:
        return -1;
    }
}

/* ---- Copying ---- */

static bool
copy_texts(struct arena *arena, struct str *to, const struct str *from,
           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!from[i].ptr)
            continue;
        to[i] = arena_str(arena, from[i]);
        if (!to[i].ptr)
            return false;
    }
    return true;
}

static bool
copy_criterion(struct samsyn_record *to, const struct record_criterion *from)
{
    struct record_criterion *slot = vec_push(&to->criteria);

    if (!slot)
        return false;
    slot->verdict = from->verdict;
    slot->certainty = from->certainty;
    slot->answer = from->answer;
    slot->possible = from->possible;
    slot->first = from->first;
    slot->count = from->count;
    return copy_texts(&to->arena, slot->texts, from->texts,
                      RECORD_CRITERION_TEXTS) &&
           copy_texts(&to->arena, &slot->account, &from->account, 1);
}

static bool
copy_quote(struct samsyn_record *to, const struct record_quote *from)
{
    struct record_quote *slot = vec_push(&to->quotes);

    if (!slot)
        return false;
    slot->line = from->line;
    return copy_texts(&to->arena, &slot->text, &from->text, 1) &&
           copy_texts(&to->arena, &slot->match, &from->match, 1) &&
           copy_texts(&to->arena, &slot->place, &from->place, 1) &&
           copy_texts(&to->arena, &slot->heading, &from->heading, 1);
}

static bool
copy_all(struct samsyn_record *to, const struct samsyn_record *from)
{
    bool good = copy_texts(&to->arena, to->texts, from->texts, RECORD_TEXTS);

    to->limit = from->limit;
    to->no_quotes = from->no_quotes;
    for (size_t i = 0; good && i < from->criteria.len; i++)
        good = copy_criterion(to, vec_at(&from->criteria, i));
    for (size_t i = 0; good && i < from->quotes.len; i++)
        good = copy_quote(to, vec_at(&from->quotes, i));
    return good;
}

samsyn_status
record_copy(struct samsyn_record **out, const struct samsyn_record *record,
            const samsyn_allocator *mem)
{
    struct samsyn_config config = config_default;
    struct samsyn_record *copy;
    samsyn_status status;

    config.mem = *mem;
    status = samsyn_record_new(&copy, &config);
    if (status != SAMSYN_OK)
        return status;
    if (copy_all(copy, record)) {
        *out = copy;
        return SAMSYN_OK;
    }
    samsyn_record_free(copy);
    return SAMSYN_E_NOMEM;
}

/* ---- For whoever reads them ---- */

const char *
samsyn_record_text(const samsyn_record *record, samsyn_record_text_id which)
{
    if ((int)which < SAMSYN_RECORD_CHECKLIST_ID || (int)which >= RECORD_TEXTS)
        return NULL;
    return record ? api_text(record->texts[which]) : "";
}

size_t
samsyn_record_count(const samsyn_record *record)
{
    return record ? record->criteria.len : 0;
}

const char *
samsyn_record_criterion(const samsyn_record *record, size_t index,
                        samsyn_criterion_text_id which)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    if (!one || (int)which < SAMSYN_CRITERION_ID ||
        (int)which >= RECORD_CRITERION_TEXTS)
        return NULL;
    return api_text(one->texts[which]);
}

int
samsyn_record_verdict(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? (int)one->verdict : 0;
}

int
samsyn_record_answer(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? one->answer : 0;
}

int
samsyn_record_counted(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? (int)record_counted(one) : 0;
}

int64_t
samsyn_record_points(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? one->possible : 0;
}

int
samsyn_record_certainty(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? one->certainty : 0;
}

size_t
samsyn_record_quote_count(const samsyn_record *record, size_t index)
{
    const struct record_criterion *one = record_criterion_at(record, index);

    return one ? one->count : 0;
}

samsyn_quote
samsyn_record_quote(const samsyn_record *record, size_t index, size_t quote)
{
    return record_quote_out(
        record_quote_of(record, record_criterion_at(record, index), quote));
}
