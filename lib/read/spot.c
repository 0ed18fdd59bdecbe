/* SPDX-License-Identifier: MIT */

/* Places as a person says them. */

#include "read/spot.h"

static const char *const words[] = {
    [SPOT_PARAGRAPH] = "stycke", [SPOT_TABLE] = "tabell",
    [SPOT_ROW] = "rad",          [SPOT_COLUMN] = "kolumn",
    [SPOT_HEADER] = "sidhuvud",  [SPOT_FOOTER] = "sidfot",
    [SPOT_FOOTNOTE] = "fotnot",  [SPOT_ENDNOTE] = "slutnot",
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

void
spot_name(struct buf *out, enum spot spot, struct str name)
{
    begin(out, spot);
    buf_char(out, ' ');
    buf_str(out, name);
}
