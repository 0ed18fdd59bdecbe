/* SPDX-License-Identifier: MIT */

/* Rules about where things stand: how far apart, in which order, under which
 * heading, in which column; when they are, and who says them.  Each row is a
 * rule, a text, the verdict, and what the evidence, the refusal or the nearest
 * place says.  Every row is run with no memory, then one allocation, and so on.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"

#define NEAR "{near: 2, all: [uppföljning, polis]}"
#define THREE "{near: 1, all: [uppföljning, polis, när]}"
#define ORDER "{order: [uppföljning, polis]}"
#define CLOSE "{order: [polis, uppföljning, när], near: 2}"
#define TABLE                                                                  \
    "| Vad | Vem gör uppföljning |\n|---|---|\n| Den 3 april | Polisen |\n"  \
    "| Bygge | Den 4 april |\n"

static struct case_row {
    const char *name;
    const char *met;
    const char *text;
    samsyn_verdict verdict;
    const char *quote;    /* of the first stretch that counts; NULL: none */
    const char *reason;   /* of the first refused; NULL: none */
    const char *note;     /* of what came nearest; NULL: not asked */
    samsyn_format format; /* 0: Markdown */
} rows[] = {
    { "near", NEAR, "Uppföljning gör väl polisen.", SAMSYN_VERDICT_MET,
      "Uppföljning gör väl polisen.", NULL, NULL, 0 },
    { "near, the other way round", NEAR, "Polisen gör väl uppföljning.",
      SAMSYN_VERDICT_MET, "Polisen gör väl uppföljning.", NULL, NULL, 0 },
    { "near, too far by one", NEAR, "Uppföljning gör väl inom polisen.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, "högst 2 ord från varandra", 0 },
    { "near, one is missing", NEAR, "Uppföljning gör vi.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, "polis", 0 },
    { "near, a later pair", NEAR,
      "Uppföljning är det som vi och polisen och uppföljning gör.",
      SAMSYN_VERDICT_MET,
      "Uppföljning är det som vi och polisen och uppföljning gör.", NULL, NULL,
      0 },
    { "near, but in two sentences", NEAR, "Uppföljning. Polisen.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "near, in a paragraph",
      "{near: 2, within: paragraph, all: [uppföljning, polis]}",
      "Uppföljning. Polisen.", SAMSYN_VERDICT_MET, "Uppföljning.", NULL, NULL,
      0 },
    { "near, across a refused one", NEAR,
      "Polisen följer inte upp, men polisen gör uppföljning.",
      SAMSYN_VERDICT_MET,
      "Polisen följer inte upp, men polisen gör uppföljning.", NULL, NULL, 0 },
    { "near, where one is refused", NEAR, "Polisen följer inte upp.",
      SAMSYN_VERDICT_NOT_MET, NULL, "negated", NULL, 0 },
    { "three in a chain", THREE, "Polisen gör uppföljning den 3 april.",
      SAMSYN_VERDICT_MET, "Polisen gör uppföljning den 3 april.", NULL, NULL,
      0 },
    { "three, the chain breaks", THREE,
      "Polisen gör uppföljning var det nu 3 april.", SAMSYN_VERDICT_NOT_MET,
      NULL, NULL, "högst 1 ord från varandra", 0 },
    { "a choice as a part", "{near: 1, find: uppföljning, any: [när, polis]}",
      "Uppföljning av polisen.", SAMSYN_VERDICT_MET, "Uppföljning av polisen.",
      NULL, NULL, 0 },
    { "near, with what must not be there",
      "{near: 2, all: [uppföljning, polis], none: [när]}",
      "Uppföljning av polisen 3 april. Uppföljning av polisen.",
      SAMSYN_VERDICT_MET, "Uppföljning av polisen.", NULL, NULL, 0 },
    { "near, from a lead-in", NEAR, "Polisen lovar:\n\n- uppföljning\n",
      SAMSYN_VERDICT_MET, "Polisen lovar:", NULL, NULL, 0 },
    { "near, in the lead-in alone", NEAR,
      "Polisen gör uppföljning:\n\n- hus\n- bil\n", SAMSYN_VERDICT_MET,
      "Polisen gör uppföljning:", NULL, NULL, 0 },
    { "near, from a lead-in to a far word", NEAR,
      "Polisen lovar:\n\n- först hus\n- sedan en uppföljning\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "near, from a lead-in past a sentence", NEAR,
      "Polisen lovar:\n\n- Det är bra hus. Uppföljning.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "in order", ORDER, "Uppföljning görs väl kanske sedan av polisen.",
      SAMSYN_VERDICT_MET, "Uppföljning görs väl kanske sedan av polisen.", NULL,
      NULL, 0 },
    { "in the wrong order", ORDER, "Polisen gör uppföljning.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, "uppföljning följt av polis", 0 },
    { "in order, after a false start", ORDER,
      "Polisen gör uppföljning av polisen.", SAMSYN_VERDICT_MET,
      "Polisen gör uppföljning av polisen.", NULL, NULL, 0 },
    { "in order and near, the later pair", CLOSE,
      "Polisen är här och polisen gör uppföljning den 3 april.",
      SAMSYN_VERDICT_MET,
      "Polisen är här och polisen gör uppföljning den 3 april.", NULL, NULL,
      0 },
    { "in order, but too far apart", CLOSE,
      "Polisen är nu här, uppföljning den 3 april.", SAMSYN_VERDICT_NOT_MET,
      NULL, NULL,
      "polis följt av uppföljning följt av när, högst 2 ord från varandra", 0 },
    { "in order, not in one another",
      "{order: [{find: {entity: period}}, när]}",
      "Från 1 mars 2026 t.o.m. 3 april 2027.", SAMSYN_VERDICT_NOT_MET, NULL,
      NULL, NULL, 0 },
    { "in order, from a lead-in", "{order: [polis, uppföljning]}",
      "Polisen lovar:\n\n- hus\n- en uppföljning\n", SAMSYN_VERDICT_MET,
      "Polisen lovar:", NULL, NULL, 0 },
    { "in order, beside another part",
      "{order: [uppföljning, polis], find: när}",
      "Uppföljning av polisen. Den 3 april.", SAMSYN_VERDICT_NOT_MET, NULL,
      NULL, "uppföljning följt av polis", 0 },
    { "a cell under its title", "{find: när, in: {column: uppföljning}}", TABLE,
      SAMSYN_VERDICT_MET, "Bygge | Den 4 april", NULL, NULL, 0 },
    { "no cell under its title", "{find: polis, in: {column: brott}}", TABLE,
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "a title is no cell", "{find: uppföljning, in: {column: uppföljning}}",
      TABLE, SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "outside of any table", "{find: när, in: {column: uppföljning}}",
      "Uppföljning den 3 april.", SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "cells of two columns in a row",
      "{within: row, all: [när, {find: polis, in: {column: uppföljning}}]}",
      TABLE, SAMSYN_VERDICT_MET, "Den 3 april | Polisen", NULL, NULL, 0 },
    { "a cell in a table of text", "{find: när, in: {column: uppföljning}}",
      "Insats               Ansvarig uppföljning     Kostnad\n"
      "Bygge av hus         Den 3 april              Ingen\n"
      "Vägar och broar      Den 4 april              Mycket\n",
      SAMSYN_VERDICT_MET, "Bygge av hus Den 3 april Ingen", NULL, NULL,
      SAMSYN_FORMAT_TEXT },
    { "under a heading", "{find: när, in: {section: uppföljning}}",
      "# Annat\n\nDen 2 april.\n\n# Vår uppföljning\n\nDen 3 april.\n",
      SAMSYN_VERDICT_MET, "Den 3 april.", NULL, NULL, 0 },
    { "under a numbered heading", "{find: när, in: {section: uppföljning}}",
      "1. Annat\n\nDetta är den 2 april.\n\n2.1 Uppföljning\n\n"
      "Detta är den 3 april.\n",
      SAMSYN_VERDICT_MET, "Detta är den 3 april.", NULL, NULL,
      SAMSYN_FORMAT_TEXT },
    { "under a heading around the nearest",
      "{find: när, in: {section: uppföljning}}",
      "# Uppföljning\n\n## Hur\n\nDen 3 april.\n\n# Annat\n\nDen 4.\n",
      SAMSYN_VERDICT_MET, "Den 3 april.", NULL, NULL, 0 },
    { "behind the section", "{find: när, in: {section: uppföljning}}",
      "# Uppföljning\n\nJa.\n\n# Annat\n\nDen 3 april.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL, NULL, 0 },
    { "in the heading itself",
      "{find: när, in: {section: uppföljning, block: heading}}",
      "# Uppföljning den 3 april\n\nJa.\n", SAMSYN_VERDICT_MET,
      "Uppföljning den 3 april", NULL, NULL, 0 },
    { "planned, which is well", "uppföljning", "Vi ska göra uppföljning.",
      SAMSYN_VERDICT_MET, "Vi ska göra uppföljning.", NULL, NULL, 0 },
    { "planned, which is refused", "{find: uppföljning, refuse: [planned]}",
      "Vi ska göra uppföljning.", SAMSYN_VERDICT_NOT_MET, NULL, "tense", NULL,
      0 },
    { "planned in another clause", "{find: uppföljning, refuse: [planned]}",
      "Vi ska bygga men uppföljning görs.", SAMSYN_VERDICT_MET,
      "Vi ska bygga men uppföljning görs.", NULL, NULL, 0 },
    { "past, which is well", "uppföljning", "Uppföljning gjordes.",
      SAMSYN_VERDICT_MET, "Uppföljning gjordes.", NULL, NULL, 0 },
    { "past, which is refused", "{find: uppföljning, refuse: [past, planned]}",
      "Förra året var uppföljning.", SAMSYN_VERDICT_NOT_MET, NULL, "tense",
      NULL, 0 },
    { "refused around, accepted inside",
      "{refuse: [past], all: [{find: uppföljning, accept: [past]}]}",
      "Uppföljning gjordes.", SAMSYN_VERDICT_MET, "Uppföljning gjordes.", NULL,
      NULL, 0 },
    { "accepted around, refused inside",
      "{accept: [negated], all: [polis, {find: uppföljning, refuse: "
      "[negated]}]}",
      "Polisen följer inte upp.", SAMSYN_VERDICT_NOT_MET, NULL, "negated", NULL,
      0 },
    { "a quoted sentence", "uppföljning",
      "Han skrev ”Vi gör alltid en uppföljning.” till oss.",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a quoted sentence, accepted", "{find: uppföljning, accept: [quoted]}",
      "Han skrev ”Vi gör alltid en uppföljning.” till oss.", SAMSYN_VERDICT_MET,
      "Han skrev ”Vi gör alltid en uppföljning.” till oss.", NULL, NULL, 0 },
    { "what stands beside the quotation", "uppföljning",
      "”Det är bra för alla.” Vår uppföljning visar det.", SAMSYN_VERDICT_MET,
      "Vår uppföljning visar det.", NULL, NULL, 0 },
    { "a quoted name", "uppföljning",
      "Arbetet heter ”Trygg uppföljning i Ekvalla” och är nytt.",
      SAMSYN_VERDICT_MET,
      "Arbetet heter ”Trygg uppföljning i Ekvalla” och är nytt.", NULL, NULL,
      0 },
    { "a quoted word", "uppföljning", "Det kallas \"Uppföljning.\" här.",
      SAMSYN_VERDICT_MET, "Det kallas \"Uppföljning.\" här.", NULL, NULL, 0 },
    { "plain marks", "uppföljning",
      "\"Vi gör alltid en uppföljning.\" Så var det.", SAMSYN_VERDICT_NOT_MET,
      NULL, "other", NULL, 0 },
    { "guillemets", "uppföljning", "»Vi gör alltid en uppföljning.« Så.",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "guillemets, both alike", "uppföljning",
      "»Vi gör alltid en uppföljning.» Så.", SAMSYN_VERDICT_NOT_MET, NULL,
      "other", NULL, 0 },
    { "single marks", "uppföljning", "’Vi gör alltid en uppföljning.’ Så.",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "an apostrophe is no mark", "uppföljning",
      "Kims’ arbete och vår uppföljning. Kims’ bok.", SAMSYN_VERDICT_MET,
      "Kims’ arbete och vår uppföljning.", NULL, NULL, 0 },
    { "inches are no marks", "uppföljning",
      "En skärm på 20\" och en uppföljning på 30\". Slut.", SAMSYN_VERDICT_MET,
      "En skärm på 20\" och en uppföljning på 30\".", NULL, NULL, 0 },
    { "one quotation in another", "{any: [uppföljning, när]}",
      "”Den 3 april sa han ’Nu kommer en uppföljning.’ och gick.” Så.",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "said, without a full stop", "uppföljning",
      "”Vi gör alltid en uppföljning”, säger Kim Ahl.", SAMSYN_VERDICT_NOT_MET,
      NULL, "other", NULL, 0 },
    { "said before it", "uppföljning",
      "Kim Ahl säger: ”Vi gör alltid en uppföljning”", SAMSYN_VERDICT_NOT_MET,
      NULL, "other", NULL, 0 },
    { "named before it", "uppföljning",
      "Målet är: ”Vi gör alltid en uppföljning”", SAMSYN_VERDICT_MET,
      "Målet är: ”Vi gör alltid en uppföljning”", NULL, NULL, 0 },
    { "never closed", "uppföljning", "”Vi gör alltid en uppföljning. Ja.",
      SAMSYN_VERDICT_MET, "”Vi gör alltid en uppföljning.", NULL, NULL, 0 },
    { "closed in a later paragraph", "uppföljning",
      "”Vi gör alltid en uppföljning.\n\n”Så har det varit.”\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a block quotation", "uppföljning",
      "Kim säger:\n\n> Vi gör alltid en uppföljning.\n\nSlut.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a block quotation of two paragraphs", "uppföljning",
      "Kim säger:\n\n> Nu är det nog.\n>\n> Vi gör en uppföljning.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a block quotation that says who", "uppföljning",
      "Kim är här.\n\n> Vi gör en uppföljning, säger Kim Ahl.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a block set off", "uppföljning",
      "Vår vision:\n\n> Vi gör alltid en uppföljning.\n", SAMSYN_VERDICT_MET,
      "Vi gör alltid en uppföljning.", NULL, NULL, 0 },
    { "behind a block quotation", "uppföljning",
      "> Vi gör alltid en insats.\n\nVår uppföljning görs.\n",
      SAMSYN_VERDICT_MET, "Vår uppföljning görs.", NULL, NULL, 0 },
    { "a news text", "uppföljning",
      "– Vi gör alltid en uppföljning, säger Kim Ahl.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, 0 },
    { "a news text as text", "uppföljning",
      "Nyhet om avtalet\n\n– Vi gör alltid en uppföljning, säger Kim Ahl.\n\n"
      "Slut på nyheten, som var kort.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, "other", NULL, SAMSYN_FORMAT_TEXT },
    { "a dash before a promise", "uppföljning",
      "– Vi gör alltid en uppföljning av arbetet.\n", SAMSYN_VERDICT_MET,
      "– Vi gör alltid en uppföljning av arbetet.", NULL, NULL, 0 },
};

static samsyn_status
run(const void *row, const struct samsyn_config *config, struct judged *out)
{
    const struct case_row *one = row;
    samsyn_format format = one->format ? one->format : SAMSYN_FORMAT_MARKDOWN;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, one->met, NULL, NULL);
    if (!buf_failed(&yaml))
        status = judged_text(out, buf_view(&yaml), one->text, format, config);
    buf_done(&yaml);
    return status;
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct case_row *row = state;
    const struct samsyn_criterion *criterion = &assessment->criteria[0];
    const struct evidence_list *counted =
        &criterion->evidence[SAMSYN_EVIDENCE_COUNTED];
    const struct evidence_list *refused =
        &criterion->evidence[SAMSYN_EVIDENCE_REFUSED];
    const struct evidence_list *nearest =
        &criterion->evidence[SAMSYN_EVIDENCE_NEAREST];

    assert_int_equal(criterion->verdict, row->verdict);
    assert_int_equal(counted->count > 0, row->quote != NULL);
    if (row->quote)
        assert_string_equal(counted->items[0].quote.ptr, row->quote);
    assert_int_equal(refused->count > 0, row->reason != NULL);
    if (row->reason)
        assert_string_equal(refused->items[0].reason.ptr, row->reason);
    if (!row->note)
        return;
    assert_int_equal(nearest->count, 1);
    assert_string_equal(nearest->items[0].note.ptr, row->note);
}

static void
test_row(void **state)
{
    judged_sweep(*state, run, check, 5000);
}

/* The account says how the parts must stand, in the reader's language. */
static void
test_account(void **state)
{
    static const struct {
        const char *met, *line;
    } lines[] = {
        { NEAR, "allt detta i samma mening, högst 2 ord från varandra" },
        { ORDER, "detta i tur och ordning i samma mening" },
        { CLOSE,
          "detta i tur och ordning i samma mening, högst 2 ord emellan" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct case_row row = { .met = lines[i].met, .text = "Polisen." };
        struct samsyn_config config = fixture_config(&mem_default);
        struct judged out = { 0 };

        config.lang = SAMSYN_LANG_SV;
        assert_int_equal(run(&row, &config, &out), SAMSYN_OK);
        assert_string_equal(out.assessment->criteria[0].trace[1].text.ptr,
                            lines[i].line);
        judged_end(&out);
    }
}

/* The pack of the tests, but for one line. */
static samsyn_status
serve_without_past(void *user, samsyn_resource kind, const char *name,
                   size_t length, samsyn_write_fn write, void *sink)
{
    const char *line = strstr(fixture_pack, "  past: ");
    const char *rest = strchr(line, '\n') + 1;

    (void)user;
    (void)kind;
    (void)name;
    (void)length;
    if (write(sink, fixture_pack, (size_t)(line - fixture_pack)) ||
        write(sink, rest, strlen(rest)))
        return SAMSYN_E_STOPPED;
    return SAMSYN_OK;
}

/* A rule cannot refuse what its language pack has no words for. */
static void
test_no_words(void **state)
{
    static const char *const rules[] = {
        "{find: uppföljning, refuse: [past]}",
        "{find: uppföljning, refuse: [planned]}"
    };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct samsyn_config config = fixture_config(&mem_default);
        struct samsyn_diagnostics *diags =
            diag_new(&mem_default, SAMSYN_LANG_EN);
        struct samsyn_checklist *checklist = NULL;
        struct buf yaml;

        config.resolve = serve_without_past;
        buf_init(&yaml, &mem_default, BUF_ANY);
        fixture_yaml(&yaml, rules[i], NULL, NULL);
        assert_int_equal(
            checklist_read(&checklist, buf_view(&yaml), "p", &config, diags),
            i == 0 ? SAMSYN_E_SCHEMA : SAMSYN_OK);
        assert_int_equal(samsyn_diagnostics_count(diags), i == 0);
        if (i == 0)
            assert_string_equal(samsyn_diagnostics_code(diags, 0),
                                "no-words-for");
        checklist_free(checklist);
        buf_done(&yaml);
        samsyn_diagnostics_free(diags);
    }
}

int
main(void)
{
    enum {
        ROWS = sizeof rows / sizeof rows[0]
    };
    struct CMUnitTest tests[ROWS + 2] = { { 0 } };

    for (size_t i = 0; i < ROWS; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = test_row;
        tests[i].initial_state = &rows[i];
    }
    tests[ROWS] = (struct CMUnitTest)cmocka_unit_test(test_account);
    tests[ROWS + 1] = (struct CMUnitTest)cmocka_unit_test(test_no_words);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
