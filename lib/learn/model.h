/* SPDX-License-Identifier: MIT */
#ifndef LEARN_MODEL_H
#define LEARN_MODEL_H

/* A trained model: for every criterion two questions to a passage, whether it
 * shows the criterion at least partly (level 0) and whether it shows it met
 * (level 1).  A question is a class, 2 * criterion + level; it has a weight
 * for every feature that matters to it.
 *
 * The file, all numbers little-endian: MODEL_MAGIC, u32 version, u32 length
 * of the file; text checklist, text digest; u16 criteria, each a text; for
 * each class u32 scale, i32 bias; u32 features, their hashes (u32, rising),
 * how many weights each has (u8); u32 weights, each u8 class (rising within a
 * feature) and i8 weight (not 0, not -128); u16 sections, each a text, u32
 * count, i32 values.  A text is u16 length and that many bytes of UTF-8. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/config.h"
#include "base/diag.h"
#include "learn/hash_index.h"

#define MODEL_MAGIC "\x8FSYN\r\n\x1A\n"

enum {
    MODEL_LEVELS = 2,
    MODEL_VERSION = 1,
    MODEL_CRITERIA = 120,            /* most */
    MODEL_CLASSES = 240,             /* most */
    MODEL_TEXT = 200,                /* most bytes of a text */
    MODEL_SECTIONS = 64,             /* most */
    MODEL_WELL = 640 * 1024,         /* bytes that weights do well in */
    MODEL_SIZE = 2 * 1024 * 1024,    /* most bytes of a file */
    MODEL_SCALE_UNIT = 65536 * 1000, /* of a scale: one logit */
    MODEL_WEIGHT = 127,              /* largest, either sign */
    MODEL_LANES = 16,                /* weights that are added at a time */
    MODEL_ROOM = 16 * 1024 * 1024    /* most weights, also those of 0 */
};

/* What a feature weighs for one class; as in the file. */
struct model_weight {
    uint8_t class;
    int8_t weight;
};

/* A named list of numbers that a model carries for others. */
struct model_section {
    struct str name;
    const int32_t *values;
    size_t count;
};

/* Immutable; everything is in the arena or stands in the bytes of the file:
 * names and weights. */
struct model {
    struct arena arena;
    struct buf bytes;
    struct str checklist, digest; /* the digest: of what it was taught */
    struct str *criteria;
    size_t criterion_count;
    size_t class_count;
    size_t stride;    /* class_count, up to a multiple of MODEL_LANES */
    uint32_t *scales; /* by class: a weight of 1, of MODEL_SCALE_UNIT */
    int32_t *biases;  /* by class: thousandths of a logit */
    uint32_t *hashes; /* of the features */
    size_t feature_count;
    const struct model_weight *weights; /* by feature, by class */
    uint32_t *firsts; /* by feature, and one more: its first weight */
    struct hash_index index;
    struct model_section *sections;
    size_t section_count;
};

/* Reads a file's bytes, which the model takes out of @p bytes where it can be
 * read.  @p config and @p diags may be NULL; @p name is shown in messages.
 * SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_LIMIT (larger than MODEL_SIZE),
 * SAMSYN_E_SCHEMA. */
samsyn_status
model_read(struct model **out, struct buf *bytes,
           const struct samsyn_config *config, struct samsyn_diagnostics *diags,
           const char *name);

/* NULL is allowed. */
void
model_free(struct model *model);

/* Whether a text may stand in a model: UTF-8 without control characters, of 1
 * to MODEL_TEXT bytes. */
bool
model_is_text(struct str text);

/* Whether the weights, wherever features have theirs, are as the file must
 * have them; for model_read(). */
bool
model_weights_good(const struct model *model);

/* How many features a model of so many classes may have, and how many sums its
 * tallies have then. */
size_t
model_most_features(size_t classes);
size_t
model_stride(size_t classes);

/* The criterion of that id; SAMSYN_NONE where the model has none. */
size_t
model_criterion(const struct model *model, struct str id);

/* What a feature weighs for a class; 0 where it says nothing of it. */
int32_t
model_weight(const struct model *model, size_t feature, size_t class);

/* The section of that name, NULL where the model has none. */
const struct model_section *
model_section(const struct model *model, struct str name);

#endif
