/* SPDX-License-Identifier: MIT */

/* Whole PDF files, made here, through the programs that read them: what is
 * read, and what is said of those that cannot be. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "document/document.h"
#include "read/pdf.h"
#include "support/document_dump.h"
#include "support/ledger.h"

#define LINES                                                                  \
    "BT /F 12 Tf 14 TL 72 700 Td (Vi lovar att finnas i parken varje) Tj T* "  \
    "(kv\\344ll under sommaren.) Tj ET"
#define OTHERS                                                                 \
    "BT /F 12 Tf 14 TL 72 660 Td (Polisen ska g\\345 till fots i) Tj T* "      \
    "(hela kommunen.) Tj ET"
#define BLOCKS                                                                 \
    "P Vi lovar att finnas i parken varje kväll under sommaren.\n"            \
    "P Polisen ska gå till fots i hela kommunen.\n"
#define SMALL ((size_t)200 << 20)

static const struct child_limits usual = { SMALL, 1 << 20, 1, 4 };
static const struct child_limits little = { SMALL, 200, 1, 4 };

static struct sample {
    const char *name;
    const char *pages[3]; /* what each page draws */
    const char *extra;    /* of the trailer */
    const struct child_limits *limits;
    size_t cut; /* bytes that are left; 0: all */
    samsyn_status status;
    const char *code, *message; /* message: a part of it */
    const char *blocks;
} samples[] = {
    { "text",
      { LINES, OTHERS, NULL },
      "",
      &usual,
      0,
      SAMSYN_OK,
      NULL,
      NULL,
      BLOCKS },
    { "title and date",
      { LINES, OTHERS, NULL },
      "/Info << /Title (Avtal & mer) /CreationDate (D:20260105120000Z) "
      "/ModDate (D:20260301120000Z) >>",
      &usual,
      0,
      SAMSYN_OK,
      NULL,
      NULL,
      BLOCKS },
    { "scanned",
      { "0 0 m 9 9 l S", "", NULL },
      "",
      &usual,
      0,
      SAMSYN_E_EMPTY,
      "document-pdf-scanned",
      "2 sidor",
      NULL },
    { "a page without text",
      { LINES, "", OTHERS },
      "",
      &usual,
      0,
      SAMSYN_OK,
      "document-pdf-pages-scanned",
      "inskannade: 2;",
      BLOCKS },
    { "cut off",
      { LINES, NULL, NULL },
      "",
      &usual,
      150,
      SAMSYN_E_NOT_TEXT,
      "document-pdf-damaged",
      NULL,
      NULL },
    { "nothing but its first line",
      { LINES, NULL, NULL },
      "",
      &usual,
      9,
      SAMSYN_E_NOT_TEXT,
      "document-pdf-damaged",
      NULL,
      NULL },
    { "with a password",
      { LINES, NULL, NULL },
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
      "/O <0123456789012345678901234567890101234567890123456789012345678901> "
      "/U <0123456789012345678901234567890101234567890123456789012345678901> "
      ">> /ID [<00><00>]",
      &usual,
      0,
      SAMSYN_E_ENCRYPTED,
      "document-encrypted",
      NULL,
      NULL },
    { "more text than is taken",
      { LINES, OTHERS, NULL },
      "",
      &little,
      0,
      SAMSYN_E_LIMIT,
      "document-pdf-too-large",
      NULL,
      NULL },
    { "drawn without end",
      { "/A Do", NULL, NULL },
      "",
      &usual,
      0,
      SAMSYN_E_LIMIT,
      "document-pdf-too-slow",
      "1 sekunder",
      NULL },
};

/* ---- Files ---- */

struct file {
    struct buf bytes;
    size_t places[64]; /* where each object begins */
    size_t count;
};

static void
begin_object(struct file *file)
{
    file->places[++file->count] = file->bytes.len;
    buf_int(&file->bytes, (int64_t)file->count);
    buf_text(&file->bytes, " 0 obj\n");
}

static void
add_stream(struct file *file, const char *entries, const char *content)
{
    begin_object(file);
    buf_text(&file->bytes, "<< ");
    buf_text(&file->bytes, entries);
    buf_text(&file->bytes, " /Length ");
    buf_int(&file->bytes, (int64_t)strlen(content));
    buf_text(&file->bytes, " >>\nstream\n");
    buf_text(&file->bytes, content);
    buf_text(&file->bytes, "\nendstream\nendobj\n");
}

static void
add_reference(struct file *file, const char *key, size_t object)
{
    buf_text(&file->bytes, key);
    buf_char(&file->bytes, ' ');
    buf_int(&file->bytes, (int64_t)object);
    buf_text(&file->bytes, " 0 R ");
}

/* Pictures that draw each other twice, to a depth of twenty-odd. */
enum {
    FIRST_PICTURE = 3,
    PICTURES = 26
};

static void
add_pictures(struct file *file)
{
    for (size_t i = 0; i < PICTURES; i++) {
        char entries[200];

        (void)snprintf(entries, sizeof entries,
                       "/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                       "/Resources << /XObject << /A %zu 0 R >> >>",
                       FIRST_PICTURE + i + 1);
        add_stream(file, entries, "/A Do /A Do /A Do");
    }
    add_stream(file, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "");
}

static void
add_pages(struct file *file, const char *const pages[3])
{
    size_t first = file->count;

    for (size_t i = 0; i < 3 && pages[i]; i++) {
        add_stream(file, "", pages[i]);
        begin_object(file);
        buf_text(&file->bytes, "<< /Type /Page /Parent 2 0 R /Resources << "
                               "/Font << /F << /Type /Font /Subtype /Type1 "
                               "/BaseFont /Helvetica /Encoding "
                               "/WinAnsiEncoding >> >> /XObject << ");
        add_reference(file, "/A", FIRST_PICTURE);
        add_reference(file, ">> >> /Contents", file->count - 1);
        buf_text(&file->bytes, ">>\nendobj\n");
    }
    file->places[2] = file->bytes.len;
    buf_text(&file->bytes, "2 0 obj\n<< /Type /Pages /MediaBox [0 0 595 842] "
                           "/Kids [");
    for (size_t i = first + 2; i <= file->count; i += 2)
        add_reference(file, "", i);
    buf_text(&file->bytes, "] /Count ");
    buf_int(&file->bytes, (int64_t)(file->count - first) / 2);
    buf_text(&file->bytes, " >>\nendobj\n");
}

static void
end_file(struct file *file, const char *extra)
{
    size_t start = file->bytes.len;
    char line[40];

    buf_text(&file->bytes, "xref\n0 ");
    buf_int(&file->bytes, (int64_t)file->count + 1);
    buf_text(&file->bytes, "\n0000000000 65535 f \n");
    for (size_t i = 1; i <= file->count; i++) {
        (void)snprintf(line, sizeof line, "%010zu 00000 n \n", file->places[i]);
        buf_text(&file->bytes, line);
    }
    buf_text(&file->bytes, "trailer\n<< /Root 1 0 R /Size ");
    buf_int(&file->bytes, (int64_t)file->count + 1);
    buf_text(&file->bytes, extra);
    buf_text(&file->bytes, " >>\nstartxref\n");
    buf_int(&file->bytes, (int64_t)start);
    buf_text(&file->bytes, "\n%%EOF\n");
}

static void
make(struct file *file, const struct sample *sample)
{
    *file = (struct file){ .count = 0 };
    buf_init(&file->bytes, &mem_default, BUF_ANY);
    buf_text(&file->bytes, "%PDF-1.4\n");
    begin_object(file);
    buf_text(&file->bytes, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    file->count++; /* the pages, which come last */
    add_pictures(file);
    add_pages(file, sample->pages);
    end_file(file, sample->extra);
    if (sample->cut)
        file->bytes.len = sample->cut;
}

/* ---- Reading ---- */

/* The title and the last change, of those files that tell them. */
static void
check_properties(const struct sample *sample, const samsyn_document *document)
{
    bool told = strstr(sample->extra, "/Info") != NULL;

    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_TITLE),
        told ? "Avtal & mer" : "");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_DATE),
        told ? "2026-03-01" : "");
}

static void
check(const struct sample *sample, const samsyn_document *document,
      const samsyn_diagnostics *list)
{
    struct buf blocks;

    if (sample->code) {
        assert_string_equal(samsyn_diagnostics_code(list, 0), sample->code);
        if (sample->message)
            assert_non_null(
                strstr(samsyn_diagnostics_message(list, 0), sample->message));
    } else {
        assert_null(list);
    }
    if (!document)
        return;
    check_properties(sample, document);
    buf_init(&blocks, &mem_default, BUF_ANY);
    dump_blocks(&blocks, document);
    assert_string_equal(blocks.data, sample->blocks);
    assert_string_equal(document->blocks[0].place.ptr, "sida 1");
    assert_string_equal(document->blocks[1].place.ptr,
                        sample->pages[2] ? "sida 3" : "sida 2");
    buf_done(&blocks);
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct samsyn_read_options options = { mem_default, SAMSYN_TRACKED_ACCEPT,
                                           SAMSYN_LANG_SV };
    struct reading reading = { .mem = &mem_default, .options = &options };
    samsyn_status status;
    struct file file;

    if (!pdf_can())
        skip();
    make(&file, sample);
    reading.bytes = file.bytes.data;
    reading.length = file.bytes.len;
    assert_int_equal(samsyn_builder_new(&reading.builder, "fil", NULL, 0,
                                        dump_language(), NULL),
                     SAMSYN_OK);
    status = pdf_read_within(&reading, sample->limits);
    assert_int_equal(status, sample->status);
    if (status == SAMSYN_OK)
        assert_int_equal(samsyn_builder_finish(&document, reading.builder),
                         SAMSYN_OK);
    samsyn_builder_diagnostics(reading.builder, &list);
    check(sample, document, list);
    samsyn_diagnostics_free(list);
    samsyn_builder_free(reading.builder);
    samsyn_document_free(document);
    buf_done(&file.bytes);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples)];

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[i] = (struct CMUnitTest){ .name = samples[i].name,
                                        .test_func = test_sample,
                                        .initial_state = &samples[i] };
    }
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
