/* SPDX-License-Identifier: MIT */

/* Places as a person says them, alike for every format. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "read/spot.h"

#define TEN "abcdefghij"
#define TEN_WIDE "åäöåäöåäöå"

static void
test_columns(void **state)
{
    static const struct {
        struct str title;
        const char *place;
    } rows[] = {
        { { "Ansvarig", 8 }, "tabell 1, rad 2, kolumn Ansvarig" },
        { { "", 0 }, "tabell 1, rad 2, kolumn 3" },
        { { TEN TEN TEN TEN, 40 }, "tabell 1, rad 2, kolumn " TEN TEN TEN TEN },
        { { TEN TEN TEN TEN "k", 41 }, "tabell 1, rad 2, kolumn 3" },
        { { TEN_WIDE TEN_WIDE TEN_WIDE TEN_WIDE, 80 },
          "tabell 1, rad 2, kolumn " TEN_WIDE TEN_WIDE TEN_WIDE TEN_WIDE },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct buf out;

        buf_init(&out, &mem_default, BUF_ANY);
        spot_number(&out, SAMSYN_LANG_SV, SPOT_TABLE, 1);
        spot_number(&out, SAMSYN_LANG_SV, SPOT_ROW, 2);
        spot_column(&out, SAMSYN_LANG_SV, rows[i].title, 3);
        assert_string_equal(out.data, rows[i].place);
        buf_done(&out);
    }
}

static void
test_parts(void **state)
{
    static const struct {
        enum spot spot;
        size_t number;
        const char *sv, *en;
    } rows[] = {
        { SPOT_PARAGRAPH, 12, "stycke 12", "paragraph 12" },
        { SPOT_TABLE, 1, "tabell 1", "table 1" },
        { SPOT_ROW, 2, "rad 2", "row 2" },
        { SPOT_COLUMN, 3, "kolumn 3", "column 3" },
        { SPOT_PAGE, 3, "sida 3", "page 3" },
        { SPOT_HEADER, 0, "sidhuvud", "header" },
        { SPOT_FOOTER, 0, "sidfot", "footer" },
        { SPOT_FOOTNOTE, 1, "fotnot 1", "footnote 1" },
        { SPOT_ENDNOTE, 2, "slutnot 2", "endnote 2" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct buf out;

        buf_init(&out, &mem_default, BUF_ANY);
        spot_number(&out, SAMSYN_LANG_SV, rows[i].spot, rows[i].number);
        assert_string_equal(out.data, rows[i].sv);
        buf_clear(&out);
        spot_number(&out, SAMSYN_LANG_EN, rows[i].spot, rows[i].number);
        assert_string_equal(out.data, rows[i].en);
        buf_done(&out);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_parts),
    };

    return cmocka_run_group_tests_name("read spot", tests, NULL, NULL);
}
