/* SPDX-License-Identifier: MIT */

/* Model files that are none: each is refused with a word about it.  Faults are
 * made in a good file at places that the test finds by reading the format for
 * itself. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/drawn.h"
#include "support/ledger.h"
#include "support/taught.h"

/* Where things stand in the file of taught_file(). */
enum {
    AT_VERSION = 8,
    AT_LENGTH = 12,
    AT_CHECKLIST = 16,                /* u16 and "prov" */
    AT_DIGEST = AT_CHECKLIST + 2 + 4, /* u16 and "sha256:0" */
    AT_CRITERIA = AT_DIGEST + 2 + 8,  /* u16, "alfa", "beta" */
    AT_CLASSES = AT_CRITERIA + 2 + 2 * (2 + 4),
    AT_FEATURES = AT_CLASSES + 4 * 8,
    AT_HASHES = AT_FEATURES + 4,
};

/* From the end of the file. */
enum {
    END_SECTIONS = 2 + (2 + 3 + 4 + 3 * 4) + (2 + 4 + 4)
};

/* Places are counted from somewhere in the file. */
enum origin {
    FROM_START,
    FROM_SIZES,   /* of the features' weights */
    FROM_WEIGHTS, /* the count of all */
    FROM_END
};

static const struct fault {
    const char *name;
    enum origin origin;
    int at;
    struct str bytes; /* put there */
    const char *code, *words;
} faults[] = {
    { "no magic", FROM_START, 1, { "X", 1 }, "not-a-model", NULL },
    { "sent as text", FROM_START, 4, { "\n", 1 }, "not-a-model", NULL },
    { "next version",
      FROM_START,
      AT_VERSION,
      { "\2", 1 },
      "model-version",
      "version 2" },
    { "another length",
      FROM_START,
      AT_LENGTH,
      { "\1\0", 2 },
      "model-damaged",
      "not as long" },
    { "empty id",
      FROM_START,
      AT_CHECKLIST,
      { "\0\0", 2 },
      "model-damaged",
      "a name" },
    { "endless id",
      FROM_START,
      AT_CHECKLIST,
      { "\xFF\xFF", 2 },
      "model-damaged",
      "too early" },
    { "long id",
      FROM_START,
      AT_CHECKLIST,
      { "\xC9\0", 2 },
      "model-damaged",
      "a name" },
    { "control character",
      FROM_START,
      AT_CHECKLIST + 2,
      { "\n", 1 },
      "model-damaged",
      "byte 22: a name" },
    { "no UTF-8",
      FROM_START,
      AT_DIGEST + 2,
      { "\xFF", 1 },
      "model-damaged",
      "a name" },
    { "many criteria",
      FROM_START,
      AT_CRITERIA,
      { "\x79\0", 2 },
      "model-damaged",
      "more than" },
    { "one criterion too many",
      FROM_START,
      AT_CRITERIA,
      { "\3\0", 2 },
      "model-damaged",
      NULL },
    { "one too few",
      FROM_START,
      AT_CRITERIA,
      { "\1\0", 2 },
      "model-damaged",
      NULL },
    { "many features",
      FROM_START,
      AT_FEATURES,
      { "\0\0\0\x7F", 4 },
      "model-damaged",
      "more than" },
    { "features past the end",
      FROM_START,
      AT_FEATURES,
      { "\0\x10\0\0", 4 },
      "model-damaged",
      "too early" },
    { "hashes that fall",
      FROM_START,
      AT_HASHES,
      { "\xFF\xFF\xFF\xFF", 4 },
      "model-damaged",
      "not in order" },
    { "one weight more",
      FROM_SIZES,
      0,
      { "\5", 1 },
      "model-damaged",
      "do not belong" },
    { "many weights",
      FROM_WEIGHTS,
      0,
      { "\0\0\0\x7F", 4 },
      "model-damaged",
      "more than" },
    { "weights past the end",
      FROM_WEIGHTS,
      0,
      { "\0\x10\0\0", 4 },
      "model-damaged",
      "too early" },
    { "no such class",
      FROM_WEIGHTS,
      4,
      { "\4", 1 },
      "model-damaged",
      "do not belong" },
    { "far from any class",
      FROM_WEIGHTS,
      4,
      { "\xFF", 1 },
      "model-damaged",
      "do not belong" },
    { "classes that do not rise",
      FROM_WEIGHTS,
      4,
      { "\1\1\1\1", 4 },
      "model-damaged",
      "do not belong" },
    { "weight of nothing",
      FROM_WEIGHTS,
      5,
      { "\0", 1 },
      "model-damaged",
      "do not belong" },
    { "weight without an opposite",
      FROM_WEIGHTS,
      5,
      { "\x80", 1 },
      "model-damaged",
      "do not belong" },
    { "many sections",
      FROM_END,
      -END_SECTIONS,
      { "\x41\0", 2 },
      "model-damaged",
      "more than" },
    { "another section",
      FROM_END,
      -END_SECTIONS,
      { "\3\0", 2 },
      "model-damaged",
      "too early" },
    { "a section less",
      FROM_END,
      -END_SECTIONS,
      { "\1\0", 2 },
      "model-damaged",
      "behind the end" },
    { "a value more",
      FROM_END,
      -4,
      { "\1\0\0\0", 4 },
      "model-damaged",
      "too early" },
};

static uint32_t
number_at(const struct buf *file, size_t at)
{
    uint32_t number = 0;

    for (size_t i = 4; i-- > 0;)
        number = number << 8 | (uint8_t)file->data[at + i];
    return number;
}

static size_t
place_of(const struct buf *file, enum origin origin, int at)
{
    size_t features = number_at(file, AT_FEATURES);
    const size_t origins[] = { 0, AT_HASHES + 4 * features,
                               AT_HASHES + 5 * features, file->len };

    return (size_t)((ptrdiff_t)origins[origin] + at);
}

static void
check_refused(const struct fault *fault, const struct samsyn_diagnostics *diags)
{
    const char *message;

    assert_int_equal(samsyn_diagnostics_count(diags), 1);
    assert_string_equal(samsyn_diagnostics_code(diags, 0), fault->code);
    assert_string_equal(samsyn_diagnostics_source(diags, 0), "m.model");
    message = samsyn_diagnostics_message(diags, 0);
    print_message("    %s\n", message);
    if (fault->words)
        assert_non_null(strstr(message, fault->words));
}

/* Each with every allocation failing in turn. */
static void
test_refused(void **state)
{
    struct buf file;

    (void)state;
    taught_file(&file);
    for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
        const struct fault *fault = &faults[i];
        size_t at = place_of(&file, fault->origin, fault->at);
        samsyn_status status = SAMSYN_E_NOMEM;
        char kept[8];

        print_message("%s\n", fault->name);
        memcpy(kept, file.data + at, fault->bytes.len);
        memcpy(file.data + at, fault->bytes.ptr, fault->bytes.len);
        for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
            struct ledger ledger = { .budget = n };
            samsyn_allocator mem = ledger_allocator(&ledger);
            struct samsyn_diagnostics *diags = diag_new(&mem, SAMSYN_LANG_EN);
            struct model *model = NULL;

            assert_in_range(n, 0, 50);
            if (diags)
                status = taught_read(&model, buf_view(&file), &mem, diags);
            assert_null(model);
            if (status == SAMSYN_E_SCHEMA)
                check_refused(fault, diags);
            samsyn_diagnostics_free(diags);
            assert_int_equal(ledger.live, 0);
        }
        assert_int_equal(status, SAMSYN_E_SCHEMA);
        memcpy(file.data + at, kept, fault->bytes.len);
    }
    buf_done(&file);
}

static void
put_length(struct buf *file, size_t length)
{
    for (size_t i = 0; i < 4; i++)
        file->data[AT_LENGTH + i] = (char)(uint8_t)(length >> 8 * i);
}

/* Every beginning of a file, also one that says that it is whole. */
static void
test_cut(void **state)
{
    struct buf file;

    (void)state;
    taught_file(&file);
    for (size_t length = 0; length < file.len; length++) {
        struct model *model = NULL;

        assert_int_equal(taught_read(&model, str_make(file.data, length),
                                     &mem_default, NULL),
                         SAMSYN_E_SCHEMA);
        if (length < AT_CHECKLIST)
            continue;
        put_length(&file, length);
        assert_int_equal(taught_read(&model, str_make(file.data, length),
                                     &mem_default, NULL),
                         SAMSYN_E_SCHEMA);
        assert_null(model);
    }
    buf_done(&file);
}

/* Any byte changed: a model or a refusal, and nothing that a tool sees. */
static void
test_flipped(void **state)
{
    static const char changes[] = { 1, 0x40, (char)0x80, (char)0xFF };
    size_t read = 0;
    struct buf file;

    (void)state;
    taught_file(&file);
    for (size_t i = 0; i < file.len * sizeof changes; i++) {
        char *byte = &file.data[i / sizeof changes], kept = *byte;
        struct model *model = NULL;
        samsyn_status status;

        *byte = (char)(*byte ^ changes[i % sizeof changes]);
        status = taught_read(&model, buf_view(&file), &mem_default, NULL);
        assert_true(status == SAMSYN_E_SCHEMA || status == SAMSYN_OK);
        assert_true((status == SAMSYN_OK) == (model != NULL));
        read += model != NULL;
        model_free(model);
        *byte = kept;
    }
    /* Another weight, scale or name is another model. */
    assert_in_range(read, file.len / 2, sizeof changes * file.len);
    buf_done(&file);
}

/* ---- Weights, feature by feature ---- */

enum {
    FEATURES = 200,
    CLASSES = 60,
    MOST = 12 /* weights of a feature */
};

static bool
is_good(const struct model *model, size_t feature)
{
    size_t first = model->firsts[feature];

    for (size_t i = first; i < model->firsts[feature + 1]; i++) {
        const struct model_weight *weight = &model->weights[i];

        if (weight->class >= CLASSES || !weight->weight ||
            weight->weight == INT8_MIN ||
            (i > first && weight->class <= weight[-1].class))
            return false;
    }
    return true;
}

/* Good ones, some of the features with none. */
static void
fill(struct model *model, struct model_weight *weights, uint32_t *firsts,
     uint64_t *seed)
{
    uint32_t at = 0;

    model->feature_count = 1 + drawn(seed, FEATURES);
    for (size_t i = 0; i < model->feature_count; i++) {
        size_t count = drawn(seed, 3) ? drawn(seed, MOST) : 0;

        firsts[i] = at;
        for (size_t k = 0; k < count; k++) {
            weights[at].class = (uint8_t)(k * CLASSES / MOST + drawn(seed, 5));
            weights[at++].weight = drawn(seed, 2) ? INT8_MAX : -1;
        }
    }
    firsts[model->feature_count] = at;
}

static void
spoil(struct model_weight *weights, size_t count, uint64_t *seed)
{
    static const int8_t sizes[] = { 1, -127, 0, INT8_MIN, 64 };

    for (size_t k = drawn(seed, 3); k > 0 && count > 0; k--) {
        struct model_weight *weight = &weights[drawn(seed, count)];

        if (drawn(seed, 2))
            weight->weight = sizes[drawn(seed, ARRAY_LEN(sizes))];
        else
            weight->class = (uint8_t)drawn(seed, CLASSES + 2);
    }
}

/* The same is found as by looking at each feature, in a block of just the
 * size. */
static void
test_weights(void **state)
{
    struct model_weight weights[FEATURES * MOST];
    uint32_t firsts[FEATURES + 1];
    struct model model = { .class_count = CLASSES, .firsts = firsts };
    size_t refused = 0;
    uint64_t seed = 11;

    (void)state;
    for (size_t i = 0; i < 8000; i++) {
        bool good = true;

        fill(&model, weights, firsts, &seed);
        size_t count = firsts[model.feature_count];
        struct model_weight *tight = calloc(count + !count, sizeof *tight);
        assert_non_null(tight);
        memcpy(tight, weights, count * sizeof *tight);
        model.weights = tight;
        assert_true(model_weights_good(&model));
        spoil(tight, count, &seed);
        for (size_t k = 0; good && k < model.feature_count; k++)
            good = is_good(&model, k);
        refused += !good;
        assert_true(model_weights_good(&model) == good);
        free(tight);
    }
    assert_in_range(refused, 2000, 6000);
}

static void
test_too_large(void **state)
{
    static const char zeros[MODEL_SIZE];
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_SV);
    struct model *model = NULL;
    struct buf bytes;

    (void)state;
    buf_init(&bytes, &mem_default, BUF_ANY);
    buf_text(&bytes, MODEL_MAGIC);
    buf_add(&bytes, zeros, MODEL_SIZE + 1 - bytes.len);
    assert_int_equal(model_read(&model, &bytes, NULL, diags, NULL),
                     SAMSYN_E_LIMIT);
    assert_null(model);
    assert_string_equal(samsyn_diagnostics_code(diags, 0), "model-too-large");
    bytes.len--;
    assert_int_equal(model_read(&model, &bytes, NULL, NULL, NULL),
                     SAMSYN_E_SCHEMA);
    assert_int_equal(bytes.len, MODEL_SIZE); /* not taken */
    samsyn_diagnostics_free(diags);
    buf_done(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_cut),
        cmocka_unit_test(test_flipped),   cmocka_unit_test(test_weights),
        cmocka_unit_test(test_too_large),
    };

    return cmocka_run_group_tests_name("learn refused", tests, NULL, NULL);
}
