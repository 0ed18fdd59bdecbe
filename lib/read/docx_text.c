/* SPDX-License-Identifier: MIT */

/* Paragraphs of a DOCX file: what they are, their text, fields and notes.
 *
 * A paragraph is kept until its end, since what stands in a text box comes in
 * the middle of it and is to follow it, as its notes are. */

#include "read/docx_inside.h"

#ifdef READ_OFFICE
#include "read/marks.h"

#include <string.h>

#define MOST_FIELDS 64 /* in each other; deeper ones are taken as text */

struct strip *
docx_pen(struct docx *docx)
{
    if (docx->boxes.len)
        return &docx->later;
    return docx->part == DOCX_NOTES ? &docx->notes->strip : &docx->main;
}

/* ---- What a paragraph is ---- */

void
docx_begin_paragraph(struct docx *docx)
{
    docx->at.in_paragraph = true;
    docx->at.paragraph =
        (struct docx_paragraph){ .list_level = -1, .outline = -1 };
    docx->at.run = (struct docx_run){ 0 };
}

static const struct style *
style_of(const struct docx *docx)
{
    const struct style *style = docx->at.paragraph.style;

    return style ? style : &docx->styles.plain;
}

static uint8_t
heading_of(const struct docx *docx, const struct style *style)
{
    if (docx->at.paragraph.outline >= 0)
        return (uint8_t)docx->at.paragraph.outline;
    return style_heading(style);
}

static struct look
look_of(const struct docx *docx)
{
    const struct docx_paragraph *paragraph = &docx->at.paragraph;
    const struct style *style = style_of(docx);
    struct look look = { .heading = heading_of(docx, style),
                         .contents =
                             style->contents == TRI_YES || docx->listing > 0,
                         .quoted = style->quoted == TRI_YES,
                         .furniture = docx->part == DOCX_MARGIN,
                         .attached = docx->part == DOCX_NOTES,
                         .mark = docx->at.mark };
    int list = paragraph->says_list ? paragraph->list : style->list;

    if (look.contents)
        look.heading = 0;
    look.level = docx_list_level(&docx->styles, list, paragraph->list_level,
                                 style, &look.labelled);
    if (look.furniture || look.attached || look.contents)
        look.heading = look.level = 0;
    return look;
}

/* ---- The end of a paragraph ---- */

static samsyn_status
play_notes(struct docx *docx)
{
    const struct docx_call *calls = docx->called.data;
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < docx->called.len && status == SAMSYN_OK; i++) {
        struct docx_notes *notes = calls[i].notes;
        struct docx_note *note = vec_at(&notes->all, calls[i].index);

        if (note->played)
            continue;
        note->played = true;
        flow_part(&docx->flow, notes->spot, ++notes->played);
        status = flow_play(&docx->flow, &notes->strip, note->from, note->to);
    }
    flow_part(&docx->flow, SPOT_PARAGRAPH, 0);
    vec_clear(&docx->called);
    return status;
}

samsyn_status
docx_play(struct docx *docx)
{
    samsyn_status status = SAMSYN_OK;

    if (docx->boxes.len || docx->part == DOCX_NOTES)
        return SAMSYN_OK;
    status = flow_play_all(&docx->flow, &docx->main);
    if (status == SAMSYN_OK && docx->called.len)
        status = play_notes(docx);
    if (status == SAMSYN_OK && docx->later.events.len)
        status = flow_play_all(&docx->flow, &docx->later);
    return status;
}

/* A field whose code did not end with its paragraph is broken, and so is a
 * table of contents with a heading of the text in it. */
static void
mend_fields(struct docx *docx)
{
    const struct docx_field *field = vec_last(&docx->fields);
    bool heading = docx->at.paragraph.style && docx->listing &&
                   heading_of(docx, docx->at.paragraph.style) &&
                   docx->at.paragraph.style->contents != TRI_YES;

    while (field && !field->simple &&
           (field->code || (heading && field->contents))) {
        docx_end_field(docx, false);
        field = vec_last(&docx->fields);
    }
}

samsyn_status
docx_end_paragraph(struct docx *docx)
{
    samsyn_status status;

    if (!docx->at.in_paragraph)
        return SAMSYN_OK;
    docx->at.in_paragraph = docx->at.in_run = false;
    marks_end(docx->reading->marks, docx->at.mark, docx->spot);
    if (docx->fields.len)
        mend_fields(docx);
    if (docx->at.paragraph.joins)
        return SAMSYN_OK;
    status = strip_paragraph(docx_pen(docx), look_of(docx));
    return status == SAMSYN_OK ? docx_play(docx) : status;
}

samsyn_status
docx_flush(struct docx *docx)
{
    samsyn_status status;

    if (!strip_is_open(docx_pen(docx)))
        return SAMSYN_OK;
    status = strip_paragraph(docx_pen(docx), look_of(docx));
    return status == SAMSYN_OK ? docx_play(docx) : status;
}

/* ---- Text ---- */

/* Said by the run, else by its style, else by that of the paragraph. */
static bool
is_yes(enum tri run, enum tri style, enum tri paragraph)
{
    enum tri said = run ? run : style ? style : paragraph;

    return said == TRI_YES;
}

static bool
is_bold(const struct docx *docx)
{
    const struct docx_run *run = &docx->at.run;

    return is_yes(run->bold, run->style ? run->style->bold : TRI_UNSAID,
                  style_of(docx)->bold);
}

bool
docx_is_unseen(const struct docx *docx)
{
    const struct docx_run *run = &docx->at.run;

    return docx->coded ||
           is_yes(run->hidden, run->style ? run->style->hidden : TRI_UNSAID,
                  style_of(docx)->hidden);
}

samsyn_status
docx_write(struct docx *docx, struct str text)
{
    if (!docx->at.in_paragraph || docx_is_unseen(docx))
        return SAMSYN_OK;
    return strip_write(docx_pen(docx), text, is_bold(docx));
}

samsyn_status
docx_break(struct docx *docx)
{
    if (!docx->at.in_paragraph || docx_is_unseen(docx))
        return SAMSYN_OK;
    return strip_break(docx_pen(docx));
}

/* ---- Fields ---- */

samsyn_status
docx_begin_field(struct docx *docx, bool simple)
{
    struct docx_field *field;

    if (docx->fields.len == MOST_FIELDS)
        return SAMSYN_OK;
    field = vec_push(&docx->fields);
    if (!field)
        return SAMSYN_E_NOMEM;
    field->code = true;
    field->simple = simple;
    docx->coded++;
    return SAMSYN_OK;
}

void
docx_field_code(struct docx *docx, struct str text)
{
    struct docx_field *field = vec_last(&docx->fields);

    for (size_t i = 0; field && field->code && i < text.len; i++) {
        if ((field->size || text.ptr[i] != ' ') &&
            field->size < sizeof field->name)
            field->name[field->size++] = text.ptr[i];
    }
}

void
docx_end_code(struct docx *docx)
{
    struct docx_field *field = vec_last(&docx->fields);

    if (!field || !field->code)
        return;
    field->code = false;
    docx->coded--;
    field->contents = field->size >= 3 && memcmp(field->name, "TOC", 3) == 0 &&
                      (field->size == 3 || field->name[3] == ' ');
    docx->listing += field->contents;
}

void
docx_end_field(struct docx *docx, bool simple)
{
    const struct docx_field *field = vec_last(&docx->fields);

    if (!field || field->simple != simple)
        return;
    docx->coded -= field->code;
    docx->listing -= field->contents;
    docx->fields.len--;
}

/* ---- Notes ---- */

samsyn_status
docx_call_note(struct docx *docx, struct docx_notes *notes, struct str id)
{
    uint32_t index = id.ptr ? lookup_find(&notes->by_id, id) : LOOKUP_NONE;
    struct docx_call *call;

    if (index == LOOKUP_NONE || docx->part == DOCX_NOTES ||
        docx_is_unseen(docx))
        return SAMSYN_OK;
    call = vec_push(&docx->called);
    if (!call)
        return SAMSYN_E_NOMEM;
    *call = (struct docx_call){ notes, index };
    return SAMSYN_OK;
}

#endif
