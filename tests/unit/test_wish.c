/* SPDX-License-Identifier: MIT */

/* What rules ask for, in words: the easiest way, each thing once, brackets
 * only where an "or" stands among others. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/wish.h"
#include "support/fixture.h"
#include "support/ledger.h"

#define ALL UINT64_MAX

static const struct wish_row {
    const char *name, *rule;
    uint64_t missing; /* of its parts; 0: all stand there */
    const char *sv, *en;
} rows[] = {
    { "one thing", "uppföljning", ALL, "uppföljning", "uppföljning" },
    { "all", "{all: [uppföljning, brott, {find: {entity: date}}]}", ALL,
      "uppföljning och brott och ett datum", NULL },
    { "one of them", "{all: [uppföljning, brott]}", 2, "brott", "brott" },
    { "parts of parts", "{all: [uppföljning, {all: [brott, när]}, mäta]}", ALL,
      "uppföljning och brott och när och mäta", NULL },
    { "more than a few",
      "{all: [uppföljning, {all: [brott, när]}, mäta, paragraf]}", ALL,
      "uppföljning och brott och när och mäta ...", NULL },
    { "each once", "{all: [brott, {all: [när, brott]}]}", ALL, "brott och när",
      NULL },
    { "or", "{all: [{any: [uppföljning, brott]}]}", ALL,
      "uppföljning eller brott", "uppföljning or brott" },
    { "or among others", "{all: [när, {any: [uppföljning, brott]}]}", ALL,
      "när och (uppföljning eller brott)", NULL },
    { "or beside one of its own",
      "{all: [{any: [uppföljning, brott]}, brott, när]}", ALL, "brott och när",
      NULL },
    { "or in or", "{all: [{any: [mäta, {any: [brott, när]}]}]}", ALL,
      "mäta eller brott eller när", NULL },
    { "the easiest way",
      "{all: [{any: [{all: [mäta, brott, när]}, {all: [mäta, {any: [{all: "
      "[när, brott]}, paragraf]}]}]}]}",
      ALL, "mäta och paragraf", NULL },
    { "a way of one thing", "{all: [{any: [{all: [mäta, brott]}, när]}]}", ALL,
      "när", NULL },
    { "not, among others", "{all: [när, {none: [mäta, brott]}]}", ALL,
      "när och inte mäta eller brott", "när and not mäta or brott" },
    { "not that simple", "{all: [när, {none: [{all: [mäta, brott]}]}]}", ALL,
      "när", NULL },
    { "not that simple, but alone",
      "{all: [när, {none: [{all: [mäta, brott]}]}]}", 2, "inte mäta och brott",
      NULL },
    { "some of", "{all: [{at_least: {count: 2, of: [mäta, brott, när]}}]}", ALL,
      "minst 2 av: mäta eller brott eller när", NULL },
    { "parts of some",
      "{at_least: {count: 2, of: [mäta, {all: [brott, när]}, paragraf]}}", 3,
      "mäta eller (brott och när)", NULL },
    { "too far apart", "{all: [mäta, brott], near: 3}", 0,
      "högst 3 ord från varandra", "at most 3 words apart" },
    { "a part, so no distance", "{all: [mäta, brott], near: 3}", 1, "mäta",
      NULL },
    { "the other way round", "{order: [mäta, brott], near: 3}", 0,
      "mäta följt av brott, högst 3 ord från varandra", NULL },
    { "an order among others", "{all: [när, {order: [mäta, brott], near: 3}]}",
      ALL, "när och (mäta följt av brott)", NULL },
    { "at all, but not together", "{all: [mäta, brott]}", 0, "", "" },
};

static samsyn_status
write_wish(struct buf *out, const struct wish_row *row, samsyn_lang lang,
           const samsyn_allocator *mem)
{
    struct samsyn_config config = fixture_config(mem);
    struct samsyn_checklist *checklist;
    struct buf yaml;
    samsyn_status status;

    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, row->rule, NULL, NULL);
    status =
        checklist_read(&checklist, buf_view(&yaml), "x.yaml", &config, NULL);
    buf_done(&yaml);
    if (status != SAMSYN_OK)
        return status;
    const struct rule *rule = checklist->criteria[0].met;
    if (row->missing == ALL)
        wish_of(out, rule, lang);
    else
        wish_of_parts(out, rule, row->missing, lang);
    samsyn_checklist_free(checklist);
    return buf_failed(out) ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

static void
check_wish(const struct wish_row *row, samsyn_lang lang, const char *wanted)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct buf out;

        assert_in_range(n, 0, 2000);
        buf_init(&out, &mem, BUF_ANY);
        status = write_wish(&out, row, lang, &mem);
        if (status == SAMSYN_OK && !str_equal(buf_view(&out), str_of(wanted)))
            fail_msg("says \"%s\", not \"%s\"", out.data, wanted);
        buf_done(&out);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

static void
test_row(void **state)
{
    const struct wish_row *row = *state;

    check_wish(row, SAMSYN_LANG_SV, row->sv);
    if (row->en)
        check_wish(row, SAMSYN_LANG_EN, row->en);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows)];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    return cmocka_run_group_tests_name("wish", tests, NULL, NULL);
}
