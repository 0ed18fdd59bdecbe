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
strip_init(struct strip *strip, const samsyn_allocator *mem)
{
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

static bool
add_piece(struct strip *strip, struct str text, bool bold, bool breaks)
{
    struct strip_piece *piece = vec_last(&strip->pieces);

    buf_str(&strip->text, text);
    if (buf_failed(&strip->text))
        return false;
    if (strip->pieces.len == strip->piece_from || breaks || piece->breaks ||
        piece->bold != bold)
        piece = vec_push(&strip->pieces);
    if (!piece)
        return false;
    piece->end = (uint32_t)strip->text.len;
    piece->bold = bold;
    piece->breaks = breaks;
    return true;
}

bool
strip_write(struct strip *strip, struct str text, bool bold)
{
    return !text.len || add_piece(strip, text, bold, false);
}

bool
strip_break(struct strip *strip)
{
    return add_piece(strip, STR(" "), false, true);
}

bool
strip_is_open(const struct strip *strip)
{
    return strip->text.len > strip->text_from;
}

bool
strip_event(struct strip *strip, struct strip_event event)
{
    struct strip_event *slot = vec_push(&strip->events);

    if (!slot)
        return false;
    *slot = event;
    slot->text_from = strip->text_from;
    slot->piece_from = strip->piece_from;
    strip->text_from = slot->text = (uint32_t)strip->text.len;
    strip->piece_from = slot->pieces = (uint32_t)strip->pieces.len;
    return true;
}

bool
strip_paragraph(struct strip *strip, struct look look)
{
    return strip_event(
        strip, (struct strip_event){ .kind = STRIP_PARAGRAPH, .look = look });
}

bool
strip_copy(struct strip *strip, const struct strip *from, size_t index)
{
    const struct strip_event *event = strip_at(from, index);
    bool fine = true;

    for (uint32_t i = event->piece_from; i < event->pieces && fine; i++) {
        const struct strip_piece *piece = strip_piece_at(from, i);

        fine = add_piece(strip, strip_piece_text(from, event, i), piece->bold,
                         piece->breaks);
    }
    return fine && strip_event(strip, *event);
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
