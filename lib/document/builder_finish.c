/* SPDX-License-Identifier: MIT */

/* From what a builder has gathered to a document: its arrays go to the arena,
 * its text is split into sentences and words, its blocks are linked.
 *
 * The document belongs to the builder until nothing can fail any more. */

#include "base/sha256.h"
#include "document/builder_inside.h"
#include "document/link.h"
#include "document/place.h"
#include "document/split.h"

#include <string.h>

/* ---- The document ---- */

/* Move what has been gathered into the document's arena. */
static bool
keep(struct arena *arena, struct vec *from, void *out, size_t *count)
{
    void *items = arena_copy(arena, from->data, from->len, from->item);

    if (!items)
        return false;
    memcpy(out, &items, sizeof items);
    *count = from->len;
    vec_done(from);
    return true;
}

/* The text's memory is handed over, without what it has too much where that
 * can be given back. */
static void
keep_text(struct samsyn_builder *builder)
{
    struct samsyn_document *document = builder->document;
    struct buf *text = &builder->text;
    char *block = text->data;

    if (block) {
        block = mem_resize(&text->mem, block, text->cap, text->len + 1);
        if (!block)
            block = text->data;
    }
    document->text_block = block;
    document->text = str_make(block ? block : "", text->len);
    *text = (struct buf){ .mem = text->mem, .max = text->max };
}

static bool
keep_all(struct samsyn_builder *builder)
{
    struct samsyn_document *document = builder->document;
    struct arena *arena = &document->arena;

    keep_text(builder);
    if (!document->digest[0])
        sha256_text(document->text.ptr, document->text.len, document->digest);
    return keep(arena, &builder->blocks, &document->blocks,
                &document->block_count) &&
           keep(arena, &builder->runs, &document->runs, &document->run_count) &&
           keep(arena, &builder->rows, &document->rows, &document->row_count) &&
           keep(arena, &builder->notices, &document->notices,
                &document->notice_count);
}

samsyn_status
builder_finish(struct samsyn_document **out, struct samsyn_builder *builder)
{
    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || builder->frames.len)
        return SAMSYN_E_ARGUMENT;
    if (!keep_all(builder))
        return builder_fail(builder, SAMSYN_E_NOMEM);

    struct samsyn_document *document = builder->document;
    samsyn_status status =
        split_document(document, builder->language, &builder->config);
    if (status == SAMSYN_OK && !document->word_count)
        status = SAMSYN_E_EMPTY;
    if (status == SAMSYN_OK)
        status = link_document(document, builder->language, &builder->rules);
    if (status != SAMSYN_OK)
        return builder_fail(builder, status);
    builder->document = NULL;
    *out = document;
    return SAMSYN_OK;
}
