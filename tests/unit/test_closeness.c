/* SPDX-License-Identifier: MIT */

/* How much of what a rule asks for stands in a text. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/judge.h"
#include "document/read.h"
#include "support/fixture.h"
#include "support/ledger.h"

#define TEXT "Brottsoffer mäts här. Det är den 3 mars 2026."

static const struct closeness_row {
    const char *name, *met;
    int32_t closeness;
} rows[] = {
    { "it holds", "brott", 1000 },
    { "nothing of it", "uppföljning", 0 },
    { "any: the closest",
      "{any: [uppföljning, {all: [brott, uppföljning]}, paragraf]}", 225 },
    { "all: one of two", "{all: [brott, uppföljning]}", 225 },
    { "all: one of three", "{all: [brott, uppföljning, paragraf]}", 149 },
    { "all: none of two", "{all: [uppföljning, paragraf]}", 0 },
    { "all: each to some degree", "{all: [brott, {all: [mäta, uppföljning]}]}",
      376 },
    { "all there, but not together", "{all: [brott, när], within: sentence}",
      900 },
    { "nothing that may not stand there", "{none: [brott]}", 0 },
    { "one that may not stand there", "{all: [mäta, {none: [brott]}]}", 225 },
    { "so many of them",
      "{at_least: {count: 2, of: [brott, uppföljning, paragraf]}}", 450 },
    { "so many of them, but apart",
      "{at_least: {count: 2, of: [brott, när]}, within: sentence}", 900 },
    { "parts of those that are wanted",
      "{at_least: {count: 1, of: [{all: [brott, paragraf]}, paragraf]}}", 0 },
    { "so often", "{find: brott, times: 2}", 0 },
    { "in order, the wrong way round", "{order: [mäta, brott], near: 3}", 900 },
};

static samsyn_status
ask(struct ruling *out, const struct closeness_row *row,
    const samsyn_allocator *mem)
{
    struct samsyn_config config = fixture_config(mem);
    struct samsyn_checklist *checklist = NULL;
    struct samsyn_document *document = NULL;
    struct matches *matches = NULL;
    struct search search = { 0 };
    struct buf yaml;
    samsyn_status status;

    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, row->met, NULL, NULL);
    status =
        checklist_read(&checklist, buf_view(&yaml), "x.yaml", &config, NULL);
    buf_done(&yaml);
    if (!status)
        status = document_read(&document, str_of(TEXT), "t", SAMSYN_FORMAT_TEXT,
                               checklist->language, &config, NULL);
    if (!status)
        status = match_document(&matches, &checklist->tokens,
                                checklist->language, document, &config);
    if (!status) {
        bool good = search_init(&search, checklist, document, matches, &config);

        if (good)
            *out = judge_rules(&search, &checklist->criteria[0]);
        if (!good || search.failed)
            status = SAMSYN_E_NOMEM;
        search_done(&search);
    }
    matches_free(matches);
    document_free(document);
    samsyn_checklist_free(checklist);
    return status;
}

static void
test_row(void **state)
{
    const struct closeness_row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct ruling out = { 0 };

        assert_in_range(n, 0, 5000);
        status = ask(&out, row, &mem);
        assert_int_equal(ledger.live, 0);
        if (status != SAMSYN_OK)
            continue;
        assert_int_equal(out.closeness, row->closeness);
        assert_int_equal(out.verdict == SAMSYN_VERDICT_MET,
                         row->closeness == CLOSENESS_WHOLE);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* ---- One by one ---- */

static const struct shares_row {
    struct shares shares;
    int32_t closeness;
} shares_rows[] = {
    { { .of = 0 }, 0 },
    { { .of = 4, .met = 4 }, 1000 },
    { { .of = 4, .met = 1 }, 250 },
    { { .of = 4, .partly = 1 }, 125 },
    { { .of = 3, .met = 1, .partly = 2 }, 666 },
    { { .of = 4, .open = 4 }, 0 },
};

static void
test_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(shares_rows); i++)
        assert_int_equal(closeness_of_shares(&shares_rows[i].shares),
                         shares_rows[i].closeness);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 1] = { cmocka_unit_test(
        test_shares) };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        tests[i + 1] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    return cmocka_run_group_tests_name("closeness", tests, NULL, NULL);
}
