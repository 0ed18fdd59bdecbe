/* SPDX-License-Identifier: MIT */

/* Stretches of a document: of blocks and rows, of the whole, of focus areas
 * and items, and what belongs to a stretch though it stands elsewhere. */

#include "assess/search.h"

enum {
    HEADINGS_MOST = 3 /* above an item */
};

struct range
range_of_block(const struct samsyn_document *document, uint32_t block)
{
    return (struct range){ document->blocks[block].word_first,
                           document->blocks[block].word_end };
}

struct range
range_of_row(const struct samsyn_document *document, uint32_t row)
{
    const struct row *cells = &document->rows[row];

    return (struct range){ document->blocks[cells->block_first].word_first,
                           document->blocks[cells->block_end - 1].word_end };
}

static bool
range_has(struct range range, uint32_t word)
{
    return word >= range.first && word < range.end;
}

bool
ranges_have(const struct vec *list, uint32_t word)
{
    const struct range *ranges = list->data;
    size_t low = 0, high = list->len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ranges[middle].end <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->len && ranges[low].first <= word;
}

/* The further stretches stand in order, so one is found by halving. */
bool
extent_has(const struct extent *extent, uint32_t word)
{
    size_t low = 0, high = extent->more_count;

    if (range_has(extent->main, word))
        return true;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (extent->more[middle].end <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < extent->more_count && range_has(extent->more[low], word);
}

struct extent
extent_whole(const struct search *search)
{
    return (
        struct extent){ .main = { 0, (uint32_t)search->document->word_count } };
}

struct extent
extent_area(const struct search *search, uint32_t area)
{
    const struct focus_area *focus = &search->outline.areas[area];

    return (struct extent){ .main = focus->ranges[0],
                            .more = focus->ranges + 1,
                            .more_count = focus->count - 1 };
}

size_t
extent_count(const struct search *search, unsigned over)
{
    if (over < ITEM_KINDS)
        return search->outline.item_count[over];
    return search->outline.area_count > 0 ? search->outline.area_count : 1;
}

struct extent
extent_at(const struct search *search, unsigned over, size_t index)
{
    if (over < ITEM_KINDS)
        return search->outline.items[over][index].extent;
    if (search->outline.area_count == 0)
        return extent_whole(search);
    return extent_area(search, (uint32_t)index);
}

/* The first of its kind that begins at or after a word.  Items stand in the
 * order of their first words; areas, of which there are few, need not. */
static size_t
first_from(const struct search *search, unsigned over, uint32_t word)
{
    size_t low = 0, high = extent_count(search, over);

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (search->outline.items[over][middle].extent.main.first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct span_of_items
extent_items(const struct search *search, unsigned over, struct range range)
{
    if (over >= ITEM_KINDS)
        return (struct span_of_items){ 0, extent_count(search, over) };
    return (struct span_of_items){ first_from(search, over, range.first),
                                   first_from(search, over, range.end) };
}

/* ---- What stands elsewhere ---- */

void
extent_add(struct extent *extent, struct range range)
{
    for (size_t i = 0; i < extent->context_count; i++) {
        if (extent->contexts[i].first == range.first &&
            extent->contexts[i].end == range.end)
            return; /* else what stands in it would count twice */
    }
    if (extent->context_count < CONTEXTS_MOST)
        extent->contexts[extent->context_count++] = range;
}

void
extent_add_contexts(const struct search *search, struct extent *extent,
                    uint32_t block)
{
    const struct samsyn_document *document = search->document;
    uint32_t row = document->blocks[block].row, above = block;

    for (size_t i = 0; i < CONTEXTS_MOST; i++) {
        above = document->blocks[above].lead_in;
        if (above == NO_INDEX)
            break;
        extent_add(extent, range_of_block(document, above));
    }
    if (row != NO_INDEX && search->titles[row] != NO_INDEX)
        extent_add(extent, range_of_row(document, search->titles[row]));
}

void
extent_add_headings(const struct search *search, struct extent *extent,
                    uint32_t block)
{
    uint32_t heading = search->document->blocks[block].heading;

    for (size_t i = 0; i < HEADINGS_MOST && heading != NO_INDEX; i++) {
        extent_add(extent, range_of_block(search->document, heading));
        heading = search->document->blocks[heading].heading;
    }
}
