/* SPDX-License-Identifier: MIT */

/* Markdown to blocks. */

#include "document/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/document_dump.h"
#include "support/ledger.h"

static struct sample {
    const char *name, *input, *blocks;
    const char *notice; /* its code; NULL for none */
} samples[] = {
    { "headings", "# Titel\n\n## 1 Mål\n\nText *med* **stil** och `kod`.\n",
      "H1 Titel\nH2 1 Mål\nP Text med stil och kod.\n", NULL },
    { "underlined heading", "Titel\n=====\n\nMål\n---\n\nText.\n",
      "H1 Titel\nH2 Mål\nP Text.\n", NULL },
    { "lines", "rad ett\nrad två  \nrad tre\\\nbrotts-\nföre-byggande\n",
      "P rad ett rad två rad tre brottsföre-byggande\n", NULL },
    { "bold heading",
      "**Trygghet**\n\nText.\n\n**Mål:** text\n\n**Mål.**\n\n"
      "**Kommunen lovar:**\n\n**a** **b**\n\n**a**\n**b**\n",
      "H6? Trygghet\nP Text.\nP Mål: text\nP Mål.\nP Kommunen lovar:\n"
      "H6? a b\nP a b\n",
      NULL },
    { "bold heading on the first line",
      "**1. Trygghet** (7 svar)\nPolisen ska.\nMer.\n\n**Polisen** ska\nmer.\n",
      "H6? 1. Trygghet (7 svar)\nP Polisen ska. Mer.\nP Polisen ska mer.\n",
      NULL },
    { "list", "Vi ska:\n\n- ett\n- två\n  - tre\n\n    mer av tre\n- fyra\n",
      "P Vi ska:\nI1 ett\nI1 två\nI2 tre mer av tre\nI1 fyra\n", NULL },
    { "numbered list", "1. ett\n2. två\n", "I1 ett\nI1 två\n", NULL },
    { "labels", "a) ett\n\nb) två\n\nText\n• tre\n• fyra\n  mer\n\nA. fem\n",
      "I1? ett\nI1? två\nP Text\nI1? tre\nI1? fyra mer\nP A. fem\n", NULL },
    { "furniture of a web page",
      "[Lyssna](a)\n\n# Titel\n\nText.\n\n- Dela\n- Inte dela\n\n"
      "*Senast ändrad:* 3 maj\n\n| Dela |\n|---|\n| Dela |\n",
      "Pf Lyssna\nH1 Titel\nP Text.\nI1f Dela\nI1 Inte dela\n"
      "Pf Senast ändrad: 3 maj\nT0.0 Dela\nC1.0 Dela\n",
      NULL },
    { "heading in a list", "- # a\n- b\n", "I1 a\nI1 b\n", NULL },
    { "quote", "> citat\n> mer\n>\n> - punkt\n\nslut\n",
      "P\" citat mer\nI1\" punkt\nP slut\n", NULL },
    { "code", "```\nkod rad\nmer\n```\n\n    indragen\n",
      "P kod rad mer\nP indragen\n", NULL },
    { "table", "| Vad | Vem |\n|---|:--|\n| a *b* | c \\| d |\n| e |\n",
      "T0.0 Vad\nT0.1 Vem\nC1.0 a b\nC1.1 c | d\nC2.0 e\n", NULL },
    { "line break in a cell", "| a |\n|---|\n| b<br>c<br/>d |\n",
      "T0.0 a\nC1.0 b c d\n", NULL },
    { "empty titles", "| | |\n|---|---|\n| a | b |\n", "C0.0 a\nC0.1 b\n",
      NULL },
    { "table in a list", "- a\n\n  | b |\n  |---|\n  | c |\n\n  d\n",
      "I1 a\nT0.0 b\nC1.0 c\nI1 d\n", NULL },
    { "dashes too short", "text |\n\n| a | b |\n|-|-|\n| c | d |\n",
      "P text |\nP | a | b | |-|-| | c | d |\n", "document-table-dashes" },
    { "dashes long enough", "| a | b |\n|:-:|---|\n| c | d |\n",
      "T0.0 a\nT0.1 b\nC1.0 c\nC1.1 d\n", NULL },
    { "entities", "g&auml;ller &amp; &#228;r &#xE4;r &nbsp;x &okänd; &ndash;\n",
      "P gäller & är är x &okänd; –\n", NULL },
    { "soft hyphen", "upp&shy;s&auml;gning\n", "P uppsägning\n", NULL },
    { "html", "text <!-- bort --> <b>kvar</b>\n\n<div>\nbort\n</div>\n\nslut\n",
      "P text kvar\nP slut\n", NULL },
    { "links and pictures",
      "[länk](http://x.se) ![bild **x**](y.png) <http://z.se>\n",
      "P länk http://z.se\n", NULL },
    { "metadata", "---\ntitle: Avtal\ndate: 2022-01-01\n---\n\n# Titel\n",
      "Pf --- title: Avtal date: 2022-01-01 ---\nH1 Titel\n", NULL },
    { "rule at the top", "---\n\nText.\n\n---\n\nMer.\n", "P Text.\nP Mer.\n",
      NULL },
    { "rule that never ends", "---\ntitle: Avtal\n", "P title: Avtal\n", NULL },
    { "signature",
      "# Avtal\n\nText.\n\n## Underskrifter\n\n| För A | För B |\n|---|---|\n"
      "| ________ | ________ |\n| Anna Berg | Bo Ek |\n",
      "H1 Avtal\nP Text.\nH2 Underskrifter\nT0.0S För A\nT0.1S För B\n"
      "C1.0S Anna Berg\nC1.1S Bo Ek\n",
      NULL },
    { "escapes", "1\\. a \\* b \\_ c\n", "P 1. a * b _ c\n", NULL },
    { "line ends", "# a\r\n\r\nb\r\nc\r\n", "H1 a\nP b c\n", NULL },
};

static samsyn_status
make(struct samsyn_document **out, struct str input,
     const samsyn_allocator *mem, struct samsyn_diagnostics *diags)
{
    struct samsyn_config config = config_default;

    config.mem = *mem;
    return document_read(out, input, "x.md", SAMSYN_FORMAT_MARKDOWN,
                         dump_language(), &config, diags);
}

static void
check(const struct samsyn_document *document, const struct sample *sample)
{
    struct buf out;

    buf_init(&out, &mem_default, SIZE_MAX);
    dump_blocks(&out, document);
    assert_string_equal(out.data, sample->blocks);
    buf_done(&out);
    assert_int_equal(document->notice_count, sample->notice != NULL);
    if (sample->notice)
        assert_true(
            str_equal(document->notices[0].code, str_of(sample->notice)));
    /* Words lie in the file where they say. */
    for (size_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        samsyn_span span =
            document_span(document, word->start, word->start + word->length);

        assert_true(span.start < span.end);
        assert_true(span.end <= document->source.len);
    }
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

        assert_in_range(n, 0, 300);
        if (diags)
            status = make(&document, str_of(sample->input), &mem, diags);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (document) {
            check(document, sample);
            assert_int_equal(samsyn_diagnostics_count(diags),
                             sample->notice != NULL);
        }
        document_free(document);
        samsyn_diagnostics_free(diags);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* Few bytes that md4c would make very many cells of. */
static void
test_bomb(void **state)
{
    static const char head[] = "|a", rule[] = "|---", body[] = "|b\n";
    struct samsyn_document *document = NULL;
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct buf text;

    (void)state;
    buf_init(&text, &mem_default, SIZE_MAX);
    for (size_t i = 0; i < 2000; i++)
        buf_text(&text, head);
    buf_char(&text, '\n');
    for (size_t i = 0; i < 2000; i++)
        buf_text(&text, rule);
    buf_char(&text, '\n');
    for (size_t i = 0; i < 5000; i++)
        buf_text(&text, body);
    assert_false(buf_failed(&text));
    assert_int_equal(make(&document, buf_view(&text), &mem_default, diags),
                     SAMSYN_E_LIMIT);
    assert_string_equal(samsyn_diagnostics_code(diags, 0),
                        "document-markup-limit");
    buf_done(&text);
    samsyn_diagnostics_free(diags);
}

/* Deep nesting ends in a document, and soon. */
static void
test_deep(void **state)
{
    static const char *const units[] = { "> ",  "- ", "*a **a ", "[", "a` ",
                                         "1. ", "<",  "&",       "![" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        struct samsyn_document *document = NULL;
        struct buf text;

        buf_init(&text, &mem_default, SIZE_MAX);
        for (size_t k = 0; k < 20000; k++)
            buf_text(&text, units[i]);
        buf_text(&text, "slut\n");
        assert_int_equal(make(&document, buf_view(&text), &mem_default, NULL),
                         SAMSYN_OK);
        document_free(document);
        buf_done(&text);
    }
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 2];
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_bomb);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_deep);
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
