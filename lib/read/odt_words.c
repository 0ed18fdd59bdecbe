/* SPDX-License-Identifier: MIT */

/* The names of OpenDocument as a table for the XML reader. */

#include "read/odt_words.h"

#ifdef READ_OFFICE

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

enum odt_space {
    SPACE_NONE,
    SPACE_OFFICE,
    SPACE_STYLE,
    SPACE_TEXT,
    SPACE_TABLE,
    SPACE_DRAW,
    SPACE_SVG,
    SPACE_FO,
    SPACE_META,
    SPACE_DC,
    SPACE_MANIFEST,
    SPACE_XML
};

static const struct xml_space spaces[] = {
    { SPACE_OFFICE, OASIS "office:1.0" },
    { SPACE_STYLE, OASIS "style:1.0" },
    { SPACE_TEXT, OASIS "text:1.0" },
    { SPACE_TABLE, OASIS "table:1.0" },
    { SPACE_DRAW, OASIS "drawing:1.0" },
    { SPACE_SVG, OASIS "svg-compatible:1.0" },
    { SPACE_FO, OASIS "xsl-fo-compatible:1.0" },
    { SPACE_META, OASIS "meta:1.0" },
    { SPACE_DC, "http://purl.org/dc/elements/1.1/" },
    { SPACE_MANIFEST, OASIS "manifest:1.0" },
    { SPACE_XML, "http://www.w3.org/XML/1998/namespace" },
};

static const struct xml_word words[] = {
#define WORD(constant, space, name) { SPACE_##space, name },
#include "read/odt_words.def"
#undef WORD
};

const struct xml_names odt_names = { spaces, ARRAY_LEN(spaces), words,
                                     ARRAY_LEN(words) };

#endif
