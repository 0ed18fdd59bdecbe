/* SPDX-License-Identifier: MIT */

/* Paragraphs and tables as events.
 *
 * Invariant: the texts and pieces of paragraphs follow each other without
 * gaps, in the order of their events; what comes after the last of them is
 * the paragraph that is open. */

#include "read/strip.h"

#include <string.h>

/* Offsets are 32 bits; parts of a file are far smaller. */
#define MOST_TEXT (UINT32_MAX / 2)

void
strip_init(struct strip *strip, const struct reading *reading)
{
    const samsyn_allocator *mem = reading->mem;

    strip->reading = reading;
    buf_init(&strip->text, mem, MOST_TEXT);
    vec_init(&strip->pieces, mem, sizeof(struct strip_piece));
    vec_init(&strip->events, mem, sizeof(struct strip_event));
    strip->text_from = strip->piece_from = 0;
}

void
strip_done(struct strip *strip)
{
    buf_done(&strip->text);
    vec_done(&strip->pieces);
    vec_done(&strip->events);
}

void
strip_clear(struct strip *strip)
{
    buf_clear(&strip->text);
    vec_clear(&strip->pieces);
    vec_clear(&strip->events);
    strip->text_from = strip->piece_from = 0;
}

static samsyn_status
add_piece(struct strip *strip, struct str text, bool bold, bool breaks)
{
    struct strip_piece *piece = vec_last(&strip->pieces);

    buf_str(&strip->text, text);
    if (buf_failed(&strip->text))
        return SAMSYN_E_NOMEM;
    if (strip->pieces.len == strip->piece_from || breaks || piece->breaks ||
        piece->bold != bold)
        piece = vec_push(&strip->pieces);
    if (!piece)
        return SAMSYN_E_NOMEM;
    piece->end = (uint32_t)strip->text.len;
    piece->bold = bold;
    piece->breaks = breaks;
    return SAMSYN_OK;
}

samsyn_status
strip_write(struct strip *strip, struct str text, bool bold)
{
    return text.len ? add_piece(strip, text, bold, false) : SAMSYN_OK;
}

samsyn_status
strip_break(struct strip *strip)
{
    return add_piece(strip, STR(" "), false, true);
}

bool
strip_is_open(const struct strip *strip)
{
    return strip->text.len > strip->text_from;
}

samsyn_status
strip_event(struct strip *strip, struct strip_event event)
{
    struct strip_event *slot;

    if (strip->events.len == STRIP_MOST_EVENTS)
        return reading_refuse(strip->reading, "document-xml-elements",
                              "1000000", SAMSYN_E_LIMIT);
    slot = vec_push(&strip->events);
    if (!slot)
        return SAMSYN_E_NOMEM;
    *slot = event;
    slot->text_from = strip->text_from;
    slot->piece_from = strip->piece_from;
    strip->text_from = slot->text = (uint32_t)strip->text.len;
    strip->piece_from = slot->pieces = (uint32_t)strip->pieces.len;
    return SAMSYN_OK;
}

samsyn_status
strip_paragraph(struct strip *strip, struct look look)
{
    return strip_event(
        strip, (struct strip_event){ .kind = STRIP_PARAGRAPH, .look = look });
}

samsyn_status
strip_copy(struct strip *strip, const struct strip *from, size_t index)
{
    const struct strip_event *event = strip_at(from, index);
    samsyn_status status = SAMSYN_OK;

    for (uint32_t i = event->piece_from;
         i < event->pieces && status == SAMSYN_OK; i++) {
        const struct strip_piece *piece = strip_piece_at(from, i);

        status = add_piece(strip, strip_piece_text(from, event, i), piece->bold,
                           piece->breaks);
    }
    return status == SAMSYN_OK ? strip_event(strip, *event) : status;
}

struct str
strip_text(const struct strip *strip, const struct strip_event *event)
{
    if (event->text == event->text_from)
        return STR("");
    return str_make(strip->text.data + event->text_from,
                    event->text - event->text_from);
}

struct str
strip_piece_text(const struct strip *strip, const struct strip_event *event,
                 uint32_t piece)
{
    uint32_t start = piece == event->piece_from
                         ? event->text_from
                         : strip_piece_at(strip, piece - 1)->end;

    return str_make(strip->text.data + start,
                    strip_piece_at(strip, piece)->end - start);
}
