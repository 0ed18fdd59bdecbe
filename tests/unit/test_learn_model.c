/* SPDX-License-Identifier: MIT */

/* Model files: what is written is read again, and what could not be read is
 * not written. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/ledger.h"
#include "support/taught.h"

/* ---- There and back ---- */

static void
check_model(const struct model *model, const struct taught_draft *taught)
{
    const struct model_section *section = model_section(model, STR("tal"));

    assert_true(str_equal(model->checklist, STR("prov")));
    assert_true(str_equal(model->digest, STR("sha256:0")));
    assert_int_equal(model_criterion(model, STR("alfa")), 0);
    assert_int_equal(model_criterion(model, STR("beta")), 1);
    assert_true(model_criterion(model, STR("alf")) == SAMSYN_NONE);
    assert_int_equal(model->feature_count, taught->book.hash_count);
    assert_memory_equal(model->hashes, taught->book.hashes,
                        model->feature_count * sizeof *model->hashes);
    assert_non_null(section);
    assert_int_equal(section->count, 3);
    assert_memory_equal(section->values, taught->values, sizeof taught->values);
    assert_int_equal(model_section(model, STR("inga"))->count, 0);
    assert_null(model_section(model, STR("andra")));
}

/* Every weight is as near as a part of the largest. */
static void
check_weights(const struct model *model, const struct taught_draft *taught)
{
    for (size_t k = 0; k < model->class_count; k++) {
        const struct linear *linear = &taught->classes[k];
        double unit = (double)model->scales[k] / MODEL_SCALE_UNIT;
        double off = linear->bias - model->biases[k] / 1000.0;
        int most = 0;

        assert_true(off < 0.00051 && off > -0.00051);
        for (size_t i = 0; i < model->feature_count; i++) {
            int weight = model_weight(model, i, k);

            off = linear->weights[i] - weight * unit;
            assert_true(off < 0.51 * unit && off > -0.51 * unit);
            if (abs(weight) > most)
                most = abs(weight);
        }
        assert_int_equal(most, MODEL_WEIGHT);
    }
}

static samsyn_status
there_and_back(const samsyn_allocator *mem)
{
    struct taught_draft taught;
    struct model *model = NULL;
    struct buf file;
    samsyn_status status = taught_train(&taught, mem);

    buf_init(&file, mem, BUF_ANY);
    if (status == SAMSYN_OK)
        status = model_write(&file, &taught.draft);
    if (status == SAMSYN_OK)
        status = taught_read(&model, buf_view(&file), mem, NULL);
    assert_true((status == SAMSYN_OK) == (model != NULL));
    if (model) {
        check_model(model, &taught);
        check_weights(model, &taught);
    }
    model_free(model);
    buf_done(&file);
    taught_end(&taught);
    return status;
}

static void
test_there_and_back(void **state)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    (void)state;
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);

        assert_in_range(n, 0, 300);
        status = there_and_back(&mem);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
    model_free(NULL);
}

/* ---- What is left out ---- */

static size_t
weights_in(const struct model *model)
{
    return model->firsts[model->feature_count];
}

static void
test_least(void **state)
{
    static const int leasts[] = { 0, 1, 2, 20, 127, 128 };
    size_t before = SIZE_MAX;
    struct taught_draft taught;

    (void)state;
    assert_int_equal(taught_train(&taught, &mem_default), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(leasts); i++) {
        struct model *model = NULL;
        struct buf file;

        buf_init(&file, &mem_default, BUF_ANY);
        taught.draft.least = leasts[i];
        assert_int_equal(model_write(&file, &taught.draft), SAMSYN_OK);
        assert_int_equal(
            taught_read(&model, buf_view(&file), &mem_default, NULL),
            SAMSYN_OK);
        /* A small file has room for all, as if 1 were asked for. */
        if (i > 1)
            assert_true(weights_in(model) < before);
        if (i == 1)
            assert_true(weights_in(model) == before);
        before = weights_in(model);
        for (size_t k = 0; k < weights_in(model); k++) {
            assert_true(model->weights[k].weight != 0);
            assert_true(abs(model->weights[k].weight) >= leasts[i]);
        }
        model_free(model);
        buf_done(&file);
    }
    assert_int_equal(before, 0);
    taught_end(&taught);
}

/* So many features that weights have to go. */
static void
test_room(void **state)
{
    enum {
        FEATURES = 200000
    };
    struct linear classes[4];
    uint32_t *hashes = calloc(FEATURES, sizeof *hashes);
    double *weights = calloc(FEATURES, sizeof *weights);
    struct model *model = NULL;
    struct taught_draft taught;
    struct buf file;

    (void)state;
    assert_non_null(hashes);
    assert_non_null(weights);
    for (size_t i = 0; i < FEATURES; i++) {
        hashes[i] = (uint32_t)i * 1000;
        weights[i] = (double)(i % 255) - 127;
    }
    for (size_t k = 0; k < 4; k++)
        classes[k] = (struct linear){ .weights = weights, .bias = 0 };
    assert_int_equal(taught_train(&taught, &mem_default), SAMSYN_OK);
    taught.draft.classes = classes;
    taught.draft.hashes = hashes;
    taught.draft.feature_count = FEATURES;
    buf_init(&file, &mem_default, BUF_ANY);
    assert_int_equal(model_write(&file, &taught.draft), SAMSYN_OK);
    assert_in_range(file.len, MODEL_WELL, MODEL_SIZE);
    assert_int_equal(taught_read(&model, buf_view(&file), &mem_default, NULL),
                     SAMSYN_OK);
    assert_in_range(2 * weights_in(model), MODEL_WELL * 9 / 10, MODEL_WELL);
    taught.draft.least = 1; /* all of them are too many */
    file.len = 0;
    assert_int_equal(model_write(&file, &taught.draft), SAMSYN_E_LIMIT);
    assert_int_equal(file.len, 0);
    model_free(model);
    buf_done(&file);
    taught_end(&taught);
    free(weights);
    free(hashes);
}

/* ---- What is not written ---- */

static void
spoil_text(struct model_draft *draft)
{
    draft->checklist = STR("");
}

static void
spoil_digest(struct model_draft *draft)
{
    draft->digest = STR("a\nb");
}

static void
spoil_criterion(struct model_draft *draft)
{
    static const struct str criteria[] = { { "alfa", 4 }, { "\xC3", 1 } };

    draft->criteria = criteria;
}

static void
spoil_section(struct model_draft *draft)
{
    static const struct model_section section = { { "", 0 }, NULL, 0 };

    draft->sections = &section;
    draft->section_count = 1;
}

static void
spoil_hashes(struct model_draft *draft)
{
    static const uint32_t hashes[] = { 1, 1 };

    draft->hashes = hashes;
    draft->feature_count = 2;
}

static void
spoil_criteria(struct model_draft *draft)
{
    draft->criterion_count = MODEL_CRITERIA + 1;
}

static void
spoil_features(struct model_draft *draft)
{
    draft->feature_count = model_most_features(4) + 1;
}

static void
spoil_sections(struct model_draft *draft)
{
    draft->section_count = MODEL_SECTIONS + 1;
}

static void
spoil_values(struct model_draft *draft)
{
    static const int32_t values[MODEL_SIZE / 4];
    static const struct model_section section = { { "stor", 4 },
                                                  values,
                                                  MODEL_SIZE / 4 };

    draft->sections = &section;
    draft->section_count = 1;
}

static const struct {
    void (*spoil)(struct model_draft *draft);
    samsyn_status status;
} unwritten[] = {
    { spoil_text, SAMSYN_E_ARGUMENT },
    { spoil_digest, SAMSYN_E_ARGUMENT },
    { spoil_criterion, SAMSYN_E_ARGUMENT },
    { spoil_section, SAMSYN_E_ARGUMENT },
    { spoil_hashes, SAMSYN_E_ARGUMENT },
    { spoil_criteria, SAMSYN_E_LIMIT },
    { spoil_features, SAMSYN_E_LIMIT },
    { spoil_sections, SAMSYN_E_LIMIT },
    { spoil_values, SAMSYN_E_LIMIT },
};

static void
test_unwritten(void **state)
{
    struct taught_draft taught;

    (void)state;
    assert_int_equal(taught_train(&taught, &mem_default), SAMSYN_OK);
    for (size_t i = 0; i < ARRAY_LEN(unwritten); i++) {
        struct model_draft draft = taught.draft;
        struct buf file;

        buf_init(&file, &mem_default, BUF_ANY);
        unwritten[i].spoil(&draft);
        assert_int_equal(model_write(&file, &draft), unwritten[i].status);
        assert_int_equal(file.len, 0);
        buf_done(&file);
    }
    taught_end(&taught);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_least),
        cmocka_unit_test(test_room),
        cmocka_unit_test(test_unwritten),
    };

    return cmocka_run_group_tests_name("learn model", tests, NULL, NULL);
}
