/* SPDX-License-Identifier: MIT */

/* Tracked changes of an OpenDocument file.
 *
 * They are told at the top of the text: what was put in has marks around it
 * in the text, what was taken away stands at the top, and a mark where it
 * was.  As accepted, the marks say nothing; as rejected, what is between the
 * first is left out and the second is put back, once. */

#include "read/odt_inside.h"

#ifdef READ_OFFICE

#define MOST_CHANGES 100000

samsyn_status
odt_start_region(struct odt *odt, struct xml_element *element)
{
    struct str id = xml_attribute(element, O_TEXTID);
    uint32_t index = (uint32_t)odt->changes.len;

    if (odt->accept || index == MOST_CHANGES)
        return SAMSYN_OK;
    id = id.ptr ? id : xml_attribute(element, O_XMLID);
    id = arena_str(&odt->arena, id.ptr ? id : STR(""));
    return id.ptr && vec_push(&odt->changes) &&
                   lookup_add(&odt->by_id, id, &index)
               ? SAMSYN_OK
               : SAMSYN_E_NOMEM;
}

samsyn_status
odt_start_deletion(struct odt *odt, struct xml_element *element)
{
    struct odt_change *change = vec_last(&odt->changes);

    odt->tracked++;
    element->skip = true;
    /* One that began in a table would end without the table's end. */
    if (!change || odt->deleting || odt->tables.len)
        return SAMSYN_OK;
    if (element->word == O_INSERTION) {
        change->insertion = true;
        return SAMSYN_OK;
    }
    element->skip = false;
    change->from = change->to = odt->deleted.events.len;
    odt->deleting = true;
    return SAMSYN_OK;
}

samsyn_status
odt_end_region(struct odt *odt)
{
    struct odt_change *change = vec_last(&odt->changes);
    samsyn_status status = odt_flush(odt);

    change->to = odt->deleted.events.len;
    odt->deleting = false;
    return status;
}

/* Put the text back that was taken away; its paragraphs end but for the
 * last. */
static samsyn_status
put_back(struct odt *odt, struct odt_change *change)
{
    struct strip *pen = odt_pen(odt);
    samsyn_status status = SAMSYN_OK;

    for (size_t i = change->from; i < change->to && status == SAMSYN_OK; i++) {
        const struct strip_event *event = strip_at(&odt->deleted, i);

        if (event->kind != STRIP_PARAGRAPH)
            continue;
        if (i > change->from)
            status = strip_paragraph(pen, odt->at.look);
        if (status == SAMSYN_OK)
            status = strip_write(pen, strip_text(&odt->deleted, event), false);
    }
    change->to = change->from;
    return status;
}

samsyn_status
odt_start_mark(struct odt *odt, struct xml_element *element)
{
    struct str id = xml_attribute(element, O_CHANGEID);
    uint32_t index = id.ptr ? lookup_find(&odt->by_id, id) : LOOKUP_NONE;
    struct odt_change *change;

    if (index == LOOKUP_NONE)
        return SAMSYN_OK;
    change = vec_at(&odt->changes, index);
    if (element->word == O_CHANGE)
        return odt->at.in_paragraph && !change->insertion
                   ? put_back(odt, change)
                   : SAMSYN_OK;
    if (change->insertion && element->word == O_CHANGESTART)
        odt->cut++;
    else if (change->insertion && odt->cut)
        odt->cut--;
    return SAMSYN_OK;
}

#endif
