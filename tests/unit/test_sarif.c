/* SPDX-License-Identifier: MIT */
/* Logs in SARIF that are put together: an assessment, what failed and what is
 * found in checklists, with every allocation failing in turn.  What a log says
 * is looked at by tests/api/sarif.py; the whole one here is stored, and UPDATE
 * in the environment writes it anew. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/config.h"
#include "base/diag.h"
#include "support/ledger.h"
#include "support/specimen.h"

#define STORED "tests/data/report/sarif-log.json"

static const char source_text[] = "\xEF\xBB\xBF"
                                  "a: 1\r\n\xC3\xA5\xC3\xA4: {b: 2}\r"
                                  "c:\n  d\n  e";

/* A list as loading gives it; places are bytes of the text above. */
static struct samsyn_diagnostics *
list_make(void)
{
    static const struct {
        enum diag_code code;
        const char *start, *end; /* where they first stand */
        const char *arg;
    } rows[] = {
        { DIAG_LANGUAGE_TERM_KIND, "1", "\r", "" },
        { DIAG_LANGUAGE_TERM_WORDS, "{b", "}", "{0} [x](y)" },
        { DIAG_LANGUAGE_TERM_WORDS, "d", "e", "d e" },
        { DIAG_LANGUAGE_TERM_WORDS, "c", "c", "d e" },
        { DIAG_LANGUAGE_ENDINGS, NULL, NULL, "" },
    };
    const struct diag_source source = { "lokal lista.yaml", str_of(source_text),
                                        NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_SV);

    assert_non_null(list);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str arg = str_of(rows[i].arg);
        size_t start = SAMSYN_NONE, end = SAMSYN_NONE;

        if (rows[i].start) {
            start = (size_t)(strstr(source_text, rows[i].start) - source_text);
            end = (size_t)(strstr(source_text, rows[i].end) - source_text);
        }
        assert_true(diag_add(list, rows[i].code, &source, start, end, &arg, 1,
                             str_of("")));
    }
    return list;
}

/* One that is full, so that entries are dropped. */
static struct samsyn_diagnostics *
list_full(void)
{
    const struct diag_source source = { "full.yaml", str_of("x"), NULL };
    struct samsyn_diagnostics *list = diag_new(&mem_default, SAMSYN_LANG_SV);

    assert_non_null(list);
    for (size_t i = 0; i < DIAG_MAX + 7; i++)
        assert_true(diag_add(list, DIAG_LANGUAGE_ENDINGS, &source, 0, 1, NULL,
                             0, str_of("")));
    return list;
}

static void
test_ends(void **state)
{
    static const struct {
        size_t line, column, end_line, end_column;
    } rows[] = {
        { 0, 0, 0, 0 }, /* without a place */
        { 1, 4, 1, 5 }, /* a mark of byte order is no column */
        { 2, 5, 2, 10 }, { 3, 1, 3, 1 }, { 4, 3, 5, 3 },
    };
    struct samsyn_diagnostics *list = list_make();
    size_t column = 7;

    (void)state;
    assert_int_equal(samsyn_diagnostics_count(list), ARRAY_LEN(rows));
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        /* Without a place comes first or last: by its offset. */
        size_t at = (i + ARRAY_LEN(rows) - 1) % ARRAY_LEN(rows);
        samsyn_span span = samsyn_diagnostics_span(list, at);

        assert_int_equal(span.line, rows[i].line);
        assert_int_equal(span.column, rows[i].column);
        assert_int_equal(samsyn_diagnostics_end(list, at, &column),
                         rows[i].end_line);
        assert_int_equal(column, rows[i].end_column);
    }
    column = 7;
    assert_int_equal(samsyn_diagnostics_end(list, 99, &column), 0);
    assert_int_equal(column, 0);
    assert_int_equal(samsyn_diagnostics_end(NULL, 0, NULL), 0);
    column = 7;
    assert_int_equal(samsyn_evidence_end(NULL, &column), 0);
    assert_int_equal(column, 0);
    assert_int_equal(samsyn_evidence_end(NULL, NULL), 0);
    samsyn_diagnostics_free(list);
}

/* ---- A log of everything ---- */

struct sink {
    char *bytes;
    size_t length, calls;
};

static int
collect(void *user, const char *bytes, size_t length)
{
    struct sink *sink = user;

    sink->bytes = malloc(length + 1);
    assert_non_null(sink->bytes);
    memcpy(sink->bytes, bytes, length);
    sink->bytes[length] = '\0';
    sink->length = length;
    sink->calls++;
    return 0;
}

static int
stop(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return 7;
}

/* The lists are made before memory is counted. */
static samsyn_status
write_log(const samsyn_allocator *mem, const struct samsyn_diagnostics *list,
          const struct samsyn_diagnostics *full, struct sink *sink)
{
    struct samsyn_assessment assessment = specimen_make(mem);
    struct samsyn_config config = config_default;
    samsyn_sarif *sarif = NULL;
    samsyn_status status;

    config.mem = *mem;
    status = samsyn_sarif_new(&sarif, &config);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add(sarif, &assessment, SAMSYN_SARIF_WANTING);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add_checklist(
            sarif, "lokal lista.yaml", source_text, sizeof source_text - 1);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add_diagnostics(sarif, list);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add_failure(sarif, "/tom {1}.md", SAMSYN_E_EMPTY,
                                          NULL);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add_diagnostics(sarif, list);
    if (status == SAMSYN_OK)
        status = samsyn_sarif_add_diagnostics(sarif, full);
    /* A log that lacks something is not written. */
    if (sarif && status == SAMSYN_E_NOMEM)
        assert_int_equal(samsyn_sarif_write(sarif, collect, sink), status);
    else if (sarif)
        status = samsyn_sarif_write(sarif, collect, sink);
    samsyn_sarif_free(sarif);
    return status;
}

static void
compare(const struct sink *sink)
{
    static char stored[131072];
    size_t length;
    FILE *file;

    if (getenv("UPDATE")) {
        file = fopen(STORED, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(sink->bytes, 1, sink->length, file),
                         sink->length);
        assert_int_equal(fclose(file), 0);
    }
    file = fopen(STORED, "rb");
    assert_non_null(file);
    length = fread(stored, 1, sizeof stored - 1, file);
    fclose(file);
    stored[length] = '\0';
    assert_string_equal(sink->bytes, stored);
}

static void
test_log(void **state)
{
    struct samsyn_diagnostics *list = list_make(), *full = list_full();
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct sink sink = { 0 };

        assert_in_range(n, 0, 5000);
        status = write_log(&mem, list, full, &sink);
        assert_int_equal(ledger.live, 0);
        assert_int_equal(sink.calls, status == SAMSYN_OK);
        if (status == SAMSYN_OK)
            compare(&sink);
        free(sink.bytes);
    }
    assert_int_equal(status, SAMSYN_OK);
    samsyn_diagnostics_free(list);
    samsyn_diagnostics_free(full);
}

static void
test_empty(void **state)
{
    samsyn_sarif *sarif = NULL;
    struct sink sink = { 0 };

    (void)state;
    assert_int_equal(samsyn_sarif_new(&sarif, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_write(sarif, collect, &sink), SAMSYN_OK);
    assert_non_null(strstr(sink.bytes, "\"runs\": []\n}\n"));
    free(sink.bytes);
    /* Nothing found is found in a run. */
    assert_int_equal(samsyn_sarif_add_diagnostics(sarif, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_write(sarif, collect, &sink), SAMSYN_OK);
    assert_non_null(strstr(sink.bytes, "\"samsyn/lint/\""));
    assert_non_null(strstr(sink.bytes, "\"results\": []"));
    free(sink.bytes);
    assert_int_equal(samsyn_sarif_write(sarif, stop, NULL), SAMSYN_E_STOPPED);
    assert_int_equal(samsyn_sarif_write_runs(sarif, stop, NULL),
                     SAMSYN_E_STOPPED);
    samsyn_sarif_free(sarif);
}

/* What stands around runs is the same for any log. */
static void
test_runs(void **state)
{
    struct samsyn_diagnostics *list = list_make();
    samsyn_sarif *sarif = NULL;
    struct sink whole = { 0 }, runs = { 0 };
    const char *found;

    (void)state;
    assert_int_equal(samsyn_sarif_new(&sarif, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_add_failure(sarif, "x", SAMSYN_E_EMPTY, ""),
                     SAMSYN_OK);
    assert_int_equal(samsyn_sarif_add_diagnostics(sarif, list), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_write(sarif, collect, &whole), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_write_runs(sarif, collect, &runs), SAMSYN_OK);
    found = strstr(whole.bytes, "\"runs\": [");
    assert_non_null(found);
    found += strlen("\"runs\": [");
    assert_memory_equal(found, runs.bytes, runs.length);
    assert_string_equal(found + runs.length, "\n  ]\n}\n");
    samsyn_sarif_free(sarif);
    samsyn_diagnostics_free(list);
    free(whole.bytes);
    free(runs.bytes);
}

static void
test_arguments(void **state)
{
    struct samsyn_assessment assessment = specimen_make(&mem_default);
    samsyn_sarif *sarif = NULL;

    (void)state;
    assert_int_equal(samsyn_sarif_new(NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_new(&sarif, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_sarif_add(NULL, &assessment, SAMSYN_SARIF_ALL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add(sarif, NULL, SAMSYN_SARIF_ALL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_sarif_add(sarif, &assessment, (samsyn_sarif_results)3),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_failure(NULL, "x", SAMSYN_E_EMPTY, ""),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_failure(sarif, NULL, SAMSYN_E_EMPTY, ""),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_checklist(NULL, "x", "", 0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_checklist(sarif, NULL, "", 0),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_checklist(sarif, "x", NULL, 1),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_add_diagnostics(NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_write(NULL, stop, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_write(sarif, NULL, NULL), SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_write_runs(NULL, stop, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_sarif_write_runs(sarif, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    samsyn_sarif_free(sarif);
    samsyn_sarif_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),      cmocka_unit_test(test_log),
        cmocka_unit_test(test_empty),     cmocka_unit_test(test_runs),
        cmocka_unit_test(test_arguments),
    };

    return cmocka_run_group_tests_name("sarif", tests, NULL, NULL);
}
