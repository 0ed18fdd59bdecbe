/* SPDX-License-Identifier: MIT */

/* Reads a PDF by poppler's programs, which are run and never linked:
 * pdftotext tells the words and where they stand, pdftohtml which of them are
 * bold and how large.  They run at the same time and are shut in.  Without
 * pdftohtml, or where it fails, the words alone are read.
 *
 * What a tagged PDF calls its parts is not asked.  pdfinfo -struct-text takes
 * seven (Chromium) to thirty (LibreOffice) times as long as pdftotext, runs
 * words together and leaves bold ones out; pdfinfo -struct is fast, but tells
 * kinds without words or places, so that nothing can be checked against the
 * layout.  Measured on 131 documents of each: its count of tables' rows is the
 * layout's in 117 and 120, and of 2661 verdicts at most 14 and 11 hang on what
 * tags count otherwise, the most on bold lines and typed dashes that they call
 * paragraphs.
 */

#ifdef READ_PDF

#include "base/number.h"
#include "base/utf8.h"
#include "read/pdf.h"
#include "read/pdf_lines.h"
#include "read/pdf_text.h"
#include "read/reader.h"

#define MEMORY ((size_t)256 << 20)
#define OUTPUT ((size_t)64 << 20)
#define CPU 1             /* seconds for any file, ... */
#define MOST_CPU 20       /* ... and at most, */
#define CPU_BYTES 524288  /* one more for so many bytes of the file */
#define WALL 10           /* seconds more by the clock on the wall */
#define FEWEST_LETTERS 20 /* on a page that was not scanned */
#define MOST_NAMED 20     /* pages that a notice names */

static const char *const text_args[] = {
    "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL
};
static const char *const style_args[] = { "-xml",    "-i", "-q", "-nodrm",
                                          "-stdout", "-",  "x",  NULL };

/* All that is known of the file. */
struct pdf {
    const struct reading *reading;
    const struct child_limits *limits;
    struct pdf_boxes boxes;
    struct pdf_style style;
    struct pdf_rows rows;
    struct child text;
};

int
pdf_can(void)
{
    return child_exists("pdftotext");
}

/* ---- The programs ---- */

static void
run(struct pdf *pdf)
{
    struct pdf_lines text, style;
    struct child children[] = {
        { .program = "pdftohtml", /* the slower one begins */
          .args = style_args,
          .listen = pdf_lines_listen,
          .user = &style },
        { .program = "pdftotext",
          .args = text_args,
          .listen = pdf_lines_listen,
          .user = &text },
    };

    pdf_lines_init(&text, pdf_boxes_take, &pdf->boxes, pdf->reading->mem);
    pdf_lines_init(&style, pdf_style_take, &pdf->style, pdf->reading->mem);
    child_run(children, ARRAY_LEN(children),
              str_make(pdf->reading->bytes, pdf->reading->length), pdf->limits);
    pdf->boxes.failed = pdf->boxes.failed || text.failed;
    pdf->style.failed = pdf->style.failed || style.failed;
    pdf->text = children[1];
    pdf_lines_done(&text);
    pdf_lines_done(&style);
}

static bool
said(const struct child *child, struct str text)
{
    for (size_t i = 0; i + text.len <= child->said_length; i++) {
        if (memcmp(child->said + i, text.ptr, text.len) == 0)
            return true;
    }
    return false;
}

/* Refuse the file with a number as argument. */
static samsyn_status
refuse_with(const struct reading *reading, const char *code, size_t number,
            samsyn_status status)
{
    char digits[NUMBER_TEXT], argument[NUMBER_TEXT + 1];
    struct str text = number_text((int64_t)number, digits);

    memcpy(argument, text.ptr, text.len);
    argument[text.len] = '\0';
    return reading_refuse(reading, code, argument, status);
}

/* What to say where pdftotext did not come to its end. */
static samsyn_status
refuse(const struct pdf *pdf)
{
    const struct reading *reading = pdf->reading;

    if (pdf->boxes.failed)
        return SAMSYN_E_NOMEM;
    if (pdf->boxes.large || pdf->text.end == CHILD_TALKED)
        return reading_refuse(reading, "document-pdf-too-large", NULL,
                              SAMSYN_E_LIMIT);
    if (pdf->text.end == CHILD_ABSENT)
        return reading_refuse(reading, "document-pdf-absent", NULL,
                              SAMSYN_E_NO_READER);
    if (pdf->text.end == CHILD_LATE)
        return refuse_with(reading, "document-pdf-too-slow", pdf->limits->cpu,
                           SAMSYN_E_LIMIT);
    if (pdf->text.end != CHILD_DONE)
        return reading_refuse(reading, "document-pdf-unreadable", NULL,
                              SAMSYN_E_NOT_TEXT);
    if (said(&pdf->text, STR("ncorrect password")))
        return reading_refuse(reading, "document-encrypted", NULL,
                              SAMSYN_E_ENCRYPTED);
    return reading_refuse(reading, "document-pdf-damaged", NULL,
                          SAMSYN_E_NOT_TEXT);
}

/* ---- Pages without text ---- */

static size_t
count_letters(const struct pdf_boxes *boxes, const struct pdf_page *page)
{
    size_t letters = 0, size;

    for (size_t i = page->first; i < page->end; i++) {
        struct str word = pdf_word_str(boxes, i);

        for (size_t at = 0; at < word.len; at += size)
            letters += utf8_is_letter(
                utf8_decode(word.ptr + at, word.len - at, &size));
    }
    return letters;
}

/* Name the pages that have no text, in a document that has. */
static samsyn_status
note_pages(const struct pdf *pdf, const struct buf *named)
{
    if (buf_failed(named))
        return SAMSYN_E_NOMEM;
    if (!named->len)
        return SAMSYN_OK;
    return reading_note(pdf->reading, "document-pdf-pages-scanned",
                        named->data);
}

static void
name_page(struct buf *named, size_t page, size_t count)
{
    if (count > MOST_NAMED)
        return;
    if (named->len)
        buf_text(named, ", ");
    if (count == MOST_NAMED)
        buf_text(named, "...");
    else
        buf_int(named, (int64_t)page + 1);
}

static samsyn_status
look_for_letters(const struct pdf *pdf)
{
    const struct pdf_page *pages = pdf->boxes.pages.data;
    size_t letters = 0, without = 0;
    samsyn_status status;
    struct buf named;

    buf_init(&named, pdf->reading->mem, BUF_ANY);
    for (size_t i = 0; i < pdf->boxes.pages.len; i++) {
        size_t found = count_letters(&pdf->boxes, &pages[i]);

        letters += found;
        if (!found)
            name_page(&named, i, without++);
    }
    status = letters < FEWEST_LETTERS * pdf->boxes.pages.len
                 ? refuse_with(pdf->reading, "document-pdf-scanned",
                               pdf->boxes.pages.len, SAMSYN_E_EMPTY)
                 : note_pages(pdf, &named);
    buf_done(&named);
    return status;
}

/* ---- The document ---- */

static samsyn_status
set_properties(const struct pdf *pdf)
{
    samsyn_builder *builder = pdf->reading->builder;
    samsyn_status status = SAMSYN_OK;

    if (pdf->boxes.title.len)
        status =
            samsyn_builder_set(builder, SAMSYN_PROPERTY_TITLE,
                               pdf->boxes.title.data, pdf->boxes.title.len);
    if (status == SAMSYN_OK && pdf->boxes.date[0])
        status = samsyn_builder_set(builder, SAMSYN_PROPERTY_DATE,
                                    pdf->boxes.date, sizeof pdf->boxes.date);
    return status;
}

static samsyn_status
put(struct pdf *pdf)
{
    samsyn_status status = look_for_letters(pdf);

    if (status == SAMSYN_OK)
        status = set_properties(pdf);
    if (status != SAMSYN_OK)
        return status;
    if (pdf->style.failed)
        return SAMSYN_E_NOMEM;
    pdf_style_apply(&pdf->style, &pdf->boxes);
    if (!pdf_rows_find(&pdf->rows, &pdf->boxes))
        return SAMSYN_E_NOMEM;
    return pdf_text_put(pdf->reading->builder, pdf->reading->options->lang,
                        &pdf->rows, &pdf->style);
}

samsyn_status
pdf_read_within(const struct reading *reading,
                const struct child_limits *limits)
{
    struct pdf pdf = { .reading = reading, .limits = limits };
    samsyn_status status;

    pdf_boxes_init(&pdf.boxes, reading->mem);
    pdf_style_init(&pdf.style, reading->mem);
    pdf_rows_init(&pdf.rows, reading->mem);
    run(&pdf);
    if (pdf.text.end == CHILD_DONE && pdf.text.code == 0 && pdf.boxes.whole)
        status = put(&pdf);
    else
        status = refuse(&pdf);
    pdf_rows_done(&pdf.rows);
    pdf_style_done(&pdf.style);
    pdf_boxes_done(&pdf.boxes);
    return status;
}

samsyn_status
pdf_read(const struct reading *reading)
{
    size_t cpu = CPU + reading->length / CPU_BYTES;
    struct child_limits limits = { .memory = MEMORY, .output = OUTPUT };

    limits.cpu = cpu < MOST_CPU ? (unsigned)cpu : MOST_CPU;
    limits.seconds = limits.cpu + WALL;
    return pdf_read_within(reading, &limits);
}

#endif
