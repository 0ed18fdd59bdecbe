/* SPDX-License-Identifier: MIT */

/* Divides a table into rows, and tells whether the first holds titles.
 *
 * Between two rows there is more room, over the whole width, than between the
 * lines of a cell.  Where there is no such room anywhere, a row begins where
 * the first column is filled anew. */

#ifdef READ_PDF

#include "read/pdf_table.h"

#include "base/ascii.h"
#include "base/label.h"
#include "base/utf8.h"
#include "read/pdf_join.h"

#include <stdlib.h>

#define MOST_LEAD 1000 /* lines may overlap as much as they are high */
#define ROW_PARTED 110 /* room that parts rows, of a thousandth */
#define LEAST_ROOM 60  /* the same in hundredths of a point */
#define TITLE_WORDS 6  /* of a title */
#define PAIR_WORDS 4   /* of one over two columns */
#define SHORT_WORDS 3
#define SHORT_ROWS 3 /* with fewer, titles are not told from others */

struct bands {
    struct pdf_table *table;
    const struct pdf_rows *rows;
    int32_t lead; /* between the lines of a cell, of a thousandth */
};

static const struct pdf_atom *
atom_of(const struct bands *bands, const struct pdf_cell *cell)
{
    return pdf_atom_at(bands->rows, cell->atom);
}

static uint32_t
page_of(const struct bands *bands, const struct pdf_cell *cell)
{
    return pdf_row_at(bands->rows, cell->source)->page;
}

static struct str
cell_str(const struct bands *bands, const struct pdf_cell *cell)
{
    return pdf_atom_str(bands->rows, atom_of(bands, cell));
}

/* ---- Room ---- */

/* The least room between two lines of one column. */
static int32_t
least_lead(const struct bands *bands)
{
    const struct pdf_cell *above[PDF_COLUMNS] = { NULL };
    int32_t least = bands->rows->lead;

    for (size_t i = 0; i < bands->table->cells.len; i++) {
        const struct pdf_cell *cell = pdf_cell_at(bands->table, i);
        const struct pdf_cell *last = above[cell->column];
        const struct pdf_box *box = &atom_of(bands, cell)->box;

        above[cell->column] = cell;
        if (!last || page_of(bands, last) != page_of(bands, cell) ||
            last->source == cell->source)
            continue;
        int32_t room = (box->y0 - atom_of(bands, last)->box.y1) * 1000 /
                       (pdf_height(box) + 1);
        least = room < least ? room : least;
    }
    return least > -MOST_LEAD ? least : -MOST_LEAD;
}

/* A row begins above @p box where nothing before it reaches so far down. */
static bool
has_room(const struct bands *bands, int32_t bottom, const struct pdf_box *box)
{
    int32_t height = pdf_height(box);
    int32_t room =
        box->y0 - bottom - (int32_t)((int64_t)bands->lead * height / 1000);

    return room > height * ROW_PARTED / 1000 && room > LEAST_ROOM;
}

/* Number the rows that room parts; false where none are parted. */
static bool
divide_by_room(struct bands *bands)
{
    uint32_t row = 0, page = 0;
    int32_t bottom = 0;
    bool parted = false;

    for (size_t i = 0; i < bands->table->cells.len; i++) {
        struct pdf_cell *cell = pdf_cell_at(bands->table, i);
        const struct pdf_box *box = &atom_of(bands, cell)->box;
        bool turned = i && page_of(bands, cell) != page;

        if (turned || (i && has_room(bands, bottom, box))) {
            row++;
            bottom = box->y1;
            parted = parted || !turned;
        }
        page = page_of(bands, cell);
        bottom = i && bottom > box->y1 ? bottom : box->y1;
        cell->row = row;
    }
    bands->table->count = row + 1;
    return parted;
}

/* ---- Text ---- */

/* The text in the first column goes on what is above it. */
static bool
goes_on(const struct bands *bands, const struct pdf_cell *cell)
{
    struct str text = cell_str(bands, cell);

    return !atom_of(bands, cell)->label &&
           guess_label(text).kind == LABEL_NONE &&
           (pdf_is_lower(text) || text.ptr[0] == '(');
}

/* The row of the page begins with text that goes on what is above it. */
static bool
continues(const struct bands *bands, size_t index)
{
    const struct pdf_cell *cell = pdf_cell_at(bands->table, index);

    return cell->column || goes_on(bands, cell);
}

/* A row of the page that fills every column is a row. */
static bool
is_full(const struct bands *bands, size_t index)
{
    const struct pdf_cell *first = pdf_cell_at(bands->table, index);
    size_t count = 0;

    for (size_t i = index; i < bands->table->cells.len; i++) {
        if (pdf_cell_at(bands->table, i)->source != first->source)
            break;
        count++;
    }
    return count == bands->table->columns &&
           !pdf_is_lower(cell_str(bands, first));
}

static void
divide_by_text(struct bands *bands)
{
    uint32_t row = 0, source = 0;

    for (size_t i = 0; i < bands->table->cells.len; i++) {
        struct pdf_cell *cell = pdf_cell_at(bands->table, i);

        if (i && cell->source != source &&
            (is_full(bands, i) || !continues(bands, i)))
            row++;
        source = cell->source;
        cell->row = row;
    }
    bands->table->count = row + 1;
}

/* ---- Over pages ---- */

/* Where row @p row ends: the first cell past it. */
static size_t
end_of(const struct bands *bands, size_t first)
{
    size_t end = first;

    while (end < bands->table->cells.len &&
           pdf_cell_at(bands->table, end)->row ==
               pdf_cell_at(bands->table, first)->row)
        end++;
    return end;
}

/* The cells from @p a on say the same as those from @p b on, up to @p end. */
static bool
are_same(const struct bands *bands, size_t a, size_t b, size_t end)
{
    for (; b < end; a++, b++) {
        const struct pdf_cell *one = pdf_cell_at(bands->table, a);
        const struct pdf_cell *two = pdf_cell_at(bands->table, b);

        if (one->column != two->column ||
            !str_equal(cell_str(bands, one), cell_str(bands, two)))
            return false;
    }
    return true;
}

/* The row that begins a page is the table's first row again. */
static bool
is_repeated(const struct bands *bands, size_t titles, size_t first, size_t end)
{
    return end - first == titles &&
           page_of(bands, pdf_cell_at(bands->table, first)) !=
               page_of(bands, pdf_cell_at(bands->table, first - 1)) &&
           are_same(bands, 0, first, end);
}

static void
drop_cells(struct bands *bands, size_t first, size_t end)
{
    struct pdf_cell *cells = bands->table->cells.data;

    memmove(cells + first, cells + end,
            (bands->table->cells.len - end) * sizeof *cells);
    bands->table->cells.len -= end - first;
}

/* The row before @p first has nothing but a label in its first column. */
static bool
is_label_left(const struct bands *bands, size_t first)
{
    uint32_t row = pdf_cell_at(bands->table, first - 1)->row;
    bool found = false;

    for (size_t i = first; i; i--) {
        const struct pdf_cell *cell = pdf_cell_at(bands->table, i - 1);

        if (cell->row != row)
            break;
        if (cell->column)
            continue;
        if (found || !guess_is_lone_label(cell_str(bands, cell)))
            return false;
        found = true;
    }
    return found;
}

/* The last cell of a column before @p first, in the row there; NULL. */
static const struct pdf_cell *
cell_above(const struct bands *bands, size_t first, uint32_t column)
{
    uint32_t row = pdf_cell_at(bands->table, first - 1)->row;

    for (size_t i = first; i; i--) {
        const struct pdf_cell *cell = pdf_cell_at(bands->table, i - 1);

        if (cell->row != row)
            return NULL;
        if (cell->column == column)
            return cell;
    }
    return NULL;
}

/* The cell goes on the one above it: a mark that closes begins it, or the
 * line above was full; *lower tells whether a small letter does. */
static bool
may_go_on(const struct bands *bands, size_t first, const struct pdf_cell *cell,
          bool *lower)
{
    const struct pdf_cell *above = cell_above(bands, first, cell->column);
    const struct pdf_atom *atom = atom_of(bands, cell);
    const struct pdf_word *word = pdf_word_at(bands->rows->boxes, atom->first);
    struct str text = cell_str(bands, cell);

    *lower = *lower || pdf_is_lower(text);
    if (pdf_is_lower(text) || memchr(",.;:)", text.ptr[0], 5))
        return true;
    return above && atom_of(bands, above)->box.x1 + pdf_height(&atom->box) / 4 +
                            word->box.x1 - word->box.x0 >
                        pdf_edge(bands->table, cell->column);
}

/* Every cell that begins the page may go on the one above it, and one does. */
static bool
go_on(const struct bands *bands, size_t first, size_t end)
{
    uint32_t source = pdf_cell_at(bands->table, first)->source;
    bool lower = false;

    for (size_t i = first; i < end; i++) {
        const struct pdf_cell *cell = pdf_cell_at(bands->table, i);

        if (cell->source != source)
            break;
        if (!may_go_on(bands, first, cell, &lower))
            return false;
    }
    return lower;
}

/* What the row holds in the first column; NULL for nothing.  It need not be
 * the first to be read: cells may be set in the middle of their row. */
static const struct pdf_cell *
first_of(const struct bands *bands, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct pdf_cell *cell = pdf_cell_at(bands->table, i);

        if (!cell->column)
            return cell;
    }
    return NULL;
}

static bool
has_label(const struct bands *bands, const struct pdf_cell *cell)
{
    struct str text = cell_str(bands, cell);

    return atom_of(bands, cell)->label || guess_is_lone_label(text) ||
           guess_label(text).kind != LABEL_NONE;
}

/* What begins a page goes on the row before it. */
static bool
is_left_over(const struct bands *bands, size_t first, size_t end)
{
    const struct pdf_cell *top = pdf_cell_at(bands->table, first);
    const struct pdf_cell *own = first_of(bands, first, end);

    if (page_of(bands, top) ==
        page_of(bands, pdf_cell_at(bands->table, first - 1)))
        return false;
    if (!own || goes_on(bands, own))
        return true;
    if (has_label(bands, own) || own->source != top->source)
        return false; /* what goes on stands at the top */
    if (is_label_left(bands, first) || go_on(bands, first, end))
        return true;
    for (size_t i = first; i < end; i++) {
        struct str text = cell_str(bands, pdf_cell_at(bands->table, i));

        if (memchr(",.;:)", text.ptr[0], 5))
            return true;
    }
    return false;
}

/* Only one cell past the first column: the end of the row above. */
static bool
is_alone(const struct bands *bands, size_t first, size_t end)
{
    return end == first + 1 && pdf_cell_at(bands->table, first)->column;
}

/* Number the rows anew, without the titles that pages repeat, and with what
 * goes on as one. */
static void
join_rows(struct bands *bands)
{
    uint32_t row = 0;
    size_t titles = end_of(bands, 0), first = titles, end;
    bool repeated = false;

    while (first < bands->table->cells.len) {
        end = end_of(bands, first);
        if (is_repeated(bands, titles, first, end)) {
            drop_cells(bands, first, end);
            bands->table->header = repeated = true;
            continue;
        }
        bool joined = is_left_over(bands, first, end) ||
                      (!repeated && is_alone(bands, first, end));
        row += !joined;
        for (size_t i = first; i < end; i++)
            pdf_cell_at(bands->table, i)->row = row | 0x80000000u;
        first = end;
        repeated = false;
    }
    for (size_t i = 0; i < bands->table->cells.len; i++)
        pdf_cell_at(bands->table, i)->row &= 0x7fffffffu;
    bands->table->count = row + 1;
}

/* ---- Titles ---- */

/* What the cells of a row look like. */
struct looks {
    size_t cells, words; /* words: of the longest */
    bool bold, names;    /* all of them */
    bool numbers;        /* one begins with a digit, and is no year, ... */
    bool years;          /* ... one is a year */
};

/* Two words or more, each with a capital letter: a name. */
static bool
is_name(const struct bands *bands, const struct pdf_atom *atom)
{
    for (uint32_t i = atom->first; i < atom->end; i++) {
        struct str word = pdf_word_str(bands->rows->boxes, i);
        size_t size;

        if (!utf8_is_upper(utf8_decode(word.ptr, word.len, &size)))
            return false;
    }
    return atom->end - atom->first >= 2;
}

static bool
is_year(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return false;
    }
    return text.len == 4;
}

static void
look_at_cell(const struct bands *bands, const struct pdf_atom *atom,
             struct looks *looks)
{
    struct str text = pdf_atom_str(bands->rows, atom);
    size_t words = atom->end - atom->first;

    looks->words = words > looks->words ? words : looks->words;
    looks->bold = looks->bold && pdf_is_bold(bands->rows->boxes, atom);
    looks->names = looks->names && is_name(bands, atom);
    if (is_year(text))
        looks->years = true;
    else if (ascii_is_digit(text.ptr[0]))
        looks->numbers = true;
}

static struct looks
look_at(const struct bands *bands, size_t first, size_t end)
{
    struct looks looks = { end - first, 0, true, true, false, false };

    for (size_t i = first; i < end; i++)
        look_at_cell(bands, atom_of(bands, pdf_cell_at(bands->table, i)),
                     &looks);
    return looks;
}

/* Each row below the first says in more words what those above them call
 * it. */
static bool
is_over_texts(const struct bands *bands, size_t end)
{
    for (size_t i = 0, next; i < bands->table->cells.len; i = next) {
        const struct pdf_atom *last;
        size_t words;

        next = i ? end_of(bands, i) : end;
        last = atom_of(bands, pdf_cell_at(bands->table, next - 1));
        words = last->end - last->first;
        if (i ? words <= SHORT_WORDS && next < i + 3 : words > PAIR_WORDS)
            return false;
    }
    return true;
}

static bool
is_header(const struct bands *bands)
{
    size_t end = end_of(bands, 0);
    struct looks first = look_at(bands, 0, end), others;

    if (bands->table->count < 2 || first.names || first.cells < 2)
        return false;
    others = look_at(bands, end, bands->table->cells.len);
    if (first.bold && !others.bold)
        return true;
    if (first.words > TITLE_WORDS || first.numbers)
        return false;
    if (first.years)
        return true;
    return bands->table->count >= SHORT_ROWS &&
           (bands->table->columns > 2 || is_over_texts(bands, end));
}

void
pdf_table_rows(struct pdf_table *table, const struct pdf_rows *rows)
{
    struct bands bands = { table, rows, 0 };

    bands.lead = least_lead(&bands);
    if (!divide_by_room(&bands))
        divide_by_text(&bands);
    join_rows(&bands);
    table->header = table->header || is_header(&bands);
}

#endif
