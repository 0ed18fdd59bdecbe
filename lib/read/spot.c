/* SPDX-License-Identifier: MIT */

/* Places as a person says them. */

#include "read/spot.h"

#include "base/utf8.h"

#define LONGEST_NAME 40 /* characters of a column's title */
#define LONGEST_LETTER 4

static const char *const words[] = {
    [SPOT_PARAGRAPH] = "stycke", [SPOT_TABLE] = "tabell",
    [SPOT_ROW] = "rad",          [SPOT_COLUMN] = "kolumn",
    [SPOT_HEADER] = "sidhuvud",  [SPOT_FOOTER] = "sidfot",
    [SPOT_FOOTNOTE] = "fotnot",  [SPOT_ENDNOTE] = "slutnot",
    [SPOT_PAGE] = "sida",
};

static void
begin(struct buf *out, enum spot spot)
{
    if (out->len)
        buf_text(out, ", ");
    buf_text(out, words[spot]);
}

void
spot_number(struct buf *out, enum spot spot, size_t number)
{
    begin(out, spot);
    if (!number)
        return;
    buf_char(out, ' ');
    buf_int(out, (int64_t)number);
}

bool
spot_is_name(struct str title)
{
    return title.len && title.len <= LONGEST_NAME * LONGEST_LETTER &&
           utf8_count(title.ptr, title.len) <= LONGEST_NAME;
}

void
spot_column(struct buf *out, struct str title, size_t number)
{
    if (!spot_is_name(title)) {
        spot_number(out, SPOT_COLUMN, number);
        return;
    }
    begin(out, SPOT_COLUMN);
    buf_char(out, ' ');
    buf_str(out, title);
}
