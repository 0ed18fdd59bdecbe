/* SPDX-License-Identifier: MIT */

/* From boxes to blocks.  A document is written as a script, a row a line:
 *
 *   x y [size][b] text | x more text
 *
 * in points, size 12 where none is told, b for bold; a bar parts what stands
 * side by side, "page" begins a page, "> 2 text" is an entry of the outline
 * of level 2.  Every letter is half as wide as it is high.  The script becomes
 * what pdftotext and pdftohtml would say, and that is read. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "document/document.h"
#include "read/pdf_lines.h"
#include "read/pdf_text.h"
#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/ledger.h"
#include "support/pdf_samples.h"

/* ---- What the programs would say ---- */

struct said {
    struct buf text, style, outline;
    int fonts[100]; /* by size */
    int next;
};

static void
add_attribute(struct buf *out, const char *name, int value)
{
    buf_char(out, ' ');
    buf_text(out, name);
    buf_text(out, "=\"");
    buf_int(out, value);
    buf_text(out, ".500000\"");
}

static void
say_font(struct said *said, int size)
{
    if (said->fonts[size])
        return;
    said->fonts[size] = said->next++;
    buf_text(&said->style, "<fontspec id=\"");
    buf_int(&said->style, said->fonts[size]);
    buf_text(&said->style, "\" size=\"");
    buf_int(&said->style, size * 3 / 2);
    buf_text(&said->style, "\" family=\"a\"/>\n");
}

/* A stretch of words at @p x; gives where it ends. */
static void
say_words(struct said *said, int x, int y, int size, bool bold, struct str text)
{
    int height = size * 14 / 12, from = x;

    buf_text(&said->text, "<line>\n");
    for (size_t at = 0; at < text.len;) {
        size_t end = at;

        while (end < text.len && text.ptr[end] != ' ')
            end++;
        int width = (int)utf8_count(text.ptr + at, end - at) * size / 2;
        buf_text(&said->text, "  <word");
        add_attribute(&said->text, "xMin", x);
        add_attribute(&said->text, "yMin", y);
        add_attribute(&said->text, "xMax", x + width);
        add_attribute(&said->text, "yMax", y + height);
        buf_char(&said->text, '>');
        buf_add(&said->text, text.ptr + at, end - at);
        buf_text(&said->text, "</word>\n");
        x += width + size / 4;
        at = end + 1;
    }
    buf_text(&said->text, "</line>\n");
    say_font(said, size);
    buf_text(&said->style, "<text");
    add_attribute(&said->style, "top", y * 3 / 2);
    add_attribute(&said->style, "left", from * 3 / 2);
    add_attribute(&said->style, "width", (x - from) * 3 / 2);
    add_attribute(&said->style, "height", height * 3 / 2);
    buf_text(&said->style, " font=\"");
    buf_int(&said->style, said->fonts[size]);
    buf_text(&said->style, "\">");
    buf_text(&said->style, bold ? "<i><b>x</b></i></text>\n" : "x</text>\n");
}

static const char *
read_number(const char *at, int *out)
{
    char *end;

    *out = (int)strtol(at, &end, 10);
    return end;
}

/* A size, a "b" and a blank; left alone where the text begins at once. */
static const char *
read_style(const char *at, int *size, bool *bold)
{
    int number;
    const char *end = read_number(at, &number);

    *bold = false;
    *size = 12;
    if (end == at || *end != 'b')
        return at;
    *size = number;
    *bold = true;
    return end + 2;
}

static void
say_row(struct said *said, const char *line, size_t length)
{
    const char *end = line + length, *at, *bar;
    int x, y, size;
    bool bold;

    at = read_number(line, &x);
    at = read_number(at, &y) + 1;
    for (;;) {
        at = read_style(at, &size, &bold);
        bar = memchr(at, '|', (size_t)(end - at));
        say_words(said, x, y, size, bold,
                  str_trim(str_make(at, (size_t)((bar ? bar : end) - at))));
        if (!bar)
            return;
        at = read_number(bar + 1, &x) + 1;
    }
}

static void
say_page(struct said *said)
{
    buf_text(&said->text,
             "<page width=\"595.000000\" height=\"792.000000\">\n");
    buf_text(&said->style, "<page number=\"1\">\n");
}

static void
say_entry(struct said *said, const char *line, size_t length)
{
    int level = line[2] - '0';

    for (int i = 0; i < level; i++)
        buf_text(&said->outline, "<outline>\n");
    buf_text(&said->outline, "<item page=\"1\">");
    buf_add(&said->outline, line + 4, length - 4);
    buf_text(&said->outline, "</item>\n");
    for (int i = 0; i < level; i++)
        buf_text(&said->outline, "</outline>\n");
}

static void
say(struct said *said, const char *script)
{
    *said = (struct said){ .next = 1 };
    buf_init(&said->text, &mem_default, BUF_ANY);
    buf_init(&said->style, &mem_default, BUF_ANY);
    buf_init(&said->outline, &mem_default, BUF_ANY);
    buf_text(&said->style, "<fontspec id=\"0\" size=\"7\"/>\n");
    say_page(said);
    while (*script) {
        size_t length = strcspn(script, "\n");

        if (str_starts(str_of(script), STR("page")))
            say_page(said);
        else if (*script == '>')
            say_entry(said, script, length);
        else
            say_row(said, script, length);
        script += length + 1;
    }
    buf_text(&said->text, "</doc>\n");
    buf_str(&said->style, buf_view(&said->outline));
}

static void
unsay(struct said *said)
{
    buf_done(&said->text);
    buf_done(&said->style);
    buf_done(&said->outline);
}

/* ---- Reading it ---- */

static samsyn_status
listen(bool (*take)(void *, struct str), void *user, const struct buf *said,
       const samsyn_allocator *mem)
{
    struct pdf_lines lines;
    bool fine = true;

    pdf_lines_init(&lines, take, user, mem);
    /* in pieces that end where they happen to */
    for (size_t at = 0; at < said->len && fine; at += 37)
        fine = pdf_lines_listen(&lines, said->data + at,
                                said->len - at < 37 ? said->len - at : 37);
    pdf_lines_done(&lines);
    return fine ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
build(samsyn_document **out, const struct pdf_rows *rows,
      const struct pdf_style *style, const samsyn_allocator *mem)
{
    samsyn_config *config = NULL;
    samsyn_builder *builder = NULL;
    samsyn_status status = samsyn_config_new(&config, mem);

    if (status == SAMSYN_OK)
        status =
            samsyn_builder_new(&builder, "x", NULL, 0, dump_language(), config);
    samsyn_config_free(config);
    if (status != SAMSYN_OK)
        return status;
    status = pdf_text_put(builder, SAMSYN_LANG_SV, rows, style);
    if (status == SAMSYN_OK)
        status = samsyn_builder_finish(out, builder);
    samsyn_builder_free(builder);
    return status;
}

static samsyn_status
read_said(samsyn_document **out, const struct said *said,
          const samsyn_allocator *mem)
{
    struct pdf_boxes boxes;
    struct pdf_style style;
    struct pdf_rows rows;
    samsyn_status status;

    pdf_boxes_init(&boxes, mem);
    pdf_style_init(&style, mem);
    pdf_rows_init(&rows, mem);
    status = listen(pdf_boxes_take, &boxes, &said->text, mem);
    if (status == SAMSYN_OK)
        status = listen(pdf_style_take, &style, &said->style, mem);
    if (status == SAMSYN_OK) {
        assert_true(boxes.whole);
        pdf_style_apply(&style, &boxes);
        status = pdf_rows_find(&rows, &boxes) ? build(out, &rows, &style, mem)
                                              : SAMSYN_E_NOMEM;
    }
    pdf_rows_done(&rows);
    pdf_style_done(&style);
    pdf_boxes_done(&boxes);
    return status;
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct said said;

    say(&said, sample->script);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_document *document = NULL;

        assert_in_range(n, 0, 2000);
        status = read_said(&document, &said, &mem);
        assert_int_equal(status == SAMSYN_OK, document != NULL);
        if (document) {
            struct buf blocks;

            buf_init(&blocks, &mem_default, BUF_ANY);
            dump_blocks(&blocks, document);
            assert_string_equal(blocks.data, sample->blocks);
            buf_done(&blocks);
        }
        samsyn_document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
    unsay(&said);
}

/* Page, table, row and column, the latter by its title where it has one. */
static void
test_places(void **state)
{
    static const char *const places[] = {
        "sida 1, tabell 1, rad 1, kolumn 1",
        "sida 1, tabell 1, rad 1, kolumn 2",
        "sida 1, tabell 1, rad 2, kolumn Vad",
        "sida 1, tabell 1, rad 2, kolumn Vem",
    };
    samsyn_document *document = NULL;
    size_t found = 0;
    struct said said;

    (void)state;
    say(&said, BODY "72 460 12b Vad | 320 12b Vem\n72 474 Måla | 320 Gatan\n"
                    "72 488 Lysa | 320 Parken\n72 502 Röja | 320 Skogen\n");
    assert_int_equal(read_said(&document, &said, &mem_default), SAMSYN_OK);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        if ((block->kind != SAMSYN_BLOCK_CELL &&
             block->kind != SAMSYN_BLOCK_HEADER_CELL) ||
            found == ARRAY_LEN(places))
            continue;
        assert_string_equal(block->place.ptr, places[found++]);
    }
    assert_int_equal(found, ARRAY_LEN(places));
    samsyn_document_free(document);
    unsay(&said);
}

/* More text than is read, in letters of three bytes: not a lack of memory,
 * and what comes after it is not taken for a page with less text. */
static void
test_large(void **state)
{
    static const char begin[] =
        "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">";
    struct pdf_boxes boxes;
    struct buf line;

    (void)state;
    pdf_boxes_init(&boxes, &mem_default);
    buf_init(&line, &mem_default, BUF_ANY);
    buf_text(&line, begin);
    for (size_t i = 0; i < PDF_MOST_TEXT / 3 - 3; i++)
        buf_text(&line, "\xE2\x82\xAC");
    assert_true(pdf_boxes_take(&boxes, STR("<page width=\"9\" height=\"9\">")));
    assert_true(pdf_boxes_take(&boxes, buf_view(&line)));
    for (size_t i = 0; i < 20 && !boxes.large; i++) {
        bool more =
            pdf_boxes_take(&boxes, STR("<word xMin=\"1\" yMin=\"1\" xMax=\"2\" "
                                       "yMax=\"2\">\xE2\x82\xAC</word>"));
        assert_int_equal(more, !boxes.large);
    }
    assert_true(boxes.large);
    assert_false(boxes.failed);
    buf_done(&line);
    pdf_boxes_done(&boxes);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 2];
    size_t count = 0;

    for (; count < ARRAY_LEN(samples); count++) {
        tests[count] = (struct CMUnitTest){ .name = samples[count].name,
                                            .test_func = test_sample,
                                            .initial_state = &samples[count] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_places);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_large);
    return cmocka_run_group_tests_name("pdf_text", tests, NULL, NULL);
}
