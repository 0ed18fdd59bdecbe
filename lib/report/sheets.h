/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SHEETS_H
#define REPORT_SHEETS_H

/* A comparison as tables.  What they say stands here once, for CSV and for
 * whatever writes spreadsheets. */

#include "base/arena.h"
#include "base/message.h"
#include "base/vec.h"

struct sheet {
    const char *id;
    const char *title;
    size_t columns;
    size_t titles;    /* of the first columns: what a row is of */
    struct vec cells; /* of samsyn_cell, row by row */
};

struct samsyn_sheets {
    struct arena arena; /* texts of the cells */
    samsyn_lang lang;
    struct vec sheets; /* of struct sheet */
    bool failed;       /* without memory */
};

/* Tables that are empty, and their end. */
void
sheets_init(struct samsyn_sheets *sheets, const samsyn_allocator *mem,
            samsyn_lang lang);
void
sheets_done(struct samsyn_sheets *sheets);

/* Fill tables that are empty; false without memory. */
bool
sheets_fill(struct samsyn_sheets *sheets, const samsyn_comparison *comparison);

/* ---- Only for the files that fill them ---- */

/* A table without rows; NULL without memory. */
struct sheet *
cells_open(struct samsyn_sheets *sheets, const char *id, enum message title,
           size_t titles, size_t columns);

/* A table with its first row; the last of the titles is 0, which no column is
 * called. */
struct sheet *
cells_begin(struct samsyn_sheets *sheets, const char *id, enum message title,
            size_t titles, const enum message *columns, size_t count);

void
cells_text(struct samsyn_sheets *sheets, struct sheet *sheet, const char *text);
void
cells_say(struct samsyn_sheets *sheets, struct sheet *sheet, enum message id,
          const char *first);
void
cells_cell(struct samsyn_sheets *sheets, struct sheet *sheet,
           samsyn_cell_kind kind, const char *text, int64_t number);
void
cells_number(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t number);
/* Empty for -1. */
void
cells_share(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t share);
/* Thousandths of a point. */
void
cells_points(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t points);
/* "overenskommelse 0.1" */
void
cells_checklist(struct samsyn_sheets *sheets, struct sheet *sheet,
                const samsyn_record *record);

void
sheets_matrix(struct samsyn_sheets *sheets,
              const samsyn_comparison *comparison);
void
sheets_criteria(struct samsyn_sheets *sheets,
                const samsyn_comparison *comparison);
void
sheets_trend(struct samsyn_sheets *sheets, const samsyn_comparison *comparison);
void
sheets_quotes(struct samsyn_sheets *sheets,
              const samsyn_comparison *comparison);
void
sheets_method(struct samsyn_sheets *sheets,
              const samsyn_comparison *comparison);

/* A table as CSV from row @p first on.  Row 0 titles the columns; without it
 * the rows can follow those of another table. */
void
cells_csv(struct buf *out, const struct sheet *sheet, samsyn_csv csv,
          size_t first);

#endif
