/* SPDX-License-Identifier: MIT */

/* Paragraphs of an OpenDocument file: what they are, and their text.
 *
 * Text boxes and notes stand inside of the paragraph that they belong to: the
 * walk begins anew there, and what it finds is kept until that paragraph has
 * ended. */

#include "read/odt_inside.h"

#ifdef READ_OFFICE

#define HEADING_LEVELS 9

struct strip *
odt_pen(struct odt *odt)
{
    if (odt->deleting)
        return &odt->deleted;
    if (!odt->around.len)
        return &odt->main;
    return odt->at.note ? &odt->notes : &odt->boxes;
}

/* ---- Lists ---- */

/* The list and the item that the paragraph stands in. */
static void
find_item(const struct odt *odt, size_t *depth, const struct odt_level **list,
          struct odt_level **item)
{
    *depth = 0;
    *list = NULL;
    *item = NULL;
    for (size_t i = odt->at.levels; i < odt->levels.len; i++) {
        struct odt_level *level = vec_at(&odt->levels, i);

        if (level->item) {
            *item = level;
            continue;
        }
        (*depth)++;
        *list = level;
        *item = NULL;
    }
}

static void
judge_list(struct odt *odt, struct look *look)
{
    const struct odt_level *list;
    struct odt_level *item;
    size_t depth;

    find_item(odt, &depth, &list, &item);
    if (!item || !list)
        return;
    look->level = (uint8_t)(depth < FLOW_ITEMS ? depth : FLOW_ITEMS);
    look->labelled = !item->header && !item->begun &&
                     odt_is_labelled(&odt->styles, list->style, depth);
    item->begun = true;
}

/* ---- Paragraphs ---- */

static struct look
look_of(struct odt *odt, const struct xml_element *element)
{
    const struct style *style = odt->at.style;
    struct look look = { .heading = style_heading(style),
                         .contents =
                             style->contents == TRI_YES || odt->listing > 0,
                         .quoted = style->quoted == TRI_YES,
                         .furniture = odt->margin,
                         .attached = odt->at.note };

    if (element->word == O_H)
        look.heading =
            (uint8_t)xml_number(element, O_OUTLINELEVEL, 1, HEADING_LEVELS, 1);
    judge_list(odt, &look);
    if (look.furniture || look.attached || look.contents)
        look.heading = look.level = 0;
    return look;
}

samsyn_status
odt_push(struct odt *odt, bool note)
{
    struct strip *pen = odt_pen(odt);
    struct odt_context around = odt->at, *slot = vec_push(&odt->around);
    samsyn_status status = SAMSYN_OK;

    if (!slot)
        return SAMSYN_E_NOMEM;
    *slot = around;
    odt->at = (struct odt_context){ .depth = odt->depth,
                                    .style = &odt->styles.plain,
                                    .note = note,
                                    .spans = odt->spans.len,
                                    .levels = odt->levels.len };
    /* A box in a box: what stood before it is a paragraph of its own. */
    if (pen == odt_pen(odt) && strip_is_open(pen))
        status = strip_paragraph(pen, around.look);
    return status;
}

samsyn_status
odt_pop(struct odt *odt)
{
    samsyn_status status;

    if (!odt->around.len || odt->at.depth != odt->depth)
        return SAMSYN_OK;
    status = odt_flush(odt);
    odt->spans.len = odt->at.spans;
    odt->at = *(struct odt_context *)vec_last(&odt->around);
    odt->around.len--;
    return status;
}

samsyn_status
odt_start_paragraph(struct odt *odt, struct xml_element *element)
{
    const struct odt_table *table = vec_last(&odt->tables);
    samsyn_status status = SAMSYN_OK;

    if ((table && !table->cell) || !(odt->body || odt->margin)) {
        element->skip = true;
        return SAMSYN_OK;
    }
    if (odt->at.in_paragraph)
        status = odt_push(odt, odt->at.note);
    odt->at.in_paragraph = true;
    odt->at.style =
        odt_style(&odt->styles, 'p', xml_attribute(element, O_STYLENAME));
    odt->at.look = look_of(odt, element);
    return status;
}

static samsyn_status
play_notes(struct odt *odt)
{
    const struct odt_note *notes = odt->note_list.data;
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < odt->note_list.len && status == SAMSYN_OK; i++) {
        size_t number =
            notes[i].spot == SPOT_FOOTNOTE ? ++odt->footnotes : ++odt->endnotes;

        flow_part(&odt->flow, notes[i].spot, number);
        status = flow_play(&odt->flow, &odt->notes, notes[i].from, notes[i].to);
    }
    flow_part(&odt->flow, SPOT_PARAGRAPH, 0);
    vec_clear(&odt->note_list);
    strip_clear(&odt->notes);
    return status;
}

samsyn_status
odt_play(struct odt *odt)
{
    samsyn_status status;

    if (odt->around.len || odt->deleting)
        return SAMSYN_OK;
    status = flow_play_all(&odt->flow, &odt->main);
    if (status == SAMSYN_OK && odt->note_list.len)
        status = play_notes(odt);
    if (status == SAMSYN_OK && odt->boxes.events.len)
        status = flow_play_all(&odt->flow, &odt->boxes);
    return status;
}

samsyn_status
odt_end_paragraph(struct odt *odt)
{
    samsyn_status status;

    if (!odt->at.in_paragraph)
        return SAMSYN_OK;
    odt->at.in_paragraph = false;
    if (odt->cut && !odt->deleting)
        return SAMSYN_OK;
    status = strip_paragraph(odt_pen(odt), odt->at.look);
    return status == SAMSYN_OK ? odt_play(odt) : status;
}

samsyn_status
odt_flush(struct odt *odt)
{
    samsyn_status status;

    if (!strip_is_open(odt_pen(odt)))
        return SAMSYN_OK;
    status = strip_paragraph(odt_pen(odt), odt->at.look);
    return status == SAMSYN_OK ? odt_play(odt) : status;
}

/* ---- Text ---- */

samsyn_status
odt_start_span(struct odt *odt, struct xml_element *element)
{
    const struct style *style =
        odt_style(&odt->styles, 't', xml_attribute(element, O_STYLENAME));
    struct odt_span span = { style->bold, style->hidden };
    struct odt_span *slot;

    if (odt->spans.len > odt->at.spans) {
        const struct odt_span *outer = vec_last(&odt->spans);

        span.bold = span.bold ? span.bold : outer->bold;
        span.hidden = span.hidden ? span.hidden : outer->hidden;
    }
    slot = vec_push(&odt->spans);
    if (slot)
        *slot = span;
    return slot ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

/* The look of text: of its span, else of its paragraph. */
static struct odt_span
span_of(const struct odt *odt)
{
    const struct style *style = odt->at.style;
    struct odt_span span = { style->bold, style->hidden };

    if (odt->spans.len > odt->at.spans) {
        const struct odt_span *inner = vec_last(&odt->spans);

        span.bold = inner->bold ? inner->bold : span.bold;
        span.hidden = inner->hidden ? inner->hidden : span.hidden;
    }
    return span;
}

static bool
is_seen(const struct odt *odt)
{
    return odt->at.in_paragraph && (!odt->cut || odt->deleting);
}

samsyn_status
odt_write(struct odt *odt, struct str text)
{
    struct odt_span span;

    if (!is_seen(odt))
        return SAMSYN_OK;
    span = span_of(odt);
    if (span.hidden == TRI_YES)
        return SAMSYN_OK;
    return strip_write(odt_pen(odt), text, span.bold == TRI_YES);
}

samsyn_status
odt_break(struct odt *odt)
{
    if (!is_seen(odt) || span_of(odt).hidden == TRI_YES)
        return SAMSYN_OK;
    return strip_break(odt_pen(odt));
}

#endif
