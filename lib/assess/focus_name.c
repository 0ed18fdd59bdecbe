/* SPDX-License-Identifier: MIT */

/* What is said of a focus area often stands elsewhere than under its heading:
 * in a table of measures, a list of goals, a chapter on causes.  Such a block
 * begins with the area's name, or a word of it that no other area's name has:
 * "Stölderna" for "Cykelstölder vid resecentrum".  A table may name an area
 * once for many rows, in a row of its own or as the title of its first column.
 *
 * Whether a word is of a name is found once for each distinct word of the
 * document, so the cost does not grow with its length. */

#include "assess/outline.h"

#include <string.h>

enum {
    KEY_LEAST = 4,    /* bytes of a word that can stand for a name */
    KEYS_MOST = 600,  /* in all names */
    ENDING_MOST = 4,  /* bytes in which two forms of a word may differ */
    STEM_LEAST = 5,   /* bytes of a part of a compound */
    BEGIN_WORDS = 4,  /* of running text that can name its area */
    ENTRY_WORDS = 40, /* of a heading, list entry or table row */
    UNSEEN = 0,
    NO_AREA = 1, /* none, or several; area n is n + FIRST_AREA */
    FIRST_AREA = 2
};

/* A word of an area's name. */
struct key {
    struct str form;
    uint32_t area;
    bool shared; /* in another name too */
};

struct joining {
    struct search *search;
    struct vec keys;
    uint32_t *of_form; /* by distinct word */
    uint32_t table;    /* where a row has named an area */
    uint32_t band;     /* that area, for the rows that follow; or NO_INDEX */
};

/* ---- Words of names ---- */

static size_t
common_start(struct str a, struct str b)
{
    size_t length = 0;

    while (length < a.len && length < b.len && a.ptr[length] == b.ptr[length])
        length++;
    return length;
}

/* Whether @p part without its ending stands in @p whole, towards its end. */
static bool
ends_compound(struct str whole, struct str part)
{
    size_t stem = part.len > ENDING_MOST + STEM_LEAST ? part.len - ENDING_MOST
                                                      : STEM_LEAST;

    if (part.len < STEM_LEAST || whole.len < stem + 3)
        return false;
    for (size_t at = 3; at + stem <= whole.len; at++) {
        if (whole.len - at <= part.len + ENDING_MOST &&
            memcmp(whole.ptr + at, part.ptr, stem) == 0)
            return true;
    }
    return false;
}

/* Two forms of a word, or a compound and its last part.  Where both have an
 * ending more must be the same: "skolk" is no form of "skola". */
static bool
same_word(struct str a, struct str b)
{
    size_t start = common_start(a, b);
    bool both = start < a.len && start < b.len;

    if (start >= (both ? STEM_LEAST : KEY_LEAST) &&
        a.len - start <= ENDING_MOST && b.len - start <= ENDING_MOST)
        return true;
    return ends_compound(a, b) || ends_compound(b, a);
}

/* Words that every text is full of stand for no name: "för" in "Stöd för
 * unga". */
static bool
add_key(struct joining *joining, uint32_t area, struct str form)
{
    const struct samsyn_language *language =
        joining->search->checklist->language;
    struct key *slot;

    if (form.len < KEY_LEAST || joining->keys.len >= KEYS_MOST ||
        word_set_has(&language->small_words, form))
        return true;
    slot = vec_push(&joining->keys);
    if (slot)
        *slot = (struct key){ form, area, false };
    return slot != NULL;
}

/* Words that several names share say nothing of one. */
static void
mark_shared(struct joining *joining)
{
    for (size_t i = 0; i < joining->keys.len; i++) {
        struct key *key = vec_at(&joining->keys, i);

        for (size_t k = 0; k < joining->keys.len && !key->shared; k++) {
            const struct key *other = vec_at(&joining->keys, k);

            key->shared =
                other->area != key->area && same_word(key->form, other->form);
        }
    }
}

static bool
gather_keys(struct joining *joining)
{
    const struct samsyn_document *document = joining->search->document;
    const struct outline *outline = &joining->search->outline;
    uint32_t word = 0;

    for (uint32_t i = 0; i < outline->area_count; i++) {
        const struct focus_area *area = &outline->areas[i];

        if (i == 0 || area->title_start < outline->areas[i - 1].title_start)
            word = 0;
        while (word < document->word_count &&
               document->words[word].start < area->title_start)
            word++;
        for (; word < document->word_count &&
               document->words[word].start < area->title_end;
             word++) {
            const struct word *at = &document->words[word];

            if (!(at->flags & WORD_DIGITS) &&
                !add_key(joining, i, document->forms[at->form]))
                return false;
        }
    }
    mark_shared(joining);
    return true;
}

/* ---- The area of a word, and of a block ---- */

static uint32_t
look_up(const struct joining *joining, struct str form)
{
    uint32_t found = NO_AREA;

    for (size_t i = 0; i < joining->keys.len; i++) {
        const struct key *key = vec_at(&joining->keys, i);

        if (form.len < KEY_LEAST || !same_word(key->form, form))
            continue;
        if (key->shared ||
            (found != NO_AREA && found != key->area + FIRST_AREA))
            return NO_AREA;
        found = key->area + FIRST_AREA;
    }
    return found;
}

static uint32_t
area_of_word(struct joining *joining, uint32_t word)
{
    const struct samsyn_document *document = joining->search->document;
    uint32_t form = document->words[word].form;

    if (joining->of_form[form] == UNSEEN)
        joining->of_form[form] = look_up(joining, document->forms[form]);
    return joining->of_form[form];
}

/* The one area that words of a stretch name; NO_INDEX for none or several. */
static uint32_t
area_named(struct joining *joining, struct range range)
{
    uint32_t found = NO_AREA;

    for (uint32_t i = range.first; i < range.end; i++) {
        uint32_t area = area_of_word(joining, i);

        if (area == NO_AREA || area == found)
            continue;
        if (found != NO_AREA)
            return NO_INDEX;
        found = area;
    }
    return found == NO_AREA ? NO_INDEX : found - FIRST_AREA;
}

static struct range
beginning(struct range range, uint32_t words)
{
    if (range.end - range.first > words)
        range.end = range.first + words;
    return range;
}

/* ---- Giving blocks to areas ---- */

static void
give(struct search *search, uint32_t first, uint32_t end, uint32_t area)
{
    for (uint32_t i = first; i < end; i++) {
        if (search->outline.area_of[i] == NO_INDEX)
            search->outline.area_of[i] = area;
    }
}

/* The only cell of a row with text in it, and of the titles the first;
 * NO_INDEX where there are more. */
static uint32_t
sole_cell(const struct samsyn_document *document, const struct row *row)
{
    uint32_t found = NO_INDEX;

    for (uint32_t i = row->block_first; i < row->block_end; i++) {
        const struct block *block = &document->blocks[i];

        if (block->word_first == block->word_end)
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
        if (row->header)
            break;
    }
    return found;
}

/* The area whose name a cell is or ends with, as "Område B" does where the
 * areas are A and B. */
static uint32_t
area_ending(const struct search *search, uint32_t cell)
{
    const struct samsyn_document *document = search->document;
    const struct block *block = &document->blocks[cell];

    for (uint32_t i = 0; i < search->outline.area_count; i++) {
        const struct focus_area *area = &search->outline.areas[i];
        size_t length = area->title_end - area->title_start;
        size_t from = block->end - length;

        if (length <= block->end - block->start &&
            (from == block->start || document->folded[from - 1] == ' ') &&
            memcmp(document->folded + from,
                   document->folded + area->title_start, length) == 0)
            return i;
    }
    return NO_INDEX;
}

/* The area that a cell names. */
static uint32_t
area_of_cell(struct joining *joining, uint32_t cell)
{
    const struct search *search = joining->search;
    uint32_t area = area_ending(search, cell);

    if (area != NO_INDEX)
        return area;
    return area_named(joining, beginning(range_of_block(search->document, cell),
                                         ENTRY_WORDS));
}

/* The area that a row names for those below it, NO_INDEX for none.  Titles
 * that name several have a column for each. */
static uint32_t
band_of(struct joining *joining, const struct row *row)
{
    uint32_t cell = sole_cell(joining->search->document, row);
    uint32_t area = cell == NO_INDEX ? NO_INDEX : area_of_cell(joining, cell);

    for (uint32_t i = cell + 1; area != NO_INDEX && i < row->block_end; i++) {
        if (area_of_cell(joining, i) != NO_INDEX)
            area = NO_INDEX;
    }
    return area;
}

/* Whether the row is given by what a row above it, or it itself, names. */
static bool
give_in_band(struct joining *joining, const struct row *row)
{
    uint32_t area = band_of(joining, row);

    if (row->table != joining->table)
        joining->band = NO_INDEX;
    joining->table = row->table;
    if (area != NO_INDEX)
        joining->band = area;
    if (joining->band == NO_INDEX)
        return false;
    if (!row->header)
        give(joining->search, row->block_first, row->block_end, joining->band);
    return true;
}

static void
give_row(struct joining *joining, uint32_t index)
{
    struct search *search = joining->search;
    const struct row *row = &search->document->rows[index];
    uint32_t area = NO_INDEX;

    if (give_in_band(joining, row) || row->header)
        return;
    for (uint32_t i = row->block_first; i < row->block_end && area == NO_INDEX;
         i++)
        area =
            area_named(joining, beginning(range_of_block(search->document, i),
                                          ENTRY_WORDS));
    if (area != NO_INDEX)
        give(search, row->block_first, row->block_end, area);
}

/* Where what a block names ends: a heading's section, an item with what is
 * nested in it. */
static uint32_t
reach(const struct search *search, uint32_t block)
{
    const struct samsyn_document *document = search->document;
    uint32_t end = block + 1;

    if (document->blocks[block].kind == SAMSYN_BLOCK_HEADING)
        return search->section_end[block];
    if (document->blocks[block].kind != SAMSYN_BLOCK_ITEM)
        return end;
    while (end < document->block_count &&
           document->blocks[end].kind == SAMSYN_BLOCK_ITEM &&
           document->blocks[end].level > document->blocks[block].level)
        end++;
    return end;
}

static void
give_block(struct joining *joining, uint32_t index)
{
    struct search *search = joining->search;
    const struct block *block = &search->document->blocks[index];
    uint32_t words =
        block->kind == SAMSYN_BLOCK_PARAGRAPH ? BEGIN_WORDS : ENTRY_WORDS;
    uint32_t area;

    if (search->outline.area_of[index] != NO_INDEX ||
        outline_is_title(search, index) || block->zone == ZONE_CONTENTS ||
        block->zone == ZONE_FURNITURE || block->zone == ZONE_SIGNATURE)
        return;
    if (block->row != NO_INDEX) {
        if (search->document->rows[block->row].block_first == index)
            give_row(joining, block->row);
        return;
    }
    area = area_named(
        joining, beginning(range_of_block(search->document, index), words));
    if (area != NO_INDEX)
        give(search, index, reach(search, index), area);
}

/* ---- The ranges of areas ---- */

static bool
add_range(struct vec *ranges, struct range range)
{
    struct range *last = ranges->len > 0 ? vec_last(ranges) : NULL;
    struct range *slot;

    if (range.first >= range.end)
        return true;
    if (last && last->end == range.first) {
        last->end = range.end;
        return true;
    }
    slot = vec_push(ranges);
    if (slot)
        *slot = range;
    return slot != NULL;
}

/* Every area in one pass would need a list each; they are few, and the blocks
 * of each are found by its own list of them. */
static bool
add_blocks(struct search *search, struct vec *lists)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = 0; i < document->block_count; i++) {
        uint32_t area = search->outline.area_of[i];

        if (area != NO_INDEX &&
            !add_range(&lists[area], range_of_block(document, i)))
            return false;
    }
    return true;
}

static bool
copy_ranges(struct search *search, struct vec *lists)
{
    for (size_t i = 0; i < search->outline.area_count; i++) {
        struct focus_area *area = &search->outline.areas[i];

        area->count = lists[i].len;
        area->ranges = arena_copy(&search->arena, lists[i].data, lists[i].len,
                                  sizeof *area->ranges);
        if (!area->ranges)
            return false;
    }
    return true;
}

static bool
make_ranges(struct search *search)
{
    size_t count = search->outline.area_count;
    struct vec *lists = arena_array(&search->arena, count, sizeof *lists);
    bool good;

    if (!lists)
        return false;
    for (size_t i = 0; i < count; i++)
        vec_init(&lists[i], &search->config->mem, sizeof(struct range));
    good = add_blocks(search, lists) && copy_ranges(search, lists);
    for (size_t i = 0; i < count; i++)
        vec_done(&lists[i]);
    return good;
}

bool
focus_join(struct search *search)
{
    struct joining joining = { .search = search,
                               .table = NO_INDEX,
                               .band = NO_INDEX };
    bool good;

    if (search->outline.area_count == 0)
        return true;
    joining.of_form = arena_array(&search->arena, search->document->form_count,
                                  sizeof *joining.of_form);
    if (!joining.of_form)
        return false;
    vec_init(&joining.keys, &search->config->mem, sizeof(struct key));
    good = gather_keys(&joining);
    for (uint32_t i = 0; good && i < search->document->block_count; i++)
        give_block(&joining, i);
    vec_done(&joining.keys);
    return good && make_ranges(search);
}
