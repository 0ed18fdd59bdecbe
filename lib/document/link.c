/* SPDX-License-Identifier: MIT */

/* What blocks have to do with each other, found in one walk for each kind of
 * link.  Page furniture and tables of contents stand in the way of nothing:
 * a list goes on after a page footer. */

#include "document/link.h"

#include "document/signature.h"

#define HEADING_LEVELS 9
#define SHORT_LEAD_IN 160 /* bytes */
#define LEADER_DOTS 4
#define LONGEST_RUN 20   /* paragraphs */
#define MOST_SENTENCES 2 /* of such a paragraph */

bool
link_is_apart(const struct block *block)
{
    return block->zone == ZONE_FURNITURE || block->zone == ZONE_CONTENTS;
}

/* ---- Furniture ---- */

static void
set_apart(struct block *block)
{
    block->zone = ZONE_FURNITURE;
    if (block->kind != SAMSYN_BLOCK_HEADING)
        return;
    block->kind = SAMSYN_BLOCK_PARAGRAPH;
    block->level = 0;
}

/* What a web page says of itself; text files have been asked line by line. */
static void
mark_furniture(struct samsyn_document *document,
               const struct samsyn_language *language)
{
    for (size_t i = 0; i < document->block_count; i++) {
        struct block *block = &document->blocks[i];
        size_t length = block->end - block->start;

        if (block->row == NO_INDEX && length <= FURNITURE_LONGEST &&
            (block->zone == ZONE_BODY || block->zone == ZONE_HEADING) &&
            furniture_has(&language->furniture,
                          str_make(document->text.ptr + block->start, length)))
            set_apart(block);
    }
}

/* ---- Contents ---- */

/* How many entries "Bakgrund ........ 3" the text consists of; 0 where it ends
 * as anything else. */
static size_t
count_leaders(struct str text)
{
    size_t dots = 0, count = 0;
    bool number = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        if (c == '.' && !number) {
            dots++;
        } else if (c >= '0' && c <= '9' && (number || dots >= LEADER_DOTS)) {
            count += !number;
            number = true;
        } else if (c != ' ') {
            dots = c == '.';
            number = false;
        }
    }
    return number ? count : 0;
}

/* Formats that mark no table of contents have it as a paragraph; text files
 * have been asked line by line. */
static void
mark_contents(struct samsyn_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        struct block *block = &document->blocks[i];

        if (block->row == NO_INDEX && block->zone == ZONE_BODY &&
            count_leaders(str_make(document->text.ptr + block->start,
                                   block->end - block->start)) > 1)
            block->zone = ZONE_CONTENTS;
    }
}

/* ---- Headings ---- */

static void
link_headings(struct samsyn_document *document)
{
    /* The last heading of each level that still stands above. */
    uint32_t above[HEADING_LEVELS + 1];
    size_t deepest = 0; /* the level of the last heading */

    for (size_t i = 0; i <= HEADING_LEVELS; i++)
        above[i] = NO_INDEX;
    for (size_t i = 0; i < document->block_count; i++) {
        struct block *block = &document->blocks[i];

        if (block->zone != ZONE_HEADING) {
            block->heading = above[deepest];
            continue;
        }
        block->heading = above[block->level - 1];
        for (size_t level = block->level; level <= HEADING_LEVELS; level++)
            above[level] = (uint32_t)i;
        deepest = block->level;
    }
}

/* ---- Lead-ins of lists ---- */

/* Lists inside lists, the innermost last. */
struct list {
    uint8_t level;
    uint32_t lead_in;
    uint32_t last; /* its last item */
};

static bool
ends_in_colon(const struct samsyn_document *document, const struct block *block)
{
    return document->text.ptr[block->end - 1] == ':';
}

static bool
leads_in(const struct samsyn_document *document, const struct block *block)
{
    if (block->kind == SAMSYN_BLOCK_HEADING)
        return true;
    return block->kind == SAMSYN_BLOCK_PARAGRAPH &&
           (ends_in_colon(document, block) ||
            block->end - block->start <= SHORT_LEAD_IN);
}

static bool
link_item(struct vec *lists, struct block *block, uint32_t index,
          uint32_t before)
{
    struct list *list = vec_last(lists);
    uint32_t lead_in = before;

    while (list && list->level > block->level) {
        lists->len--;
        list = vec_last(lists);
    }
    if (!list || list->level < block->level) {
        if (list)
            lead_in = list->last;
        list = vec_push(lists);
        if (!list)
            return false;
        list->level = block->level;
        list->lead_in = lead_in;
    }
    list->last = index;
    block->lead_in = list->lead_in;
    return true;
}

/* A list that has no labels: paragraphs below one that ends in a colon. */
struct led {
    uint32_t lead_in; /* NO_INDEX for none */
    size_t count;
    bool lower; /* they begin with small letters */
};

static bool
is_lower(const struct samsyn_document *document, const struct block *block)
{
    const struct word *word = &document->words[block->word_first];

    return block->word_first < block->word_end && word->start == block->start &&
           !(word->flags & WORD_CAPITAL) && !(word->flags & WORD_DIGITS);
}

/* The paragraph is one more of the run: short, and begun like the others.
 * One that leads in others is so only right below. */
static bool
is_led_in(const struct samsyn_document *document, const struct led *led,
          const struct block *block)
{
    if (led->lead_in == NO_INDEX || led->count == LONGEST_RUN ||
        block->kind != SAMSYN_BLOCK_PARAGRAPH || block->zone != ZONE_BODY ||
        block->sentence_end - block->sentence_first > MOST_SENTENCES ||
        (led->count && ends_in_colon(document, block)))
        return false;
    return !led->count || led->lower == is_lower(document, block);
}

static void
link_paragraph(const struct samsyn_document *document, struct led *led,
               struct block *block, uint32_t index)
{
    if (is_led_in(document, led, block)) {
        block->lead_in = led->lead_in;
        led->lower = is_lower(document, block);
        led->count++;
    } else {
        led->lead_in = NO_INDEX;
    }
    if (block->kind == SAMSYN_BLOCK_PARAGRAPH && ends_in_colon(document, block))
        *led = (struct led){ index, 0, false };
}

static bool
link_items(struct samsyn_document *document)
{
    uint32_t before = NO_INDEX; /* what may lead in the next list */
    struct led led = { NO_INDEX, 0, false };
    struct vec lists;
    bool fine = true;

    vec_init(&lists, &document->arena.mem, sizeof(struct list));
    for (size_t i = 0; fine && i < document->block_count; i++) {
        struct block *block = &document->blocks[i];

        if (link_is_apart(block))
            continue;
        if (block->kind == SAMSYN_BLOCK_ITEM) {
            fine = link_item(&lists, block, (uint32_t)i, before);
            led.lead_in = NO_INDEX;
            continue;
        }
        vec_clear(&lists);
        before = leads_in(document, block) ? (uint32_t)i : NO_INDEX;
        link_paragraph(document, &led, block, (uint32_t)i);
    }
    vec_done(&lists);
    return fine;
}

/* ---- Titles of columns ---- */

/* A row of titles: what they title from here on. */
static bool
note_titles(struct vec *titles, const struct samsyn_document *document,
            const struct row *row)
{
    vec_clear(titles);
    for (uint32_t i = row->block_first; i < row->block_end; i++) {
        const struct block *block = &document->blocks[i];

        while (titles->len < (size_t)block->column + block->span) {
            uint32_t *title = vec_push(titles);

            if (!title)
                return false;
            *title = titles->len > block->column ? i : NO_INDEX;
        }
    }
    return true;
}

static void
link_row(const struct vec *titles, struct samsyn_document *document,
         const struct row *row)
{
    const uint32_t *title = titles->data;

    for (uint32_t i = row->block_first; i < row->block_end; i++) {
        struct block *block = &document->blocks[i];

        if (block->column < titles->len)
            block->header = title[block->column];
    }
}

static bool
link_cells(struct samsyn_document *document)
{
    struct vec titles;
    bool fine = true;

    vec_init(&titles, &document->arena.mem, sizeof(uint32_t));
    for (size_t i = 0; fine && i < document->row_count; i++) {
        const struct row *row = &document->rows[i];

        if (i && row->table != document->rows[i - 1].table)
            vec_clear(&titles);
        if (row->header)
            fine = note_titles(&titles, document, row);
        else
            link_row(&titles, document, row);
    }
    vec_done(&titles);
    return fine;
}

samsyn_status
link_document(struct samsyn_document *document,
              const struct samsyn_language *language, const struct vec *rules)
{
    if (!link_cells(document))
        return SAMSYN_E_NOMEM;
    mark_furniture(document, language);
    mark_contents(document);
    signature_mark(document, language, rules);
    link_headings(document);
    return link_items(document) ? SAMSYN_OK : SAMSYN_E_NOMEM;
}
