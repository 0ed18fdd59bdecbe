/* SPDX-License-Identifier: MIT */

/* Any bytes as what stands in a flat OpenDocument file: its styles, headers,
 * text and properties.  Read twice it is the same, and both ways of taking
 * tracked changes end. */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "fuzz/office.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACE(name) " xmlns:" name "=\"" OASIS name ":1.0\""

int
fuzz_odt(const uint8_t *bytes, size_t length)
{
    struct buf flat;

    buf_init(&flat, &mem_default, BUF_ANY);
    buf_text(
        &flat,
        "<?xml version=\"1.0\"?><office:document" SPACE("office") SPACE("style")
            SPACE("text") SPACE("table") SPACE(
                "meta") " xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:fo=\"" OASIS
                        "xsl-fo-compatible:1.0\" xmlns:svg=\"" OASIS
                        "svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/"
                        "elements/1.1/\">");
    buf_add(&flat, (const char *)bytes, length);
    buf_text(&flat, "</office:document>");
    fuzz_require(!buf_failed(&flat));
    fuzz_office(&flat);
    buf_done(&flat);
    return 0;
}

FUZZ_ENTRY(fuzz_odt)
