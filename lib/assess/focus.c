/* SPDX-License-Identifier: MIT */

/* Finds the focus areas that a document names: headings that say what they
 * are, else what stands directly under a heading or lead-in that introduces
 * them (headings, list entries, table rows), else the texts of a column.  The
 * first of these ways that gives two or more is the document's; with fewer the
 * document is the one area.
 *
 * Everything is by block: area_of[] says to which area a block belongs, and
 * the ranges of an area are made from that. */

#include "assess/outline.h"

#include <string.h>

enum {
    AREAS_LEAST = 2,
    AREAS_MOST = 200,
    NAME_WORDS = 16
};

/* Where an area is named, and from there to which block it reaches. */
struct naming {
    uint32_t block, end;
};

static const struct focus_definition *
definition_of(const struct search *search)
{
    return &search->checklist->items.focus;
}

/* The heading over all others. */
bool
outline_is_title(const struct search *search, uint32_t block)
{
    const struct samsyn_document *document = search->document;

    if (block != search->first_heading || block >= search->title_end)
        return false;
    for (uint32_t i = block + 1; i < document->block_count; i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING)
            return document->blocks[i].heading == block;
    }
    return true;
}

static bool
says(const struct search *search, uint32_t block, int64_t concept)
{
    return concept >= 0 && holds_concept(search, block, (size_t) concept);
}

/* A block that can name an area, and does not say that it is none. */
static bool
can_name(const struct search *search, uint32_t block)
{
    const struct block *named = &search->document->blocks[block];

    return (named->zone == ZONE_BODY || named->zone == ZONE_HEADING) &&
           named->word_first < named->word_end &&
           !says(search, block, definition_of(search)->unless);
}

static void
name_area(struct search *search, struct vec *namings, uint32_t block,
          uint32_t end)
{
    struct naming *slot;

    if (namings->len >= AREAS_MOST)
        return;
    slot = vec_push(namings);
    if (slot)
        *slot = (struct naming){ block, end };
    else
        search->failed = true;
}

/* ---- The ways to name areas ---- */

static void
by_headings(struct search *search, struct vec *namings)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = 0; i < document->block_count; i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING &&
            !outline_is_title(search, i) &&
            says(search, i, definition_of(search)->heading) &&
            can_name(search, i))
            name_area(search, namings, i, search->section_end[i]);
    }
}

/* The headings one step below a heading. */
static void
headings_under(struct search *search, uint32_t above, struct vec *namings)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = above + 1; i < search->section_end[above]; i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING &&
            document->blocks[i].heading == above && can_name(search, i))
            name_area(search, namings, i, search->section_end[i]);
    }
}

static uint32_t
item_end(const struct samsyn_document *document, uint32_t item, uint32_t end)
{
    uint32_t i = item + 1;

    while (i < end && document->blocks[i].kind == SAMSYN_BLOCK_ITEM &&
           document->blocks[i].level > document->blocks[item].level)
        i++;
    return i;
}

/* The entries of the first list from a block on. */
static void
entries_from(struct search *search, uint32_t from, uint32_t end,
             struct vec *namings)
{
    const struct samsyn_document *document = search->document;
    uint32_t i = from;

    while (i < end && document->blocks[i].kind != SAMSYN_BLOCK_ITEM)
        i++;
    while (i < end && document->blocks[i].kind == SAMSYN_BLOCK_ITEM) {
        uint32_t next = item_end(document, i, end);

        if (can_name(search, i))
            name_area(search, namings, i, next);
        i = next;
    }
}

/* The column of a table that names areas, by its header row; NO_INDEX where
 * none does. */
static uint32_t
naming_column(const struct search *search, uint32_t header)
{
    const struct row *row = &search->document->rows[header];

    for (uint32_t i = row->block_first; i < row->block_end; i++) {
        if (says(search, i, definition_of(search)->column) ||
            says(search, i, definition_of(search)->heading))
            return search->document->blocks[i].column;
    }
    return NO_INDEX;
}

static uint32_t
cell_in(const struct samsyn_document *document, uint32_t row, uint32_t column)
{
    const struct row *cells = &document->rows[row];

    for (uint32_t i = cells->block_first; i < cells->block_end; i++) {
        if (document->blocks[i].column == column)
            return i;
    }
    return NO_INDEX;
}

static bool
same_text(const struct samsyn_document *document, uint32_t a, uint32_t b)
{
    const struct block *left = &document->blocks[a];
    const struct block *right = &document->blocks[b];

    return left->end - left->start == right->end - right->start &&
           memcmp(document->folded + left->start,
                  document->folded + right->start,
                  left->end - left->start) == 0;
}

/* Each text in one column of a table, with the rows down to the next one. */
static void
cells_of(struct search *search, uint32_t first, uint32_t column,
         struct vec *namings)
{
    const struct samsyn_document *document = search->document;
    size_t begun = namings->len;

    for (uint32_t i = first;
         i < document->row_count &&
         document->rows[i].table == document->rows[first].table;
         i++) {
        uint32_t cell = cell_in(document, i, column);
        struct naming *last = namings->len > begun ? vec_last(namings) : NULL;

        if (document->rows[i].header)
            continue;
        if (cell == NO_INDEX || !can_name(search, cell) ||
            (last && same_text(document, cell, last->block))) {
            if (last)
                last->end = document->rows[i].block_end;
            continue;
        }
        name_area(search, namings, cell, document->rows[i].block_end);
    }
}

/* The rows of the first table in a section, by their first column. */
static void
rows_under(struct search *search, uint32_t above, uint32_t end,
           struct vec *namings)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = above + 1; i < end; i++) {
        uint32_t row = document->blocks[i].row;

        if (row == NO_INDEX)
            continue;
        cells_of(search, row, document->blocks[i].column, namings);
        return;
    }
}

static bool
enough(const struct search *search, const struct vec *namings)
{
    return search->failed || namings->len >= AREAS_LEAST;
}

/* What an introducing block introduces, by the first way that gives enough. */
static void
under_block(struct search *search, uint32_t block, struct vec *namings)
{
    const struct samsyn_document *document = search->document;
    bool heading = document->blocks[block].kind == SAMSYN_BLOCK_HEADING;
    uint32_t end =
        heading ? search->section_end[block] : (uint32_t)document->block_count;

    if (heading)
        headings_under(search, block, namings);
    if (enough(search, namings))
        return;
    vec_clear(namings);
    if (heading ||
        (block + 1 < end && document->blocks[block + 1].lead_in == block))
        entries_from(search, block + 1, end, namings);
    if (enough(search, namings))
        return;
    vec_clear(namings);
    if (heading)
        rows_under(search, block, end, namings);
}

static void
by_lists(struct search *search, struct vec *namings)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = 0; i < document->block_count; i++) {
        uint8_t zone = document->blocks[i].zone;

        if ((zone != ZONE_BODY && zone != ZONE_HEADING) ||
            !says(search, i, definition_of(search)->list))
            continue;
        vec_clear(namings);
        under_block(search, i, namings);
        if (enough(search, namings))
            return;
    }
}

static void
by_columns(struct search *search, struct vec *namings)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = 0; i < document->row_count; i++) {
        uint32_t column;

        if (!document->rows[i].header)
            continue;
        column = naming_column(search, i);
        if (column == NO_INDEX)
            continue;
        vec_clear(namings);
        cells_of(search, i, column, namings);
        if (enough(search, namings))
            return;
    }
}

/* ---- From names to areas ---- */

/* The name without what explains it: to the first mark that ends a name. */
static uint32_t
name_end(const struct samsyn_document *document, const struct block *block)
{
    uint32_t word = block->word_first, end = block->word_end;

    if (block->kind == SAMSYN_BLOCK_HEADING)
        return block->end;
    if (end - word > NAME_WORDS)
        end = word + NAME_WORDS;
    if (block->sentence_first < block->sentence_end &&
        document->sentences[block->sentence_first].word_end < end)
        end = document->sentences[block->sentence_first].word_end;
    for (uint32_t i = word + 1; i < end; i++) {
        unsigned glue = document->words[i].glue;

        if ((glue & 0x7fu) == ':' || glue == '-')
            end = i;
    }
    return document->words[end - 1].start + document->words[end - 1].length;
}

/* An area that stands inside another's stretch is its own. */
static void
own_blocks(struct search *search, const struct vec *namings)
{
    uint32_t *area_of = search->outline.area_of;

    for (uint32_t i = 0; i < namings->len; i++) {
        const struct naming *naming = vec_at(namings, i);
        uint32_t row = search->document->blocks[naming->block].row;
        uint32_t first = naming->block;

        if (row != NO_INDEX)
            first = search->document->rows[row].block_first;
        for (uint32_t k = first; k < naming->end; k++)
            area_of[k] = i;
    }
}

static bool
make_areas(struct search *search, const struct vec *namings)
{
    const struct samsyn_document *document = search->document;
    struct outline *outline = &search->outline;

    if (namings->len < AREAS_LEAST)
        return true;
    outline->areas =
        arena_array(&search->arena, namings->len, sizeof *outline->areas);
    if (!outline->areas)
        return false;
    outline->area_count = namings->len;
    for (size_t i = 0; i < namings->len; i++) {
        const struct naming *naming = vec_at(namings, i);
        const struct block *block = &document->blocks[naming->block];

        outline->areas[i].title_start = block->start;
        outline->areas[i].title_end = name_end(document, block);
    }
    own_blocks(search, namings);
    return true;
}

static bool
find_all(struct search *search, struct vec *namings)
{
    static void (*const ways[])(
        struct search *, struct vec *) = { by_headings, by_lists, by_columns };

    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        vec_clear(namings);
        ways[i](search, namings);
        if (enough(search, namings))
            break;
    }
    return !search->failed && make_areas(search, namings);
}

bool
focus_find(struct search *search)
{
    size_t count = search->document->block_count;
    struct vec namings;
    bool good;

    search->outline.area_of =
        arena_array(&search->arena, count + 1, sizeof(uint32_t));
    if (!search->outline.area_of)
        return false;
    for (size_t i = 0; i <= count; i++)
        search->outline.area_of[i] = NO_INDEX;
    if (!definition_of(search)->given)
        return true;
    vec_init(&namings, &search->config->mem, sizeof(struct naming));
    good = find_all(search, &namings);
    vec_done(&namings);
    return good;
}
