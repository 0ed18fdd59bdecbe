/* SPDX-License-Identifier: MIT */

/* Rows of a table in plain text: which lines are one row, and which row holds
 * the titles.
 *
 * A row begins where the first column is filled anew.  A cell that is too
 * long for its column goes on in the lines below, and its text then begins
 * with a small letter, is indented, or stands where the first column is
 * empty. */

#include "document/text_table.h"

#include "document/text_guess.h"

#include <string.h>

#define HANGING 2     /* columns */
#define TITLE_WORDS 4 /* of a title above two columns */
#define MORE_WORDS 6  /* above more */
#define SHORT_WORDS 3
#define SHORT_ROWS 3

struct rows {
    struct text_table *table;
    const struct text_lines *lines;
};

static const struct table_line *
line_at(const struct rows *rows, size_t index)
{
    return vec_at(&rows->table->lines, index);
}

static const struct text_atom *
atom_at(const struct rows *rows, size_t index)
{
    return vec_at(&rows->table->atoms, index);
}

static struct str
atom_str(const struct rows *rows, const struct text_atom *atom)
{
    return str_make(rows->lines->text.ptr + atom->start,
                    atom->end - atom->start);
}

static bool
is_parted(const struct rows *rows, const struct table_line *line)
{
    return rows->lines->lines[line->line].parted;
}

static size_t
count_cells(const struct rows *rows, const struct table_line *line)
{
    size_t count = 0;

    for (uint32_t i = line->atom_first; i < line->atom_end; i++)
        count += i == line->atom_first ||
                 atom_at(rows, i)->column != atom_at(rows, i - 1)->column;
    return count;
}

/* ---- Where rows begin ---- */

/* Every column is filled, and all but the first begin anew. */
static bool
is_full(const struct rows *rows, const struct table_line *line)
{
    if (rows->table->columns < 3 ||
        count_cells(rows, line) < rows->table->columns)
        return false;
    for (uint32_t i = line->atom_first; i < line->atom_end; i++) {
        const struct text_atom *atom = atom_at(rows, i);

        if (atom->column && !guess_traits(atom_str(rows, atom)).capital)
            return false;
    }
    return true;
}

/* The first cell of the line above ends in a hyphen. */
static bool
is_divided(const struct rows *rows, size_t index)
{
    const struct table_line *above = line_at(rows, index - 1);

    if (above->atom_first == above->atom_end ||
        atom_at(rows, above->atom_first)->column)
        return false;
    struct str text = atom_str(rows, atom_at(rows, above->atom_first));
    return text.ptr[text.len - 1] == '-';
}

/* A cell in @p column of a line. */
static bool
has_cell(const struct rows *rows, const struct table_line *line, size_t column)
{
    for (uint32_t i = line->atom_first; i < line->atom_end; i++) {
        if (atom_at(rows, i)->column == column)
            return true;
    }
    return false;
}

/* The first column is empty, but the others begin anew: what stood above them
 * had ended a line earlier. */
static bool
begins_below(const struct rows *rows, size_t index)
{
    const struct table_line *line = line_at(rows, index);
    const struct table_line *above = line_at(rows, index - 1);

    for (uint32_t i = line->atom_first; i < line->atom_end; i++) {
        const struct text_atom *atom = atom_at(rows, i);

        if (has_cell(rows, above, atom->column) ||
            !guess_traits(atom_str(rows, atom)).capital)
            return false;
    }
    return count_cells(rows, line) > 1;
}

/* Rows stand apart from each other here, and this line does not. */
static bool
is_held_in(const struct rows *rows, size_t index, size_t first)
{
    size_t next = index + 1;

    return count_cells(rows, line_at(rows, index)) == 1 &&
           is_parted(rows, line_at(rows, first)) &&
           (next == rows->table->lines.len ||
            line_at(rows, next)->kind == TABLE_RULE ||
            is_parted(rows, line_at(rows, next)));
}

/* A cell in the first column that goes on the one above it. */
static bool
is_wrapped(const struct rows *rows, size_t index, size_t first)
{
    const struct table_line *line = line_at(rows, index);
    const struct text_atom *atom = atom_at(rows, line->atom_first);
    const struct text_atom *head =
        atom_at(rows, line_at(rows, first)->atom_first);
    struct str text = atom_str(rows, atom);
    bool hangs = atom->lo >= head->lo + HANGING && !head->column;

    if (guess_label(text).kind != LABEL_NONE || is_full(rows, line))
        return false;
    return is_divided(rows, index) || guess_is_lower(text) ||
           text.ptr[0] == '(' || is_held_in(rows, index, first) ||
           (hangs && guess_traits(atom_str(rows, head)).digits);
}

/* The line goes on the row that began at @p first. */
static bool
continues(const struct rows *rows, size_t index, size_t first)
{
    const struct table_line *line = line_at(rows, index);
    bool empty = atom_at(rows, line->atom_first)->column > 0;

    if (is_parted(rows, line))
        return empty && count_cells(rows, line) < 2;
    if (empty)
        return !begins_below(rows, index);
    return is_wrapped(rows, index, first);
}

static bool
add_row(struct rows *rows, size_t first, size_t end, bool header)
{
    struct text_row *row = vec_push(&rows->table->rows);

    if (!row)
        return false;
    row->first = (uint32_t)first;
    row->end = (uint32_t)end;
    row->header = header;
    return true;
}

static bool
add_rows(struct rows *rows, size_t index)
{
    size_t count = rows->table->lines.len, end;

    for (; index < count; index = end) {
        end = index + 1;
        if (line_at(rows, index)->kind == TABLE_RULE)
            continue;
        while (end < count && line_at(rows, end)->kind == TABLE_TEXT &&
               continues(rows, end, index))
            end++;
        if (!add_row(rows, index, end, false))
            return false;
    }
    return true;
}

/* ---- Titles ---- */

static size_t
count_words(struct str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] != ' ' && (!i || text.ptr[i - 1] == ' ');
    return count;
}

/* What the cells of a row look like. */
struct looks {
    size_t words; /* of the longest */
    bool numbers; /* a cell begins with a digit ... */
    bool years;   /* ... or is a year */
    bool dates;   /* a cell holds a date */
    bool names;   /* every cell is two words or more with capitals */
};

/* Two words or more, each with a capital letter: a name. */
static bool
is_name(struct str text)
{
    size_t words = 0;

    if (guess_is_caps(text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ' || (i && text.ptr[i - 1] != ' '))
            continue;
        words++;
        if (!guess_traits(str_make(text.ptr + i, text.len - i)).capital)
            return false;
    }
    return words >= 2;
}

static void
look_at_cell(struct looks *looks, struct str text)
{
    struct traits traits = guess_traits(text);
    bool year = traits.digits == 4 && text.len == 4;
    size_t words = count_words(text);

    if (words > looks->words)
        looks->words = words;
    looks->years = looks->years || year;
    looks->dates = looks->dates || traits.date;
    looks->names = looks->names && is_name(text);
    if (!year && text.ptr[0] >= '0' && text.ptr[0] <= '9')
        looks->numbers = true;
}

static struct looks
look_at(const struct rows *rows, const struct text_row *row)
{
    struct looks looks = { .names = true };

    for (size_t i = row->first; i < row->end; i++) {
        const struct table_line *line = line_at(rows, i);

        for (uint32_t k = line->atom_first; k < line->atom_end; k++)
            look_at_cell(&looks, atom_str(rows, atom_at(rows, k)));
    }
    return looks;
}

/* How many lines at the start are titles, as a line across tells: all before
 * the first, where that is not the whole table. */
static size_t
ruled_titles(const struct rows *rows)
{
    size_t count = rows->table->lines.len, at = 0, texts = 0;

    while (at < count && line_at(rows, at)->kind == TABLE_RULE)
        at++;
    for (; at < count && line_at(rows, at)->kind == TABLE_TEXT; at++)
        texts++;
    return at + 1 < count && texts <= 3 ? at : 0;
}

/* All rows but the first stand apart from the one above. */
static bool
are_all_parted(const struct rows *rows)
{
    const struct text_row *row = rows->table->rows.data;

    for (size_t i = 2; i < rows->table->rows.len; i++) {
        if (!is_parted(rows, line_at(rows, row[i].first)))
            return false;
    }
    return true;
}

static struct str
cell_of(const struct rows *rows, size_t row, bool last)
{
    const struct text_row *of = vec_at(&rows->table->rows, row);
    const struct table_line *line = line_at(rows, of->first);

    return atom_str(
        rows, atom_at(rows, last ? line->atom_end - 1 : line->atom_first));
}

/* The rows below the first are numbered, or each says in a few words what the
 * one word above them calls it. */
static bool
is_over_texts(const struct rows *rows)
{
    bool numbered = true;
    bool told =
        rows->table->columns == 2 && count_words(cell_of(rows, 0, true)) == 1;

    for (size_t i = 1; i < rows->table->rows.len; i++) {
        char first = cell_of(rows, i, false).ptr[0];

        numbered = numbered && first >= '0' && first <= '9';
        told = told && count_words(cell_of(rows, i, true)) > SHORT_WORDS;
    }
    return numbered || told;
}

/* The first row looks like titles. */
static bool
is_titles(const struct rows *rows)
{
    const struct text_row *row = rows->table->rows.data;
    const struct table_line *line, *below;
    size_t most = rows->table->columns > 2 ? MORE_WORDS : TITLE_WORDS, cells;
    struct looks looks;

    if (rows->table->rows.len < 2)
        return false;
    line = line_at(rows, row[0].first);
    below = line_at(rows, row[1].first);
    cells = count_cells(rows, line);
    looks = look_at(rows, &row[0]);
    if (looks.dates || looks.names || looks.words > most || cells < 2)
        return false;
    /* The corner above the titles of rows is empty. */
    if (atom_at(rows, line->atom_first)->column)
        return !atom_at(rows, below->atom_first)->column;
    if (is_parted(rows, below) && (!looks.numbers || !are_all_parted(rows)))
        return true;
    if (!looks.numbers && rows->table->rows.len >= SHORT_ROWS &&
        cells == rows->table->columns && is_over_texts(rows))
        return true;
    return (rows->table->columns >= 3 || looks.years) && !looks.numbers &&
           rows->table->rows.len >= SHORT_ROWS &&
           (looks.words <= SHORT_WORDS || looks.years) &&
           cells + 1 >= rows->table->columns;
}

bool
text_table_has_titles(struct text_table *table, const struct text_lines *lines)
{
    struct rows rows = { table, lines };

    return is_titles(&rows);
}

bool
text_table_rows(struct text_table *table, const struct text_lines *lines)
{
    struct rows rows = { table, lines };
    size_t titles = ruled_titles(&rows), first = 0;

    while (first < titles && line_at(&rows, first)->kind == TABLE_RULE)
        first++;
    if (titles && !add_row(&rows, first, titles, true))
        return false;
    if (!add_rows(&rows, titles))
        return false;
    if (!titles && is_titles(&rows))
        ((struct text_row *)table->rows.data)->header = true;
    return true;
}
