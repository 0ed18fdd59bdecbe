/* SPDX-License-Identifier: MIT */

/* Files to documents: what is refused and why, encodings, places, and the law
 * of quotes: cut, decode and normalise gives the text that was found. */

#include "document/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "document/decode.h"
#include "support/document_dump.h"
#include "support/ledger.h"

/* STR() for initialisers. */
#define BYTES(literal)                                                         \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }

/* ---- What becomes of a file ---- */

static struct sample {
    const char *name, *file;
    struct str bytes;
    samsyn_status status;
    const char *code;   /* of the diagnostic; NULL for none */
    const char *format; /* of the document */
} samples[] = {
    { "text", "a.txt", BYTES("# Text"), SAMSYN_OK, NULL, "text" },
    { "markdown", "a.md", BYTES("Text"), SAMSYN_OK, NULL, "markdown" },
    { "capital ending", "A.MARKDOWN", BYTES("Text"), SAMSYN_OK, NULL,
      "markdown" },
    { "heading", "a", BYTES("Text\n## Mål\n"), SAMSYN_OK, NULL, "markdown" },
    { "table", "a", BYTES("| a |\n|---|\n"), SAMSYN_OK, NULL, "markdown" },
    { "no sign", "a.pdf.x", BYTES("Text ## ---\n"), SAMSYN_OK, NULL, "text" },
    { "byte order mark", "a.md", BYTES("\xEF\xBB\xBF# Text"), SAMSYN_OK, NULL,
      "markdown" },
    { "Windows-1252", "a.txt",
      BYTES("Medborgarl\xF6"
            "fte \x96 5 \x80"),
      SAMSYN_OK, "document-windows-1252", "text" },
    { "UTF-16, little", "a.txt",
      BYTES("\xFF\xFE"
            "A\0\xE5\0"),
      SAMSYN_OK, "document-utf-16", "text" },
    { "UTF-16, big", "a.txt",
      BYTES("\xFE\xFF"
            "\0A\0\xE5"),
      SAMSYN_OK, "document-utf-16", "text" },

    { "empty", "a.txt", BYTES(""), SAMSYN_E_EMPTY, "document-empty", NULL },
    { "blank", "a.txt", BYTES(" \n\n"), SAMSYN_E_EMPTY, "document-empty",
      NULL },
    { "blank Markdown", "a.md", BYTES("---\n"), SAMSYN_E_EMPTY,
      "document-empty", NULL },
    { "only a mark", "a.txt", BYTES("\xEF\xBB\xBF"), SAMSYN_E_EMPTY,
      "document-empty", NULL },
    { "zero byte", "a.txt", BYTES("a\0b"), SAMSYN_E_NOT_TEXT,
      "document-not-text", NULL },
    { "control characters", "a.txt", BYTES("a\1\2\3\4\5\6"), SAMSYN_E_NOT_TEXT,
      "document-not-text", NULL },
    { "one control character", "a.txt", BYTES("Text\7 som går an."), SAMSYN_OK,
      NULL, "text" },
    { "no character of Windows-1252", "a.txt", BYTES("\xE5 \x81 \x8D"),
      SAMSYN_E_NOT_TEXT, "document-not-text", NULL },
    { "control in Windows-1252", "a.txt", BYTES("\xE5 \1"), SAMSYN_E_NOT_TEXT,
      "document-not-text", NULL },
    { "damaged UTF-8", "a.txt", BYTES("å ä ö \xE5 r\n"), SAMSYN_E_NOT_TEXT,
      "document-damaged", NULL },
    { "cut UTF-8", "a.txt", BYTES("å ä ö \xC3"), SAMSYN_E_NOT_TEXT,
      "document-damaged", NULL },
    { "damaged with a mark", "a.txt",
      BYTES("\xEF\xBB\xBF"
            "a \xE5"),
      SAMSYN_E_NOT_TEXT, "document-damaged", NULL },
    { "odd UTF-16", "a.txt",
      BYTES("\xFF\xFE"
            "A\0B"),
      SAMSYN_E_NOT_TEXT, "document-not-text", NULL },
    { "half a pair", "a.txt",
      BYTES("\xFF\xFE"
            "\x00\xD8"
            "A\0"),
      SAMSYN_E_NOT_TEXT, "document-not-text", NULL },
    { "zip", "a.docx", BYTES("PK\3\4......."), SAMSYN_E_NO_READER,
      "document-no-reader", NULL },
    { "PDF", "a.txt", BYTES("%PDF-1.7\n"), SAMSYN_E_NO_READER,
      "document-no-reader", NULL },
    { "OLE", "a.doc", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
      SAMSYN_E_NO_READER, "document-no-reader", NULL },
    { "RTF", "a.rtf", BYTES("{\\rtf1"), SAMSYN_E_NO_READER,
      "document-no-reader", NULL },
    { "HTML", "a.html", BYTES("\n <!DOCTYPE HTML><html>"), SAMSYN_E_NO_READER,
      "document-no-reader", NULL },
    { "checklist", "a.yaml",
      BYTES("# x\nrecognise:\n  kinds: [a]\nchecklist: a\n"), SAMSYN_E_NOT_TEXT,
      "document-is-checklist", NULL },
    { "mentions a checklist", "a.txt", BYTES("checklist: a\n"), SAMSYN_OK, NULL,
      "text" },
    { "too large", "a.txt",
      BYTES("Den här texten är längre än gränsen, som är hundra byte, och det "
            "räcker för att den ska vägras här."),
      SAMSYN_E_LIMIT, "document-too-large", NULL },
};

static samsyn_status
make(struct samsyn_document **out, const struct sample *sample,
     const samsyn_allocator *mem, struct samsyn_diagnostics *diags)
{
    struct samsyn_config config = config_default;

    config.mem = *mem;
    config.limits[SAMSYN_LIMIT_INPUT] = 100;
    return document_read(out, sample->bytes, sample->file, SAMSYN_FORMAT_AUTO,
                         dump_language(), &config, diags);
}

static void
check(const struct sample *sample, const struct samsyn_document *document,
      const struct samsyn_diagnostics *diags)
{
    assert_int_equal(samsyn_diagnostics_count(diags), sample->code != NULL);
    if (sample->code)
        assert_string_equal(samsyn_diagnostics_code(diags, 0), sample->code);
    if (!document)
        return;
    assert_true(str_equal(document->properties[SAMSYN_PROPERTY_FORMAT - 1],
                          str_of(sample->format)));
    assert_true(str_equal(document->name, str_of(sample->file)));
    assert_int_equal(document->notice_count, sample->code != NULL);
    if (sample->code)
        assert_true(str_equal(document->notices[0].code, str_of(sample->code)));
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_diagnostics *diags = diag_new(&mem, SAMSYN_LANG_SV);
        struct samsyn_document *document = NULL;

        assert_in_range(n, 0, 200);
        if (diags)
            status = make(&document, sample, &mem, diags);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (status != SAMSYN_E_NOMEM)
            check(sample, document, diags);
        document_free(document);
        samsyn_diagnostics_free(diags);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, sample->status);
}

/* The place of damage is told, and its line shown. */
static void
test_damage(void **state)
{
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(document_read(&document, STR("åäö\nåäö \xE4\n"), "a.txt",
                                   SAMSYN_FORMAT_AUTO, dump_language(), NULL,
                                   diags),
                     SAMSYN_E_NOT_TEXT);
    samsyn_span span = samsyn_diagnostics_span(diags, 0);
    assert_int_equal(span.start, 14);
    assert_int_equal(span.line, 2);
    assert_int_equal(span.column, 5);
    assert_non_null(strstr(samsyn_diagnostics_message(diags, 0), "14"));
    samsyn_diagnostics_free(diags);
}

/* The place of a notice, after a byte order mark. */
static void
test_notice(void **state)
{
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_SV);
    struct samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(document_read(&document, STR("\xEF\xBB\xBF|a|b|\n|-|-|\n"),
                                   "a.md", SAMSYN_FORMAT_AUTO, dump_language(),
                                   NULL, diags),
                     SAMSYN_OK);
    samsyn_span span = samsyn_diagnostics_span(diags, 0);
    assert_int_equal(span.start, 9);
    assert_int_equal(span.end, 14);
    assert_int_equal(span.line, 2);
    assert_int_equal(span.column, 1);
    assert_memory_equal(&span, &document->notices[0].span, sizeof span);
    document_free(document);
    samsyn_diagnostics_free(diags);
}

static int
stop(void *user)
{
    (void)user;
    return 1;
}

static void
test_stop(void **state)
{
    struct samsyn_config config = config_default;
    struct samsyn_document *document = NULL;
    struct buf text;

    (void)state;
    config.stop = stop;
    buf_init(&text, &mem_default, SIZE_MAX);
    for (size_t i = 0; i < 20000; i++)
        buf_text(&text, "ord och\n\n");
    assert_int_equal(document_read(&document, buf_view(&text), "a.txt",
                                   SAMSYN_FORMAT_AUTO, dump_language(), &config,
                                   NULL),
                     SAMSYN_E_STOPPED);
    buf_done(&text);
}

/* ---- Places ---- */

static struct place {
    const char *name, *file;
    struct str bytes;
    const char *word; /* its last place is looked for */
    size_t start, end, line, column;
} places[] = {
    { "first", "a.txt", BYTES("Ord."), "Ord", 0, 3, 1, 1 },
    { "after letters", "a.txt", BYTES("åäö ord"), "ord", 7, 10, 1, 5 },
    { "after a mark", "a.txt",
      BYTES("\xEF\xBB\xBF"
            "ord"),
      "ord", 3, 6, 1, 1 },
    { "third line", "a.txt", BYTES("a\r\nb\r\n  å ord"), "ord", 11, 14, 3, 5 },
    { "after CR", "a.txt", BYTES("a\rb\r\rord"), "ord", 5, 8, 4, 1 },
    { "divided", "a.txt", BYTES("sam-\n  verkan"), "samverkan", 0, 13, 1, 1 },
    { "after a line to sign on", "a.txt",
      BYTES("a\n\n.....\xC2\xA0.....\xC2\xA0.....\n\nett litet ord"), "ord", 34,
      37, 5, 11 },
    { "decomposed", "a.txt", BYTES("x fo\xCC\x88r"), "för", 2, 7, 1, 3 },
    { "Windows-1252", "a.txt", BYTES("\xE5\x80 \xF6rd"), "örd", 3, 6, 1, 4 },
    { "UTF-16", "a.txt",
      BYTES("\xFF\xFE"
            "a\0\n\0\xE5\0b\0"),
      "åb", 6, 10, 2, 1 },
    { "UTF-16, pair", "a.txt", BYTES("\xFE\xFF\xD8\x3D\xDE\x00\0a\0b"), "ab", 6,
      10, 1, 2 },
    { "Markdown", "a.md", BYTES("# a\n\n- **ord**\n"), "ord", 9, 12, 3, 5 },
    { "entity", "a.md", BYTES("g&auml;ller"), "gäller", 0, 11, 1, 1 },
    { "cell", "a.md", BYTES("| a |\n|---|\n| ord |\n"), "ord", 14, 17, 3, 3 },
};

static struct samsyn_document *
read_file(struct str bytes, const char *file)
{
    struct samsyn_document *document = NULL;

    assert_int_equal(document_read(&document, bytes, file, SAMSYN_FORMAT_AUTO,
                                   dump_language(), NULL, NULL),
                     SAMSYN_OK);
    return document;
}

static void
test_place(void **state)
{
    const struct place *place = *state;
    struct samsyn_document *document = read_file(place->bytes, place->file);
    struct word word = { 0 };

    for (size_t i = 0; i < document->word_count; i++) {
        struct word next = document->words[i];

        if (str_equal(str_make(document->text.ptr + next.start, next.length),
                      str_of(place->word)))
            word = next;
    }
    assert_int_equal(word.length, strlen(place->word));
    samsyn_span span =
        document_span(document, word.start, word.start + word.length);
    assert_int_equal(span.start, place->start);
    assert_int_equal(span.end, place->end);
    assert_int_equal(span.line, place->line);
    assert_int_equal(span.column, place->column);
    document_free(document);
}

/* A part of a ligature stands for all of it. */
static void
test_part(void **state)
{
    struct samsyn_document *document =
        read_file(STR("e\xEF\xAC\x83x"), "a.txt");
    samsyn_span span = document_span(document, 2, 3);

    (void)state;
    assert_string_equal(document->text.ptr, "effix");
    assert_int_equal(span.start, 1);
    assert_int_equal(span.end, 4);
    document_free(document);
}

/* A place far into a file without line ends, or in another encoding. */
static void
test_far(void **state)
{
    static const char *const heads[] = { "", "\xEF\xBB\xBF", "\xE5 ",
                                         "\xFF\xFE" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        bool wide = i == 3;
        size_t head = strlen(heads[i]);
        struct buf text;

        buf_init(&text, &mem_default, SIZE_MAX);
        buf_text(&text, heads[i]);
        for (size_t k = 0; k < 50000; k++)
            buf_add(&text, wide ? "a\0 \0" : "a ", wide ? 4 : 2);
        buf_add(&text, wide ? "x\0" : "x", wide ? 2 : 1);
        struct samsyn_document *document = read_file(buf_view(&text), "a.txt");
        uint32_t end = (uint32_t)document->text.len;
        samsyn_span span = document_span(document, end - 1, end);

        assert_int_equal(span.end, text.len);
        assert_int_equal(span.start, text.len - (wide ? 2 : 1));
        assert_int_equal(span.line, 1);
        assert_int_equal(span.column,
                         (text.len - head) / (wide ? 2 : 1) + (i == 2 ? 2 : 0));
        document_free(document);
        buf_done(&text);
    }
}

/* ---- The law of quotes ---- */

/* Pieces of which texts are made; a line end may follow any. */
static const char *const pieces[] = {
    "ord",
    "Kommunen",
    "o\xCC\x88ver",
    "upp\xC2\xADsikt",
    "åtgärd",
    "brotts-\nfo\xCC\x88re",
    "polis-\noch",
    "2022-\n2023",
    "e\xEF\xAC\x80"
    "ekt",
    "25\xC2\xA0"
    "000",
    "A\xCC\x8Atga\xCC\x88rd.",
    "SSPF-\r\narbete",
    "t.ex.",
    "(se",
    "”sagt”",
    "slut.",
    "sam\xC2\xAD\nverkan",
    "icke\xE2\x80\x91våld",
    "–",
    "x\xE2\x80\x8By",
};

/* A small generator: the same texts each time. */
static uint32_t
next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void
generate(struct buf *out, uint32_t seed)
{
    static const char *const parts[] = { " ",    " ",  " ",   "\n",
                                         "\r\n", "  ", "\n\n" };

    buf_text(out, "Text ");
    for (size_t i = 0; i < 60; i++) {
        buf_text(out, pieces[next_number(&seed) % ARRAY_LEN(pieces)]);
        buf_text(out, parts[next_number(&seed) % ARRAY_LEN(parts)]);
    }
}

/* Decoded text as UTF-16 or Windows-1252, with '?' for what has no place
 * there. */
static void
encode(struct buf *out, struct str text, enum encoding encoding)
{
    size_t at = 0, size, one;

    if (encoding == ENCODING_UTF16LE)
        buf_text(out, "\xFF\xFE");
    while (at < text.len) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        at += size;
        if (encoding == ENCODING_UTF16LE) {
            buf_char(out, (char)(code & 0xFF));
            buf_char(out, (char)(code >> 8));
            continue;
        }
        uint32_t byte = '?';
        for (uint32_t i = 1; i < 256; i++) {
            char c = (char)i;

            if (decode_code(ENCODING_CP1252, str_make(&c, 1), 0, &one) == code)
                byte = i;
        }
        buf_char(out, (char)byte);
    }
}

/* Every sentence and every word: its quote is what the text says. */
static void
check_quotes(const struct samsyn_document *document)
{
    struct buf quote;

    buf_init(&quote, &mem_default, SIZE_MAX);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct str text = str_make(document->text.ptr + sentence->start,
                                   sentence->end - sentence->start);

        buf_clear(&quote);
        document_quote(&quote, document, sentence->start, sentence->end);
        assert_true(str_equal(buf_view(&quote), text));
    }
    for (size_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];

        buf_clear(&quote);
        document_quote(&quote, document, word->start,
                       word->start + word->length);
        assert_true(str_equal(
            buf_view(&quote),
            str_make(document->text.ptr + word->start, word->length)));
    }
    buf_done(&quote);
}

static void
check_quotes_of(struct str bytes)
{
    struct samsyn_document *document = read_file(bytes, "a.txt");

    check_quotes(document);
    document_free(document);
}

static void
test_quotes(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 200; seed++) {
        struct buf text, other;

        buf_init(&text, &mem_default, SIZE_MAX);
        generate(&text, seed);
        check_quotes_of(buf_view(&text));
        for (int k = 0; k < 2; k++) {
            buf_init(&other, &mem_default, SIZE_MAX);
            encode(&other, buf_view(&text),
                   k ? ENCODING_UTF16LE : ENCODING_CP1252);
            check_quotes_of(buf_view(&other));
            buf_done(&other);
        }
        buf_done(&text);
    }
}

/* Whatever the cut, a quote is the cut decoded and normalised; and no memory
 * is a failed buffer, not a wrong quote. */
static void
test_quote_memory(void **state)
{
    struct samsyn_document *document = read_file(STR("\xFF\xFE"
                                                     "a\0\xE5\0-\0\n\0b\0"),
                                                 "a.txt");
    samsyn_allocator kept = document->arena.mem;
    bool done = false;

    (void)state;
    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        struct buf quote;

        assert_in_range(n, 0, 10);
        document->arena.mem = ledger_allocator(&ledger);
        buf_init(&quote, &document->arena.mem, SIZE_MAX);
        document_quote(&quote, document, 0, (uint32_t)document->text.len);
        done = !buf_failed(&quote);
        if (done)
            assert_string_equal(quote.data, "aåb");
        buf_done(&quote);
        assert_int_equal(ledger.live, 0);
    }
    document->arena.mem = kept;
    document_free(document);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + ARRAY_LEN(places) + 7];
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        tests[count++] = (struct CMUnitTest){ .name = places[i].name,
                                              .test_func = test_place,
                                              .initial_state = &places[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_damage);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_notice);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_stop);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_part);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_far);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_quotes);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_quote_memory);
    return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}
