/* SPDX-License-Identifier: MIT */

/* Through a part of an OpenDocument file, element by element.
 *
 * An element that is not in `steps` is passed through, since it may hold
 * text: sections, links, frames, shapes.  All text inside a paragraph is its
 * text, but for what stands in elements that are skipped. */

#include "read/odt_inside.h"

#ifdef READ_OFFICE

/* ---- Text ---- */

static samsyn_status
end_span(struct odt *odt)
{
    if (odt->spans.len > odt->at.spans)
        odt->spans.len--;
    return SAMSYN_OK;
}

static samsyn_status
start_blanks(struct odt *odt, struct xml_element *element)
{
    (void)element;
    return odt_write(odt, STR(" "));
}

static samsyn_status
start_tab(struct odt *odt, struct xml_element *element)
{
    (void)element;
    return odt_write(odt, STR("\t"));
}

static samsyn_status
start_break(struct odt *odt, struct xml_element *element)
{
    (void)element;
    return odt_break(odt);
}

/* ---- Lists ---- */

static samsyn_status
start_list(struct odt *odt, struct xml_element *element)
{
    struct str name = xml_attribute(element, O_STYLENAME);
    const struct odt_level *outer = vec_last(&odt->levels);
    uint32_t style = LOOKUP_NONE;
    struct odt_level *level;

    if (name.ptr)
        style = odt_list_style(&odt->styles, name);
    else if (outer && odt->levels.len > odt->at.levels)
        style = outer->style;
    level = vec_push(&odt->levels);
    if (!level)
        return SAMSYN_E_NOMEM;
    level->style = style;
    return SAMSYN_OK;
}

static samsyn_status
start_item(struct odt *odt, struct xml_element *element)
{
    const struct odt_level *outer = vec_last(&odt->levels);
    uint32_t style = outer ? outer->style : LOOKUP_NONE;
    struct odt_level *level = vec_push(&odt->levels);

    if (!level)
        return SAMSYN_E_NOMEM;
    level->style = style;
    level->item = true;
    level->header = element->word == O_LISTHEADER;
    return SAMSYN_OK;
}

static samsyn_status
end_level(struct odt *odt)
{
    odt->levels.len--;
    return SAMSYN_OK;
}

/* ---- Notes, sections, contents ---- */

static samsyn_status
start_note(struct odt *odt, struct xml_element *element)
{
    odt->note_spot =
        str_equal(xml_attribute(element, O_NOTECLASS), STR("endnote"))
            ? SPOT_ENDNOTE
            : SPOT_FOOTNOTE;
    return SAMSYN_OK;
}

/* A note in a note, in a header or in what is left out is text of its own. */
static samsyn_status
start_note_body(struct odt *odt, struct xml_element *element)
{
    struct odt_note *note;

    element->skip = !odt->at.in_paragraph || odt->at.note || odt->margin ||
                    odt->cut || odt->deleting;
    if (element->skip)
        return SAMSYN_OK;
    note = vec_push(&odt->note_list);
    if (!note)
        return SAMSYN_E_NOMEM;
    note->spot = odt->note_spot;
    note->from = note->to = odt->notes.events.len;
    return odt_push(odt, true);
}

static samsyn_status
end_note_body(struct odt *odt)
{
    samsyn_status status = odt_flush(odt);
    struct odt_note *note = vec_last(&odt->note_list);

    if (note)
        note->to = odt->notes.events.len;
    return status;
}

static samsyn_status
start_section(struct odt *odt, struct xml_element *element)
{
    (void)odt;
    element->skip = str_equal(xml_attribute(element, O_DISPLAY), STR("none"));
    return SAMSYN_OK;
}

static samsyn_status
start_index(struct odt *odt, struct xml_element *element)
{
    (void)element;
    odt->listing++;
    return SAMSYN_OK;
}

static samsyn_status
end_index(struct odt *odt)
{
    odt->listing--;
    return SAMSYN_OK;
}

/* ---- Parts of the file ---- */

static samsyn_status
start_body(struct odt *odt, struct xml_element *element)
{
    element->skip = odt->body || odt->margin;
    if (element->skip)
        return SAMSYN_OK;
    odt->body = true;
    flow_part(&odt->flow, SPOT_PARAGRAPH, 0);
    return SAMSYN_OK;
}

static samsyn_status
end_body(struct odt *odt)
{
    samsyn_status status = odt_flush(odt);

    odt->body = false;
    return status == SAMSYN_OK ? odt_play(odt) : status;
}

static bool
is_header(int word)
{
    return word == O_HEADER || word == O_HEADERLEFT || word == O_HEADERFIRST;
}

static samsyn_status
start_margin(struct odt *odt, struct xml_element *element)
{
    element->skip = odt->body || odt->margin;
    if (element->skip)
        return SAMSYN_OK;
    odt->margin = true;
    flow_part(&odt->flow, is_header(element->word) ? SPOT_HEADER : SPOT_FOOTER,
              0);
    return SAMSYN_OK;
}

static samsyn_status
end_margin(struct odt *odt)
{
    samsyn_status status = odt_flush(odt);

    odt->margin = false;
    return status == SAMSYN_OK ? odt_play(odt) : status;
}

static samsyn_status
start_style(struct odt *odt, struct xml_element *element)
{
    /* In the text they would move what paragraphs point to. */
    if (odt->body || odt->margin)
        return SAMSYN_OK;
    return odt_styles_start(&odt->styles, element);
}

/* ---- Properties ---- */

static samsyn_status
start_meta(struct odt *odt, struct xml_element *element)
{
    (void)element;
    odt->in_meta = true;
    return SAMSYN_OK;
}

static samsyn_status
end_meta(struct odt *odt)
{
    odt->in_meta = false;
    return SAMSYN_OK;
}

static samsyn_status
start_property(struct odt *odt, struct xml_element *element)
{
    (void)element;
    buf_clear(&odt->property);
    return SAMSYN_OK;
}

static samsyn_status
keep_property(struct odt *odt, struct str *slot)
{
    if (!odt->in_meta || slot->ptr)
        return SAMSYN_OK;
    *slot = arena_str(&odt->arena, str_trim(buf_view(&odt->property)));
    return slot->ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
end_title(struct odt *odt)
{
    return keep_property(odt, &odt->title);
}

static samsyn_status
end_date(struct odt *odt)
{
    return keep_property(odt, &odt->date);
}

static samsyn_status
end_made(struct odt *odt)
{
    return keep_property(odt, &odt->made);
}

static samsyn_status
start_encryption(struct odt *odt, struct xml_element *element)
{
    (void)element;
    odt->encrypted = true;
    return SAMSYN_OK;
}

/* ---- The steps ---- */

struct step {
    samsyn_status (*start)(struct odt *odt, struct xml_element *element);
    samsyn_status (*end)(struct odt *odt);
    bool skip;
};

static const struct step steps[O_COUNT] = {
    [O_P] = { odt_start_paragraph, odt_end_paragraph, false },
    [O_H] = { odt_start_paragraph, odt_end_paragraph, false },
    [O_SPAN] = { odt_start_span, end_span, false },
    [O_S] = { start_blanks, NULL, false },
    [O_TAB] = { start_tab, NULL, false },
    [O_LINEBREAK] = { start_break, NULL, false },
    [O_LIST] = { start_list, end_level, false },
    [O_LISTITEM] = { start_item, end_level, false },
    [O_LISTHEADER] = { start_item, end_level, false },
    [O_SECTION] = { start_section, NULL, false },
    [O_NOTE] = { start_note, NULL, false },
    [O_NOTEBODY] = { start_note_body, end_note_body, false },
    [O_CHANGEDREGION] = { odt_start_region, NULL, false },
    [O_INSERTION] = { odt_start_deletion, NULL, false },
    [O_DELETION] = { odt_start_deletion, odt_end_region, false },
    [O_CHANGESTART] = { odt_start_mark, NULL, false },
    [O_CHANGEEND] = { odt_start_mark, NULL, false },
    [O_CHANGE] = { odt_start_mark, NULL, false },
    [O_TABLEOFCONTENT] = { start_index, end_index, false },
    [O_ILLUSTRATIONINDEX] = { start_index, end_index, false },
    [O_TABLEINDEX] = { start_index, end_index, false },
    [O_OBJECTINDEX] = { start_index, end_index, false },
    [O_ALPHABETICALINDEX] = { start_index, end_index, false },
    [O_USERINDEX] = { start_index, end_index, false },
    [O_TABLE] = { odt_start_table, odt_end_table, false },
    [O_TABLECOLUMN] = { odt_start_columns, NULL, false },
    [O_HEADERROWS] = { odt_start_titles, odt_end_titles, false },
    [O_ROW] = { odt_start_row, odt_end_row, false },
    [O_CELL] = { odt_start_cell, odt_end_cell, false },
    [O_COVEREDCELL] = { odt_start_covered, NULL, false },
    [O_BODYTEXT] = { start_body, end_body, false },
    [O_HEADER] = { start_margin, end_margin, false },
    [O_HEADERLEFT] = { start_margin, end_margin, false },
    [O_HEADERFIRST] = { start_margin, end_margin, false },
    [O_FOOTER] = { start_margin, end_margin, false },
    [O_FOOTERLEFT] = { start_margin, end_margin, false },
    [O_FOOTERFIRST] = { start_margin, end_margin, false },
    [O_META] = { start_meta, end_meta, false },
    [O_DCTITLE] = { start_property, end_title, false },
    [O_DCDATE] = { start_property, end_date, false },
    [O_CREATIONDATE] = { start_property, end_made, false },
    [O_ENCRYPTIONDATA] = { start_encryption, NULL, false },
    [O_STYLES] = { start_style, NULL, false },
    [O_AUTOSTYLES] = { start_style, NULL, false },
    [O_STYLE] = { start_style, NULL, false },
    [O_TEXTPROPERTIES] = { start_style, NULL, false },
    [O_LISTSTYLE] = { start_style, NULL, false },
    [O_LEVELBULLET] = { start_style, NULL, false },
    [O_LEVELNUMBER] = { start_style, NULL, false },
    [O_NOTECITATION] = { NULL, NULL, true },
    [O_RUBYTEXT] = { NULL, NULL, true },
    [O_HIDDENTEXT] = { NULL, NULL, true },
    [O_HIDDENPARAGRAPH] = { NULL, NULL, true },
    [O_PLACEHOLDER] = { NULL, NULL, true },
    [O_SCRIPT] = { NULL, NULL, true },
    [O_OBJECT] = { NULL, NULL, true },
    [O_OBJECTOLE] = { NULL, NULL, true },
    [O_TITLEOFFRAME] = { NULL, NULL, true },
    [O_DESCOFFRAME] = { NULL, NULL, true },
    [O_ANNOTATION] = { NULL, NULL, true },
    [O_BINARYDATA] = { NULL, NULL, true },
    [O_SCRIPTS] = { NULL, NULL, true },
    [O_FORMS] = { NULL, NULL, true },
};

static samsyn_status
on_start(void *user, struct xml_element *element)
{
    const struct step *step = &steps[element->word];
    struct odt *odt = user;
    samsyn_status status = SAMSYN_OK;

    odt->depth++;
    element->skip = step->skip;
    if (step->start)
        status = step->start(odt, element);
    if (element->skip)
        odt->depth--;
    return status;
}

static samsyn_status
on_end(void *user, int word)
{
    struct odt *odt = user;
    samsyn_status status = SAMSYN_OK;

    if (steps[word].end)
        status = steps[word].end(odt);
    if (status == SAMSYN_OK && !odt->body && !odt->margin)
        status = odt_styles_end(&odt->styles, word);
    if (status == SAMSYN_OK)
        status = odt_pop(odt);
    odt->depth--;
    return status;
}

static samsyn_status
on_text(void *user, struct str text)
{
    struct odt *odt = user;

    if (odt->at.in_paragraph)
        return odt_write(odt, text);
    if (odt->in_meta)
        buf_str(&odt->property, text);
    return buf_failed(&odt->property) ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

samsyn_status
odt_walk(struct odt *odt, char part, struct source source)
{
    struct xml_handler handler = { .start = on_start,
                                   .end = on_end,
                                   .text = on_text,
                                   .user = odt,
                                   .doctype = part == 'i' };
    samsyn_status status;

    odt->styles.part = part;
    odt->at = (struct odt_context){ .style = &odt->styles.plain };
    odt->depth = 0;
    status =
        xml_read(odt->reading, source, &odt_names, &handler, &odt->elements);
    return status == SAMSYN_OK ? odt_flush(odt) : status;
}

#endif
