/* SPDX-License-Identifier: MIT */

/* Cuts a document into passages.  A sentence alone says most; two in a row
 * catch what is said of "this" and "they"; longer windows were tried and add
 * nothing.  Cells of a row mean little by themselves, so a row is one. */

#include "assess/passages.h"

enum {
    WORDS_LEAST = 2 /* less says nothing by itself */
};

/* What visiting them works on. */
struct walk {
    const struct search *search;
    passage_visit visit;
    void *user;
};

static bool
is_read(const struct search *search, uint32_t block)
{
    enum zone zone = search->document->blocks[block].zone;

    return (zone == ZONE_BODY || zone == ZONE_SIGNATURE) &&
           parts_is_assessed(search, block);
}

static bool
sentence_counts(const struct search *search, uint32_t sentence)
{
    const struct sentence *words = &search->document->sentences[sentence];

    return words->word_end > words->word_first &&
           !search->matches->placeholder[sentence] &&
           !search->matches->moot[sentence] &&
           !ranges_have(&search->quoted, words->word_first);
}

static bool
has_hit(const struct search *search, uint32_t concept, struct range range)
{
    const struct hit_list *list = &search->matches->concepts[concept];
    size_t at = hits_from(list, range.first);

    return at < list->count && list->hits[at].first < range.end;
}

/* Whether a mark that takes credit away stands in a range.  What it reaches
 * there is not asked: a passage means what it means as a whole. */
static bool
is_doubted(const struct search *search, struct range range)
{
    static const enum polarity marks[] = { POLARITY_NEGATED, POLARITY_HEDGED,
                                           POLARITY_ANNOUNCED };
    const struct tokens *tokens = &search->checklist->tokens;

    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (has_hit(search, tokens->polarity[marks[i]], range) ||
            has_hit(search, tokens->polarity_sentence[marks[i]], range) ||
            has_hit(search, tokens->polarity_opening[marks[i]], range))
            return true;
    }
    return false;
}

static bool
visit(const struct walk *walk, struct passage *passage)
{
    if (passage->words.end - passage->words.first < WORDS_LEAST &&
        passage->context_count == 0)
        return true;
    passage->doubted = is_doubted(walk->search, passage->words);
    return walk->visit(walk->user, passage);
}

static void
add_context(struct passage *passage, struct range range)
{
    if (range.end > range.first &&
        passage->context_count < ARRAY_LEN(passage->contexts))
        passage->contexts[passage->context_count++] = range;
}

/* The last sentence of what introduces a list. */
static struct range
lead_in(const struct samsyn_document *document, uint32_t block)
{
    const struct block *lead = &document->blocks[block];
    const struct sentence *last;

    if (lead->sentence_end == lead->sentence_first)
        return (struct range){ 0, 0 };
    last = &document->sentences[lead->sentence_end - 1];
    return (struct range){ last->word_first, last->word_end };
}

/* A sentence, and it with the next one. */
static bool
walk_sentence(const struct walk *walk, uint32_t sentence, bool paired)
{
    const struct sentence *list = walk->search->document->sentences;
    struct passage one = { .words = { list[sentence].word_first,
                                      list[sentence].word_end } };

    if (!visit(walk, &one))
        return false;
    if (!paired)
        return true;
    one.words.end = list[sentence + 1].word_end;
    return visit(walk, &one);
}

/* An item whole, with its lead-in. */
static bool
walk_item(const struct walk *walk, const struct block *block)
{
    struct passage whole = { .words = { block->word_first, block->word_end } };

    if (block->lead_in == NO_INDEX)
        return true;
    add_context(&whole, lead_in(walk->search->document, block->lead_in));
    return whole.context_count == 0 || visit(walk, &whole);
}

static bool
walk_block(const struct walk *walk, const struct block *block)
{
    bool counts = block->sentence_first < block->sentence_end &&
                  sentence_counts(walk->search, block->sentence_first);
    bool good = !counts || walk_item(walk, block);

    for (uint32_t i = block->sentence_first; good && i < block->sentence_end;
         i++) {
        bool next =
            i + 1 < block->sentence_end && sentence_counts(walk->search, i + 1);

        if (counts)
            good = walk_sentence(walk, i, next);
        counts = next;
    }
    return good;
}

static bool
row_counts(const struct search *search, struct range words)
{
    uint32_t first, end;

    if (words.end == words.first)
        return false;
    first = document_sentence_of(search->document, words.first);
    end = document_sentence_of(search->document, words.end - 1) + 1;
    for (uint32_t i = first; i < end; i++) {
        if (!sentence_counts(search, i))
            return false;
    }
    return true;
}

/* A row under the titles of its columns; a row of titles says nothing. */
static bool
walk_row(const struct walk *walk, uint32_t row)
{
    const struct search *search = walk->search;
    struct passage whole = { .words = range_of_row(search->document, row) };

    if (search->document->rows[row].header || !row_counts(search, whole.words))
        return true;
    if (search->titles[row] != NO_INDEX)
        add_context(&whole,
                    range_of_row(search->document, search->titles[row]));
    return visit(walk, &whole);
}

bool
passages_each(const struct search *search, passage_visit each, void *user)
{
    const struct samsyn_document *document = search->document;
    struct walk walk = { search, each, user };
    uint32_t done = NO_INDEX;

    for (uint32_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        bool good = true;

        if (!is_read(search, i) ||
            (block->row != NO_INDEX && block->row == done))
            continue;
        if (block->row == NO_INDEX) {
            good = walk_block(&walk, block);
        } else {
            done = block->row;
            good = walk_row(&walk, block->row);
        }
        if (!good)
            return false;
    }
    return true;
}
