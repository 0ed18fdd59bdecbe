/* SPDX-License-Identifier: MIT */

/* Whether weights are such as weighing relies on: within a feature the classes
 * rise, all of them exist, and no weight is 0 or -128.
 *
 * Nearly all bytes of a model are weights, and how many a feature has no
 * processor foresees; so they are not walked feature by feature.  Where two
 * neighbours' classes rise is counted over all weights, four at a time, and
 * again over the seams, where one feature ends and the next begins.  Those
 * counts differ by all pairs of neighbours within features just where all of
 * these rise; and then each feature's highest class is its last. */

#include "learn/model.h"

#include <string.h>

_Static_assert(sizeof(struct model_weight) == 2, "as in the file");

enum {
    FOUR = 4,   /* weights that are looked at together */
    BLOCK = 256 /* so many that the compiler knows; sums of them fit a lane */
};

/* A number in each of four lanes of 16 bits. */
#define LANES(number) ((uint64_t)0x0001000100010001 * (number))

/* Which half of its lane is a weight's class, the first of its two bytes. */
static inline unsigned
class_shift(void)
{
    const struct model_weight one = { 1, 0 };
    uint16_t lane;

    memcpy(&lane, &one, sizeof lane);
    return lane == 1 ? 0 : 8;
}

static inline uint64_t
four_classes(const struct model_weight *weights)
{
    uint64_t four;

    memcpy(&four, weights, sizeof four);
    return four >> class_shift() & LANES(0xff);
}

/* Of each weight the bits that those of 0 and -128 do not have. */
static inline uint64_t
four_sizes(const struct model_weight *weights)
{
    uint64_t four;

    memcpy(&four, weights, sizeof four);
    return four >> (8 - class_shift()) & LANES(0x7f);
}

static size_t
add_lanes(uint64_t lanes)
{
    size_t sum = 0;

    for (; lanes; lanes >>= 16)
        sum += lanes & UINT16_MAX;
    return sum;
}

static bool
has_size(const struct model_weight *weight)
{
    return ((unsigned)weight->weight & 0x7f) != 0;
}

/* Of all weights: how many have a higher class than the one before them, and
 * whether none is 0 or -128. */
struct row {
    size_t rises;
    bool sizes;
};

static struct row
look_at_all(const struct model_weight *weights, size_t count)
{
    struct row row = { 0, has_size(weights) };
    uint64_t sizes = LANES(0x80);
    size_t i = 1;

    for (; count - i >= BLOCK; i += BLOCK) {
        const struct model_weight *block = weights + i;
        uint64_t sums = 0;

        for (size_t k = 0; k < BLOCK; k += FOUR) {
            /* The ninth bit is set where the difference is above 0. */
            uint64_t differences = four_classes(block + k) + LANES(0xff) -
                                   four_classes(block + k - 1);

            sums += differences >> 8 & LANES(1);
            sizes &= four_sizes(block + k) + LANES(0x7f);
        }
        row.rises += add_lanes(sums);
    }
    for (; i < count; i++) {
        row.rises += weights[i].class > weights[i - 1].class;
        row.sizes = row.sizes && has_size(&weights[i]);
    }
    row.sizes = row.sizes && sizes == LANES(0x80);
    return row;
}

/* Where two weights are neighbours, but not of one feature. */
struct seams {
    size_t count, rises;
    unsigned last; /* the highest class before one */
};

static struct seams
look_at_seams(const struct model *model, size_t count)
{
    const struct model_weight *weights = model->weights;
    const uint32_t *firsts = model->firsts;
    struct seams seams = { 0 };
    size_t i = 1;

    while (i < model->feature_count && firsts[i] == 0)
        i++;
    /* Features without weights have no seam of their own. */
    for (; i < model->feature_count && firsts[i] < count; i++) {
        unsigned last = weights[firsts[i] - 1].class;
        bool is_seam = firsts[i] > firsts[i - 1];

        seams.count += is_seam;
        seams.rises += is_seam & (weights[firsts[i]].class > last);
        seams.last = last > seams.last ? last : seams.last;
    }
    return seams;
}

bool
model_weights_good(const struct model *model)
{
    size_t count = model->firsts[model->feature_count];

    if (count == 0)
        return true;
    struct seams seams = look_at_seams(model, count);
    struct row row = look_at_all(model->weights, count);

    return row.rises - seams.rises == count - 1 - seams.count && row.sizes &&
           seams.last < model->class_count &&
           model->weights[count - 1].class < model->class_count;
}
