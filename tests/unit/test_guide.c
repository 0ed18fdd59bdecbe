/* SPDX-License-Identifier: MIT */

/* Checklists on paper: what each kind has in each format, that nothing is
 * handed over where memory is out, and that texts are text in Markdown. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/markdown.h"
#include "support/ledger.h"
#include "support/whole.h"
#include "support/world.h"

#define FORM SAMSYN_GUIDE_FORM
#define OUTLINE SAMSYN_GUIDE_OUTLINE
#define SV SAMSYN_LANG_SV
#define EN SAMSYN_LANG_EN

static const struct guide_row {
    samsyn_guide kind;
    const char *format;
    samsyn_lang lang;
    const char *begins, *has, *has_too, *lacks;
} rows[] = {
    { FORM, "markdown", EN, "# English partnership agreement\n", "\n## Form\n",
      "\n### The parties are named (e01, must)\n\nIs it clear who the parties "
      "are?\n\n- [ ] Yes, met",
      "<!-- Name" },
    { FORM, "markdown", SV, "# Engelsk överenskommelse\n", "\n- [ ] Delvis\n",
      "\nVad saknas: ____", "Yes" },
    { OUTLINE, "markdown", EN, "# English partnership agreement\n",
      "\n<!-- Write below each heading, and change the headings as you like. "
      "The advice is comments",
      "\n<!-- It can be written like this: “", "- [ ]" },
    { FORM, "html", EN, "<!DOCTYPE html>\n<html lang=\"en\">",
      "<span class=\"box\"></span>Yes, met</li>",
      "<h3>The parties are named (e01, must)</h3>",
      "class=\"remark\">Name both" },
    { OUTLINE, "html", SV, "<!DOCTYPE html>\n<html lang=\"sv\">",
      "Så kan det skrivas</p>\n<div class=\"model\" lang=\"en\"><p>",
      "ändra rubrikerna som ni vill.</p>", "kommentarer" },
};

static void
check_text(const struct guide_row *row, const char *text)
{
    if (strncmp(text, row->begins, strlen(row->begins)) != 0)
        fail_msg("begins otherwise: %.200s", text);
    if (!strstr(text, row->has))
        fail_msg("lacks %s:\n%s", row->has, text);
    if (!strstr(text, row->has_too))
        fail_msg("lacks %s:\n%s", row->has_too, text);
    if (strstr(text, row->lacks))
        fail_msg("has %s:\n%s", row->lacks, text);
}

static void
test_guide(void **state)
{
    const struct guide_row *row = *state;
    struct world_source source = { .piece = 64 };
    struct ledger ledger = { .budget = LEDGER_ALL };
    samsyn_allocator mem = ledger_allocator(&ledger);
    samsyn_config *config = world_config(&source, &mem);
    samsyn_checklist *list = NULL;
    samsyn_status status = SAMSYN_E_NOMEM;
    size_t live;

    assert_int_equal(
        samsyn_checklist_load_named(&list, "english", 7, config, NULL),
        SAMSYN_OK);
    live = ledger.live;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct text text = { NULL, 0 };

        assert_in_range(n, 0, 200);
        ledger.budget = n;
        status = samsyn_guide_write(list, row->kind, row->format,
                                    strlen(row->format), row->lang, whole_write,
                                    &text);
        assert_int_equal(ledger.live, live);
        assert_int_equal(text.length > 0, status == SAMSYN_OK);
        if (status == SAMSYN_OK)
            check_text(row, text.bytes);
        free(text.bytes);
    }
    assert_int_equal(status, SAMSYN_OK);
    samsyn_checklist_free(list);
    samsyn_config_free(config);
    assert_int_equal(ledger.live, 0);
}

static int
write_no_more(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 1;
}

static void
test_arguments(void **state)
{
    struct world_source source = { .piece = 64 };
    samsyn_config *config = world_config(&source, NULL);
    samsyn_checklist *list = NULL;

    (void)state;
    assert_int_equal(
        samsyn_checklist_load_named(&list, "english", 7, config, NULL),
        SAMSYN_OK);
    assert_int_equal(
        samsyn_guide_write(NULL, FORM, "html", 4, EN, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_guide_write(list, FORM, NULL, 0, EN, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_guide_write(list, FORM, "docx", 4, EN, write_no_more, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_guide_write(list, FORM, "html", 4, EN, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_guide_write(list, (samsyn_guide)3, "html", 4, EN,
                                        write_no_more, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_guide_write(list, FORM, "html", 4, EN, write_no_more, NULL),
        SAMSYN_E_STOPPED);
    samsyn_checklist_free(list);
    samsyn_config_free(config);
}

/* ---- Markdown ---- */

static const struct {
    const char *text, *line, *comment;
} texts[] = {
    { "Plain, with (brackets) and 3. in it.",
      "Plain, with (brackets) and 3. in it.\n",
      "<!-- Plain, with (brackets) and 3. in it. -->\n" },
    { "- an item", "\\- an item\n", "<!-- - an item -->\n" },
    { "  \n- an item", "\\- an item\n", "<!-- - an item -->\n" },
    { "12. an item", "12\\. an item\n", "<!-- 12. an item -->\n" },
    { "a\n# b\r\n\tc", "a \\# b   c\n", "<!-- a # b   c -->\n" },
    { "<b>&amp;</b> *x* [y](z) `c` |",
      "\\<b\\>\\&amp;\\</b\\> \\*x\\* "
      "\\[y\\](z) \\`c\\` \\|\n",
      "<!-- <b>&amp;</b> *x* [y](z) `c` | -->\n" },
    { "http://a.example www.b.example", "http\\://a.example ww\\w.b.example\n",
      "<!-- http://a.example www.b.example -->\n" },
    { "--> out", "\\--\\> out\n", "<!-- - - > out -->\n" },
    { "a --!> out --- -", "a --\\!\\> out --- -\n",
      "<!-- a - -! > out - - - - -->\n" },
    { "bell\a, turned\u202e, none\uffff",
      "bell\uFFFD, turned\uFFFD, none\uFFFD\n",
      "<!-- bell\uFFFD, turned\uFFFD, none\uFFFD -->\n" },
    { "", "\n", "<!--  -->\n" },
};

static void
test_markdown(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct page page;
        struct buf out;

        buf_init(&out, &mem_default, BUF_ANY);
        page_init_in(&page, &out, EN);
        page_text(&page, texts[i].text);
        markdown_line(&page, "\n", "\n");
        assert_string_equal(buf_view(&out).ptr + 1, texts[i].line);
        buf_clear(&out);
        page_text(&page, texts[i].text);
        markdown_comment(&page);
        assert_string_equal(buf_view(&out).ptr, texts[i].comment);
        page_done(&page);
        buf_done(&out);
    }
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 2] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_markdown),
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        tests[i + 2].name = rows[i].format;
        tests[i + 2].test_func = test_guide;
        tests[i + 2].initial_state = (void *)(uintptr_t)&rows[i];
    }
    return cmocka_run_group_tests_name("guides", tests, NULL, NULL);
}
