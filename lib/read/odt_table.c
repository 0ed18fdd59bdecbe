/* SPDX-License-Identifier: MIT */

/* Tables of an OpenDocument file.
 *
 * A cell says how many rows and columns it spans, and cells that are covered
 * stand where it goes on; the ones beside it only take room, the ones below
 * it begin what goes on.  A cell that is repeated is one that spans as many
 * columns; one that is repeated without end is refused. */

#include "read/odt_inside.h"

#ifdef READ_OFFICE

#define MOST_COVERED 200000 /* cells that have no element of their own */

static samsyn_status
put(struct odt *odt, struct strip_event event)
{
    return strip_event(odt_pen(odt), event);
}

static samsyn_status
put_end(struct odt *odt)
{
    return put(odt, (struct strip_event){ .kind = STRIP_END });
}

static struct odt_table *
table_of(const struct odt *odt)
{
    return vec_last(&odt->tables);
}

/* How often something is repeated; refused where that is without end. */
static samsyn_status
repeated(const struct odt *odt, const struct xml_element *element, int word,
         uint32_t *out)
{
    struct str said = xml_attribute(element, word);
    int number = xml_number(element, word, 1, ODT_MOST_REPEATED, 0);

    *out = number ? (uint32_t)number : 1;
    if (number || !said.ptr)
        return SAMSYN_OK;
    return reading_refuse(odt->reading, "document-repeats", "1000",
                          SAMSYN_E_LIMIT);
}

/* ---- Tables ---- */

samsyn_status
odt_start_table(struct odt *odt, struct xml_element *element)
{
    const struct odt_table *outer = table_of(odt);
    struct odt_table *table;
    samsyn_status status = SAMSYN_OK;

    if ((outer && !outer->cell) || !(odt->body || odt->margin)) {
        element->skip = true;
        return SAMSYN_OK;
    }
    if (odt->at.in_paragraph)
        status = odt_push(odt, odt->at.note);
    if (status == SAMSYN_OK)
        status = odt_flush(odt);
    table = vec_push(&odt->tables);
    if (!table)
        return SAMSYN_E_NOMEM;
    table->downs = odt->downs.len;
    return status;
}

samsyn_status
odt_end_table(struct odt *odt)
{
    const struct odt_table *table = table_of(odt);
    samsyn_status status = table->opened ? put_end(odt) : SAMSYN_OK;

    odt->downs.len = table->downs;
    odt->tables.len--;
    return status == SAMSYN_OK ? odt_play(odt) : status;
}

samsyn_status
odt_start_columns(struct odt *odt, struct xml_element *element)
{
    struct odt_table *table = table_of(odt);
    uint32_t count;
    samsyn_status status = repeated(odt, element, O_COLUMNSREPEATED, &count);

    if (table && status == SAMSYN_OK)
        table->columns += count;
    return status;
}

samsyn_status
odt_start_titles(struct odt *odt, struct xml_element *element)
{
    struct odt_table *table = table_of(odt);

    (void)element;
    if (table)
        table->titles = true;
    return SAMSYN_OK;
}

samsyn_status
odt_end_titles(struct odt *odt)
{
    struct odt_table *table = table_of(odt);

    if (table)
        table->titles = false;
    return SAMSYN_OK;
}

/* ---- Rows ---- */

samsyn_status
odt_start_row(struct odt *odt, struct xml_element *element)
{
    struct odt_table *table = table_of(odt);
    uint32_t count;
    samsyn_status status = repeated(odt, element, O_ROWSREPEATED, &count);

    if (!table || table->row) {
        element->skip = true;
        return SAMSYN_OK;
    }
    table->row = true;
    table->column = table->covered = 0;
    if (status == SAMSYN_OK && !table->opened)
        status = put(odt, (struct strip_event){ .kind = STRIP_TABLE,
                                                .columns = table->columns });
    table->opened = true;
    if (status != SAMSYN_OK)
        return status;
    return put(odt, (struct strip_event){ .kind = STRIP_ROW,
                                          .header = table->titles });
}

samsyn_status
odt_end_row(struct odt *odt)
{
    table_of(odt)->row = false;
    return put_end(odt);
}

/* ---- Cells ---- */

/* Many that are repeated a little are as many as one that is repeated much. */
static samsyn_status
put_cell(struct odt *odt, uint32_t columns, enum strip_merge merge)
{
    struct odt_table *table = table_of(odt);

    table->column += columns;
    if (table->column > ODT_MOST_REPEATED)
        return reading_refuse(odt->reading, "document-repeats", "1000",
                              SAMSYN_E_LIMIT);
    return put(odt, (struct strip_event){ .kind = STRIP_CELL,
                                          .columns = columns,
                                          .merge = (uint8_t)merge });
}

/* The cell goes on below: remember where. */
static samsyn_status
note_down(struct odt *odt, const struct odt_table *table, uint32_t span,
          uint32_t rows)
{
    struct odt_down *down;

    if (odt->downs.len - table->downs >= ODT_MOST_REPEATED)
        return SAMSYN_OK;
    down = vec_push(&odt->downs);
    if (!down)
        return SAMSYN_E_NOMEM;
    *down = (struct odt_down){ table->column, span, rows };
    return SAMSYN_OK;
}

samsyn_status
odt_start_cell(struct odt *odt, struct xml_element *element)
{
    struct odt_table *table = table_of(odt);
    int rows = xml_number(element, O_ROWSSPANNED, 1, INT32_MAX, 1);
    uint32_t count, span;
    samsyn_status status;

    if (!table || !table->row || table->cell) {
        element->skip = true;
        return SAMSYN_OK;
    }
    table->cell = true;
    status = repeated(odt, element, O_COLUMNSREPEATED, &count);
    if (status == SAMSYN_OK)
        status = repeated(odt, element, O_COLUMNSSPANNED, &span);
    if (status == SAMSYN_OK && rows > 1)
        status = note_down(odt, table, span, (uint32_t)rows - 1);
    if (status != SAMSYN_OK)
        return status;
    table->covered = span - 1;
    return put_cell(odt, span > count ? span : count,
                    rows > 1 ? MERGE_BEGINS : MERGE_NONE);
}

samsyn_status
odt_end_cell(struct odt *odt)
{
    samsyn_status status = odt_flush(odt);

    table_of(odt)->cell = false;
    return status == SAMSYN_OK ? put_end(odt) : status;
}

/* The cell above that goes on at the next column; ended ones are forgotten. */
static struct odt_down *
find_down(struct odt *odt, const struct odt_table *table)
{
    for (size_t i = table->downs; i < odt->downs.len;) {
        struct odt_down *down = vec_at(&odt->downs, i);

        if (down->rows && down->column == table->column)
            return down;
        if (down->rows)
            i++;
        else
            *down = *(struct odt_down *)vec_at(&odt->downs, --odt->downs.len);
    }
    return NULL;
}

samsyn_status
odt_start_covered(struct odt *odt, struct xml_element *element)
{
    struct odt_table *table = table_of(odt);
    uint32_t count;
    samsyn_status status = repeated(odt, element, O_COLUMNSREPEATED, &count);

    element->skip = true;
    if (!table || !table->row || table->cell || status != SAMSYN_OK)
        return status;
    odt->covered += count - 1;
    if (odt->covered > MOST_COVERED)
        return reading_refuse(odt->reading, "document-markup-limit", NULL,
                              SAMSYN_E_LIMIT);
    while (count && status == SAMSYN_OK) {
        struct odt_down *down = table->covered ? NULL : find_down(odt, table);
        uint32_t step = table->covered ? table->covered : down ? down->span : 1;

        if (!table->covered)
            status = put_cell(odt, step, down ? MERGE_GOES_ON : MERGE_NONE);
        if (!table->covered && status == SAMSYN_OK)
            status = put_end(odt);
        if (down)
            down->rows--;
        step = step < count ? step : count;
        table->covered -= table->covered ? step : 0;
        count -= step;
    }
    return status;
}

#endif
