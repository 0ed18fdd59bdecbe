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

/* A stretch of blocks, and the area that it belongs to. */
struct stretch {
    uint32_t area, first, end;
};

/* Areas as they are named.  One that is named again goes on. */
struct naming {
    struct vec names;     /* of uint32_t: the block that names each area */
    struct vec stretches; /* of struct stretch, in reading order */
    size_t passed_over;   /* areas beyond the most that are kept */
};

static const struct focus_definition *
definition_of(const struct search *search)
{
    return &search->checklist->items.focus;
}

/* Whether a heading is the first of its document, and in its title. */
static bool
is_first_heading(const struct search *search, uint32_t block, uint32_t *end)
{
    const struct samsyn_document *document = search->document;
    const struct set_member *member;

    *end = document_main_blocks(document);
    if (block < *end || document->member_count == 0)
        return block == search->first_heading && block < search->title_end;
    member = &document->members[document_member_of(
        document, document->blocks[block].start)];
    *end = member->block_end;
    return block == member->first_heading &&
           block < title_end(document, member->block_first, member->block_end);
}

/* The heading over all others. */
bool
outline_is_title(const struct search *search, uint32_t block)
{
    const struct samsyn_document *document = search->document;
    uint32_t end;

    if (!is_first_heading(search, block, &end))
        return false;
    for (uint32_t i = block + 1; i < end; i++) {
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
           parts_is_assessed(search, block) &&
           !says(search, block, definition_of(search)->unless);
}

static uint32_t
name_at(const struct naming *naming, size_t area)
{
    return *(uint32_t *)vec_at(&naming->names, area);
}

static void
forget(struct naming *naming)
{
    vec_clear(&naming->names);
    vec_clear(&naming->stretches);
    naming->passed_over = 0;
}

static void
add_stretch(struct search *search, struct naming *naming,
            struct stretch stretch)
{
    struct stretch *slot = vec_push(&naming->stretches);

    if (slot)
        *slot = stretch;
    else
        search->failed = true;
}

static void
name_area(struct search *search, struct naming *naming, uint32_t block,
          uint32_t end)
{
    struct stretch stretch = { (uint32_t)naming->names.len, block, end };
    uint32_t *slot;

    if (naming->names.len >= AREAS_MOST) {
        naming->passed_over++;
        return;
    }
    slot = vec_push(&naming->names);
    if (slot)
        *slot = block;
    else
        search->failed = true;
    add_stretch(search, naming, stretch);
}

/* ---- The ways to name areas ---- */

static bool
names_by_heading(const struct search *search, uint32_t block)
{
    return search->document->blocks[block].kind == SAMSYN_BLOCK_HEADING &&
           !outline_is_title(search, block) &&
           says(search, block, definition_of(search)->heading) &&
           can_name(search, block);
}

/* The highest level at which there are enough such headings; 0 for none.  A
 * heading above them is their chapter ("Our focus areas"). */
static unsigned
level_of_areas(const struct search *search)
{
    size_t counts[UINT8_MAX + 1] = { 0 };
    unsigned level = 0;

    for (uint32_t i = 0; i < search->document->block_count; i++) {
        if (names_by_heading(search, i))
            counts[search->document->blocks[i].level]++;
    }
    while (level <= UINT8_MAX && counts[level] < AREAS_LEAST)
        level++;
    return level <= UINT8_MAX ? level : 0;
}

/* Whether a heading of the level that areas have stands in a section. */
static bool
holds_level(const struct search *search, uint32_t block, unsigned level)
{
    for (uint32_t i = block + 1; i < search->section_end[block]; i++) {
        if (search->document->blocks[i].level == level &&
            names_by_heading(search, i))
            return true;
    }
    return false;
}

/* What stands under an area and says that it is one ("Measures in the focus
 * area") is a part of it. */
static void
by_headings(struct search *search, struct naming *naming)
{
    unsigned level = level_of_areas(search);
    uint32_t inside = 0;

    for (uint32_t i = 0; i < search->document->block_count; i++) {
        unsigned own = search->document->blocks[i].level;

        if (!names_by_heading(search, i) || (own > level && i < inside) ||
            (own < level && holds_level(search, i, level)))
            continue;
        name_area(search, naming, i, search->section_end[i]);
        if (own == level)
            inside = search->section_end[i];
    }
}

/* The headings one step below a heading. */
static void
headings_under(struct search *search, uint32_t above, struct naming *naming)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = above + 1; i < search->section_end[above]; i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING &&
            document->blocks[i].heading == above && can_name(search, i))
            name_area(search, naming, i, search->section_end[i]);
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

/* The entries of the first list from a block on; what is led in by something
 * else is another list. */
static void
entries_from(struct search *search, uint32_t from, uint32_t end,
             struct naming *naming)
{
    const struct block *blocks = search->document->blocks;
    uint32_t i = from, lead_in;

    while (i < end && blocks[i].kind != SAMSYN_BLOCK_ITEM)
        i++;
    lead_in = i < end ? blocks[i].lead_in : NO_INDEX;
    while (i < end && blocks[i].kind == SAMSYN_BLOCK_ITEM &&
           blocks[i].lead_in == lead_in) {
        uint32_t next = item_end(search->document, i, end);

        if (can_name(search, i))
            name_area(search, naming, i, next);
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
is_empty(const struct samsyn_document *document, uint32_t block)
{
    return document->blocks[block].word_first ==
           document->blocks[block].word_end;
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

/* The area that a cell names again; NO_INDEX where it is a new one. */
static uint32_t
named_before(const struct search *search, const struct naming *naming,
             uint32_t cell)
{
    for (uint32_t i = 0; i < naming->names.len; i++) {
        if (same_text(search->document, name_at(naming, i), cell))
            return i;
    }
    return NO_INDEX;
}

/* Whether the rows below, where they name nothing, are the area's too. */
static bool
name_cell(struct search *search, uint32_t cell, const struct row *row,
          struct naming *naming)
{
    uint32_t area = named_before(search, naming, cell);
    size_t passed_over = naming->passed_over;

    if (area == NO_INDEX)
        name_area(search, naming, cell, row->block_end);
    else
        add_stretch(search, naming,
                    (struct stretch){ area, cell, row->block_end });
    return naming->passed_over == passed_over;
}

/* Each text in one column of a table, with the rows down to the next one that
 * has something there. */
static void
cells_of(struct search *search, uint32_t first, uint32_t column,
         struct naming *naming)
{
    const struct samsyn_document *document = search->document;
    bool open = false;

    for (uint32_t i = first;
         i < document->row_count &&
         document->rows[i].table == document->rows[first].table;
         i++) {
        const struct row *row = &document->rows[i];
        uint32_t cell = cell_in(document, i, column);

        if (row->header)
            continue;
        if (cell == NO_INDEX || is_empty(document, cell)) {
            if (open)
                ((struct stretch *)vec_last(&naming->stretches))->end =
                    row->block_end;
            continue;
        }
        open = can_name(search, cell) && name_cell(search, cell, row, naming);
        if (search->failed)
            return;
    }
}

/* The rows of the first table in a section, by their first column. */
static void
rows_under(struct search *search, uint32_t above, uint32_t end,
           struct naming *naming)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = above + 1; i < end; i++) {
        uint32_t row = document->blocks[i].row;

        if (row == NO_INDEX)
            continue;
        cells_of(search, row, document->blocks[i].column, naming);
        return;
    }
}

static bool
enough(const struct search *search, const struct naming *naming)
{
    return search->failed || naming->names.len >= AREAS_LEAST;
}

/* What an introducing block introduces, by the first way that gives enough. */
static void
under_block(struct search *search, uint32_t block, struct naming *naming)
{
    const struct samsyn_document *document = search->document;
    bool heading = document->blocks[block].kind == SAMSYN_BLOCK_HEADING;
    uint32_t end =
        heading ? search->section_end[block] : (uint32_t)document->block_count;

    if (heading)
        headings_under(search, block, naming);
    if (enough(search, naming))
        return;
    forget(naming);
    if (heading ||
        (block + 1 < end && document->blocks[block + 1].lead_in == block))
        entries_from(search, block + 1, end, naming);
    if (enough(search, naming))
        return;
    forget(naming);
    if (heading)
        rows_under(search, block, end, naming);
}

static void
by_lists(struct search *search, struct naming *naming)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = 0; i < document->block_count; i++) {
        uint8_t zone = document->blocks[i].zone;

        if ((zone != ZONE_BODY && zone != ZONE_HEADING) ||
            !says(search, i, definition_of(search)->list))
            continue;
        forget(naming);
        under_block(search, i, naming);
        if (enough(search, naming))
            return;
    }
}

/* The first row of the next table. */
static uint32_t
next_table(const struct samsyn_document *document, uint32_t row)
{
    uint32_t next = row + 1;

    while (next < document->row_count &&
           document->rows[next].table == document->rows[row].table)
        next++;
    return next;
}

/* By the first title of each table that says what its column holds. */
static void
by_columns(struct search *search, struct naming *naming)
{
    const struct samsyn_document *document = search->document;
    uint32_t i = 0;

    while (i < document->row_count) {
        uint32_t column =
            document->rows[i].header ? naming_column(search, i) : NO_INDEX;

        if (column == NO_INDEX) {
            i++;
            continue;
        }
        forget(naming);
        cells_of(search, i, column, naming);
        if (enough(search, naming))
            return;
        i = next_table(document, i);
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
own_blocks(struct search *search, const struct naming *naming)
{
    const struct samsyn_document *document = search->document;

    for (size_t i = 0; i < naming->stretches.len; i++) {
        const struct stretch *stretch = vec_at(&naming->stretches, i);
        uint32_t row = document->blocks[stretch->first].row;
        uint32_t first =
            row == NO_INDEX ? stretch->first : document->rows[row].block_first;

        for (uint32_t k = first; k < stretch->end; k++)
            search->outline.area_of[k] = stretch->area;
    }
}

static bool
make_areas(struct search *search, const struct naming *naming)
{
    const struct samsyn_document *document = search->document;
    struct outline *outline = &search->outline;
    size_t count = naming->names.len;

    if (count < AREAS_LEAST)
        return true;
    outline->areas = arena_array(&search->arena, count, sizeof *outline->areas);
    if (!outline->areas)
        return false;
    outline->areas_passed_over = naming->passed_over;
    outline->area_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &document->blocks[name_at(naming, i)];

        outline->areas[i].title_start = block->start;
        outline->areas[i].title_end = name_end(document, block);
    }
    own_blocks(search, naming);
    return true;
}

static bool
find_all(struct search *search, struct naming *naming)
{
    static void (*const ways[])(struct search *,
                                struct naming *) = { by_headings, by_lists,
                                                     by_columns };

    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        forget(naming);
        ways[i](search, naming);
        if (enough(search, naming))
            break;
    }
    return !search->failed && make_areas(search, naming);
}

bool
focus_find(struct search *search)
{
    size_t count = search->document->block_count;
    const samsyn_allocator *mem = &search->config->mem;
    struct naming naming;
    bool good;

    search->outline.area_of =
        arena_array(&search->arena, count + 1, sizeof(uint32_t));
    if (!search->outline.area_of)
        return false;
    for (size_t i = 0; i <= count; i++)
        search->outline.area_of[i] = NO_INDEX;
    if (!definition_of(search)->given)
        return true;
    vec_init(&naming.names, mem, sizeof(uint32_t));
    vec_init(&naming.stretches, mem, sizeof(struct stretch));
    good = find_all(search, &naming);
    vec_done(&naming.names);
    vec_done(&naming.stretches);
    return good;
}
