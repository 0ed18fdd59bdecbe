/* SPDX-License-Identifier: MIT */
/* Records: what of an assessment is kept to be compared.
 *
 * A record holds texts, verdicts and quotes and nothing that refers to a
 * checklist or a document, so that one made of a stored JSON is as good as one
 * made of an assessment.  Texts are made valid when they come in, so that
 * whoever writes them out need not ask. */

#include "api/api.h"
#include "api/record.h"
#include "assess/keep.h"
#include "base/sha256.h"
#include "base/utf8.h"

#define REPLACEMENT 0xFFFD

/* ---- Making ---- */

static samsyn_status
make_record(struct samsyn_record **out, const struct samsyn_config *config)
{
    const samsyn_allocator *mem = &config->mem;
    struct samsyn_record *record = mem_alloc(mem, sizeof *record);

    if (!record)
        return SAMSYN_E_NOMEM;
    arena_init(&record->arena, mem);
    vec_init(&record->criteria, mem, sizeof(struct record_criterion));
    vec_init(&record->quotes, mem, sizeof(struct record_quote));
    record->limit = config->limits[SAMSYN_LIMIT_EVIDENCE];
    record->no_quotes = config->no_quotes;
    *out = record;
    return SAMSYN_OK;
}

samsyn_status
samsyn_record_new(samsyn_record **out, const samsyn_config *config)
{
    return out ? make_record(out, config_of(config)) : SAMSYN_E_ARGUMENT;
}

void
samsyn_record_free(samsyn_record *record)
{
    samsyn_allocator mem;

    if (!record)
        return;
    mem = record->arena.mem;
    vec_done(&record->criteria);
    vec_done(&record->quotes);
    arena_done(&record->arena);
    mem_free(&mem, record);
}

/* A copy in which what is no UTF-8 has become U+FFFD; its ptr is NULL without
 * memory. */
static struct str
keep_repaired(struct samsyn_record *record, struct str text)
{
    struct str kept = { NULL, 0 };
    struct buf buf;
    size_t size;

    buf_init(&buf, &record->arena.mem, BUF_ANY);
    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);

        buf_code(&buf, code == UTF8_BAD ? REPLACEMENT : code);
    }
    if (!buf_failed(&buf))
        kept = arena_str(&record->arena, buf_view(&buf));
    buf_done(&buf);
    return kept;
}

static bool
keep(struct samsyn_record *record, struct str *slot, const char *text)
{
    struct str given = str_of(text);
    struct str kept = utf8_valid(given.ptr, given.len) == given.len
                          ? arena_str(&record->arena, given)
                          : keep_repaired(record, given);

    if (kept.ptr)
        *slot = kept;
    return kept.ptr != NULL;
}

samsyn_status
samsyn_record_set(samsyn_record *record, samsyn_record_text_id which,
                  const char *text)
{
    if (!record || !text || (int)which < SAMSYN_RECORD_CHECKLIST_ID ||
        (int)which >= RECORD_TEXTS)
        return SAMSYN_E_ARGUMENT;
    return keep(record, &record->texts[which], text) ? SAMSYN_OK
                                                     : SAMSYN_E_NOMEM;
}

samsyn_status
samsyn_record_add(samsyn_record *record, const char *id, samsyn_verdict verdict)
{
    struct record_criterion *criterion;

    if (!record || !id || !*id || !samsyn_verdict_name(verdict) ||
        record_find(record, str_of(id)) != SAMSYN_NONE)
        return SAMSYN_E_ARGUMENT;
    criterion = vec_push(&record->criteria);
    if (!criterion)
        return SAMSYN_E_NOMEM;
    criterion->verdict = verdict;
    criterion->first = record->quotes.len;
    if (keep(record, &criterion->texts[SAMSYN_CRITERION_ID], id))
        return SAMSYN_OK;
    record->criteria.len--;
    return SAMSYN_E_NOMEM;
}

static struct record_criterion *
last_criterion(samsyn_record *record)
{
    return record ? vec_last(&record->criteria) : NULL;
}

samsyn_status
samsyn_record_set_text(samsyn_record *record, samsyn_criterion_text_id which,
                       const char *text)
{
    struct record_criterion *criterion = last_criterion(record);

    if (!criterion || !text || (int)which <= SAMSYN_CRITERION_ID ||
        (int)which >= RECORD_CRITERION_TEXTS)
        return SAMSYN_E_ARGUMENT;
    return keep(record, &criterion->texts[which], text) ? SAMSYN_OK
                                                        : SAMSYN_E_NOMEM;
}

samsyn_status
samsyn_record_set_judged(samsyn_record *record, int certainty, int answer)
{
    struct record_criterion *criterion = last_criterion(record);

    if (!criterion ||
        (certainty && !samsyn_certainty_name((samsyn_certainty)certainty)) ||
        (answer && !samsyn_verdict_name((samsyn_verdict)answer)))
        return SAMSYN_E_ARGUMENT;
    criterion->certainty = certainty;
    criterion->answer = answer;
    return SAMSYN_OK;
}

samsyn_status
samsyn_record_set_points(samsyn_record *record, int64_t possible)
{
    struct record_criterion *criterion = last_criterion(record);

    if (!criterion || possible < 0)
        return SAMSYN_E_ARGUMENT;
    criterion->possible = possible;
    return SAMSYN_OK;
}

/* By the digest, so that a quote is known whether its words are kept or not;
 * a text that is left out already is known by nothing. */
static bool
keep_match(struct samsyn_record *record, struct record_quote *slot,
           const char *text)
{
    struct str words = str_of(text);
    char digest[SHA256_TEXT];

    if (words.len == 0)
        return true;
    sha256_text(words.ptr, words.len, digest);
    return keep(record, &slot->match, digest);
}

static samsyn_status
add_quote(samsyn_record *record, const samsyn_quote *quote, const char *match)
{
    struct record_criterion *criterion = last_criterion(record);
    bool words = !record->no_quotes;
    struct record_quote *slot = vec_push(&record->quotes);

    if (!slot)
        return SAMSYN_E_NOMEM;
    slot->line = quote->line;
    if (keep_match(record, slot, match) &&
        keep(record, &slot->text, words ? quote->text : "") &&
        keep(record, &slot->place, quote->place) &&
        keep(record, &slot->heading, words ? quote->heading : "")) {
        criterion->count++;
        return SAMSYN_OK;
    }
    record->quotes.len--;
    return SAMSYN_E_NOMEM;
}

samsyn_status
samsyn_record_add_quote(samsyn_record *record, const samsyn_quote *quote)
{
    if (!last_criterion(record) || !quote)
        return SAMSYN_E_ARGUMENT;
    return add_quote(record, quote, quote->text);
}

/* ---- Of an assessment ---- */

static samsyn_status
take_annexes(samsyn_record *record, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_document_count(assessment);
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf text;

    buf_init(&text, &record->arena.mem, BUF_ANY);
    buf_text(&text, "");
    for (size_t i = 1; i < count; i++) {
        buf_text(&text, i > 1 ? " " : "");
        buf_text(&text, samsyn_assessment_document_text(
                            assessment, i, SAMSYN_DOCUMENT_DIGEST));
    }
    if (!buf_failed(&text))
        status = samsyn_record_set(record, SAMSYN_RECORD_ANNEXES,
                                   text.data ? text.data : "");
    buf_done(&text);
    return status;
}

static samsyn_status
take_texts(samsyn_record *record, const samsyn_assessment *assessment)
{
    static const samsyn_assessment_text_id from[RECORD_TEXTS] = {
        [SAMSYN_RECORD_CHECKLIST_ID] = SAMSYN_ASSESSMENT_CHECKLIST_ID,
        [SAMSYN_RECORD_CHECKLIST_VERSION] = SAMSYN_ASSESSMENT_CHECKLIST_VERSION,
        [SAMSYN_RECORD_CHECKLIST_TITLE] = SAMSYN_ASSESSMENT_CHECKLIST_TITLE,
        [SAMSYN_RECORD_CHECKLIST_DIGEST] = SAMSYN_ASSESSMENT_CHECKLIST_DIGEST,
        [SAMSYN_RECORD_LANGUAGE_ID] = SAMSYN_ASSESSMENT_LANGUAGE_ID,
        [SAMSYN_RECORD_LANGUAGE_DIGEST] = SAMSYN_ASSESSMENT_LANGUAGE_DIGEST,
        [SAMSYN_RECORD_MODEL_DIGEST] = SAMSYN_ASSESSMENT_MODEL_DIGEST,
        [SAMSYN_RECORD_DOCUMENT_NAME] = SAMSYN_ASSESSMENT_DOCUMENT_NAME,
        [SAMSYN_RECORD_DOCUMENT_DIGEST] = SAMSYN_ASSESSMENT_DOCUMENT_DIGEST,
        [SAMSYN_RECORD_DATE] = SAMSYN_ASSESSMENT_DATE,
    };
    samsyn_status status = take_annexes(record, assessment);

    for (int i = 1; status == SAMSYN_OK && i < RECORD_TEXTS; i++) {
        if (from[i])
            status =
                samsyn_record_set(record, (samsyn_record_text_id)i,
                                  samsyn_assessment_text(assessment, from[i]));
    }
    return status == SAMSYN_OK
               ? samsyn_record_set(record, SAMSYN_RECORD_PROGRAM,
                                   samsyn_version())
               : status;
}

/* The text is shown; but a stored assessment has the quote alone, markup and
 * all, so that is what it is matched by.  Of one that was left out there is
 * the digest. */
static samsyn_status
take_quote(samsyn_record *record, const samsyn_evidence *evidence)
{
    size_t path = samsyn_evidence_path_count(evidence);
    samsyn_quote quote = {
        .text = samsyn_evidence_text(evidence),
        .line = samsyn_evidence_span(evidence).line,
        .place = samsyn_evidence_place(evidence),
        .heading = path ? samsyn_evidence_path_at(evidence, path - 1) : "",
    };
    samsyn_status status =
        add_quote(record, &quote, samsyn_evidence_quote(evidence));
    struct record_quote *slot = vec_last(&record->quotes);

    if (status == SAMSYN_OK && evidence->match.len > 0 &&
        !keep(record, &slot->match, evidence->match.ptr))
        status = SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
take_quotes(samsyn_record *record, const samsyn_criterion *criterion)
{
    size_t count =
        samsyn_criterion_evidence_count(criterion, SAMSYN_EVIDENCE_COUNTED);
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; status == SAMSYN_OK && i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_COUNTED, i);

        if (*samsyn_evidence_text(evidence) || evidence->match.len > 0)
            status = take_quote(record, evidence);
    }
    return status;
}

/* Line by line what was looked for, and what came of it. */
static samsyn_status
take_account(samsyn_record *record, const samsyn_criterion *criterion)
{
    struct str *slot = &last_criterion(record)->account;
    char digest[SHA256_TEXT];

    if (criterion->account.len > 0)
        return keep(record, slot, criterion->account.ptr) ? SAMSYN_OK
                                                          : SAMSYN_E_NOMEM;
    if (criterion->trace_count == 0)
        return SAMSYN_OK;
    return keep_account(criterion, &record->arena.mem, digest) &&
                   keep(record, slot, digest)
               ? SAMSYN_OK
               : SAMSYN_E_NOMEM;
}

static samsyn_status
take_criterion(samsyn_record *record, const samsyn_criterion *criterion)
{
    samsyn_status status = samsyn_record_add(
        record, samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID),
        samsyn_criterion_verdict(criterion));

    for (int i = SAMSYN_CRITERION_CODE;
         status == SAMSYN_OK && i < RECORD_CRITERION_TEXTS; i++) {
        samsyn_criterion_text_id which = (samsyn_criterion_text_id)i;

        status = samsyn_record_set_text(
            record, which, samsyn_criterion_text(criterion, which));
    }
    if (status == SAMSYN_OK)
        status = samsyn_record_set_judged(record,
                                          samsyn_criterion_certainty(criterion),
                                          samsyn_criterion_answer(criterion));
    if (status == SAMSYN_OK)
        status = samsyn_record_set_points(
            record, samsyn_criterion_points(criterion).possible);
    if (status == SAMSYN_OK)
        status = take_quotes(record, criterion);
    return status == SAMSYN_OK ? take_account(record, criterion) : status;
}

static samsyn_status
take_all(samsyn_record *record, const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_criterion_count(assessment);
    samsyn_status status = take_texts(record, assessment);

    for (size_t i = 0; status == SAMSYN_OK && i < count; i++)
        status = take_criterion(record,
                                samsyn_assessment_criterion_at(assessment, i));
    return status;
}

samsyn_status
samsyn_record_of(samsyn_record **out, const samsyn_assessment *assessment,
                 const samsyn_config *config)
{
    samsyn_record *record;
    samsyn_status status;

    if (!out || !assessment)
        return SAMSYN_E_ARGUMENT;
    status = make_record(&record, config_of(config));
    if (status != SAMSYN_OK)
        return status;
    status = take_all(record, assessment);
    if (status == SAMSYN_OK)
        *out = record;
    else
        samsyn_record_free(record);
    return status;
}
