/* SPDX-License-Identifier: MIT */

/* Sentences, words with what stands between them, and distinct forms. */

#include "document/builder.h"

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
    const char *name, *input, *sentences, *words;
} samples[] = {
    { "two sentences", "Det är bra. Det fortsätter!",
      "Det är bra.\nDet fortsätter!\n", "|Det^_är_bra|Det^_fortsätter" },
    { "abbreviation", "Skola, t.ex. Bruksskolan. Klart kl. 8.",
      "Skola, t.ex. Bruksskolan.\nKlart kl. 8.\n",
      "|Skola^,t.ex.Bruksskolan^|Klart^_kl.8'" },
    { "initial", "Se A. Svensson. Nytt.", "Se A. Svensson.\nNytt.\n",
      "|Se^_A^.Svensson^|Nytt^" },
    { "number first", "4.1. Polisen kommer. 3. Mål.",
      "4.1. Polisen kommer.\n3. Mål.\n", "|4'~.1'.Polisen^_kommer|3'.Mål^" },
    { "ordinal", "den 3. maj gäller", "den 3. maj gäller\n",
      "|den_3'.maj_gäller" },
    { "question", "Varför? Därför! 12 svar.", "Varför?\nDärför!\n12 svar.\n",
      "|Varför^|Därför^|12'_svar" },
    { "quotation marks", "Han sa: ”Nej.” ”Jo.” (Ja.) Slut.",
      "Han sa: ”Nej.”\n”Jo.”\n(Ja.)\nSlut.\n", "|Han^_sa#Nej^|Jo^|Ja^|Slut^" },
    { "mark first", "\" Ord slut.", "\" Ord slut.\n", "|Ord^_slut" },
    { "dash begins", "Nu. – nej. • punkt", "Nu.\n– nej.\n• punkt\n",
      "|Nu^|nej|punkt" },
    { "small letter after", "slut. nästa", "slut. nästa\n", "|slut.nästa" },
    { "ellipsis", "Och så ... Nästa… Slut", "Och så ...\nNästa…\nSlut\n",
      "|Och^_så|Nästa^|Slut^" },
    { "lost space", "slut.Nästa bra.se KS:s", "slut.Nästa bra.se KS:s\n",
      "|slut~.Nästa^_bra.se_KS:s^" },
    { "inner marks", "LPO-chef o'hara o’hara a@b.se -x x- y:",
      "LPO-chef o'hara o’hara a@b.se -x x- y:\n",
      "|LPO-chef^_o'hara_o’hara_a@b.se-x_x-y" },
    { "numbers", "2023-01-01 3,1 q1 20xx 19-årig",
      "2023-01-01 3,1 q1 20xx 19-årig\n",
      "|2023'~-01'~-01'_3'~,1'_q1_20xx_19'~-årig" },
    { "dashes", "2019–2022 2019 – 2022 a—b", "2019–2022 2019 – 2022 a—b\n",
      "|2019'~-2022'_2019'-2022'_a~-b" },
    { "marks", "a/b a; b (c) \"d\" a, (b *c", "a/b a; b (c) \"d\" a, (b *c\n",
      "|a~/b_a;b(c#d\"a#b#c" },
    { "upper case", "ÅÄÖ Ås öl B 3D ΣΑ", "ÅÄÖ Ås öl B 3D ΣΑ\n",
      "|ÅÄÖ^^_Ås^_öl_B^_3D_ΣΑ^^" },
    { "symbols", "10 % och § 22", "10 % och § 22\n", "|10'_%_och_§_22'" },
};

/* A document of one block. */
static samsyn_status
make(struct samsyn_document **out, samsyn_block kind, struct str text,
     const samsyn_allocator *mem)
{
    struct samsyn_config config = config_default;
    struct samsyn_builder *builder = NULL;
    samsyn_status status;

    config.mem = *mem;
    status = builder_new(&builder, "x", STR(""), ENCODING_NONE, "built",
                         dump_language(), &config);
    if (status == SAMSYN_OK)
        status = builder_open(builder, kind,
                              kind == SAMSYN_BLOCK_HEADING ? 1 : 0, 0, STR(""));
    if (status == SAMSYN_OK)
        status = builder_text(builder, text, SAMSYN_NONE, SAMSYN_NONE);
    if (status == SAMSYN_OK)
        status = builder_close(builder);
    if (status == SAMSYN_OK)
        status = builder_finish(out, builder);
    builder_free(builder);
    return status;
}

/* What holds of every document. */
static void
check_document(const struct samsyn_document *document)
{
    uint32_t at = 0, word = 0;

    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];

        assert_true(sentence->start >= at && sentence->end > sentence->start);
        assert_in_range(sentence->end - sentence->start, 1, 8192);
        assert_int_equal(sentence->word_first, word);
        at = sentence->end;
        word = sentence->word_end;
        for (uint32_t k = sentence->word_first; k < word; k++) {
            assert_true(document->words[k].start >= sentence->start);
            assert_true(document->words[k].start + document->words[k].length <=
                        sentence->end);
            assert_int_equal(document_sentence_of(document, k), i);
            assert_int_equal(document_block_of(document, k), sentence->block);
        }
    }
    assert_int_equal(word, document->word_count);
    for (size_t i = 0; i < document->word_count; i++) {
        struct str form = document->forms[document->words[i].form];

        assert_int_equal(form.len, document->words[i].length);
        assert_memory_equal(
            form.ptr, document->folded + document->words[i].start, form.len);
    }
}

static void
expect(const struct samsyn_document *document,
       void (*dump)(struct buf *, const struct samsyn_document *),
       const char *expected)
{
    struct buf out;

    buf_init(&out, &mem_default, SIZE_MAX);
    dump(&out, document);
    assert_string_equal(buf_view(&out).ptr, expected);
    buf_done(&out);
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_document *document = NULL;

        assert_in_range(n, 0, 100);
        status = make(&document, SAMSYN_BLOCK_PARAGRAPH, str_of(sample->input),
                      &mem);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (document) {
            expect(document, dump_sentences, sample->sentences);
            expect(document, dump_words, sample->words);
            check_document(document);
        }
        document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

static void
test_heading(void **state)
{
    struct samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(make(&document, SAMSYN_BLOCK_HEADING,
                          STR("Mål. Andra mål."), &mem_default),
                     SAMSYN_OK);
    expect(document, dump_sentences, "Mål. Andra mål.\n");
    document_free(document);
}

static void
test_forms(void **state)
{
    struct samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(make(&document, SAMSYN_BLOCK_PARAGRAPH,
                          STR("Åka åka ÅKA aka a\xCC\x8Aka"), &mem_default),
                     SAMSYN_OK);
    assert_int_equal(document->form_count, 2);
    assert_int_equal(document->words[0].form, document->words[4].form);
    assert_true(str_equal(document->forms[0], STR("åka")));
    document_free(document);
}

/* Very long words, sentences and stretches without words. */
static void
test_long(void **state)
{
    static const char *const units[] = { "a", "å",     "ord ", ". ", "1",
                                         "-", "x. Y ", "§",    "(" };
    char *text = malloc(60000 + 8);

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        struct samsyn_document *document = NULL;
        size_t size = strlen(units[i]), length = 0;

        while (length < 30000) {
            memcpy(text + length, units[i], size);
            length += size;
        }
        memcpy(text + length, "slut", 4);
        assert_int_equal(make(&document, SAMSYN_BLOCK_PARAGRAPH,
                              str_make(text, length + 4), &mem_default),
                         SAMSYN_OK);
        check_document(document);
        document_free(document);
    }
    free(text);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 3];
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_heading);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_forms);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_long);
    return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
