/* SPDX-License-Identifier: MIT */

/* What the pass over the words finds: for a rule's concept the hits as the
 * words they cover, and whether the first sentence stands open. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/checklist.h"
#include "document/read.h"
#include "match/match.h"
#include "tests/support/fixture.h"

static const struct match_row {
    const char *name;
    const char *find; /* what the only rule looks for */
    const char *text;
    const char *hits; /* their texts, parted by '/' */
    bool open;
} rows[] = {
    { "a word", "{word: avtal}", "Avtalet gäller.", "Avtalet", false },
    { "the same word by two terms", "[{word: avtal}, {head: avtal}]",
      "Avtalet gäller.", "Avtalet", false },
    { "with a phrase between them",
      "[{word: avtal (=)}, {phrase: avtal (=) gäller (=)}, {head: avtal (=)}]",
      "Avtal gäller.", "Avtal/Avtal gäller", false },
    { "by a word and a pattern", "[{word: avtal (=)}, {pattern: 'avtal'}]",
      "Avtal gäller.", "Avtal", false },
    { "what one term excepts another may find",
      "[{word: inte (=), except: [inte bara]}, {head: inte (=)}]",
      "Det är inte bara så.", "inte", false },
    { "excepted", "{word: inte (=), except: [inte bara]}",
      "Det är inte bara så.", "", false },
    { "one of several phrases of one beginning",
      "[{phrase: avtal (=) är (=)}, {phrase: avtal (=) gäller (=)}, "
      "{phrase: avtal (=) om (=)}]",
      "Avtal gäller. Avtal om.", "Avtal gäller/Avtal om", false },
    { "a phrase that repeats a word", "{phrase: om (=) om (=) igen (=)}",
      "Om om om igen.", "om om igen", false },
    { "a phrase whose first fit leads nowhere",
      "{phrase: vi (=) ska (=) mäta (=), gap: 2}", "Vi ska nu ska och mäta.",
      "Vi ska nu ska och mäta", false },
    { "a phrase, the shortest way", "{phrase: vi (=) ska (=), gap: 4}",
      "Vi ska nu ska.", "Vi ska", false },
    { "a gap too wide by one", "{phrase: vi (=) ska (=) mäta (=), gap: 1}",
      "Vi ska nu då mäta.", "", false },
    { "a gap is counted from each word",
      "{phrase: om (=) om (=) igen (=), gap: 1}", "Om nu om nu om igen.",
      "om nu om igen", false },
    { "a pattern over several words", "{pattern: '§ \\d+ i'}",
      "Enligt § 22 i lagen.", "§ 22 i", false },
    { "an entity in another", "[{entity: date}, {entity: period}]",
      "1 mars 2026 - 3 april 2027",
      "1 mars 2026/1 mars 2026 - 3 april 2027/3 april 2027", false },
    { "a first part, where three letters follow", "{modifier: brott}",
      "Brottså brottsål.", "brottsål", false },
    { "a last part, where three letters precede", "{head: mål (=)}",
      "Ömål åamål delmål.", "delmål", false },
    { "a template", "{word: av}", "Ett avtal med [namn] här.", "", true },
    { "a template in Swedish letters", "{word: av}", "Här är [ö] kvar.", "",
      true },
    { "a footnote", "{word: av}", "Ett avtal[^1] här.", "", false },
    { "a number", "{word: av}", "Ett avtal [3] här.", "", false },
    { "marks", "{word: av}", "Ett avtal [_] här [...] nu.", "", false },
    { "brackets too far apart", "{word: av}",
      "Ett [a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] avtal.",
      "", false },
};

static void
write_hits(struct buf *out, const struct samsyn_document *document,
           const struct hit_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct word *first = &document->words[list->hits[i].first];
        const struct word *last = &document->words[list->hits[i].end - 1];

        if (i > 0)
            buf_char(out, '/');
        buf_add(out, document->text.ptr + first->start,
                last->start + last->length - first->start);
    }
}

static struct samsyn_checklist *
load(const struct match_row *row, const struct samsyn_config *config)
{
    struct samsyn_checklist *checklist = NULL;
    struct buf met, yaml;

    buf_init(&met, &mem_default, BUF_ANY);
    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&met, "{find: ");
    buf_text(&met, row->find);
    buf_char(&met, '}');
    fixture_yaml(&yaml, met.data, NULL, NULL);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "p", config, NULL),
        SAMSYN_OK);
    buf_done(&yaml);
    buf_done(&met);
    return checklist;
}

static void
test_row(void **state)
{
    const struct match_row *row = *state;
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_checklist *checklist = load(row, &config);
    struct samsyn_document *document = NULL;
    struct matches *matches = NULL;
    struct buf hits;

    buf_init(&hits, &mem_default, BUF_ANY);
    assert_int_equal(document_read(&document, str_of(row->text), "a.txt",
                                   SAMSYN_FORMAT_TEXT, checklist->language,
                                   &config, NULL),
                     SAMSYN_OK);
    assert_int_equal(match_document(&matches, &checklist->tokens,
                                    checklist->language, document, &config),
                     SAMSYN_OK);
    write_hits(&hits, document,
               &matches->concepts[checklist->criteria[0].met->concept]);
    assert_string_equal(buf_view(&hits).ptr, row->hits);
    assert_int_equal(matches->placeholder[0], row->open);
    matches_free(matches);
    document_free(document);
    checklist_free(checklist);
    buf_done(&hits);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows)];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] = (struct CMUnitTest){
            .name = rows[i].name,
            .test_func = test_row,
            .initial_state = (void *)(uintptr_t)&rows[i],
        };
    return cmocka_run_group_tests_name("match", tests, NULL, NULL);
}
