/* SPDX-License-Identifier: MIT */

/* Cells between bars or tabs.
 *
 * The first line tells what parts cells and how many there are.  Each line
 * below has as many, is a line drawn across, or, where bars stand at both of
 * its ends, has cells that reach over several columns; these go by where they
 * begin.  Lines drawn between all rows say what a row is.  Without them a line
 * is a row, but for what is left of a cell above it: the first cell is empty,
 * and another goes on with a small letter.
 *
 * A line is looked at twice at most, as the first and as a further one: a
 * search that finds no table says so at its second line. */

#include "document/text_drawn.h"

#include "base/utf8.h"
#include "document/text_guess.h"

#include <string.h>

#define LONGEST_LINE 8000 /* bytes */
#define MOST_TITLES 3     /* lines above the first line drawn across */

enum parting {
    PARTED_BARS,
    PARTED_TABS
};

/* A line as cells; lo of an atom is the column where its cell begins. */
struct cells {
    struct text_atom atoms[TABLE_COLUMNS];
    size_t count;
    bool edged; /* a bar at either end */
};

struct drawing {
    struct text_table *table;
    const struct text_lines *lines;
    enum parting parting;
    uint16_t
        starts[TABLE_COLUMNS]; /* where the cells of the first line begin */
    size_t texts, rules;       /* lines of each kind */
    size_t inner;              /* of the rules: between texts */
    size_t certain; /* table lines before a double line: titles; or 0 */
    bool edged;     /* the last line with cells has bars at its ends */
};

/* ---- Lines ---- */

static bool
is_bar(uint32_t code)
{
    return code == '|' || code == 0x2502 || code == 0x2503 || code == 0x2551;
}

static bool
is_drawn(uint32_t code)
{
    return is_bar(code) || code == '-' || code == '=' || code == '+' ||
           (code >= 0x2500 && code <= 0x257F);
}

/* Nothing but a line across, with a corner or a bar in it; *twice is set for
 * a double one, which stands below titles. */
static bool
is_rule(struct str text, bool *twice)
{
    size_t size, corners = 0, drawn = 0;

    *twice = false;
    for (size_t at = 0; at < text.len; at += size) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        if (!is_drawn(code) && code != ' ' && code != ':')
            return false;
        drawn += is_drawn(code);
        corners += code == '+' || code > 0x2501 || is_bar(code);
        *twice = *twice || code == '=' || code == 0x2550;
    }
    return drawn >= 3 && corners;
}

static bool
add_cell(struct cells *cells, struct str text, size_t start, size_t end,
         size_t column)
{
    if (cells->count == TABLE_COLUMNS)
        return false;
    while (start < end && (text.ptr[start] == ' ' || text.ptr[start] == '\t'))
        start++;
    while (end > start &&
           (text.ptr[end - 1] == ' ' || text.ptr[end - 1] == '\t'))
        end--;
    cells->atoms[cells->count] =
        (struct text_atom){ .start = (uint32_t)start,
                            .end = (uint32_t)end,
                            .lo = (uint16_t)column,
                            .column = (uint16_t)cells->count,
                            .first = true };
    cells->count++;
    return true;
}

/* Cells between bars; a bar at an end has no cell outside it. */
static bool
part_at_bars(struct cells *cells, const struct text_lines *lines, size_t index)
{
    const struct text_line *line = &lines->lines[index];
    size_t start = line->start, column = line->indent, began = column, size;
    bool first = false, last = false;

    for (size_t at = line->start; at < line->end; at += size) {
        uint32_t code =
            utf8_decode(lines->text.ptr + at, line->end - at, &size);

        column += utf8_is_seen(code);
        last = is_bar(code);
        if (!last)
            continue;
        first = first || at == line->start;
        if (at > line->start && !add_cell(cells, lines->text, start, at, began))
            return false;
        start = at + size;
        began = column;
    }
    cells->edged = first && last;
    return last || add_cell(cells, lines->text, start, line->end, began);
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Cells between tabs, those at the ends of the line too. */
static bool
part_at_tabs(struct cells *cells, const struct text_lines *lines, size_t index)
{
    const struct text_line *line = &lines->lines[index];
    size_t start = line->start, end = line->end;

    while (start > 0 && is_blank(lines->text.ptr[start - 1]))
        start--;
    while (end < lines->text.len && is_blank(lines->text.ptr[end]))
        end++;
    for (size_t at = start; at < end; at++) {
        if (lines->text.ptr[at] != '\t')
            continue;
        if (!add_cell(cells, lines->text, start, at, 0))
            return false;
        start = at + 1;
    }
    return add_cell(cells, lines->text, start, end, 0);
}

static bool
part(struct cells *cells, const struct text_lines *lines, size_t index,
     enum parting parting)
{
    const struct text_line *line = &lines->lines[index];

    cells->count = 0;
    cells->edged = false;
    if (line->end - line->start > LONGEST_LINE || line->indent > LONGEST_LINE ||
        line->flags & (LINE_FURNITURE | LINE_LEADER))
        return false;
    return parting == PARTED_BARS ? part_at_bars(cells, lines, index)
                                  : part_at_tabs(cells, lines, index);
}

/* ---- Taking lines ---- */

static bool
keep_line(struct drawing *drawing, size_t index, const struct cells *cells)
{
    struct text_table *table = drawing->table;
    struct table_line *line = vec_push(&table->lines);

    if (!line)
        return false;
    *line = (struct table_line){ .line = (uint32_t)index,
                                 .kind = cells ? TABLE_TEXT : TABLE_RULE,
                                 .many = cells && cells->count > 1 };
    line->atom_first = (uint32_t)table->atoms.len;
    for (size_t i = 0; cells && i < cells->count; i++) {
        struct text_atom *atom;

        if (cells->atoms[i].start == cells->atoms[i].end)
            continue;
        atom = vec_push(&table->atoms);
        if (!atom)
            return false;
        *atom = cells->atoms[i];
    }
    line->atom_end = (uint32_t)table->atoms.len;
    return true;
}

/* Give the cells of a line that has too few the columns they begin in. */
static void
place_cells(const struct drawing *drawing, struct cells *cells)
{
    size_t column = 0;

    for (size_t i = 0; i < cells->count; i++) {
        while (column + 1 < drawing->table->columns &&
               drawing->starts[column + 1] <= cells->atoms[i].lo)
            column++;
        cells->atoms[i].column = (uint16_t)column;
    }
}

/* The first cell of two is the label of an item or a heading. */
static bool
is_labelled(const struct text_lines *lines, const struct cells *cells)
{
    struct str text = str_make(lines->text.ptr + cells->atoms[0].start,
                               cells->atoms[1].end - cells->atoms[0].start);
    struct label label = guess_label(text);

    return cells->count == 2 && label.kind != LABEL_NONE &&
           cells->atoms[0].start + label.text == cells->atoms[1].start;
}

static bool
fits(struct drawing *drawing, const struct cells *cells)
{
    if (!drawing->texts) {
        drawing->table->columns = cells->count;
        for (size_t i = 0; i < cells->count; i++)
            drawing->starts[i] = cells->atoms[i].lo;
        return cells->count > 1 && !is_labelled(drawing->lines, cells);
    }
    return cells->count == drawing->table->columns ||
           (cells->edged && cells->count < drawing->table->columns);
}

/* Line @p index is of the table; *goes_on says so.  False without memory. */
static bool
take_line(struct drawing *drawing, size_t index, bool *goes_on)
{
    struct str text = text_line_str(drawing->lines, index);
    struct cells cells;
    bool twice;

    *goes_on = true;
    if (drawing->parting == PARTED_BARS && is_rule(text, &twice)) {
        if (twice && !drawing->certain && drawing->texts)
            drawing->certain = drawing->table->lines.len;
        drawing->rules++;
        return keep_line(drawing, index, NULL);
    }
    *goes_on = part(&cells, drawing->lines, index, drawing->parting) &&
               fits(drawing, &cells) &&
               (cells.edged || !drawing->texts ||
                !drawing->lines->lines[index].parted);
    if (!*goes_on)
        return true;
    if (cells.count < drawing->table->columns)
        place_cells(drawing, &cells);
    const struct table_line *above = vec_last(&drawing->table->lines);
    drawing->inner += drawing->texts && above->kind == TABLE_RULE;
    drawing->texts++;
    drawing->edged = cells.edged;
    return keep_line(drawing, index, &cells);
}

/* ---- Rows ---- */

/* The line goes on the row above: no line is drawn between them, its first
 * cell is empty, and another one begins with a small letter or is alone. */
static bool
continues(const struct drawing *drawing, const struct table_line *line)
{
    const struct text_atom *atom = drawing->table->atoms.data;
    bool lower = line->atom_end - line->atom_first == 1;

    if (line->kind == TABLE_RULE || drawing->inner > 1)
        return line->kind == TABLE_TEXT;
    if (drawing->parting == PARTED_TABS || line->atom_first == line->atom_end ||
        !atom[line->atom_first].column)
        return false;
    for (uint32_t i = line->atom_first; i < line->atom_end; i++) {
        lower = lower || guess_is_lower(
                             str_make(drawing->lines->text.ptr + atom[i].start,
                                      atom[i].end - atom[i].start));
    }
    return lower;
}

static bool
add_rows(struct drawing *drawing)
{
    const struct table_line *line = drawing->table->lines.data;
    size_t count = drawing->table->lines.len, end;

    for (size_t at = 0; at < count; at = end) {
        end = at + 1;
        if (line[at].kind == TABLE_RULE)
            continue;
        while (end < count && continues(drawing, &line[end]))
            end++;
        struct text_row *row = vec_push(&drawing->table->rows);
        if (!row)
            return false;
        *row = (struct text_row){ .first = (uint32_t)at,
                                  .end = (uint32_t)end,
                                  .header = at < drawing->certain };
    }
    return true;
}

/* How many table lines are titles: those above the only line drawn across
 * inside the table. */
static size_t
ruled_titles(const struct drawing *drawing)
{
    const struct table_line *line = drawing->table->lines.data;
    size_t at = 0, texts = 0;

    if (drawing->inner != 1)
        return 0;
    while (line[at].kind == TABLE_RULE)
        at++;
    for (; line[at].kind == TABLE_TEXT; at++)
        texts++;
    return texts <= MOST_TITLES ? at : 0;
}

static bool
add_rows_and_titles(struct drawing *drawing)
{
    if (!drawing->certain)
        drawing->certain = ruled_titles(drawing);
    if (!add_rows(drawing))
        return false;
    struct text_row *row = drawing->table->rows.data;
    if (!drawing->certain)
        row->header = text_table_has_titles(drawing->table, drawing->lines);
    return true;
}

/* ---- The table ---- */

/* Two lines that hold as many bars or tabs may do so by chance. */
static bool
is_table(const struct drawing *drawing)
{
    return drawing->texts > 2 ||
           (drawing->texts == 2 &&
            (drawing->rules || drawing->edged || drawing->table->columns > 2));
}

static bool
has_byte(struct str text, unsigned char byte)
{
    return text.len && memchr(text.ptr, byte, text.len) != NULL;
}

/* What parts cells in a line; false where nothing does.  Bars of all kinds but
 * the plain one begin with the same byte. */
static bool
parting_of(struct str text, enum parting *out)
{
    bool twice;
    size_t size;

    *out = PARTED_BARS;
    if (has_byte(text, '|') || is_rule(text, &twice))
        return true;
    for (size_t at = 0; has_byte(text, 0xE2) && at < text.len; at += size) {
        if (is_bar(utf8_decode(text.ptr + at, text.len - at, &size)))
            return true;
    }
    *out = PARTED_TABS;
    return has_byte(text, '\t');
}

bool
text_drawn_find(struct text_table *out, const struct text_lines *lines,
                size_t at, const samsyn_allocator *mem, bool *found)
{
    struct drawing drawing = { .table = out, .lines = lines };
    bool goes_on;

    *found = false;
    text_table_init(out, mem, at);
    goes_on = parting_of(text_line_str(lines, at), &drawing.parting);
    for (size_t i = at; goes_on && i < lines->count; i++) {
        if (!take_line(&drawing, i, &goes_on))
            return false;
        /* Without two rows from here on there is none. */
        if (drawing.rules > 1 && !drawing.texts)
            break;
    }
    *found = is_table(&drawing);
    if (!*found)
        return true;
    const struct table_line *last = vec_last(&out->lines);
    out->next = last->line + 1;
    return add_rows_and_titles(&drawing);
}
