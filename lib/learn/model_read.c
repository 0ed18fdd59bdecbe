/* SPDX-License-Identifier: MIT */

/* Reads a model file, which may be anything at all.
 *
 * Every number is read by take_number(), which knows what is left, and every
 * count is held against a limit or against what is left before memory is
 * asked for: no file makes more memory than some times its own size.  What
 * weighing relies on is checked here and not again: hashes rise, classes
 * exist, no weight is -128.  That the weights are those of a training cannot
 * be seen; the digest is for those who ask. */

#include "learn/model.h"

#include <string.h>

#include "base/message.h"
#include "base/number.h"

struct reading {
    struct model *model;
    struct str bytes;
    size_t at;
    const unsigned char *sizes; /* by feature: how many weights */
    bool no_memory;
    enum message fault; /* where a step failed and there was memory */
};

static bool
fail(struct reading *reading, enum message fault)
{
    reading->fault = fault;
    return false;
}

static bool
has(struct reading *reading, const void *memory)
{
    if (!memory)
        reading->no_memory = true;
    return memory != NULL;
}

/* ---- Numbers and texts ---- */

/* @p count bytes that are there; NULL where they are not. */
static const unsigned char *
take(struct reading *reading, size_t count)
{
    const char *at = reading->bytes.ptr + reading->at;

    if (count > reading->bytes.len - reading->at) {
        fail(reading, MSG_LEARN_CUT);
        return NULL;
    }
    reading->at += count;
    return (const unsigned char *)at;
}

/* Four bytes, written so that compilers see one number in them. */
static uint32_t
little(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
           (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static int32_t
little_signed(const unsigned char *bytes)
{
    uint32_t number = little(bytes);

    return number <= INT32_MAX ? (int32_t)number
                               : -(int32_t)(UINT32_MAX - number) - 1;
}

static bool
take_number(struct reading *reading, size_t size, uint32_t *out)
{
    const unsigned char *bytes = take(reading, size);
    uint32_t number = 0;

    if (!bytes)
        return false;
    for (size_t i = size; i-- > 0;)
        number = number << 8 | bytes[i];
    *out = number;
    return true;
}

/* How many of something, at most @p most, each of at least @p size bytes. */
static bool
take_count(struct reading *reading, size_t width, size_t most, size_t size,
           size_t *out)
{
    uint32_t count;

    if (!take_number(reading, width, &count))
        return false;
    if (count > most)
        return fail(reading, MSG_LEARN_MANY);
    if (count > (reading->bytes.len - reading->at) / size)
        return fail(reading, MSG_LEARN_CUT);
    *out = count;
    return true;
}

static bool
take_text(struct reading *reading, struct str *out)
{
    size_t length;

    if (!take_count(reading, 2, UINT16_MAX, 1, &length))
        return false;
    const unsigned char *bytes = take(reading, length);
    if (!bytes)
        return false;
    struct str text = str_make((const char *)bytes, length);
    if (!model_is_text(text))
        return fail(reading, MSG_LEARN_TEXT);
    *out = text;
    return true;
}

/* ---- The parts of a file ---- */

static bool
read_length(struct reading *reading)
{
    uint32_t length;

    if (!take_number(reading, 4, &length))
        return false;
    if (length != reading->bytes.len)
        return fail(reading, MSG_LEARN_LENGTH);
    return true;
}

static bool
read_names(struct reading *reading)
{
    struct model *model = reading->model;
    size_t count;

    if (!take_text(reading, &model->checklist) ||
        !take_text(reading, &model->digest) ||
        !take_count(reading, 2, MODEL_CRITERIA, 2, &count))
        return false;
    model->criteria =
        arena_array(&model->arena, count, sizeof *model->criteria);
    if (!has(reading, model->criteria))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!take_text(reading, &model->criteria[i]))
            return false;
    }
    model->criterion_count = count;
    model->class_count = MODEL_LEVELS * count;
    model->stride = model_stride(model->class_count);
    return true;
}

static bool
read_classes(struct reading *reading)
{
    struct model *model = reading->model;
    size_t count = model->class_count;
    const unsigned char *bytes = take(reading, 8 * count);

    if (!bytes)
        return false;
    model->scales = arena_array(&model->arena, count, sizeof *model->scales);
    model->biases = arena_array(&model->arena, count, sizeof *model->biases);
    if (!has(reading, model->scales) || !has(reading, model->biases))
        return false;
    for (size_t i = 0; i < count; i++, bytes += 8) {
        model->scales[i] = little(bytes);
        model->biases[i] = little_signed(bytes + 4);
    }
    return true;
}

static bool
read_hashes(struct reading *reading, const unsigned char *bytes, size_t count)
{
    struct model *model = reading->model;
    uint32_t *room =
        arena_array(&model->arena, hash_index_size(count), sizeof *room);
    bool falls = false;

    model->hashes = arena_array(&model->arena, count, sizeof *model->hashes);
    if (!has(reading, room) || !has(reading, model->hashes))
        return false;
    for (size_t i = 0; i < count; i++) {
        model->hashes[i] = little(bytes + 4 * i);
        falls |= i > 0 && model->hashes[i] <= model->hashes[i - 1];
    }
    if (falls)
        return fail(reading, MSG_LEARN_ORDER);
    hash_index_make(&model->index, model->hashes, count, room);
    return true;
}

static bool
read_features(struct reading *reading)
{
    struct model *model = reading->model;
    size_t count;

    if (!take_count(reading, 4, model_most_features(model->class_count), 5,
                    &count))
        return false;
    const unsigned char *hashes = take(reading, 4 * count);
    reading->sizes = take(reading, count);
    if (!hashes || !reading->sizes)
        return false;
    model->feature_count = count;
    return read_hashes(reading, hashes, count);
}

/* Where the weights of each feature begin; gives how many there are. */
static size_t
add_up_sizes(struct model *model, const unsigned char *sizes)
{
    size_t sum = 0;

    for (size_t i = 0; i < model->feature_count; i++) {
        model->firsts[i] = (uint32_t)sum;
        sum += sizes[i];
    }
    model->firsts[model->feature_count] = (uint32_t)sum;
    return sum;
}

static bool
read_weights(struct reading *reading)
{
    struct model *model = reading->model;
    size_t count;

    if (!take_count(reading, 4, MODEL_SIZE, sizeof *model->weights, &count))
        return false;
    model->firsts = arena_array(&model->arena, model->feature_count + 1,
                                sizeof *model->firsts);
    if (!has(reading, model->firsts))
        return false;
    if (count != add_up_sizes(model, reading->sizes))
        return fail(reading, MSG_LEARN_WEIGHTS);
    const void *bytes = take(reading, count * sizeof *model->weights);
    if (!bytes)
        return false;
    model->weights = bytes;
    return model_weights_good(model) || fail(reading, MSG_LEARN_WEIGHTS);
}

static bool
read_section(struct reading *reading, struct model_section *out)
{
    if (!take_text(reading, &out->name) ||
        !take_count(reading, 4, MODEL_SIZE, 4, &out->count))
        return false;
    const unsigned char *bytes = take(reading, 4 * out->count);
    int32_t *values =
        arena_array(&reading->model->arena, out->count, sizeof *values);
    if (!bytes || !has(reading, values))
        return false;
    for (size_t i = 0; i < out->count; i++)
        values[i] = little_signed(bytes + 4 * i);
    out->values = values;
    return true;
}

static bool
read_sections(struct reading *reading)
{
    struct model *model = reading->model;
    size_t count;

    if (!take_count(reading, 2, MODEL_SECTIONS, 6, &count))
        return false;
    model->sections =
        arena_array(&model->arena, count, sizeof *model->sections);
    if (!has(reading, model->sections))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!read_section(reading, &model->sections[i]))
            return false;
    }
    model->section_count = count;
    return true;
}

static bool
read_end(struct reading *reading)
{
    return reading->at == reading->bytes.len || fail(reading, MSG_LEARN_REST);
}

static bool (*const parts[])(struct reading *reading) = {
    read_length,  read_names,    read_classes, read_features,
    read_weights, read_sections, read_end,
};

/* ---- The whole ---- */

static samsyn_status
say(struct samsyn_diagnostics *diags, enum diag_code code, const char *name,
    const struct str *args, size_t count)
{
    struct diag_source source = { name ? name : "model", STR(""), NULL };

    if (!diag_add(diags, code, &source, SAMSYN_NONE, SAMSYN_NONE, args, count,
                  STR("")))
        return SAMSYN_E_NOMEM;
    return SAMSYN_E_SCHEMA;
}

static samsyn_status
say_damage(const struct reading *reading, struct samsyn_diagnostics *diags,
           const char *name)
{
    char digits[NUMBER_TEXT];
    struct str args[2] = {
        number_text((int64_t)reading->at, digits),
        str_of(message_text(reading->fault, diag_lang(diags))),
    };

    return say(diags, DIAG_LEARN_DAMAGED, name, args, ARRAY_LEN(args));
}

/* What stands first says whether the rest is worth reading. */
static samsyn_status
check_head(struct reading *reading, struct samsyn_diagnostics *diags,
           const char *name)
{
    struct str magic = STR(MODEL_MAGIC);
    char digits[NUMBER_TEXT];
    uint32_t version;

    if (!str_starts(reading->bytes, magic))
        return say(diags, DIAG_LEARN_KIND, name, NULL, 0);
    reading->at = magic.len;
    if (!take_number(reading, 4, &version))
        return say_damage(reading, diags, name);
    if (version != MODEL_VERSION) {
        struct str arg = number_text(version, digits);

        return say(diags, DIAG_LEARN_VERSION, name, &arg, 1);
    }
    return SAMSYN_OK;
}

static samsyn_status
read_parts(struct reading *reading, struct samsyn_diagnostics *diags,
           const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        if (parts[i](reading))
            continue;
        return reading->no_memory ? SAMSYN_E_NOMEM
                                  : say_damage(reading, diags, name);
    }
    return SAMSYN_OK;
}

samsyn_status
model_read(struct model **out, struct buf *bytes,
           const struct samsyn_config *config, struct samsyn_diagnostics *diags,
           const char *name)
{
    const samsyn_allocator *mem = &config_of(config)->mem;
    struct reading reading = { .bytes = buf_view(bytes) };
    samsyn_status status;

    if (bytes->len > MODEL_SIZE) {
        status = say(diags, DIAG_LEARN_LARGE, name, NULL, 0);
        return status == SAMSYN_E_NOMEM ? status : SAMSYN_E_LIMIT;
    }
    status = check_head(&reading, diags, name);
    if (status != SAMSYN_OK)
        return status;
    reading.model = mem_alloc(mem, sizeof *reading.model);
    if (!reading.model)
        return SAMSYN_E_NOMEM;
    arena_init(&reading.model->arena, mem);
    status = read_parts(&reading, diags, name);
    if (status != SAMSYN_OK) {
        model_free(reading.model);
        return status;
    }
    reading.model->bytes = *bytes;
    buf_init(bytes, &reading.model->bytes.mem, reading.model->bytes.max);
    *out = reading.model;
    return SAMSYN_OK;
}
