/* SPDX-License-Identifier: MIT */
/* A comparison as JSON, format 1.  Shares are in thousandths; what is absent is
 * null.  Its schema is checklists/schema/comparison.schema.json. */

#include "report/compare.h"

#include "report/compare_json.h"

void
compare_json_quote(struct json *json, const samsyn_quote *quote)
{
    json_pair(json, "quote", quote->text);
    json_number(json, "line", quote->line, 0);
    json_pair_or_null(json, "place", quote->place);
    json_pair_or_null(json, "heading", quote->heading);
}

void
compare_json_checklist(struct json *json, const samsyn_record *record)
{
    static const struct {
        const char *key;
        samsyn_record_text_id id;
    } rows[] = {
        { "id", SAMSYN_RECORD_CHECKLIST_ID },
        { "version", SAMSYN_RECORD_CHECKLIST_VERSION },
        { "title", SAMSYN_RECORD_CHECKLIST_TITLE },
        { "digest", SAMSYN_RECORD_CHECKLIST_DIGEST },
        { "language", SAMSYN_RECORD_LANGUAGE_ID },
        { "language_digest", SAMSYN_RECORD_LANGUAGE_DIGEST },
        { "model_digest", SAMSYN_RECORD_MODEL_DIGEST },
    };

    json_key(json, "checklist");
    json_open(json, '{');
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        json_pair_or_null(json, rows[i].key,
                          samsyn_record_text(record, rows[i].id));
    json_close(json, '}');
}

void
compare_json_document(struct json *json, const samsyn_record *record)
{
    static const struct {
        const char *key;
        samsyn_record_text_id id;
    } rows[] = {
        { "document", SAMSYN_RECORD_DOCUMENT_NAME },
        { "digest", SAMSYN_RECORD_DOCUMENT_DIGEST },
        { "annexes", SAMSYN_RECORD_ANNEXES },
        { "date", SAMSYN_RECORD_DATE },
        { "samsyn", SAMSYN_RECORD_PROGRAM },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        json_pair_or_null(json, rows[i].key,
                          samsyn_record_text(record, rows[i].id));
}

void
compare_json_begin(struct json *json, struct buf *out, samsyn_lang lang)
{
    json_init(json, out);
    json_open(json, '{');
    json_pair_int(json, "format", 1);
    json_pair(json, "samsyn", samsyn_version());
    json_pair(json, "lang", lang == SAMSYN_LANG_EN ? "en" : "sv");
}

void
compare_json_end(struct json *json)
{
    json_close(json, '}');
    buf_char(json->out, '\n');
}

void
compare_json_names(struct json *json, const samsyn_record *record, size_t index)
{
    static const struct {
        const char *key;
        samsyn_criterion_text_id id;
    } rows[] = {
        { "id", SAMSYN_CRITERION_ID },
        { "code", SAMSYN_CRITERION_CODE },
        { "title", SAMSYN_CRITERION_TITLE },
        { "weight", SAMSYN_CRITERION_WEIGHT },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        json_pair_or_null(json, rows[i].key,
                          samsyn_record_criterion(record, index, rows[i].id));
}

void
compare_json_verdict(struct json *json, const samsyn_record *record,
                     size_t index)
{
    json_pair_or_null(json, "verdict",
                      samsyn_verdict_name((samsyn_verdict)samsyn_record_verdict(
                          record, index)));
    json_pair_or_null(
        json, "certainty",
        samsyn_certainty_name(
            (samsyn_certainty)samsyn_record_certainty(record, index)));
    json_pair_or_null(json, "answer",
                      samsyn_verdict_name(
                          (samsyn_verdict)samsyn_record_answer(record, index)));
}

/* ---- Rows ---- */

static const char *
round_name(int round)
{
    return round == SAMSYN_ROUND_BEFORE ? "before" : "now";
}

static void
write_row(struct json *json, const samsyn_matrix *matrix, size_t index)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, index);

    json_open(json, '{');
    json_pair(json, "name", samsyn_matrix_name(matrix, index));
    json_pair_or_null(json, "group", samsyn_matrix_group(matrix, index));
    json_pair(json, "round", round_name(samsyn_matrix_round(matrix, index)));
    compare_json_document(json, record);
    json_key(json, "verdicts");
    json_open(json, '{');
    for (size_t i = 0; i < samsyn_record_count(record); i++) {
        json_key(json, samsyn_record_criterion(record, i, SAMSYN_CRITERION_ID));
        json_open(json, '{');
        compare_json_verdict(json, record, i);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
}

/* ---- Criteria ---- */

static void
write_tally(struct json *json, const samsyn_matrix *matrix, size_t criterion,
            const char *group, samsyn_round round)
{
    samsyn_tally tally = samsyn_matrix_tally(matrix, criterion, group, round);

    json_open(json, '{');
    json_pair_or_null(json, "group", group);
    json_pair(json, "round", round_name((int)round));
    json_pair_int(json, "met", tally.met);
    json_pair_int(json, "partly", tally.partly);
    json_pair_int(json, "not_met", tally.not_met);
    json_pair_int(json, "of", tally.of);
    if (tally.share < 0)
        json_pair_null(json, "share");
    else
        json_pair_int(json, "share", tally.share);
    json_pair_int(json, "referred", tally.referred);
    json_pair_int(json, "needs_review", tally.open);
    json_pair_int(json, "not_applicable", tally.not_applicable);
    json_pair_int(json, "answered", tally.answered);
    json_close(json, '}');
}

/* Calls for all, then for each group. */
static void
write_by_group(struct json *json, const char *key, const samsyn_matrix *matrix,
               size_t criterion,
               void (*write)(struct json *json, const samsyn_matrix *matrix,
                             size_t criterion, const char *group))
{
    const char *group = NULL;
    size_t next = 0;

    json_key(json, key);
    json_open(json, '[');
    do {
        write(json, matrix, criterion, group);
        group = samsyn_matrix_group_at(matrix, next++);
    } while (group);
    json_close(json, ']');
}

static void
write_tallies(struct json *json, const samsyn_matrix *matrix, size_t criterion,
              const char *group)
{
    write_tally(json, matrix, criterion, group, SAMSYN_ROUND_NOW);
    if (compare_rows(matrix, SAMSYN_ROUND_BEFORE) > 0)
        write_tally(json, matrix, criterion, group, SAMSYN_ROUND_BEFORE);
}

static void
write_trend(struct json *json, const samsyn_matrix *matrix, size_t criterion,
            const char *group)
{
    samsyn_trend trend = samsyn_matrix_trend(matrix, criterion, group);

    json_open(json, '{');
    json_pair_or_null(json, "group", group);
    json_pair_int(json, "both", trend.both);
    json_pair_int(json, "better", trend.better);
    json_pair_int(json, "worse", trend.worse);
    json_pair_int(json, "open", trend.open);
    json_close(json, '}');
}

static void
write_examples(struct json *json, const samsyn_matrix *matrix, size_t criterion)
{
    size_t index, which;

    json_key(json, "examples");
    json_open(json, '[');
    for (size_t i = 0;
         (index = samsyn_matrix_example_at(matrix, criterion, i, &which)) !=
         SAMSYN_NONE;
         i++) {
        samsyn_quote quote = samsyn_record_quote(
            samsyn_matrix_record(matrix, index), criterion, which);

        json_open(json, '{');
        json_pair(json, "name", samsyn_matrix_name(matrix, index));
        compare_json_quote(json, &quote);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void
write_criterion(struct json *json, const samsyn_matrix *matrix,
                size_t criterion)
{
    json_open(json, '{');
    compare_json_names(json, samsyn_matrix_record(matrix, 0), criterion);
    write_by_group(json, "tallies", matrix, criterion, write_tallies);
    if (compare_has_trend(matrix))
        write_by_group(json, "trend", matrix, criterion, write_trend);
    else
        json_pair_null(json, "trend");
    write_examples(json, matrix, criterion);
    json_close(json, '}');
}

/* Ids of the criteria that need support, most first. */
static void
write_needs(struct json *json, const samsyn_matrix *matrix, const char *group)
{
    size_t criterion;

    json_open(json, '{');
    json_pair_or_null(json, "group", group);
    json_key(json, "criteria");
    json_open(json, '[');
    for (size_t i = 0;
         (criterion = samsyn_matrix_need_at(matrix, group, i)) != SAMSYN_NONE;
         i++)
        json_text(json,
                  samsyn_record_criterion(samsyn_matrix_record(matrix, 0),
                                          criterion, SAMSYN_CRITERION_ID));
    json_close(json, ']');
    json_close(json, '}');
}

static void
write_needs_of(struct json *json, const samsyn_matrix *matrix, size_t criterion,
               const char *group)
{
    (void)criterion;
    write_needs(json, matrix, group);
}

static void
write_matrix(struct json *json, const samsyn_matrix *matrix)
{
    json_open(json, '{');
    compare_json_checklist(json, samsyn_matrix_record(matrix, 0));
    json_pair_bool(json, "parted", samsyn_matrix_is_parted(matrix));
    write_by_group(json, "needs", matrix, 0, write_needs_of);
    json_key(json, "criteria");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_record_count(samsyn_matrix_record(matrix, 0));
         i++)
        write_criterion(json, matrix, i);
    json_close(json, ']');
    json_key(json, "rows");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++)
        write_row(json, matrix, i);
    json_close(json, ']');
    json_close(json, '}');
}

static void
write_failures(struct json *json, const samsyn_comparison *comparison)
{
    json_key(json, "failures");
    json_open(json, '[');
    for (size_t i = 0; i < samsyn_comparison_failure_count(comparison); i++) {
        const char *why;

        json_open(json, '{');
        json_pair(json, "name",
                  samsyn_comparison_failure_at(comparison, i, &why));
        json_pair(json, "message", why);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void
comparison_json(struct buf *out, const samsyn_comparison *comparison,
                samsyn_lang lang)
{
    struct json json;

    compare_json_begin(&json, out, lang);
    json_key(&json, "matrices");
    json_open(&json, '[');
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++)
        write_matrix(&json, samsyn_comparison_matrix_at(comparison, i));
    json_close(&json, ']');
    write_failures(&json, comparison);
    compare_json_end(&json);
}
