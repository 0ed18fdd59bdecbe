/* SPDX-License-Identifier: MIT */

/* Any bytes as what pdftotext and pdftohtml say of a PDF: the one up to the
 * first NUL, the other behind it.  The programs themselves are not run.  The
 * same bytes give the same document, in whatever pieces they come, and no
 * more text than was said. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "fuzz.h"
#include "read/pdf_lines.h"
#include "read/pdf_text.h"
#include "support/document_dump.h"

#ifdef READ_PDF

/* Hear it in pieces of @p size. */
static bool
hear(bool (*take)(void *, struct str), void *user, struct str said, size_t size)
{
    struct pdf_lines lines;
    bool fine = true;

    pdf_lines_init(&lines, take, user, &mem_default);
    for (size_t at = 0; at < said.len && fine; at += size)
        fine = pdf_lines_listen(&lines, said.ptr + at,
                                said.len - at < size ? said.len - at : size);
    pdf_lines_done(&lines);
    return fine;
}

static samsyn_document *
build(const struct pdf_rows *rows, const struct pdf_style *style)
{
    samsyn_builder *builder = NULL;
    samsyn_document *document = NULL;
    samsyn_status status;

    fuzz_require(samsyn_builder_new(&builder, "fuzz", NULL, 0, dump_language(),
                                    NULL) == SAMSYN_OK);
    fuzz_require(pdf_text_put(builder, SAMSYN_LANG_SV, rows, style) ==
                 SAMSYN_OK);
    status = samsyn_builder_finish(&document, builder);
    fuzz_require((status == SAMSYN_OK) == (document != NULL));
    samsyn_builder_free(builder);
    return document;
}

static samsyn_document *
read_said(struct str text, struct str fonts, size_t size)
{
    samsyn_document *document = NULL;
    struct pdf_boxes boxes;
    struct pdf_style style;
    struct pdf_rows rows;

    pdf_boxes_init(&boxes, &mem_default);
    pdf_style_init(&style, &mem_default);
    pdf_rows_init(&rows, &mem_default);
    if (hear(pdf_boxes_take, &boxes, text, size) &&
        hear(pdf_style_take, &style, fonts, size)) {
        pdf_style_apply(&style, &boxes);
        fuzz_require(pdf_rows_find(&rows, &boxes));
        document = build(&rows, &style);
    }
    pdf_rows_done(&rows);
    pdf_style_done(&style);
    pdf_boxes_done(&boxes);
    return document;
}

int
fuzz_pdf(const uint8_t *bytes, size_t length)
{
    const char *all = (const char *)bytes;
    const char *end = length ? memchr(all, '\0', length) : NULL;
    size_t first = end ? (size_t)(end - all) : length;
    struct str text = str_make(all, first);
    struct str fonts =
        end ? str_make(end + 1, length - first - 1) : str_make("", 0);
    samsyn_document *a = read_said(text, fonts, 7);
    samsyn_document *b = read_said(text, fonts, 4096);
    size_t lengths[2] = { 0, 0 };

    fuzz_require((a == NULL) == (b == NULL));
    if (a) {
        const char *one = samsyn_document_text(a, &lengths[0]);
        const char *two = samsyn_document_text(b, &lengths[1]);

        fuzz_require(lengths[0] == lengths[1] && lengths[0] <= length);
        fuzz_require(memcmp(one, two, lengths[0]) == 0);
    }
    samsyn_document_free(a);
    samsyn_document_free(b);
    return 0;
}

#else

int
fuzz_pdf(const uint8_t *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    return 0;
}

#endif

FUZZ_ENTRY(fuzz_pdf)
