/* SPDX-License-Identifier: MIT */
/* The table of names by criteria.  A criterion has one column, whatever the
 * checklists that ask it: by its id and code, which those that extend another
 * keep.  Two checklists may ask different things by one id. */

#include "report/compare.h"
#include "report/sheets.h"

/* Where a column's criterion was met first. */
struct column {
    const samsyn_record *record;
    size_t criterion;
};

static const char *
id_of(const samsyn_record *record, size_t criterion)
{
    return samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_ID);
}

static const char *
code_of(const samsyn_record *record, size_t criterion)
{
    return samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_CODE);
}

static bool
is_of(const struct column *column, const samsyn_record *record,
      size_t criterion)
{
    return strcmp(id_of(column->record, column->criterion),
                  id_of(record, criterion)) == 0 &&
           strcmp(code_of(column->record, column->criterion),
                  code_of(record, criterion)) == 0;
}

/* The index of a column's criterion in a record. */
static size_t
find(const samsyn_record *record, const struct column *column)
{
    for (size_t i = 0; i < samsyn_record_count(record); i++) {
        if (is_of(column, record, i))
            return i;
    }
    return SAMSYN_NONE;
}

static bool
is_known(const struct vec *columns, const samsyn_record *record,
         size_t criterion)
{
    for (size_t i = 0; i < columns->len; i++) {
        if (is_of(vec_at(columns, i), record, criterion))
            return true;
    }
    return false;
}

static bool
add_columns(struct vec *columns, const samsyn_record *record)
{
    for (size_t i = 0; i < samsyn_record_count(record); i++) {
        struct column *column;

        if (is_known(columns, record, i))
            continue;
        column = vec_push(columns);
        if (!column)
            return false;
        column->record = record;
        column->criterion = i;
    }
    return true;
}

static bool
gather_columns(struct vec *columns, const samsyn_comparison *comparison)
{
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++) {
        if (!add_columns(columns,
                         samsyn_matrix_record(
                             samsyn_comparison_matrix_at(comparison, i), 0)))
            return false;
    }
    return true;
}

/* "a03 Giltighetstiden är angiven" */
static void
put_title(struct samsyn_sheets *sheets, struct sheet *sheet,
          const struct column *column)
{
    const char *code = code_of(column->record, column->criterion);
    struct buf text;

    buf_init(&text, &sheets->arena.mem, BUF_ANY);
    buf_text(&text, *code ? code : id_of(column->record, column->criterion));
    buf_char(&text, ' ');
    buf_text(&text, samsyn_record_criterion(column->record, column->criterion,
                                            SAMSYN_CRITERION_TITLE));
    if (buf_failed(&text))
        sheets->failed = true;
    else
        cells_text(sheets, sheet, text.data);
    buf_done(&text);
}

static void
put_verdict(struct samsyn_sheets *sheets, struct sheet *sheet,
            const samsyn_record *record, size_t criterion)
{
    int verdict;
    struct buf text;

    if (criterion == SAMSYN_NONE) {
        cells_text(sheets, sheet, "");
        return;
    }
    verdict = samsyn_record_counted(record, criterion);
    buf_init(&text, &sheets->arena.mem, BUF_ANY);
    compare_say(&text, record, criterion, sheets->lang);
    if (buf_failed(&text))
        sheets->failed = true;
    else
        cells_cell(sheets, sheet, SAMSYN_CELL_VERDICT, text.data, verdict);
    buf_done(&text);
}

static void
put_row(struct samsyn_sheets *sheets, struct sheet *sheet,
        const struct vec *columns, const samsyn_matrix *matrix, size_t index)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, index);
    bool before = samsyn_matrix_round(matrix, index) == SAMSYN_ROUND_BEFORE;

    cells_text(sheets, sheet, samsyn_matrix_name(matrix, index));
    cells_text(sheets, sheet, samsyn_matrix_group(matrix, index));
    cells_say(sheets, sheet, before ? MSG_COMPARE_BEFORE : MSG_COMPARE_NOW,
              NULL);
    cells_checklist(sheets, sheet, record);
    for (size_t i = 0; i < columns->len; i++)
        put_verdict(sheets, sheet, record, find(record, vec_at(columns, i)));
}

static void
put_all(struct samsyn_sheets *sheets, const struct vec *columns,
        const samsyn_comparison *comparison)
{
    static const enum message titles[] = {
        MSG_COMPARE_COL_NAME,
        MSG_COMPARE_COL_GROUP,
        MSG_COMPARE_COL_ROUND,
        MSG_COMPARE_COL_CHECKLIST,
    };
    struct sheet *sheet =
        cells_begin(sheets, "matrix", MSG_COMPARE_SHEET_MATRIX, 1, titles,
                    ARRAY_LEN(titles));

    if (!sheet)
        return;
    sheet->columns += columns->len;
    for (size_t i = 0; i < columns->len; i++)
        put_title(sheets, sheet, vec_at(columns, i));
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++) {
        const samsyn_matrix *matrix =
            samsyn_comparison_matrix_at(comparison, i);

        for (size_t k = 0; k < samsyn_matrix_count(matrix); k++)
            put_row(sheets, sheet, columns, matrix, k);
    }
}

void
sheets_matrix(struct samsyn_sheets *sheets, const samsyn_comparison *comparison)
{
    struct vec columns;

    vec_init(&columns, &sheets->arena.mem, sizeof(struct column));
    if (gather_columns(&columns, comparison))
        put_all(sheets, &columns, comparison);
    else
        sheets->failed = true;
    vec_done(&columns);
}
