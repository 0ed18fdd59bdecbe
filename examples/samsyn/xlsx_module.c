/* SPDX-License-Identifier: MIT */
/* Writes the tables of a comparison as a workbook.
 *
 * The writer is libxlsxwriter.  It needs libcrypto, whose tables take longer to
 * set up than all else that starts with the command; so this file is a module
 * of its own, which the command opens when a workbook is asked for
 * (compare_xlsx.c), and the functions of samsyn.h are those of the command.
 * Where libxlsxwriter was missing when it was built, there is nothing in it.
 * Every cell is written as a text or a number, so that nothing in a document
 * becomes a formula; a verdict has words, and a colour beside them. */

#include "xlsx_module.h"

#ifdef HAVE_XLSXWRITER

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum {
    TEXT_MOST = 32000, /* bytes of a cell, which may have 32767 characters */
    VERDICTS = SAMSYN_VERDICT_NOT_APPLICABLE + 1
};

struct book {
    lxw_workbook *workbook;
    lxw_format *head, *text, *number, *share;
    lxw_format *verdicts[VERDICTS];
};

/* Dark words on a light ground; what they say stands in the words too. */
static const struct {
    lxw_color_t ground, ink;
} colours[VERDICTS] = {
    [SAMSYN_VERDICT_MET] = { 0xD9EFE0, 0x1A6639 },
    [SAMSYN_VERDICT_PARTLY] = { 0xFBEFD2, 0x735000 },
    [SAMSYN_VERDICT_NOT_MET] = { 0xF9E0D7, 0x93361A },
    [SAMSYN_VERDICT_REFERRED] = { 0xDDEBF4, 0x0A4B73 },
    [SAMSYN_VERDICT_NEEDS_REVIEW] = { 0xDDEBF4, 0x0A4B73 },
    [SAMSYN_VERDICT_NOT_APPLICABLE] = { 0xEEF0F2, 0x4D5760 },
};

static lxw_format *
make_format(struct book *book)
{
    lxw_format *format = workbook_add_format(book->workbook);

    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void
make_formats(struct book *book)
{
    book->head = make_format(book);
    format_set_bold(book->head);
    format_set_text_wrap(book->head);
    format_set_bg_color(book->head, 0xF3F5F6);
    format_set_bottom(book->head, LXW_BORDER_THIN);
    book->text = make_format(book);
    format_set_text_wrap(book->text);
    book->number = make_format(book);
    format_set_num_format(book->number, "0");
    book->share = make_format(book);
    format_set_num_format(book->share, "0.0");
    for (int i = 1; i < VERDICTS; i++) {
        book->verdicts[i] = make_format(book);
        format_set_bg_color(book->verdicts[i], colours[i].ground);
        format_set_font_color(book->verdicts[i], colours[i].ink);
    }
}

/* ---- Cells ---- */

static bool
is_continued(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* A text that is too long for a cell ends at a character and in "...". */
static lxw_error
put_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
         const char *text, lxw_format *format)
{
    size_t length = strlen(text);
    lxw_error error;
    char *cut;

    if (length == 0)
        return worksheet_write_blank(sheet, row, column, format);
    if (length <= TEXT_MOST)
        return worksheet_write_string(sheet, row, column, text, format);
    cut = malloc(TEXT_MOST + 5);
    if (!cut)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (length = TEXT_MOST; is_continued(text[length]); length--)
        ;
    memcpy(cut, text, length);
    memcpy(cut + length, " ...", 5);
    error = worksheet_write_string(sheet, row, column, cut, format);
    free(cut);
    return error;
}

static lxw_error
put_cell(const struct book *book, lxw_worksheet *sheet, lxw_row_t row,
         lxw_col_t column, const samsyn_cell *cell)
{
    switch (row == 0 ? SAMSYN_CELL_TEXT : cell->kind) {
    case SAMSYN_CELL_NUMBER:
        return worksheet_write_number(sheet, row, column, (double)cell->number,
                                      book->number);
    case SAMSYN_CELL_SHARE:
        return worksheet_write_number(sheet, row, column,
                                      (double)cell->number / 10, book->share);
    case SAMSYN_CELL_VERDICT:
        return put_text(sheet, row, column, cell->text,
                        book->verdicts[cell->number]);
    default:
        return put_text(sheet, row, column, cell->text,
                        row == 0 ? book->head : book->text);
    }
}

/* ---- Tables ---- */

/* Wide enough for words to be read: by the longest of a column, within
 * bounds.  The titles of the columns are wrapped. */
static void
set_widths(lxw_worksheet *sheet, const samsyn_sheets *sheets, size_t index,
           size_t rows, size_t columns)
{
    for (size_t k = 0; k < columns; k++) {
        size_t width = 11;

        for (size_t i = 1; i < rows; i++) {
            samsyn_cell cell = samsyn_sheets_cell(sheets, index, i, k);
            size_t length = strlen(cell.text) + 2;

            width = length > width ? length : width;
        }
        worksheet_set_column(sheet, (lxw_col_t)k, (lxw_col_t)k,
                             width > 60 ? 60 : (double)width, NULL);
    }
}

/* The head stays while one scrolls, and every column can be filtered. */
static void
set_ways(lxw_worksheet *sheet, size_t rows, size_t columns, size_t titles)
{
    worksheet_freeze_panes(sheet, 1, (lxw_col_t)titles);
    worksheet_autofilter(sheet, 0, 0, (lxw_row_t)(rows - 1),
                         (lxw_col_t)(columns - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

static lxw_error
put_sheet(const struct book *book, const samsyn_sheets *sheets, size_t index)
{
    const char *title;
    lxw_worksheet *sheet;
    size_t rows, columns, titles;
    lxw_error error = LXW_NO_ERROR;

    (void)samsyn_sheets_at(sheets, index, &title);
    rows = samsyn_sheets_size(sheets, index, &columns, &titles);
    sheet = workbook_add_worksheet(book->workbook, title);
    if (!sheet)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < columns && error == LXW_NO_ERROR; k++) {
            samsyn_cell cell = samsyn_sheets_cell(sheets, index, i, k);

            error = put_cell(book, sheet, (lxw_row_t)i, (lxw_col_t)k, &cell);
        }
    }
    set_widths(sheet, sheets, index, rows, columns);
    set_ways(sheet, rows, columns, titles);
    return error;
}

/* Not when it was made, which would differ each time. */
static void
set_properties(lxw_workbook *workbook)
{
    lxw_doc_properties properties = { .author = (char *)"samsyn",
                                      .created = 946684800 }; /* 2000 */

    workbook_set_properties(workbook, &properties);
}

static lxw_error
put_book(lxw_workbook *workbook, const samsyn_sheets *sheets)
{
    struct book book = { .workbook = workbook };
    lxw_error error = LXW_NO_ERROR;

    set_properties(workbook);
    make_formats(&book);
    for (size_t i = 0;
         error == LXW_NO_ERROR && samsyn_sheets_at(sheets, i, NULL); i++)
        error = put_sheet(&book, sheets, i);
    return error;
}

static lxw_error
write_book(const char *path, const samsyn_sheets *sheets)
{
    lxw_workbook *workbook = workbook_new(path);
    lxw_error put, error;

    if (!workbook)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    put = put_book(workbook, sheets);
    error = workbook_close(workbook);
    return put == LXW_NO_ERROR ? error : put;
}

const char *
xlsx_module_write(const char *path, const samsyn_sheets *sheets)
{
    lxw_error error = write_book(path, sheets);

    return error == LXW_NO_ERROR ? NULL : lxw_strerror(error);
}

#endif
