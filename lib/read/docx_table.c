/* SPDX-License-Identifier: MIT */

/* Tables of a DOCX file.
 *
 * A cell's event waits for what stands first in it, since what it spans is
 * said inside of it; so does a row's.  What stands where no cell is, or in a
 * row that was deleted, is left out. */

#include "read/docx_inside.h"

#ifdef READ_OFFICE

#define MOST_SPAN 63 /* columns of a table, in Word */

struct docx_table *
docx_table(const struct docx *docx)
{
    return vec_last(&docx->tables);
}

bool
docx_is_between_cells(const struct docx *docx)
{
    const struct docx_table *table = docx_table(docx);

    return table && (!table->cell || table->cell_gone);
}

static samsyn_status
put(struct docx *docx, struct strip_event event)
{
    return strip_event(docx_pen(docx), event);
}

static samsyn_status
put_end(struct docx *docx)
{
    return put(docx, (struct strip_event){ .kind = STRIP_END });
}

samsyn_status
docx_start_table(struct docx *docx, struct xml_element *element)
{
    samsyn_status status;

    if (docx_is_between_cells(docx)) {
        element->skip = true;
        return SAMSYN_OK;
    }
    status = docx_flush(docx);
    if (status == SAMSYN_OK)
        status = docx_open_cell(docx);
    if (status == SAMSYN_OK && !vec_push(&docx->tables))
        status = SAMSYN_E_NOMEM;
    return status;
}

samsyn_status
docx_end_table(struct docx *docx)
{
    bool opened = docx_table(docx)->opened;
    samsyn_status status = opened ? put_end(docx) : SAMSYN_OK;

    docx->tables.len--;
    return status == SAMSYN_OK ? docx_play(docx) : status;
}

samsyn_status
docx_start_row(struct docx *docx, struct xml_element *element)
{
    struct docx_table *table = docx_table(docx);

    if (!table || table->row) {
        element->skip = true;
        return SAMSYN_OK;
    }
    table->row = true;
    table->row_opened = table->row_gone = table->header = false;
    table->before = 0;
    return SAMSYN_OK;
}

samsyn_status
docx_end_row(struct docx *docx)
{
    struct docx_table *table = docx_table(docx);
    bool opened = table->row_opened;

    table->row = false;
    return opened ? put_end(docx) : SAMSYN_OK;
}

/* The table, where this is its first row, and the row. */
static samsyn_status
open_row(struct docx *docx, struct docx_table *table)
{
    bool first = !table->any_row && table->look_first && table->style &&
                 table->style->first_row;
    bool header = !table->body && (table->header || first);
    samsyn_status status = SAMSYN_OK;

    if (!table->opened)
        status = put(docx, (struct strip_event){ .kind = STRIP_TABLE,
                                                 .columns = table->columns });
    if (status == SAMSYN_OK)
        status = put(
            docx, (struct strip_event){ .kind = STRIP_ROW, .header = header });
    table->opened = table->row_opened = table->any_row = true;
    table->body = !header;
    if (status != SAMSYN_OK || !table->before)
        return status;
    status = put(docx, (struct strip_event){ .kind = STRIP_CELL,
                                             .columns = table->before });
    return status == SAMSYN_OK ? put_end(docx) : status;
}

samsyn_status
docx_start_cell(struct docx *docx, struct xml_element *element)
{
    struct docx_table *table = docx_table(docx);

    if (!table || !table->row || table->cell || table->row_gone) {
        element->skip = true;
        return SAMSYN_OK;
    }
    table->cell = true;
    table->cell_opened = table->cell_gone = false;
    table->span = 1;
    table->merge = MERGE_NONE;
    return table->row_opened ? SAMSYN_OK : open_row(docx, table);
}

samsyn_status
docx_open_cell(struct docx *docx)
{
    struct docx_table *table = docx_table(docx);

    if (!table || !table->cell || table->cell_opened)
        return SAMSYN_OK;
    table->cell_opened = true;
    return put(docx, (struct strip_event){ .kind = STRIP_CELL,
                                           .columns = table->span,
                                           .merge = table->merge,
                                           .look.mark = docx->at.mark });
}

samsyn_status
docx_end_cell(struct docx *docx)
{
    samsyn_status status = docx_open_cell(docx);

    if (status == SAMSYN_OK)
        status = docx_flush(docx);
    docx_table(docx)->cell = false;
    return status == SAMSYN_OK ? put_end(docx) : status;
}

/* ---- What tables, rows and cells say of themselves ---- */

samsyn_status
docx_start_trpr(struct docx *docx, struct xml_element *element)
{
    (void)element;
    docx->in_trpr = true;
    return SAMSYN_OK;
}

samsyn_status
docx_end_trpr(struct docx *docx)
{
    docx->in_trpr = false;
    return SAMSYN_OK;
}

/* The first row has a look of its own: said in words or in bits. */
static bool
has_first_row(const struct xml_element *element)
{
    struct str said = xml_attribute(element, W_FIRSTROW);
    struct str bits = docx_val(element);

    if (said.ptr)
        return str_equal(said, STR("1")) || str_equal(said, STR("true")) ||
               str_equal(said, STR("on"));
    /* The bit 0x20 of four hexadecimal digits. */
    return bits.len == 4 && docx_hex(bits.ptr[2]) >= 0 &&
           (docx_hex(bits.ptr[2]) & 2);
}

samsyn_status
docx_start_cell_value(struct docx *docx, struct xml_element *element)
{
    struct docx_table *table = docx_table(docx);
    int word = element->word;

    if (!table)
        return SAMSYN_OK;
    if (word == W_TBLSTYLE)
        table->style = docx_style(&docx->styles, 't', docx_val(element));
    else if (word == W_TBLLOOK)
        table->look_first = has_first_row(element);
    else if (word == W_GRIDCOL)
        table->columns++;
    else if (word == W_TBLHEADER)
        table->header = docx_is_on(element);
    else if (word == W_GRIDBEFORE)
        table->before = (uint32_t)xml_number(element, W_VAL, 0, MOST_SPAN, 0);
    else if (word == W_GRIDSPAN)
        table->span = (uint32_t)xml_number(element, W_VAL, 1, MOST_SPAN, 1);
    else
        table->merge = str_equal(docx_val(element), STR("restart"))
                           ? MERGE_BEGINS
                           : MERGE_GOES_ON;
    return SAMSYN_OK;
}

#endif
