/* SPDX-License-Identifier: MIT */

/* Tables.  Old pages put everything into them, so that a table that holds
 * another one, headings, a single row or cells as long as a page is taken for
 * what puts things in their place, and its cells are read one by one.
 *
 * Titles are cells that are marked as such throughout a row, whatever stands
 * in the head of a table, and the cells of a first row that is bold where no
 * cell of the table is marked. */

#include "read/html_table.h"

#define LONGEST_CELL 2000 /* bytes of text */

/* What counts against a table, in one walk over it. */
struct census {
    size_t rows, cells, titles;
    size_t longest;     /* bytes of text in a cell */
    bool nested, parts; /* holds a table; a heading or a part of a page */
    bool stray;         /* holds something outside of its cells */
};

static bool
is_cell(const struct html_node *node)
{
    return node->tag == HTML_CELL || node->tag == HTML_HEADER_CELL;
}

static bool
is_blank(struct str text)
{
    return !str_trim(text).len;
}

/* What may stand in a table beside its cells and what is in them. */
static bool
is_frame(const struct html_tree *tree, const struct html_node *node)
{
    enum html_tag outer = (enum html_tag)html_at(tree, node->parent)->tag;

    if (node->tag == HTML_TEXT)
        return is_blank(html_text(tree, node));
    if (node->tag == HTML_CAPTION)
        return outer == HTML_TABLE;
    return !node->block || is_cell(node) || node->tag == HTML_ROW ||
           node->tag == HTML_ROW_GROUP || node->tag == HTML_TABLE_HEAD;
}

static void
count(struct census *census, const struct html_node *node)
{
    census->rows += node->tag == HTML_ROW;
    census->cells += is_cell(node);
    census->titles += node->tag == HTML_HEADER_CELL;
    if (is_cell(node) && node->all > census->longest)
        census->longest = node->all;
    census->nested = census->nested || node->tag == HTML_TABLE;
    census->parts = census->parts ||
                    (node->tag == HTML_HEADING && node->level < 4) ||
                    node->tag == HTML_MAIN || node->tag == HTML_ARTICLE ||
                    node->tag == HTML_NAV || node->tag == HTML_FORM;
}

/* Where what is in the node ends, if it is a cell or a caption. */
static uint32_t
inside_end(const struct html_node *node)
{
    return is_cell(node) || node->tag == HTML_CAPTION ? node->end : 0;
}

bool
html_is_layout(const struct html_tree *tree, uint32_t table)
{
    const struct html_node *node = html_at(tree, table);
    struct census census = { .rows = 0 };
    uint32_t inside = 0; /* where the cell ends */

    if (node->role == HTML_ROLE_LAYOUT)
        return true;
    for (uint32_t i = table + 1; i < node->end && !census.nested; i++) {
        const struct html_node *part = html_at(tree, i);

        if (part->unseen)
            continue;
        count(&census, part);
        if (i >= inside) {
            census.stray = census.stray || !is_frame(tree, part);
            inside = inside_end(part);
        }
    }
    if (census.nested || census.stray || census.cells < 2)
        return true;
    return !census.titles &&
           (census.parts || census.rows < 2 || census.longest > LONGEST_CELL);
}

bool
html_is_bold(const struct html_tree *tree, uint32_t from, uint32_t to)
{
    uint32_t bold = 0; /* where the bold stretch ends */
    bool any = false;

    for (uint32_t i = from; i < to; i++) {
        const struct html_node *node = html_at(tree, i);

        if (node->tag == HTML_STRONG && node->end > bold)
            bold = node->end;
        if (node->tag != HTML_TEXT || node->unseen ||
            is_blank(html_text(tree, node)))
            continue;
        if (i >= bold)
            return false;
        any = true;
    }
    return any;
}

/* No cell of the table is marked as a title, and below its first row stand
 * others: what is signed on is often bold, too. */
static bool
is_unmarked(const struct html_tree *tree, uint32_t row)
{
    uint32_t table = row;
    struct census census = { .rows = 0 };

    while (table && html_at(tree, table)->tag != HTML_TABLE)
        table = html_at(tree, table)->parent;
    for (uint32_t i = table + 1; i < html_at(tree, table)->end; i++)
        count(&census, html_at(tree, i));
    return !census.titles && census.rows > 2;
}

bool
html_is_title_row(const struct html_tree *tree, uint32_t row, bool first)
{
    const struct html_node *node = html_at(tree, row);
    size_t cells = 0, titles = 0, bold = 0;

    if (html_at(tree, node->parent)->tag == HTML_TABLE_HEAD)
        return true;
    for (uint32_t i = row + 1; i < node->end; i = html_at(tree, i)->end) {
        const struct html_node *cell = html_at(tree, i);

        cells += is_cell(cell);
        titles += cell->tag == HTML_HEADER_CELL;
        bold += first && is_cell(cell) && html_is_bold(tree, i, cell->end);
    }
    return cells && (titles == cells ||
                     (cells > 1 && bold == cells && is_unmarked(tree, row)));
}
