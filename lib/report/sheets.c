/* SPDX-License-Identifier: MIT */
/* Tables are filled cell by cell; what fails for want of memory is kept in
 * mind until the end, as buffers do. */

#include "report/sheets.h"

#include "report/page.h"
#include "report/words.h"

void
sheets_init(struct samsyn_sheets *sheets, const samsyn_allocator *mem,
            samsyn_lang lang)
{
    arena_init(&sheets->arena, mem);
    vec_init(&sheets->sheets, &sheets->arena.mem, sizeof(struct sheet));
    sheets->lang = lang;
    sheets->failed = false;
}

void
sheets_done(struct samsyn_sheets *sheets)
{
    for (size_t i = 0; i < sheets->sheets.len; i++) {
        struct sheet *sheet = vec_at(&sheets->sheets, i);

        vec_done(&sheet->cells);
    }
    vec_done(&sheets->sheets);
    arena_done(&sheets->arena);
}

struct sheet *
cells_open(struct samsyn_sheets *sheets, const char *id, enum message title,
           size_t titles, size_t columns)
{
    struct sheet *sheet = vec_push(&sheets->sheets);

    if (!sheet) {
        sheets->failed = true;
        return NULL;
    }
    sheet->id = id;
    sheet->title = message_text(title, sheets->lang);
    sheet->columns = columns;
    sheet->titles = titles;
    vec_init(&sheet->cells, &sheets->arena.mem, sizeof(samsyn_cell));
    return sheet;
}

struct sheet *
cells_begin(struct samsyn_sheets *sheets, const char *id, enum message title,
            size_t titles, const enum message *columns, size_t count)
{
    struct sheet *sheet = cells_open(sheets, id, title, titles, count);

    for (size_t i = 0; sheet && i < count; i++)
        cells_say(sheets, sheet, columns[i], NULL);
    return sheet;
}

/* A copy without what no workbook takes; its ptr is NULL without memory. */
static struct str
keep_shown(struct samsyn_sheets *sheets, const char *text)
{
    struct str kept = { NULL, 0 };
    struct buf shown;

    buf_init(&shown, &sheets->arena.mem, BUF_ANY);
    page_add_shown(&shown, str_of(text));
    if (!buf_failed(&shown))
        kept = arena_str(&sheets->arena, buf_view(&shown));
    buf_done(&shown);
    return kept;
}

void
cells_cell(struct samsyn_sheets *sheets, struct sheet *sheet,
           samsyn_cell_kind kind, const char *text, int64_t number)
{
    struct str kept = keep_shown(sheets, text);
    samsyn_cell *cell = kept.ptr ? vec_push(&sheet->cells) : NULL;

    if (!cell) {
        sheets->failed = true;
        return;
    }
    cell->kind = (int)kind;
    cell->text = kept.ptr;
    cell->number = number;
}

void
cells_text(struct samsyn_sheets *sheets, struct sheet *sheet, const char *text)
{
    cells_cell(sheets, sheet, SAMSYN_CELL_TEXT, text, 0);
}

void
cells_say(struct samsyn_sheets *sheets, struct sheet *sheet, enum message id,
          const char *first)
{
    struct str arg = str_of(first);
    struct buf text;

    buf_init(&text, &sheets->arena.mem, BUF_ANY);
    message_format(&text, id, sheets->lang, &arg, 1);
    if (buf_failed(&text))
        sheets->failed = true;
    else
        cells_text(sheets, sheet, text.data ? text.data : "");
    buf_done(&text);
}

void
cells_number(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t number)
{
    char text[WORDS_NUMBER];

    cells_cell(sheets, sheet, SAMSYN_CELL_NUMBER, words_number(text, number),
               number);
}

void
cells_share(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t share)
{
    char text[WORDS_NUMBER];

    if (share < 0)
        cells_text(sheets, sheet, "");
    else
        cells_cell(sheets, sheet, SAMSYN_CELL_SHARE,
                   words_points(text, share * 100, sheets->lang), share);
}

void
cells_points(struct samsyn_sheets *sheets, struct sheet *sheet, int64_t points)
{
    char text[WORDS_NUMBER];

    cells_cell(sheets, sheet, SAMSYN_CELL_POINTS,
               words_points(text, points, sheets->lang), points);
}

void
cells_checklist(struct samsyn_sheets *sheets, struct sheet *sheet,
                const samsyn_record *record)
{
    struct buf text;

    buf_init(&text, &sheets->arena.mem, BUF_ANY);
    buf_text(&text, samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID));
    buf_char(&text, ' ');
    buf_text(&text,
             samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_VERSION));
    if (buf_failed(&text))
        sheets->failed = true;
    else
        cells_text(sheets, sheet, text.data);
    buf_done(&text);
}

bool
sheets_fill(struct samsyn_sheets *sheets, const samsyn_comparison *comparison)
{
    static void (*const makers[])(struct samsyn_sheets * sheets,
                                  const samsyn_comparison *comparison) = {
        sheets_matrix, sheets_criteria, sheets_trend,
        sheets_quotes, sheets_method,
    };

    for (size_t i = 0; i < ARRAY_LEN(makers) && !sheets->failed; i++)
        makers[i](sheets, comparison);
    return !sheets->failed;
}

/* ---- CSV ---- */

/* What a spreadsheet would take for a formula, or for a date; some pass over
 * blanks first. */
static bool
is_taken_for_more(const char *cell)
{
    const char *text = cell + strspn(cell, " ");
    size_t length = strlen(text);
    size_t digits = strspn(text, "0123456789");
    /* the full-width signs, which some take for the narrow ones */
    static const char *const wide[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                        "\xEF\xBC\x8D", "\xEF\xBC\xA0" };

    if (length > 0 && memchr("=+-@\t\r\n", text[0], 7))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(wide); i++) {
        if (str_starts(str_of(text), str_of(wide[i])))
            return true;
    }
    return digits > 0 && strspn(text, "0123456789.,:/- ") == length;
}

/* A field between quotation marks; those inside it are doubled. */
static void
put_field(struct buf *out, const char *text, bool guarded)
{
    buf_char(out, '"');
    if (guarded)
        buf_char(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buf_char(out, '"');
        buf_char(out, *text);
    }
    buf_char(out, '"');
}

/* A number with its fraction, by the separator of the profile. */
static void
put_fraction(struct buf *out, int64_t thousandths, samsyn_csv csv)
{
    char text[WORDS_NUMBER];

    buf_text(out, words_points(text, thousandths,
                               csv == SAMSYN_CSV_EXCEL ? SAMSYN_LANG_SV
                                                       : SAMSYN_LANG_EN));
}

static void
put_cell(struct buf *out, const samsyn_cell *cell, samsyn_csv csv)
{
    switch (cell->kind) {
    case SAMSYN_CELL_NUMBER:
        buf_int(out, cell->number);
        break;
    case SAMSYN_CELL_SHARE:
        put_fraction(out, cell->number * 100, csv);
        break;
    case SAMSYN_CELL_POINTS:
        put_fraction(out, cell->number, csv);
        break;
    default:
        put_field(out, cell->text,
                  csv == SAMSYN_CSV_EXCEL && is_taken_for_more(cell->text));
    }
}

void
cells_csv(struct buf *out, const struct sheet *sheet, samsyn_csv csv,
          size_t first)
{
    bool excel = csv == SAMSYN_CSV_EXCEL;

    buf_text(out, excel && first == 0 ? "\xEF\xBB\xBF" : "");
    for (size_t i = first * sheet->columns; i < sheet->cells.len; i++) {
        put_cell(out, vec_at(&sheet->cells, i), csv);
        if ((i + 1) % sheet->columns == 0)
            buf_text(out, "\r\n");
        else
            buf_char(out, excel ? ';' : ',');
    }
}
