/* SPDX-License-Identifier: MIT */

/* Strips that no reader may make: what ends without having begun, a cell
 * outside of a row, a row outside of a table.  The file is refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/flow.h"
#include "support/opened_check.h"

#define MOST_KINDS 6

static const struct order {
    const char *name;
    uint8_t kinds[MOST_KINDS]; /* enum strip_kind */
    size_t count;
    samsyn_status status;
} orders[] = {
    { "whole",
      { STRIP_TABLE, STRIP_ROW, STRIP_CELL, STRIP_END, STRIP_END, STRIP_END },
      6,
      SAMSYN_OK },
    { "an end", { STRIP_END }, 1, SAMSYN_E_NOT_TEXT },
    { "a row", { STRIP_ROW }, 1, SAMSYN_E_NOT_TEXT },
    { "a cell", { STRIP_CELL }, 1, SAMSYN_E_NOT_TEXT },
    { "a cell in a table", { STRIP_TABLE, STRIP_CELL }, 2, SAMSYN_E_NOT_TEXT },
    { "a row in a row",
      { STRIP_TABLE, STRIP_ROW, STRIP_ROW, STRIP_END, STRIP_END },
      5,
      SAMSYN_E_NOT_TEXT },
    { "an end too many",
      { STRIP_TABLE, STRIP_END, STRIP_END },
      3,
      SAMSYN_E_NOT_TEXT },
};

static void
test_order(void **state)
{
    const struct order *order = *state;
    const struct samsyn_read_options options = { .mem = mem_default };
    struct reading reading = { .mem = &mem_default, .options = &options };
    samsyn_diagnostics *list = NULL;
    struct strip strip;
    struct flow flow;

    assert_int_equal(samsyn_builder_new(&reading.builder, "fil", NULL, 0,
                                        dump_language(), NULL),
                     SAMSYN_OK);
    strip_init(&strip, &reading);
    flow_init(&flow, &reading);
    for (size_t i = 0; i < order->count; i++)
        assert_int_equal(
            strip_event(&strip, (struct strip_event){ .kind = order->kinds[i],
                                                      .columns = 2 }),
            SAMSYN_OK);
    assert_int_equal(flow_play_all(&flow, &strip), order->status);
    samsyn_builder_diagnostics(reading.builder, &list);
    check_said(list,
               order->status == SAMSYN_OK ? NULL : "document-xml-damaged");
    samsyn_diagnostics_free(list);
    flow_done(&flow);
    strip_done(&strip);
    samsyn_builder_free(reading.builder);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(orders)];

    for (size_t i = 0; i < ARRAY_LEN(orders); i++)
        tests[i] = test_of(orders[i].name, test_order, &orders[i]);
    return cmocka_run_group_tests_name("read flow", tests, NULL, NULL);
}
