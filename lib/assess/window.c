/* SPDX-License-Identifier: MIT */

/* Which units of a document a rule must be asked of.
 *
 * Not every sentence is tried: only those that hold a hit of the rarest thing
 * that the rule needs.  So a criterion costs what its rarest word costs, and
 * hardly grows with the document.  What stands in a lead-in or a column title
 * counts for the items and rows under it, so a hit there leads to those. */

#include "assess/search.h"

#include <stdlib.h>

enum {
    EXPLORED_MOST = 40
};

/* ---- Where the rule could begin to hold ---- */

/* A rule that holds only where all of its children do. */
static bool
needs_all(const struct rule *rule)
{
    return rule->kind == RULE_ALL || rule->kind == RULE_NEAR ||
           rule->kind == RULE_ORDER;
}

/* How many places a rule would have to be tried at; SIZE_MAX for every one. */
static size_t
anchor_cost(const struct search *search, const struct rule *rule)
{
    size_t cost = needs_all(rule) ? SIZE_MAX : 0;

    if (rule->kind == RULE_FIND)
        return search->matches->concepts[rule->concept].count;
    if (rule->kind == RULE_NONE || rule->kind == RULE_NUMBER)
        return SIZE_MAX;
    if (rule->kind == RULE_SHARE)
        return extent_count(search, rule->over);
    for (size_t i = 0; i < rule->count; i++) {
        size_t child = anchor_cost(search, &rule->children[i]);

        if (needs_all(rule))
            cost = child < cost ? child : cost;
        else
            cost = child > SIZE_MAX - cost ? SIZE_MAX : cost + child;
    }
    return cost;
}

static void
push_anchor(struct search *search, struct vec *anchors, uint32_t word)
{
    uint32_t *slot = vec_push(anchors);

    if (slot)
        *slot = word;
    else
        search->failed = true;
}

static void
anchor_hits(struct search *search, uint32_t concept, struct range range,
            struct vec *anchors)
{
    const struct hit_list *list = &search->matches->concepts[concept];

    for (size_t i = hits_from(list, range.first);
         i < list->count && list->hits[i].first < range.end &&
         (!search->exploring || anchors->len < EXPLORED_MOST);
         i++)
        push_anchor(search, anchors, list->hits[i].first);
}

/* Where the items begin that a rule goes over. */
static void
anchor_items(struct search *search, unsigned over, struct range range,
             struct vec *anchors)
{
    struct span_of_items span = extent_items(search, over, range);

    for (size_t i = span.first; i < span.end; i++) {
        uint32_t first = extent_at(search, over, i).main.first;

        if (first >= range.first && first < range.end)
            push_anchor(search, anchors, first);
    }
}

static void
anchor_everything(struct search *search, struct range range,
                  struct vec *anchors)
{
    uint32_t at = range.first;

    while (at < range.end) {
        uint32_t sentence = document_sentence_of(search->document, at);

        push_anchor(search, anchors, at);
        at = search->document->sentences[sentence].word_end;
    }
}

static const struct rule *
rarest_child(const struct search *search, const struct rule *rule)
{
    const struct rule *rarest = &rule->children[0];
    size_t least = SIZE_MAX;

    for (size_t i = 0; i < rule->count; i++) {
        size_t cost = anchor_cost(search, &rule->children[i]);

        if (cost < least) {
            least = cost;
            rarest = &rule->children[i];
        }
    }
    return rarest;
}

static void
gather_anchors(struct search *search, const struct rule *rule,
               struct range range, struct vec *anchors);

/* The part that comes next when they are ordered by the number of places that
 * they stand at: *cost of them before, of as many those from *next on. */
static const struct rule *
next_rarest(const struct search *search, const struct rule *rule, size_t *next,
            size_t *cost)
{
    size_t best = rule->count, least = SIZE_MAX;

    for (size_t i = 0; i < rule->count; i++) {
        size_t places = anchor_cost(search, &rule->children[i]);

        if ((places > *cost || (places == *cost && i >= *next)) &&
            places < least) {
            least = places;
            best = i;
        }
    }
    *next = best + 1;
    *cost = least;
    return best < rule->count ? &rule->children[best] : NULL;
}

/* What is rare says more of where a rule nearly holds than what is common, so
 * the few places that are tried are its first. */
static void
explore_anchors(struct search *search, const struct rule *rule,
                struct range range, struct vec *anchors)
{
    size_t next = 0, cost = 0;
    const struct rule *child;

    do {
        child = next_rarest(search, rule, &next, &cost);
        if (child)
            gather_anchors(search, child, range, anchors);
    } while (child && anchors->len < EXPLORED_MOST);
}

/* Where a rule could begin to hold; while exploring also where only some of
 * its parts do. */
static void
gather_anchors(struct search *search, const struct rule *rule,
               struct range range, struct vec *anchors)
{
    while (needs_all(rule) && rule->count > 0 && !search->exploring)
        rule = rarest_child(search, rule);
    if (search->exploring &&
        (rule->kind == RULE_NONE || anchors->len >= EXPLORED_MOST))
        return;
    if (search->exploring && rule->count > 0 && rule->kind != RULE_SHARE)
        explore_anchors(search, rule, range, anchors);
    else if (!search->exploring && anchor_cost(search, rule) == SIZE_MAX)
        anchor_everything(search, range, anchors);
    else if (rule->kind == RULE_FIND)
        anchor_hits(search, rule->concept, range, anchors);
    else if (rule->kind == RULE_SHARE)
        anchor_items(search, rule->over, range, anchors);
    else
        for (size_t i = 0; i < rule->count; i++)
            gather_anchors(search, &rule->children[i], range, anchors);
}

/* What a lead-in holds counts for all that stands under it, so where the rule
 * could begin to hold there it could in every unit of the stretch. */
static void
anchor_contexts(struct search *search, const struct rule *rule,
                const struct extent *extent, struct vec *anchors)
{
    size_t count = anchors->len;

    for (size_t i = 0; i < extent->context_count; i++)
        gather_anchors(search, rule, extent->contexts[i], anchors);
    if (anchors->len == count)
        return;
    anchors->len = count;
    anchor_everything(search, extent->main, anchors);
}

/* ---- From a word to the unit around it ---- */

/* An item with the items nested in it. */
static struct range
item_range(const struct samsyn_document *document, uint32_t block)
{
    struct range range = range_of_block(document, block);
    uint8_t level = document->blocks[block].level;

    for (uint32_t i = block + 1; i < document->block_count; i++) {
        const struct block *next = &document->blocks[i];

        if (next->kind != SAMSYN_BLOCK_ITEM || next->level <= level)
            break;
        range.end = next->word_end;
    }
    return range;
}

/* From a heading to the next one of the same or a higher level; what stands
 * before the first heading is a section too. */
static struct range
section_range(const struct search *search, uint32_t block, uint32_t heading)
{
    const struct samsyn_document *document = search->document;
    uint32_t first = heading == NO_INDEX ? 0 : heading;
    uint32_t end = heading == NO_INDEX ? search->first_heading
                                       : search->section_end[heading];

    if (heading == NO_INDEX && document->member_count > 0) {
        size_t index =
            document_member_of(document, document->blocks[block].start);

        first = document->members[index].block_first;
        end = document->members[index].first_heading;
    }
    return (struct range){ document->blocks[first].word_first,
                           document->blocks[end - 1].word_end };
}

static void
push_unit(struct search *search, struct vec *out, const struct extent *extent,
          const struct extent *unit)
{
    struct extent *slot;
    struct extent inside = *unit;

    if (inside.main.first < extent->main.first)
        inside.main.first = extent->main.first;
    if (inside.main.end > extent->main.end)
        inside.main.end = extent->main.end;
    if (inside.main.first >= inside.main.end)
        return;
    for (size_t i = 0; i < extent->context_count; i++)
        extent_add(&inside, extent->contexts[i]);
    slot = vec_push(out);
    if (slot)
        *slot = inside;
    else
        search->failed = true;
}

typedef void (*unit_fn)(struct search *search, uint32_t word,
                        const struct extent *extent, struct vec *out);

static void
sentence_unit(struct search *search, uint32_t word, const struct extent *extent,
              struct vec *out)
{
    const struct samsyn_document *document = search->document;
    const struct sentence *sentence =
        &document->sentences[document_sentence_of(document, word)];
    struct extent unit = { .main = { sentence->word_first,
                                     sentence->word_end } };

    extent_add_contexts(search, &unit, sentence->block);
    push_unit(search, out, extent, &unit);
}

static void
paragraph_unit(struct search *search, uint32_t word,
               const struct extent *extent, struct vec *out)
{
    const struct samsyn_document *document = search->document;
    uint32_t block = document_block_of(document, word);
    uint32_t row = document->blocks[block].row;
    struct extent unit = { .main = row == NO_INDEX
                                       ? range_of_block(document, block)
                                       : range_of_row(document, row) };

    extent_add_contexts(search, &unit, block);
    push_unit(search, out, extent, &unit);
}

static void
item_unit(struct search *search, uint32_t word, const struct extent *extent,
          struct vec *out)
{
    const struct samsyn_document *document = search->document;
    uint32_t block = document_block_of(document, word);
    struct extent unit = { .context_count = 0 };

    if (document->blocks[block].kind != SAMSYN_BLOCK_ITEM)
        return;
    unit.main = item_range(document, block);
    extent_add_contexts(search, &unit, block);
    push_unit(search, out, extent, &unit);
}

static void
row_unit(struct search *search, uint32_t word, const struct extent *extent,
         struct vec *out)
{
    uint32_t block = document_block_of(search->document, word);

    if (search->document->blocks[block].row != NO_INDEX)
        paragraph_unit(search, word, extent, out);
}

/* The section of a word, and those around it. */
static void
section_unit(struct search *search, uint32_t word, const struct extent *extent,
             struct vec *out)
{
    const struct samsyn_document *document = search->document;
    uint32_t block = document_block_of(document, word);
    uint32_t heading = block;

    if (document->blocks[block].kind != SAMSYN_BLOCK_HEADING)
        heading = document->blocks[block].heading;
    do {
        struct extent unit = { .main = section_range(search, block, heading) };

        push_unit(search, out, extent, &unit);
        if (heading != NO_INDEX)
            heading = document->blocks[heading].heading;
    } while (heading != NO_INDEX);
}

static const unit_fn units[] = {
    [WINDOW_SENTENCE] = sentence_unit, [WINDOW_PARAGRAPH] = paragraph_unit,
    [WINDOW_ITEM] = item_unit,         [WINDOW_ROW] = row_unit,
    [WINDOW_SECTION] = section_unit,
};

/* ---- What stands under a lead-in or a column title ---- */

/* The units that begin in a block: by its sentences, or one for all. */
static void
units_of_block(struct search *search, const struct rule *rule, uint32_t index,
               const struct extent *extent, struct vec *out)
{
    const struct samsyn_document *document = search->document;
    const struct block *block = &document->blocks[index];
    uint32_t end = block->sentence_end;

    if (rule->window != WINDOW_SENTENCE && block->sentence_first < end)
        end = block->sentence_first + 1;
    for (uint32_t i = block->sentence_first; i < end; i++) {
        if (document->sentences[i].word_first < document->sentences[i].word_end)
            units[rule->window](search, document->sentences[i].word_first,
                                extent, out);
    }
}

static void
items_under(struct search *search, const struct rule *rule, uint32_t block,
            const struct extent *extent, struct vec *out)
{
    const struct samsyn_document *document = search->document;
    const struct block *above = &document->blocks[block];
    uint8_t level = above->kind == SAMSYN_BLOCK_ITEM ? above->level : 0;

    for (uint32_t i = block + 1; i < document->block_count; i++) {
        const struct block *item = &document->blocks[i];

        if (item->kind != SAMSYN_BLOCK_ITEM || item->level <= level ||
            (i == block + 1 && item->lead_in != block))
            return;
        units_of_block(search, rule, i, extent, out);
    }
}

/* A row is one unit, but for its sentences. */
static void
rows_under(struct search *search, const struct rule *rule, uint32_t row,
           const struct extent *extent, struct vec *out)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = row + 1;
         i < document->row_count && search->titles[i] == row; i++) {
        const struct row *cells = &document->rows[i];
        size_t before = out->len;

        for (uint32_t k = cells->block_first; k < cells->block_end; k++) {
            if (out->len == before || rule->window == WINDOW_SENTENCE)
                units_of_block(search, rule, k, extent, out);
        }
    }
}

static void
units_under(struct search *search, const struct rule *rule, uint32_t block,
            const struct extent *extent, struct vec *out)
{
    const struct block *above = &search->document->blocks[block];

    if (above->row == NO_INDEX)
        items_under(search, rule, block, extent, out);
    else if (search->document->rows[above->row].header)
        rows_under(search, rule, above->row, extent, out);
}

/* ---- All of it ---- */

static int
compare_extents(const void *a, const void *b)
{
    const struct extent *left = a, *right = b;

    if (left->main.first != right->main.first)
        return left->main.first < right->main.first ? -1 : 1;
    if (left->main.end != right->main.end)
        return left->main.end < right->main.end ? -1 : 1;
    return 0;
}

/* Most lists are in order as they come. */
static void
sort(struct vec *list, int (*compare)(const void *a, const void *b))
{
    for (size_t i = 1; i < list->len; i++) {
        if (compare(vec_at(list, i - 1), vec_at(list, i)) > 0) {
            qsort(list->data, list->len, list->item, compare);
            return;
        }
    }
}

static void
drop_repeated(struct vec *out)
{
    struct extent *extents = out->data;
    size_t kept = 0;

    if (out->len == 0)
        return;
    sort(out, compare_extents);
    for (size_t i = 1; i < out->len; i++) {
        if (compare_extents(&extents[kept], &extents[i]) != 0)
            extents[++kept] = extents[i];
    }
    out->len = kept + 1;
}

static int
compare_words(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* Whether two words of one block are always in the same unit. */
static bool
is_block_window(enum window window)
{
    return window == WINDOW_PARAGRAPH || window == WINDOW_ITEM ||
           window == WINDOW_ROW || window == WINDOW_SECTION;
}

/* What stands under a block, but for the rows under a header row of which
 * another cell has been asked already. */
static void
units_below(struct search *search, const struct rule *rule, uint32_t block,
            const struct extent *extent, struct vec *out, uint32_t *row)
{
    uint32_t above = search->document->blocks[block].row;

    if (rule->window >= WINDOW_SECTION || (above != NO_INDEX && above == *row))
        return;
    *row = above;
    units_under(search, rule, block, extent, out);
}

static void
units_at(struct search *search, const struct rule *rule,
         const struct extent *extent, const struct vec *anchors,
         struct vec *out)
{
    uint32_t last = NO_INDEX, row = NO_INDEX;

    for (size_t i = 0; i < anchors->len && !search->failed; i++) {
        uint32_t word = *(uint32_t *)vec_at(anchors, i);
        uint32_t block = document_block_of(search->document, word);
        bool again = block == last;

        last = block;
        if (again && is_block_window(rule->window))
            continue;
        units[rule->window](search, word, extent, out);
        if (!again)
            units_below(search, rule, block, extent, out, &row);
    }
}

/* The units inside one stretch of the extent. */
static void
units_in(struct search *search, const struct rule *rule,
         const struct extent *extent, struct vec *out)
{
    struct vec anchors;

    vec_init(&anchors, &search->config->mem, sizeof(uint32_t));
    gather_anchors(search, rule, extent->main, &anchors);
    anchor_contexts(search, rule, extent, &anchors);
    sort(&anchors, compare_words);
    units_at(search, rule, extent, &anchors, out);
    vec_done(&anchors);
}

static void
push_extent(struct search *search, struct extent extent, struct vec *out)
{
    struct extent *slot = vec_push(out);

    if (slot)
        *slot = extent;
    else
        search->failed = true;
}

/* The area that a stretch is in; every area for the whole document. */
static void
focus_units(struct search *search, const struct extent *extent, struct vec *out)
{
    const struct outline *outline = &search->outline;
    uint32_t block = document_block_of(search->document, extent->main.first);
    bool whole = extent->main.first == 0 &&
                 extent->main.end == search->document->word_count;

    if (outline->area_count == 0) {
        push_extent(search, extent_whole(search), out);
        return;
    }
    if (!whole && outline->area_of[block] != NO_INDEX)
        push_extent(search, extent_area(search, outline->area_of[block]), out);
    for (uint32_t i = 0; whole && i < outline->area_count; i++)
        push_extent(search, extent_area(search, i), out);
}

void
window_units(struct search *search, const struct rule *rule,
             const struct extent *extent, struct vec *out)
{
    struct extent part = *extent;

    if (rule->window == WINDOW_DOCUMENT) {
        push_extent(search, extent_whole(search), out);
        return;
    }
    if (rule->window == WINDOW_FOCUS) {
        focus_units(search, extent, out);
        return;
    }
    part.more_count = 0;
    units_in(search, rule, &part, out);
    for (size_t i = 0; i < extent->more_count; i++) {
        part.main = extent->more[i];
        units_in(search, rule, &part, out);
    }
    drop_repeated(out);
}
