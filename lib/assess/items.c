/* SPDX-License-Identifier: MIT */

/* Finds the promises, measures and goals of a document.  Candidates are what
 * people write such things as: list entries, table rows, sentences, headings;
 * the checklist's rules say which of them are items.
 *
 * A list entry is one item, with what is nested in it; an entry that is none
 * leaves its nested entries to be asked.  A sentence that is an item takes the
 * rest of its paragraph along, up to the next one that is.  A heading takes
 * its section, unless a heading in it is an item too. */

#include "assess/outline.h"

/* What finding the items of one kind works on. */
struct finding {
    struct search *search;
    const struct item_definition *definition;
    enum item_kind kind;
    struct vec items; /* of struct item */
};

/* ---- Asking the rules ---- */

static bool
ask(struct search *search, const struct rule *rule, const struct extent *extent,
    const struct setting *setting)
{
    size_t mark = search->finds.len;
    bool held = evaluate(search, rule, extent, setting, 1);

    search->finds.len = mark;
    return held;
}

static bool
is_item(struct finding *finding, const struct extent *extent)
{
    const struct item_definition *definition = finding->definition;
    struct setting setting =
        setting_for(finding->search, &setting_default, extent);
    struct setting all = setting;

    all.accept = ~0u;
    if (!ask(finding->search, definition->is, extent, &setting))
        return false;
    for (size_t i = 0; i < definition->unless.count; i++) {
        if (ask(finding->search, &definition->unless.rules[i], extent, &all))
            return false;
    }
    return true;
}

static int
actor_of(struct finding *finding, const struct extent *extent)
{
    struct setting setting =
        setting_for(finding->search, &setting_default, extent);

    for (size_t i = 0; i < finding->definition->actors.count; i++) {
        if (ask(finding->search, &finding->definition->actors.rules[i].rule,
                extent, &setting))
            return (int)i;
    }
    return -1;
}

/* What the item says by itself, without lead-in, titles of columns and headings
 * above; in the order of its definition's rules. */
static bool *
holds_of(struct finding *finding, const struct extent *extent)
{
    const struct item_rules *rules = &finding->definition->holds;
    struct extent own = *extent;
    struct setting setting;
    bool *holds =
        arena_array(&finding->search->arena, rules->count, sizeof *holds);

    own.context_count = 0;
    setting = setting_for(finding->search, &setting_default, &own);
    for (size_t i = 0; holds && i < rules->count; i++)
        holds[i] = ask(finding->search, &rules->rules[i].rule, &own, &setting);
    return holds;
}

static struct extent
extent_of(const struct search *search, struct range range, uint32_t block)
{
    struct extent extent = { .main = range };

    extent_add_contexts(search, &extent, block);
    extent_add_headings(search, &extent, block);
    return extent;
}

/* Adds an item; its actor and what it holds are asked when it is known how far
 * it reaches. */
static void
add_item(struct finding *finding, const struct extent *extent, uint32_t block)
{
    struct item *slot = vec_push(&finding->items);

    if (slot)
        *slot = (struct item){
            finding->kind, block,  finding->search->outline.area_of[block], -1,
            NULL,          *extent
        };
    else
        finding->search->failed = true;
}

/* ---- Candidates; each gives the next block to look at ---- */

static uint32_t
nested_end(const struct samsyn_document *document, uint32_t item)
{
    uint32_t end = item + 1;

    while (end < document->block_count &&
           document->blocks[end].kind == SAMSYN_BLOCK_ITEM &&
           document->blocks[end].level > document->blocks[item].level)
        end++;
    return end;
}

static bool
ends_with_colon(const struct samsyn_document *document, uint32_t block)
{
    const struct block *at = &document->blocks[block];

    return at->end > at->start && document->text.ptr[at->end - 1] == ':';
}

static uint32_t
try_entry(struct finding *finding, uint32_t block)
{
    const struct samsyn_document *document = finding->search->document;
    uint32_t end = nested_end(document, block);
    struct extent extent =
        extent_of(finding->search, range_of_block(document, block), block);

    if (end > block + 1 && ends_with_colon(document, block))
        return block + 1;
    if (!is_item(finding, &extent))
        return block + 1;
    extent.main.end = document->blocks[end - 1].word_end;
    add_item(finding, &extent, block);
    return end;
}

static uint32_t
try_row(struct finding *finding, uint32_t block)
{
    const struct samsyn_document *document = finding->search->document;
    uint32_t index = document->blocks[block].row;
    const struct row *row = &document->rows[index];
    struct extent extent =
        extent_of(finding->search, range_of_row(document, index), block);

    if (!row->header && extent.main.first < extent.main.end &&
        is_item(finding, &extent))
        add_item(finding, &extent, block);
    return row->block_end;
}

static uint32_t
try_sentences(struct finding *finding, uint32_t index)
{
    const struct samsyn_document *document = finding->search->document;
    const struct block *block = &document->blocks[index];
    size_t begun = finding->items.len;

    for (uint32_t i = block->sentence_first; i < block->sentence_end; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct extent extent = extent_of(
            finding->search,
            (struct range){ sentence->word_first, sentence->word_end }, index);

        /* What leads in others is none by itself. */
        if (sentence->word_first < sentence->word_end &&
            document->text.ptr[sentence->end - 1] != ':' &&
            is_item(finding, &extent))
            add_item(finding, &extent, index);
        else if (finding->items.len > begun)
            ((struct item *)vec_last(&finding->items))->extent.main.end =
                sentence->word_end;
        if (finding->search->failed)
            break;
    }
    return index + 1;
}

static struct extent
extent_of_heading(const struct search *search, uint32_t block)
{
    struct extent extent =
        extent_of(search, range_of_block(search->document, block), block);

    extent.titled = true;
    return extent;
}

/* Whether one of the headings under a heading is an item: then it is no more
 * than their chapter. */
static bool
is_chapter(struct finding *finding, uint32_t block, uint32_t end)
{
    const struct search *search = finding->search;

    for (uint32_t i = block + 1; i < end; i++) {
        struct extent extent;

        if (search->document->blocks[i].kind != SAMSYN_BLOCK_HEADING)
            continue;
        extent = extent_of_heading(search, i);
        if (is_item(finding, &extent))
            return true;
    }
    return false;
}

static uint32_t
try_heading(struct finding *finding, uint32_t block)
{
    const struct search *search = finding->search;
    struct extent extent = extent_of_heading(search, block);
    uint32_t end = search->section_end[block];

    if (outline_is_title(search, block) || !is_item(finding, &extent) ||
        is_chapter(finding, block, end))
        return block + 1;
    extent.main.end = search->document->blocks[end - 1].word_end;
    add_item(finding, &extent, block);
    return end;
}

/* By the kind of block that a candidate begins with. */
static const struct {
    samsyn_block kind;
    enum item_source source;
    uint32_t (*try)(struct finding *finding, uint32_t block);
} sources[] = {
    { SAMSYN_BLOCK_ITEM, SOURCE_ITEM, try_entry },
    { SAMSYN_BLOCK_CELL, SOURCE_ROW, try_row },
    { SAMSYN_BLOCK_HEADER_CELL, SOURCE_ROW, try_row },
    { SAMSYN_BLOCK_PARAGRAPH, SOURCE_SENTENCE, try_sentences },
    { SAMSYN_BLOCK_HEADING, SOURCE_HEADING, try_heading },
};

/* Where items can stand.  A table with titles that ends a document and has
 * names in it looks like one to sign in. */
static bool
may_hold_items(const struct search *search, const struct block *block)
{
    return block->zone == ZONE_BODY || block->zone == ZONE_HEADING ||
           (block->zone == ZONE_SIGNATURE && block->row != NO_INDEX &&
            search->titles[block->row] != NO_INDEX);
}

static uint32_t
try_block(struct finding *finding, uint32_t index)
{
    const struct block *block = &finding->search->document->blocks[index];

    if (!may_hold_items(finding->search, block))
        return index + 1;
    for (size_t i = 0; i < ARRAY_LEN(sources); i++) {
        if (block->kind == sources[i].kind &&
            finding->definition->from >> sources[i].source & 1 &&
            block->word_first < block->word_end)
            return sources[i].try(finding, index);
    }
    return index + 1;
}

/* ---- All of them ---- */

static bool
keep_items(struct finding *finding)
{
    struct outline *outline = &finding->search->outline;

    for (size_t i = 0; i < finding->items.len; i++) {
        struct item *item = vec_at(&finding->items, i);

        item->actor = actor_of(finding, &item->extent);
        item->holds = holds_of(finding, &item->extent);
        if (!item->holds)
            finding->search->failed = true;
    }
    outline->items[finding->kind] =
        arena_copy(&finding->search->arena, finding->items.data,
                   finding->items.len, sizeof(struct item));
    outline->item_count[finding->kind] = finding->items.len;
    return outline->items[finding->kind] != NULL && !finding->search->failed;
}

static bool
find_kind(struct search *search, enum item_kind kind)
{
    struct finding finding = { .search = search,
                               .definition =
                                   &search->checklist->items.kinds[kind],
                               .kind = kind };
    uint32_t block = 0;
    bool good;

    if (!finding.definition->is)
        return true;
    vec_init(&finding.items, &search->config->mem, sizeof(struct item));
    while (block < search->document->block_count && !search->failed &&
           !search->stopped && !search->limited)
        block = try_block(&finding, block);
    good = keep_items(&finding);
    vec_done(&finding.items);
    return good;
}

bool
items_find(struct search *search)
{
    for (int i = 0; i < ITEM_KINDS; i++) {
        if (!find_kind(search, (enum item_kind)i))
            return false;
    }
    search->outline.limited = search->limited;
    return true;
}

bool
outline_build(struct search *search)
{
    return focus_find(search) && focus_join(search) && items_find(search);
}
