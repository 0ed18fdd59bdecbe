/* SPDX-License-Identifier: MIT */

/* Places as a person says them. */

#include "read/spot.h"

#include "base/utf8.h"

#define LONGEST_NAME 40 /* characters of a column's title */
#define LONGEST_LETTER 4

static const struct {
    const char *sv, *en;
} words[] = {
    [SPOT_PARAGRAPH] = { "stycke", "paragraph" },
    [SPOT_TABLE] = { "tabell", "table" },
    [SPOT_ROW] = { "rad", "row" },
    [SPOT_COLUMN] = { "kolumn", "column" },
    [SPOT_HEADER] = { "sidhuvud", "header" },
    [SPOT_FOOTER] = { "sidfot", "footer" },
    [SPOT_FOOTNOTE] = { "fotnot", "footnote" },
    [SPOT_ENDNOTE] = { "slutnot", "endnote" },
    [SPOT_PAGE] = { "sida", "page" },
};

static void
begin(struct buf *out, samsyn_lang lang, enum spot spot)
{
    if (out->len)
        buf_text(out, ", ");
    buf_text(out, lang == SAMSYN_LANG_EN ? words[spot].en : words[spot].sv);
}

void
spot_number(struct buf *out, samsyn_lang lang, enum spot spot, size_t number)
{
    begin(out, lang, spot);
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
spot_column(struct buf *out, samsyn_lang lang, struct str title, size_t number)
{
    if (!spot_is_name(title)) {
        spot_number(out, lang, SPOT_COLUMN, number);
        return;
    }
    begin(out, lang, SPOT_COLUMN);
    buf_char(out, ' ');
    buf_str(out, title);
}
