/* SPDX-License-Identifier: MIT */

/* What of a document is weighed: each row is a text and its passages, in
 * order.  What counts for one and stands elsewhere is in angle brackets; "!"
 * is behind those that are doubted. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/passages.h"
#include "document/read.h"
#include "tests/support/fixture.h"

#define LONG                                                                      \
    "# Avtal\n\nDet här är en mening som är så lång att den inte kan höra " \
    "till en titel, eller hur den nu ska stå i texten.\n\n"
#define LONG_IS                                                                \
    "Det här är en mening som är så lång att den inte kan höra till en " \
    "titel, eller hur den nu ska stå i texten"

static const struct passage_row {
    const char *name;
    const char *text;
    const char *passages;
} rows[] = {
    { "one and two in a row", "Ett är här. Två är där. Tre är borta.",
      "Ett är här|Ett är här. Två är där|Två är där|Två är där. Tre är borta|"
      "Tre är borta" },
    { "none across paragraphs", "Ett är här.\n\nTvå är där.",
      "Ett är här|Två är där" },
    { "a word by itself says nothing", "Uppföljning.\n\nTvå är där.",
      "Två är där" },
    { "a word with its neighbour", "Uppföljning. Två är där.",
      "Uppföljning. Två är där|Två är där" },
    { "items under their lead-in",
      "Vi gör detta:\n\n- En sak görs.\n- Uppföljning\n",
      "Vi gör detta|En sak görs<Vi gör detta>|En sak görs|"
      "Uppföljning<Vi gör detta>" },
    { "the lead-in's last sentence alone",
      "Så är det. Vi gör detta:\n\n- En sak görs.\n",
      "Så är det|Så är det. Vi gör detta|Vi gör detta|"
      "En sak görs<Vi gör detta>|En sak görs" },
    { "an item of two sentences", "Vi gör:\n\n- En sak. Två ting.\n",
      "Vi gör|En sak. Två ting<Vi gör>|En sak|En sak. Två ting|Två ting" },
    { "a row under its titles",
      "| Insats | Vem |\n|---|---|\n| Vandring | Polisen |\n"
      "| Lampor | Kommunen |\n",
      "Vandring Polisen<Insats Vem>|Lampor Kommunen<Insats Vem>" },
    { "a row with one word still has titles",
      "| Insats | Vem |\n|---|---|\n| Vandring | |\n", "Vandring<Insats Vem>" },
    { "headings", "# Ett är här\n\nTvå är där.\n\n## Tre är borta\n",
      "Två är där" },
    { "an open template", "Ett är [namn] här. Två är där. Tre är borta.",
      "Två är där|Två är där. Tre är borta|Tre är borta" },
    { "no window over an open template",
      "Ett är här. Två är [namn] där. Tre är borta.",
      "Ett är här|Tre är borta" },
    { "a row with an open cell",
      "| Insats | Vem |\n|---|---|\n| Vandring | [namn] |\n"
      "| Lampor | Kommunen |\n",
      "Lampor Kommunen<Insats Vem>" },
    { "a question", "När görs en uppföljning i staden? Två är där.",
      "Två är där" },
    { "advice", "Texten bör innehålla en uppföljning. Två är där.",
      "Två är där" },
    { "other people's words",
      "\u201dettan är här i april och i maj\u201d\n\nTvå är där.",
      "Två är där" },
    { "what is said not to be", "Ett är inte här. Två är där.",
      "Ett är inte här!|Ett är inte här. Två är där!|Två är där" },
    { "said of the whole sentence", "Ett och två är falskt.",
      "Ett och två är falskt!" },
    { "denied from its opening", "Nej, ett är här.", "Nej, ett är här!" },
    { "hedged", "Ett görs vid behov.", "Ett görs vid behov!" },
    { "announced", "Ett program ska tas fram.", "Ett program ska tas fram!" },
    { "planned is not doubted", "Ett program ska finnas.",
      "Ett program ska finnas" },
    { "past is not doubted", "Ett program gjordes här.",
      "Ett program gjordes här" },
    { "a doubt in the lead-in is not the item's",
      "Detta saknas inte:\n\n- En sak görs.\n",
      "Detta saknas inte!|En sak görs<Detta saknas inte>|En sak görs" },
    { "an earlier document in the same file",
      LONG "## Avtal 2025\n\nTvå är där.\n\n## Avtal 2024\n\nTre är borta.\n",
      LONG_IS "!|Två är där" },
};

/* ---- Words again ---- */

struct shown {
    struct buf text;
    const struct samsyn_document *document;
    size_t left; /* passages until the visit ends */
};

static void
show_range(struct shown *shown, struct range range)
{
    const struct samsyn_document *document = shown->document;
    const struct word *first = &document->words[range.first];
    const struct word *last = &document->words[range.end - 1];
    const char *from = document->text.ptr + first->start;
    const char *end = document->text.ptr + last->start + last->length;

    for (; from < end; from++)
        buf_char(&shown->text, *from == '\n' || *from == '\t' ? ' ' : *from);
}

static bool
show(void *user, const struct passage *passage)
{
    struct shown *shown = user;

    if (shown->left-- == 0)
        return false;
    if (shown->text.len > 0)
        buf_char(&shown->text, '|');
    show_range(shown, passage->words);
    for (size_t i = 0; i < passage->context_count; i++) {
        buf_char(&shown->text, '<');
        show_range(shown, passage->contexts[i]);
        buf_char(&shown->text, '>');
    }
    if (passage->doubted)
        buf_char(&shown->text, '!');
    return true;
}

/* ---- A document that is searched ---- */

struct scene {
    struct samsyn_config config;
    struct samsyn_checklist *checklist;
    struct samsyn_document *document;
    struct matches *matches;
    struct search search;
};

static void
scene_begin(struct scene *scene, const char *text)
{
    struct buf yaml;

    *scene = (struct scene){ .config = fixture_config(&mem_default) };
    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, "uppföljning", NULL, NULL);
    assert_int_equal(checklist_read(&scene->checklist, buf_view(&yaml), "p",
                                    &scene->config, NULL),
                     SAMSYN_OK);
    assert_int_equal(document_read(&scene->document, str_of(text), "d",
                                   SAMSYN_FORMAT_MARKDOWN,
                                   scene->checklist->language, &scene->config,
                                   NULL),
                     SAMSYN_OK);
    assert_int_equal(match_document(&scene->matches, &scene->checklist->tokens,
                                    scene->checklist->language, scene->document,
                                    &scene->config),
                     SAMSYN_OK);
    assert_true(search_init(&scene->search, scene->checklist, scene->document,
                            scene->matches, &scene->config));
    buf_done(&yaml);
}

static void
scene_end(struct scene *scene)
{
    search_done(&scene->search);
    matches_free(scene->matches);
    document_free(scene->document);
    checklist_free(scene->checklist);
}

/* At most @p most passages are visited. */
static void
expect(const struct scene *scene, size_t most, const char *passages)
{
    struct shown shown = { .document = scene->document, .left = most };
    bool all;

    buf_init(&shown.text, &mem_default, BUF_ANY);
    buf_text(&shown.text, "");
    all = passages_each(&scene->search, show, &shown);
    assert_int_equal(all, shown.left != SIZE_MAX);
    assert_false(buf_failed(&shown.text));
    assert_string_equal(shown.text.len ? shown.text.data : "", passages);
    buf_done(&shown.text);
}

static void
test_row(void **state)
{
    const struct passage_row *row = *state;
    struct scene scene;

    scene_begin(&scene, row->text);
    expect(&scene, 1000, row->passages);
    scene_end(&scene);
}

/* What a reader took for something else than text is no passage. */
static void
test_zones(void **state)
{
    static const struct {
        enum zone zone;
        const char *passages;
    } zones[] = {
        { ZONE_BODY, "Ett är här|Två är där|Tre är borta" },
        { ZONE_SIGNATURE, "Ett är här|Två är där|Tre är borta" },
        { ZONE_HEADING, "Ett är här|Tre är borta" },
        { ZONE_CONTENTS, "Ett är här|Tre är borta" },
        { ZONE_FURNITURE, "Ett är här|Tre är borta" },
    };
    struct scene scene;

    (void)state;
    scene_begin(&scene, "Ett är här.\n\nTvå är där.\n\nTre är borta.\n");
    for (size_t i = 0; i < ARRAY_LEN(zones); i++) {
        scene.document->blocks[1].zone = (uint8_t)zones[i].zone;
        expect(&scene, 1000, zones[i].passages);
    }
    scene_end(&scene);
}

/* Whoever visits may end it, also in a list and in a table. */
static void
test_ends(void **state)
{
    static const struct {
        size_t most;
        const char *passages;
    } ends[] = {
        { 0, "" },
        { 1, "Vi gör" },
        { 2, "Vi gör|En sak<Vi gör>" },
        { 3, "Vi gör|En sak<Vi gör>|En sak" },
        { 4, "Vi gör|En sak<Vi gör>|En sak|Lampor Vi<Insats Vem>" },
    };
    struct scene scene;

    (void)state;
    scene_begin(&scene, "Vi gör:\n\n- En sak\n\n| Insats | Vem |\n|---|---|\n"
                        "| Lampor | Vi |\n");
    for (size_t i = 0; i < ARRAY_LEN(ends); i++)
        expect(&scene, ends[i].most, ends[i].passages);
    scene_end(&scene);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 2] = {
        cmocka_unit_test(test_zones),
        cmocka_unit_test(test_ends),
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i + 2] = (struct CMUnitTest){
            .name = rows[i].name,
            .test_func = test_row,
            .initial_state = (void *)(uintptr_t)&rows[i],
        };
    return cmocka_run_group_tests_name("passages", tests, NULL, NULL);
}
