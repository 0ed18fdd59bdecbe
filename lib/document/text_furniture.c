/* SPDX-License-Identifier: MIT */

/* Page headers and footers in a text file: lines at the edge of a page that
 * come again on another page, alike but for numbers that count the pages.
 *
 * What a web page says of itself is furniture wherever it stands; the language
 * pack knows its words.
 *
 * Without form feeds the pages are unknown.  Then a line is furniture that
 * comes three times or more with a number that grows by one, and with it the
 * lines beside it that are the same each time. */

#include "document/text_guess.h"

#include "base/ascii.h"
#include "document/text_lines.h"

#include <stdlib.h>
#include <string.h>

#define EDGE 5 /* lines looked at on either side of a page */
#define NUMBERS 6
#define LONGEST 240 /* columns */
#define FEWEST 3    /* times, where pages are unknown */

/* A line that may be furniture. */
struct edge {
    uint64_t key; /* of its text without numbers */
    uint32_t line;
    uint32_t page;
    bool bottom;
    bool repeats; /* found on another page */
    bool varies;  /* ... with another number */
};

/* ---- Lines without their numbers ---- */

/* FNV-1a of the line with every number as one 0 and every gap as one blank;
 * the first numbers go to @p numbers. */
static uint64_t
key_of(struct str line, uint32_t numbers[NUMBERS], size_t *count)
{
    uint64_t key = 0xcbf29ce484222325;
    char last = 0;

    *count = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];

        if (ascii_is_digit(c)) {
            if (last != '0' && *count < NUMBERS)
                numbers[(*count)++] = 0;
            if (*count)
                numbers[*count - 1] =
                    numbers[*count - 1] * 10 + (uint32_t)(c - '0');
            c = '0';
        }
        if (c == last && (c == ' ' || c == '0'))
            continue;
        key = (key ^ (unsigned char)c) * 0x100000001b3;
        last = c;
    }
    return key;
}

/* The two lines are alike, but for numbers that are @p step apart.  *varies
 * tells whether there are such. */
static bool
are_alike(const struct text_lines *lines, uint32_t a, uint32_t b, uint32_t step,
          bool *varies)
{
    uint32_t first[NUMBERS], second[NUMBERS];
    size_t count, other;

    *varies = false;
    if (key_of(text_line_str(lines, a), first, &count) !=
            key_of(text_line_str(lines, b), second, &other) ||
        count != other)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (second[i] == first[i])
            continue;
        if (second[i] - first[i] != step)
            return false;
        *varies = true;
    }
    return true;
}

static bool
add_edge(struct vec *edges, const struct text_lines *lines, size_t line,
         size_t page, bool bottom)
{
    uint32_t numbers[NUMBERS];
    struct str text = text_line_str(lines, line);
    size_t count;

    if (guess_is_longer(text, LONGEST))
        return true;
    struct edge *edge = vec_push(edges);
    if (!edge)
        return false;
    edge->key = key_of(text, numbers, &count);
    edge->line = (uint32_t)line;
    edge->page = (uint32_t)page;
    edge->bottom = bottom;
    return true;
}

static int
compare_edges(const void *a, const void *b)
{
    const struct edge *first = a, *second = b;

    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    if (first->bottom != second->bottom)
        return first->bottom ? 1 : -1;
    return first->line < second->line ? -1 : first->line > second->line;
}

static int
compare_lines(const void *a, const void *b)
{
    const struct edge *first = a, *second = b;

    if (first->line != second->line)
        return first->line < second->line ? -1 : 1;
    return first->bottom == second->bottom ? 0 : first->bottom ? 1 : -1;
}

/* ---- With pages ---- */

/* The lines [first, end) are a page. */
static bool
add_page(struct vec *edges, const struct text_lines *lines, size_t first,
         size_t end, size_t page)
{
    for (size_t i = first; i < end && i < first + EDGE; i++) {
        if (!add_edge(edges, lines, i, page, false))
            return false;
    }
    for (size_t i = end; i > first && i + EDGE > end; i--) {
        if (!add_edge(edges, lines, i - 1, page, true))
            return false;
    }
    return true;
}

static bool
add_pages(struct vec *edges, const struct text_lines *lines)
{
    size_t first = 0, page = 0;

    for (size_t i = 1; i <= lines->count; i++) {
        if (i < lines->count && !(lines->lines[i].flags & LINE_PAGE))
            continue;
        if (!add_page(edges, lines, first, i, page++))
            return false;
        first = i;
    }
    return true;
}

/* Neighbours in the order of keys that stand on different pages. */
static void
find_repeats(struct edge *edges, size_t count, const struct text_lines *lines)
{
    for (size_t i = 1; i < count; i++) {
        struct edge *a = &edges[i - 1], *b = &edges[i];
        bool varies;

        if (a->key != b->key || a->bottom != b->bottom || a->page == b->page)
            continue;
        if (!are_alike(lines, a->line, b->line, b->page - a->page, &varies))
            continue;
        a->repeats = b->repeats = true;
        a->varies = a->varies || varies;
        b->varies = b->varies || varies;
    }
}

/* Flag a line that repeats, if those between it and the edge do. */
static void
mark_edge(const struct text_lines *lines, const struct edge *edge)
{
    struct text_line *line = &lines->lines[edge->line];
    size_t inner = edge->line + (edge->bottom ? 1u : 0u);
    bool outermost =
        edge->bottom
            ? edge->line + 1 == lines->count || (line[1].flags & LINE_PAGE)
            : edge->line == 0 || (line->flags & LINE_PAGE);

    if (!edge->repeats || (line->flags & LINE_FURNITURE))
        return;
    if (!outermost) {
        const struct text_line *outer = edge->bottom ? line + 1 : line - 1;

        if (!(outer->flags & LINE_FURNITURE))
            return;
        /* A numbered heading stands apart from the page header. */
        if (edge->varies && lines->lines[inner].parted)
            return;
    }
    line->flags |= LINE_FURNITURE;
}

static bool
mark_pages(struct text_lines *lines, const samsyn_allocator *mem)
{
    struct vec vec;

    vec_init(&vec, mem, sizeof(struct edge));
    bool fine = add_pages(&vec, lines);
    if (fine && vec.len) {
        struct edge *edges = vec.data;

        qsort(edges, vec.len, sizeof *edges, compare_edges);
        find_repeats(edges, vec.len, lines);
        qsort(edges, vec.len, sizeof *edges, compare_lines);
        for (size_t i = 0; i < vec.len; i++) {
            if (!edges[i].bottom)
                mark_edge(lines, &edges[i]);
        }
        for (size_t i = vec.len; i; i--) {
            if (edges[i - 1].bottom)
                mark_edge(lines, &edges[i - 1]);
        }
    }
    vec_done(&vec);
    return fine;
}

/* ---- Without pages ---- */

/* The line beside @p line is the same as the one beside @p other. */
static bool
is_companion(const struct text_lines *lines, size_t line, size_t other,
             bool after)
{
    size_t a = after ? line + 1 : line - 1, b = after ? other + 1 : other - 1;

    if (after ? b >= lines->count : line == 0)
        return false;
    if (lines->lines[after ? a : line].parted ||
        lines->lines[after ? b : other].parted)
        return false;
    return str_equal(text_line_str(lines, a), text_line_str(lines, b));
}

static void
mark_series(struct text_lines *lines, const struct edge *edges, size_t count)
{
    bool before = true, after = true;

    for (size_t i = 1; i < count; i++) {
        before = before &&
                 is_companion(lines, edges[i - 1].line, edges[i].line, false);
        after = after &&
                is_companion(lines, edges[i - 1].line, edges[i].line, true);
    }
    for (size_t i = 0; i < count; i++) {
        struct text_line *line = &lines->lines[edges[i].line];

        line->flags |= LINE_FURNITURE;
        if (before)
            line[-1].flags |= LINE_FURNITURE;
        if (after)
            line[1].flags |= LINE_FURNITURE;
    }
}

/* How many edges from @p first on count upwards. */
static size_t
series_length(const struct text_lines *lines, const struct edge *edges,
              size_t count, size_t first)
{
    size_t i = first + 1;
    bool varies = true;

    while (i < count && edges[i].key == edges[first].key && varies &&
           are_alike(lines, edges[i - 1].line, edges[i].line, 1, &varies) &&
           varies)
        i++;
    return i - first;
}

static bool
mark_numbered(struct text_lines *lines, const samsyn_allocator *mem)
{
    struct vec vec;
    bool fine = true;

    vec_init(&vec, mem, sizeof(struct edge));
    for (size_t i = 0; fine && i < lines->count; i++) {
        struct str line = text_line_str(lines, i);
        bool number = ascii_is_digit(line.ptr[line.len - 1]) ||
                      line.ptr[line.len - 1] == ')';

        /* A page number stands apart from the text, or in the middle. */
        if (number && (lines->lines[i].flags & LINE_GAP ||
                       lines->lines[i].indent > lines->width / 3))
            fine = add_edge(&vec, lines, i, 0, false);
    }
    if (fine && vec.len) {
        const struct edge *edges = vec.data;
        size_t length;

        qsort(vec.data, vec.len, sizeof(struct edge), compare_edges);
        for (size_t i = 0; i < vec.len; i += length) {
            length = series_length(lines, edges, vec.len, i);
            if (length >= FEWEST)
                mark_series(lines, edges + i, length);
        }
    }
    vec_done(&vec);
    return fine;
}

/* ---- Of a web page ---- */

/* A line that stands by itself: nothing goes on from the one above. */
static bool
stands_alone(const struct text_lines *lines, size_t index)
{
    const struct text_line *line = &lines->lines[index];

    return !index || line->parted || (line->flags & LINE_PAGE) ||
           (line[-1].flags & LINE_FURNITURE) || lines->single ||
           text_is_broken_off(lines, index - 1, index);
}

/* The line goes on the sentence of the line above. */
static bool
goes_on(const struct text_lines *lines, size_t index)
{
    return index && !lines->lines[index].parted &&
           !guess_is_ended(text_line_str(lines, index - 1)) &&
           guess_is_lower(text_line_str(lines, index));
}

static void
mark_web(struct text_lines *lines, const struct furniture *web)
{
    bool before = false; /* the line above is such a one */

    for (size_t i = 0; i < lines->count; i++) {
        struct text_line *line = &lines->lines[i];

        before = (before && goes_on(lines, i)) ||
                 (line->end - line->start <= FURNITURE_BYTES &&
                  stands_alone(lines, i) &&
                  furniture_has(web, text_line_str(lines, i)));
        if (before)
            line->flags |= LINE_FURNITURE;
    }
}

bool
text_furniture_mark(struct text_lines *lines, const struct furniture *web,
                    const samsyn_allocator *mem)
{
    mark_web(lines, web);
    for (size_t i = 1; i < lines->count; i++) {
        if (lines->lines[i].flags & LINE_PAGE)
            return mark_pages(lines, mem);
    }
    return mark_numbered(lines, mem);
}
