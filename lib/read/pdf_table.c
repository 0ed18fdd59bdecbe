/* SPDX-License-Identifier: MIT */

/* Finds where a table begins and ends, and its columns.
 *
 * A region grows downwards while every atom stands in one column.  Its
 * columns are the stretches from left to right that its atoms take; an atom
 * over two of them ends it.  Cells may be set in the middle of their row, so
 * that single atoms stand above and between those that stand side by side. */

#ifdef READ_PDF

#include "read/pdf_table.h"

#define AHEAD 8         /* single rows above one with many atoms */
#define FAR_OFF 3000    /* room that ends a table, of a thousandth */
#define CELL_PARTED 100 /* room that parts cells */
#define OVERLAP 250     /* of two rows that stand side by side */
#define NEAR 200        /* hundredths of a point: edges that are the same */

struct region {
    struct pdf_table *table;
    const struct pdf_rows *rows;
    struct pdf_column columns[PDF_COLUMNS];
    size_t count;
    size_t many; /* rows with more than one atom */
};

/* ---- Side by side ---- */

/* The row below stands beside this one: cells set in the middle. */
static bool
is_beside(const struct pdf_rows *rows, size_t above, size_t below)
{
    const struct pdf_row *a = pdf_row_at(rows, above);
    const struct pdf_row *b = pdf_row_at(rows, below);

    return a->zone == b->zone && !a->flags && !b->flags &&
           (a->box.y1 - b->box.y0) * 1000 > OVERLAP * pdf_height(&a->box) &&
           (a->box.x1 < b->box.x0 || b->box.x1 < a->box.x0 ||
            a->end - a->first > 1 || b->end - b->first > 1);
}

/* Something stands side by side in the row. */
static bool
is_many(const struct pdf_rows *rows, size_t index)
{
    const struct pdf_row *row = pdf_row_at(rows, index);

    if (row->end - row->first > 1)
        return !(row->flags & ~PDF_RULE);
    return (index && is_beside(rows, index - 1, index)) ||
           (index + 1 < rows->rows.len && is_beside(rows, index, index + 1));
}

/* A line across, which is no cell. */
static bool
is_no_cell(const struct pdf_row *row)
{
    return row->flags && !(row->flags == PDF_RULE && row->end - row->first > 1);
}

/* ---- Columns ---- */

/* The columns that an atom touches: [*first, *end); where it touches none,
 * *first is where it would be put. */
static void
touched(const struct region *region, const struct pdf_atom *atom, size_t *first,
        size_t *end)
{
    size_t i = 0;

    while (i < region->count && region->columns[i].x1 <= atom->box.x0)
        i++;
    *first = i;
    while (i < region->count && region->columns[i].x0 < atom->box.x1)
        i++;
    *end = i;
}

static bool
fits(const struct region *region, const struct pdf_row *row)
{
    size_t first, end, before = SIZE_MAX;

    for (uint32_t i = row->first; i < row->end; i++) {
        touched(region, pdf_atom_at(region->rows, i), &first, &end);
        if (end - first > 1)
            return false;
        /* two atoms of one column: a wide blank in its text */
        if (first != end && first == before && row->end - row->first == 2)
            return false;
        before = first == end ? SIZE_MAX : first;
    }
    return true;
}

static bool
take_atom(struct region *region, const struct pdf_atom *atom)
{
    size_t first, end;
    struct pdf_column *column;

    touched(region, atom, &first, &end);
    column = &region->columns[first];
    if (first != end) {
        column->x0 = atom->box.x0 < column->x0 ? atom->box.x0 : column->x0;
        column->x1 = atom->box.x1 > column->x1 ? atom->box.x1 : column->x1;
        return true;
    }
    if (region->count == PDF_COLUMNS)
        return false;
    memmove(column + 1, column, (region->count - first) * sizeof *column);
    region->count++;
    *column = (struct pdf_column){ atom->box.x0, atom->box.x1 };
    return true;
}

static bool
take_row(struct region *region, size_t index)
{
    const struct pdf_row *row = pdf_row_at(region->rows, index);

    for (uint32_t i = row->first; i < row->end; i++) {
        if (!take_atom(region, pdf_atom_at(region->rows, i)))
            return false;
    }
    region->many += is_many(region->rows, index);
    return true;
}

/* ---- Rows ---- */

/* The next row after @p index that is no furniture. */
static size_t
next_row(const struct pdf_rows *rows, size_t index)
{
    do {
        index++;
    } while (index < rows->rows.len &&
             (pdf_row_at(rows, index)->flags & PDF_FURNITURE));
    return index;
}

/* Row @p below stands no farther from the one above it than lines of one cell
 * do. */
static bool
is_close(const struct pdf_rows *rows, size_t above, size_t below)
{
    const struct pdf_row *a = pdf_row_at(rows, above);
    const struct pdf_row *b = pdf_row_at(rows, below);

    return a->zone == b->zone && pdf_room(rows, a, b) <= CELL_PARTED;
}

/* The letters of two rows are of one size: neither heads the other. */
static bool
is_as_large(const struct pdf_rows *rows, size_t above, size_t below)
{
    return pdf_row_at(rows, above)->size == pdf_row_at(rows, below)->size;
}

/* The row of many atoms that @p at, or what stands close below it, is. */
static size_t
find_many(const struct pdf_rows *rows, size_t at)
{
    size_t index = at;

    for (size_t i = 0; i < AHEAD && index < rows->rows.len; i++) {
        size_t next = next_row(rows, index);

        if (is_many(rows, index))
            return index;
        if (is_no_cell(pdf_row_at(rows, index)) || next >= rows->rows.len ||
            !is_as_large(rows, index, next) || !is_close(rows, index, next))
            break;
        index = next;
    }
    return rows->rows.len;
}

/* A single atom may be part of the table below row @p index only where more
 * rows of many atoms come that it fits with. */
static bool
has_more(const struct region *region, size_t index)
{
    const struct pdf_rows *rows = region->rows;

    for (size_t i = 0; i < AHEAD && index < rows->rows.len; i++) {
        const struct pdf_row *row = pdf_row_at(rows, index);
        size_t next = next_row(rows, index);

        if (is_no_cell(row) || !fits(region, row))
            return false;
        if (is_many(rows, index))
            return true;
        if (next >= rows->rows.len ||
            pdf_row_at(rows, next)->zone != row->zone ||
            pdf_room(rows, row, pdf_row_at(rows, next)) > FAR_OFF)
            return false;
        index = next;
    }
    return false;
}

/* Over a page limit a table goes on only with rows like those before. */
static bool
goes_on(const struct region *region, size_t last, size_t index)
{
    const struct pdf_row *above = pdf_row_at(region->rows, last);
    const struct pdf_row *row = pdf_row_at(region->rows, index);

    if (is_no_cell(row) || !fits(region, row))
        return false;
    if (above->page == row->page && above->zone != row->zone)
        return false;
    if (above->page != row->page)
        return is_many(region->rows, index) || has_more(region, index);
    if (pdf_room(region->rows, above, row) > FAR_OFF)
        return false;
    return is_many(region->rows, index) ||
           is_close(region->rows, last, index) || has_more(region, index);
}

/* ---- The region ---- */

/* The first cells of a table that may begin with single atoms: each stands
 * in one column, and does not reach to the next. */
static bool
take_head(struct region *region, size_t at, size_t many)
{
    if (!take_row(region, many))
        return false;
    for (size_t i = at; i < many; i = next_row(region->rows, i)) {
        const struct pdf_row *row = pdf_row_at(region->rows, i);

        if (!fits(region, row) || !take_row(region, i))
            return false;
    }
    return true;
}

/* The row after the last of the region. */
static size_t
grow(struct region *region, size_t many)
{
    size_t last = many, index = next_row(region->rows, many);

    while (index < region->rows->rows.len && goes_on(region, last, index) &&
           take_row(region, index)) {
        last = index;
        index = next_row(region->rows, index);
    }
    return last + 1;
}

/* Single atoms at the end that stand apart are the text that follows. */
static size_t
drop_tail(const struct region *region, size_t at, size_t end)
{
    size_t keep = end, next;

    while (keep > at && !is_many(region->rows, keep - 1))
        keep--;
    while (keep < end) {
        next = keep;
        if (pdf_row_at(region->rows, next)->flags & PDF_FURNITURE) {
            keep++;
            continue;
        }
        if (!is_close(region->rows, next - 1, next))
            break;
        keep++;
    }
    return keep;
}

static bool
is_near(int32_t a, int32_t b)
{
    return a - b <= NEAR && b - a <= NEAR;
}

/* Two atoms of a column begin, end or have their middle at the same place. */
static bool
are_below(const struct pdf_atom *a, const struct pdf_atom *b)
{
    return is_near(a->box.x0, b->box.x0) || is_near(a->box.x1, b->box.x1) ||
           is_near((a->box.x0 + a->box.x1) / 2, (b->box.x0 + b->box.x1) / 2);
}

/* Past the first column stand atoms below each other. */
static bool
is_aligned(const struct region *region, size_t at, size_t end)
{
    const struct pdf_atom *above[PDF_COLUMNS] = { NULL };
    size_t first, past;

    for (size_t i = at; i < end; i++) {
        const struct pdf_row *row = pdf_row_at(region->rows, i);

        if (row->flags & PDF_FURNITURE)
            continue;
        for (uint32_t k = row->first; k < row->end; k++) {
            const struct pdf_atom *atom = pdf_atom_at(region->rows, k);

            touched(region, atom, &first, &past);
            if (first && first < region->count && above[first] &&
                are_below(above[first], atom))
                return true;
            above[first < region->count ? first : 0] = atom;
        }
    }
    return false;
}

static bool
add_cells(const struct region *region, size_t at, size_t end)
{
    size_t first, past;

    for (size_t i = at; i < end; i++) {
        const struct pdf_row *row = pdf_row_at(region->rows, i);

        for (uint32_t k = row->first; k < row->end; k++) {
            struct pdf_cell *cell;

            if (row->flags & PDF_FURNITURE)
                break;
            cell = vec_push(&region->table->cells);
            if (!cell)
                return false;
            touched(region, pdf_atom_at(region->rows, k), &first, &past);
            *cell = (struct pdf_cell){ 0, (uint32_t)first, k, (uint32_t)i };
        }
    }
    return true;
}

bool
pdf_table_find(struct pdf_table *out, const struct pdf_rows *rows, size_t at,
               bool *found)
{
    struct region region = { .table = out, .rows = rows };
    size_t many = find_many(rows, at), end;

    *found = false;
    *out = (struct pdf_table){ .next = at + 1 };
    vec_init(&out->cells, &rows->rows.mem, sizeof(struct pdf_cell));
    if (many >= rows->rows.len || !take_head(&region, at, many))
        return true;
    end = drop_tail(&region, at, grow(&region, many));
    out->next = end > at ? end : at + 1;
    if (region.many < 2 || region.count < 2 || !is_aligned(&region, at, end))
        return true;
    out->columns = region.count;
    memcpy(out->column, region.columns, sizeof out->column);
    *found = true;
    if (!add_cells(&region, at, end))
        return false;
    pdf_table_rows(out, rows);
    return true;
}

void
pdf_table_done(struct pdf_table *table)
{
    vec_done(&table->cells);
}

#endif
