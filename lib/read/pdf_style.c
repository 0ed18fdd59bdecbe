/* SPDX-License-Identifier: MIT */

/* Reads what pdftohtml -xml says of fonts: nothing else tells which words are
 * bold.  It counts a page's width in units of its own, one and a half to the
 * point. */

#ifdef READ_PDF

#include "read/pdf_style.h"

#include "read/lookup.h"
#include "read/pdf_lines.h"

#include <stdlib.h>

#define MOST_RUNS PDF_MOST_WORDS
#define MOST_FONTS 4096
#define MOST_ENTRIES 10000
#define MOST_ENTRY_TEXT ((size_t)1 << 20)
#define MOST_LOOKS 200 /* runs that are looked at for one word */
#define DEEPEST 9

struct font {
    int32_t id; /* hundredths, as all numbers here */
    int32_t size;
    uint16_t face;
};

void
pdf_style_init(struct pdf_style *style, const samsyn_allocator *mem)
{
    *style = (struct pdf_style){ .pages = 0 };
    vec_init(&style->runs, mem, sizeof(struct pdf_run));
    vec_init(&style->fonts, mem, sizeof(struct font));
    vec_init(&style->entries, mem, sizeof(struct pdf_entry));
    buf_init(&style->text, mem, MOST_ENTRY_TEXT);
}

void
pdf_style_done(struct pdf_style *style)
{
    vec_done(&style->runs);
    vec_done(&style->fonts);
    vec_done(&style->entries);
    buf_done(&style->text);
}

/* ---- What it says ---- */

/* Its units to hundredths of a point. */
static int32_t
in_points(int32_t number)
{
    return number * 2 / 3;
}

/* The family, without the six letters and the plus sign that tell subsets of
 * a font apart, and the colour. */
static uint16_t
face_of(struct str tag)
{
    struct str family = STR(""), color = STR("");
    uint32_t sum;

    (void)pdf_attribute(tag, STR("family"), &family);
    (void)pdf_attribute(tag, STR("color"), &color);
    if (family.len > 7 && family.ptr[6] == '+')
        family = str_make(family.ptr + 7, family.len - 7);
    sum = lookup_hash(lookup_hash(LOOKUP_SEED, family), color);
    return (uint16_t)(sum ^ sum >> 16);
}

static bool
take_font(struct pdf_style *style, struct str tag)
{
    struct font font, *slot;

    if (style->fonts.len == MOST_FONTS ||
        !pdf_hundredths(tag, STR("id"), &font.id) ||
        !pdf_hundredths(tag, STR("size"), &font.size))
        return true;
    font.face = face_of(tag);
    slot = vec_push(&style->fonts);
    style->failed = !slot;
    if (slot)
        *slot = font;
    return slot != NULL;
}

/* Fonts are numbered as they come, so that most stand where they should. */
static void
set_font(const struct pdf_style *style, struct pdf_run *run, int32_t id)
{
    const struct font *fonts = style->fonts.data;
    size_t index = id >= 0 ? (size_t)id / 100 : 0;
    int32_t size;

    if (index >= style->fonts.len || fonts[index].id != id)
        return;
    size = in_points(fonts[index].size);
    run->size = size > 0 && size < UINT16_MAX ? (uint16_t)size : 0;
    run->face = fonts[index].face;
}

/* <b>, also inside <i> or a link, before the text begins. */
static bool
is_bold(struct str text)
{
    size_t at = 0;

    while (at + 2 < text.len && text.ptr[at] == '<') {
        const char *end = memchr(text.ptr + at, '>', text.len - at);

        if (text.ptr[at + 1] == 'b' && text.ptr[at + 2] == '>')
            return true;
        if (!end)
            return false;
        at = (size_t)(end - text.ptr) + 1;
    }
    return false;
}

static bool
take_run(struct pdf_style *style, struct str tag)
{
    const char *content = memchr(tag.ptr, '>', tag.len);
    struct pdf_run run = { .page = style->pages - 1 }, *slot;
    int32_t top, left, width, height, font;

    if (!content || !style->pages || style->runs.len == MOST_RUNS ||
        !pdf_hundredths(tag, STR("top"), &top) ||
        !pdf_hundredths(tag, STR("left"), &left) ||
        !pdf_hundredths(tag, STR("width"), &width) ||
        !pdf_hundredths(tag, STR("height"), &height) ||
        !pdf_hundredths(tag, STR("font"), &font))
        return true;
    run.box =
        (struct pdf_box){ in_points(left), in_points(top),
                          in_points(left + width), in_points(top + height) };
    set_font(style, &run, font);
    content++;
    run.bold =
        is_bold(str_make(content, tag.len - (size_t)(content - tag.ptr)));
    slot = vec_push(&style->runs);
    style->failed = !slot;
    if (slot)
        *slot = run;
    return slot != NULL;
}

static bool
take_entry(struct pdf_style *style, struct str tag)
{
    struct pdf_entry entry = { .level = style->depth }, *slot;
    int32_t page;

    if (style->entries.len == MOST_ENTRIES || style->depth < 1 ||
        !pdf_hundredths(tag, STR("page"), &page) || page < 100)
        return true;
    entry.page = (uint32_t)page / 100 - 1;
    entry.text = (uint32_t)style->text.len;
    pdf_text_of(&style->text, tag);
    if (buf_failed(&style->text))
        return true; /* no more entries: what is there is true */
    entry.length = (uint32_t)style->text.len - entry.text;
    slot = vec_push(&style->entries);
    style->failed = !slot;
    if (slot)
        *slot = entry;
    return slot != NULL;
}

bool
pdf_style_take(void *user, struct str line)
{
    struct pdf_style *style = user;
    struct str tag = str_trim(line);

    if (str_starts(tag, STR("<text ")))
        return take_run(style, tag);
    if (str_starts(tag, STR("<fontspec ")))
        return take_font(style, tag);
    if (str_starts(tag, STR("<item ")))
        return take_entry(style, tag);
    if (str_starts(tag, STR("<page ")))
        style->pages++;
    else if (str_starts(tag, STR("<outline>")))
        style->depth += style->depth < DEEPEST;
    else if (str_starts(tag, STR("</outline>")))
        style->depth -= style->depth > 0;
    return true;
}

/* ---- What it means for words ---- */

static int
compare_runs(const void *a, const void *b)
{
    const struct pdf_run *first = a, *second = b;

    if (first->page != second->page)
        return first->page < second->page ? -1 : 1;
    if (first->box.y0 != second->box.y0)
        return first->box.y0 < second->box.y0 ? -1 : 1;
    return first->box.x0 < second->box.x0 ? -1 : first->box.x0 > second->box.x0;
}

/* The first run on @p page that begins at @p y or below. */
static size_t
first_run(const struct pdf_style *style, uint32_t page, int32_t y)
{
    const struct pdf_run *runs = style->runs.data;
    size_t low = 0, high = style->runs.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (runs[middle].page < page ||
            (runs[middle].page == page && runs[middle].box.y0 < y))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
is_inside(const struct pdf_box *box, int32_t x, int32_t y)
{
    return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

static void
apply_to(const struct pdf_style *style, struct pdf_word *word, uint32_t page)
{
    const struct pdf_run *runs = style->runs.data;
    const struct pdf_box *box = &word->box;
    int32_t x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
    size_t at = first_run(style, page, y - 2 * (box->y1 - box->y0));

    for (size_t i = 0; i < MOST_LOOKS && at < style->runs.len; i++, at++) {
        if (runs[at].page != page || runs[at].box.y0 > y)
            return;
        if (!is_inside(&runs[at].box, x, y))
            continue;
        word->size = runs[at].size;
        word->face = runs[at].face;
        word->bold = runs[at].bold;
        return;
    }
}

void
pdf_style_apply(struct pdf_style *style, struct pdf_boxes *boxes)
{
    const struct pdf_page *pages = boxes->pages.data;

    if (!style->runs.len)
        return;
    qsort(style->runs.data, style->runs.len, sizeof(struct pdf_run),
          compare_runs);
    for (size_t i = 0; i < boxes->pages.len; i++) {
        for (size_t k = pages[i].first; k < pages[i].end; k++)
            apply_to(style, pdf_word_at(boxes, k), (uint32_t)i);
    }
}

#endif
