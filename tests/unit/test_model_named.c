/* SPDX-License-Identifier: MIT */

/* A checklist and the model that it names: one that is there, one that is not,
 * one that is damaged, and one of another wording of the checklist. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "learn/train.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"
#include "tests/support/ledger.h"
#include "tests/support/taught.h"

#define TEXT "# Avtal\n\nUppföljning sker varje vår. Polisen deltar.\n"

/* What the resolver gives for the model "lärd". */
enum served {
    SERVED_NOTHING,
    SERVED_OLD,   /* of another wording */
    SERVED_SAME,  /* of this wording */
    SERVED_OTHER, /* of another checklist */
    SERVED_SHORT, /* its end is missing */
    SERVED_EMPTY,
    SERVED_TEXT, /* no model at all */
    SERVED_HUGE
};

/* What the resolver is passed. */
struct shelf {
    enum served served;
    samsyn_resolve_fn pack; /* gives the language pack */
    struct buf model;
};

static const struct named_row {
    const char *name;
    bool names; /* a model */
    enum served served;
    samsyn_status status;
    const char *code; /* of what loading says */
    bool notice;      /* that rules judge alone */
    bool stale;       /* lint says so */
} rows[] = {
    { "no model is named", false, SERVED_NOTHING, SAMSYN_OK, NULL, false,
      false },
    { "not found", true, SERVED_NOTHING, SAMSYN_OK, NULL, true, false },
    { "of another wording", true, SERVED_OLD, SAMSYN_OK, NULL, false, true },
    { "of this wording", true, SERVED_SAME, SAMSYN_OK, NULL, false, false },
    { "of another checklist", true, SERVED_OTHER, SAMSYN_OK, NULL, false,
      false },
    { "cut off", true, SERVED_SHORT, SAMSYN_E_SCHEMA, "model-damaged", false,
      false },
    { "empty", true, SERVED_EMPTY, SAMSYN_E_SCHEMA, "not-a-model", false,
      false },
    { "text", true, SERVED_TEXT, SAMSYN_E_SCHEMA, "not-a-model", false, false },
    { "larger than a model may be", true, SERVED_HUGE, SAMSYN_E_LIMIT, NULL,
      false, false },
};

static int
give_model(const struct shelf *shelf, samsyn_write_fn write, void *sink)
{
    static char zeros[MODEL_SIZE + 1];
    struct str model = buf_view(&shelf->model);

    if (shelf->served == SERVED_EMPTY)
        return 0;
    if (shelf->served == SERVED_TEXT)
        return write(sink, TEXT, strlen(TEXT));
    if (shelf->served == SERVED_HUGE)
        return write(sink, zeros, sizeof zeros);
    if (shelf->served == SERVED_SHORT)
        model.len--;
    return write(sink, model.ptr, model.len);
}

static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    const struct shelf *shelf = user;

    if (kind != SAMSYN_RESOURCE_MODEL)
        return shelf->pack(NULL, kind, name, length, write, sink);
    assert_int_equal(length, strlen("prov-1"));
    assert_memory_equal(name, "prov-1", length);
    if (shelf->served == SERVED_NOTHING)
        return SAMSYN_E_UNRESOLVED;
    return give_model(shelf, write, sink) ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

static void
write_yaml(struct buf *yaml, const struct named_row *row)
{
    buf_init(yaml, &mem_default, BUF_ANY);
    if (row->names)
        buf_text(yaml, "model: prov-1\n");
    fixture_yaml(yaml, "uppföljning", NULL, NULL);
    assert_false(buf_failed(yaml));
}

static struct samsyn_config
config_with(struct shelf *shelf, const samsyn_allocator *mem)
{
    struct samsyn_config config = fixture_config(mem);

    shelf->pack = config.resolve;
    config.resolve = resolve;
    config.resolve_user = shelf;
    return config;
}

/* The digest of a checklist does not depend on its model. */
static void
digest_of(char digest[72], struct str yaml)
{
    struct shelf shelf = { .served = SERVED_NOTHING };
    struct samsyn_config config = config_with(&shelf, &mem_default);
    struct samsyn_checklist *checklist;

    assert_int_equal(checklist_read(&checklist, yaml, "p", &config, NULL),
                     SAMSYN_OK);
    memcpy(digest, checklist->digest, 72);
    checklist_free(checklist);
}

static void
fill_shelf(struct shelf *shelf, const struct named_row *row, struct str yaml)
{
    struct taught_draft taught;
    char digest[72];

    *shelf = (struct shelf){ .served = row->served };
    assert_int_equal(taught_train(&taught, &mem_default), SAMSYN_OK);
    if (row->served == SERVED_SAME) {
        digest_of(digest, yaml);
        taught.draft.digest = str_of(digest);
    }
    if (row->served == SERVED_OTHER)
        taught.draft.checklist = STR("annan");
    buf_init(&shelf->model, &mem_default, BUF_ANY);
    assert_int_equal(model_write(&shelf->model, &taught.draft), SAMSYN_OK);
    taught_end(&taught);
}

/* ---- What is said ---- */

static bool
says(const struct samsyn_diagnostics *said, const char *code)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(said); i++) {
        if (strcmp(samsyn_diagnostics_code(said, i), code) == 0)
            return true;
    }
    return false;
}

static void
check_lint(const struct named_row *row,
           const struct samsyn_checklist *checklist)
{
    struct samsyn_diagnostics *said = diag_new(&mem_default, SAMSYN_LANG_EN);

    assert_true(checklist_lint(checklist, NULL, said));
    assert_int_equal(says(said, "model-of-another-version"), row->stale);
    for (size_t i = 0; i < samsyn_diagnostics_count(said); i++) {
        if (strcmp(samsyn_diagnostics_code(said, i),
                   "model-of-another-version") != 0)
            continue;
        assert_int_equal(samsyn_diagnostics_severity(said, i),
                         SAMSYN_SEVERITY_NOTICE);
        assert_int_equal(samsyn_diagnostics_span(said, i).line, 1);
        assert_int_equal(samsyn_diagnostics_span(said, i).column, 8);
    }
    samsyn_diagnostics_free(said);
}

static void
check_notice(const struct named_row *row,
             const struct samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_notice_count(assessment), said = 0;

    for (size_t i = 0; i < count; i++) {
        const char *code, *text;

        text = samsyn_assessment_notice_at(assessment, i, &code, NULL);
        if (strcmp(code, "no-model") != 0)
            continue;
        said++;
        assert_non_null(strstr(text, assessment->lang == SAMSYN_LANG_EN
                                         ? "rules judge alone"
                                         : "reglerna bedömer ensamma"));
    }
    assert_int_equal(said, row->notice);
}

static void
check_row(const struct named_row *row, const struct judged *out,
          const struct samsyn_diagnostics *diags, samsyn_status status)
{
    assert_int_equal(status, row->status);
    if (row->code)
        assert_true(says(diags, row->code));
    if (status)
        return;
    assert_int_equal(out->checklist->model != NULL,
                     row->served != SERVED_NOTHING);
    check_notice(row, out->assessment);
    check_lint(row, out->checklist);
}

static void
test_lang(const struct named_row *row, samsyn_lang lang)
{
    struct shelf shelf;
    struct samsyn_config config;
    struct samsyn_diagnostics *diags = diag_new(&mem_default, lang);
    struct judged out = { 0 };
    struct buf yaml;
    samsyn_status status;

    write_yaml(&yaml, row);
    fill_shelf(&shelf, row, buf_view(&yaml));
    config = config_with(&shelf, &mem_default);
    config.lang = lang;
    status =
        checklist_read(&out.checklist, buf_view(&yaml), "p", &config, diags);
    judged_end(&out);
    out = (struct judged){ 0 };
    if (!status)
        status = judged_text(&out, buf_view(&yaml), TEXT,
                             SAMSYN_FORMAT_MARKDOWN, &config);
    check_row(row, &out, diags, status);
    judged_end(&out);
    samsyn_diagnostics_free(diags);
    buf_done(&shelf.model);
    buf_done(&yaml);
}

static void
test_row(void **state)
{
    test_lang(*state, SAMSYN_LANG_SV);
    test_lang(*state, SAMSYN_LANG_EN);
}

/* ---- Through the public door, and without memory ---- */

static void
test_public(void **state)
{
    const struct named_row *row = *state;
    struct shelf shelf;
    struct buf yaml;
    samsyn_config *config;
    samsyn_checklist *checklist = NULL;
    samsyn_diagnostics *said = NULL;

    write_yaml(&yaml, row);
    fill_shelf(&shelf, row, buf_view(&yaml));
    shelf.pack = fixture_config(&mem_default).resolve;
    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_resolver(config, resolve, &shelf),
                     SAMSYN_OK);
    assert_int_equal(samsyn_checklist_load(&checklist, yaml.data, yaml.len, "p",
                                           config, &said),
                     row->status);
    assert_int_equal(checklist != NULL, row->status == SAMSYN_OK);
    if (row->code)
        assert_true(says(said, row->code));
    samsyn_diagnostics_free(said);
    samsyn_checklist_free(checklist);
    samsyn_config_free(config);
    buf_done(&shelf.model);
    buf_done(&yaml);
}

/* What a failure is charged to is what fill_shelf() did before. */
static struct shelf swept;

static samsyn_status
judge(const void *row, const struct samsyn_config *config, struct judged *out)
{
    struct samsyn_config with = config_with(&swept, &config->mem);
    struct buf yaml;
    samsyn_status status;

    write_yaml(&yaml, row);
    status =
        judged_text(out, buf_view(&yaml), TEXT, SAMSYN_FORMAT_MARKDOWN, &with);
    buf_done(&yaml);
    return status;
}

static void
check_swept(const void *row, const struct samsyn_assessment *assessment)
{
    check_notice(row, assessment);
}

static void
test_memory(void **state)
{
    const struct named_row *row = *state;
    struct buf yaml;

    write_yaml(&yaml, row);
    fill_shelf(&swept, row, buf_view(&yaml));
    judged_sweep(row, judge, check_swept, 3000);
    buf_done(&swept.model);
    buf_done(&yaml);
}

int
main(void)
{
    struct CMUnitTest tests[3 * ARRAY_LEN(rows)];
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        void *row = (void *)(uintptr_t)&rows[i];
        struct CMUnitTest test = { .name = rows[i].name, .initial_state = row };

        test.test_func = test_row;
        tests[count++] = test;
        test.test_func = test_public;
        tests[count++] = test;
        test.test_func = test_memory;
        if (rows[i].status == SAMSYN_OK)
            tests[count++] = test;
    }
    return _cmocka_run_group_tests("model named", tests, count, NULL, NULL);
}
