/* SPDX-License-Identifier: MIT */

/* Teaching a tiny checklist through the public door: what is refused, what
 * teaches nothing, that the same lessons give the same bytes, what is told of
 * documents, and that nothing is left where memory fails. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/balance.h"
#include "assess/train.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

#define MET SAMSYN_VERDICT_MET
#define PARTLY SAMSYN_VERDICT_PARTLY
#define NOT_MET SAMSYN_VERDICT_NOT_MET
#define LESSON(criterion, verdict, text)                                       \
    {                                                                          \
        criterion, verdict, text, sizeof(text) - 1, 0                          \
    }

static const samsyn_lesson lessons[] = {
    LESSON("k", MET, "Hunden skäller på gården. Den vaktar huset."),
    LESSON("k1", MET, "En hund vaktar gården varje natt."),
    LESSON("k", MET, "Hundarna skäller när någon kommer."),
    LESSON("k", PARTLY, "Det finns kanske en hund på gården."),
    LESSON("k", PARTLY, "Någon hund syns sällan på gården."),
    LESSON("k", NOT_MET, "Båten ligger vid bryggan. Den är röd."),
    LESSON("k", NOT_MET, "En båt seglar ut varje morgon."),
    LESSON("k", NOT_MET, "Båtarna seglar när vinden kommer."),
    LESSON("k", NOT_MET, ""),
};

/* A document, and what a reader says of it. */
static const struct labelled_row {
    const char *text;
    samsyn_lesson label;
    samsyn_verdict rules;
    bool told; /* of it, when it was held out */
} texts[] = {
    { "En hund vaktar gården varje natt. Uppföljning sker.",
      LESSON("k", MET, "En hund vaktar gården varje natt."), MET, true },
    { "Båten ligger vid bryggan. Vinden är stilla.", LESSON("k1", NOT_MET, ""),
      NOT_MET, true },
    { "Någon hund syns sällan. Båten är röd.", LESSON("k", PARTLY, ""), NOT_MET,
      true },
    { "Hunden skäller. Det blåser ute.",
      LESSON("k", SAMSYN_VERDICT_NEEDS_REVIEW, ""), NOT_MET, false },
};

/* ---- What training works on ---- */

struct school {
    struct samsyn_checklist *checklist;
    samsyn_labelled labelled[ARRAY_LEN(texts)];
    samsyn_training training;
    size_t told;
};

static void
hear(void *user, const samsyn_trained *trained)
{
    struct school *school = user;
    const struct labelled_row *row = &texts[trained->document];

    assert_true(row->told);
    assert_string_equal(trained->criterion, "k1");
    assert_int_equal(trained->label, row->label.verdict);
    assert_int_equal(trained->rules, row->rules);
    assert_in_range(trained->model, MET, NOT_MET);
    assert_in_range(trained->joined, MET, NOT_MET);
    assert_in_range(trained->certainty, SAMSYN_CERTAIN, SAMSYN_DOUBTFUL);
    assert_false(trained->person);
    school->told++;
}

static struct samsyn_document *
document_of(const struct school *school, const char *text)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_document *document = NULL;

    assert_int_equal(document_read(&document, str_of(text), "d",
                                   SAMSYN_FORMAT_TEXT,
                                   school->checklist->language, &config, NULL),
                     SAMSYN_OK);
    return document;
}

static void
school_begin(struct school *school)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct buf yaml;

    memset(school, 0, sizeof *school);
    buf_init(&yaml, &mem_default, BUF_ANY);
    fixture_yaml(&yaml, "uppföljning", NULL, NULL);
    assert_int_equal(
        checklist_read(&school->checklist, buf_view(&yaml), "p", &config, NULL),
        SAMSYN_OK);
    buf_done(&yaml);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        school->labelled[i] =
            (samsyn_labelled){ .document = document_of(school, texts[i].text),
                               .labels = &texts[i].label,
                               .label_count = 1,
                               .fold = i };
    school->training = (samsyn_training){ .passages = lessons,
                                          .passage_count = ARRAY_LEN(lessons),
                                          .documents = school->labelled,
                                          .document_count = ARRAY_LEN(texts),
                                          .said = hear,
                                          .user = school };
}

static void
school_end(struct school *school)
{
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        samsyn_document_free(
            (samsyn_document *)(uintptr_t)school->labelled[i].document);
    checklist_free(school->checklist);
}

static int
keep(void *user, const char *bytes, size_t length)
{
    buf_add(user, bytes, length);
    return buf_failed(user);
}

static int
refuse(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    return length > 0;
}

static struct buf
model_of(const struct school *school, const samsyn_training *training)
{
    struct buf bytes;

    buf_init(&bytes, &mem_default, BUF_ANY);
    assert_int_equal(
        samsyn_train(school->checklist, training, keep, &bytes, NULL, NULL),
        SAMSYN_OK);
    return bytes;
}

/* ---- What comes of it ---- */

static void
test_same(void **state)
{
    struct school school;
    struct buf one, two;

    (void)state;
    school_begin(&school);
    one = model_of(&school, &school.training);
    assert_int_equal(school.told, 3);
    two = model_of(&school, &school.training);
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.data, two.data, one.len);
    buf_done(&one);
    buf_done(&two);
    school_end(&school);
}

static void
check_model(const struct school *school, struct buf *bytes, size_t criteria)
{
    const struct model_section *section;
    struct model *model;

    assert_int_equal(model_read(&model, bytes, NULL, NULL, "m"), SAMSYN_OK);
    assert_true(str_equal(model->checklist, STR("prov")));
    assert_true(str_equal(model->digest, str_of(school->checklist->digest)));
    assert_int_equal(model->criterion_count, criteria);
    assert_int_equal(model_criterion(model, STR("k")),
                     criteria ? 0 : SAMSYN_NONE);
    section = model_section(model, STR(BALANCE_SECTION));
    assert_non_null(section);
    assert_int_equal(section->count, BALANCE_STARTS + MODEL_LEVELS * criteria);
    model_free(model);
}

/* What is left out, and how many criteria are taught then. */
static const struct extract {
    const char *name;
    size_t passages, documents;
    size_t criteria;
} parts[] = {
    { "everything", ARRAY_LEN(lessons), ARRAY_LEN(texts), 1 },
    { "passages alone", ARRAY_LEN(lessons), 0, 1 },
    { "documents alone: too little", 0, ARRAY_LEN(texts), 0 },
    { "just enough for", TRAIN_LEAST, 0, 1 },
    { "one too few for", TRAIN_LEAST - 1, 0, 0 },
    { "a passage and a document", 1, 1, 0 },
};

static void
test_part(void **state)
{
    const struct extract *part = *state;
    struct school school;
    struct buf bytes;

    school_begin(&school);
    school.training.passage_count = part->passages;
    school.training.document_count = part->documents;
    bytes = model_of(&school, &school.training);
    check_model(&school, &bytes, part->criteria);
    buf_done(&bytes);
    school_end(&school);
}

/* A document that the rules were written with in view counts for less, so the
 * balance is another one; a passage without a word teaches nothing. */
static void
test_changes(void **state)
{
    struct school school;
    struct buf one, two, three;

    (void)state;
    school_begin(&school);
    one = model_of(&school, &school.training);
    school.labelled[0].known = 1;
    two = model_of(&school, &school.training);
    assert_false(one.len == two.len &&
                 memcmp(one.data, two.data, one.len) == 0);
    school.labelled[0].known = 0;
    school.training.passage_count--;
    three = model_of(&school, &school.training);
    assert_int_equal(one.len, three.len);
    assert_memory_equal(one.data, three.data, one.len);
    buf_done(&one);
    buf_done(&two);
    buf_done(&three);
    school_end(&school);
}

/* ---- What is refused ---- */

static const samsyn_lesson unknown = LESSON("z9", MET, "Ja.");
static const samsyn_lesson nameless = { NULL, MET, "Ja.", 3, 0 };
static const samsyn_lesson textless = { "k", MET, NULL, 3, 0 };
static const samsyn_lesson open_one =
    LESSON("k", SAMSYN_VERDICT_NEEDS_REVIEW, "Ja.");
static const samsyn_lesson no_verdict = LESSON("k", (samsyn_verdict)0, "Ja.");
static const samsyn_lesson beyond =
    LESSON("k", (samsyn_verdict)(SAMSYN_VERDICT_NOT_APPLICABLE + 1), "Ja.");
static const samsyn_lesson astray = { "k", MET, "Ja.", 3, 1 };
static const samsyn_labelled documentless = { .document = NULL };

static const struct refusal_row {
    const char *name;
    samsyn_training training;
    const samsyn_lesson *label; /* of the first document, or NULL */
    const char *code;
} refusals[] = {
    { "nothing", { .passages = NULL }, NULL, NULL },
    { "a count and no passages", { .passage_count = 1 }, NULL, NULL },
    { "a count and no documents", { .document_count = 1 }, NULL, NULL },
    { "an unknown criterion",
      { .passages = &unknown, .passage_count = 1 },
      NULL,
      "taught-unknown" },
    { "no criterion",
      { .passages = &nameless, .passage_count = 1 },
      NULL,
      NULL },
    { "no text", { .passages = &textless, .passage_count = 1 }, NULL, NULL },
    { "no verdict of a passage",
      { .passages = &open_one, .passage_count = 1 },
      NULL,
      NULL },
    { "no verdict at all",
      { .passages = &no_verdict, .passage_count = 1 },
      NULL,
      NULL },
    { "from a document that is not there",
      { .passages = &astray, .passage_count = 1 },
      NULL,
      NULL },
    { "no document",
      { .documents = &documentless, .document_count = 1 },
      NULL,
      NULL },
    { "a label of an unknown criterion",
      { .passages = NULL },
      &unknown,
      "taught-unknown" },
    { "a label without a criterion", { .passages = NULL }, &nameless, NULL },
    { "a label without a text", { .passages = NULL }, &textless, NULL },
    { "a label past the verdicts", { .passages = NULL }, &beyond, NULL },
};

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
test_refused(void **state)
{
    const struct refusal_row *row = *state;
    samsyn_training training = row->training;
    samsyn_diagnostics *said = NULL;
    struct school school;
    struct buf bytes;

    school_begin(&school);
    buf_init(&bytes, &mem_default, BUF_ANY);
    if (row->label) {
        school.labelled[0].labels = row->label;
        training.documents = school.labelled;
        training.document_count = 1;
    }
    assert_int_equal(
        samsyn_train(school.checklist, &training, keep, &bytes, NULL, &said),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(bytes.len, 0);
    assert_int_equal(samsyn_diagnostics_count(said), row->code != NULL);
    if (row->code)
        assert_true(says(said, row->code));
    samsyn_diagnostics_free(said);
    buf_done(&bytes);
    school_end(&school);
}

static int
stops(void *user)
{
    size_t *left = user;

    return *left == 0 || (*left)-- == 0;
}

static void
test_stopped(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    samsyn_status status = SAMSYN_E_STOPPED;
    struct school school;
    struct buf bytes;
    size_t stopped = 0;

    (void)state;
    school_begin(&school);
    school.training.said = NULL;
    buf_init(&bytes, &mem_default, BUF_ANY);
    for (size_t n = 0; status == SAMSYN_E_STOPPED; n++) {
        size_t left = n;

        assert_in_range(n, 0, 2000);
        config.stop = stops;
        config.stop_user = &left;
        assert_int_equal(bytes.len, 0);
        status = samsyn_train(school.checklist, &school.training, keep, &bytes,
                              &config, NULL);
        stopped += status == SAMSYN_E_STOPPED;
    }
    assert_int_equal(status, SAMSYN_OK);
    assert_in_range(stopped, TRAIN_FOLDS, 2000);
    check_model(&school, &bytes, 1);
    assert_int_equal(samsyn_train(school.checklist, &school.training, refuse,
                                  NULL, NULL, NULL),
                     SAMSYN_E_STOPPED);
    buf_done(&bytes);
    school_end(&school);
}

static void
test_null(void **state)
{
    struct school school;
    struct buf bytes;

    (void)state;
    school_begin(&school);
    buf_init(&bytes, &mem_default, BUF_ANY);
    assert_int_equal(
        samsyn_train(NULL, &school.training, keep, &bytes, NULL, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(
        samsyn_train(school.checklist, NULL, keep, &bytes, NULL, NULL),
        SAMSYN_E_ARGUMENT);
    assert_int_equal(samsyn_train(school.checklist, &school.training, NULL,
                                  &bytes, NULL, NULL),
                     SAMSYN_E_ARGUMENT);
    assert_int_equal(bytes.len, 0);
    buf_done(&bytes);
    school_end(&school);
}

/* ---- Without memory ---- */

/* All of the first allocations, then fewer: folds are alike. */
static void
test_memory(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct school school;

    (void)state;
    school_begin(&school);
    school.training.said = NULL;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n += 1 + n / 200) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct buf bytes;

        assert_in_range(n, 0, 200000);
        buf_init(&bytes, &mem_default, BUF_ANY);
        status = samsyn_train(school.checklist, &school.training, keep, &bytes,
                              &config, NULL);
        assert_int_equal(bytes.len > 0, status == SAMSYN_OK);
        buf_done(&bytes);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
    school_end(&school);
}

static struct CMUnitTest
row_test(const char *name, CMUnitTestFunction run, const void *row)
{
    return (struct CMUnitTest){ .name = name,
                                .test_func = run,
                                .initial_state = (void *)(uintptr_t)row };
}

int
main(void)
{
    struct CMUnitTest tests[5 + ARRAY_LEN(parts) + ARRAY_LEN(refusals)] = {
        cmocka_unit_test(test_same),    cmocka_unit_test(test_changes),
        cmocka_unit_test(test_stopped), cmocka_unit_test(test_null),
        cmocka_unit_test(test_memory),
    };
    size_t count = 5;

    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        tests[count++] = row_test(parts[i].name, test_part, &parts[i]);
    for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
        tests[count++] = row_test(refusals[i].name, test_refused, &refusals[i]);
    return cmocka_run_group_tests_name("train", tests, NULL, NULL);
}
