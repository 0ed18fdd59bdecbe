/* SPDX-License-Identifier: MIT */

/* Prepares a search: where the title ends and how far each section reaches,
 * found once so that no rule has to look for it again. */

#include "assess/outline.h"

enum {
    TITLE_BLOCKS = 10,
    TITLE_BYTES = 600,
    TITLE_BLOCK_BYTES = 160,
    TITLE_SENTENCE_BYTES = 60
};

/* Running text: long, or a sentence that is more than a line of a title. */
static bool
is_text(const struct samsyn_document *document, const struct block *block,
        size_t before)
{
    size_t length = block->end - block->start;

    return before + length > TITLE_BYTES || length > TITLE_BLOCK_BYTES ||
           (length > TITLE_SENTENCE_BYTES &&
            document->text.ptr[block->end - 1] == '.');
}

/* The title: the first short blocks, before any text begins.  The menus that
 * stand above it on a web page are no part of it. */
uint32_t
title_end(const struct samsyn_document *document, uint32_t first, uint32_t end)
{
    uint32_t counted = 0;
    size_t bytes = 0;

    for (uint32_t i = first; i < end; i++) {
        const struct block *block = &document->blocks[i];

        if (block->zone == ZONE_CONTENTS)
            return i;
        if (block->zone == ZONE_FURNITURE)
            continue;
        if (counted == TITLE_BLOCKS || is_text(document, block, bytes))
            return counted > 0 ? i : i + 1;
        counted++;
        bytes += block->end - block->start + 1;
    }
    return end;
}

/* A heading ends the open ones of its own and lower levels, which are its
 * predecessors up to its parent. */
static void
end_sections(const struct samsyn_document *document, uint32_t *ends,
             uint32_t *open, uint32_t heading)
{
    uint32_t until = heading < document->block_count
                         ? document->blocks[heading].heading
                         : NO_INDEX;

    while (*open != NO_INDEX && *open != until) {
        ends[*open] = heading;
        *open = document->blocks[*open].heading;
    }
    *open = heading;
}

/* No section reaches from one document of a set into the next. */
static void
end_document(const struct samsyn_document *document, uint32_t *ends,
             uint32_t *open, uint32_t block)
{
    bool begins = false;

    for (size_t i = 0; i < document->member_count && !begins; i++)
        begins = document->members[i].block_first == block;
    while (begins && *open != NO_INDEX) {
        ends[*open] = block;
        *open = document->blocks[*open].heading;
    }
}

/* Everything stands under the document's title, so as a section the title is
 * only what comes before the next heading; else "in the same section" would
 * mean anywhere. */
static void
shorten_title(struct search *search)
{
    const struct samsyn_document *document = search->document;
    uint32_t title = search->first_heading;

    search->title_heading = NO_INDEX;
    if (title >= search->title_end ||
        search->section_end[title] < document_main_blocks(document))
        return;
    for (uint32_t i = title + 1; i < document_main_blocks(document); i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING) {
            search->section_end[title] = i;
            search->title_heading = title;
            return;
        }
    }
}

static bool
measure_sections(struct search *search)
{
    const struct samsyn_document *document = search->document;
    uint32_t count = (uint32_t)document->block_count, open = NO_INDEX;
    size_t bytes;

    search->first_heading = count;
    if (!mem_mul(document->block_count + 1, sizeof(uint32_t), &bytes))
        return false;
    search->section_end = mem_alloc(&search->config->mem, bytes);
    if (!search->section_end)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        end_document(document, search->section_end, &open, i);
        if (document->blocks[i].kind != SAMSYN_BLOCK_HEADING)
            continue;
        if (search->first_heading == count)
            search->first_heading = i;
        end_sections(document, search->section_end, &open, i);
    }
    end_sections(document, search->section_end, &open, count);
    shorten_title(search);
    return true;
}

/* A table's titles are its first row, where that is one of titles. */
static bool
measure_tables(struct search *search)
{
    const struct samsyn_document *document = search->document;
    const struct row *rows = document->rows;
    uint32_t first = 0;
    size_t bytes;

    if (!mem_mul(document->row_count + 1, sizeof(uint32_t), &bytes))
        return false;
    search->titles = mem_alloc(&search->config->mem, bytes);
    if (!search->titles)
        return false;
    for (uint32_t i = 0; i < document->row_count; i++) {
        if (rows[i].table != rows[first].table)
            first = i;
        search->titles[i] = i != first && rows[first].header ? first : NO_INDEX;
    }
    return true;
}

/* Marks stand in the order of their first words, so how far back one that
 * still reaches a word may begin depends on the longest. */
static void
measure_marks(struct search *search)
{
    for (size_t i = 0; i < POLARITY_COUNT; i++) {
        uint32_t concept = search->checklist->tokens.polarity[i];
        const struct hit_list *marks = &search->matches->concepts[concept];

        for (size_t k = 0; k < marks->count; k++) {
            uint32_t words = marks->hits[k].end - marks->hits[k].first;

            if (words > search->mark_words[i])
                search->mark_words[i] = words;
        }
    }
}

bool
search_init(struct search *search, const struct samsyn_checklist *checklist,
            const struct samsyn_document *document,
            const struct matches *matches, const struct samsyn_config *config)
{
    *search = (struct search){ .checklist = checklist,
                               .document = document,
                               .matches = matches,
                               .config = config };
    vec_init(&search->finds, &config->mem, sizeof(struct find));
    vec_init(&search->refused, &config->mem, sizeof(struct find));
    vec_init(&search->barred, &config->mem, sizeof(struct range));
    vec_init(&search->quoted, &config->mem, sizeof(struct range));
    vec_init(&search->memory, &config->mem, sizeof(struct memory));
    arena_init(&search->arena, &config->mem);
    search->most = (size_t)config->limits[SAMSYN_LIMIT_EVIDENCE];
    search->title_end = title_end(document, 0, document_main_blocks(document));
    measure_marks(search);
    if (!quotation_find(search) || !measure_sections(search) ||
        !measure_tables(search))
        return false;
    parts_find(search);
    return outline_build(search);
}

void
search_done(struct search *search)
{
    mem_free(&search->config->mem, search->section_end);
    mem_free(&search->config->mem, search->titles);
    vec_done(&search->finds);
    vec_done(&search->refused);
    vec_done(&search->barred);
    vec_done(&search->quoted);
    vec_done(&search->memory);
    arena_done(&search->arena);
}
