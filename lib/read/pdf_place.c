/* SPDX-License-Identifier: MIT */

/* Says where something stands. */

#ifdef READ_PDF

#include "read/pdf_place.h"

#include "base/number.h"

#define LONGEST_COLUMN 60

struct place {
    char *out;
    size_t length;
};

static void
add(struct place *place, struct str text)
{
    if (place->length + text.len >= PDF_PLACE)
        return;
    memcpy(place->out + place->length, text.ptr, text.len);
    place->length += text.len;
}

static void
add_number(struct place *place, struct str word, uint32_t number)
{
    char digits[NUMBER_TEXT];

    if (!number)
        return;
    if (place->length)
        add(place, STR(", "));
    add(place, word);
    add(place, number_text(number, digits));
}

void
pdf_place(char out[PDF_PLACE], uint32_t page, uint32_t table, uint32_t row,
          struct str column)
{
    struct place place = { out, 0 };

    add_number(&place, STR("sida "), page);
    add_number(&place, STR("tabell "), table);
    add_number(&place, STR("rad "), row);
    if (column.len && column.len <= LONGEST_COLUMN) {
        add(&place, STR(", kolumn "));
        add(&place, column);
    }
    out[place.length] = '\0';
}

#endif
