/* SPDX-License-Identifier: MIT */

/* OpenDocument text that is refused: what repeats without end, packages with
 * a password or without text, document types. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/opened_check.h"

#define P(text) "<text:p>" text "</text:p>"
#define ROW(inner) "<table:table-row>" inner "</table:table-row>"
#define CELL(text) "<table:table-cell>" P(text) "</table:table-cell>"
#define SPAN(attributes, text)                                                 \
    "<table:table-cell " attributes ">" P(text) "</table:table-cell>"
#define TABLE(columns, inner)                                                  \
    "<table:table><table:table-column "                                        \
    "table:number-columns-repeated=\"" columns "\"/>" inner "</table:table>"

#define MANY "table:number-columns-repeated=\"1000000\""

static const struct refused {
    const char *name, *text, *code;
} refusals[] = {
    { "cells without end", TABLE("2", ROW(SPAN(MANY, "a"))),
      "document-repeats" },
    { "columns without end", TABLE("1000000", ROW(CELL("a"))),
      "document-repeats" },
    { "covered without end",
      TABLE("2", ROW("<table:covered-table-cell " MANY "/>")),
      "document-repeats" },
    { "rows without end",
      TABLE("2",
            "<table:table-row table:number-rows-repeated=\"1000000\">" CELL(
                "a") "</table:table-row>"),
      "document-repeats" },
    { "covered little by little",
      TABLE("2", ROW("<table:covered-table-cell "
                     "table:number-columns-repeated=\"600\"/>"
                     "<table:covered-table-cell "
                     "table:number-columns-repeated=\"600\"/>")),
      "document-repeats" },
    { "wide without end",
      TABLE("2", ROW(SPAN("table:number-columns-spanned=\"x\"", "a"))),
      "document-repeats" },
};

static void
test_refused(void **state)
{
    const struct refused *row = *state;
    const struct opened_odt file = { .text = row->text };
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf bytes = opened_bytes();

    opened_odt(&bytes, &file);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_E_LIMIT);
    check_said(list, row->code);
    samsyn_diagnostics_free(list);
}

/* Each row is within its limit. */
static void
test_many_covered(void **state)
{
    struct opened_odt file = { 0 };
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf text = opened_bytes(), bytes = opened_bytes();

    (void)state;
    buf_text(&text, "<table:table>");
    for (size_t i = 0; i < 300; i++)
        buf_text(&text, ROW("<table:covered-table-cell "
                            "table:number-columns-repeated=\"1000\"/>"));
    buf_text(&text, "</table:table>" P("a"));
    buf_char(&text, '\0');
    file.text = text.data;
    opened_odt(&bytes, &file);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_E_LIMIT);
    check_said(list, "document-markup-limit");
    samsyn_diagnostics_free(list);
    buf_done(&text);
}

#define BYTES(literal)                                                         \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define MANIFEST                                                               \
    "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
    "\"><m:file-entry>"

static const struct package {
    const char *name;
    struct packed_part parts[3];
    const char *code;
    samsyn_status status;
} packages[] = {
    { "a password",
      { { "mimetype", BYTES("application/vnd.oasis.opendocument.text"), 0 },
        { "content.xml", BYTES("\x12\x34"), 0 },
        { "META-INF/manifest.xml",
          BYTES(MANIFEST "<m:encryption-data/></m:file-entry></m:manifest>"),
          0 } },
      "document-encrypted",
      SAMSYN_E_ENCRYPTED },
    { "no text",
      { { "mimetype", BYTES("application/vnd.oasis.opendocument.text"), 0 },
        { "styles.xml", BYTES("<a/>"), 0 },
        { "META-INF/manifest.xml",
          BYTES(MANIFEST "</m:file-entry></m:manifest>"), 0 } },
      "document-no-text-part",
      SAMSYN_E_NOT_TEXT },
    /* OpenOffice.org 1 and 2 wrote one; what comes behind it is read. */
    { "a manifest that names its document type",
      { { "mimetype", BYTES("application/vnd.oasis.opendocument.text"), 0 },
        { "content.xml", BYTES("\x12\x34"), 0 },
        { "META-INF/manifest.xml",
          BYTES("<!DOCTYPE m:manifest PUBLIC \"-//OpenOffice.org//DTD "
                "Manifest 1.0//EN\" \"Manifest.dtd\">" MANIFEST
                "<m:encryption-data/></m:file-entry></m:manifest>"),
          0 } },
      "document-encrypted",
      SAMSYN_E_ENCRYPTED },
    { "a manifest with entities",
      { { "mimetype", BYTES("application/vnd.oasis.opendocument.text"), 0 },
        { "content.xml", BYTES("<a/>"), 0 },
        { "META-INF/manifest.xml",
          BYTES("<!DOCTYPE m:manifest [<!ENTITY a \"b\">]>" MANIFEST
                "</m:file-entry></m:manifest>"),
          0 } },
      "document-xml-doctype",
      SAMSYN_E_NOT_TEXT },
    { "a text that names its document type",
      { { "mimetype", BYTES("application/vnd.oasis.opendocument.text"), 0 },
        { "content.xml", BYTES("<!DOCTYPE a SYSTEM \"/etc/passwd\"><a/>"), 0 },
        { "META-INF/manifest.xml",
          BYTES(MANIFEST "</m:file-entry></m:manifest>"), 0 } },
      "document-xml-doctype",
      SAMSYN_E_NOT_TEXT },
};

static void
test_package(void **state)
{
    const struct package *row = *state;
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf bytes = opened_bytes();

    packed_zip(&bytes, row->parts, ARRAY_LEN(row->parts));
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     row->status);
    check_said(list, row->code);
    samsyn_diagnostics_free(list);
}

#define COUNT (ARRAY_LEN(refusals) + ARRAY_LEN(packages) + 1)

int
main(void)
{
    struct CMUnitTest tests[COUNT];
    size_t count = 0;

    if (!samsyn_read_can(SAMSYN_READ_ODT))
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
        tests[count++] = test_of(refusals[i].name, test_refused, &refusals[i]);
    for (size_t i = 0; i < ARRAY_LEN(packages); i++)
        tests[count++] = test_of(packages[i].name, test_package, &packages[i]);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_many_covered);
    return cmocka_run_group_tests_name("read odt refused", tests, NULL, NULL);
}
