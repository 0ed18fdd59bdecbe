/* SPDX-License-Identifier: MIT */
/* Reports of an assessment that is made by hand: whole renderings against
 * stored ones, with every allocation failing in turn.  UPDATE in the
 * environment writes the stored ones anew. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "report/page.h"
#include "support/ledger.h"
#include "support/specimen.h"

#define FOLDER "tests/data/report/"

/* ---- Whole renderings ---- */

enum variant {
    AS_IT_IS,
    ENGLISH,
    ANSWERED,
    BARE /* nothing applies, no date, no kind, no criteria */
};

/* An answer over what a person is asked, one over what the machine decided,
 * waivers; and texts that would break a page. */
static void
answer(struct samsyn_assessment *assessment)
{
    static struct samsyn_criterion criteria[6];
    static const struct {
        size_t criterion;
        struct said said;
    } rows[] = {
        { 4,
          { .verdict = SAMSYN_VERDICT_MET,
            .texts = { { 0 },
                       { "Kim Ahl", 7 },
                       { "2026-03-01", 10 },
                       { "Se bilaga 2.", 12 } },
            .points = { 3000, 3000 } } },
        { 1,
          { .verdict = SAMSYN_VERDICT_NOT_MET,
            .texts = { { 0 },
                       { "</p><script>x\033[1m", 20 },
                       { "2026-03-02", 10 },
                       { "`a`\n# b |\n\n- c\342\200\256d", 21 } },
            .older = true,
            .points = { 0, 1000 } } },
        { 2,
          { .effect = SAMSYN_EFFECT_NOT_APPLICABLE,
            .texts = { [SAMSYN_WAIVER_BY] = { "Bo & Co", 7 },
                       [SAMSYN_WAIVER_UNTIL] = { "2027-02-28", 10 },
                       [SAMSYN_WAIVER_REASON] = { "länet", 6 } },
            .points = { 0, 0 } } },
        { 3,
          { .verdict = SAMSYN_VERDICT_PARTLY,
            .effect = SAMSYN_EFFECT_MET,
            .texts = { { 0 },
                       { "Kim Ahl", 7 },
                       { "2026-03-01", 10 },
                       { "Delvis.", 7 },
                       { "Bo Ek", 5 },
                       { "2027-02-28", 10 },
                       { "Godtas.", 7 } },
            .points = { 2000, 2000 } } },
    };

    static struct answers_used files[] = { { { "svar</b>'1.yaml", 15 },
                                             { "sha256:abc", 10 } } };

    memcpy(criteria, assessment->criteria, sizeof criteria);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        criteria[rows[i].criterion].said = rows[i].said;
    assessment->criteria = criteria;
    assessment->answers = files;
    assessment->answers_used = ARRAY_LEN(files);
    assessment->answer_count = 3;
    assessment->waiver_count = 2;
    assessment->with_answers =
        (samsyn_score){ 2, 2, 0, 8000, 9000, 8000, 8000, 89 };
}

static void
vary(struct samsyn_assessment *assessment, enum variant variant)
{
    static const samsyn_score nothing = { .percent = -1 };

    if (variant == ENGLISH)
        assessment->texts[SAMSYN_ASSESSMENT_LANG] = str_of("en");
    if (variant == ANSWERED)
        answer(assessment);
    if (variant != BARE)
        return;
    assessment->texts[SAMSYN_ASSESSMENT_DATE] = str_of("");
    assessment->texts[SAMSYN_ASSESSMENT_DOCUMENT_KIND] = str_of("");
    assessment->texts[SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE] = str_of("");
    assessment->texts[SAMSYN_ASSESSMENT_MODEL_DIGEST] = str_of("");
    assessment->documents[0].texts[SAMSYN_DOCUMENT_KIND] = str_of("");
    assessment->texts[SAMSYN_ASSESSMENT_CHECKLIST_BASIS] = str_of("");
    assessment->criterion_count = 0;
    assessment->area_count = 0;
    assessment->notice_count = 0;
    assessment->block_count = 0;
    assessment->item_count = 0;
    assessment->focus_count = 0;
    assessment->gain_count = 0;
    assessment->check_count = 0;
    assessment->score = nothing;
}

static const struct rendering {
    const char *name; /* the stored file */
    const char *format;
    const char *explain; /* id or code, instead of a format */
    enum variant variant;
} renderings[] = {
    { "text-sv.txt", "text", NULL, AS_IT_IS },
    { "text-en.txt", "text", NULL, ENGLISH },
    { "text-bare.txt", "text", NULL, BARE },
    { "report-sv.html", "html", NULL, AS_IT_IS },
    { "report-en.html", "html", NULL, ENGLISH },
    { "report-bare.html", "html", NULL, BARE },
    { "brief-sv.txt", "brief", NULL, AS_IT_IS },
    { "brief-en.html", "brief-html", NULL, ENGLISH },
    { "brief-bare.html", "brief-html", NULL, BARE },
    { "todo-sv.md", "todo", NULL, AS_IT_IS },
    { "todo-bare.md", "todo", NULL, BARE },
    { "answered.txt", "text", NULL, ANSWERED },
    { "answered.html", "html", NULL, ANSWERED },
    { "answered-brief.txt", "brief", NULL, ANSWERED },
    { "answered-brief.html", "brief-html", NULL, ANSWERED },
    { "answered-todo.md", "todo", NULL, ANSWERED },
    { "answered.json", "json", NULL, ANSWERED },
    { "answered-explain.txt", NULL, "a04", ANSWERED },
    { "answers-sv.yaml", "answers", NULL, AS_IT_IS },
    { "answers-en.yaml", "answers", NULL, ENGLISH },
    { "answers-bare.yaml", "answers-element", NULL, BARE },
    { "sheet-sv.csv", "csv", NULL, AS_IT_IS },
    { "sheet-en.csv", "csv", NULL, ENGLISH },
    { "sheet-bare.csv", "csv", NULL, BARE },
    { "sheet-plain.csv", "csv-plain", NULL, AS_IT_IS },
    { "answered.csv", "csv", NULL, ANSWERED },
    { "sarif-sv.json", "sarif", NULL, AS_IT_IS },
    { "sarif-all-en.json", "sarif-all", NULL, ENGLISH },
    { "sarif-bare.json", "sarif-all", NULL, BARE },
    { "array.json", "json", NULL, AS_IT_IS },
    { "element.json", "json-element", NULL, AS_IT_IS },
    { "bare.json", "json", NULL, BARE },
    { "explain-met.txt", NULL, "giltighetstid", AS_IT_IS },
    { "explain-partly.txt", NULL, "a04", AS_IT_IS },
    { "explain-referred.txt", NULL, "mål", AS_IT_IS },
    { "explain-missing.txt", NULL, "lägesbild", AS_IT_IS },
    { "explain-review-en.txt", NULL, "a02", ENGLISH },
    { "explain-not-applicable.txt", NULL, "lag", AS_IT_IS },
};

/* Collects what is written; grows by malloc so that the ledger sees only the
 * library. */
struct sink {
    char *bytes;
    size_t length;
    size_t calls;
    int answer;
};

static int
collect(void *user, const char *bytes, size_t length)
{
    struct sink *sink = user;

    sink->bytes = realloc(sink->bytes, sink->length + length + 1);
    assert_non_null(sink->bytes);
    memcpy(sink->bytes + sink->length, bytes, length);
    sink->length += length;
    sink->bytes[sink->length] = '\0';
    sink->calls++;
    return sink->answer;
}

static samsyn_status
render(const struct rendering *row, const struct samsyn_assessment *assessment,
       struct sink *sink)
{
    if (row->explain)
        return samsyn_report_explain(assessment, row->explain,
                                     strlen(row->explain), collect, sink);
    return samsyn_report_write(assessment, row->format, strlen(row->format),
                               collect, sink);
}

static void
compare(const char *name, const struct sink *sink)
{
    static char stored[65536];
    char file_name[128];
    size_t length;
    FILE *file;

    snprintf(file_name, sizeof file_name, FOLDER "%s", name);
    if (getenv("UPDATE")) {
        file = fopen(file_name, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(sink->bytes, 1, sink->length, file),
                         sink->length);
        assert_int_equal(fclose(file), 0);
    }
    file = fopen(file_name, "rb");
    if (!file)
        fail_msg("%s cannot be read; UPDATE=1 writes it", file_name);
    length = fread(stored, 1, sizeof stored - 1, file);
    fclose(file);
    stored[length] = '\0';
    assert_string_equal(sink->bytes, stored);
}

/* Records of tables end in CR LF; lines of the tree's files do not. */
static void
drop_returns(struct sink *sink)
{
    size_t kept = 0;

    for (size_t i = 0; i < sink->length; i++) {
        if (sink->bytes[i] != '\r' || sink->bytes[i + 1] != '\n')
            sink->bytes[kept++] = sink->bytes[i];
    }
    sink->bytes[kept] = '\0';
    sink->length = kept;
}

/* What holds for every rendering, whatever is in it; @p tabs where they are
 * taken as they are. */
static void
check_clean(const struct sink *sink, bool tabs)
{
    assert_int_equal(utf8_valid(sink->bytes, sink->length), sink->length);
    for (size_t i = 0; i < sink->length; i++) {
        unsigned char c = (unsigned char)sink->bytes[i];

        assert_true((c >= 0x20 && c != 0x7F) || c == '\n' ||
                    (tabs && c == '\t'));
    }
}

/* Text fits the page, and no line ends in blanks. */
static void
check_lines(const struct sink *sink)
{
    const char *at = sink->bytes;
    const char *end;

    for (; (end = strchr(at, '\n')); at = end + 1) {
        assert_in_range(utf8_count(at, (size_t)(end - at)), 0, PAGE_WIDTH);
        assert_true(end == at || end[-1] != ' ');
    }
    assert_int_equal(*at, '\0');
}

static void
test_rendering(void **state)
{
    const struct rendering *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_assessment assessment = specimen_make(&mem);
        struct sink sink = { 0 };

        assert_in_range(n, 0, 2000);
        vary(&assessment, row->variant);
        status = render(row, &assessment, &sink);
        assert_int_equal(ledger.live, 0);
        assert_int_equal(sink.calls, status == SAMSYN_OK);
        if (status == SAMSYN_OK) {
            bool table = strstr(row->name, ".csv") != NULL;

            if (table)
                drop_returns(&sink);
            check_clean(&sink, table);
            if (strstr(row->name, ".txt"))
                check_lines(&sink);
            compare(row->name, &sink);
        }
        free(sink.bytes);
    }
    assert_int_equal(status, SAMSYN_OK);
}

static void
test_array_is_element_in_brackets(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);
    struct sink array = { 0 }, element = { 0 };

    (void)state;
    assert_int_equal(
        samsyn_report_write(&assessment, "json", 4, collect, &array),
        SAMSYN_OK);
    assert_int_equal(
        samsyn_report_write(&assessment, "json-element", 12, collect, &element),
        SAMSYN_OK);
    assert_int_equal(array.length, element.length + 5);
    assert_memory_equal(array.bytes, "[\n", 2);
    assert_memory_equal(array.bytes + 2, element.bytes, element.length);
    assert_string_equal(array.bytes + 2 + element.length, "\n]\n");
    free(array.bytes);
    free(element.bytes);
}

/* A table with its titles, and then rows alone, are one table of two. */
static void
test_rows_follow_a_table(void **state)
{
    static const char *const formats[][2] = {
        { "csv", "csv-rows" }, { "csv-plain", "csv-plain-rows" }
    };
    struct samsyn_assessment assessment = specimen_make(&mem_default);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        struct sink whole = { 0 }, rows = { 0 };
        const char *second;

        assert_int_equal(samsyn_report_write(&assessment, formats[i][0],
                                             strlen(formats[i][0]), collect,
                                             &whole),
                         SAMSYN_OK);
        assert_int_equal(samsyn_report_write(&assessment, formats[i][1],
                                             strlen(formats[i][1]), collect,
                                             &rows),
                         SAMSYN_OK);
        second = strstr(whole.bytes, "\r\n");
        assert_non_null(second);
        assert_string_equal(second + 2, rows.bytes);
        free(whole.bytes);
        free(rows.bytes);
    }
}

static void
test_writer_that_stops(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(renderings); i++) {
        struct sink sink = { .answer = 7 };

        assert_int_equal(render(&renderings[i], &assessment, &sink),
                         SAMSYN_E_STOPPED);
        assert_int_equal(sink.calls, 1);
        free(sink.bytes);
    }
}

static void
test_formats(void **state)
{
    static const char *const formats[] = {
        "text",      "html",      "brief",           "brief-html",
        "todo",      "answers",   "answers-element", "csv",
        "csv-rows",  "csv-plain", "csv-plain-rows",  "sarif",
        "sarif-all", "json",      "json-element",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(formats); i++)
        assert_string_equal(samsyn_report_format_at(i), formats[i]);
    assert_null(samsyn_report_format_at(ARRAY_LEN(formats)));
    assert_null(samsyn_report_format_at(SAMSYN_NONE));
}

static const struct {
    samsyn_status status;
    const char *name, *text, *json;
} failure_rows[] = {
    { SAMSYN_E_EMPTY, "tom.md", "dokumentet är tomt",
      "{\n"
      "  \"name\": \"tom.md\",\n"
      "  \"error\": {\n"
      "    \"code\": \"empty\",\n"
      "    \"message\": \"dokumentet är tomt\"\n"
      "  }\n"
      "}" },
    { SAMSYN_E_NOT_TEXT, NULL, NULL,
      "{\n"
      "  \"name\": null,\n"
      "  \"error\": {\n"
      "    \"code\": \"not-text\",\n"
      "    \"message\": \"not text\"\n"
      "  }\n"
      "}" },
    { (samsyn_status)-999, "x", "\n",
      "{\n"
      "  \"name\": \"x\",\n"
      "  \"error\": {\n"
      "    \"code\": \"unknown-status\",\n"
      "    \"message\": \"\\n\"\n"
      "  }\n"
      "}" },
};

static void
test_failures(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(failure_rows); i++) {
        struct sink sink = { 0 };

        assert_int_equal(
            samsyn_report_failure(failure_rows[i].name, failure_rows[i].status,
                                  failure_rows[i].text, collect, &sink),
            SAMSYN_OK);
        assert_string_equal(sink.bytes, failure_rows[i].json);
        free(sink.bytes);
    }
    assert_int_equal(
        samsyn_report_failure("x", SAMSYN_E_EMPTY, "y", NULL, NULL),
        SAMSYN_E_ARGUMENT);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(renderings) + 5] = {
        cmocka_unit_test(test_array_is_element_in_brackets),
        cmocka_unit_test(test_rows_follow_a_table),
        cmocka_unit_test(test_writer_that_stops),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_failures),
    };
    struct rendering rows[ARRAY_LEN(renderings)];

    memcpy(rows, renderings, sizeof rows);
    for (size_t i = 0; i < ARRAY_LEN(renderings); i++)
        tests[5 + i] = (struct CMUnitTest){ .name = rows[i].name,
                                            .test_func = test_rendering,
                                            .initial_state = &rows[i] };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
