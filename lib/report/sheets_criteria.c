/* SPDX-License-Identifier: MIT */
/* The tables with a row for each criterion: counts, good examples, trend; and
 * the one that says how all of it was made. */

#include "report/compare.h"
#include "report/sheets.h"
#include "report/words.h"

/* Takes one criterion of a matrix, of all records or of a group. */
typedef void (*row_fn)(struct samsyn_sheets *sheets, struct sheet *sheet,
                       const samsyn_matrix *matrix, size_t criterion,
                       const char *group);

static void
put_names(struct samsyn_sheets *sheets, struct sheet *sheet,
          const samsyn_record *record, size_t criterion)
{
    cells_text(
        sheets, sheet,
        samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_CODE));
    cells_text(
        sheets, sheet,
        samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_TITLE));
}

static void
put_group(struct samsyn_sheets *sheets, struct sheet *sheet, const char *group)
{
    if (group)
        cells_text(sheets, sheet, group);
    else
        cells_say(sheets, sheet, MSG_COMPARE_ALL, NULL);
}

static void
each_criterion(struct samsyn_sheets *sheets, struct sheet *sheet,
               const samsyn_matrix *matrix, row_fn row)
{
    size_t count = samsyn_record_count(samsyn_matrix_record(matrix, 0));
    const char *group = NULL;
    size_t next = 0;

    do {
        for (size_t i = 0; i < count && !sheets->failed; i++)
            row(sheets, sheet, matrix, i, group);
        group = samsyn_matrix_group_at(matrix, next++);
    } while (group);
}

static void
each_matrix(struct samsyn_sheets *sheets, struct sheet *sheet,
            const samsyn_comparison *comparison, row_fn row)
{
    for (size_t i = 0; sheet && i < samsyn_comparison_matrix_count(comparison);
         i++)
        each_criterion(sheets, sheet,
                       samsyn_comparison_matrix_at(comparison, i), row);
}

/* ---- Counts ---- */

static void
put_counts(struct samsyn_sheets *sheets, struct sheet *sheet,
           const samsyn_matrix *matrix, size_t criterion, const char *group,
           samsyn_round round)
{
    samsyn_tally tally = samsyn_matrix_tally(matrix, criterion, group, round);
    const int64_t counts[] = { tally.referred, tally.open, tally.not_applicable,
                               tally.answered };
    size_t need = round == SAMSYN_ROUND_NOW
                      ? samsyn_matrix_need_of(matrix, group, criterion)
                      : SAMSYN_NONE;

    cells_number(sheets, sheet, tally.met);
    cells_number(sheets, sheet, tally.partly);
    cells_number(sheets, sheet, tally.not_met);
    cells_number(sheets, sheet, tally.of);
    cells_share(sheets, sheet, tally.share);
    for (size_t i = 0; i < ARRAY_LEN(counts); i++)
        cells_number(sheets, sheet, counts[i]);
    if (need != SAMSYN_NONE)
        cells_number(sheets, sheet, (int64_t)need + 1);
    else
        cells_text(sheets, sheet, "");
}

static void
put_round(struct samsyn_sheets *sheets, struct sheet *sheet,
          const samsyn_matrix *matrix, size_t criterion, const char *group,
          samsyn_round round)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);

    put_names(sheets, sheet, record, criterion);
    cells_checklist(sheets, sheet, record);
    put_group(sheets, sheet, group);
    cells_say(sheets, sheet,
              round == SAMSYN_ROUND_NOW ? MSG_COMPARE_NOW : MSG_COMPARE_BEFORE,
              NULL);
    cells_text(sheets, sheet,
               words_weight(samsyn_record_criterion(record, criterion,
                                                    SAMSYN_CRITERION_WEIGHT),
                            sheets->lang));
    put_counts(sheets, sheet, matrix, criterion, group, round);
}

static void
put_criterion(struct samsyn_sheets *sheets, struct sheet *sheet,
              const samsyn_matrix *matrix, size_t criterion, const char *group)
{
    put_round(sheets, sheet, matrix, criterion, group, SAMSYN_ROUND_NOW);
    if (compare_rows(matrix, SAMSYN_ROUND_BEFORE) > 0)
        put_round(sheets, sheet, matrix, criterion, group, SAMSYN_ROUND_BEFORE);
}

void
sheets_criteria(struct samsyn_sheets *sheets,
                const samsyn_comparison *comparison)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_CODE,      MSG_COMPARE_COL_CRITERION,
        MSG_COMPARE_COL_CHECKLIST, MSG_COMPARE_COL_GROUP,
        MSG_COMPARE_COL_ROUND,     MSG_COMPARE_COL_WEIGHT,
        MSG_COMPARE_COL_MET,       MSG_COMPARE_COL_PARTLY,
        MSG_COMPARE_COL_NOT_MET,   MSG_COMPARE_COL_OF,
        MSG_COMPARE_COL_SHARE,     MSG_COMPARE_COL_REFERRED,
        MSG_COMPARE_COL_OPEN,      MSG_COMPARE_COL_NONE,
        MSG_COMPARE_COL_ANSWERED,  MSG_COMPARE_COL_NEED,
    };

    each_matrix(sheets,
                cells_begin(sheets, "criteria", MSG_COMPARE_SHEET_CRITERIA, 2,
                            columns, ARRAY_LEN(columns)),
                comparison, put_criterion);
}

/* ---- Two rounds ---- */

static void
put_trend(struct samsyn_sheets *sheets, struct sheet *sheet,
          const samsyn_matrix *matrix, size_t criterion, const char *group)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);
    samsyn_tally before =
        samsyn_matrix_tally(matrix, criterion, group, SAMSYN_ROUND_BEFORE);
    samsyn_tally now =
        samsyn_matrix_tally(matrix, criterion, group, SAMSYN_ROUND_NOW);
    samsyn_trend trend = samsyn_matrix_trend(matrix, criterion, group);

    if (!compare_has_trend(matrix))
        return;
    put_names(sheets, sheet, record, criterion);
    cells_checklist(sheets, sheet, record);
    put_group(sheets, sheet, group);
    cells_number(sheets, sheet, before.of);
    cells_share(sheets, sheet, before.share);
    cells_number(sheets, sheet, now.of);
    cells_share(sheets, sheet, now.share);
    cells_number(sheets, sheet, trend.both);
    cells_number(sheets, sheet, trend.better);
    cells_number(sheets, sheet, trend.worse);
}

static bool
has_trend(const samsyn_comparison *comparison)
{
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++) {
        if (compare_has_trend(samsyn_comparison_matrix_at(comparison, i)))
            return true;
    }
    return false;
}

void
sheets_trend(struct samsyn_sheets *sheets, const samsyn_comparison *comparison)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_CODE,      MSG_COMPARE_COL_CRITERION,
        MSG_COMPARE_COL_CHECKLIST, MSG_COMPARE_COL_GROUP,
        MSG_COMPARE_COL_OF_BEFORE, MSG_COMPARE_COL_SHARE_BEFORE,
        MSG_COMPARE_COL_OF,        MSG_COMPARE_COL_SHARE,
        MSG_COMPARE_COL_BOTH,      MSG_COMPARE_COL_BETTER,
        MSG_COMPARE_COL_WORSE,
    };

    if (has_trend(comparison))
        each_matrix(sheets,
                    cells_begin(sheets, "trend", MSG_COMPARE_SHEET_TREND, 2,
                                columns, ARRAY_LEN(columns)),
                    comparison, put_trend);
}

/* ---- Good examples ---- */

static void
put_place(struct samsyn_sheets *sheets, struct sheet *sheet,
          const samsyn_quote *quote)
{
    char number[WORDS_NUMBER];

    if (quote->line > 0)
        cells_say(sheets, sheet, MSG_COMPARE_LINE,
                  words_number(number, (int64_t)quote->line));
    else
        cells_text(sheets, sheet, quote->place);
}

static void
put_examples(struct samsyn_sheets *sheets, struct sheet *sheet,
             const samsyn_matrix *matrix, size_t criterion, const char *group)
{
    size_t index, which;

    for (size_t i = 0;
         !group && (index = samsyn_matrix_example_at(matrix, criterion, i,
                                                     &which)) != SAMSYN_NONE;
         i++) {
        const samsyn_record *record = samsyn_matrix_record(matrix, index);
        samsyn_quote quote = samsyn_record_quote(record, criterion, which);

        put_names(sheets, sheet, record, criterion);
        cells_text(sheets, sheet, samsyn_matrix_name(matrix, index));
        cells_cell(sheets, sheet, SAMSYN_CELL_QUOTE, quote.text, 0);
        put_place(sheets, sheet, &quote);
        cells_text(sheets, sheet, quote.heading);
        cells_text(sheets, sheet,
                   samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME));
    }
}

void
sheets_quotes(struct samsyn_sheets *sheets, const samsyn_comparison *comparison)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_CODE,     MSG_COMPARE_COL_CRITERION,
        MSG_COMPARE_COL_NAME,     MSG_COMPARE_COL_QUOTE,
        MSG_COMPARE_COL_PLACE,    MSG_COMPARE_COL_HEADING,
        MSG_COMPARE_COL_DOCUMENT,
    };

    each_matrix(sheets,
                cells_begin(sheets, "quotes", MSG_COMPARE_SHEET_QUOTES, 2,
                            columns, ARRAY_LEN(columns)),
                comparison, put_examples);
}
