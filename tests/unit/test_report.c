/* SPDX-License-Identifier: MIT */
/* Reports of an assessment that is made by hand: whole renderings against
 * stored ones, and the small parts by rows.  UPDATE in the environment writes
 * the stored ones anew. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assess/assessment.h"
#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/page.h"
#include "report/report.h"
#include "report/words.h"
#include "score/score.h"
#include "support/ledger.h"

#define FOLDER "tests/data/report/"

/* ---- An assessment with one of everything ---- */

static struct str path[] = { { "Form", 4 }, { "Giltighet och tid", 17 } };

static struct samsyn_evidence met_evidence[] = {
    { .span = { 120, 190, 14, 3 },
      .quote = { "Avtalet gäller från och med den 1 mars 2026 till och med den "
                 "28 februari 2030.",
                 0 },
      .rule = { "met", 3 },
      .note = { "en period", 0 },
      .path = path,
      .path_count = 2 },
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .quote = { "Gäller till 2030-02-28", 0 },
      .rule = { "met", 3 },
      .place = { "tabell 1, rad 2", 0 } },
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .quote = { "utan plats", 0 },
      .rule = { "met", 3 } },
};

static struct samsyn_evidence partly_evidence[] = {
    { .span = { 300, 340, 20, 1 },
      .quote = { "Överenskommelsen revideras vid \"behov\" \\ eller "
                 "så.\x1b[31m\t\x7f",
                 0 },
      .rule = { "partly", 6 } },
};

static struct samsyn_evidence refusals[] = {
    { .span = { 400, 420, 25, 1 },
      .quote = { "Avtalet sägs inte upp.", 0 },
      .rule = { "met", 3 },
      .reason = { "negated", 7 } },
    { .span = { 430, 440, 26, 7 },
      .quote = { "en ny sorts text", 0 },
      .rule = { "unless", 6 },
      .reason = { "a reason of later", 17 } },
};

static struct samsyn_evidence nearest[] = {
    { .span = { 500, 520, 30, 1 },
      .quote = { "Parterna ser över avtalet.", 0 },
      .rule = { "met", 3 },
      .note = { "en tidpunkt", 0 } },
};

static struct samsyn_evidence only_missing[] = {
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .rule = { "met", 3 },
      .note = { "gemensam lägesbild", 0 } },
};

static struct trace_line trace[] = {
    { { "Uppfyllt om:", 0 }, 0, -1 },
    { { "allt detta i samma mening", 0 }, 1, 0 },
    { { "”revidera” (revidering, översyn): 3 ställen, 1 räknas", 0 }, 2, 1 },
    { { "”tid” (datum): 0 ställen, 0 räknas", 0 }, 2, 0 },
    { { "mycket djupt", 0 }, 60, 0 },
};

/* Six criteria, one of each verdict. */
static struct samsyn_criterion criteria[] = {
    { .verdict = SAMSYN_VERDICT_MET,
      .weight = 3000,
      .evidence = { [SAMSYN_EVIDENCE_COUNTED] = { met_evidence, 3 } } },
    { .verdict = SAMSYN_VERDICT_PARTLY,
      .weight = 1000,
      .evidence = { [SAMSYN_EVIDENCE_COUNTED] = { partly_evidence, 1 },
                    [SAMSYN_EVIDENCE_REFUSED] = { refusals, 2 },
                    [SAMSYN_EVIDENCE_NEAREST] = { nearest, 1 } },
      .trace = trace,
      .trace_count = 5 },
    { .verdict = SAMSYN_VERDICT_NOT_MET,
      .weight = 2000,
      .evidence = { [SAMSYN_EVIDENCE_NEAREST] = { only_missing, 1 } } },
    { .verdict = SAMSYN_VERDICT_REFERRED, .weight = 2000 },
    { .verdict = SAMSYN_VERDICT_NEEDS_REVIEW, .weight = 3000 },
    { .verdict = SAMSYN_VERDICT_NOT_APPLICABLE, .weight = 1000 },
};

#define COUNT ARRAY_LEN(criteria)

/* id, code, title, area, weight, reason of each. */
static const char *const names[COUNT][6] = {
    { "giltighetstid", "a03", "Giltighetstiden är angiven", "form", "must" },
    { "revidering", "a04", "Rutin för revidering", "form", "nice" },
    { "lägesbild", "a07", "Gemensam lägesbild", "innehåll", "should" },
    { "mål", "a09", "Mätbara mål", "innehåll", "should" },
    { "ledning", "a02", "Undertecknad av ledningen", "form", "must", "person" },
    { "lag", "", "Lagens krav", "innehåll", "nice" },
};

static struct assessed_area areas[] = {
    { { "form", 4 }, { "Form och mandat", 15 }, { 3500, 7000 } },
    { { "innehåll", 0 }, { "Innehåll", 0 }, { 0, 4000 } },
    { { "tomt", 4 }, { "Tomt område", 0 }, { 0, 0 } },
};

static struct notice notices[] = {
    { { "document-windows-1252", 0 },
      { "filen är kodad i Windows-1252", 0 },
      { SAMSYN_NONE, SAMSYN_NONE, 0, 0 } },
    { { "document-table-dashes", 0 }, { "en tabell", 0 }, { 77, 80, 9, 1 } },
};

static struct str
text(const char *bytes)
{
    return str_of(bytes);
}

static void
measure(struct str *texts)
{
    if (texts->ptr)
        *texts = text(texts->ptr);
}

static void
fill_criterion(struct samsyn_criterion *criterion, const char *const *row)
{
    static const samsyn_criterion_text_id ids[] = {
        SAMSYN_CRITERION_ID,   SAMSYN_CRITERION_CODE,   SAMSYN_CRITERION_TITLE,
        SAMSYN_CRITERION_AREA, SAMSYN_CRITERION_WEIGHT, SAMSYN_CRITERION_REASON
    };

    for (size_t i = 0; i < ARRAY_LEN(ids); i++)
        criterion->texts[ids[i]] = text(row[i] ? row[i] : "");
    criterion->texts[SAMSYN_CRITERION_LEVEL] = text("document");
    criterion->texts[SAMSYN_CRITERION_QUESTION] = text("Står det i texten?");
    criterion->texts[SAMSYN_CRITERION_WHY] =
        text("Den som läser ska veta\n  vad som gäller.");
    criterion->texts[SAMSYN_CRITERION_ADVICE] = text(
        "Skriv ut vad som gäller, från vilken dag och till vilken dag, och vem "
        "som bestämmer om det ska ändras innan tiden har gått ut.");
    criterion->texts[SAMSYN_CRITERION_MODEL] =
        text("Avtalet gäller till 2030.");
    criterion->texts[SAMSYN_CRITERION_SOURCE] = text("BRA-TECKNA");
    criterion->points = score_points(criterion->verdict, criterion->weight);
    for (size_t kind = 1; kind < 4; kind++) {
        struct evidence_list *list = &criterion->evidence[kind];

        for (size_t i = 0; i < list->count; i++) {
            measure(&list->items[i].quote);
            measure(&list->items[i].note);
            measure(&list->items[i].place);
        }
    }
    for (size_t i = 0; i < criterion->trace_count; i++)
        measure(&criterion->trace[i].text);
}

/* Sixty-four times. */
#define REPEATED(x) EIGHT(EIGHT(x))
#define EIGHT(x) x x x x x x x x

static void
fill_texts(struct samsyn_assessment *assessment)
{
    static const char *const texts[14] = {
        [SAMSYN_ASSESSMENT_CHECKLIST_ID] = "prov",
        [SAMSYN_ASSESSMENT_CHECKLIST_VERSION] = "0.1",
        [SAMSYN_ASSESSMENT_CHECKLIST_TITLE] = "Provlista",
        [SAMSYN_ASSESSMENT_CHECKLIST_BASIS] = "Projektets egen sammanställning",
        [SAMSYN_ASSESSMENT_CHECKLIST_DIGEST] = "sha256:" REPEATED("a"),
        [SAMSYN_ASSESSMENT_LANGUAGE_ID] = "sv",
        [SAMSYN_ASSESSMENT_LANGUAGE_DIGEST] = "sha256:" REPEATED("b"),
        /* a name that is not UTF-8, with a line end and a terminal's mark */
        [SAMSYN_ASSESSMENT_DOCUMENT_NAME] = "av\xE5tal\n\x1b[1m.md",
        [SAMSYN_ASSESSMENT_DOCUMENT_DIGEST] = "sha256:" REPEATED("c"),
        [SAMSYN_ASSESSMENT_DOCUMENT_FORMAT] = "markdown",
        [SAMSYN_ASSESSMENT_DOCUMENT_KIND] = "en samverkansöverenskommelse",
        [SAMSYN_ASSESSMENT_DATE] = "2026-11-22",
        [SAMSYN_ASSESSMENT_LANG] = "sv",
    };

    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        assessment->texts[i] = text(texts[i]);
}

static struct samsyn_assessment
make_assessment(const samsyn_allocator *mem)
{
    struct samsyn_assessment assessment = { .arena = { .mem = *mem },
                                            .areas = areas,
                                            .area_count = ARRAY_LEN(areas),
                                            .criteria = criteria,
                                            .criterion_count = COUNT,
                                            .notices = notices,
                                            .notice_count =
                                                ARRAY_LEN(notices) };
    struct scored scored[COUNT];

    fill_texts(&assessment);
    for (size_t i = 0; i < COUNT; i++) {
        fill_criterion(&criteria[i], names[i]);
        scored[i] = (struct scored){ criteria[i].verdict, criteria[i].weight,
                                     strcmp(names[i][4], "must") == 0 };
    }
    for (size_t i = 0; i < ARRAY_LEN(areas); i++) {
        measure(&areas[i].id);
        measure(&areas[i].title);
    }
    for (size_t i = 0; i < ARRAY_LEN(notices); i++) {
        measure(&notices[i].code);
        measure(&notices[i].text);
    }
    assessment.score = score_total(scored, COUNT);
    return assessment;
}

/* ---- Whole renderings ---- */

enum variant {
    AS_IT_IS,
    ENGLISH,
    BARE /* nothing applies, no date, no kind, no criteria */
};

static void
vary(struct samsyn_assessment *assessment, enum variant variant)
{
    static const samsyn_score nothing = { .percent = -1 };

    if (variant == ENGLISH)
        assessment->texts[SAMSYN_ASSESSMENT_LANG] = text("en");
    if (variant != BARE)
        return;
    assessment->texts[SAMSYN_ASSESSMENT_DATE] = text("");
    assessment->texts[SAMSYN_ASSESSMENT_DOCUMENT_KIND] = text("");
    assessment->texts[SAMSYN_ASSESSMENT_CHECKLIST_BASIS] = text("");
    assessment->criterion_count = 0;
    assessment->area_count = 0;
    assessment->notice_count = 0;
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
    { "array.json", "json", NULL, AS_IT_IS },
    { "element.json", "json-element", NULL, AS_IT_IS },
    { "bare.json", "json", NULL, BARE },
    { "explain-met.txt", NULL, "giltighetstid", AS_IT_IS },
    { "explain-partly.txt", NULL, "a04", AS_IT_IS },
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

/* What holds for every rendering, whatever is in it. */
static void
check_clean(const struct sink *sink)
{
    assert_int_equal(utf8_valid(sink->bytes, sink->length), sink->length);
    for (size_t i = 0; i < sink->length; i++) {
        unsigned char c = (unsigned char)sink->bytes[i];

        assert_true((c >= 0x20 && c != 0x7F) || c == '\n');
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
        struct samsyn_assessment assessment = make_assessment(&mem);
        struct sink sink = { 0 };

        assert_in_range(n, 0, 2000);
        vary(&assessment, row->variant);
        status = render(row, &assessment, &sink);
        assert_int_equal(ledger.live, 0);
        assert_int_equal(sink.calls, status == SAMSYN_OK);
        if (status == SAMSYN_OK) {
            check_clean(&sink);
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
    struct samsyn_assessment assessment = make_assessment(&mem_default);
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

static void
test_writer_that_stops(void **state)
{
    struct samsyn_assessment assessment = make_assessment(&mem_default);

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
    static const char *const formats[] = { "text", "json", "json-element" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(formats); i++)
        assert_string_equal(samsyn_report_format_at(i), formats[i]);
    assert_null(samsyn_report_format_at(ARRAY_LEN(formats)));
    assert_null(samsyn_report_format_at(SAMSYN_NONE));
}

/* ---- Small parts ---- */

static const struct {
    const char *text, *json;
} string_rows[] = {
    { "", "\"\"" },
    { "vanlig text åäö", "\"vanlig text åäö\"" },
    { "\"citat\" och \\", "\"\\\"citat\\\" och \\\\\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1f", "\"\\u0001\\u001f\"" },
    { "a\x7f", "\"a\\u007f\"" },
    { "\xC2\x85", "\"\\u0085\"" },
    { "/ är sig lik", "\"/ är sig lik\"" },
    { "\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\"" },
    { "av\xE5", "\"av\xEF\xBF\xBD\"" },
    { "\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "\xE2\x82", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
};

static void
test_strings(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(string_rows); i++) {
        struct json json;
        struct buf out;

        buf_init(&out, &mem_default, 1000);
        json_init(&json, &out);
        json_text(&json, string_rows[i].text);
        assert_string_equal(buf_view(&out).ptr, string_rows[i].json);
        buf_done(&out);
    }
}

static void
test_containers(void **state)
{
    struct json json;
    struct buf out;

    (void)state;
    buf_init(&out, &mem_default, 1000);
    json_init(&json, &out);
    json_open(&json, '[');
    json_pair_empty(&json, "no pair in a list, but a list after it");
    json_open(&json, '{');
    json_close(&json, '}');
    json_int(&json, INT64_MIN);
    json_open(&json, '{');
    json_pair(&json, "a", "x");
    json_pair_or_null(&json, "b", "");
    json_pair_or_null(&json, "c", NULL);
    json_pair_int(&json, "d", INT64_MAX);
    json_pair_null(&json, "e");
    json_close(&json, '}');
    json_close(&json, ']');
    assert_string_equal(buf_view(&out).ptr,
                        "[\n"
                        "  \"no pair in a list, but a list after it\": [],\n"
                        "  {},\n"
                        "  -9223372036854775808,\n"
                        "  {\n"
                        "    \"a\": \"x\",\n"
                        "    \"b\": null,\n"
                        "    \"c\": null,\n"
                        "    \"d\": 9223372036854775807,\n"
                        "    \"e\": null\n"
                        "  }\n"
                        "]");
    buf_done(&out);
}

static const struct {
    int64_t thousandths;
    const char *sv, *en;
} point_rows[] = {
    { 0, "0", "0" },
    { 1000, "1", "1" },
    { 12500, "12,5", "12.5" },
    { 1, "0,001", "0.001" },
    { 10, "0,01", "0.01" },
    { 2250, "2,25", "2.25" },
    { 1000500, "1000,5", "1000.5" },
    { -1500, "-1,5", "-1.5" },
    { INT64_MAX, "9223372036854775,807", "9223372036854775.807" },
    { INT64_MIN, "-9223372036854775,808", "-9223372036854775.808" },
};

static void
test_points(void **state)
{
    char out[WORDS_NUMBER];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(point_rows); i++) {
        assert_string_equal(
            words_points(out, point_rows[i].thousandths, SAMSYN_LANG_SV),
            point_rows[i].sv);
        assert_string_equal(
            words_points(out, point_rows[i].thousandths, SAMSYN_LANG_EN),
            point_rows[i].en);
    }
    assert_string_equal(words_number(out, 0), "0");
    assert_string_equal(words_number(out, INT64_MIN), "-9223372036854775808");
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

/* A word longer than the page, blanks of every kind, nothing at all. */
static void
test_wrapping(void **state)
{
    struct samsyn_assessment assessment = make_assessment(&mem_default);
    char word[PAGE_WIDTH + 30];
    struct page page;
    struct buf out;

    (void)state;
    memset(word, 'o', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    buf_init(&out, &mem_default, 10000);
    page_init(&page, &out, &assessment);
    page_text(&page, "ett \n\t två ");
    page_text(&page, word);
    page_text(&page, " tre\r\n");
    page_put(&page, 2, 4);
    page_put(&page, 0, 0);
    page_done(&page);
    assert_non_null(strstr(out.data, "  ett två\n    ooo"));
    assert_non_null(strstr(out.data, "ooo\n    tre\n"));
    buf_done(&out);
}

static void
test_long_quotes(void **state)
{
    struct samsyn_assessment assessment = make_assessment(&mem_default);
    static char quote[4000];
    struct samsyn_evidence long_one = { .span = { 0, 9, 1, 1 } };
    struct page page;
    struct buf out;

    (void)state;
    quote[0] = '\0';
    for (size_t i = 0; i < 100; i++)
        strncat(quote, "åäöåäöåäö ", sizeof quote - strlen(quote) - 1);
    long_one.quote = text(quote);
    buf_init(&out, &mem_default, 10000);
    page_init(&page, &out, &assessment);
    words_stretch(&page, &long_one, 25);
    page_put(&page, 0, 0);
    assert_string_equal(out.data, "Rad 1: ”åäöåäöåäö åäöåäöåäö …”\n");
    buf_clear(&out);
    words_stretch(&page, &long_one, 5);
    page_put(&page, 0, 0);
    assert_string_equal(out.data, "Rad 1: ”åäöåä …”\n");
    buf_clear(&out);
    words_stretch(&page, &long_one, 0);
    assert_int_equal(page.line.len, strlen("Rad 1: ””") + strlen(quote));
    page_done(&page);
    buf_done(&out);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(renderings) + 9] = {
        cmocka_unit_test(test_array_is_element_in_brackets),
        cmocka_unit_test(test_writer_that_stops),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_containers),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_wrapping),
        cmocka_unit_test(test_long_quotes),
    };
    struct rendering rows[ARRAY_LEN(renderings)];

    memcpy(rows, renderings, sizeof rows);
    for (size_t i = 0; i < ARRAY_LEN(renderings); i++)
        tests[9 + i] = (struct CMUnitTest){ .name = rows[i].name,
                                            .test_func = test_rendering,
                                            .initial_state = &rows[i] };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
