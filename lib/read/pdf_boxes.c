/* SPDX-License-Identifier: MIT */

/* Reads what pdftotext -bbox-layout says: pages, lines and words with their
 * boxes.  Its flows and blocks are not used: it takes the cells of a table
 * column by column, and a list's labels apart from the list. */

#ifdef READ_PDF

#include "read/pdf_boxes.h"

#include "base/day.h"
#include "read/pdf_lines.h"

#define LONGEST_TITLE 2000
#define LONGEST_LETTER 4 /* bytes: they are added one by one */

void
pdf_boxes_init(struct pdf_boxes *boxes, const samsyn_allocator *mem)
{
    *boxes = (struct pdf_boxes){ .whole = false };
    vec_init(&boxes->words, mem, sizeof(struct pdf_word));
    vec_init(&boxes->pages, mem, sizeof(struct pdf_page));
    buf_init(&boxes->text, mem, PDF_MOST_TEXT);
    buf_init(&boxes->title, mem, LONGEST_TITLE);
}

void
pdf_boxes_done(struct pdf_boxes *boxes)
{
    vec_done(&boxes->words);
    vec_done(&boxes->pages);
    buf_done(&boxes->text);
    buf_done(&boxes->title);
}

/* ---- Tags ---- */

static bool
take_page(struct pdf_boxes *boxes, struct str tag)
{
    struct pdf_page page = { .first = (uint32_t)boxes->words.len,
                             .end = (uint32_t)boxes->words.len };
    struct pdf_page *slot;

    if (boxes->pages.len == PDF_MOST_PAGES) {
        boxes->large = true;
        return false;
    }
    if (!pdf_hundredths(tag, STR("width"), &page.width) ||
        !pdf_hundredths(tag, STR("height"), &page.height))
        return true;
    slot = vec_push(&boxes->pages);
    boxes->failed = !slot;
    if (slot)
        *slot = page;
    return slot != NULL;
}

static bool
read_box(struct pdf_box *box, struct str tag)
{
    return pdf_hundredths(tag, STR("xMin"), &box->x0) &&
           pdf_hundredths(tag, STR("yMin"), &box->y0) &&
           pdf_hundredths(tag, STR("xMax"), &box->x1) &&
           pdf_hundredths(tag, STR("yMax"), &box->y1) && box->x0 <= box->x1 &&
           box->y0 <= box->y1;
}

/* The word's text goes behind what there is; false where nothing is left. */
static bool
add_text(struct pdf_boxes *boxes, struct pdf_word *word, struct str tag)
{
    size_t before = boxes->text.len;

    pdf_text_of(&boxes->text, tag);
    word->text = (uint32_t)before;
    word->length = (uint32_t)(boxes->text.len - before);
    buf_char(&boxes->text, ' ');
    return word->length > 0;
}

static bool
take_word(struct pdf_boxes *boxes, struct str tag)
{
    struct pdf_word word = { .joins = true }, *slot;
    struct pdf_page *page = vec_last(&boxes->pages);

    if (!page || !read_box(&word.box, tag))
        return true;
    bool seen = add_text(boxes, &word, tag);
    if (buf_failed(&boxes->text)) {
        boxes->large = boxes->text.len + LONGEST_LETTER >= PDF_MOST_TEXT;
        boxes->failed = !boxes->large;
        return false;
    }
    if (!seen)
        return true;
    boxes->large = boxes->words.len == PDF_MOST_WORDS;
    if (boxes->large)
        return false;
    slot = vec_push(&boxes->words);
    boxes->failed = !slot;
    if (!slot)
        return false;
    *slot = word;
    page->end = (uint32_t)boxes->words.len;
    return true;
}

/* A line of poppler's ends: its last word goes with no other. */
static bool
end_line(struct pdf_boxes *boxes)
{
    struct pdf_word *word = vec_last(&boxes->words);

    if (word)
        word->joins = false;
    return true;
}

static bool
take_date(struct pdf_boxes *boxes, struct str tag)
{
    struct str content = STR(""), date;

    (void)pdf_attribute(tag, STR("content"), &content);
    date = day_begin(content);
    if (date.len)
        memcpy(boxes->date, date.ptr, sizeof boxes->date);
    return true;
}

/* Where the title has more than one line, the first is enough. */
static bool
take_title(struct pdf_boxes *boxes, struct str tag)
{
    pdf_text_of(&boxes->title, tag);
    if (buf_failed(&boxes->title))
        buf_clear(&boxes->title);
    return true;
}

bool
pdf_boxes_take(void *user, struct str line)
{
    struct pdf_boxes *boxes = user;
    struct str tag = str_trim(line);

    if (str_starts(tag, STR("<word ")))
        return take_word(boxes, tag);
    if (str_starts(tag, STR("</line>")))
        return end_line(boxes);
    if (str_starts(tag, STR("<page ")))
        return take_page(boxes, tag);
    if (str_starts(tag, STR("<title>")))
        return take_title(boxes, tag);
    if (str_starts(tag, STR("<meta name=\"CreationDate\"")) ||
        str_starts(tag, STR("<meta name=\"ModDate\"")))
        return take_date(boxes, tag); /* the latter comes last */
    if (str_starts(tag, STR("</doc>")))
        boxes->whole = true;
    return true;
}

#endif
