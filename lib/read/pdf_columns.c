/* SPDX-License-Identifier: MIT */

/* Finds text set in two columns.
 *
 * Between two columns stands a gutter that hardly any line crosses; the lines
 * on both sides are nearly as wide as their column, and there are many.  A
 * table of two columns looks like that, too, but its rows leave room over
 * their whole width, again and again: the paragraphs of two columns seldom
 * begin side by side. */

#ifdef READ_PDF

#include "read/pdf_columns.h"

#include <stdlib.h>

#define BUCKETS 256
#define CROSSING 25  /* one of so many atoms may cross the gutter */
#define WHOLE 60     /* of a hundred: atoms as wide hide no gutter */
#define OUTER 20     /* of a hundred: no gutter stands so far out */
#define FEWEST 8     /* lines in each column */
#define MANY 12      /* with so many, one row may begin side by side */
#define PARTED 250   /* room between paragraphs, of a thousandth */
#define TOGETHER 70  /* of a hundred paragraphs that begin side by side */
#define EDGE 12      /* of a hundred: where headers and footers stand */
#define APART 12     /* tenths of a height that part them from the text */
#define NARROWEST 80 /* of a gutter, in hundredths of a line's height */

/* What stands between two atoms that cross the gutter. */
struct stretch {
    const struct pdf_boxes *boxes;
    struct pdf_atom *atoms;
    size_t count;
    int32_t gutter;
};

/* One column of a stretch, or both. */
struct side {
    int32_t x0, x1, bottom, least;
    size_t lines, full, parted;
};

static int
compare(const void *a, const void *b)
{
    const struct pdf_atom *first = a, *second = b;
    int32_t one = pdf_middle(&first->box), two = pdf_middle(&second->box);

    if (first->zone != second->zone)
        return first->zone < second->zone ? -1 : 1;
    if (one != two)
        return one < two ? -1 : 1;
    return first->first < second->first ? -1 : first->first > second->first;
}

/* ---- The gutter ---- */

struct cover {
    int32_t x0, width;
    uint32_t counts[BUCKETS];
};

static size_t
bucket_of(const struct cover *cover, int32_t x)
{
    int64_t at = (int64_t)(x - cover->x0) * (BUCKETS - 1) / cover->width;

    return (size_t)at;
}

static void
cover_atoms(struct cover *cover, const struct pdf_atom *atoms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct pdf_box *box = &atoms[i].box;

        if ((box->x1 - box->x0) / WHOLE * 100 > cover->width)
            continue;
        for (size_t k = bucket_of(cover, box->x0);
             k <= bucket_of(cover, box->x1); k++)
            cover->counts[k]++;
    }
}

/* The middle of the widest stretch that hardly any atom covers; INT32_MIN
 * where there is none wide enough. */
static int32_t
find_gutter(const struct cover *cover, size_t count, int32_t height)
{
    size_t from = BUCKETS * OUTER / 100, to = BUCKETS - from;
    size_t best = 0, end = 0, run = 0;

    for (size_t i = from; i < to; i++) {
        run = cover->counts[i] * CROSSING <= count ? run + 1 : 0;
        if (run > best) {
            best = run;
            end = i + 1;
        }
    }
    if ((int64_t)best * cover->width / BUCKETS * 100 <
        (int64_t)height * NARROWEST)
        return INT32_MIN;
    return cover->x0 +
           (int32_t)((int64_t)(2 * end - best) * cover->width / BUCKETS / 2);
}

static int32_t
gutter_of(const struct pdf_atom *atoms, size_t count)
{
    struct cover cover = { INT32_MAX, 0, { 0 } };
    int32_t right = INT32_MIN;

    for (size_t i = 0; i < count; i++) {
        const struct pdf_box *box = &atoms[i].box;

        cover.x0 = box->x0 < cover.x0 ? box->x0 : cover.x0;
        right = box->x1 > right ? box->x1 : right;
    }
    cover.width = right - cover.x0;
    if (cover.width <= 0)
        return INT32_MIN;
    cover_atoms(&cover, atoms, count);
    return find_gutter(&cover, count, pdf_height(&atoms[count / 2].box));
}

/* ---- Is it text? ---- */

static bool
is_left(const struct stretch *stretch, const struct pdf_atom *atom)
{
    return atom->box.x1 <= stretch->gutter;
}

/* The extent of a side, and the least room between two of its lines. */
static struct side
measure(const struct stretch *stretch, bool left)
{
    struct side side = { INT32_MAX, INT32_MIN, 0, INT32_MAX, 0, 0, 0 };

    for (size_t i = 0; i < stretch->count; i++) {
        const struct pdf_box *box = &stretch->atoms[i].box;

        if (is_left(stretch, &stretch->atoms[i]) != left)
            continue;
        side.x0 = box->x0 < side.x0 ? box->x0 : side.x0;
        side.x1 = box->x1 > side.x1 ? box->x1 : side.x1;
        if (side.lines && box->y0 - side.bottom < side.least &&
            (side.bottom - box->y0) * 2 < pdf_height(box))
            side.least = box->y0 - side.bottom;
        side.bottom = box->y1;
        side.lines++;
    }
    return side;
}

/* More room above a box than between two lines. */
static bool
has_room(const struct side *side, int32_t bottom, const struct pdf_box *box)
{
    return box->y0 - bottom - side->least >
           pdf_height(box) / 1000 * PARTED + pdf_height(box) % 1000 / 4;
}

static void
count_paragraphs(const struct stretch *stretch, struct side *side, bool left)
{
    int32_t width = side->x1 - side->x0, bottom = INT32_MIN / 4;

    for (size_t i = 0; i < stretch->count; i++) {
        const struct pdf_box *box = &stretch->atoms[i].box;

        if (is_left(stretch, &stretch->atoms[i]) != left)
            continue;
        side->full += (box->x1 - box->x0) / 3 * 5 >= width;
        side->parted += has_room(side, bottom, box);
        bottom = box->y1;
    }
}

/* How often room is left over the whole width. */
static size_t
count_rows(const struct stretch *stretch, const struct side *side)
{
    int32_t bottom = INT32_MIN / 4;
    size_t count = 0;

    for (size_t i = 0; i < stretch->count; i++) {
        const struct pdf_box *box = &stretch->atoms[i].box;

        count += has_room(side, bottom, box);
        bottom = box->y1 > bottom ? box->y1 : bottom;
    }
    return count;
}

/* The first two atoms stand side by side and are bold: the titles of a
 * table's columns. */
static bool
is_headed(const struct stretch *stretch)
{
    const struct pdf_atom *one = stretch->atoms, *two = one + 1;

    return is_left(stretch, one) != is_left(stretch, two) &&
           pdf_middle(&two->box) - pdf_middle(&one->box) <
               pdf_height(&one->box) / 3 &&
           pdf_is_bold(stretch->boxes, one) && pdf_is_bold(stretch->boxes, two);
}

static bool
is_text(const struct stretch *stretch)
{
    struct side left = measure(stretch, true);
    struct side right = measure(stretch, false);
    size_t rows, fewest;

    if (left.lines < FEWEST || right.lines < FEWEST ||
        left.least == INT32_MAX || right.least == INT32_MAX ||
        is_headed(stretch))
        return false;
    count_paragraphs(stretch, &left, true);
    count_paragraphs(stretch, &right, false);
    if (left.full * 2 < left.lines || right.full * 2 < right.lines)
        return false;
    /* the first of all counts as one */
    rows = count_rows(stretch, &left);
    fewest = left.parted < right.parted ? left.parted : right.parted;
    return rows <= 1 || (rows - 1) * 100 <= (fewest - 1) * TOGETHER ||
           (rows == 2 && left.lines >= MANY && right.lines >= MANY);
}

/* ---- Margins ---- */

/* How many atoms at the top are a page header: room parts them from the text,
 * and they stand where a margin is. */
static size_t
count_header(const struct pdf_atom *atoms, size_t count, int32_t height)
{
    int32_t bottom = INT32_MIN / 4;
    size_t header = 0;

    for (size_t i = 0; i < count && atoms[i].box.y0 < height / 100 * EDGE;
         i++) {
        const struct pdf_box *box = &atoms[i].box;

        if (i && (box->y0 - bottom) * 10 > pdf_height(box) * APART)
            header = i;
        bottom = box->y1 > bottom ? box->y1 : bottom;
    }
    return header;
}

/* The first atom of a page footer. */
static size_t
find_footer(const struct pdf_atom *atoms, size_t count, int32_t height)
{
    int32_t top = INT32_MAX / 4;
    size_t footer = count;

    for (size_t i = count;
         i && atoms[i - 1].box.y1 > height - height / 100 * EDGE; i--) {
        const struct pdf_box *box = &atoms[i - 1].box;

        if (i < count && (top - box->y1) * 10 > pdf_height(box) * APART)
            footer = i;
        top = box->y0 < top ? box->y0 : top;
    }
    return footer;
}

/* ---- Zones ---- */

/* How many atoms stand above the first of the other side: a short heading
 * over both columns. */
static size_t
count_above(const struct stretch *stretch)
{
    size_t count = 1;

    while (count < stretch->count && is_left(stretch, &stretch->atoms[count]) ==
                                         is_left(stretch, &stretch->atoms[0]))
        count++;
    while (count && count < stretch->count &&
           stretch->atoms[count - 1].box.y1 > stretch->atoms[count].box.y0)
        count--;
    return count;
}

/* Number the atoms of a stretch; gives the next free zone. */
static uint32_t
number(struct stretch *stretch, uint32_t zone)
{
    size_t above = stretch->count ? count_above(stretch) : 0;

    for (size_t i = 0; i < stretch->count; i++)
        stretch->atoms[i].zone = zone;
    stretch->atoms += above;
    stretch->count -= above;
    if (!stretch->count || !is_text(stretch))
        return zone;
    for (size_t i = 0; i < stretch->count; i++) {
        stretch->atoms[i].zone =
            zone + (is_left(stretch, &stretch->atoms[i]) ? 1 : 2);
        stretch->atoms[i].column = true;
    }
    return zone + 3;
}

/* The zones of the atoms between header and footer; gives the next free
 * one. */
static uint32_t
number_body(const struct stretch *body, uint32_t zone)
{
    size_t first = 0;

    for (size_t i = 0; i <= body->count; i++) {
        struct stretch stretch = { body->boxes, body->atoms + first, i - first,
                                   body->gutter };

        if (i < body->count && (body->atoms[i].box.x1 <= body->gutter ||
                                body->atoms[i].box.x0 >= body->gutter))
            continue;
        zone = number(&stretch, zone);
        if (i < body->count)
            body->atoms[i].zone = zone;
        first = i + 1;
    }
    return zone;
}

void
pdf_columns_divide(struct pdf_atom *atoms, size_t count, int32_t height,
                   const struct pdf_boxes *boxes)
{
    size_t header, footer;
    struct stretch body = { boxes, atoms, count, 0 };
    uint32_t zone;

    qsort(atoms, count, sizeof *atoms, compare);
    header = count_header(atoms, count, height);
    footer = find_footer(atoms, count, height);
    if (header >= footer)
        return;
    body.atoms += header;
    body.count = footer - header;
    body.gutter = gutter_of(body.atoms, body.count);
    if (body.gutter == INT32_MIN)
        return;
    zone = number_body(&body, 0);
    for (size_t i = footer; i < count; i++)
        atoms[i].zone = zone;
    qsort(atoms, count, sizeof *atoms, compare);
}

#endif
