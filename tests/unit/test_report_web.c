/* SPDX-License-Identifier: MIT */

/* The small parts of the HTML report: what is escaped and how, and the
 * contrast of every pair of colours that text and ground make. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "report/web.h"
#include "report/web_style.h"
#include "support/specimen.h"

static const struct {
    const char *text, *html;
} escape_rows[] = {
    { "", "" },
    { "vanlig text åäö", "vanlig text åäö" },
    { "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;" },
    { "\" onclick='x'", "&quot; onclick=&#39;x&#39;" },
    { "]]></style>", "]]&gt;&lt;/style&gt;" },
    { "rad\n\tett\r", "rad\n ett " },
    { "\x01\x1b[0m\x7f", "\xEF\xBF\xBD\xEF\xBF\xBD[0m\xEF\xBF\xBD" },
    { "av\xE5\xC0<", "av\xEF\xBF\xBD\xEF\xBF\xBD&lt;" },
    { "\xE2\x80\xAEvänd", "\xEF\xBF\xBDvänd" },
    { "\xEF\xBF\xBF\xEF\xB7\x90", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "\xF0\x9F\xBF\xBE", "\xEF\xBF\xBD" },
    { "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80" },
};

static void
test_escaping(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(escape_rows); i++) {
        struct web html;
        struct buf out;

        buf_init(&out, &mem_default, 1000);
        web_init(&html, &out, &assessment);
        web_text(&html, escape_rows[i].text);
        web_done(&html);
        assert_string_equal(buf_view(&out).ptr, escape_rows[i].html);
        buf_done(&out);
    }
}

/* ---- Contrast, as WCAG 2.1 defines it ---- */

static const struct web_colour *
colour(const char *name)
{
    const struct web_colour *found;

    for (size_t i = 0; (found = web_colour_at(i)); i++) {
        if (strcmp(found->name, name) == 0)
            return found;
    }
    fail_msg("no colour %s", name);
    return NULL;
}

/* The power 2.4 of a number from 0 to 1, by its fifth root. */
static double
power(double x)
{
    double root = 0.5;

    if (x <= 0)
        return 0;
    for (int i = 0; i < 200; i++)
        root -= (root * root * root * root * root - x) /
                (5 * root * root * root * root);
    return x * x * root * root;
}

static double
luminance(const char *hex)
{
    static const double weights[] = { 0.2126, 0.7152, 0.0722 };
    unsigned channels[3];
    double sum = 0;

    assert_int_equal(strlen(hex), 7);
    assert_int_equal(
        sscanf(hex, "#%2x%2x%2x", &channels[0], &channels[1], &channels[2]), 3);
    for (size_t i = 0; i < 3; i++) {
        double c = channels[i] / 255.0;

        sum += weights[i] *
               (c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055));
    }
    return sum;
}

static double
contrast(const char *a, const char *b)
{
    double first = luminance(a), second = luminance(b);

    return first > second ? (first + 0.05) / (second + 0.05)
                          : (second + 0.05) / (first + 0.05);
}

static void
test_contrast(void **state)
{
    const struct web_pair *pair;
    size_t count = 0;

    (void)state;
    assert_true(contrast("#000000", "#ffffff") > 20.99);
    assert_true(contrast("#777777", "#ffffff") > 4.47 &&
                contrast("#777777", "#ffffff") < 4.49);
    for (; (pair = web_pair_at(count)); count++) {
        const struct web_colour *text = colour(pair->text);
        const struct web_colour *ground = colour(pair->ground);

        if (contrast(text->light, ground->light) < 4.5)
            fail_msg("%s on %s, light", pair->text, pair->ground);
        if (contrast(text->dark, ground->dark) < 4.5)
            fail_msg("%s on %s, dark", pair->text, pair->ground);
    }
    assert_true(count > 10);
}

/* Every colour that a rule names is in the table. */
static void
test_colours_are_known(void **state)
{
    struct buf out;
    const char *at;

    (void)state;
    buf_init(&out, &mem_default, 100000);
    web_style(&out);
    web_signs(&out);
    assert_false(buf_failed(&out));
    for (at = out.data; (at = strstr(at, "var(--")); at++) {
        char name[32];

        assert_int_equal(sscanf(at, "var(--%31[a-z])", name), 1);
        assert_non_null(colour(name));
    }
    buf_done(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escaping),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_colours_are_known),
    };

    return cmocka_run_group_tests_name("report web", tests, NULL, NULL);
}
