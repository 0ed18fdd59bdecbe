/* SPDX-License-Identifier: MIT */

/* The builder: what may stand in what, what becomes of empty blocks, and how
 * blocks are linked.  A document is written as a script: a letter opens a
 * block, "(" and ")" hold what is in it, text stands for itself:
 *
 *   H2(Mål) P(text) I1(a I2(b)) T(R(h(titel) C(cell)))
 */

#include "document/builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/document_dump.h"
#include "support/ledger.h"

static struct sample {
    const char *name, *script;
    samsyn_status status;
    const char *blocks, *links;
} samples[] = {
    { "heading and paragraph", "H1(Titel)P(Text  här)", SAMSYN_OK,
      "H1 Titel\nP Text här\n", "0\n1 under 0\n" },
    { "levels", "H1(a)H3(b)P(c)H2(d)H3(e)P(f)H1(g)P(h)", SAMSYN_OK,
      "H1 a\nH3 b\nP c\nH2 d\nH3 e\nP f\nH1 g\nP h\n",
      "0\n1 under 0\n2 under 1\n3 under 0\n4 under 3\n5 under 4\n6\n"
      "7 under 6\n" },
    { "list", "P(Vi lovar:)I1(ett)I1(två)P(slut)", SAMSYN_OK,
      "P Vi lovar:\nI1 ett\nI1 två\nP slut\n", "0\n1 after 0\n2 after 0\n3\n" },
    { "list without labels", "P(Vi lovar:)P(ett)P(två)P(Slut.)P(tre)",
      SAMSYN_OK, "P Vi lovar:\nP ett\nP två\nP Slut.\nP tre\n",
      "0\n1 after 0\n2 after 0\n3\n4\n" },
    { "lead-ins one below the other",
      "P(Vi lovar:)P(Detta:)P(Ett.)P(Två.)P(Sen:)P(Aa bb cc. Dd ee. Ff gg.)",
      SAMSYN_OK,
      "P Vi lovar:\nP Detta:\nP Ett.\nP Två.\nP Sen:\nP Aa bb cc. Dd ee. Ff "
      "gg.\n",
      "0\n1 after 0\n2 after 1\n3 after 1\n4\n5\n" },
    { "list below a heading", "H1(Mål)I1(ett)", SAMSYN_OK, "H1 Mål\nI1 ett\n",
      "0\n1 under 0 after 0\n" },
    { "list after long text",
      "P(En mening som är så lång att den inte kan vara någon inledning till "
      "en lista, eftersom ingen skulle skriva en sådan inledning, hur mycket "
      "det än fanns att säga.)I1(ett)",
      SAMSYN_OK,
      "P En mening som är så lång att den inte kan vara någon inledning till "
      "en lista, eftersom ingen skulle skriva en sådan inledning, hur mycket "
      "det än fanns att säga.\nI1 ett\n",
      "0\n1\n" },
    { "nested list", "P(a:)I(b I(c)I(d)e)I(f)", SAMSYN_OK,
      "P a:\nI1 b\nI2 c\nI2 d\nI1 e\nI1 f\n",
      "0\n1 after 0\n2 after 1\n3 after 1\n4 after 0\n5 after 0\n" },
    { "list over furniture", "P(a:)I1(b)Pf(Sida 1)I1(c)", SAMSYN_OK,
      "P a:\nI1 b\nPf Sida 1\nI1 c\n", "0\n1 after 0\n2\n3 after 0\n" },
    { "paragraphs in an item", "I1(P(a)P(b)c P(d))", SAMSYN_OK, "I1 a b c d\n",
      "0\n" },
    { "empty blocks", "H1( )P()I1(I2(x))P(\xC2\xAD)P(y)", SAMSYN_OK,
      "I2 x\nP y\n", "0\n1\n" },
    { "table", "T(R(h(Vad)h(Vem))R(C(a)C(b))R(C()C(c)))", SAMSYN_OK,
      "T0.0 Vad\nT0.1 Vem\nC1.0 a\nC1.1 b\nC2.1 c\n",
      "0\n1\n2 of 0\n3 of 1\n4 of 1\n" },
    { "two tables", "T(R(h(Vad)))T(R(C(a)))", SAMSYN_OK, "T0.0 Vad\nC1.0 a\n",
      "0\n1\n" },
    { "titles again", "T(R(h(x))R(C(a))R(h(y))R(C(b)))", SAMSYN_OK,
      "T0.0 x\nC1.0 a\nT2.0 y\nC3.0 b\n", "0\n1 of 0\n2\n3 of 2\n" },
    { "title of a row", "T(R(h(Vad)C(b))R(C(c)C(d)))", SAMSYN_OK,
      "T0.0 Vad\nC0.1 b\nC1.0 c\nC1.1 d\n", "0\n1\n2\n3\n" },
    { "empty row", "T(R(C())R(C(a)))", SAMSYN_OK, "C0.0 a\n", "0\n" },
    { "blocks in a cell", "T(R(C(P(a)P(b)I(c)I(d P(e)))))", SAMSYN_OK,
      "C0.0 a b c d e\n", "0\n" },
    { "table in an item", "I1(a T(R(C(b)))c)", SAMSYN_OK,
      "I1 a\nC0.0 b\nI1 c\n", "0\n1\n2\n" },
    { "a heading set aside", "Hf2(a)P(b)H1(c)P(d)", SAMSYN_OK,
      "Pf a\nP b\nH1 c\nP d\n", "0\n1\n2\n3 under 2\n" },
    { "flags", "Hg2(a)Tg(R(C(b)))Pc(c)Pf(d)Pq(e)", SAMSYN_OK,
      "H2? a\nC0.0? b\nPc c\nPf d\nP\" e\n",
      "0\n1 under 0\n2 under 0\n3 under 0\n4 under 0\n" },
    { "furniture is above nothing", "H1(a)Hf2(b)P(c)", SAMSYN_OK,
      "H1 a\nPf b\nP c\n", "0\n1 under 0\n2 under 0\n" },
    { "rules are no text", "P(a)P(-----)P(_ _ _ _ _)P(b)", SAMSYN_OK,
      "P a\nP b\n", "0\n1\n" },
    { "short dots are text", "P(..)P(a)", SAMSYN_OK, "P ..\nP a\n", "0\n1\n" },

    { "signature under a heading",
      "H1(Avtal)P(Avtalet gäller.)H2(Underskrifter)P(Orten den 1 maj 2025)"
      "T(R(C(Anna Berg)C(Bo Ek)))P(Detta är däremot en mening.)H2(Bilaga)P(x)",
      SAMSYN_OK,
      "H1 Avtal\nP Avtalet gäller.\nH2 Underskrifter\n"
      "PS Orten den 1 maj 2025\nC0.0S Anna Berg\nC0.1S Bo Ek\n"
      "P Detta är däremot en mening.\nH2 Bilaga\nP x\n",
      NULL },
    { "signature with names",
      "H1(Avtal)P(Avtalet gäller.)Hg3(Orten 2025-03-01)"
      "T(R(C(Anna Berg)C(Bo Ek))R(C(ordförande)C(chef)))",
      SAMSYN_OK,
      "H1 Avtal\nP Avtalet gäller.\nP?S Orten 2025-03-01\n"
      "C0.0S Anna Berg\nC0.1S Bo Ek\nC1.0S ordförande\nC1.1S chef\n",
      "0\n1 under 0\n2 under 0\n3 under 0\n4 under 0\n5 under 0\n"
      "6 under 0\n" },
    { "signature with a line",
      "P(Avtalet gäller.)P(Avtalet kan sägas upp.)P(......)P(ordförande)",
      SAMSYN_OK, "P Avtalet gäller.\nP Avtalet kan sägas upp.\nPS ordförande\n",
      NULL },
    { "signature before an annex",
      "P(Det här gäller.)P(Det gäller nu.)P(_____)P(Anna)H2(Bilaga 1)"
      "T(R(C(Per Ek)C(Eva Dal)))",
      SAMSYN_OK,
      "P Det här gäller.\nP Det gäller nu.\nPS Anna\nH2 Bilaga 1\n"
      "C0.0 Per Ek\nC0.1 Eva Dal\n",
      NULL },
    { "addresses below a signature",
      "P(Det här gäller.)P(Det gäller nu.)P(_____)P(Anna)"
      "T(R(h(Post)h(Besök)h(Telefon))R(C(x)C(y)C(z)))",
      SAMSYN_OK,
      "P Det här gäller.\nP Det gäller nu.\nPS Anna\nT0.0 Post\nT0.1 Besök\n"
      "T0.2 Telefon\nC1.0 x\nC1.1 y\nC1.2 z\n",
      NULL },
    { "a signature begins with a row",
      "P(Det här gäller.)P(Det gäller nu.)T(R(C(Telefon:)C(114))"
      "R(C(Anna Berg)C(Bo Ek)))",
      SAMSYN_OK,
      "P Det här gäller.\nP Det gäller nu.\nC0.0 Telefon:\nC0.1 114\n"
      "C1.0S Anna Berg\nC1.1S Bo Ek\n",
      NULL },
    { "one name is no signature",
      "P(Det här gäller.)P(Det gäller nu.)P(Anna Berg)", SAMSYN_OK,
      "P Det här gäller.\nP Det gäller nu.\nP Anna Berg\n", NULL },
    { "a title page is no signature", "P(Anna Berg)P(Bo Ek)P(_____)", SAMSYN_OK,
      "P Anna Berg\nP Bo Ek\n", NULL },
    { "a table of data is no signature",
      "P(Det här gäller.)P(Det gäller nu.)"
      "T(R(h(Vad)h(Vem)h(När))R(C(a)C(Anna Berg)C(maj))"
      "R(C(b)C(Bo Ek)C(juni)))",
      SAMSYN_OK,
      "P Det här gäller.\nP Det gäller nu.\nT0.0 Vad\nT0.1 Vem\nT0.2 När\n"
      "C1.0 a\nC1.1 Anna Berg\nC1.2 maj\nC2.0 b\nC2.1 Bo Ek\nC2.2 juni\n",
      NULL },

    { "nothing", "", SAMSYN_E_EMPTY, NULL, NULL },
    { "no words", "P(- !)", SAMSYN_E_EMPTY, NULL, NULL },
    { "text outside", "x", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "text in a table", "T(x)", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "text in a row", "T(R(x))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "row outside", "R()", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "cell outside", "C(a)", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "cell in a table", "T(C(a))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "paragraph in a paragraph", "P(P(a))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "heading in an item", "I1(H1(a))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "table in a cell", "T(R(C(T())))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "table in an item in a cell", "T(R(C(I(T()))))", SAMSYN_E_ARGUMENT, NULL,
      NULL },
    { "heading without level", "H(a)", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "closed too often", "P(a))", SAMSYN_E_ARGUMENT, NULL, NULL },
    { "left open", "P(a", SAMSYN_E_ARGUMENT, NULL, NULL },
};

/* Open the block that the script names at *at, which moves past its "(". */
static samsyn_status
open_block(struct samsyn_builder *builder, const char **at)
{
    static const char letters[] = "?HPITRCh";
    const char *letter = strchr(letters, **at);
    unsigned flags = 0;
    int level = 0;

    for ((*at)++; **at != '('; (*at)++) {
        flags |= **at == 'g'   ? SAMSYN_BLOCK_GUESSED
                 : **at == 'f' ? SAMSYN_BLOCK_FURNITURE
                 : **at == 'c' ? SAMSYN_BLOCK_CONTENTS
                 : **at == 'q' ? SAMSYN_BLOCK_QUOTED
                               : 0;
        if (**at >= '0' && **at <= '9')
            level = **at - '0';
    }
    (*at)++;
    return builder_open(builder, (samsyn_block)(letter - letters), level, flags,
                        STR(""));
}

/* A capital letter (or h) that a "(" follows, but for flags and a level. */
static bool
is_opening(const char *at)
{
    if (!strchr("HPITRCh", *at))
        return false;
    at++;
    return at[strspn(at, "gfcq0123456789")] == '(';
}

static samsyn_status
play(struct samsyn_builder *builder, const char *at)
{
    samsyn_status status = SAMSYN_OK;
    size_t open = 0;

    while (*at && status == SAMSYN_OK) {
        const char *from = at;

        if (is_opening(at)) {
            status = open_block(builder, &at);
            open++;
            continue;
        }
        if (*at == ')' && open) {
            status = builder_close(builder);
            open--;
            at++;
            continue;
        }
        if (*at == ')')
            return builder_close(builder);
        while (*at && *at != ')' && !is_opening(at))
            at++;
        status = builder_text(builder, str_make(from, (size_t)(at - from)),
                              SAMSYN_NONE, SAMSYN_NONE);
    }
    return status;
}

static samsyn_status
make(struct samsyn_document **out, const char *script,
     const samsyn_allocator *mem)
{
    struct samsyn_config config = config_default;
    struct samsyn_builder *builder = NULL;
    samsyn_status status;

    config.mem = *mem;
    status = builder_new(&builder, "x", STR(""), ENCODING_NONE, "built",
                         dump_language(), &config);
    if (status == SAMSYN_OK)
        status = play(builder, script);
    if (status == SAMSYN_OK)
        status = builder_finish(out, builder);
    builder_free(builder);
    return status;
}

static void
expect(const struct samsyn_document *document,
       void (*dump)(struct buf *, const struct samsyn_document *),
       const char *expected)
{
    struct buf out;

    if (!expected)
        return;
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

        assert_in_range(n, 0, 200);
        status = make(&document, sample->script, &mem);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (document) {
            expect(document, dump_blocks, sample->blocks);
            expect(document, dump_links, sample->links);
        }
        document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, sample->status);
}

/* Places of a container's blocks, inherited and own; no span, no quote but
 * the text itself. */
static void
test_container(void **state)
{
    struct samsyn_builder *builder = NULL;
    struct samsyn_document *document = NULL;
    struct buf out;

    (void)state;
    assert_int_equal(builder_new(&builder, "a.docx", STR(""), ENCODING_NONE,
                                 "built", dump_language(), NULL),
                     SAMSYN_OK);
    assert_int_equal(
        builder_open(builder, SAMSYN_BLOCK_TABLE, 0, 0, STR("tabell 1")),
        SAMSYN_OK);
    assert_int_equal(
        builder_open(builder, SAMSYN_BLOCK_ROW, 0, 0, STR("tabell 1, rad 2")),
        SAMSYN_OK);
    assert_int_equal(builder_open(builder, SAMSYN_BLOCK_CELL, 0, 0, STR("")),
                     SAMSYN_OK);
    assert_int_equal(builder_text(builder, STR("o\xCC\x88ver"), 3, 9),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        builder_text(builder, STR("o\xCC\x88ver"), SAMSYN_NONE, SAMSYN_NONE),
        SAMSYN_OK);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(builder_close(builder), SAMSYN_OK);
    assert_int_equal(builder_finish(&document, builder), SAMSYN_OK);
    assert_int_equal(
        builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0, STR("")),
        SAMSYN_E_ARGUMENT);
    builder_free(builder);
    assert_true(str_equal(document->blocks[0].place, STR("tabell 1, rad 2")));
    assert_true(document_span(document, 0, 5).start == SAMSYN_NONE);
    buf_init(&out, &mem_default, SIZE_MAX);
    document_quote(&out, document, 0, 5);
    assert_string_equal(out.data, "över");
    buf_done(&out);
    assert_int_equal(strlen(document->digest), 71);
    document_free(document);
}

/* Text with a source: ranges are checked, spans found. */
static void
test_source(void **state)
{
    static const char source[] = "a &auml;\nb";
    struct samsyn_builder *builder = NULL;
    struct samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(builder_new(&builder, "x", STR(source), ENCODING_UTF8,
                                 "built", dump_language(), NULL),
                     SAMSYN_OK);
    assert_int_equal(
        builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0, STR("")),
        SAMSYN_OK);
    assert_int_equal(builder_text(builder, STR("x"), 9, 11), SAMSYN_E_ARGUMENT);
    assert_int_equal(builder_text(builder, STR("x"), 3, 2), SAMSYN_E_ARGUMENT);
    assert_int_equal(builder_text(builder, STR("a "), 0, 2), SAMSYN_OK);
    assert_int_equal(builder_text(builder, STR("ä"), 2, 8), SAMSYN_OK);
    assert_int_equal(
        builder_text(builder, STR(" och "), SAMSYN_NONE, SAMSYN_NONE),
        SAMSYN_OK);
    assert_int_equal(builder_text(builder, STR("b"), 9, 10), SAMSYN_OK);
    assert_int_equal(builder_close(builder), SAMSYN_OK);
    assert_int_equal(builder_finish(&document, builder), SAMSYN_OK);
    builder_free(builder);
    assert_string_equal(document->text.ptr, "a ä och b");

    samsyn_span span = document_span(document, 2, 4);
    assert_int_equal(span.start, 2);
    assert_int_equal(span.end, 8);
    assert_int_equal(span.column, 3);
    span = document_span(document, 9, 10);
    assert_int_equal(span.start, 9);
    assert_int_equal(span.line, 2);
    assert_int_equal(span.column, 1);
    document_free(document);
}

static int
stop(void *user)
{
    size_t *asked = user;

    return ++*asked > 2;
}

static void
test_limits(void **state)
{
    static char text[70000];
    struct samsyn_config config = config_default;
    struct samsyn_builder *builder = NULL;
    size_t asked = 0;
    samsyn_status status = SAMSYN_OK;

    (void)state;
    memset(text, 'a', sizeof text);
    config.limits[SAMSYN_LIMIT_INPUT] = 9;
    assert_int_equal(builder_new(&builder, "x", STR("0123456789"),
                                 ENCODING_UTF8, "built", dump_language(),
                                 &config),
                     SAMSYN_E_LIMIT);
    config = config_default;
    config.stop = stop;
    config.stop_user = &asked;
    assert_int_equal(builder_new(&builder, "x", STR(""), ENCODING_NONE, "built",
                                 dump_language(), &config),
                     SAMSYN_OK);
    assert_int_equal(
        builder_open(builder, SAMSYN_BLOCK_PARAGRAPH, 0, 0, STR("")),
        SAMSYN_OK);
    for (size_t i = 0; i < 5 && status == SAMSYN_OK; i++)
        status = builder_text(builder, str_make(text, sizeof text), SAMSYN_NONE,
                              SAMSYN_NONE);
    assert_int_equal(status, SAMSYN_E_STOPPED);
    assert_int_equal(asked, 3);
    /* The failure stays. */
    assert_int_equal(builder_close(builder), SAMSYN_E_STOPPED);
    builder_free(builder);
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
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_container);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_source);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_limits);
    return cmocka_run_group_tests_name("builder", tests, NULL, NULL);
}
