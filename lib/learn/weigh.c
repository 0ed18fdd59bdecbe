/* SPDX-License-Identifier: MIT */

/* Weighing the words of a document.
 *
 * Bounds that nothing can pass: a word has at most FEATURES_MOST features of
 * at most MODEL_WEIGHT each, which fits 16 bits; a tally has at most
 * TALLY_MOST, which fits 32, and scaled it fits 63.  Of the forms' sums no
 * more than KEPT_SUMS are kept; those of later forms are worked out wherever
 * they stand, so that memory does not grow with a document made of nothing but
 * new words.
 *
 * Rows of sums are as wide as the model's stride, a multiple of MODEL_LANES, so
 * that the compiler adds them several at a time. */

#include "learn/weigh.h"

#include <assert.h>
#include <string.h>

#include "learn/features.h"

#define KEPT_SUMS ((size_t)1 << 23)

#define NOT_WEIGHED UINT8_MAX

_Static_assert(FEATURES_MOST < NOT_WEIGHED, "a word's features");
_Static_assert(FEATURES_MOST *MODEL_WEIGHT <= INT16_MAX, "a word's sum");
_Static_assert((uint64_t)TALLY_MOST *MODEL_WEIGHT <= INT32_MAX, "a tally");

/* ---- Words ---- */

/* Adds a known feature's weights to a word's. */
static void
add_weights(int16_t *sums, const struct model *model, uint32_t feature)
{
    const struct model_weight *weight = model->weights + model->firsts[feature];
    const struct model_weight *end =
        model->weights + model->firsts[feature + 1];

    for (; weight < end; weight++)
        sums[weight->class] = (int16_t)(sums[weight->class] + weight->weight);
}

/* What a form adds to every class; gives how many of its features are
 * known.  Where their weights are is asked for of all before it is waited
 * for. */
static uint8_t
weigh_form(const struct model *model, struct str form, int16_t *sums)
{
    uint32_t features[FEATURES_MOST];
    size_t count = hash_index_find_all(&model->index, features,
                                       features_of_word(features, form));

    memset(sums, 0, model->stride * sizeof *sums);
    for (size_t i = 0; i < count; i++)
        mem_fetch(model->firsts + features[i]);
    for (size_t i = 0; i < count; i++)
        mem_fetch(model->weights + model->firsts[features[i]]);
    for (size_t i = 0; i < count; i++)
        add_weights(sums, model, features[i]);
    return (uint8_t)count;
}

static void
init_forms(struct weigher *weigher)
{
    const struct samsyn_document *document = weigher->document;

    memset(weigher->counts, NOT_WEIGHED, weigher->kept);
    for (size_t i = 0; i < document->form_count; i++)
        weigher->words[i] = feature_of_word(document->forms[i]);
}

samsyn_status
weigher_init(struct weigher *out, const struct model *model,
             const struct samsyn_document *document,
             const samsyn_allocator *mem)
{
    struct weigher weigher = { .mem = *mem,
                               .model = model,
                               .document = document };
    size_t bytes;

    weigher.kept = document->form_count;
    if (model->stride && weigher.kept > KEPT_SUMS / model->stride)
        weigher.kept = KEPT_SUMS / model->stride;
    /* Not zeroed: of many forms nobody ever asks. */
    if (mem_mul(weigher.kept, model->stride * sizeof *weigher.sums, &bytes))
        weigher.sums = mem_resize(mem, NULL, 0, bytes);
    weigher.counts = mem_array(mem, weigher.kept, 1);
    weigher.words = mem_array(mem, document->form_count, sizeof *weigher.words);
    if (!weigher.sums || !weigher.counts || !weigher.words) {
        weigher_done(&weigher);
        return SAMSYN_E_NOMEM;
    }
    init_forms(&weigher);
    *out = weigher;
    return SAMSYN_OK;
}

void
weigher_done(struct weigher *weigher)
{
    mem_free(&weigher->mem, weigher->sums);
    mem_free(&weigher->mem, weigher->counts);
    mem_free(&weigher->mem, weigher->words);
    weigher->sums = NULL;
    weigher->counts = NULL;
    weigher->words = NULL;
}

/* A form's sums, worked out when they are first asked for; in @p room where
 * they are not kept. */
static const int16_t *
sums_of(const struct weigher *weigher, uint32_t form, int16_t *room,
        uint32_t *count)
{
    const struct str *forms = weigher->document->forms;
    int16_t *sums;

    if (form >= weigher->kept) {
        *count = weigh_form(weigher->model, forms[form], room);
        return room;
    }
    sums = weigher->sums + form * weigher->model->stride;
    if (weigher->counts[form] == NOT_WEIGHED)
        weigher->counts[form] = weigh_form(weigher->model, forms[form], sums);
    *count = weigher->counts[form];
    return sums;
}

/* The feature of a word and the one before it, HASH_NONE where it is not
 * known or where they are no pair. */
static uint32_t
pair_at(const struct weigher *weigher, uint32_t word, uint32_t first)
{
    const struct word *words = weigher->document->words;

    if (word == first || (words[word].glue & ~GLUE_TIGHT) == GLUE_START)
        return HASH_NONE;
    return hash_index_find(&weigher->model->index,
                           feature_of_pair(weigher->words[words[word - 1].form],
                                           weigher->words[words[word].form]));
}

/* ---- Tallies ---- */

bool
tally_init(struct tally *out, const struct weigher *weigher)
{
    size_t width = weigher->model->stride;
    int32_t *sums = mem_array(&weigher->mem, width, sizeof *sums);

    if (sums)
        *out = (struct tally){ .sums = sums, .width = width };
    return sums != NULL;
}

void
tally_done(struct tally *tally, const struct weigher *weigher)
{
    mem_free(&weigher->mem, tally->sums);
    tally->sums = NULL;
}

void
tally_clear(struct tally *tally)
{
    memset(tally->sums, 0, tally->width * sizeof *tally->sums);
    tally->features = 0;
}

void
tally_add(struct tally *to, const struct tally *more)
{
    assert(to->width == more->width);
    if (more->features > TALLY_MOST - to->features)
        return;
    to->features += more->features;
    for (size_t i = 0; i < to->width; i++)
        to->sums[i] += more->sums[i];
}

static void
add_sums(int32_t *restrict to, const int16_t *restrict more, size_t width)
{
    for (size_t i = 0; i < width; i += MODEL_LANES) {
        for (size_t k = 0; k < MODEL_LANES; k++)
            to[i + k] += more[i + k];
    }
}

static void
add_pair(int32_t *sums, const struct model *model, uint32_t pair)
{
    const struct model_weight *weight = model->weights + model->firsts[pair];
    const struct model_weight *end = model->weights + model->firsts[pair + 1];

    for (; weight < end; weight++)
        sums[weight->class] += weight->weight;
}

void
weigher_add(const struct weigher *weigher, struct tally *tally, uint32_t first,
            uint32_t end)
{
    const struct word *words = weigher->document->words;
    int16_t room[MODEL_CLASSES];

    for (uint32_t i = first; i < end; i++) {
        uint32_t count, pair = pair_at(weigher, i, first);
        const int16_t *sums = sums_of(weigher, words[i].form, room, &count);

        if (tally->features > TALLY_MOST - FEATURES_MOST - 1)
            return;
        tally->features += count;
        add_sums(tally->sums, sums, tally->width);
        if (pair == HASH_NONE)
            continue;
        add_pair(tally->sums, weigher->model, pair);
        tally->features++;
    }
}

/* ---- Scores ---- */

/* A whole number's share of a root, half away from zero. */
static int64_t
divide(int64_t sum, uint64_t root)
{
    int64_t half = (int64_t)(root / 2);

    return (sum < 0 ? sum - half : sum + half) / (int64_t)root;
}

static int32_t
score(const struct model *model, const struct tally *tally, uint64_t root,
      size_t class)
{
    int64_t weight = 0;

    if (root)
        weight = divide(
            (int64_t)tally->sums[class] * (int64_t)model->scales[class], root);
    weight += model->biases[class];
    if (weight > SCORE_MOST)
        return SCORE_MOST;
    return weight < -SCORE_MOST ? -SCORE_MOST : (int32_t)weight;
}

int32_t
weigher_score(const struct weigher *weigher, const struct tally *tally,
              size_t class)
{
    assert(class < weigher->model->class_count);
    return score(weigher->model, tally, features_root(tally->features), class);
}

void
weigher_scores(const struct weigher *weigher, const struct tally *tally,
               int32_t *out)
{
    uint64_t root = features_root(tally->features);

    for (size_t i = 0; i < weigher->model->class_count; i++)
        out[i] = score(weigher->model, tally, root, i);
}

/* ---- Reasons ---- */

static int32_t
weight_in(const struct model *model, uint32_t feature, size_t class)
{
    return feature == HASH_NONE ? 0 : model_weight(model, feature, class);
}

/* Twice what a word weighs: pairs give it half of theirs. */
static int32_t
weight_twice(const struct weigher *weigher, uint32_t first, uint32_t end,
             uint32_t word, size_t class)
{
    const struct model *model = weigher->model;
    int16_t room[MODEL_CLASSES];
    uint32_t count;
    int32_t weight = 2 * sums_of(weigher, weigher->document->words[word].form,
                                 room, &count)[class];

    weight += weight_in(model, pair_at(weigher, word, first), class);
    if (word + 1 < end)
        weight += weight_in(model, pair_at(weigher, word + 1, first), class);
    return weight;
}

/* Puts a word where it belongs among the best; of the words of one form the
 * best stays.  Gives how many there are then. */
static size_t
keep_best(const struct samsyn_document *document, struct weighed_word *best,
          size_t count, size_t most, struct weighed_word one)
{
    size_t at = 0, gap = 0;

    while (at < count && best[at].weight >= one.weight) {
        if (document->words[best[at].word].form ==
            document->words[one.word].form)
            return count;
        at++;
    }
    for (gap = at; gap < count; gap++) {
        if (document->words[best[gap].word].form ==
            document->words[one.word].form)
            break;
    }
    if (gap == count && count < most)
        count++;
    if (at >= count)
        return count;
    if (gap == count)
        gap--;
    memmove(best + at + 1, best + at, (gap - at) * sizeof *best);
    best[at] = one;
    return count;
}

static uint32_t
features_in(const struct weigher *weigher, uint32_t first, uint32_t end)
{
    int16_t room[MODEL_CLASSES];
    uint32_t sum = 0, count;

    for (uint32_t i = first; i < end && sum <= TALLY_MOST - FEATURES_MOST - 1;
         i++) {
        sums_of(weigher, weigher->document->words[i].form, room, &count);
        sum += count + (pair_at(weigher, i, first) != HASH_NONE);
    }
    return sum;
}

size_t
weigher_reasons(const struct weigher *weigher, uint32_t first, uint32_t end,
                size_t class, struct weighed_word *out, size_t most)
{
    uint64_t root = features_root(features_in(weigher, first, end));
    int64_t scale = weigher->model->scales[class];
    size_t count = 0;

    for (uint32_t i = first; i < end && root && most; i++) {
        int64_t weight = divide(
            weight_twice(weigher, first, end, i, class) * scale / 2, root);

        if (weight <= 0)
            continue;
        if (weight > SCORE_MOST)
            weight = SCORE_MOST;
        count = keep_best(weigher->document, out, count, most,
                          (struct weighed_word){ i, (int32_t)weight });
    }
    return count;
}
