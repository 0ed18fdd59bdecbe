/* SPDX-License-Identifier: MIT */

/* Builds rows from words.  Poppler says which words stand in a line, but not
 * which lines stand side by side: that is seen from where they stand.
 *
 * A label that stands alone, as of a list, belongs to the atom after it: else
 * a list would be a table of two columns. */

#ifdef READ_PDF

#include "read/pdf_rows.h"

#include "base/utf8.h"
#include "read/pdf_columns.h"

#include <stdlib.h>

#define WIDE 500     /* room between atoms, of a thousandth of the height */
#define SAME_ROW 400 /* how far off its middle an atom may stand */
#define LABEL_ROOM 2 /* heights between a label and its text */
#define PARTED 220   /* room that parts paragraphs */
#define BUCKETS 256
#define MOST_LEAD 100000
#define SELDOM 20
#define FEW_ROWS 10    /* that do not tell of a margin */
#define USUAL_LEAD 250 /* room between lines, where there are none to see */
#define BLANK 250      /* how wide a blank is */
#define LEAST_LEADER 4 /* dots */

void
pdf_rows_init(struct pdf_rows *rows, const samsyn_allocator *mem)
{
    *rows = (struct pdf_rows){ .boxes = NULL };
    vec_init(&rows->atoms, mem, sizeof(struct pdf_atom));
    vec_init(&rows->rows, mem, sizeof(struct pdf_row));
    buf_init(&rows->text, mem, 2 * PDF_MOST_TEXT);
}

void
pdf_rows_done(struct pdf_rows *rows)
{
    vec_done(&rows->atoms);
    vec_done(&rows->rows);
    buf_done(&rows->text);
}

static struct str
words_str(const struct pdf_boxes *boxes, size_t first, size_t end)
{
    const struct pdf_word *a = pdf_word_at(boxes, first);
    const struct pdf_word *b = pdf_word_at(boxes, end - 1);

    return str_make(boxes->text.data + a->text, b->text + b->length - a->text);
}

struct str
pdf_atom_str(const struct pdf_rows *rows, const struct pdf_atom *atom)
{
    return words_str(rows->boxes, atom->first, atom->end);
}

/* ---- Atoms ---- */

static void
widen(struct pdf_box *box, const struct pdf_box *by)
{
    box->x0 = by->x0 < box->x0 ? by->x0 : box->x0;
    box->y0 = by->y0 < box->y0 ? by->y0 : box->y0;
    box->x1 = by->x1 > box->x1 ? by->x1 : box->x1;
    box->y1 = by->y1 > box->y1 ? by->y1 : box->y1;
}

static bool
is_label(const struct pdf_boxes *boxes, size_t word)
{
    return guess_is_lone_label(pdf_word_str(boxes, word));
}

/* The word goes on the atom of the word before it. */
static bool
goes_with(const struct pdf_boxes *boxes, size_t word)
{
    const struct pdf_word *before = pdf_word_at(boxes, word - 1);
    const struct pdf_word *this = pdf_word_at(boxes, word);
    int32_t room = this->box.x0 - before->box.x1;

    return before->joins && room * 1000 / (pdf_height(&this->box) + 1) < WIDE;
}

static bool
add_atoms(struct pdf_rows *rows, const struct pdf_page *page)
{
    struct pdf_atom *atom = NULL;

    for (size_t i = page->first; i < page->end; i++) {
        const struct pdf_word *word = pdf_word_at(rows->boxes, i);

        if (atom && goes_with(rows->boxes, i)) {
            widen(&atom->box, &word->box);
            atom->end++;
            continue;
        }
        atom = vec_push(&rows->atoms);
        if (!atom)
            return false;
        *atom = (struct pdf_atom){ .box = word->box,
                                   .first = (uint32_t)i,
                                   .end = (uint32_t)i + 1 };
    }
    return true;
}

static int
compare_lefts(const void *a, const void *b)
{
    const struct pdf_atom *first = a, *second = b;

    if (first->box.x0 != second->box.x0)
        return first->box.x0 < second->box.x0 ? -1 : 1;
    return first->first < second->first ? -1 : first->first > second->first;
}

/* ---- Rows ---- */

/* Give each label to the atom behind it. */
static void
join_labels(struct pdf_rows *rows, struct pdf_row *row)
{
    struct pdf_atom *atoms = pdf_atom_at(rows, 0);
    uint32_t to = row->first;

    for (uint32_t i = row->first; i < row->end; i++) {
        struct pdf_atom *next = atoms + i + 1;

        if (i + 1 < row->end && atoms[i].end == atoms[i].first + 1 &&
            !atoms[i].label && is_label(rows->boxes, atoms[i].first) &&
            next->box.x0 - atoms[i].box.x1 <
                LABEL_ROOM * pdf_height(&next->box)) {
            next->label = atoms[i].first + 1;
            next->box.x0 = atoms[i].box.x0;
            continue;
        }
        atoms[to++] = atoms[i];
    }
    row->end = to;
}

static bool
write_text(struct pdf_rows *rows, struct pdf_row *row)
{
    row->text = (uint32_t)rows->text.len;
    for (uint32_t i = row->first; i < row->end; i++) {
        const struct pdf_atom *atom = pdf_atom_at(rows, i);

        if (i > row->first)
            buf_char(&rows->text, ' ');
        if (atom->label) {
            buf_str(&rows->text, pdf_word_str(rows->boxes, atom->label - 1));
            buf_char(&rows->text, ' ');
        }
        buf_str(&rows->text, pdf_atom_str(rows, atom));
    }
    row->length = (uint32_t)(rows->text.len - row->text);
    return !buf_failed(&rows->text);
}

/* What most letters of the row are like. */
static void
note_style(const struct pdf_rows *rows, struct pdf_row *row)
{
    size_t most = 0;

    row->bold = true;
    for (uint32_t i = row->first; i < row->end; i++) {
        const struct pdf_atom *atom = pdf_atom_at(rows, i);

        for (uint32_t k = atom->first; k < atom->end; k++) {
            const struct pdf_word *word = pdf_word_at(rows->boxes, k);

            row->bold = row->bold && word->bold;
            row->mixed = row->mixed || (most && word->face != row->face);
            if (word->length > most) {
                most = word->length;
                row->size = word->size;
                row->face = word->face;
            }
        }
    }
}

static bool
is_ruling(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!memchr("-=*~._ ", text.ptr[i], 7))
            return false;
    }
    return text.len >= 3;
}

/* Dots, with or without blanks between them, and a number behind them. */
static bool
has_leader(struct str text)
{
    size_t at = text.len, dots = 0;

    while (at && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9')
        at--;
    if (at == text.len)
        return false;
    while (at && (text.ptr[at - 1] == '.' || text.ptr[at - 1] == ' '))
        dots += text.ptr[--at] == '.';
    return dots >= LEAST_LEADER && at;
}

static void
note_row(const struct pdf_rows *rows, struct pdf_row *row)
{
    struct str text = str_make(rows->text.data + row->text, row->length);
    const struct pdf_atom *atom = pdf_atom_at(rows, row->first);
    const struct pdf_word *word = pdf_word_at(rows->boxes, atom->first);
    uint32_t at = atom->first;

    row->box = atom->box;
    for (uint32_t i = row->first + 1; i < row->end; i++)
        widen(&row->box, &pdf_atom_at(rows, i)->box);
    row->word = word->box.x1 - word->box.x0;
    if (!atom->label && is_label(rows->boxes, at) && at + 1 < atom->end)
        at++;
    row->label = pdf_word_at(rows->boxes, at)->box.x0;
    if (is_ruling(text))
        row->flags |= PDF_RULE;
    if (has_leader(text))
        row->flags |= PDF_LEADER;
}

/* The atoms [first, end) stand side by side. */
static bool
add_row(struct pdf_rows *rows, size_t first, size_t end, size_t page)
{
    struct pdf_row row = { .first = (uint32_t)first,
                           .end = (uint32_t)end,
                           .page = (uint32_t)page };
    struct pdf_row *slot = vec_push(&rows->rows);

    if (!slot)
        return false;
    qsort(pdf_atom_at(rows, first), end - first, sizeof(struct pdf_atom),
          compare_lefts);
    join_labels(rows, &row);
    if (!write_text(rows, &row))
        return false;
    note_style(rows, &row);
    note_row(rows, &row);
    *slot = row;
    return true;
}

/* The atoms [first, end) are a zone. */
static bool
add_zone(struct pdf_rows *rows, size_t first, size_t end, size_t page)
{
    size_t rows_before = rows->rows.len, next;
    int32_t left = INT32_MAX, right = INT32_MIN;
    bool column = pdf_atom_at(rows, first)->column;

    for (; first < end; first = next) {
        const struct pdf_box *box = &pdf_atom_at(rows, first)->box;
        int32_t far = pdf_middle(box) + pdf_height(box) * SAME_ROW / 1000;

        next = first + 1;
        while (next < end && pdf_middle(&pdf_atom_at(rows, next)->box) < far)
            next++;
        if (!add_row(rows, first, next, page))
            return false;
        const struct pdf_box *row = &pdf_row_at(rows, rows->rows.len - 1)->box;
        left = row->x0 < left ? row->x0 : left;
        right = row->x1 > right ? row->x1 : right;
    }
    rows->zones++;
    for (size_t i = rows_before; i < rows->rows.len; i++) {
        struct pdf_row *row = pdf_row_at(rows, i);

        row->zone = rows->zones;
        row->left = column ? left : 0;
        row->right = column ? right : 0;
    }
    return true;
}

static bool
add_page(struct pdf_rows *rows, size_t page)
{
    const struct pdf_page *pages = rows->boxes->pages.data;
    size_t first = rows->atoms.len, end;

    if (pages[page].first == pages[page].end)
        return true;
    if (!add_atoms(rows, &pages[page]))
        return false;
    pdf_columns_divide(pdf_atom_at(rows, first), rows->atoms.len - first,
                       pages[page].height, rows->boxes);
    for (; first < rows->atoms.len; first = end) {
        end = first + 1;
        while (end < rows->atoms.len &&
               pdf_atom_at(rows, end)->zone == pdf_atom_at(rows, first)->zone)
            end++;
        if (!add_zone(rows, first, end, page))
            return false;
    }
    return true;
}

/* ---- What most are like ---- */

/* A number among many that are near each other. */
struct count {
    int32_t value;
    size_t times;
};

static void
count_value(struct count counts[BUCKETS], int32_t value, size_t times)
{
    size_t least = 0;

    for (size_t i = 0; i < BUCKETS; i++) {
        if (!counts[i].times || counts[i].value == value) {
            counts[i].value = value;
            counts[i].times += times;
            return;
        }
        if (counts[i].times < counts[least].times)
            least = i;
    }
    counts[least] = (struct count){ value, times };
}

static int32_t
most_common(const struct count counts[BUCKETS])
{
    size_t best = 0;

    for (size_t i = 1; i < BUCKETS && counts[i].times; i++) {
        if (counts[i].times > counts[best].times)
            best = i;
    }
    return counts[best].value;
}

/* The least value that is no exception: one time in twenty, at least. */
static int32_t
leftmost(const struct count counts[BUCKETS])
{
    int32_t least = INT32_MAX;
    size_t all = 0;

    for (size_t i = 0; i < BUCKETS; i++)
        all += counts[i].times;
    for (size_t i = 0; i < BUCKETS && counts[i].times; i++) {
        if (counts[i].times * SELDOM >= all && counts[i].value < least)
            least = counts[i].value;
    }
    return least < INT32_MAX ? least : most_common(counts);
}

static void
find_fonts(struct pdf_rows *rows)
{
    struct count sizes[BUCKETS] = { { 0, 0 } }, heights[BUCKETS] = { { 0, 0 } };
    struct count faces[BUCKETS] = { { 0, 0 } };
    size_t bold = 0, letters = 0;

    for (size_t i = 0; i < rows->rows.len; i++) {
        const struct pdf_row *row = pdf_row_at(rows, i);

        count_value(sizes, row->size, row->length);
        count_value(faces, row->face, row->length);
        count_value(heights, pdf_height(&row->box) / 20 * 20, row->length);
        bold += row->bold ? row->length : 0;
        letters += row->length;
    }
    rows->size = (uint16_t)most_common(sizes);
    rows->face = (uint16_t)most_common(faces);
    rows->height = most_common(heights);
    rows->bold = bold * 2 > letters;
}

/* Rows of the text that most of the document is. */
static bool
is_body(const struct pdf_rows *rows, const struct pdf_row *row)
{
    return row->size == rows->size && row->end == row->first + 1 && !row->flags;
}

static int32_t
lead_of(const struct pdf_row *above, const struct pdf_row *below)
{
    int32_t height = pdf_height(&above->box);

    if (pdf_height(&below->box) < height)
        height = pdf_height(&below->box);
    int32_t lead = (below->box.y0 - above->box.y1) * 1000 / (height + 1);

    return lead > MOST_LEAD ? MOST_LEAD : lead < -MOST_LEAD ? -MOST_LEAD : lead;
}

static void
find_lead(struct pdf_rows *rows)
{
    struct count leads[BUCKETS] = { { 0, 0 } };

    for (size_t i = 1; i < rows->rows.len; i++) {
        const struct pdf_row *above = pdf_row_at(rows, i - 1);
        const struct pdf_row *below = pdf_row_at(rows, i);

        if (above->zone == below->zone && is_body(rows, above) &&
            is_body(rows, below) && above->length > 40)
            count_value(leads, lead_of(above, below) / 20 * 20, 1);
    }
    rows->lead = leads[0].times ? most_common(leads) : USUAL_LEAD;
}

/* How far rows reach: the farthest that another comes near. */
static void
find_margins(struct pdf_rows *rows)
{
    struct count lefts[BUCKETS] = { { 0, 0 } };
    int32_t farthest = 0, second = 0;
    size_t count = 0;

    for (size_t i = 0; i < rows->rows.len; i++) {
        const struct pdf_row *row = pdf_row_at(rows, i);

        if (row->right)
            continue;
        if (!row->flags)
            count_value(lefts, row->box.x0 / 100 * 100, 1);
        if (!is_body(rows, row))
            continue;
        count++;
        if (row->box.x1 > farthest) {
            second = farthest;
            farthest = row->box.x1;
        } else if (row->box.x1 > second) {
            second = row->box.x1;
        }
    }
    rows->left = leftmost(lefts);
    rows->right = count < FEW_ROWS || second + 2 * rows->height >= farthest
                      ? farthest
                      : second;
}

/* Whether some rows stand apart from the one above, as paragraphs do. */
static void
find_parted(struct pdf_rows *rows)
{
    size_t parted = 0, all = 0;

    for (size_t i = 1; i < rows->rows.len; i++) {
        const struct pdf_row *above = pdf_row_at(rows, i - 1);
        const struct pdf_row *below = pdf_row_at(rows, i);

        if (above->zone != below->zone || !is_body(rows, above) ||
            !is_body(rows, below))
            continue;
        all++;
        parted += pdf_is_parted(rows, above, below);
    }
    rows->parted = parted * 20 > all;
}

bool
pdf_rows_find(struct pdf_rows *rows, const struct pdf_boxes *boxes)
{
    rows->boxes = boxes;
    for (size_t i = 0; i < boxes->pages.len; i++) {
        if (!add_page(rows, i))
            return false;
    }
    if (!pdf_furniture_mark(rows))
        return false;
    find_fonts(rows);
    find_lead(rows);
    find_margins(rows);
    pdf_furniture_spare(rows);
    find_parted(rows);
    return true;
}

/* ---- Two rows ---- */

int32_t
pdf_room(const struct pdf_rows *rows, const struct pdf_row *above,
         const struct pdf_row *below)
{
    return lead_of(above, below) - rows->lead;
}

bool
pdf_is_parted(const struct pdf_rows *rows, const struct pdf_row *above,
              const struct pdf_row *below)
{
    return above->zone == below->zone && pdf_room(rows, above, below) > PARTED;
}

int32_t
pdf_left(const struct pdf_rows *rows, const struct pdf_row *row)
{
    return row->right ? row->left : rows->left;
}

bool
pdf_is_broken_off(const struct pdf_rows *rows, const struct pdf_row *above,
                  const struct pdf_row *below)
{
    int32_t blank = pdf_height(&above->box) * BLANK / 1000;

    return above->box.x1 + blank + below->word <=
           (above->right ? above->right : rows->right);
}

#endif
