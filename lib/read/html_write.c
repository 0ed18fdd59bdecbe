/* SPDX-License-Identifier: MIT */

/* The walk over a page, from its elements to blocks.
 *
 * A block of text begins where text comes and none is open, and ends where an
 * element begins or ends that stands on lines of its own.  Inside of items
 * and cells such pieces are parts of the item or the cell.
 *
 * As in Markdown, a line of bold text alone is a heading that its writer did
 * not mark as one, and lines that begin with the sign of an item are items. */

#include "read/html_write.h"

#include "base/label.h"
#include "base/utf8.h"
#include "read/html_table.h"
#include "read/spot.h"

#define BOLD_LEVEL 6
#define LONGEST_BOLD 100 /* characters of a bold heading */
#define DEEPEST_ITEM 255
#define DEEPEST_HEADING 9

/* What an element leaves to be done at its end. */
enum closing {
    CLOSE_BLOCK, /* the block of text, where one is open */
    CLOSE_HEADING,
    CLOSE_ITEM,
    CLOSE_LIST,
    CLOSE_QUOTE,
    CLOSE_TERM,
    CLOSE_TABLE,
    CLOSE_ROW,
    CLOSE_CELL
};

struct frame {
    uint32_t end; /* the node at which it ends */
    enum closing closing;
};

bool
html_did(struct html_writer *writer, samsyn_status status)
{
    if (writer->status == SAMSYN_OK)
        writer->status = status;
    return writer->status == SAMSYN_OK;
}

/* ---- Blocks ---- */

static unsigned
flags_of(const struct html_writer *writer, const struct html_node *node)
{
    unsigned flags = writer->quotes ? SAMSYN_BLOCK_QUOTED : 0;

    if (node->zone == HTML_ZONE_FURNITURE)
        flags |= SAMSYN_BLOCK_FURNITURE;
    if (node->zone == HTML_ZONE_CONTENTS)
        flags |= SAMSYN_BLOCK_CONTENTS;
    return flags;
}

/* Paragraphs are counted as a reader of the page would: its furniture not. */
static const char *
place_of(struct html_writer *writer, samsyn_block block,
         const struct html_node *node)
{
    if (node->zone == HTML_ZONE_FURNITURE || writer->table.in_cell ||
        block > SAMSYN_BLOCK_ITEM ||
        (block == SAMSYN_BLOCK_PARAGRAPH && writer->items))
        return NULL;
    writer->paragraphs++;
    buf_clear(&writer->place);
    spot_number(&writer->place, writer->lang, SPOT_PARAGRAPH,
                writer->paragraphs);
    return writer->place.data;
}

bool
html_open(struct html_writer *writer, samsyn_block block, int level,
          unsigned flags, const struct html_node *node)
{
    const char *place = place_of(writer, block, node);

    if (buf_failed(&writer->place))
        return html_did(writer, SAMSYN_E_NOMEM);
    return html_did(writer,
                    samsyn_builder_open(writer->builder, block, level,
                                        flags | flags_of(writer, node), place));
}

bool
html_close(struct html_writer *writer)
{
    return html_did(writer, samsyn_builder_close(writer->builder));
}

/* Ends the block that text goes to. */
static bool
end_block(struct html_writer *writer)
{
    writer->term = false;
    writer->line = true;
    if (!writer->open)
        return true;
    writer->open = false;
    return html_close(writer);
}

static bool
push(struct html_writer *writer, uint32_t end, enum closing closing)
{
    struct frame *frame = vec_push(&writer->frames);

    if (!frame)
        return html_did(writer, SAMSYN_E_NOMEM);
    *frame = (struct frame){ end, closing };
    return true;
}

/* ---- Text ---- */

static bool
put(struct html_writer *writer, struct str text)
{
    if (text.len)
        writer->last = text.ptr[text.len - 1];
    return html_did(writer,
                    samsyn_builder_text(writer->builder, text.ptr, text.len,
                                        SAMSYN_NONE, SAMSYN_NONE));
}

/* What is explained stands before what explains it. */
static bool
put_colon(struct html_writer *writer)
{
    writer->term = false;
    return put(writer, writer->last == ':' ? STR(" ") : STR(": "));
}

/* The sign of an item that is no more than text on the page.  Numbers and
 * dashes are that only in a row of lines: alone the one numbers a heading, and
 * the other begins what somebody says. */
static bool
is_item(const struct html_writer *writer, struct label label, struct str text)
{
    if (label.kind == LABEL_LETTER)
        return text.ptr[1] == ')';
    if (label.kind == LABEL_NUMBER || label.kind == LABEL_DASH)
        return writer->lines && (unsigned char)text.ptr[0] < 0x80;
    return label.kind == LABEL_BULLET;
}

/* The text begins a line: perhaps one of an item. */
static bool
begin_line(struct html_writer *writer, const struct html_node *node,
           struct str *text)
{
    struct str bare = str_trim(*text);
    struct label label = guess_label(bare);

    writer->line = false;
    if (writer->items || writer->table.in_cell || !is_item(writer, label, bare))
        return true;
    if (!end_block(writer) ||
        !html_open(writer, SAMSYN_BLOCK_ITEM, 1, SAMSYN_BLOCK_GUESSED, node))
        return false;
    writer->open = true;
    writer->line = false;
    size_t skipped = (size_t)(bare.ptr - text->ptr) + label.text;
    *text = str_make(text->ptr + skipped, text->len - skipped);
    return true;
}

static bool
write_text(struct html_writer *writer, const struct html_node *node)
{
    struct str text = html_text(writer->tree, node);
    bool blank = !str_trim(text).len;

    if (blank && (!writer->open || writer->term))
        return true;
    /* Between the cells of a table. */
    if (writer->table.open && !writer->table.in_cell)
        return true;
    if (!blank && writer->line && !begin_line(writer, node, &text))
        return false;
    if (!writer->open && !html_open(writer, SAMSYN_BLOCK_PARAGRAPH, 0, 0, node))
        return false;
    writer->open = true;
    if (writer->term && !put_colon(writer))
        return false;
    return put(writer, text);
}

bool
html_put_flat(struct html_writer *writer, uint32_t index)
{
    const struct html_tree *tree = writer->tree;
    uint32_t end = html_at(tree, index)->end;

    for (uint32_t i = index + 1; i < end; i++) {
        const struct html_node *node = html_at(tree, i);

        if (node->tag == HTML_TEXT && !node->unseen &&
            !put(writer, html_text(tree, node)))
            return false;
        if ((node->block || node->tag == HTML_BR) && !put(writer, STR(" ")))
            return false;
    }
    return true;
}

/* Two in a row part paragraphs. */
static bool
write_break(struct html_writer *writer, uint32_t index)
{
    const struct html_node *before = html_at(writer->tree, index - 1);
    bool twice = before->tag == HTML_BR;

    if (index > 1 && before->tag == HTML_TEXT &&
        !str_trim(html_text(writer->tree, before)).len)
        twice = html_at(writer->tree, index - 2)->tag == HTML_BR;
    if (twice)
        return end_block(writer);
    writer->line = true;
    return !writer->open || put(writer, STR(" "));
}

/* ---- Headings that are only bold ---- */

/* A line of a paragraph. */
struct line {
    uint32_t end;
    uint32_t last; /* its last text that is not blank */
    size_t length; /* characters */
};

/* The first one; false where something stands in it that is no text. */
static bool
first_line(const struct html_tree *tree, uint32_t index, struct line *out)
{
    uint32_t end = html_at(tree, index)->end, i = index + 1;
    struct line line = { .last = index };

    for (; i < end && html_at(tree, i)->tag != HTML_BR; i++) {
        const struct html_node *node = html_at(tree, i);

        if (node->block || node->zone != HTML_ZONE_BODY)
            return false;
        if (node->tag != HTML_TEXT || node->unseen)
            continue;
        struct str text = str_trim(html_text(tree, node));
        line.length += utf8_count(text.ptr, text.len);
        line.last = text.len ? i : line.last;
    }
    line.end = i;
    *out = line;
    return line.last > index;
}

/* Bold, but for what stands in brackets at its end. */
static bool
is_bold_line(const struct html_tree *tree, uint32_t index,
             const struct line *line)
{
    struct str last = str_trim(html_text(tree, html_at(tree, line->last)));

    if (memchr(".:,;", last.ptr[last.len - 1], 4))
        return false;
    return html_is_bold(tree, index + 1, line->end) ||
           (last.ptr[0] == '(' && last.ptr[last.len - 1] == ')' &&
            html_is_bold(tree, index + 1, line->last));
}

/* Where the first line of a paragraph ends; 0 where it is no line of bold
 * text, or goes on in bold below. */
static uint32_t
bold_line(const struct html_tree *tree, uint32_t index)
{
    uint32_t end = html_at(tree, index)->end;
    struct line line;

    if (!first_line(tree, index, &line) || line.length > LONGEST_BOLD ||
        !is_bold_line(tree, index, &line))
        return 0;
    for (uint32_t i = line.end; i < end; i++) {
        if (html_at(tree, i)->block)
            return 0;
    }
    return line.end < end && html_is_bold(tree, index + 1, end) ? 0 : line.end;
}

static bool
begin_heading(struct html_writer *writer, uint32_t index, uint32_t end,
              int level, unsigned flags)
{
    if (!html_open(writer, SAMSYN_BLOCK_HEADING, level, flags,
                   html_at(writer->tree, index)))
        return false;
    writer->open = true;
    writer->line = false;
    writer->level = (uint8_t)level;
    return push(writer, end, CLOSE_BLOCK);
}

static bool
begin_paragraph(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);
    uint32_t line = 0;

    writer->lines = false;
    for (uint32_t i = index + 1; i < node->end && !writer->lines; i++)
        writer->lines = html_at(writer->tree, i)->tag == HTML_BR;
    if (!push(writer, node->end, CLOSE_BLOCK))
        return false;
    if (!writer->items && !writer->table.in_cell)
        line = bold_line(writer->tree, index);
    return !line ||
           begin_heading(writer, index, line, BOLD_LEVEL, SAMSYN_BLOCK_GUESSED);
}

/* ---- Elements ---- */

static bool
open_heading(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);

    /* A heading in a list or a table does not divide the page. */
    if (writer->items || writer->table.in_cell)
        return push(writer, node->end, CLOSE_BLOCK);
    return begin_heading(writer, index, node->end, node->level, 0);
}

/* What stands on a fold titles what is in it. */
static bool
open_summary(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);
    int level = writer->level < DEEPEST_HEADING ? writer->level + 1 : 9;
    bool titled = node->titled;

    if (writer->items || writer->table.in_cell || titled)
        return push(writer, node->end, CLOSE_BLOCK);
    if (!begin_heading(writer, index, node->end, level, SAMSYN_BLOCK_GUESSED))
        return false;
    writer->level = (uint8_t)(level - 1); /* folds stand side by side */
    return true;
}

static bool
open_item(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);
    uint32_t level = writer->lists ? writer->lists : 1;

    if (writer->table.in_cell)
        return push(writer, node->end, CLOSE_BLOCK);
    writer->items++;
    return html_open(writer, SAMSYN_BLOCK_ITEM,
                     (int)(level < DEEPEST_ITEM ? level : DEEPEST_ITEM), 0,
                     node) &&
           push(writer, node->end, CLOSE_ITEM);
}

static bool
open_list(struct html_writer *writer, uint32_t index)
{
    writer->lists++;
    return push(writer, html_at(writer->tree, index)->end, CLOSE_LIST);
}

static bool
open_quote(struct html_writer *writer, uint32_t index)
{
    writer->quotes++;
    return push(writer, html_at(writer->tree, index)->end, CLOSE_QUOTE);
}

static bool
open_term(struct html_writer *writer, uint32_t index)
{
    return push(writer, html_at(writer->tree, index)->end, CLOSE_TERM);
}

static bool
open_plain(struct html_writer *writer, uint32_t index)
{
    return push(writer, html_at(writer->tree, index)->end, CLOSE_BLOCK);
}

/* In a cell is no other table: html_is_layout() has seen to that. */
static bool
open_table(struct html_writer *writer, uint32_t index)
{
    if (writer->table.here || html_is_layout(writer->tree, index))
        return open_plain(writer, index);
    return html_begin_table(writer) &&
           push(writer, html_at(writer->tree, index)->end, CLOSE_TABLE);
}

static bool
open_row(struct html_writer *writer, uint32_t index)
{
    if (!writer->table.here || writer->table.in_row)
        return open_plain(writer, index);
    return html_begin_row(writer, index) &&
           push(writer, html_at(writer->tree, index)->end, CLOSE_ROW);
}

static bool
open_cell(struct html_writer *writer, uint32_t index)
{
    if (!writer->table.in_row || writer->table.in_cell)
        return begin_paragraph(writer, index);
    return html_begin_cell(writer, index) &&
           push(writer, html_at(writer->tree, index)->end, CLOSE_CELL);
}

static bool
open_caption(struct html_writer *writer, uint32_t index)
{
    return html_pause_table(writer) && open_plain(writer, index);
}

static const struct opening {
    enum html_tag tag;
    bool (*open)(struct html_writer *writer, uint32_t index);
} openings[] = {
    { HTML_CAPTION, open_caption }, { HTML_CELL, open_cell },
    { HTML_DD, begin_paragraph },   { HTML_DIV, begin_paragraph },
    { HTML_DT, open_term },         { HTML_HEADER_CELL, open_cell },
    { HTML_HEADING, open_heading }, { HTML_ITEM, open_item },
    { HTML_LIST, open_list },       { HTML_PARAGRAPH, begin_paragraph },
    { HTML_QUOTE, open_quote },     { HTML_ROW, open_row },
    { HTML_SUMMARY, open_summary }, { HTML_TABLE, open_table },
};

/* A paragraph that explains a term stands beside it. */
static bool
goes_on(const struct html_writer *writer, const struct html_node *node)
{
    return writer->term &&
           (node->tag == HTML_DD || node->tag == HTML_PARAGRAPH);
}

static bool
enter(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);

    if (goes_on(writer, node))
        return push(writer, node->end, CLOSE_BLOCK);
    if (!end_block(writer))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(openings); i++) {
        if (node->tag == openings[i].tag)
            return openings[i].open(writer, index);
    }
    return open_plain(writer, index);
}

static bool
leave(struct html_writer *writer, enum closing closing)
{
    /* A term's block waits for what explains it. */
    if (closing == CLOSE_TERM) {
        writer->term = writer->open;
        return true;
    }
    if (!end_block(writer))
        return false;
    writer->lists -= closing == CLOSE_LIST;
    writer->quotes -= closing == CLOSE_QUOTE;
    writer->items -= closing == CLOSE_ITEM;
    if (closing == CLOSE_ITEM)
        return html_close(writer);
    if (closing == CLOSE_CELL)
        return html_end_cell(writer);
    if (closing == CLOSE_ROW)
        return html_end_row(writer);
    return closing != CLOSE_TABLE || html_end_table(writer);
}

/* Everything that ends where this node begins. */
static bool
leave_all(struct html_writer *writer, uint32_t index)
{
    struct frame *frame = vec_last(&writer->frames);

    while (frame && frame->end <= index) {
        enum closing closing = frame->closing;

        writer->frames.len--;
        if (!leave(writer, closing))
            return false;
        frame = vec_last(&writer->frames);
    }
    return true;
}

/* Not shown, or furniture inside of an item or a cell, which are one piece of
 * text each. */
static bool
is_left_out(const struct html_writer *writer, const struct html_node *node)
{
    if (node->unseen)
        return true;
    return (writer->items || writer->table.here) &&
           node->zone == HTML_ZONE_FURNITURE &&
           html_at(writer->tree, node->parent)->zone != HTML_ZONE_FURNITURE;
}

/* Where the walk goes on. */
static uint32_t
visit(struct html_writer *writer, uint32_t index)
{
    const struct html_node *node = html_at(writer->tree, index);
    const struct html_node *parent = html_at(writer->tree, node->parent);

    if (is_left_out(writer, node))
        return node->end;
    if (node->tag == HTML_TEXT)
        write_text(writer, node);
    else if (node->tag == HTML_BR)
        write_break(writer, index);
    else if (node->block || node->zone != parent->zone)
        enter(writer, index);
    return index + 1;
}

static samsyn_status
walk(struct html_writer *writer)
{
    uint32_t count = (uint32_t)writer->tree->nodes.len;

    for (uint32_t i = 1;
         i < count && leave_all(writer, i) && writer->status == SAMSYN_OK;)
        i = visit(writer, i);
    if (writer->status == SAMSYN_OK && leave_all(writer, count))
        end_block(writer);
    return writer->status;
}

samsyn_status
html_write(const struct html_tree *tree, const struct reading *reading)
{
    struct html_writer writer = {
        .tree = tree,
        .builder = reading->builder,
        .lang = reading->options->lang,
        .status = SAMSYN_OK,
        .line = true,
    };
    const samsyn_allocator *mem = reading->mem;

    vec_init(&writer.frames, mem, sizeof(struct frame));
    buf_init(&writer.place, mem, 200);
    html_rows_init(&writer.table, mem);
    walk(&writer);
    html_rows_done(&writer.table);
    buf_done(&writer.place);
    vec_done(&writer.frames);
    return writer.status;
}
