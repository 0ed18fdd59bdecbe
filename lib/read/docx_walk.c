/* SPDX-License-Identifier: MIT */

/* Through a part of a DOCX file, element by element.
 *
 * An element that is not in `steps` is passed through: content controls,
 * links, drawings and what else there is may hold text.  Of alternatives the
 * first that Word's own readers know is taken, and no other.  Nothing here
 * trusts the order of elements: what stands where it cannot is left out. */

#include "read/docx_inside.h"

#ifdef READ_OFFICE

#include "base/number.h"
#include "base/utf8.h"
#include "read/marks.h"

/* ---- Paragraphs and runs ---- */

/* Only paragraphs of the text have one: Word takes no comment in a text box,
 * a note or a margin.  What goes on with the paragraph before has its mark. */
static samsyn_status
start_mark_of_paragraph(struct docx *docx)
{
    struct marks *marks = docx->reading->marks;

    if (!marks || docx->part != DOCX_BODY || docx->boxes.len ||
        (docx->at.mark && strip_is_open(docx_pen(docx))))
        return SAMSYN_OK;
    return marks_begin(marks, docx->spot, &docx->at.mark);
}

static samsyn_status
start_p(struct docx *docx, struct xml_element *element)
{
    samsyn_status status = SAMSYN_OK;

    if (docx_is_between_cells(docx)) {
        element->skip = true;
        return SAMSYN_OK;
    }
    if (docx->at.in_paragraph)
        status = docx_end_paragraph(docx);
    if (status == SAMSYN_OK)
        status = start_mark_of_paragraph(docx);
    if (status == SAMSYN_OK)
        status = docx_open_cell(docx);
    docx_begin_paragraph(docx);
    return status;
}

static samsyn_status
start_ppr(struct docx *docx, struct xml_element *element)
{
    element->skip = !docx->at.in_paragraph || docx->at.in_run;
    docx->at.in_ppr = !element->skip;
    return SAMSYN_OK;
}

static samsyn_status
end_ppr(struct docx *docx)
{
    docx->at.in_ppr = false;
    marks_after(docx->reading->marks, docx->at.mark, docx->spot);
    return SAMSYN_OK;
}

/* Before the change the paragraph was what is told next. */
static samsyn_status
start_pprchange(struct docx *docx, struct xml_element *element)
{
    bool joins = docx->at.paragraph.joins;

    element->skip = docx->accept || !docx->at.in_ppr;
    if (!element->skip) {
        docx_begin_paragraph(docx);
        docx->at.paragraph.joins = joins;
    }
    return SAMSYN_OK;
}

static samsyn_status
start_pstyle(struct docx *docx, struct xml_element *element)
{
    if (docx->at.in_ppr)
        docx->at.paragraph.style =
            docx_style(&docx->styles, 'p', docx_val(element));
    return SAMSYN_OK;
}

static samsyn_status
start_list(struct docx *docx, struct xml_element *element)
{
    struct docx_paragraph *paragraph = &docx->at.paragraph;

    if (!docx->at.in_ppr)
        return SAMSYN_OK;
    if (element->word == W_ILVL) {
        paragraph->list_level =
            xml_number(element, W_VAL, 0, DOCX_LEVELS - 1, 0);
        return SAMSYN_OK;
    }
    paragraph->says_list = true;
    paragraph->list = xml_number(element, W_VAL, 0, INT32_MAX, 0);
    return SAMSYN_OK;
}

static samsyn_status
start_outline(struct docx *docx, struct xml_element *element)
{
    int level = xml_number(element, W_VAL, 0, 9, 9);

    if (docx->at.in_ppr)
        docx->at.paragraph.outline = level < 9 ? level + 1 : 0;
    return SAMSYN_OK;
}

static samsyn_status
start_r(struct docx *docx, struct xml_element *element)
{
    (void)element;
    docx->at.in_run = true;
    docx->at.run = (struct docx_run){ 0 };
    return SAMSYN_OK;
}

static samsyn_status
end_r(struct docx *docx)
{
    docx->at.in_run = docx->in_text = docx->in_code = false;
    docx->at.run = (struct docx_run){ 0 };
    return SAMSYN_OK;
}

static samsyn_status
start_rpr(struct docx *docx, struct xml_element *element)
{
    element->skip = !docx->at.in_run && !docx->at.in_ppr;
    docx->at.in_rpr = !element->skip;
    return SAMSYN_OK;
}

static samsyn_status
end_rpr(struct docx *docx)
{
    docx->at.in_rpr = false;
    return SAMSYN_OK;
}

static samsyn_status
start_rprchange(struct docx *docx, struct xml_element *element)
{
    element->skip = docx->accept || !docx->at.in_run;
    if (!element->skip)
        docx->at.run = (struct docx_run){ 0 };
    return SAMSYN_OK;
}

/* How a run looks; what the mark at the end of a paragraph looks like says
 * nothing of its text. */
static samsyn_status
start_look(struct docx *docx, struct xml_element *element)
{
    struct docx_run *run = &docx->at.run;
    enum tri said = docx_is_on(element) ? TRI_YES : TRI_NO;

    if (!docx->at.in_run || docx->at.in_ppr)
        return SAMSYN_OK;
    if (element->word == W_RSTYLE)
        run->style = docx_style(&docx->styles, 'c', docx_val(element));
    else if (element->word == W_B)
        run->bold = said;
    else
        run->hidden = said;
    return SAMSYN_OK;
}

/* ---- Text ---- */

static samsyn_status
start_text(struct docx *docx, struct xml_element *element)
{
    (void)element;
    docx->in_text = true;
    return SAMSYN_OK;
}

static samsyn_status
end_text(struct docx *docx)
{
    docx->in_text = docx->in_code = false;
    return SAMSYN_OK;
}

static samsyn_status
start_code(struct docx *docx, struct xml_element *element)
{
    (void)element;
    docx->in_code = true;
    return SAMSYN_OK;
}

static samsyn_status
start_mark(struct docx *docx, struct xml_element *element)
{
    if (!docx->at.in_run)
        return SAMSYN_OK;
    if (element->word == W_NOBREAKHYPHEN)
        return docx_write(docx, STR("\xE2\x80\x91"));
    if (element->word == W_BR || element->word == W_CR)
        return docx_break(docx);
    return docx_write(docx, STR("\t"));
}

/* A sign of a symbol font, by its code. */
static samsyn_status
start_sym(struct docx *docx, struct xml_element *element)
{
    struct str digits = xml_attribute(element, W_CHAR);
    uint32_t code = 0;
    char bytes[4];

    if (digits.len > 5)
        return SAMSYN_OK;
    for (size_t i = 0; i < digits.len; i++) {
        int digit = docx_hex(digits.ptr[i]);

        if (digit < 0)
            return SAMSYN_OK;
        code = code * 16 + (uint32_t)digit;
    }
    if (code < ' ')
        return SAMSYN_OK;
    return docx_write(docx, str_make(bytes, utf8_encode(code, bytes)));
}

static samsyn_status
start_fldchar(struct docx *docx, struct xml_element *element)
{
    struct str type = xml_attribute(element, W_FLDCHARTYPE);

    if (str_equal(type, STR("begin")))
        return docx_begin_field(docx, false);
    if (str_equal(type, STR("separate")))
        docx_end_code(docx);
    else if (str_equal(type, STR("end")))
        docx_end_field(docx, false);
    return SAMSYN_OK;
}

static samsyn_status
start_fldsimple(struct docx *docx, struct xml_element *element)
{
    struct str code = xml_attribute(element, W_INSTR);
    samsyn_status status = docx_begin_field(docx, true);

    if (status != SAMSYN_OK)
        return status;
    docx_field_code(docx, code.ptr ? code : STR(""));
    docx_end_code(docx);
    return SAMSYN_OK;
}

static samsyn_status
end_fldsimple(struct docx *docx)
{
    docx_end_field(docx, true);
    return SAMSYN_OK;
}

static samsyn_status
start_reference(struct docx *docx, struct xml_element *element)
{
    struct docx_notes *notes = element->word == W_FOOTNOTEREFERENCE
                                   ? &docx->footnotes
                                   : &docx->endnotes;

    return docx_call_note(docx, notes, xml_attribute(element, W_ID));
}

/* ---- Tracked changes ---- */

/* Where text was put in or taken away; a move is counted where it began. */
static samsyn_status
start_change(struct docx *docx, struct xml_element *element)
{
    int word = element->word;
    bool taken = word == W_DEL || word == W_MOVEFROM || word == W_CELLDEL;
    bool gone = taken == docx->accept;
    struct docx_table *table = docx_table(docx);

    if (docx->at.in_ppr ? !docx->at.in_rpr : docx->at.in_rpr)
        return SAMSYN_OK; /* of numbering, or of a sign in a formula */
    docx->changes += word != W_MOVETO;
    if (docx->at.in_ppr)
        docx->at.paragraph.joins |= gone;
    else if (docx->in_trpr && table)
        table->row_gone |= gone;
    else if ((word == W_CELLDEL || word == W_CELLINS) && table)
        table->cell_gone |= gone;
    else
        element->skip = gone;
    return SAMSYN_OK;
}

/* ---- The steps ---- */

struct step {
    samsyn_status (*start)(struct docx *docx, struct xml_element *element);
    samsyn_status (*end)(struct docx *docx);
    bool skip;
};

static const struct step steps[W_COUNT] = {
    [W_P] = { start_p, docx_end_paragraph, false },
    [W_PPR] = { start_ppr, end_ppr, false },
    [W_PPRCHANGE] = { start_pprchange, NULL, false },
    [W_PSTYLE] = { start_pstyle, NULL, false },
    [W_ILVL] = { start_list, NULL, false },
    [W_NUMID] = { start_list, NULL, false },
    [W_OUTLINELVL] = { start_outline, NULL, false },
    [W_R] = { start_r, end_r, false },
    [W_RPR] = { start_rpr, end_rpr, false },
    [W_RPRCHANGE] = { start_rprchange, NULL, false },
    [W_RSTYLE] = { start_look, NULL, false },
    [W_B] = { start_look, NULL, false },
    [W_VANISH] = { start_look, NULL, false },
    [W_T] = { start_text, end_text, false },
    [W_DELTEXT] = { start_text, end_text, false },
    [W_MATHTEXT] = { start_text, end_text, false },
    [W_INSTRTEXT] = { start_code, end_text, false },
    [W_TAB] = { start_mark, NULL, false },
    [W_PTAB] = { start_mark, NULL, false },
    [W_BR] = { start_mark, NULL, false },
    [W_CR] = { start_mark, NULL, false },
    [W_NOBREAKHYPHEN] = { start_mark, NULL, false },
    [W_SYM] = { start_sym, NULL, false },
    [W_FLDCHAR] = { start_fldchar, NULL, false },
    [W_FLDSIMPLE] = { start_fldsimple, end_fldsimple, false },
    [W_FOOTNOTEREFERENCE] = { start_reference, NULL, false },
    [W_ENDNOTEREFERENCE] = { start_reference, NULL, false },
    [W_INS] = { start_change, NULL, false },
    [W_DEL] = { start_change, NULL, false },
    [W_MOVEFROM] = { start_change, NULL, false },
    [W_MOVETO] = { start_change, NULL, false },
    [W_CELLINS] = { start_change, NULL, false },
    [W_CELLDEL] = { start_change, NULL, false },
    [W_TBL] = { docx_start_table, docx_end_table, false },
    [W_TBLSTYLE] = { docx_start_cell_value, NULL, false },
    [W_TBLLOOK] = { docx_start_cell_value, NULL, false },
    [W_GRIDCOL] = { docx_start_cell_value, NULL, false },
    [W_TR] = { docx_start_row, docx_end_row, false },
    [W_TRPR] = { docx_start_trpr, docx_end_trpr, false },
    [W_TBLHEADER] = { docx_start_cell_value, NULL, false },
    [W_GRIDBEFORE] = { docx_start_cell_value, NULL, false },
    [W_TC] = { docx_start_cell, docx_end_cell, false },
    [W_GRIDSPAN] = { docx_start_cell_value, NULL, false },
    [W_VMERGE] = { docx_start_cell_value, NULL, false },
    [W_SDT] = { docx_start_sdt, docx_end_sdt, false },
    [W_SHOWINGPLCHDR] = { docx_start_control_value, NULL, false },
    [W_DOCPARTGALLERY] = { docx_start_control_value, NULL, false },
    [W_SDTCONTENT] = { docx_start_sdtcontent, NULL, false },
    [W_TXBXCONTENT] = { docx_start_box, docx_end_box, false },
    [W_ALTERNATECONTENT] = { docx_start_alternatives, docx_end_alternatives,
                             false },
    [W_CHOICE] = { docx_start_choice, NULL, false },
    [W_FALLBACK] = { docx_start_choice, NULL, false },
    [W_FOOTNOTE] = { docx_start_note, docx_end_note, false },
    [W_ENDNOTE] = { docx_start_note, docx_end_note, false },
    [W_TABS] = { NULL, NULL, true },
    [W_SECTPR] = { NULL, NULL, true },
    [W_RT] = { NULL, NULL, true },
    [W_SDTENDPR] = { NULL, NULL, true },
    [W_TBLPRCHANGE] = { NULL, NULL, true },
    [W_TBLGRIDCHANGE] = { NULL, NULL, true },
    [W_TRPRCHANGE] = { NULL, NULL, true },
    [W_TCPRCHANGE] = { NULL, NULL, true },
};

static samsyn_status
on_start(void *user, struct xml_element *element)
{
    const struct step *step = &steps[element->word];

    element->skip = step->skip;
    return step->start ? step->start(user, element) : SAMSYN_OK;
}

static samsyn_status
on_end(void *user, int word)
{
    return steps[word].end ? steps[word].end(user) : SAMSYN_OK;
}

static samsyn_status
on_text(void *user, struct str text)
{
    struct docx *docx = user;

    if (docx->in_code)
        docx_field_code(docx, text);
    return docx->in_text ? docx_write(docx, text) : SAMSYN_OK;
}

/* What a part that did not end well may have left. */
static void
begin_part(struct docx *docx, enum docx_part part)
{
    docx->part = part;
    docx->at = (struct docx_context){ 0 };
    vec_clear(&docx->boxes);
    vec_clear(&docx->tables);
    vec_clear(&docx->fields);
    vec_clear(&docx->controls);
    vec_clear(&docx->choices);
    vec_clear(&docx->called);
    strip_clear(&docx->main);
    strip_clear(&docx->later);
    docx->coded = docx->listing = 0;
    docx->in_trpr = docx->in_text = docx->in_code = false;
}

samsyn_status
docx_walk(struct docx *docx, enum docx_part part, struct source source)
{
    struct xml_handler handler = {
        .start = on_start, .end = on_end, .text = on_text, .user = docx
    };
    samsyn_status status;

    if (docx->reading->marks)
        handler.spot = &docx->spot;
    begin_part(docx, part);
    status =
        xml_read(docx->reading, source, &docx_names, &handler, &docx->elements);
    if (status == SAMSYN_OK)
        status = docx_flush(docx);
    return status == SAMSYN_OK ? docx_play(docx) : status;
}

#endif
