/* SPDX-License-Identifier: MIT */

/* What stands around text in a DOCX file: content controls, text boxes,
 * alternatives, notes.
 *
 * Of alternatives the first that is known is taken, and no other.  What asks
 * to be filled in was not written by anybody, and is left out. */

#include "read/docx_inside.h"

#ifdef READ_OFFICE

#define MOST_BOXES 8 /* in each other */

/* ---- Content controls ---- */

samsyn_status
docx_start_sdt(struct docx *docx, struct xml_element *element)
{
    (void)element;
    return vec_push(&docx->controls) ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

samsyn_status
docx_start_control_value(struct docx *docx, struct xml_element *element)
{
    struct docx_control *control = vec_last(&docx->controls);

    if (!control)
        return SAMSYN_OK;
    if (element->word == W_SHOWINGPLCHDR) {
        control->placeholder = docx_is_on(element);
    } else if (!control->contents &&
               str_equal(docx_val(element), STR("Table of Contents"))) {
        control->contents = true;
        docx->listing++;
    }
    return SAMSYN_OK;
}

/* What asks to be filled in was not written by anybody. */
samsyn_status
docx_start_sdtcontent(struct docx *docx, struct xml_element *element)
{
    const struct docx_control *control = vec_last(&docx->controls);

    element->skip = control && control->placeholder;
    return SAMSYN_OK;
}

samsyn_status
docx_end_sdt(struct docx *docx)
{
    const struct docx_control *control = vec_last(&docx->controls);

    docx->listing -= control->contents;
    docx->controls.len--;
    return SAMSYN_OK;
}

samsyn_status
docx_start_box(struct docx *docx, struct xml_element *element)
{
    struct docx_context *kept;
    samsyn_status status;

    if (docx_is_unseen(docx) || docx->boxes.len == MOST_BOXES ||
        docx_is_between_cells(docx)) {
        element->skip = true;
        return SAMSYN_OK;
    }
    /* Before the pen changes: the cell belongs to its table's strip. */
    status = docx_open_cell(docx);
    if (status == SAMSYN_OK && docx->boxes.len)
        status = docx_flush(docx);
    kept = vec_push(&docx->boxes);
    if (!kept)
        return SAMSYN_E_NOMEM;
    *kept = docx->at;
    docx->at = (struct docx_context){ 0 };
    return status;
}

/* A box in no paragraph is told where it stands, in its cell; any other after
 * its paragraph. */
samsyn_status
docx_end_box(struct docx *docx)
{
    samsyn_status status = docx_flush(docx);

    docx->at = *(struct docx_context *)vec_last(&docx->boxes);
    docx->boxes.len--;
    if (status != SAMSYN_OK || docx->at.in_paragraph ||
        strip_is_open(&docx->main))
        return status;
    return docx_play(docx);
}

samsyn_status
docx_start_alternatives(struct docx *docx, struct xml_element *element)
{
    (void)element;
    return vec_push(&docx->choices) ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

samsyn_status
docx_end_alternatives(struct docx *docx)
{
    docx->choices.len--;
    return SAMSYN_OK;
}

/* Extensions whose text is told in elements that are known here. */
static const char *const known[] = { "wps", "wpg", "wpc",  "wpi",
                                     "w14", "w15", "wp14", "a14" };

static bool
is_known(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (str_equal(name, str_of(known[i])))
            return true;
    }
    return false;
}

samsyn_status
docx_start_choice(struct docx *docx, struct xml_element *element)
{
    bool *taken = vec_last(&docx->choices);
    struct str needs = str_trim(xml_attribute(element, W_REQUIRES));

    if (!taken)
        return SAMSYN_OK;
    element->skip = *taken || (element->word == W_CHOICE && !is_known(needs));
    *taken |= !element->skip;
    return SAMSYN_OK;
}

/* ---- Parts of notes ---- */

/* Lines that part notes from the text have a type; notes have none.  A note
 * that began in a table would end without the table's end. */
samsyn_status
docx_start_note(struct docx *docx, struct xml_element *element)
{
    struct str type = xml_attribute(element, W_TYPE);

    element->skip = docx->part != DOCX_NOTES || docx->boxes.len ||
                    docx->tables.len ||
                    (type.ptr && !str_equal(type, STR("normal")));
    if (element->skip)
        return SAMSYN_OK;

    struct str id = xml_attribute(element, W_ID);
    struct docx_note *note = vec_push(&docx->notes->all);
    uint32_t index = (uint32_t)docx->notes->all.len - 1;
    id = arena_str(&docx->arena, id);
    if (!note || !id.ptr || !lookup_add(&docx->notes->by_id, id, &index))
        return SAMSYN_E_NOMEM;
    note->from = docx->notes->strip.events.len;
    strip_clear(&docx->later);
    return SAMSYN_OK;
}

/* What stood in text boxes of the note follows it. */
static samsyn_status
end_boxes(struct docx *docx)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; i < docx->later.events.len && status == SAMSYN_OK; i++)
        status = strip_copy(&docx->notes->strip, &docx->later, i);
    strip_clear(&docx->later);
    return status;
}

samsyn_status
docx_end_note(struct docx *docx)
{
    samsyn_status status = docx_flush(docx);
    struct docx_note *note = vec_last(&docx->notes->all);

    if (status == SAMSYN_OK)
        status = end_boxes(docx);
    note->to = docx->notes->strip.events.len;
    return status;
}

#endif
