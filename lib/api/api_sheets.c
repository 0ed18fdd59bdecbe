/* SPDX-License-Identifier: MIT */
/* Writing comparisons and differences, and comparisons as tables. */

#include "api/api.h"
#include "api/comparison.h"
#include "report/compare.h"
#include "report/sheets.h"

samsyn_status
samsyn_comparison_write(const samsyn_comparison *comparison, const char *format,
                        size_t length, samsyn_write_fn write, void *user)
{
    const struct comparison_format *found;
    samsyn_status status;
    struct buf out;

    if (!comparison || !format || !write)
        return SAMSYN_E_ARGUMENT;
    found = comparison_format_find(str_make(format, length));
    if (!found)
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &comparison->arena.mem, API_REPORT_MAX);
    found->comparison(&out, comparison, comparison->lang);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}

/* ---- Tables ---- */

samsyn_status
samsyn_sheets_new(samsyn_sheets **out, const samsyn_comparison *comparison)
{
    struct samsyn_sheets *sheets;

    if (!out || !comparison)
        return SAMSYN_E_ARGUMENT;
    sheets = mem_alloc(&comparison->arena.mem, sizeof *sheets);
    if (!sheets)
        return SAMSYN_E_NOMEM;
    sheets_init(sheets, &comparison->arena.mem, comparison->lang);
    if (!sheets_fill(sheets, comparison)) {
        samsyn_sheets_free(sheets);
        return SAMSYN_E_NOMEM;
    }
    *out = sheets;
    return SAMSYN_OK;
}

void
samsyn_sheets_free(samsyn_sheets *sheets)
{
    samsyn_allocator mem;

    if (!sheets)
        return;
    mem = sheets->arena.mem;
    sheets_done(sheets);
    mem_free(&mem, sheets);
}

static const struct sheet *
sheet_at(const struct samsyn_sheets *sheets, size_t index)
{
    if (!sheets || index >= sheets->sheets.len)
        return NULL;
    return vec_at(&sheets->sheets, index);
}

const char *
samsyn_sheets_at(const samsyn_sheets *sheets, size_t index, const char **title)
{
    const struct sheet *sheet = sheet_at(sheets, index);

    if (sheet && title)
        *title = sheet->title;
    return sheet ? sheet->id : NULL;
}

size_t
samsyn_sheets_size(const samsyn_sheets *sheets, size_t index, size_t *columns,
                   size_t *titles)
{
    const struct sheet *sheet = sheet_at(sheets, index);

    if (columns)
        *columns = sheet ? sheet->columns : 0;
    if (titles)
        *titles = sheet ? sheet->titles : 0;
    return sheet ? sheet->cells.len / sheet->columns : 0;
}

samsyn_cell
samsyn_sheets_cell(const samsyn_sheets *sheets, size_t index, size_t row,
                   size_t column)
{
    const struct sheet *sheet = sheet_at(sheets, index);
    samsyn_cell none = { SAMSYN_CELL_TEXT, "", 0 };

    if (!sheet || column >= sheet->columns ||
        row >= sheet->cells.len / sheet->columns)
        return none;
    return *(samsyn_cell *)vec_at(&sheet->cells, row * sheet->columns + column);
}

samsyn_status
samsyn_sheets_write(const samsyn_sheets *sheets, size_t index, samsyn_csv csv,
                    samsyn_write_fn write, void *user)
{
    const struct sheet *sheet = sheet_at(sheets, index);
    samsyn_status status;
    struct buf out;

    if (!sheet || !write ||
        (csv != SAMSYN_CSV_PLAIN && csv != SAMSYN_CSV_EXCEL))
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &sheets->arena.mem, API_REPORT_MAX);
    cells_csv(&out, sheet, csv, 0);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}
