/* SPDX-License-Identifier: MIT */

/* What an assessment takes along of the words of its documents: the text with
 * its blocks, so that a report can show it when the document is gone; or
 * nothing at all, where the draft must not be seen by whoever gets the result.
 *
 * Leaving out is done last and here alone, on the finished result, so that
 * whatever came to hold a word on the way is emptied, and no report has to
 * remember.  Words of the checklist and places stay, and digests, by which a
 * quote is known again in another version of the document. */

#include "assess/keep.h"

#include "base/buf.h"

static unsigned
flags_of(const struct block *block)
{
    return (block->guessed ? SAMSYN_BLOCK_GUESSED : 0) |
           (block->zone == ZONE_FURNITURE ? SAMSYN_BLOCK_FURNITURE : 0) |
           (block->zone == ZONE_CONTENTS ? SAMSYN_BLOCK_CONTENTS : 0) |
           (block->quoted ? SAMSYN_BLOCK_QUOTED : 0);
}

static bool
is_cell(const struct block *block)
{
    return block->kind == SAMSYN_BLOCK_CELL ||
           block->kind == SAMSYN_BLOCK_HEADER_CELL;
}

static void
keep_block(struct samsyn_text_block *out, const char *text,
           const struct samsyn_document *document, const struct block *block)
{
    bool cell = is_cell(block);

    out->text = str_make(text + block->start, block->end - block->start);
    out->start = block->start;
    out->kind = block->kind;
    out->level = block->level;
    out->flags = (uint8_t)flags_of(block);
    out->document = document_member_of(document, block->start) + 1;
    out->row = cell ? block->row : SAMSYN_NONE;
    out->table = cell ? document->rows[block->row].table : SAMSYN_NONE;
}

bool
keep_text(struct samsyn_assessment *out, const struct samsyn_document *document,
          const struct samsyn_config *config)
{
    struct str text;

    if (config->no_text || config->no_quotes)
        return true;
    text = arena_str(&out->arena, document->text);
    out->blocks =
        arena_array(&out->arena, document->block_count, sizeof *out->blocks);
    if (!text.ptr || !out->blocks)
        return false;
    out->block_count = document->block_count;
    for (size_t i = 0; i < document->block_count; i++)
        keep_block(&out->blocks[i], text.ptr, document, &document->blocks[i]);
    return true;
}

/* ---- Digests ---- */

bool
keep_account(const struct samsyn_criterion *criterion,
             const samsyn_allocator *mem, char digest[SHA256_TEXT])
{
    struct buf text;
    bool good;

    buf_init(&text, mem, BUF_ANY);
    for (size_t i = 0; i < criterion->trace_count; i++) {
        const struct trace_line *line = &criterion->trace[i];

        buf_str(&text, line->text);
        buf_char(&text, '\n');
        buf_int(&text, (int64_t)line->depth);
        buf_int(&text, line->held);
    }
    good = !buf_failed(&text);
    if (good)
        sha256_text(text.data, text.len, digest);
    buf_done(&text);
    return good;
}

static bool
keep_digest(struct arena *arena, const char digest[SHA256_TEXT],
            struct str *out)
{
    *out = arena_str(arena, str_of(digest));
    return out->ptr != NULL;
}

/* What the quotes and the account of a criterion are known by. */
static bool
keep_digests(struct arena *arena, struct samsyn_criterion *criterion)
{
    struct evidence_list *list = &criterion->evidence[SAMSYN_EVIDENCE_COUNTED];
    char digest[SHA256_TEXT];

    for (size_t i = 0; i < list->count; i++) {
        struct samsyn_evidence *one = &list->items[i];

        if (one->quote.len == 0)
            continue;
        sha256_text(one->quote.ptr, one->quote.len, digest);
        if (!keep_digest(arena, digest, &one->match))
            return false;
    }
    return criterion->trace_count == 0 ||
           (keep_account(criterion, &arena->mem, digest) &&
            keep_digest(arena, digest, &criterion->account));
}

/* ---- Leaving out ---- */

static void
empty(struct str *text)
{
    *text = STR("");
}

static void
empty_evidence(struct samsyn_evidence *evidence)
{
    empty(&evidence->quote);
    empty(&evidence->text);
    empty(&evidence->note);
    evidence->path_count = 0;
}

/* What is missing, said of the nearest, is in the checklist's words. */
static void
empty_criterion(struct samsyn_criterion *criterion)
{
    for (int kind = SAMSYN_EVIDENCE_COUNTED; kind <= SAMSYN_EVIDENCE_NEAREST;
         kind++) {
        struct evidence_list *list = &criterion->evidence[kind];

        for (size_t i = 0; i < list->count; i++) {
            struct str missing = list->items[i].note;

            empty_evidence(&list->items[i]);
            if (kind == SAMSYN_EVIDENCE_NEAREST)
                list->items[i].note = missing;
        }
    }
    for (size_t i = 0; i < criterion->area_count; i++)
        empty_evidence(&criterion->area_evidence[i]);
    criterion->trace_count = 0;
}

static void
empty_document(struct assessed_document *document)
{
    empty_evidence(&document->dated);
    for (size_t i = 0; i < document->part_count; i++)
        empty(&document->parts[i].texts[SAMSYN_PART_TITLE]);
}

bool
keep_no_quotes(struct samsyn_assessment *assessment)
{
    for (size_t i = 0; i < assessment->criterion_count; i++) {
        if (!keep_digests(&assessment->arena, &assessment->criteria[i]))
            return false;
        empty_criterion(&assessment->criteria[i]);
    }
    for (size_t i = 0; i < assessment->item_count; i++)
        empty_evidence(&assessment->items[i].place);
    for (size_t i = 0; i < assessment->focus_count; i++)
        empty(&assessment->focus[i].title);
    for (size_t i = 0; i < assessment->document_count; i++)
        empty_document(&assessment->documents[i]);
    assessment->no_quotes = true;
    return true;
}
