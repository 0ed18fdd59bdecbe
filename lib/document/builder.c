/* SPDX-License-Identifier: MIT */

/* Makes a document from blocks and text.
 *
 * Blocks are kept on a stack while they are open.  Text belongs to the
 * nearest block that holds text: a paragraph inside an item or a cell only
 * continues it.  Such a block gets its place in the document when its first
 * text comes, and loses it again at its end where no text was left, or only a
 * line of dots to sign on, which is remembered as such.
 *
 * Invariant: runs cover the text that the normaliser has told of, without
 * gaps.  The first failure is kept and returned by every later call. */

#include "document/builder.h"

#include "base/sha256.h"
#include "document/builder_inside.h"
#include "document/place.h"

#include <string.h>

#define HELD_BACK 1024 /* more than a normaliser ever holds back */
#define ASK_EVERY 65536
#define HEADING_LEVELS 9
#define COLUMNS_SPANNED 1000 /* by one cell, at most */

samsyn_status
builder_fail(struct samsyn_builder *builder, samsyn_status status)
{
    builder->status = status;
    return status;
}

static struct frame *
frame_at(const struct samsyn_builder *builder, size_t index)
{
    return vec_at(&builder->frames, index);
}

/* ---- A new builder ---- */

static bool
add_run(struct samsyn_builder *builder, size_t length, bool linear,
        size_t start, size_t end)
{
    if (builder->document->encoding == ENCODING_NONE)
        return true;
    struct run *run = vec_push(&builder->runs);
    if (!run)
        return false;
    if (start == SAMSYN_NONE) {
        start = end = builder->last_place;
        linear = false;
    }
    run->start = (uint32_t)builder->told;
    run->linear = linear;
    run->source_start = start;
    run->source_end = end;
    builder->told += length;
    return true;
}

static bool
told(void *user, size_t length, bool linear, size_t start, size_t end)
{
    return add_run(user, length, linear, start, end);
}

static bool
copy_words(struct word_set *out, struct arena *arena,
           const struct word_set *from)
{
    struct word_set copy = { NULL, from->count };

    copy.words = arena_array(arena, from->count, sizeof *copy.words);
    if (!copy.words)
        return false;
    for (size_t i = 0; i < from->count; i++) {
        copy.words[i] = arena_str(arena, from->words[i]);
        if (!copy.words[i].ptr)
            return false;
    }
    *out = copy;
    return true;
}

static bool
begin_document(struct samsyn_builder *builder, const char *name,
               struct str source, enum encoding encoding, const char *format)
{
    struct samsyn_document *document =
        mem_alloc(&builder->config.mem, sizeof *document);

    if (!document)
        return false;
    arena_init(&document->arena, &builder->config.mem);
    builder->document = document;
    document->encoding = encoding;
    document->name = arena_str(&document->arena, str_of(name));
    document->source = arena_str(&document->arena, source);
    if (!document->name.ptr || !document->source.ptr ||
        builder_set(builder, SAMSYN_PROPERTY_FORMAT, str_of(format)) !=
            SAMSYN_OK)
        return false;
    if (!copy_words(&document->suspended, &document->arena,
                    &builder->language->suspended))
        return false;
    if (encoding == ENCODING_NONE)
        return true;
    sha256_text(source.ptr, source.len, document->digest);
    return place_index(document, &builder->limit);
}

static void
begin_vectors(struct samsyn_builder *builder)
{
    const samsyn_allocator *mem = &builder->config.mem;

    buf_init(&builder->text, mem, BUILDER_MOST_TEXT);
    vec_init(&builder->blocks, mem, sizeof(struct block));
    vec_init(&builder->runs, mem, sizeof(struct run));
    vec_init(&builder->rows, mem, sizeof(struct row));
    vec_init(&builder->frames, mem, sizeof(struct frame));
    vec_init(&builder->notices, mem, sizeof(struct notice));
    vec_init(&builder->rules, mem, sizeof(uint32_t));
}

samsyn_status
builder_new(struct samsyn_builder **out, const char *name, struct str source,
            enum encoding encoding, const char *format,
            const struct samsyn_language *language,
            const struct samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);

    if (source.len > settings->limits[SAMSYN_LIMIT_INPUT])
        return SAMSYN_E_LIMIT;
    struct samsyn_builder *builder = mem_alloc(&settings->mem, sizeof *builder);
    if (!builder)
        return SAMSYN_E_NOMEM;
    builder->config = *settings;
    builder->language = language;
    begin_vectors(builder);
    if (begin_document(builder, name, source, encoding, format))
        builder->normaliser =
            normaliser_new(&settings->mem, &builder->document->suspended,
                           &builder->text, told, builder);
    if (!builder->normaliser) {
        builder_free(builder);
        return SAMSYN_E_NOMEM;
    }
    *out = builder;
    return SAMSYN_OK;
}

void
builder_free(struct samsyn_builder *builder)
{
    if (!builder)
        return;
    samsyn_diagnostics_free(builder->said);
    document_free(builder->document);
    normaliser_free(builder->normaliser);
    buf_done(&builder->text);
    vec_done(&builder->blocks);
    vec_done(&builder->runs);
    vec_done(&builder->rows);
    vec_done(&builder->frames);
    vec_done(&builder->notices);
    vec_done(&builder->rules);
    samsyn_allocator mem = builder->config.mem;
    mem_free(&mem, builder);
}

/* ---- Blocks of text ---- */

static enum zone
zone_of(const struct frame *frame)
{
    if (frame->flags & SAMSYN_BLOCK_FURNITURE)
        return ZONE_FURNITURE;
    if (frame->flags & SAMSYN_BLOCK_CONTENTS)
        return ZONE_CONTENTS;
    return frame->kind == SAMSYN_BLOCK_HEADING ? ZONE_HEADING : ZONE_BODY;
}

/* The frame's text begins: a block of its own, on a line of its own. */
static bool
begin_block(struct samsyn_builder *builder, size_t index)
{
    const struct frame *frame = frame_at(builder, index);
    struct block *block = vec_push(&builder->blocks);

    if (!block)
        return false;
    builder->writing = true;
    builder->writer = index;
    builder->text_kept = builder->text.len;
    builder->runs_kept = builder->runs.len;
    if (builder->text.len) {
        buf_char(&builder->text, '\n');
        if (!add_run(builder, 1, false, SAMSYN_NONE, SAMSYN_NONE))
            return false;
    }
    block->kind = (uint8_t)frame->kind;
    block->level = frame->level;
    block->zone = (uint8_t)zone_of(frame);
    /* A heading that is set aside heads nothing. */
    if (frame->kind == SAMSYN_BLOCK_HEADING && block->zone != ZONE_HEADING) {
        block->kind = SAMSYN_BLOCK_PARAGRAPH;
        block->level = 0;
    }
    /* A heading that is no part of the text heads nothing in it. */
    if (block->kind == SAMSYN_BLOCK_HEADING && block->zone != ZONE_HEADING) {
        block->kind = SAMSYN_BLOCK_PARAGRAPH;
        block->level = 0;
    }
    block->guessed = (frame->flags & SAMSYN_BLOCK_GUESSED) != 0;
    block->quoted = (frame->flags & SAMSYN_BLOCK_QUOTED) != 0;
    block->start = (uint32_t)builder->text.len;
    block->heading = block->lead_in = block->header = NO_INDEX;
    block->row = frame->row;
    block->column = frame->column;
    block->span = (uint16_t)frame->span;
    block->place = frame->place;
    return !buf_failed(&builder->text);
}

/* What a text of nothing but dots, dashes and the like is. */
enum ruling {
    RULING_NONE, /* it holds something else, or is too short */
    RULING_LINE, /* a line across the page */
    RULING_SIGN  /* a line to sign on */
};

static enum ruling
ruling_of(struct str text)
{
    static const char marks[] = "-=*~";
    size_t dots = 0, others = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '.' || text.ptr[i] == '_')
            dots++;
        else if (strchr(marks, text.ptr[i]) && text.ptr[i])
            others++;
        else if (str_starts(str_make(text.ptr + i, text.len - i),
                            STR("\xE2\x80\xA6")))
            dots += 3, i += 2;
        else if (text.ptr[i] != ' ')
            return RULING_NONE;
    }
    if (dots >= 5)
        return RULING_SIGN;
    return dots + others >= 3 ? RULING_LINE : RULING_NONE;
}

static void
drop_block(struct samsyn_builder *builder)
{
    builder->blocks.len--;
    builder->runs.len = builder->runs_kept;
    builder->text.len = builder->told = builder->text_kept;
    if (builder->text.data)
        builder->text.data[builder->text.len] = '\0';
}

static bool
end_block(struct samsyn_builder *builder)
{
    if (!builder->writing)
        return true;
    if (!normaliser_end(builder->normaliser))
        return false;
    builder->writing = false;

    struct block *block = vec_last(&builder->blocks);
    struct str text = buf_view(&builder->text);
    text = str_make(text.ptr + block->start, text.len - block->start);
    enum ruling ruling = ruling_of(text);
    block->end = (uint32_t)builder->text.len;
    if (text.len && ruling == RULING_NONE)
        return true;
    drop_block(builder);
    if (ruling != RULING_SIGN)
        return true;
    uint32_t *rule = vec_push(&builder->rules);
    if (rule)
        *rule = (uint32_t)builder->blocks.len;
    return rule != NULL;
}

/* ---- Opening ---- */

#define IN(kind) (1u << (kind))

/* What may stand in what; [0] is the document itself. */
static const unsigned inside[] = {
    [0] = IN(SAMSYN_BLOCK_HEADING) | IN(SAMSYN_BLOCK_PARAGRAPH) |
          IN(SAMSYN_BLOCK_ITEM) | IN(SAMSYN_BLOCK_TABLE),
    [SAMSYN_BLOCK_HEADING] = 0,
    [SAMSYN_BLOCK_PARAGRAPH] = 0,
    [SAMSYN_BLOCK_ITEM] = IN(SAMSYN_BLOCK_PARAGRAPH) | IN(SAMSYN_BLOCK_ITEM) |
                          IN(SAMSYN_BLOCK_TABLE),
    [SAMSYN_BLOCK_TABLE] = IN(SAMSYN_BLOCK_ROW),
    [SAMSYN_BLOCK_ROW] = IN(SAMSYN_BLOCK_CELL) | IN(SAMSYN_BLOCK_HEADER_CELL),
    [SAMSYN_BLOCK_CELL] = IN(SAMSYN_BLOCK_PARAGRAPH) | IN(SAMSYN_BLOCK_ITEM),
    [SAMSYN_BLOCK_HEADER_CELL] =
        IN(SAMSYN_BLOCK_PARAGRAPH) | IN(SAMSYN_BLOCK_ITEM),
};

static bool
is_cell(samsyn_block kind)
{
    return kind == SAMSYN_BLOCK_CELL || kind == SAMSYN_BLOCK_HEADER_CELL;
}

/* Whether a block may stand in @p outer, NULL for the document. */
static bool
is_allowed(const struct samsyn_builder *builder, const struct frame *outer,
           samsyn_block kind)
{
    if (kind < SAMSYN_BLOCK_HEADING || kind > SAMSYN_BLOCK_HEADER_CELL)
        return false;
    if (!outer)
        return (inside[0] & IN(kind)) != 0;
    if (!(inside[outer->kind] & IN(kind)))
        return false;
    /* An item in a cell is part of the cell. */
    return kind != SAMSYN_BLOCK_TABLE ||
           !is_cell(frame_at(builder, outer->owner)->kind);
}

/* What the level means is the block's: of cells how many columns. */
static bool
level_of(struct frame *frame, const struct frame *outer, int level)
{
    if (frame->kind == SAMSYN_BLOCK_HEADING) {
        frame->level = (uint8_t)level;
        return level >= 1 && level <= HEADING_LEVELS;
    }
    if (is_cell(frame->kind)) {
        frame->span = level > 0 ? (uint32_t)level : 1;
        return level >= 0 && level <= COLUMNS_SPANNED;
    }
    if (frame->kind != SAMSYN_BLOCK_ITEM)
        return true;
    if (!level && outer && outer->level < UINT8_MAX)
        level = outer->level + 1;
    frame->level = (uint8_t)(level ? level : 1);
    return level >= 0 && level <= UINT8_MAX;
}

/* True where the block only continues the one that it stands in. */
static bool
is_continuing(const struct samsyn_builder *builder, const struct frame *outer,
              samsyn_block kind)
{
    if (!outer || (kind != SAMSYN_BLOCK_PARAGRAPH && kind != SAMSYN_BLOCK_ITEM))
        return false;
    samsyn_block owner = frame_at(builder, outer->owner)->kind;
    return is_cell(owner) ||
           (kind == SAMSYN_BLOCK_PARAGRAPH && owner == SAMSYN_BLOCK_ITEM);
}

/* Between two pieces of a block: white space without a place. */
static bool
part_text(struct samsyn_builder *builder)
{
    return !builder->writing || normaliser_add(builder->normaliser, STR(" "),
                                               SAMSYN_NONE, SAMSYN_NONE);
}

static bool
begin_row(struct samsyn_builder *builder, struct frame *frame)
{
    struct row *row = vec_push(&builder->rows);

    if (!row)
        return false;
    frame->row = (uint32_t)(builder->rows.len - 1);
    row->block_first = (uint32_t)builder->blocks.len;
    row->table = builder->tables - 1;
    return true;
}

/* Fill what a new frame takes from the one around it. */
static bool
inherit(struct samsyn_builder *builder, struct frame *frame,
        struct frame *outer, struct str place)
{
    if (outer) {
        frame->flags |= outer->flags;
        frame->place = outer->place;
        frame->row = outer->row;
    }
    if (is_cell(frame->kind)) {
        frame->column = outer->column;
        outer->column += frame->span;
        if (frame->kind == SAMSYN_BLOCK_HEADER_CELL)
            outer->titles += frame->span;
    }
    if (!place.len)
        return true;
    frame->place = arena_str(&builder->document->arena, place);
    return frame->place.ptr != NULL;
}

static bool
push_frame(struct samsyn_builder *builder, struct frame frame, bool continues)
{
    if (continues) {
        if (!part_text(builder))
            return false;
    } else if (!end_block(builder)) {
        return false;
    }
    if (frame.kind == SAMSYN_BLOCK_TABLE)
        builder->tables++;
    if (frame.kind == SAMSYN_BLOCK_ROW && !begin_row(builder, &frame))
        return false;
    struct frame *slot = vec_push(&builder->frames);
    if (slot)
        *slot = frame;
    return slot != NULL;
}

samsyn_status
builder_open(struct samsyn_builder *builder, samsyn_block block, int level,
             unsigned flags, struct str place)
{
    struct frame *outer = vec_last(&builder->frames);
    struct frame frame = { .kind = block,
                           .flags = flags,
                           .owner = builder->frames.len,
                           .row = NO_INDEX,
                           .column = 0 };

    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || !is_allowed(builder, outer, block) ||
        !level_of(&frame, outer, level))
        return SAMSYN_E_ARGUMENT;
    bool continues = is_continuing(builder, outer, block);
    if (continues)
        frame.owner = outer->owner;
    if (!inherit(builder, &frame, outer, place) ||
        !push_frame(builder, frame, continues))
        return builder_fail(builder, SAMSYN_E_NOMEM);
    return SAMSYN_OK;
}

/* ---- Text ---- */

bool
builder_has_range(const struct samsyn_builder *builder, size_t start,
                  size_t end)
{
    if (start == SAMSYN_NONE)
        return true;
    return builder->document->encoding != ENCODING_NONE && start <= end &&
           end <= builder->limit;
}

static samsyn_status
ask(struct samsyn_builder *builder, size_t bytes)
{
    builder->unasked += bytes;
    if (builder->unasked < ASK_EVERY)
        return SAMSYN_OK;
    builder->unasked = 0;
    return config_stops(&builder->config) ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

/* Text of the frame @p owner. */
static bool
write_text(struct samsyn_builder *builder, size_t owner, struct str text,
           size_t start, size_t end)
{
    if (builder->writing && builder->writer != owner && !end_block(builder))
        return false;
    if (!builder->writing && !begin_block(builder, owner))
        return false;
    if (!normaliser_add(builder->normaliser, text, start, end))
        return false;
    if (start != SAMSYN_NONE)
        builder->last_place = end;
    return true;
}

samsyn_status
builder_text(struct samsyn_builder *builder, struct str text, size_t start,
             size_t end)
{
    const struct frame *top = vec_last(&builder->frames);

    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || !top || !builder_has_range(builder, start, end))
        return SAMSYN_E_ARGUMENT;
    size_t owner = top->owner;
    samsyn_block kind = frame_at(builder, owner)->kind;
    if (kind == SAMSYN_BLOCK_TABLE || kind == SAMSYN_BLOCK_ROW)
        return SAMSYN_E_ARGUMENT;
    if (text.len > BUILDER_MOST_TEXT - HELD_BACK ||
        builder->text.len > BUILDER_MOST_TEXT - HELD_BACK - text.len)
        return builder_fail(builder, SAMSYN_E_LIMIT);
    if (ask(builder, text.len) != SAMSYN_OK)
        return builder_fail(builder, SAMSYN_E_STOPPED);
    if (!write_text(builder, owner, text, start, end))
        return builder_fail(builder, SAMSYN_E_NOMEM);
    return SAMSYN_OK;
}

/* ---- Closing ---- */

static void
end_row(struct samsyn_builder *builder, const struct frame *frame)
{
    struct row *row = vec_at(&builder->rows, frame->row);

    row->block_end = (uint32_t)builder->blocks.len;
    row->header = frame->titles && frame->titles == frame->column;
    if (row->block_first == row->block_end)
        builder->rows.len--;
}

samsyn_status
builder_close(struct samsyn_builder *builder)
{
    const struct frame *top = vec_last(&builder->frames);
    bool fine;

    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || !top)
        return SAMSYN_E_ARGUMENT;
    if (top->owner == builder->frames.len - 1)
        fine = end_block(builder);
    else
        fine = part_text(builder);
    if (!fine)
        return builder_fail(builder, SAMSYN_E_NOMEM);
    if (top->kind == SAMSYN_BLOCK_ROW)
        end_row(builder, top);
    builder->frames.len--;
    return SAMSYN_OK;
}
