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

/* ---- Notices ---- */

/* The sentence of a code, in the arena. */
static bool
word_notice(struct samsyn_builder *builder, struct notice *notice,
            enum diag_code code)
{
    struct diag_source source = { "", STR(""), NULL };
    struct arena *arena = &builder->document->arena;
    struct samsyn_diagnostics *list =
        diag_new(&builder->config.mem, builder->config.lang);
    bool fine = list && diag_add(list, code, &source, SAMSYN_NONE, SAMSYN_NONE,
                                 NULL, 0, STR(""));

    if (fine) {
        notice->code = arena_str(arena, str_of(diag_code_name(code)));
        notice->text =
            arena_str(arena, str_of(samsyn_diagnostics_message(list, 0)));
    }
    samsyn_diagnostics_free(list);
    return fine && notice->code.ptr && notice->text.ptr;
}

samsyn_status
builder_notice(struct samsyn_builder *builder, enum diag_code code,
               size_t start, size_t end)
{
    struct notice notice = { 0 };

    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || !builder_has_range(builder, start, end))
        return SAMSYN_E_ARGUMENT;
    if (!word_notice(builder, &notice, code))
        return builder_fail(builder, SAMSYN_E_NOMEM);
    notice.span = place_span(builder->document, start, end);
    struct notice *slot = vec_push(&builder->notices);
    if (!slot)
        return builder_fail(builder, SAMSYN_E_NOMEM);
    *slot = notice;
    return SAMSYN_OK;
}

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
    if (document->encoding == ENCODING_NONE)
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
