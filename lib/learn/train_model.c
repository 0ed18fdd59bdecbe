/* SPDX-License-Identifier: MIT */

/* A trained model to the bytes of its file.
 *
 * Weights become whole numbers from -127 to 127, in parts of the largest of
 * their class; what rounds to nothing is left out, which is most of them.  A
 * feature without weights stays: it counts in the length of a passage.  The
 * writer keeps the same bounds as the reader, so that what is written can be
 * read. */

#include "learn/train.h"

struct writing {
    struct buf *out;
    const struct model_draft *draft;
    double parts[MODEL_CLASSES]; /* by class: of a weight, to round */
    int least;
};

static void
put(struct buf *out, uint32_t number, size_t size)
{
    for (size_t i = 0; i < size; i++)
        buf_char(out, (char)(uint8_t)(number >> 8 * i));
}

static void
put_text(struct buf *out, struct str text)
{
    put(out, (uint32_t)text.len, 2);
    buf_str(out, text);
}

/* ---- Rounding ---- */

static size_t
classes_of(const struct model_draft *draft)
{
    return MODEL_LEVELS * draft->criterion_count;
}

static double
largest(const struct linear *linear, size_t count)
{
    double most = 0;

    for (size_t i = 0; i < count; i++) {
        double size =
            linear->weights[i] < 0 ? -linear->weights[i] : linear->weights[i];

        if (size > most)
            most = size;
    }
    return most;
}

/* Half away from zero; within @p most either way. */
static int64_t
rounded(double x, double most)
{
    if (x > most)
        x = most;
    if (x < -most)
        x = -most;
    return (int64_t)(x < 0 ? x - 0.5 : x + 0.5);
}

/* What a class multiplies its weights by before they are rounded; its scale,
 * by which they are divided again. */
static uint32_t
part_of(const struct linear *linear, size_t count, double *part)
{
    double most = largest(linear, count);
    int64_t scale =
        rounded(most / MODEL_WEIGHT * MODEL_SCALE_UNIT, UINT32_MAX - 1.0);

    *part = scale > 0 ? MODEL_WEIGHT / most : 0;
    return (uint32_t)scale;
}

static int
whole_of(const struct writing *writing, size_t feature, size_t class)
{
    return (int)rounded(writing->draft->classes[class].weights[feature] *
                            writing->parts[class],
                        MODEL_WEIGHT);
}

/* The weight of a feature in a class; 0 where it is left out. */
static int
weight_of(const struct writing *writing, size_t feature, size_t class)
{
    int whole = whole_of(writing, feature, class);

    return whole < writing->least && -whole < writing->least ? 0 : whole;
}

/* The least size of weights that leaves no more than @p most of them. */
static int
least_for(const struct writing *writing, size_t most)
{
    const struct model_draft *draft = writing->draft;
    size_t counts[MODEL_WEIGHT + 1] = { 0 }, sum = 0;
    int least = MODEL_WEIGHT;

    for (size_t k = 0; k < classes_of(draft); k++) {
        for (size_t i = 0; i < draft->feature_count; i++) {
            int whole = whole_of(writing, i, k);

            counts[whole < 0 ? -whole : whole]++;
        }
    }
    while (least > 0 && sum + counts[least] <= most)
        sum += counts[least--];
    return least + 1;
}

/* ---- The parts of the file ---- */

static void
put_names(const struct writing *writing)
{
    const struct model_draft *draft = writing->draft;

    put_text(writing->out, draft->checklist);
    put_text(writing->out, draft->digest);
    put(writing->out, (uint32_t)draft->criterion_count, 2);
    for (size_t i = 0; i < draft->criterion_count; i++)
        put_text(writing->out, draft->criteria[i]);
}

static void
put_classes(struct writing *writing)
{
    const struct model_draft *draft = writing->draft;

    for (size_t i = 0; i < classes_of(draft); i++) {
        const struct linear *linear = &draft->classes[i];

        put(writing->out,
            part_of(linear, draft->feature_count, &writing->parts[i]), 4);
        put(writing->out,
            (uint32_t)rounded(linear->bias * 1000, INT32_MAX - 1.0), 4);
    }
    writing->least = draft->least;
    if (!writing->least)
        writing->least = least_for(writing, MODEL_WELL / 2);
}

/* How many weights each feature has; gives how many there are in all. */
static size_t
put_sizes(const struct writing *writing)
{
    const struct model_draft *draft = writing->draft;
    size_t sum = 0;

    for (size_t i = 0; i < draft->feature_count; i++) {
        uint32_t count = 0;

        for (size_t k = 0; k < classes_of(draft); k++)
            count += weight_of(writing, i, k) != 0;
        put(writing->out, count, 1);
        sum += count;
    }
    return sum;
}

static void
put_features(const struct writing *writing)
{
    const struct model_draft *draft = writing->draft;

    put(writing->out, (uint32_t)draft->feature_count, 4);
    for (size_t i = 0; i < draft->feature_count; i++)
        put(writing->out, draft->hashes[i], 4);
    put(writing->out, (uint32_t)put_sizes(writing), 4);
    for (size_t i = 0; i < draft->feature_count; i++) {
        for (size_t k = 0; k < classes_of(draft); k++) {
            int weight = weight_of(writing, i, k);

            if (weight == 0)
                continue;
            put(writing->out, (uint32_t)k, 1);
            put(writing->out, (uint32_t)weight & 0xff, 1);
        }
    }
}

static void
put_sections(const struct writing *writing)
{
    const struct model_draft *draft = writing->draft;

    put(writing->out, (uint32_t)draft->section_count, 2);
    for (size_t i = 0; i < draft->section_count; i++) {
        const struct model_section *section = &draft->sections[i];

        put_text(writing->out, section->name);
        put(writing->out, (uint32_t)section->count, 4);
        for (size_t k = 0; k < section->count; k++)
            put(writing->out, (uint32_t)section->values[k], 4);
    }
}

/* ---- The whole ---- */

static bool
texts_are_fit(const struct model_draft *draft)
{
    bool fit = model_is_text(draft->checklist) && model_is_text(draft->digest);

    for (size_t i = 0; fit && i < draft->criterion_count; i++)
        fit = model_is_text(draft->criteria[i]);
    for (size_t i = 0; fit && i < draft->section_count; i++)
        fit = model_is_text(draft->sections[i].name);
    return fit;
}

static bool
hashes_rise(const struct model_draft *draft)
{
    for (size_t i = 1; i < draft->feature_count; i++) {
        if (draft->hashes[i] <= draft->hashes[i - 1])
            return false;
    }
    return true;
}

static bool
counts_are_within(const struct model_draft *draft)
{
    if (draft->criterion_count > MODEL_CRITERIA ||
        draft->section_count > MODEL_SECTIONS ||
        draft->feature_count > model_most_features(classes_of(draft)))
        return false;
    for (size_t i = 0; i < draft->section_count; i++) {
        if (draft->sections[i].count > MODEL_SIZE)
            return false;
    }
    return true;
}

/* Everything; the length is known only at the end. */
static void
put_all(struct writing *writing)
{
    buf_str(writing->out, STR(MODEL_MAGIC));
    put(writing->out, MODEL_VERSION, 4);
    put(writing->out, 0, 4);
    put_names(writing);
    put_classes(writing);
    put_features(writing);
    put_sections(writing);
}

samsyn_status
model_write(struct buf *out, const struct model_draft *draft)
{
    const size_t length_at = sizeof MODEL_MAGIC - 1 + 4;
    struct writing writing = { .draft = draft };
    struct buf file;

    if (!counts_are_within(draft))
        return SAMSYN_E_LIMIT;
    if (!texts_are_fit(draft) || !hashes_rise(draft))
        return SAMSYN_E_ARGUMENT;
    buf_init(&file, &out->mem, BUF_ANY);
    writing.out = &file;
    put_all(&writing);
    samsyn_status status = SAMSYN_E_LIMIT;
    if (buf_failed(&file)) {
        status = SAMSYN_E_NOMEM;
    } else if (file.len <= MODEL_SIZE) {
        for (size_t i = 0; i < 4; i++)
            file.data[length_at + i] = (char)(uint8_t)(file.len >> 8 * i);
        buf_str(out, buf_view(&file));
        status = buf_failed(out) ? SAMSYN_E_NOMEM : SAMSYN_OK;
    }
    buf_done(&file);
    return status;
}
