/* SPDX-License-Identifier: MIT */

/* Rules against texts: each row is a rule, a text, the verdict, and what the
 * evidence or the refusal says.  Every row is run with no memory, then one
 * allocation, and so on, until it succeeds. */

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

#define BOTH "{within: sentence, all: [uppföljning, när]}"

static const struct case_row {
    const char *name;
    const char *met, *partly, *unless;
    const char *text;
    samsyn_verdict verdict;
    const char *quote;  /* of the first stretch that counts; NULL: none */
    const char *reason; /* of the first refused; NULL: none */
} rows[] = {
    { "a word", "uppföljning", NULL, NULL, "Uppföljning sker.",
      SAMSYN_VERDICT_MET, "Uppföljning sker.", NULL },
    { "an inflected word", "uppföljning", NULL, NULL, "Om uppföljningen.",
      SAMSYN_VERDICT_MET, "Om uppföljningen.", NULL },
    { "the last part of a compound", "uppföljning", NULL, NULL,
      "En årsuppföljning görs.", SAMSYN_VERDICT_MET, "En årsuppföljning görs.",
      NULL },
    { "too short a rest for a compound", "uppföljning", NULL, NULL,
      "En abuppföljning görs.", SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "the first part of a compound", "brott", NULL, NULL,
      "Brottsförebyggande arbete.", SAMSYN_VERDICT_MET,
      "Brottsförebyggande arbete.", NULL },
    { "a first part is no word alone", "brott", NULL, NULL, "Ett brott.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a phrase with a gap", "uppföljning", NULL, NULL,
      "Vi följer årligen allt upp.", SAMSYN_VERDICT_MET,
      "Vi följer årligen allt upp.", NULL },
    { "a phrase with too wide a gap", "uppföljning", NULL, NULL,
      "Vi följer noga och årligen upp.", SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a phrase ends with its sentence", "uppföljning", NULL, NULL,
      "Det följer. Upp med det.", SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "an entry of an entry", "mäta", NULL, NULL, "Uppföljning sker.",
      SAMSYN_VERDICT_MET, "Uppföljning sker.", NULL },
    { "a pattern", "paragraf", NULL, NULL, "Enligt § 22 gäller detta.",
      SAMSYN_VERDICT_MET, "Enligt § 22 gäller detta.", NULL },
    { "decomposed letters", "uppföljning", NULL, NULL,
      "Uppfo\xcc\x88ljning sker.", SAMSYN_VERDICT_MET, "Uppföljning sker.",
      NULL },
    { "a word divided at a line end", "uppföljning", NULL, NULL,
      "Vår upp-\nföljning sker.", SAMSYN_VERDICT_MET, "Vår uppföljning sker.",
      NULL },
    { "not as part of something else",
      "{find: {word: mål (=), except: [mål i mun]}}", NULL, NULL,
      "Det är mål i mun. Ett mål finns.", SAMSYN_VERDICT_MET, "Ett mål finns.",
      NULL },
    { "only as part of something else",
      "{find: {word: mål (=), except: [mål i mun]}}", NULL, NULL,
      "Det är mål i mun.", SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a per cent sign is a word", "{find: {phrase: '50 (=) % (=)'}}", NULL,
      NULL, "Hela 50% av allt.", SAMSYN_VERDICT_MET, "Hela 50% av allt.",
      NULL },
    { "unfilled, which is enough for partly", "uppföljning",
      "{find: uppföljning, accept: [placeholder]}", NULL,
      "Uppföljning av [namn].", SAMSYN_VERDICT_PARTLY, "Uppföljning av [namn].",
      NULL },
    { "a title is no section for all",
      "{within: section, all: [uppföljning, när]}", NULL, NULL,
      "# Titel\n\n## Ett\n\nUppföljning.\n\n## Två\n\nDen 3 april.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "denied from the first word on", "uppföljning", NULL, NULL,
      "Nej, så långt som till en uppföljning kom vi.", SAMSYN_VERDICT_NOT_MET,
      NULL, "negated" },
    { "denied in the whole sentence", "uppföljning", NULL, NULL,
      "Uppföljning i hela staden varje dag i veckan är falskt.",
      SAMSYN_VERDICT_NOT_MET, NULL, "negated" },
    { "a word that would deny from the first on", "uppföljning", NULL, NULL,
      "Svaret blev nej. Uppföljning görs, nej tack till annat.",
      SAMSYN_VERDICT_MET, "Uppföljning görs, nej tack till annat.", NULL },
    { "a question says nothing", "uppföljning", NULL, NULL,
      "När görs en uppföljning i staden?", SAMSYN_VERDICT_NOT_MET, NULL,
      "other" },
    { "a short one holds no claim", "uppföljning", NULL, NULL,
      "Görs en uppföljning?", SAMSYN_VERDICT_MET, "Görs en uppföljning?",
      NULL },
    { "a question in a heading", "{find: uppföljning, in: {block: [heading]}}",
      NULL, NULL, "# När görs en uppföljning i staden?\n\nText.\n",
      SAMSYN_VERDICT_MET, "När görs en uppföljning i staden?", NULL },
    { "advice begins so", "uppföljning", NULL, NULL,
      "Ange hur en uppföljning görs.", SAMSYN_VERDICT_NOT_MET, NULL, "other" },
    { "advice holds this", "uppföljning", NULL, NULL,
      "Texten bör innehålla en uppföljning.", SAMSYN_VERDICT_NOT_MET, NULL,
      "other" },
    { "a box to tick", "uppföljning", NULL, NULL, "- [ ] Uppföljning görs.",
      SAMSYN_VERDICT_NOT_MET, NULL, "placeholder" },
    { "a paragraph that is one quotation", "uppföljning", NULL, NULL,
      "\u201duppföljning i april och i maj\u201d", SAMSYN_VERDICT_NOT_MET, NULL,
      "other" },
    { "a date in words", "när", NULL, NULL, "Den 3 mars 2026.",
      SAMSYN_VERDICT_MET, "Den 3 mars 2026.", NULL },
    { "a date in digits", "när", NULL, NULL, "Klart 2026-03-01.",
      SAMSYN_VERDICT_MET, "Klart 2026-03-01.", NULL },
    { "no such day", "när", NULL, NULL, "Den 32 mars 2026.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a period of two dates", "{find: {entity: period}}", NULL, NULL,
      "Från 1 mars 2026 t.o.m. 3 april 2027.", SAMSYN_VERDICT_MET,
      "Från 1 mars 2026 t.o.m. 3 april 2027.", NULL },
    { "a person, but no excepted word", "{find: {entity: person}}", NULL, NULL,
      "här står Norrby Polisen och Kim Ahl.", SAMSYN_VERDICT_MET,
      "här står Norrby Polisen och Kim Ahl.", NULL },
    { "both in one sentence", BOTH, NULL, NULL,
      "Inget här. Uppföljning sker 3 april.", SAMSYN_VERDICT_MET,
      "Uppföljning sker 3 april.", NULL },
    { "both, but in two sentences", BOTH, NULL, NULL,
      "Uppföljning sker. Det blir 3 april.", SAMSYN_VERDICT_NOT_MET, NULL,
      NULL },
    { "a lead-in counts for its items", BOTH, NULL, NULL,
      "Uppföljning görs:\n\n- i staden\n- den 3 april\n", SAMSYN_VERDICT_MET,
      "Uppföljning görs:", NULL },
    { "a lead-in alone is no item", "{within: item, all: [uppföljning]}", NULL,
      NULL, "Uppföljning görs:\n\n- i staden\n- på landet\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a column title counts for its rows",
      "{within: row, all: [uppföljning, när]}", NULL, NULL,
      "| Vad | Uppföljning |\n|---|---|\n| Bygge | 3 april |\n",
      SAMSYN_VERDICT_MET, "Vad | Uppföljning", NULL },
    { "a second sentence of a cell under a column title", BOTH, NULL, NULL,
      "Den 1 april. Den 2 april.\n\n| Vad | Uppföljning |\n|---|---|\n"
      "| Bygge | Ett hus. Klart 3 april. |\n",
      SAMSYN_VERDICT_MET, "Vad | Uppföljning", NULL },
    { "a window in a window, under a lead-in",
      "{within: item, all: [{within: sentence, all: [uppföljning, när]}]}",
      NULL, NULL,
      "Den 1 april. Den 2 april.\n\nUppföljning görs:\n\n- den 3 april\n",
      SAMSYN_VERDICT_MET, "Uppföljning görs:", NULL },
    { "a section", "{within: section, all: [uppföljning, när]}", NULL, NULL,
      "# Ett\n\nUppföljning.\n\n## Två\n\nDen 3 april.\n\n# Tre\n\nJa.\n",
      SAMSYN_VERDICT_MET, "Uppföljning.", NULL },
    { "two sections", "{within: section, all: [uppföljning, när]}", NULL, NULL,
      "# Ett\n\nUppföljning.\n\n# Två\n\nDen 3 april.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "under a heading with a word", "{find: när, in: {section: uppföljning}}",
      NULL, NULL, "# Annat\n\nDen 2 april.\n\n# Uppföljning\n\nDen 3 april.\n",
      SAMSYN_VERDICT_MET, "Den 3 april.", NULL },
    { "the title of all is no section to look in",
      "{find: när, in: {section: uppföljning}}", NULL, NULL,
      "# Uppföljning\n\nText.\n\n## Annat\n\nDen 3 april.\n",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "a heading is no evidence", "uppföljning", NULL, NULL,
      "# Uppföljning\n\nText.\n", SAMSYN_VERDICT_NOT_MET, NULL, "heading" },
    { "a heading where headings are asked for",
      "{find: uppföljning, in: {block: heading}}", NULL, NULL,
      "# Uppföljning\n\nText.\n", SAMSYN_VERDICT_MET, "Uppföljning", NULL },
    { "negated before", "uppföljning", NULL, NULL, "Det är inte uppföljning.",
      SAMSYN_VERDICT_NOT_MET, NULL, "negated" },
    { "negated in the gap of a phrase", "uppföljning", NULL, NULL,
      "Vi följer inte upp detta.", SAMSYN_VERDICT_NOT_MET, NULL, "negated" },
    { "negated after", "uppföljning", NULL, NULL, "Uppföljning saknas.",
      SAMSYN_VERDICT_NOT_MET, NULL, "negated" },
    { "the negation is out of reach", "uppföljning", NULL, NULL,
      "Vi bygger inte hus vid stora ån utan uppföljning.", SAMSYN_VERDICT_MET,
      "Vi bygger inte hus vid stora ån utan uppföljning.", NULL },
    { "the negation is in another clause", "uppföljning", NULL, NULL,
      "Det räcker inte men uppföljning sker.", SAMSYN_VERDICT_MET,
      "Det räcker inte men uppföljning sker.", NULL },
    { "hedged", "uppföljning", NULL, NULL, "Uppföljning sker vid behov.",
      SAMSYN_VERDICT_NOT_MET, NULL, "hedged" },
    { "hedged, which is enough for partly", "uppföljning",
      "{find: uppföljning, accept: [hedged]}", NULL,
      "Uppföljning sker vid behov.", SAMSYN_VERDICT_PARTLY,
      "Uppföljning sker vid behov.", NULL },
    { "merely announced", "uppföljning", NULL, NULL,
      "En uppföljning ska tas fram.", SAMSYN_VERDICT_NOT_MET, NULL, "tense" },
    { "a placeholder", "uppföljning", NULL, NULL, "Uppföljning av [namn].",
      SAMSYN_VERDICT_NOT_MET, NULL, "placeholder" },
    { "a placeholder word", "uppföljning", NULL, NULL, "Uppföljning 20 xx.",
      SAMSYN_VERDICT_NOT_MET, NULL, "placeholder" },
    { "a footnote mark is no placeholder", "uppföljning", NULL, NULL,
      "Uppföljning [3].", SAMSYN_VERDICT_MET, "Uppföljning [3].", NULL },
    { "about something else", "uppföljning", NULL,
      "[{all: [uppföljning, polis]}]",
      "Uppföljning av polisen. Vår uppföljning.", SAMSYN_VERDICT_MET,
      "Vår uppföljning.", NULL },
    { "only about something else", "uppföljning", NULL,
      "[{all: [uppföljning, polis]}]", "Uppföljning av polisen.",
      SAMSYN_VERDICT_NOT_MET, NULL, "other" },
    { "none in the same sentence",
      "{within: sentence, all: [uppföljning], none: [polis]}", NULL, NULL,
      "Uppföljning av polisen. Uppföljning.", SAMSYN_VERDICT_MET,
      "Uppföljning.", NULL },
    { "two of three", "{at_least: {count: 2, of: [uppföljning, när, polis]}}",
      NULL, NULL, "Polisen kommer. Det blir 3 april.", SAMSYN_VERDICT_MET,
      "Polisen kommer.", NULL },
    { "one of three", "{at_least: {count: 2, of: [uppföljning, när, polis]}}",
      NULL, NULL, "Polisen kommer.", SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "twice", "{find: när, times: 2}", NULL, NULL, "Den 3 april och 4 april.",
      SAMSYN_VERDICT_MET, "Den 3 april och 4 april.", NULL },
    { "twice, in what could also be read as one",
      "{find: [{phrase: 'från (=) april (=)', gap: 9}, {entity: date}], "
      "times: 2}",
      NULL, NULL, "Från 1 mars 2026 t.o.m. 3 april 2027.", SAMSYN_VERDICT_MET,
      "Från 1 mars 2026 t.o.m. 3 april 2027.", NULL },
    { "not twice", "{find: när, times: 2}", NULL, NULL, "Den 3 april.",
      SAMSYN_VERDICT_NOT_MET, NULL, NULL },
    { "any", "{any: [när, polis]}", NULL, NULL, "Polisen kommer.",
      SAMSYN_VERDICT_MET, "Polisen kommer.", NULL },
};

static samsyn_status
run(const void *row, const struct samsyn_config *config, struct judged *out)
{
    const struct case_row *one = row;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, one->met, one->partly, one->unless);
    if (!buf_failed(&yaml))
        status = judged_text(out, buf_view(&yaml), one->text,
                             SAMSYN_FORMAT_MARKDOWN, config);
    buf_done(&yaml);
    return status;
}

static void
check_list(const struct evidence_list *list, const char *wanted, bool quote)
{
    assert_int_equal(wanted != NULL, list->count > 0);
    if (wanted && quote)
        assert_string_equal(list->items[0].quote.ptr, wanted);
    if (wanted && !quote)
        assert_string_equal(list->items[0].reason.ptr, wanted);
}

static void
check(const void *state, const struct samsyn_assessment *assessment)
{
    const struct case_row *row = state;
    const struct samsyn_criterion *criterion = &assessment->criteria[0];

    assert_int_equal(criterion->verdict, row->verdict);
    check_list(&criterion->evidence[SAMSYN_EVIDENCE_COUNTED], row->quote, true);
    check_list(&criterion->evidence[SAMSYN_EVIDENCE_REFUSED], row->reason,
               false);
    assert_true(criterion->trace_count >= 2);
}

static void
test_row(void **state)
{
    judged_sweep(*state, run, check, 5000);
}

/* What came nearest names what is missing. */
static void
test_nearest(void **state)
{
    static const struct case_row row = { .met = BOTH,
                                         .text = "Uppföljning sker. Jaha." };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct evidence_list *nearest;

    (void)state;
    assert_int_equal(run(&row, &config, &out), SAMSYN_OK);
    nearest = &out.assessment->criteria[0].evidence[SAMSYN_EVIDENCE_NEAREST];
    assert_int_equal(nearest->count, 1);
    assert_string_equal(nearest->items[0].quote.ptr, "Uppföljning sker.");
    assert_string_equal(nearest->items[0].note.ptr, "när");
    judged_end(&out);
}

static void
load_text(struct judged *out, const struct samsyn_config *config,
          const char *yaml_tail, const char *text)
{
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_EN);
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, BOTH, "uppföljning", NULL);
    buf_text(&yaml, yaml_tail);
    assert_int_equal(
        checklist_read(&out->checklist, buf_view(&yaml), "p", config, diags),
        SAMSYN_OK);
    assert_int_equal(document_read(&out->document, str_of(text), "prov.md",
                                   SAMSYN_FORMAT_MARKDOWN,
                                   out->checklist->language, config, diags),
                     SAMSYN_OK);
    assert_int_equal(
        assess(&out->assessment, out->checklist, out->document, config),
        SAMSYN_OK);
    buf_done(&yaml);
    samsyn_diagnostics_free(diags);
}

/* A person decides; the rules suggest. */
static void
test_person(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct samsyn_criterion *criterion;

    (void)state;
    load_text(&out, &config, "    judged: person\n", "Uppföljning sker.");
    criterion = &out.assessment->criteria[0];
    assert_int_equal(criterion->verdict, SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_int_equal(criterion->suggestion, SAMSYN_VERDICT_PARTLY);
    assert_string_equal(criterion->texts[SAMSYN_CRITERION_REASON].ptr,
                        "person");
    assert_int_equal(criterion->evidence[SAMSYN_EVIDENCE_COUNTED].count, 1);
    judged_end(&out);
}

/* What stands in a named annex is neither there nor missing. */
static void
test_referred(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    load_text(&out, &config,
              "    referred: {within: sentence, all: [uppföljning, "
              "{find: {phrase: bilaga 1 (=)}}]}\n",
              "Uppföljning framgår av bilaga 1.");
    assert_int_equal(out.assessment->criteria[0].verdict,
                     SAMSYN_VERDICT_REFERRED);
    judged_end(&out);
}

/* What is worth knowing of a text stands among the notices. */
static bool
has_notice(const char *text, const char *code)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    bool found = false;

    load_text(&out, &config, "", text);
    for (size_t i = 0; i < out.assessment->notice_count; i++)
        found = found || strcmp(out.assessment->notices[i].code.ptr, code) == 0;
    judged_end(&out);
    return found;
}

static void
check_notice(const char *text, const char *code)
{
    assert_true(has_notice(text, code));
}

#define REPORTED                                                               \
    "Hon hävdar att uppföljning sker. Han hävdar att den görs. "           \
    "Hon hävdar att det är så. De hävdar att den är klar. Så är det."

/* Who says something is a source, but not in what calls itself minutes. */
static void
test_reported(void **state)
{
    (void)state;
    assert_false(has_notice(REPORTED, "distant"));
    assert_true(has_notice("# Minnesanteckning\n\n" REPORTED, "distant"));
    assert_false(has_notice("# Minnesanteckning\n\nUppföljning sker. Den görs. "
                            "Hon hävdar att det är så. Den är klar. Så är det.",
                            "distant"));
}

static void
test_notices(void **state)
{
    (void)state;
    check_notice("a b c d e f g h i j a b c d e f g h i j "
                 "a b c d e f g h i j a b c d e f g h i j "
                 "a b c d e f g h i j a b c d e f g h i j.",
                 "other-language");
    check_notice("**Uppföljning**\n\nUppföljning sker.", "structure-guessed");
    check_notice("---\ntitel: a\n---\nUppföljning sker.", "furniture");
    check_notice("Uppföljning sker [datum].", "placeholders");
    check_notice("# A\n\n# B\n\n# C\n\n# Uppföljning\n", "no-text");
    check_notice("A ........ 1  \nB ........ 2\n", "contents");
    check_notice("Ange uppföljning. Ange när. Ange var. Ange hur. Den görs.",
                 "advice");
    check_notice(
        "Hon säger att uppföljning sker. Han säger att den görs. "
        "Hon säger att det är så. De säger att den är klar. Så är det.",
        "distant");
}

/* A spent step budget is a question to a person, never "not met". */
static void
test_limit(void **state)
{
    static const struct case_row row = { .met = BOTH,
                                         .text = "Uppföljning sker 3 april." };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };
    const struct samsyn_criterion *criterion;

    (void)state;
    config.limits[SAMSYN_LIMIT_STEPS] = 1;
    assert_int_equal(run(&row, &config, &out), SAMSYN_OK);
    criterion = &out.assessment->criteria[0];
    assert_int_equal(criterion->verdict, SAMSYN_VERDICT_NEEDS_REVIEW);
    assert_string_equal(criterion->texts[SAMSYN_CRITERION_REASON].ptr, "limit");
    judged_end(&out);
}

static int
stop_at_once(void *user)
{
    (void)user;
    return 1;
}

static void
test_stop(void **state)
{
    static const struct case_row row = { .met = BOTH, .text = "Uppföljning." };
    struct samsyn_config config = fixture_config(&mem_default);
    struct judged out = { 0 };

    (void)state;
    config.stop = stop_at_once;
    assert_int_equal(run(&row, &config, &out), SAMSYN_E_STOPPED);
    assert_null(out.assessment);
    judged_end(&out);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 7];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    tests[ARRAY_LEN(rows)] = (struct CMUnitTest)cmocka_unit_test(test_nearest);
    tests[ARRAY_LEN(rows) + 1] =
        (struct CMUnitTest)cmocka_unit_test(test_limit);
    tests[ARRAY_LEN(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(test_stop);
    tests[ARRAY_LEN(rows) + 3] =
        (struct CMUnitTest)cmocka_unit_test(test_person);
    tests[ARRAY_LEN(rows) + 4] =
        (struct CMUnitTest)cmocka_unit_test(test_referred);
    tests[ARRAY_LEN(rows) + 5] =
        (struct CMUnitTest)cmocka_unit_test(test_notices);
    tests[ARRAY_LEN(rows) + 6] =
        (struct CMUnitTest)cmocka_unit_test(test_reported);
    return cmocka_run_group_tests_name("assess", tests, NULL, NULL);
}
