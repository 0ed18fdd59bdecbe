/* SPDX-License-Identifier: MIT */

/* Tables, rows and cells to the builder.
 *
 * A table of one column without titles is a frame around text.  A table in a
 * cell is text of that cell.  The first row of any other table waits until it
 * is whole: where its file did not say what it is, and all that stands in it
 * is short and bold, it holds the titles of the columns.  A cell that goes on
 * in the rows below says the same in each of them where it is short; where it
 * is long it would be counted several times. */

#include "read/flow.h"

#include "read/flow_inside.h"
#include "read/marks.h"

#define LONGEST_TITLE 60   /* columns of a guessed title */
#define LONGEST_MERGED 100 /* columns of what is said again */
#define MOST_MERGED 1000   /* columns of a table in which cells go on */

void
flow_init(struct flow *flow, const struct reading *reading)
{
    const samsyn_allocator *mem = reading->mem;

    *flow = (struct flow){ .reading = reading };
    strip_init(&flow->first, reading);
    vec_init(&flow->open, mem, sizeof(struct flow_level));
    vec_init(&flow->titles, mem, sizeof(struct flow_cell));
    vec_init(&flow->merged, mem, sizeof(struct flow_cell));
    buf_init(&flow->spot, mem, BUF_ANY);
    buf_init(&flow->cell, mem, BUF_ANY);
    buf_init(&flow->kept, mem, BUF_ANY);
}

void
flow_done(struct flow *flow)
{
    strip_done(&flow->first);
    vec_done(&flow->open);
    vec_done(&flow->titles);
    vec_done(&flow->merged);
    buf_done(&flow->spot);
    buf_done(&flow->cell);
    buf_done(&flow->kept);
}

void
flow_part(struct flow *flow, enum spot part, size_t number)
{
    flow->part = part;
    flow->part_number = number;
}

/* ---- The builder ---- */

samsyn_status
flow_open(struct flow *flow, samsyn_block block, int level, unsigned flags)
{
    const char *place = flow->spot.len ? flow->spot.data : NULL;

    if (buf_failed(&flow->spot))
        return SAMSYN_E_NOMEM;
    return samsyn_builder_open(flow->reading->builder, block, level, flags,
                               place);
}

samsyn_status
flow_write(struct flow *flow, struct str text)
{
    flow->written += text.len;
    if (flow->written > FLOW_MOST_TEXT)
        return reading_refuse(flow->reading, "document-text-large", "16",
                              SAMSYN_E_LIMIT);
    return samsyn_builder_text(flow->reading->builder, text.ptr, text.len,
                               SAMSYN_NONE, SAMSYN_NONE);
}

samsyn_status
flow_close(struct flow *flow)
{
    return samsyn_builder_close(flow->reading->builder);
}

samsyn_status
flow_close_items(struct flow *flow, uint8_t level)
{
    samsyn_status status = SAMSYN_OK;

    while (status == SAMSYN_OK && flow->item_count &&
           flow->items[flow->item_count - 1] >= level) {
        flow->item_count--;
        status = flow_close(flow);
    }
    return status;
}

/* What has no mark of its own, as a note or a text box, goes with the paragraph
 * before it, in which it stands. */
void
flow_take_mark(struct flow *flow, const struct strip_event *event)
{
    if (event->look.mark)
        flow->mark = event->look.mark;
}

/* A paragraph or cell stands at flow->spot; what stands on every page goes with
 * no mark. */
samsyn_status
flow_mark(struct flow *flow)
{
    if (!flow->reading->marks || !flow->mark || !flow->spot.len ||
        flow->part == SPOT_HEADER || flow->part == SPOT_FOOTER)
        return SAMSYN_OK;
    return marks_place(flow->reading->marks, buf_view(&flow->spot), flow->mark);
}

/* ---- Cells that are remembered ---- */

/* The title of a column may be one over several; they are remembered from the
 * left to the right. */
static const struct flow_cell *
title_of(const struct flow *flow, uint32_t column)
{
    size_t from = 0, to = flow->titles.len;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const struct flow_cell *cell = vec_at(&flow->titles, middle);

        if (cell->column <= column)
            from = middle + 1;
        else
            to = middle;
    }
    return from ? vec_at(&flow->titles, from - 1) : NULL;
}

/* The cell of a row above that goes on in this column. */
static const struct flow_cell *
merged_at(const struct flow *flow, uint32_t column)
{
    return column < flow->merged.len ? vec_at(&flow->merged, column) : NULL;
}

static struct str
kept_text(const struct flow *flow, const struct flow_cell *cell)
{
    if (!cell || !cell->length)
        return STR("");
    return str_make(flow->kept.data + cell->start, cell->length);
}

static samsyn_status
remember(struct flow *flow, struct flow_cell *cell)
{
    if (!cell)
        return SAMSYN_E_NOMEM;
    cell->column = flow->column;
    cell->start = flow->kept.len;
    cell->length = flow->cell.len;
    buf_str(&flow->kept, buf_view(&flow->cell));
    return buf_failed(&flow->kept) || buf_failed(&flow->cell) ? SAMSYN_E_NOMEM
                                                              : SAMSYN_OK;
}

/* One of a column, so that what goes on is found at once. */
static samsyn_status
remember_merged(struct flow *flow)
{
    if (flow->column >= MOST_MERGED)
        return SAMSYN_OK;
    while (flow->merged.len <= flow->column) {
        if (!vec_push(&flow->merged))
            return SAMSYN_E_NOMEM;
    }
    return remember(flow, vec_at(&flow->merged, flow->column));
}

/* ---- Rows and cells ---- */

static samsyn_status
open_row(struct flow *flow, const struct strip_event *event)
{
    if (event->header)
        vec_clear(&flow->titles);
    flow->header = event->header;
    flow->rows++;
    flow->next_column = 0;
    buf_clear(&flow->spot);
    return flow_open(flow, SAMSYN_BLOCK_ROW, 0, 0);
}

static void
spot_cell(struct flow *flow)
{
    struct str title = str_trim(kept_text(flow, title_of(flow, flow->column)));

    buf_clear(&flow->spot);
    spot_number(&flow->spot, flow->reading->options->lang, SPOT_TABLE,
                flow->tables);
    spot_number(&flow->spot, flow->reading->options->lang, SPOT_ROW,
                flow->rows);
    spot_column(&flow->spot, flow->reading->options->lang,
                flow->header ? STR("") : title, (size_t)flow->column + 1);
}

/* What stands in the row above, where it is short. */
static samsyn_status
say_again(struct flow *flow)
{
    struct str text = kept_text(flow, merged_at(flow, flow->column));

    if (!text.len || flow_is_longer(text, LONGEST_MERGED))
        return SAMSYN_OK;
    return flow_write(flow, text);
}

static samsyn_status
open_cell(struct flow *flow, const struct strip_event *event)
{
    samsyn_block block =
        flow->header ? SAMSYN_BLOCK_HEADER_CELL : SAMSYN_BLOCK_CELL;
    unsigned flags = flow->header && flow->guessed ? SAMSYN_BLOCK_GUESSED : 0;
    samsyn_status status;

    flow->column = flow->next_column;
    flow->next_column += event->columns;
    flow->merge = event->merge;
    flow->covered = event->merge == MERGE_GOES_ON;
    buf_clear(&flow->cell);
    spot_cell(flow);
    flow_take_mark(flow, event);
    status = flow_mark(flow);
    if (status != SAMSYN_OK)
        return status;
    status = flow_open(flow, block, (int)event->columns, flags);
    flow->in_cell = true;
    if (status == SAMSYN_OK && flow->covered)
        status = say_again(flow);
    return status;
}

static samsyn_status
close_cell(struct flow *flow)
{
    samsyn_status status = SAMSYN_OK;

    flow->in_cell = flow->covered = false;
    if (flow->header)
        status = remember(flow, vec_push(&flow->titles));
    if (status == SAMSYN_OK && flow->merge == MERGE_BEGINS)
        status = remember_merged(flow);
    return status == SAMSYN_OK ? flow_close(flow) : status;
}

static samsyn_status
open_table(struct flow *flow)
{
    samsyn_status status = flow_close_items(flow, 0);

    flow->real = true;
    flow->guessed = false;
    flow->rows = 0;
    flow->tables++;
    vec_clear(&flow->titles);
    vec_clear(&flow->merged);
    buf_clear(&flow->kept);
    buf_clear(&flow->spot);
    return status == SAMSYN_OK ? flow_open(flow, SAMSYN_BLOCK_TABLE, 0, 0)
                               : status;
}

/* ---- Opening and closing ---- */

/* The first row says what the table is. */
static samsyn_status
begin_table(struct flow *flow, struct flow_level *table, bool header)
{
    if (table->columns == 1 && !header) {
        table->sort = FLOW_FRAME;
        return SAMSYN_OK;
    }
    table->sort = FLOW_REAL;
    table->opened = true;
    return open_table(flow);
}

static samsyn_status
push(struct flow *flow, const struct strip_event *event, uint8_t sort,
     bool opened)
{
    struct flow_level *level = vec_push(&flow->open);

    if (!level)
        return SAMSYN_E_NOMEM;
    *level = (struct flow_level){ event->kind, sort, opened, event->columns };
    return SAMSYN_OK;
}

static samsyn_status
begin_row(struct flow *flow, const struct strip_event *event, bool judged)
{
    struct flow_level *table = vec_last(&flow->open);
    samsyn_status status = SAMSYN_OK;

    if (table->sort == FLOW_UNKNOWN)
        status = begin_table(flow, table, event->header);
    if (status != SAMSYN_OK)
        return status;
    bool real = table->sort == FLOW_REAL;
    if (real && !flow->rows && !event->header && !judged) {
        flow->recording = 1;
        strip_clear(&flow->first);
        return strip_event(&flow->first, *event);
    }
    status = push(flow, event, table->sort, real);
    return real && status == SAMSYN_OK ? open_row(flow, event) : status;
}

static samsyn_status
begin(struct flow *flow, const struct strip_event *event, bool judged)
{
    const struct flow_level *outer = vec_last(&flow->open);
    samsyn_status status;

    if (event->kind == STRIP_TABLE)
        return push(flow, event, flow->in_cell ? FLOW_INNER : FLOW_UNKNOWN,
                    false);
    if (event->kind == STRIP_ROW)
        return begin_row(flow, event, judged);
    bool real = outer->sort == FLOW_REAL;
    status = push(flow, event, outer->sort, real);
    return real && status == SAMSYN_OK ? open_cell(flow, event) : status;
}

static samsyn_status
end(struct flow *flow)
{
    struct flow_level level = *(struct flow_level *)vec_last(&flow->open);

    flow->open.len--;
    if (level.kind == STRIP_CELL && level.sort == FLOW_FRAME)
        return flow_close_items(flow, 0);
    if (!level.opened)
        return SAMSYN_OK;
    if (level.kind == STRIP_CELL)
        return close_cell(flow);
    if (level.kind == STRIP_TABLE)
        flow->real = false;
    return flow_close(flow);
}

/* ---- The first row ---- */

/* All that can be seen in the paragraph is bold. */
static bool
is_bold(const struct strip *strip, const struct strip_event *event)
{
    for (uint32_t i = event->piece_from; i < event->pieces; i++) {
        if (!strip_piece_at(strip, i)->bold &&
            !flow_is_blank(strip_piece_text(strip, event, i)))
            return false;
    }
    return true;
}

/* The row that was kept back holds titles: bold, short, at least two. */
static bool
is_title_row(const struct strip *row)
{
    size_t titles = 0;
    bool filled = false;

    for (size_t i = 0; i < row->events.len; i++) {
        const struct strip_event *event = strip_at(row, i);

        if (event->kind == STRIP_TABLE)
            return false;
        if (event->kind == STRIP_CELL)
            filled = false;
        if (event->kind != STRIP_PARAGRAPH ||
            flow_is_blank(strip_text(row, event)))
            continue;
        if (!is_bold(row, event) || event->look.level ||
            flow_is_longer(strip_text(row, event), LONGEST_TITLE))
            return false;
        titles += !filled;
        filled = true;
    }
    return titles > 1;
}

/* A row stands in a table, a cell in a row, and what ends has begun.  The
 * readers see to that; where one does not, its file is refused and not
 * followed out of the list of what is open. */
static bool
is_in_place(const struct flow *flow, const struct strip_event *event)
{
    const struct flow_level *outer = vec_last(&flow->open);

    if (event->kind == STRIP_ROW)
        return outer && outer->kind == STRIP_TABLE;
    if (event->kind == STRIP_CELL)
        return outer && outer->kind == STRIP_ROW;
    return event->kind != STRIP_END || outer;
}

static samsyn_status
play_event(struct flow *flow, const struct strip *strip, size_t index)
{
    const struct strip_event *event = strip_at(strip, index);

    if (event->kind == STRIP_PARAGRAPH)
        return flow_paragraph(flow, strip, event);
    if (!is_in_place(flow, event))
        return reading_refuse(flow->reading, "document-xml-damaged", NULL,
                              SAMSYN_E_NOT_TEXT);
    if (event->kind == STRIP_END)
        return end(flow);
    return begin(flow, event, strip == &flow->first);
}

/* The first row is whole. */
static samsyn_status
play_first(struct flow *flow)
{
    struct strip_event *row = vec_at(&flow->first.events, 0);
    samsyn_status status = SAMSYN_OK;

    row->header = flow->guessed = is_title_row(&flow->first);
    for (size_t i = 0; i < flow->first.events.len && status == SAMSYN_OK; i++)
        status = play_event(flow, &flow->first, i);
    flow->guessed = false;
    return status;
}

static samsyn_status
record(struct flow *flow, const struct strip *strip, size_t index)
{
    uint8_t kind = strip_at(strip, index)->kind;
    samsyn_status status = strip_copy(&flow->first, strip, index);

    if (status != SAMSYN_OK)
        return status;
    if (kind == STRIP_END)
        flow->recording--;
    else if (kind != STRIP_PARAGRAPH)
        flow->recording++;
    return flow->recording ? SAMSYN_OK : play_first(flow);
}

samsyn_status
flow_play(struct flow *flow, const struct strip *strip, size_t from, size_t to)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = from; i < to && status == SAMSYN_OK; i++)
        status = flow->recording ? record(flow, strip, i)
                                 : play_event(flow, strip, i);
    return status;
}

samsyn_status
flow_play_all(struct flow *flow, struct strip *strip)
{
    samsyn_status status = flow_play(flow, strip, 0, strip->events.len);

    strip_clear(strip);
    return status;
}

samsyn_status
flow_end(struct flow *flow)
{
    return flow_close_items(flow, 0);
}
