/* SPDX-License-Identifier: MIT */

/* Where a document is signed.
 *
 * Under a heading that says so, the short blocks are the signature.  Without
 * such a heading it is the last run of short blocks before the end, an annex
 * or a new part of the document, provided that something shows that people
 * sign there: a line of dots, or names.  What stands before the first real
 * paragraph is the title and never a signature. */

#include "document/signature.h"

#include "document/link.h"
#include "document/term_find.h"

#define SHORT_BLOCK 120 /* bytes */
#define MOST_BLOCKS 48
#define MOST_DATA 24
#define MOST_LINES 6 /* below a party's name */
#define NAME_BLOCK 60
#define NAME_WORDS 2

struct signer {
    struct samsyn_document *document;
    const struct samsyn_language *language;
    const struct vec *rules;
};

static struct str
folded_of(const struct samsyn_document *document, const struct block *block)
{
    return str_make(document->folded + block->start, block->end - block->start);
}

static bool
ends_sentence(const struct samsyn_document *document, const struct block *block)
{
    char last = document->text.ptr[block->end - 1];

    return last == '.' || last == '!' || last == '?' || last == ':';
}

static bool
is_short(const struct samsyn_document *document, const struct block *block)
{
    return block->end - block->start < SHORT_BLOCK &&
           !ends_sentence(document, block);
}

/* A heading that was only guessed, with a number in it: "Ort 2022-03-09". */
static bool
is_dated_line(const struct samsyn_document *document, const struct block *block)
{
    if (block->zone != ZONE_HEADING || !block->guessed)
        return false;
    if (block->word_first < block->word_end &&
        (document->words[block->word_first].flags & WORD_DIGITS))
        return false;
    for (uint32_t i = block->word_first; i < block->word_end; i++) {
        if (document->words[i].flags & WORD_DIGITS)
            return true;
    }
    return false;
}

/* Begins with a first name and a surname. */
static bool
is_name(const struct samsyn_document *document, const struct block *block)
{
    const struct word *words = document->words + block->word_first;

    if (block->kind == SAMSYN_BLOCK_HEADING ||
        block->word_end - block->word_first < NAME_WORDS ||
        block->end - block->start > NAME_BLOCK)
        return false;
    for (size_t i = 0; i < NAME_WORDS; i++) {
        if (!(words[i].flags & WORD_CAPITAL) || (words[i].flags & WORD_UPPER))
            return false;
    }
    return words[1].glue == GLUE_SPACE;
}

static void
mark(struct block *block)
{
    block->zone = ZONE_SIGNATURE;
    if (block->kind == SAMSYN_BLOCK_HEADING) {
        block->kind = SAMSYN_BLOCK_PARAGRAPH;
        block->level = 0;
    }
}

/* ---- Under a heading ---- */

static bool
is_signature_heading(const struct signer *signer, const struct block *block)
{
    return block->zone == ZONE_HEADING &&
           term_find(&signer->language->headings[HEADING_SIGNATURE],
                     folded_of(signer->document, block)) >= 0;
}

/* A heading that was only guessed, with nothing below it but short lines:
 * one more party that signs. */
static bool
is_party(const struct samsyn_document *document, size_t at)
{
    size_t count = 0;

    if (!document->blocks[at].guessed)
        return false;
    for (size_t i = at + 1; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        if (link_is_apart(block))
            continue;
        if (block->zone == ZONE_HEADING)
            break;
        if (block->kind == SAMSYN_BLOCK_ITEM || !is_short(document, block) ||
            ++count > MOST_LINES)
            return false;
    }
    return count > 0;
}

/* The blocks after a signature heading; gives the first that is not under
 * it. */
static size_t
mark_section(const struct signer *signer, size_t at)
{
    struct samsyn_document *document = signer->document;

    for (; at < document->block_count; at++) {
        struct block *block = &document->blocks[at];

        if (link_is_apart(block))
            continue;
        if (block->zone == ZONE_HEADING && !is_dated_line(document, block) &&
            !is_party(document, at))
            return at;
        if (is_short(document, block))
            mark(block);
    }
    return at;
}

/* ---- At the end of a part ---- */

/* Another part begins: an annex, or a heading of the highest level. */
static bool
begins_part(const struct signer *signer, const struct block *block)
{
    if (block->zone != ZONE_HEADING)
        return false;
    return block->level == 1 ||
           term_find(&signer->language->headings[HEADING_ANNEX],
                     folded_of(signer->document, block)) == 0;
}

static bool
has_rule(const struct vec *rules, size_t first, size_t end)
{
    const uint32_t *at = rules->data;
    size_t low = 0, high = rules->len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (at[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rules->len && at[low] <= end;
}

/* Two names, or a line to sign on. */
static bool
is_signed(const struct signer *signer, size_t first, size_t end)
{
    const struct samsyn_document *document = signer->document;
    size_t names = 0;

    for (size_t i = first; i < end; i++)
        names += is_name(document, &document->blocks[i]);
    return names >= 2 || has_rule(signer->rules, first, end);
}

/* A cell of a table of three columns or more with titles holds data. */
static bool
is_data(const struct samsyn_document *document, const struct block *block)
{
    if (block->header != NO_INDEX)
        block = &document->blocks[block->header];
    if (block->kind != SAMSYN_BLOCK_HEADER_CELL)
        return false;

    const struct row *row = &document->rows[block->row];
    return row->header && row->block_end - row->block_first > 2;
}

/* The block can be part of a signature at the end. */
static bool
may_belong(const struct samsyn_document *document, const struct block *block)
{
    if (link_is_apart(block))
        return true;
    if (block->kind == SAMSYN_BLOCK_ITEM || !is_short(document, block) ||
        is_data(document, block))
        return false;
    return block->zone != ZONE_HEADING || is_dated_line(document, block);
}

/* A table of addresses may stand below the signature: where it begins. */
static size_t
skip_data(const struct samsyn_document *document, size_t first, size_t end)
{
    size_t at = end;

    while (at > first && end - at < MOST_DATA &&
           (link_is_apart(&document->blocks[at - 1]) ||
            is_data(document, &document->blocks[at - 1])))
        at--;
    return at;
}

/* The first block of a table row at or after @p at. */
static size_t
row_start(const struct samsyn_document *document, size_t at, size_t end)
{
    while (at < end && document->blocks[at].row != NO_INDEX &&
           document->rows[document->blocks[at].row].block_first != at)
        at++;
    return at;
}

/* The part [first, end) of the document. */
static void
mark_end(const struct signer *signer, size_t first, size_t end)
{
    struct samsyn_document *document = signer->document;
    size_t at;

    end = skip_data(document, first, end);
    at = end;
    while (at > first && end - at < MOST_BLOCKS &&
           may_belong(document, &document->blocks[at - 1]))
        at--;
    at = row_start(document, at, end);
    /* Nothing but a heading before it: this is a title, or a list. */
    if (at <= first + 1 || !is_signed(signer, at, end))
        return;
    for (; at < end; at++) {
        if (!link_is_apart(&document->blocks[at]))
            mark(&document->blocks[at]);
    }
}

void
signature_mark(struct samsyn_document *document,
               const struct samsyn_language *language, const struct vec *rules)
{
    struct signer signer = { document, language, rules };
    size_t first = 0, at = 0;

    while (at < document->block_count) {
        const struct block *block = &document->blocks[at];

        if (is_signature_heading(&signer, block)) {
            at = mark_section(&signer, at + 1);
            first = at;
            continue;
        }
        if (begins_part(&signer, block)) {
            mark_end(&signer, first, at);
            first = at;
        }
        at++;
    }
    mark_end(&signer, first, at);
}
