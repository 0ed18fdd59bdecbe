/* SPDX-License-Identifier: MIT */

/* The bytes of web pages to UTF-8: what a page says of them, and what is so. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "read/html_decode.h"

static void
test_encodings(void **state)
{
    static const struct {
        struct str bytes;
        const char *text;
        enum html_encoding encoding;
    } rows[] = {
        { { "\xFF\xFE\xE5\0x\0", 6 }, "åx", HTML_UTF16 },
        { { "\xFE\xFF\0\xE5\xD8\x3D\xDE\x00", 8 },
          "å\xF0\x9F\x98\x80",
          HTML_UTF16 },
        { { "\xFF\xFE\x00\xD8x\0y", 7 }, "\xEF\xBF\xBDx", HTML_UTF16 },
        { { "\xC3\xA5", 2 }, "å", HTML_UTF8 },
        { { "\xEF\xBB\xBF\xC3\xA5", 5 }, "å", HTML_UTF8 },
        { { "", 0 }, "", HTML_UTF8 },
        { { "\xE5", 1 }, "å", HTML_GUESSED },
        { { "charset=latin1>\xE5\x80", 17 },
          "charset=latin1>å\xE2\x82\xAC",
          HTML_WINDOWS },
        { { "charset=UTF-8>\xC3\xA5\xC3\xA5\xE5", 19 },
          "charset=UTF-8>åå\xEF\xBF\xBD",
          HTML_REPLACED },
        /* as many as are right */
        { { "charset=UTF-8>\xC3\xA5\xE5", 17 },
          "charset=UTF-8>å\xEF\xBF\xBD",
          HTML_REPLACED },
        { { "charset=UTF-8>\xE5\xE4\xD6\x94", 18 },
          "charset=UTF-8>åäÖ\xE2\x80\x9D",
          HTML_GUESSED },
        { { "a\0b", 3 }, "", HTML_BINARY },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct buf out;

        buf_init(&out, &mem_default, 100);
        buf_text(&out, "");
        assert_int_equal(html_decode(&out, rows[i].bytes), rows[i].encoding);
        assert_string_equal(out.data, rows[i].text);
        buf_done(&out);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings),
    };

    return cmocka_run_group_tests_name("read html decode", tests, NULL, NULL);
}
