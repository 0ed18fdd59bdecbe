/* SPDX-License-Identifier: MIT */

/* Tables in plain text, as `pdftotext -layout` leaves them.
 *
 * A line falls into atoms, parted by two blanks or more; three part cells.  A
 * table begins at a line with a wide gap and goes on as long as the lines fit
 * its columns: each column is the range that its cells cover, and no cell may
 * reach over two columns that stand side by side in another line.  It is a
 * table where two lines have cells that begin or end in the same place.  At
 * the end a column is divided where narrow gaps stand below each other.
 *
 * Time is linear: a line has at most TABLE_COLUMNS atoms, and a search that
 * finds no table says how far it has looked. */

#include "document/text_table.h"

#include "document/text_atoms.h"
#include "document/text_guess.h"

#include <string.h>

struct column {
    uint16_t lo, hi;
    bool apart; /* some line fills this column and the next */
};

struct region {
    struct text_table *table;
    const struct text_lines *lines;
    struct column columns[TABLE_COLUMNS];
    size_t count;
    size_t many; /* lines with more than one cell */
};

/* ---- Lines that are rows ---- */

/* An item or a numbered heading: the gap is only after its label. */
static bool
is_labelled(const struct text_lines *lines, size_t index,
            const struct text_atoms *row)
{
    struct label label = guess_label(text_line_str(lines, index));

    return row->count == 2 && label.kind != LABEL_NONE &&
           lines->lines[index].start + label.text == row->atoms[1].start;
}

static bool
is_many(const struct text_lines *lines, size_t index,
        const struct text_atoms *row)
{
    return row->count > 1 && row->wide && !is_labelled(lines, index, row);
}

/* ---- Columns ---- */

/* The columns that an atom touches: [*first, *end). */
static void
touched(const struct region *region, const struct text_atom *atom,
        size_t *first, size_t *end)
{
    size_t i = 0;

    while (i < region->count && region->columns[i].hi <= atom->lo)
        i++;
    *first = i;
    while (i < region->count && region->columns[i].lo < atom->hi)
        i++;
    *end = i;
}

static bool
are_apart(const struct region *region, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++) {
        if (region->columns[i].apart)
            return true;
    }
    return false;
}

static bool
is_near(size_t a, size_t b)
{
    return a > b ? a - b <= 1 : b - a <= 1;
}

/* Divide the cell of atoms [first, end) before column @p lo: at a narrow gap,
 * or, in a line that has others, at a single blank. */
static bool
split_cell(const struct region *region, struct text_atoms *row, size_t first,
           size_t end, size_t lo)
{
    for (size_t i = first; i < end; i++) {
        if (i > first && is_near(row->atoms[i].lo, lo)) {
            row->atoms[i].first = true;
            return true;
        }
        if (row->count > 1 && row->atoms[i].lo < lo && row->atoms[i].hi > lo)
            return text_atom_split(row, i, lo, region->lines->text);
    }
    return false;
}

/* Wide gaps of the line, all inside one column, belong to another table. */
static bool
is_inside(const struct region *region, const struct text_atoms *row)
{
    struct text_atom whole = row->atoms[0];
    size_t first, end;

    whole.hi = row->atoms[row->count - 1].hi;
    touched(region, &whole, &first, &end);
    return row->count > 1 && row->wide && end - first == 1;
}

/* True where the line can be one of the region; its cells are divided where
 * they must be. */
static bool
fits(const struct region *region, struct text_atoms *row)
{
    size_t first, end, next;

    if (is_inside(region, row))
        return false;
    for (size_t i = 0; i < row->count; i = next) {
        struct text_atom cell = text_cell_at(row, i, &next);

        touched(region, &cell, &first, &end);
        /* Alone, a cell without a column can only be a title of rows. */
        if (first == end && row->count == 1 && first)
            return false;
        if (!are_apart(region, first, end))
            continue;
        if (!split_cell(region, row, i, next, region->columns[first + 1].lo))
            return false;
        next = i; /* what is left of the cell may reach too far still */
    }
    return true;
}

static bool
insert_column(struct region *region, size_t at, const struct text_atom *atom)
{
    struct column *column = &region->columns[at];

    if (region->count == TABLE_COLUMNS)
        return false;
    memmove(column + 1, column, (region->count - at) * sizeof *column);
    region->count++;
    *column = (struct column){ atom->lo, atom->hi, false };
    /* Those beside it were apart, so it is apart from both. */
    if (at && region->columns[at - 1].apart)
        column->apart = true;
    return true;
}

static void
widen_columns(struct region *region, size_t first, size_t end,
              const struct text_atom *atom)
{
    struct column *column = &region->columns[first];
    const struct column *last = &region->columns[end - 1];

    if (atom->lo < column->lo)
        column->lo = atom->lo;
    column->hi = last->hi > atom->hi ? last->hi : atom->hi;
    column->apart = last->apart;
    memmove(column + 1, last + 1, (region->count - end) * sizeof *column);
    region->count -= end - first - 1;
}

/* Give every cell its column, widening and adding columns. */
static bool
take_cells(struct region *region, const struct text_atoms *row)
{
    size_t before = SIZE_MAX; /* the column of the cell before */
    size_t first, end, next;

    for (size_t i = 0; i < row->count; i = next) {
        struct text_atom cell = text_cell_at(row, i, &next);

        touched(region, &cell, &first, &end);
        if (first == end) {
            if (!insert_column(region, first, &cell))
                return false;
        } else {
            widen_columns(region, first, end, &cell);
        }
        for (size_t k = before; k < first; k++)
            region->columns[k].apart = true;
        before = first;
    }
    return true;
}

/* ---- Lines ---- */

static bool
keep_line(struct region *region, size_t index, const struct text_atoms *row,
          enum table_line_kind kind, bool many)
{
    struct text_table *table = region->table;
    struct table_line *line = vec_push(&table->lines);

    if (!line)
        return false;
    line->line = (uint32_t)index;
    line->kind = kind;
    line->many = many;
    line->atom_first = line->atom_end = (uint32_t)table->atoms.len;
    if (kind == TABLE_RULE)
        return true;
    for (size_t i = 0; i < row->count; i++) {
        struct text_atom *atom = vec_push(&table->atoms);

        if (!atom)
            return false;
        *atom = row->atoms[i];
    }
    line->atom_end = (uint32_t)table->atoms.len;
    region->many += many;
    return true;
}

/* Each cell stands below one of a column of its own, and none is missing. */
static bool
fills_columns(const struct region *region, const struct text_atoms *row)
{
    size_t first, end, next, count = 0;

    for (size_t i = 0; i < row->count; i = next) {
        struct text_atom cell = text_cell_at(row, i, &next);

        touched(region, &cell, &first, &end);
        if (first != count || end != first + 1)
            return false;
        count++;
    }
    return count == region->count;
}

/* The next line of text after @p index; count where there is none. */
static size_t
next_text(const struct text_lines *lines, size_t index)
{
    do {
        index++;
    } while (index < lines->count &&
             (lines->lines[index].flags & LINE_FURNITURE));
    return index;
}

/* A line with one cell, after a blank line, heads the rows below it. */
static bool
heads_rows(const struct region *region, size_t index)
{
    size_t next = next_text(region->lines, index);
    struct text_atoms row;

    return next < region->lines->count && !region->lines->lines[next].parted &&
           text_atoms_find(&row, region->lines, next) &&
           is_many(region->lines, next, &row) && fits(region, &row);
}

/* A rule across the table; one to sign on is a cell. */
static bool
is_across(const struct text_lines *lines, size_t index,
          const struct text_atoms *row)
{
    char mark = lines->text.ptr[lines->lines[index].start];

    return (lines->lines[index].flags & LINE_RULE) &&
           !(row->count > 1 && (mark == '.' || mark == '_'));
}

enum verdict {
    ENDS,
    GOES_ON,
    NO_MEMORY
};

/* What stands between a line and the one before it. */
enum space {
    SPACE_NONE,
    SPACE_BLANK, /* blank lines */
    SPACE_PAGE   /* a page limit */
};

/* Whether line @p index, below @p space, is part of the region; if so it is
 * taken. */
static enum verdict
take_line(struct region *region, size_t index, enum space space)
{
    const struct text_line *line = &region->lines->lines[index];
    struct text_atoms row;

    if (line->flags & LINE_LEADER ||
        !text_atoms_find(&row, region->lines, index))
        return ENDS;
    if (is_across(region->lines, index, &row)) {
        if (space == SPACE_PAGE)
            return ENDS;
        return keep_line(region, index, &row, TABLE_RULE, false) ? GOES_ON
                                                                 : NO_MEMORY;
    }
    bool many = is_many(region->lines, index, &row);
    if (!fits(region, &row) ||
        (space == SPACE_PAGE && !(many && fills_columns(region, &row))))
        return ENDS;
    if (!many && row.count == 1 && space && !heads_rows(region, index))
        return ENDS;
    /* A heading in capital letters may stand in columns by chance. */
    if (space && region->count &&
        guess_is_caps(text_line_str(region->lines, index)))
        return ENDS;
    if (!take_cells(region, &row))
        return ENDS;
    return keep_line(region, index, &row, TABLE_TEXT, many || row.count > 1)
               ? GOES_ON
               : NO_MEMORY;
}

static bool
take_lines(struct region *region, size_t at)
{
    enum verdict verdict = take_line(region, at, SPACE_NONE);
    size_t index = at, next;

    while (verdict == GOES_ON) {
        next = next_text(region->lines, index);
        if (next == region->lines->count)
            break;
        bool pages =
            next > index + 1 || (region->lines->lines[next].flags & LINE_PAGE);
        index = next;
        verdict = take_line(region, index,
                            pages                                ? SPACE_PAGE
                            : region->lines->lines[index].parted ? SPACE_BLANK
                                                                 : SPACE_NONE);
    }
    return verdict != NO_MEMORY;
}

/* ---- Is it a table? ---- */

/* The line after @p index stands apart, or there is none. */
static bool
is_last(const struct text_lines *lines, size_t index)
{
    size_t next = next_text(lines, index);

    return next >= lines->count || next > index + 1 ||
           lines->lines[next].parted;
}

/* A line with one cell, right below the table: it goes on the row above it,
 * or is a short row of its own. */
static bool
is_attached(const struct region *region, const struct table_line *line)
{
    const struct text_line *source = &region->lines->lines[line->line];
    const struct text_atom *atoms = region->table->atoms.data;
    struct str text = text_line_str(region->lines, line->line);

    if (source->parted)
        return false;
    if (line->kind == TABLE_RULE ||
        atoms[line->atom_first].lo >= region->columns[0].hi)
        return true;
    return guess_is_lower(text) || is_last(region->lines, line->line) ||
           atoms[line->atom_first].lo >= region->columns[0].lo + 2;
}

/* Lines at the end that have one cell may be the text that follows. */
static void
drop_tail(struct region *region)
{
    struct text_table *table = region->table;
    const struct table_line *lines = table->lines.data;
    size_t keep = table->lines.len;

    while (keep && !lines[keep - 1].many)
        keep--;
    while (keep < table->lines.len && is_attached(region, &lines[keep]))
        keep++;
    if (keep < table->lines.len) {
        table->atoms.len = lines[keep].atom_first;
        table->lines.len = keep;
    }
}

static void
assign_columns(struct region *region)
{
    struct text_atom *atoms = region->table->atoms.data;

    for (size_t i = 0; i < region->table->atoms.len; i++) {
        size_t first, end;

        touched(region, &atoms[i], &first, &end);
        atoms[i].column = (uint16_t)first;
    }
}

/* The first narrow gap inside a column: where what follows it begins. */
static size_t
narrow_gap(const struct region *region, size_t column)
{
    const struct text_atom *atoms = region->table->atoms.data;

    for (size_t i = 1; i < region->table->atoms.len; i++) {
        if (!atoms[i].first && atoms[i].column == column &&
            atoms[i - 1].column == column)
            return atoms[i].lo;
    }
    return 0;
}

/* No atom of the column reaches over @p lo, and two lines have text that ends
 * before it and text that begins there. */
static bool
is_division(const struct region *region, size_t column, size_t lo)
{
    const struct text_atom *atoms = region->table->atoms.data;
    size_t both = 0;

    for (size_t i = 0; i < region->table->atoms.len; i++) {
        if (atoms[i].column != column)
            continue;
        if (atoms[i].lo < lo && atoms[i].hi + 2u > lo)
            return false;
        both += i && !atoms[i].first && atoms[i].lo == lo &&
                atoms[i - 1].column == column;
    }
    return both >= 2;
}

static void
divide_column(struct region *region, size_t column, size_t lo)
{
    struct text_atom *atoms = region->table->atoms.data;

    for (size_t i = 0; i < region->table->atoms.len; i++) {
        if (atoms[i].column > column ||
            (atoms[i].column == column && atoms[i].lo >= lo))
            atoms[i].column++;
    }
    region->count++;
}

static void
divide_columns(struct region *region)
{
    for (size_t i = 0; i < region->count && region->count < TABLE_COLUMNS;
         i++) {
        size_t lo = narrow_gap(region, i);

        if (lo && is_division(region, i, lo))
            divide_column(region, i, lo);
    }
}

/* The cell begins or ends where another one does, NULL for none. */
static bool
is_below(const struct text_atom *atom, const struct text_atom *above)
{
    return above &&
           (is_near(above->lo, atom->lo) || is_near(above->hi, atom->hi));
}

/* Two lines have cells past the first column that begin or end alike: one is
 * the line before, or the first of all. */
static bool
is_aligned(const struct region *region)
{
    const struct text_atom *first[TABLE_COLUMNS] = { NULL };
    const struct text_atom *last[TABLE_COLUMNS] = { NULL };
    const struct text_atom *atoms = region->table->atoms.data;
    const struct table_line *line = region->table->lines.data;

    for (size_t i = 0; i < region->table->lines.len; i++, line++) {
        for (uint32_t k = line->atom_first; line->many && k < line->atom_end;
             k++) {
            const struct text_atom *atom = &atoms[k];
            size_t column = atom->column;

            if (column &&
                (is_below(atom, first[column]) || is_below(atom, last[column])))
                return true;
            last[column] = atom;
            if (!first[column])
                first[column] = atom;
        }
    }
    return false;
}

void
text_table_init(struct text_table *table, const samsyn_allocator *mem,
                size_t at)
{
    *table = (struct text_table){ .next = at + 1 };
    vec_init(&table->atoms, mem, sizeof(struct text_atom));
    vec_init(&table->lines, mem, sizeof(struct table_line));
    vec_init(&table->rows, mem, sizeof(struct text_row));
}

bool
text_table_find(struct text_table *out, const struct text_lines *lines,
                size_t at, const samsyn_allocator *mem, bool *found)
{
    struct region region = { .table = out, .lines = lines };
    struct text_atoms row;

    *found = false;
    text_table_init(out, mem, at);
    if (!text_atoms_find(&row, lines, at) || !is_many(lines, at, &row))
        return true;
    if (!take_lines(&region, at))
        return false;

    size_t seen = out->lines.len;
    drop_tail(&region);
    if (!out->lines.len)
        return true;
    const struct table_line *last = vec_last(&out->lines);
    out->next = last->line + 1;
    assign_columns(&region);
    divide_columns(&region);
    out->columns = region.count;
    *found = region.many >= 2 && region.count > 1 && is_aligned(&region);
    if (!*found)
        out->next = at + seen;
    return !*found || text_table_rows(out, lines);
}

void
text_table_done(struct text_table *table)
{
    vec_done(&table->atoms);
    vec_done(&table->lines);
    vec_done(&table->rows);
}
