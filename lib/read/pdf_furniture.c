/* SPDX-License-Identifier: MIT */

/* Page headers and footers of a PDF: rows at the edge of a page that come
 * again at the same edge of most pages, or of every other, alike but for
 * numbers that count the pages.  In a document of one or two pages only what
 * stands in the margin can be told from text.  A line of a sentence is text,
 * however often it comes. */

#ifdef READ_PDF

#include "read/pdf_rows.h"

#include "base/ascii.h"
#include "read/pdf_join.h"

#include <stdlib.h>

#define EDGE 4      /* rows looked at on either side of a page */
#define LONGEST 400 /* bytes */
#define MOST 60     /* of a hundred pages */
#define EVERY_OTHER 40
#define FEWEST 3  /* pages that can tell */
#define MARGIN 85 /* of a thousandth of the page's height */
#define RIM 35    /* where only a printer's own lines stand */
#define DRIFT 300 /* hundredths of a point that a row may stand apart */

struct edge {
    uint64_t key; /* of its text without numbers */
    uint32_t row;
    uint32_t page;
    int32_t y;
    bool bottom;
};

/* FNV-1a of the text with every number as one 0; *sum adds the numbers up. */
static uint64_t
key_of(struct str text, uint32_t *sum)
{
    uint64_t key = 0xcbf29ce484222325;
    uint32_t number = 0;
    char last = 0;

    *sum = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        if (ascii_is_digit(c)) {
            number = number * 10 + (uint32_t)(c - '0');
            c = '0';
        } else {
            *sum += number;
            number = 0;
        }
        if (c != last || c != '0')
            key = (key ^ (unsigned char)c) * 0x100000001b3;
        last = c;
    }
    *sum += number;
    return key;
}

static bool
add_edge(struct vec *edges, const struct pdf_rows *rows, size_t index,
         bool bottom)
{
    const struct pdf_row *row = pdf_row_at(rows, index);
    struct edge *edge;
    uint32_t sum;

    if (row->length > LONGEST)
        return true;
    edge = vec_push(edges);
    if (!edge)
        return false;
    *edge = (struct edge){ key_of(pdf_row_str(rows, index), &sum),
                           (uint32_t)index, row->page, row->box.y0, bottom };
    return true;
}

/* The rows [first, end) are a page. */
static bool
add_page(struct vec *edges, const struct pdf_rows *rows, size_t first,
         size_t end)
{
    for (size_t i = first; i < end && i < first + EDGE; i++) {
        if (!add_edge(edges, rows, i, false))
            return false;
    }
    for (size_t i = end; i > first && i + EDGE > end; i--) {
        if (!add_edge(edges, rows, i - 1, true))
            return false;
    }
    return true;
}

static bool
add_pages(struct vec *edges, const struct pdf_rows *rows)
{
    size_t first = 0;

    for (size_t i = 1; i <= rows->rows.len; i++) {
        if (i < rows->rows.len &&
            pdf_row_at(rows, i)->page == pdf_row_at(rows, first)->page)
            continue;
        if (!add_page(edges, rows, first, i))
            return false;
        first = i;
    }
    return true;
}

static int
compare_edges(const void *a, const void *b)
{
    const struct edge *first = a, *second = b;

    if (first->bottom != second->bottom)
        return first->bottom ? 1 : -1;
    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    return first->row < second->row ? -1 : first->row > second->row;
}

/* The row stands where text does not: in the outer @p share of the page. */
static bool
is_in_margin(const struct pdf_rows *rows, const struct edge *edge,
             int32_t share)
{
    const struct pdf_page *pages = rows->boxes->pages.data;
    const struct pdf_box *box = &pdf_row_at(rows, edge->row)->box;
    int32_t height = pages[edge->page].height;

    return edge->bottom ? box->y0 > height - height / 1000 * share
                        : box->y1 < height / 1000 * share;
}

/* The numbers of two rows are the same, or as far apart as their pages. */
static bool
count_alike(const struct pdf_rows *rows, const struct edge *a,
            const struct edge *b)
{
    uint32_t one, two;

    (void)key_of(pdf_row_str(rows, a->row), &one);
    (void)key_of(pdf_row_str(rows, b->row), &two);
    return one == two || two - one == b->page - a->page;
}

/* How many of the edges [first, end), which are alike, stand with the first
 * of them, each on another page. */
static size_t
count_pages(const struct pdf_rows *rows, const struct edge *edges, size_t first,
            size_t end)
{
    size_t count = 1, last = first;

    for (size_t i = first + 1; i < end; i++) {
        int32_t off = edges[i].y - edges[last].y;

        if (edges[i].page == edges[last].page || off > DRIFT || off < -DRIFT ||
            !count_alike(rows, &edges[last], &edges[i]))
            continue;
        count++;
        last = i;
    }
    return count;
}

static bool
is_most(const struct pdf_rows *rows, const struct edge *edge, size_t count)
{
    size_t pages = rows->boxes->pages.len;

    if (is_in_margin(rows, edge, RIM))
        return true;
    if (count < 2)
        return false;
    if (pages < FEWEST)
        return is_in_margin(rows, edge, MARGIN);
    return count * 100 >= pages * MOST ||
           (count >= FEWEST && count * 100 >= pages * EVERY_OTHER);
}

static void
mark(struct pdf_rows *rows, const struct edge *edges, size_t count)
{
    size_t end;

    for (size_t i = 0; i < count; i = end) {
        size_t pages;

        end = i + 1;
        while (end < count && edges[end].key == edges[i].key &&
               edges[end].bottom == edges[i].bottom)
            end++;
        pages = count_pages(rows, edges, i, end);
        for (size_t k = i; k < end; k++) {
            if (is_most(rows, &edges[k], pages))
                pdf_row_at(rows, edges[k].row)->flags |= PDF_FURNITURE;
        }
    }
}

bool
pdf_furniture_mark(struct pdf_rows *rows)
{
    struct vec edges;
    bool fine;

    vec_init(&edges, &rows->rows.mem, sizeof(struct edge));
    fine = add_pages(&edges, rows);
    if (fine && edges.len) {
        qsort(edges.data, edges.len, sizeof(struct edge), compare_edges);
        mark(rows, edges.data, edges.len);
    }
    vec_done(&edges);
    return fine;
}

/* One of two rows is furniture and the other is not, and yet a sentence goes
 * on from the one to the other. */
static bool
is_of_text(const struct pdf_rows *rows, size_t above, size_t below)
{
    const struct pdf_row *upper = pdf_row_at(rows, above);
    const struct pdf_row *lower = pdf_row_at(rows, below);

    return (upper->flags ^ lower->flags) & PDF_FURNITURE &&
           upper->page == lower->page && upper->zone == lower->zone &&
           !pdf_is_parted(rows, upper, lower) &&
           pdf_is_lower(pdf_row_str(rows, below));
}

void
pdf_furniture_spare(struct pdf_rows *rows)
{
    size_t count = rows->rows.len;

    for (size_t i = 1; i < count; i++) {
        if (is_of_text(rows, i - 1, i))
            pdf_row_at(rows, i)->flags &= (uint8_t)~PDF_FURNITURE;
    }
    for (size_t i = count; i-- > 1;) {
        if (is_of_text(rows, i - 1, i))
            pdf_row_at(rows, i - 1)->flags &= (uint8_t)~PDF_FURNITURE;
    }
}

#endif
