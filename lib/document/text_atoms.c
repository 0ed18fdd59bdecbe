/* SPDX-License-Identifier: MIT */

/* A line of plain text as atoms: stretches parted by two blanks or more, with
 * the columns in which they stand.  A combining mark takes no column. */

#include "document/text_atoms.h"

#include "base/utf8.h"

#include <string.h>

#define LONGEST_LINE 2000 /* bytes */
#define WIDE_GAP 3
#define TAB 8

static void
end_atom(struct text_atoms *row, size_t end, size_t column)
{
    row->atoms[row->count - 1].end = (uint32_t)end;
    row->atoms[row->count - 1].hi = (uint16_t)column;
}

static bool
begin_atom(struct text_atoms *row, size_t start, size_t column, size_t gap)
{
    bool wide = gap >= WIDE_GAP;

    if (row->count == TABLE_COLUMNS)
        return false;
    row->wide = row->wide || wide;
    row->atoms[row->count] = (struct text_atom){ .start = (uint32_t)start,
                                                 .lo = (uint16_t)column,
                                                 .first = wide || !row->count };
    row->count++;
    return true;
}

/* The cell that begins at atom @p index, as one atom; *next is the atom after
 * it. */
struct text_atom
text_cell_at(const struct text_atoms *row, size_t index, size_t *next)
{
    struct text_atom cell = row->atoms[index];

    for (index++; index < row->count && !row->atoms[index].first; index++) {
        cell.hi = row->atoms[index].hi;
        cell.end = row->atoms[index].end;
    }
    *next = index;
    return cell;
}

bool
text_atoms_find(struct text_atoms *row, const struct text_lines *lines,
                size_t index)
{
    const struct text_line *line = &lines->lines[index];
    size_t column = line->indent, blank = 0, size;

    row->count = 0;
    row->wide = false;
    if (line->end - line->start > LONGEST_LINE || line->indent > LONGEST_LINE)
        return false;
    if (!begin_atom(row, line->start, column, 0))
        return false;
    for (size_t at = line->start; at < line->end; at += size) {
        uint32_t code =
            utf8_decode(lines->text.ptr + at, line->end - at, &size);

        if (code == ' ' || code == '\t') {
            if (!blank)
                end_atom(row, at, column);
            size_t wide = code == ' ' ? 1 : TAB - column % TAB;
            column += wide;
            blank += code == ' ' ? 1 : wide + 1;
            continue;
        }
        if (blank >= 2 && !begin_atom(row, at, column, blank))
            return false;
        blank = 0;
        column += utf8_is_seen(code);
    }
    end_atom(row, line->end, column);
    return true;
}

bool
text_atom_split(struct text_atoms *row, size_t index, size_t lo,
                struct str text)
{
    struct text_atom *atom = &row->atoms[index];
    size_t column = atom->lo, at = atom->start, size;

    while (at < atom->end && column < lo) {
        column +=
            utf8_is_seen(utf8_decode(text.ptr + at, atom->end - at, &size));
        at += size;
    }
    if (column != lo || at >= atom->end || at == atom->start ||
        text.ptr[at - 1] != ' ' || row->count == TABLE_COLUMNS)
        return false;
    memmove(atom + 2, atom + 1, (row->count - index - 1) * sizeof *atom);
    row->count++;
    atom[1] = *atom;
    atom[1].start = (uint32_t)at;
    atom[1].lo = (uint16_t)lo;
    atom[1].first = true;
    atom->end = (uint32_t)at - 1;
    atom->hi = (uint16_t)(lo - 1);
    return true;
}
