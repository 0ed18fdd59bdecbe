/* SPDX-License-Identifier: MIT */

/* What lint says of rules and terms, and as much what it must not say: next
 * to each fault stands what looks like it and is none.  Each row is swept for
 * memory failure. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/checklist.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

static const struct lint_row {
    const char *name;
    const char *met, *partly, *unless;
    const char *codes; /* parted by a blank; those of no matter here left out */
} rows[] = {
    { "nothing", "när", NULL, NULL, "" },
    /* -- a rule against itself -- */
    { "asked for and forbidden", "{all: [när, {none: [när]}]}", NULL, NULL,
      "never-holds rule-contradiction" },
    { "in one mapping", "{find: när, none: [när], within: sentence}", NULL,
      NULL, "never-holds rule-contradiction" },
    { "forbidden by a wider entry", "{all: [uppföljning, {none: [mäta]}]}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "forbidden is the narrower entry", "{all: [mäta, {none: [uppföljning]}]}",
      NULL, NULL, "" },
    { "forbidden deeper down",
      "{all: [när, {all: [polis, {none: [brott, {any: [polis, när]}]}]}]}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "forbidden each way",
      "{all: [när, {any: [{none: [när]}, {all: [polis, {none: [när, "
      "brott]}]}]}]}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "forbidden one way", "{all: [när, {any: [{none: [när]}, polis]}]}", NULL,
      NULL, "" },
    { "asked for each way",
      "{all: [{any: [{all: [när, polis]}, {all: [när, brott]}]}, "
      "{none: [när]}]}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "asked for one way", "{all: [{any: [när, polis]}, {none: [när]}]}", NULL,
      NULL, "" },
    { "forbidden more often than asked for",
      "{all: [när, {none: [{find: när, times: 2}]}]}", NULL, NULL, "" },
    { "forbidden less often than asked for",
      "{all: [{find: när, times: 3}, {none: [{find: när, times: 2}]}]}", NULL,
      NULL, "never-holds rule-contradiction" },
    { "asked for also where negated",
      "{all: [{find: när, accept: [negated]}, {none: [när]}]}", NULL, NULL,
      "" },
    { "forbidden also where negated",
      "{all: [när, {none: [{find: när, accept: [negated]}]}]}", NULL, NULL,
      "never-holds rule-contradiction" },
    { "forbidden elsewhere",
      "{all: [när, {none: [{find: när, in: {block: [item]}}]}]}", NULL, NULL,
      "" },
    { "asked for in headings",
      "{all: [{find: när, in: {block: [heading]}}, {none: [när]}]}", NULL, NULL,
      "" },
    { "asked for in items",
      "{all: [{find: när, in: {block: [item]}}, {none: [när]}]}", NULL, NULL,
      "never-holds rule-contradiction" },
    { "forbidden in another section",
      "{all: [när, {none: [{find: när, in: {section: polis}}]}]}", NULL, NULL,
      "" },
    { "asked for in a sentence, forbidden around it",
      "{all: [{find: när, within: sentence}, {none: [när]}]}", NULL, NULL,
      "never-holds rule-contradiction" },
    { "a sentence beside a document",
      "{all: [när, {none: [{within: sentence, all: [när, polis]}]}]}", NULL,
      NULL, "" },
    { "the same sentence",
      "{all: [{within: sentence, all: [när, polis]}, "
      "{none: [{within: sentence, all: [när, polis]}]}]}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "neither of none", "{all: [polis, {none: [{none: [när]}]}]}", NULL, NULL,
      "" },
    /* -- windows -- */
    { "a window with one", "{within: sentence, find: när, none: [polis]}", NULL,
      NULL, "" },
    { "a row of paragraphs",
      "{in: {block: [paragraph]}, all: [{within: row, find: när}]}", NULL, NULL,
      "never-holds impossible-place" },
    { "a row of cells and paragraphs",
      "{in: {block: [paragraph, cell]}, all: [{within: row, find: när}]}", NULL,
      NULL, "" },
    { "a row of paragraphs that looks elsewhere",
      "{in: {block: [paragraph]}, all: [{within: row, find: när, "
      "in: {block: [cell]}}]}",
      NULL, NULL, "" },
    { "a row in the signature",
      "{in: {block: [signature]}, within: row, find: när}", NULL, NULL, "" },
    { "an item of headings",
      "{within: item, in: {block: [heading]}, "
      "all: [när, polis]}",
      NULL, NULL, "impossible-place never-holds" },
    { "an item with what its lead-in says",
      "{within: item, all: [{find: när, in: {block: [paragraph]}}, polis]}",
      NULL, NULL, "" },
    { "a row in an item", "{within: item, all: [{within: row, find: när}]}",
      NULL, NULL, "never-holds impossible-place" },
    { "a paragraph in a row",
      "{within: row, all: [{within: paragraph, find: när}]}", NULL, NULL, "" },
    { "a section in a sentence",
      "{within: sentence, all: [när, {within: section, find: polis}]}", NULL,
      NULL, "window-in-narrower" },
    { "a sentence in a section",
      "{within: section, all: [när, {within: sentence, find: polis}]}", NULL,
      NULL, "" },
    { "more than a sentence holds",
      "{within: sentence, find: när, times: 5000}", NULL, NULL,
      "times-too-many never-holds" },
    { "more than a sentence holds, in a paragraph",
      "{within: paragraph, find: när, times: 5000}", NULL, NULL, "" },
    /* -- parts -- */
    { "an impossible part of some",
      "{any: [när, {all: [polis, {none: [polis]}]}]}", NULL, NULL,
      "rule-contradiction" },
    { "too few possible parts",
      "{at_least: {count: 2, of: [när, {all: [polis, {none: [polis]}]}]}}",
      NULL, NULL, "never-holds rule-contradiction" },
    { "a part that another says", "{all: [uppföljning, mäta]}", NULL, NULL,
      "redundant-rule" },
    { "a part that gives nothing", "{any: [uppföljning, mäta]}", NULL, NULL,
      "redundant-rule" },
    { "the same part twice", "{any: [när, polis, när]}", NULL, NULL,
      "redundant-rule" },
    { "a part that a lead-in may need",
      "{within: item, all: [uppföljning, mäta]}", NULL, NULL, "" },
    { "of several, one word for two",
      "{at_least: {count: 2, of: [uppföljning, mäta, när]}}", NULL, NULL,
      "same-word-for-both" },
    { "of several, one entity for two",
      "{at_least: {count: 2, of: [polis, när, {find: {entity: date}}]}}", NULL,
      NULL, "same-word-for-both" },
    { "of several, one is enough",
      "{at_least: {count: 1, of: [uppföljning, polis, mäta]}}", NULL, NULL,
      "" },
    { "of several, in different places",
      "{at_least: {count: 2, of: [uppföljning, {find: mäta, "
      "in: {block: [item]}}]}}",
      NULL, NULL, "" },
    { "of several, what the one excepts",
      "{at_least: {count: 2, of: [{find: {head: enkät, except: [{head: "
      "skolenkät}]}}, {find: {head: skolenkät}}]}}",
      NULL, NULL, "" },
    /* -- partly and unless -- */
    { "partly is met", "när", "när", NULL, "partly-never-given" },
    { "partly asks for more", "när", "{all: [när, polis]}", NULL,
      "partly-never-given" },
    { "partly is one of met's ways", "{any: [när, polis]}", "polis", NULL,
      "partly-never-given" },
    { "partly asks for less", "{all: [när, polis]}", "när", NULL, "" },
    { "partly lets more count", "när", "{find: när, accept: [hedged]}", NULL,
      "" },
    { "partly cannot be", "när", "{all: [polis, {none: [polis]}]}", NULL,
      "never-holds rule-contradiction" },
    { "unless takes what is asked for", "{within: sentence, all: [när, polis]}",
      NULL, "[när]", "never-holds refused-by-unless" },
    { "unless takes one of the ways", "{any: [när, polis]}", NULL,
      "[{any: [brott, när]}]", "refused-by-unless" },
    { "unless takes some", "när", NULL, "[{all: [när, polis]}]", "" },
    { "unless takes those in items", "när", NULL, "[{within: item, find: när}]",
      "" },
    { "unless takes those of a section", "när", NULL,
      "[{find: när, in: {section: polis}}]", "" },
    { "unless sees no headings", "{find: när, in: {block: [heading]}}", NULL,
      "[när]", "" },
    { "unless cannot be", "när", NULL, "[{all: [polis, {none: [polis]}]}]",
      "never-holds rule-contradiction" },
    /* -- terms -- */
    { "a word that a head finds", "{find: [{word: löfte}, {head: löfte}]}",
      NULL, NULL, "redundant-term" },
    { "a compound that a head finds",
      "{find: [{head: medborgarlöfte}, {head: löfte}]}", NULL, NULL,
      "redundant-term" },
    { "a compound with too short a first part",
      "{find: [{head: ålöfte}, {head: löfte}]}", NULL, NULL, "" },
    { "a head beside a word", "{find: [{head: medborgarlöfte}, {word: löfte}]}",
      NULL, NULL, "" },
    { "a word that a first part finds",
      "{find: [{word: brottsplats (=)}, {modifier: brott}]}", NULL, NULL,
      "redundant-term" },
    { "a first part that a shorter one finds",
      "{find: [{modifier: brottsplats}, {modifier: brott}]}", NULL, NULL,
      "redundant-term" },
    { "a first part by itself",
      "{find: [{word: brott (=)}, {modifier: brott}]}", NULL, NULL, "" },
    { "a phrase around a word",
      "{find: [{phrase: gemensam plan}, {head: plan}]}", NULL, NULL,
      "redundant-term" },
    { "a phrase around a phrase",
      "{find: [{phrase: en gemensam plan}, {phrase: gemensam plan}]}", NULL,
      NULL, "redundant-term" },
    { "a phrase with a wider gap",
      "{find: [{phrase: gemensam plan, gap: 2}, {phrase: gemensam plan}]}",
      NULL, NULL, "redundant-term" },
    { "a word with more forms", "{find: [{word: plan}, {word: plan (=)}]}",
      NULL, NULL, "redundant-term" },
    { "a word with other forms",
      "{find: [{word: plan (=), forms: [planera]}, {word: plan}]}", NULL, NULL,
      "" },
    { "the same term twice", "{find: [{word: plan}, {word: plan}]}", NULL, NULL,
      "redundant-term" },
    { "the same pattern twice", "{find: [{pattern: 'a+'}, {pattern: 'a+'}]}",
      NULL, NULL, "redundant-term" },
    { "a word that a head excepts",
      "{find: [{word: skolplan (=)}, {head: plan, except: [skolplan]}]}", NULL,
      NULL, "" },
    { "a pattern without a literal", "{find: {pattern: '[0-9]+'}}", NULL, NULL,
      "pattern-without-literal" },
    { "a pattern with one inside", "{find: {pattern: '[0-9]+:[0-9]+'}}", NULL,
      NULL, "" },
    { "a pattern of any word before a full stop",
      "{find: {pattern: '[a-z]+\\.se'}}", NULL, NULL,
      "pattern-without-literal" },
    { "a pattern that looks back from a full stop",
      "{find: {pattern: '(?<=[a-z])\\.se'}}", NULL, NULL, "" },
    { "a pattern of a number and a word", "{find: {pattern: '[0-9]+ kronor'}}",
      NULL, NULL, "" },
    { "a pattern with one at the end of each way",
      "{find: {pattern: '(?:[0-9]+|[a-z]+)%'}}", NULL, NULL, "" },
};

static struct samsyn_checklist *
load(const struct lint_row *row)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_checklist *checklist = NULL;
    struct buf yaml;

    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, row->met, row->partly, row->unless);
    assert_int_equal(
        checklist_read(&checklist, buf_view(&yaml), "p", &config, NULL),
        SAMSYN_OK);
    buf_done(&yaml);
    return checklist;
}

/* The checklist of a row has no examples, and uses what its rule does. */
static bool
is_of_no_matter(const char *code)
{
    return strcmp(code, "unused-vocabulary") == 0 ||
           strcmp(code, "missing-examples") == 0;
}

static void
check_codes(const struct lint_row *row, const struct samsyn_diagnostics *found)
{
    char said[400] = "";

    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        const char *code = samsyn_diagnostics_code(found, i);

        if (is_of_no_matter(code))
            continue;
        assert_true(strlen(said) + strlen(code) + 2 < sizeof said);
        strcat(said, *said ? " " : "");
        strcat(said, code);
    }
    assert_string_equal(said, row->codes);
}

static void
test_row(void **state)
{
    const struct lint_row *row = *state;
    struct samsyn_checklist *checklist = load(row);
    bool done = false;

    for (size_t n = 0; !done; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_diagnostics *found = diag_new(&mem, SAMSYN_LANG_EN);

        assert_in_range(n, 0, 500);
        done = found && checklist_lint(checklist, &config, found);
        if (done)
            check_codes(row, found);
        samsyn_diagnostics_free(found);
        assert_int_equal(ledger.live, 0);
    }
    checklist_free(checklist);
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
    return cmocka_run_group_tests_name("lint", tests, NULL, NULL);
}
