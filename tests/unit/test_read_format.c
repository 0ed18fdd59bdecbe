/* SPDX-License-Identifier: MIT */

/* What a file is, what is said of one that cannot be read, and what a builder
 * is told of a file beside its text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/ledger.h"
#include "support/world.h"

#define BYTES(literal)                                                         \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define ODF "PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument."

static struct sample {
    const char *name;
    struct str bytes;
    samsyn_read_format format;
    const char *code; /* said where it is given to be read; NULL: it can be */
    samsyn_status status;
} samples[] = {
    { "text", BYTES("Vi lovar att"), SAMSYN_READ_TEXT, NULL, SAMSYN_OK },
    { "nothing", BYTES(""), SAMSYN_READ_TEXT, "document-empty",
      SAMSYN_E_EMPTY },
    { "docx", BYTES("PK\x03\x04 word/document.xml"), SAMSYN_READ_DOCX, NULL,
      SAMSYN_OK },
    { "odt", BYTES(ODF "text"), SAMSYN_READ_ODT, NULL, SAMSYN_OK },
    { "odt by its parts", BYTES("PK\x03\x04 content.xml"), SAMSYN_READ_ODT,
      NULL, SAMSYN_OK },
    { "flat odt",
      BYTES("<?xml ?><office:document xmlns:office=\"urn:oasis:"
            "names:tc:opendocument:xmlns:office:1.0\">"),
      SAMSYN_READ_ODT, NULL, SAMSYN_OK },
    { "ods", BYTES(ODF "spreadsheet"), SAMSYN_READ_SHEET, "document-sheet",
      SAMSYN_E_NO_READER },
    { "odp", BYTES(ODF "presentation"), SAMSYN_READ_SLIDES, "document-slides",
      SAMSYN_E_NO_READER },
    { "xlsx", BYTES("PK\x03\x04 xl/workbook.xml"), SAMSYN_READ_SHEET,
      "document-sheet", SAMSYN_E_NO_READER },
    { "pptx", BYTES("PK\x03\x04 ppt/presentation.xml"), SAMSYN_READ_SLIDES,
      "document-slides", SAMSYN_E_NO_READER },
    { "zip", BYTES("PK\x05\x06 avtal.txt"), SAMSYN_READ_ARCHIVE,
      "document-archive", SAMSYN_E_NO_READER },
    { "pdf", BYTES("%PDF-1.7\n"), SAMSYN_READ_PDF, NULL, SAMSYN_OK },
    { "html", BYTES("\xEF\xBB\xBF\n<!-- saved --> <!DOCTYPE HTML>"),
      SAMSYN_READ_HTML, NULL, SAMSYN_OK },
    { "html without a type", BYTES("<body><p>a"), SAMSYN_READ_HTML, NULL,
      SAMSYN_OK },
    { "xhtml", BYTES("<?xml version=\"1.0\"?>\n<html>"), SAMSYN_READ_HTML, NULL,
      SAMSYN_OK },
    { "html in UTF-16", BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0"), SAMSYN_READ_HTML,
      NULL, SAMSYN_OK },
    { "html in UTF-16, high bytes first",
      BYTES("\xFE\xFF\0\n\0<\0H\0T\0M\0L\0>"), SAMSYN_READ_HTML, NULL,
      SAMSYN_OK },
    { "text in UTF-16", BYTES("\xFF\xFEh\0t\0m\0l\0"), SAMSYN_READ_TEXT, NULL,
      SAMSYN_OK },
    { "a comment without an end", BYTES("<!-- <html>"), SAMSYN_READ_TEXT,
      "document-no-reader", SAMSYN_E_NO_READER },
    { "doc", BYTES(OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"), SAMSYN_READ_DOC,
      "document-word-97", SAMSYN_E_NO_READER },
    { "xls", BYTES(OLE "W\0o\0r\0k\0b\0o\0o\0k"), SAMSYN_READ_SHEET,
      "document-sheet", SAMSYN_E_NO_READER },
    { "docx with a password",
      BYTES(OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"),
      SAMSYN_READ_ENCRYPTED, "document-encrypted", SAMSYN_E_ENCRYPTED },
    { "rtf", BYTES("{\\rtf1 a}"), SAMSYN_READ_RTF, "document-rtf",
      SAMSYN_E_NO_READER },
    { "png", BYTES("\x89PNG\r\n\x1a\n"), SAMSYN_READ_IMAGE, "document-image",
      SAMSYN_E_NO_READER },
    { "jpeg", BYTES("\xFF\xD8\xFF\xE0"), SAMSYN_READ_IMAGE, "document-image",
      SAMSYN_E_NO_READER },
    { "tiff", BYTES("II*\0"), SAMSYN_READ_IMAGE, "document-image",
      SAMSYN_E_NO_READER },
    { "mht", BYTES("MIME-Version: 1.0\r\n"), SAMSYN_READ_WEB_ARCHIVE,
      "document-web-archive", SAMSYN_E_NO_READER },
};

static samsyn_status
read_bytes(samsyn_document **out, struct str bytes,
           samsyn_diagnostics **diagnostics)
{
    return samsyn_read_document(out, bytes.ptr, bytes.len, "fil",
                                dump_language(), NULL, NULL, diagnostics);
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_read_format format =
        samsyn_read_format_of(sample->bytes.ptr, sample->bytes.len);
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;

    assert_int_equal(format, sample->format);
    if (!sample->code)
        return;
    assert_false(format != SAMSYN_READ_TEXT && samsyn_read_can(format));
    assert_int_equal(read_bytes(&document, sample->bytes, &list),
                     sample->status);
    assert_null(document);
    assert_string_equal(samsyn_diagnostics_code(list, 0), sample->code);
    samsyn_diagnostics_free(list);
}

static void
test_text(void **state)
{
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;

    (void)state;
    assert_int_equal(read_bytes(&document, STR("Vi lovar."), &list), SAMSYN_OK);
    assert_null(list);
    assert_string_equal(samsyn_document_text(document, NULL), "Vi lovar.");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_FORMAT), "text");
    samsyn_document_free(document);
    assert_int_equal(samsyn_read_document(NULL, "{\\rtf", 5, NULL,
                                          dump_language(), NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_read_document(&document, "{\\rtf", 5, NULL, NULL,
                                          NULL, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
}

static void
test_names(void **state)
{
    (void)state;
    assert_string_equal(samsyn_read_format_name(SAMSYN_READ_TEXT), "text");
    assert_string_equal(samsyn_read_format_name(SAMSYN_READ_DOCX), "docx");
    assert_string_equal(samsyn_read_format_name((samsyn_read_format)99), "");
    assert_true(samsyn_read_can(SAMSYN_READ_TEXT));
    assert_false(samsyn_read_can((samsyn_read_format)99));
    assert_int_equal(samsyn_read_format_of(NULL, 5), SAMSYN_READ_TEXT);
}

static void
test_options(void **state)
{
    struct ledger ledger = { 0, 0 };
    samsyn_allocator mem = ledger_allocator(&ledger);
    samsyn_read_options *options = NULL;

    (void)state;
    assert_int_equal(samsyn_read_options_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_read_options_new(&options, &mem), SAMSYN_E_NOMEM);
    assert_null(options);
    ledger.budget = LEDGER_ALL;
    assert_int_equal(samsyn_read_options_new(&options, &mem), SAMSYN_OK);
    assert_int_equal(
        samsyn_read_options_set_tracked(options, SAMSYN_TRACKED_REJECT),
        SAMSYN_OK);
    assert_int_equal(
        samsyn_read_options_set_tracked(options, (samsyn_tracked)7),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_read_options_set_tracked(NULL, SAMSYN_TRACKED_REJECT),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_read_options_set_lang(options, SAMSYN_LANG_EN),
                     SAMSYN_OK);
    assert_int_equal(samsyn_read_options_set_lang(options, (samsyn_lang)3),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_read_options_set_lang(NULL, SAMSYN_LANG_EN),
                     SAMSYN_E_ARGUMENT);
    samsyn_read_options_free(options);
    samsyn_read_options_free(NULL);
    assert_int_equal(ledger.live, 0);
}

/* ---- What a builder is told ---- */

static samsyn_status
tell(samsyn_builder *builder)
{
    samsyn_status status = samsyn_builder_set(builder, SAMSYN_PROPERTY_TITLE,
                                              "Avtal om trygghet", 17);

    if (status == SAMSYN_OK)
        status = samsyn_builder_file(builder, "abc", 3);
    if (status == SAMSYN_OK)
        status = samsyn_builder_say(builder, "document-utf-16", NULL);
    if (status == SAMSYN_OK)
        status = samsyn_builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0,
                                     "sida 1");
    if (status == SAMSYN_OK)
        status = samsyn_builder_text(builder, "Vi lovar.", 9, SAMSYN_NONE,
                                     SAMSYN_NONE);
    return status == SAMSYN_OK ? samsyn_builder_close(builder) : status;
}

static samsyn_status
build(samsyn_document **out, samsyn_diagnostics **list,
      const samsyn_config *config)
{
    samsyn_builder *builder = NULL;
    samsyn_status status =
        samsyn_builder_new(&builder, "fil", NULL, 0, dump_language(), config);

    if (status != SAMSYN_OK)
        return status;
    status = tell(builder);
    if (status == SAMSYN_OK)
        status = samsyn_builder_finish(out, builder);
    samsyn_builder_diagnostics(builder, list);
    samsyn_builder_free(builder);
    return status;
}

static void
check_told(const samsyn_document *document, const samsyn_diagnostics *list)
{
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_TITLE),
        "Avtal om trygghet");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_DATE), "");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_FORMAT), "built");
    assert_string_equal(samsyn_document_property(document, (samsyn_property)9),
                        "");
    assert_int_equal(samsyn_diagnostics_count(list), 1);
    assert_string_equal(samsyn_diagnostics_code(list, 0), "document-utf-16");
    assert_string_equal(samsyn_diagnostics_source(list, 0), "fil");
}

/* Every allocation fails in turn. */
static void
test_told(void **state)
{
    struct ledger ledger = { 0, 0 };
    samsyn_allocator mem = ledger_allocator(&ledger);
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t budget = 0; status == SAMSYN_E_NOMEM; budget++) {
        samsyn_config *config = NULL;
        samsyn_document *document = NULL;
        samsyn_diagnostics *list = NULL;

        ledger.budget = LEDGER_ALL;
        assert_int_equal(samsyn_config_new(&config, &mem), SAMSYN_OK);
        ledger.budget = budget;
        status = build(&document, &list, config);
        assert_true(status == SAMSYN_OK || status == SAMSYN_E_NOMEM);
        if (status == SAMSYN_OK)
            check_told(document, list);
        samsyn_document_free(document);
        samsyn_diagnostics_free(list);
        samsyn_config_free(config);
        assert_int_equal(ledger.live, 0);
    }
}

static void
test_refused(void **state)
{
    samsyn_builder *builder = NULL;

    (void)state;
    assert_int_equal(
        samsyn_builder_new(&builder, "fil", NULL, 0, dump_language(), NULL),
        SAMSYN_OK);
    assert_int_equal(samsyn_builder_say(builder, "no-such-code", NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_builder_set(builder, (samsyn_property)0, "a", 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_set(builder, SAMSYN_PROPERTY_DATE, "\xFF", 1),
        SAMSYN_E_NOT_TEXT);
    assert_int_equal(samsyn_builder_file(NULL, "a", 1), SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_builder_open(builder, SAMSYN_BLOCK_TABLE, 0, 0, NULL),
        SAMSYN_OK);
    assert_int_equal(samsyn_builder_open(builder, SAMSYN_BLOCK_ROW, 0, 0, NULL),
                     SAMSYN_OK);
    assert_int_equal(
        samsyn_builder_open(builder, SAMSYN_BLOCK_CELL, 1001, 0, NULL),
        SAMSYN_E_ARGUMENT);
    samsyn_builder_free(builder);
}

int
main(void)
{
    enum {
        SAMPLES = sizeof samples / sizeof samples[0]
    };
    struct CMUnitTest tests[SAMPLES + 5];
    size_t count = 0;

    for (size_t i = 0; i < SAMPLES; i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_text);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_names);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_options);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_told);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_refused);
    return cmocka_run_group_tests_name("read: formats", tests, NULL, NULL);
}
