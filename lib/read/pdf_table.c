/* SPDX-License-Identifier: MIT */

/* Finds where a table begins and ends, and its columns.
 *
 * A region grows downwards while every atom stands in one column.  Its
 * columns are the stretches from left to right that its atoms take; an atom
 * over two of them ends it.  Cells may be set in the middle of their row, so
 * that single atoms stand above and between those that stand side by side.
 * Titles may be set in the middle of their column, over text set to the left,
 * so that two stretches are one column. */

#ifdef READ_PDF

#include "read/pdf_table.h"

#define AHEAD 8         /* single rows above one with many atoms */
#define FAR_OFF 3000    /* room that ends a table, of a thousandth */
#define CELL_PARTED 100 /* room that parts cells */
#define OVERLAP 250     /* of two rows that stand side by side */
#define NEAR 200        /* hundredths of a point: edges that are the same */
#define MOST_JOINS 16   /* of columns: what one costs grows with the region */

struct region {
    struct pdf_table *table;
    const struct pdf_rows *rows;
    struct pdf_column columns[PDF_COLUMNS];
    size_t count;
    size_t many;     /* rows with more than one atom */
    size_t from, to; /* its rows so far, once its head is taken */
    size_t joins;
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

/* The lowest atoms of two neighbouring columns on the page so far. */
struct pair {
    const struct pdf_atom *above[2];
    size_t upper; /* which of the two begins the page */
};

/* The atom goes with those before it: the column that began the page does not
 * come again below the other, nor beside it. */
static bool
is_below(struct pair *pair, size_t side, const struct pdf_atom *atom)
{
    const struct pdf_atom *other = pair->above[!side];

    if (!pair->above[0] && !pair->above[1])
        pair->upper = side;
    pair->above[side] = atom;
    return !other ||
           (side != pair->upper && (other->box.y1 - atom->box.y0) * 1000 <=
                                       OVERLAP * pdf_height(&atom->box));
}

/* Which of two neighbouring columns holds the atom: 0, 1, or 2 for neither. */
static size_t
side_of(const struct region *region, size_t column, const struct pdf_atom *atom)
{
    const struct pdf_column *at = &region->columns[column];

    if (atom->box.x0 >= at[0].x0 && atom->box.x1 <= at[0].x1)
        return 0;
    return atom->box.x0 >= at[1].x0 && atom->box.x1 <= at[1].x1 ? 1 : 2;
}

static bool
take_pair(const struct region *region, size_t column, const struct pdf_row *row,
          struct pair *pair)
{
    for (uint32_t i = row->first; i < row->end; i++) {
        const struct pdf_atom *atom = pdf_atom_at(region->rows, i);
        size_t side = side_of(region, column, atom);

        if (side < 2 && !is_below(pair, side, atom))
            return false;
    }
    return true;
}

/* A column and the one after it are titles and what stands below them: on
 * every page the atoms of one stand above those of the other. */
static bool
are_one(const struct region *region, size_t column, size_t *upper)
{
    struct pair pair = { { NULL, NULL }, 0 };
    uint32_t page = UINT32_MAX;

    *upper = SIZE_MAX;
    if (region->joins == MOST_JOINS)
        return false;
    for (size_t i = region->from; i < region->to; i++) {
        const struct pdf_row *row = pdf_row_at(region->rows, i);

        if (row->flags & PDF_FURNITURE)
            continue;
        if (row->page != page)
            pair = (struct pair){ { NULL, NULL }, 0 };
        page = row->page;
        if (!take_pair(region, column, row, &pair))
            return false;
        if (pair.above[0] && pair.above[1] && *upper == SIZE_MAX)
            *upper = pair.upper;
        if (pair.above[0] && pair.above[1] && *upper != pair.upper)
            return false;
    }
    return *upper != SIZE_MAX;
}

static void
join_columns(struct region *region, size_t column)
{
    struct pdf_column *at = &region->columns[column];

    at->x1 = at[1].x1;
    region->count--;
    region->joins++;
    memmove(at + 1, at + 2, (region->count - column - 1) * sizeof *at);
}

static bool
fits(const struct region *region, const struct pdf_row *row)
{
    size_t first, end, before = SIZE_MAX, taken = 0, upper;

    for (uint32_t i = row->first; i < row->end; i++) {
        touched(region, pdf_atom_at(region->rows, i), &first, &end);
        if (end - first > 2 || first < taken ||
            (end - first == 2 && !are_one(region, first, &upper)))
            return false;
        taken = end - first == 2 ? end : 0;
        /* two atoms of one column: a wide blank in its text */
        if (first != end && first == before && row->end - row->first == 2)
            return false;
        before = first == end ? SIZE_MAX : end - 1;
    }
    return true;
}

static bool
take_atom(struct region *region, const struct pdf_atom *atom)
{
    size_t first, end;
    struct pdf_column *column;

    touched(region, atom, &first, &end);
    if (end - first == 2)
        join_columns(region, first);
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

/* Where the column would end in whose middle the titles stand, were what is
 * below them set to its left. */
static int32_t
right_of(const struct region *region, size_t column)
{
    const struct pdf_column *at = &region->columns[column];

    return at[1].x0 + at[1].x1 - at->x0;
}

/* Join what no atom reached over: titles, and to their left what stands below
 * them. */
static void
join_titles(struct region *region)
{
    for (size_t i = 0; i + 1 < region->count && region->count > 2; i++) {
        int32_t end = i + 2 < region->count ? region->columns[i + 2].x0
                                            : region->rows->right;
        int32_t off = end - right_of(region, i);
        size_t upper;

        if (off > -NEAR &&
            (off < 2 * region->rows->height || i + 2 == region->count) &&
            are_one(region, i, &upper) && upper == 1)
            join_columns(region, i);
    }
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

    region->to = many + 1;
    while (index < region->rows->rows.len && goes_on(region, last, index) &&
           take_row(region, index)) {
        last = index;
        region->to = last + 1;
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
    struct region region = { .table = out, .rows = rows, .from = at };
    size_t many = find_many(rows, at), end;

    *found = false;
    *out = (struct pdf_table){ .next = at + 1 };
    vec_init(&out->cells, &rows->rows.mem, sizeof(struct pdf_cell));
    if (many >= rows->rows.len || !take_head(&region, at, many))
        return true;
    end = drop_tail(&region, at, grow(&region, many));
    region.to = end;
    join_titles(&region);
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
