/* SPDX-License-Identifier: MIT */

/* Paragraphs to the builder, as the Markdown reader opens them.
 *
 * What a person has set by hand is guessed: a first line that is short, bold
 * and without a full stop is a heading, a line that begins with a bullet or a
 * dash an item. */

#include "base/label.h"
#include "base/utf8.h"
#include "read/flow_inside.h"

#define BOLD_LEVEL 6
#define LONGEST_BOLD 100 /* columns of a bold heading */
#define LONGEST_CELL 300 /* bytes of a cell that are remembered */
#define SHORT_LINE 80    /* columns of a line that may be a numbered title */

static const char *
next_code(const char *at, const char *end, uint32_t *code)
{
    size_t size;

    *code = utf8_decode(at, (size_t)(end - at), &size);
    return at + size;
}

bool
flow_is_blank(struct str text)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    uint32_t code;

    while (at < end) {
        at = next_code(at, end, &code);
        if (!utf8_is_space(code) && utf8_is_seen(code))
            return false;
    }
    return true;
}

bool
flow_is_longer(struct str text, size_t columns)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    uint32_t code;
    size_t count = 0;

    while (at < end && count <= columns) {
        at = next_code(at, end, &code);
        count += utf8_is_seen(code);
    }
    return count > columns;
}

/* ---- Flags and places ---- */

static unsigned
flags_of(struct look look)
{
    return (look.contents ? SAMSYN_BLOCK_CONTENTS : 0) |
           (look.quoted ? SAMSYN_BLOCK_QUOTED : 0) |
           (look.furniture ? SAMSYN_BLOCK_FURNITURE : 0);
}

static void
spot_text(struct flow *flow)
{
    buf_clear(&flow->spot);
    if (flow->part == SPOT_PARAGRAPH)
        spot_number(&flow->spot, flow->reading->options->lang, SPOT_PARAGRAPH,
                    ++flow->paragraphs);
    else
        spot_number(&flow->spot, flow->reading->options->lang, flow->part,
                    flow->part_number);
}

/* ---- Lines ---- */

/* A line of a paragraph: pieces [from, to), without the break at its end. */
struct line {
    uint32_t from, to;
    struct str text;
};

static struct line
line_at(const struct strip *strip, const struct strip_event *event,
        uint32_t from)
{
    struct line line = { from, from, STR("") };

    while (line.to < event->pieces && !strip_piece_at(strip, line.to)->breaks)
        line.to++;
    if (line.to > from) {
        const char *start = strip_piece_text(strip, event, from).ptr;
        struct str last = strip_piece_text(strip, event, line.to - 1);

        line.text = str_make(start, (size_t)(last.ptr + last.len - start));
    }
    return line;
}

/* Something bold, and then nothing but bold text or brackets. */
static bool
is_bold(const struct strip *strip, const struct strip_event *event,
        const struct line *line)
{
    bool any = false;

    for (uint32_t i = line->from; i < line->to; i++) {
        struct str text = str_trim(strip_piece_text(strip, event, i));
        bool bold = strip_piece_at(strip, i)->bold;

        if (flow_is_blank(text))
            continue;
        if (!bold &&
            !(any && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')'))
            return false;
        any = true;
    }
    return any;
}

static bool
is_heading(const struct strip *strip, const struct strip_event *event,
           const struct line *line)
{
    struct str text = str_trim(line->text);

    return text.len && !memchr(".:,;", text.ptr[text.len - 1], 4) &&
           is_bold(strip, event, line) &&
           !flow_is_longer(line->text, LONGEST_BOLD) &&
           (line->to == event->pieces || line->to + 1 == event->pieces ||
            !strip_piece_at(strip, line->to + 1)->bold);
}

/* ---- Items by hand ---- */

static bool
ends_sentence(struct str text)
{
    text = str_trim(text);
    return text.len && memchr(".;:,", text.ptr[text.len - 1], 4);
}

/* A dash begins an item; a long one begins what someone says, and a star a
 * remark, unless a tab keeps them apart. */
static bool
is_dash(struct str text, struct label label)
{
    return text.ptr[0] == '-' || text.ptr[label.text - 1] == '\t';
}

static bool
begins_item(struct str text, struct label label)
{
    char mark = label.text > 1 ? text.ptr[1] : ' ';

    switch (label.kind) {
    case LABEL_BULLET:
        return true;
    case LABEL_DASH:
        return is_dash(text, label);
    case LABEL_LETTER:
        return mark == ')';
    case LABEL_NUMBER:
        return ends_sentence(text) || flow_is_longer(text, SHORT_LINE);
    case LABEL_NONE:
    case LABEL_OUTLINE:
    case LABEL_SECTION:
        break;
    }
    return false;
}

/* ---- Text ---- */

static samsyn_status
write_block(struct flow *flow, samsyn_block block, int level, unsigned flags,
            struct str text)
{
    samsyn_status status = flow_open(flow, block, level, flags);

    if (status == SAMSYN_OK)
        status = flow_write(flow, text);
    return status == SAMSYN_OK ? flow_close(flow) : status;
}

/* The text of lines from @p from on; items where they have labels. */
static samsyn_status
write_lines(struct flow *flow, const struct strip *strip,
            const struct strip_event *event, uint32_t from)
{
    unsigned flags = flags_of(event->look);
    samsyn_status status = SAMSYN_OK;
    bool open = false;

    while (from < event->pieces && status == SAMSYN_OK) {
        struct line line = line_at(strip, event, from);
        struct label label = guess_label(line.text);
        bool item = begins_item(line.text, label);

        if (item && open)
            status = flow_close(flow);
        if (status == SAMSYN_OK && (item || !open))
            status = flow_open(
                flow, item ? SAMSYN_BLOCK_ITEM : SAMSYN_BLOCK_PARAGRAPH,
                item ? 1 : 0, flags | (item ? SAMSYN_BLOCK_GUESSED : 0));
        if (item) {
            line.text.ptr += label.text;
            line.text.len -= label.text;
        }
        open = true;
        if (status == SAMSYN_OK)
            status = flow_write(flow, line.text);
        if (status == SAMSYN_OK && line.to < event->pieces)
            status = flow_write(flow, STR(" "));
        from = line.to + 1;
    }
    return open && status == SAMSYN_OK ? flow_close(flow) : status;
}

/* A paragraph that is neither heading nor item by its look. */
static samsyn_status
write_plain(struct flow *flow, const struct strip *strip,
            const struct strip_event *event)
{
    struct line line = line_at(strip, event, event->piece_from);
    unsigned flags = flags_of(event->look) | SAMSYN_BLOCK_GUESSED;
    samsyn_status status;

    if (event->look.furniture || event->look.contents ||
        !is_heading(strip, event, &line))
        return write_lines(flow, strip, event, event->piece_from);
    status =
        write_block(flow, SAMSYN_BLOCK_HEADING, BOLD_LEVEL, flags, line.text);
    if (status != SAMSYN_OK || line.to == event->pieces)
        return status;
    return write_lines(flow, strip, event, line.to + 1);
}

/* In a cell of a table. */
static samsyn_status
write_in_cell(struct flow *flow, const struct strip *strip,
              const struct strip_event *event)
{
    struct str text = strip_text(strip, event);
    bool item = event->look.level && event->look.labelled;

    if (flow->covered)
        return SAMSYN_OK;
    if (flow->cell.len)
        buf_char(&flow->cell, ' ');
    if (flow->cell.len + text.len <= LONGEST_CELL)
        buf_str(&flow->cell, text);
    buf_clear(&flow->spot);
    return write_block(flow, item ? SAMSYN_BLOCK_ITEM : SAMSYN_BLOCK_PARAGRAPH,
                       0, flags_of(event->look), text);
}

/* ---- Items ---- */

static samsyn_status
begin_item(struct flow *flow, const struct strip *strip,
           const struct strip_event *event)
{
    uint8_t level = event->look.level;
    samsyn_status status;

    /* Levels rise, so that there are never more open than there are levels. */
    if (level > FLOW_ITEMS)
        level = FLOW_ITEMS;
    status = flow_close_items(flow, level);
    if (status == SAMSYN_OK)
        status =
            flow_open(flow, SAMSYN_BLOCK_ITEM, level, flags_of(event->look));
    if (status != SAMSYN_OK)
        return status;
    flow->items[flow->item_count++] = level;
    return flow_write(flow, strip_text(strip, event));
}

/* What goes on with an item: more of its text, or a note to it. */
static samsyn_status
go_on(struct flow *flow, const struct strip *strip,
      const struct strip_event *event)
{
    samsyn_status status = SAMSYN_OK;

    if (!event->look.attached)
        status = flow_close_items(flow, (uint8_t)(event->look.level + 1));
    if (status != SAMSYN_OK)
        return status;
    return write_block(flow, SAMSYN_BLOCK_PARAGRAPH, 0, flags_of(event->look),
                       strip_text(strip, event));
}

samsyn_status
flow_paragraph(struct flow *flow, const struct strip *strip,
               const struct strip_event *event)
{
    struct look look = event->look;
    samsyn_status status;

    flow_take_mark(flow, event);
    if (flow_is_blank(strip_text(strip, event)))
        return SAMSYN_OK;
    if (!flow->in_cell)
        spot_text(flow);
    status = flow_mark(flow);
    if (status != SAMSYN_OK)
        return status;
    if (flow->in_cell)
        return write_in_cell(flow, strip, event);
    if (look.level && look.labelled && !look.heading)
        return begin_item(flow, strip, event);
    if ((look.attached || (look.level && !look.heading)) && flow->item_count)
        return go_on(flow, strip, event);
    status = flow_close_items(flow, 0);
    if (status != SAMSYN_OK)
        return status;
    if (look.heading)
        return write_block(flow, SAMSYN_BLOCK_HEADING, look.heading,
                           flags_of(look), strip_text(strip, event));
    return write_plain(flow, strip, event);
}
