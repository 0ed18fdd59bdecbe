/* SPDX-License-Identifier: MIT */
#ifndef LEARN_WEIGH_H
#define LEARN_WEIGH_H

/* One document weighed by one model, by one thread.  What a word adds to every
 * class is computed once for each distinct word, when it is first asked for; a
 * passage is the sum of its words and of the pairs among them.  All of it is
 * exact in integers. */

#include "document/document.h"
#include "learn/model.h"

struct weigher {
    samsyn_allocator mem;
    const struct model *model;              /* borrowed */
    const struct samsyn_document *document; /* borrowed */
    size_t kept;                            /* forms whose sums are kept */
    int16_t *sums;   /* by kept form: model->stride of them */
    uint8_t *counts; /* by kept form: its known features, or not weighed yet */
    uint32_t *words; /* by form: feature_of_word() */
};

/* Both must live as long as the weigher.  SAMSYN_OK or SAMSYN_E_NOMEM; after
 * a failure there is nothing to end. */
samsyn_status
weigher_init(struct weigher *out, const struct model *model,
             const struct samsyn_document *document,
             const samsyn_allocator *mem);
void
weigher_done(struct weigher *weigher);

/* Tallies end at so many features: what is added after is left out, so that
 * no sum can overflow. */
#define TALLY_MOST ((uint32_t)1 << 24)

/* What a stretch adds up to. */
struct tally {
    int32_t *sums; /* by class; width of them, the rest 0 */
    size_t width;
    uint32_t features;
};

/* An empty one for tallies of this weigher.  False without memory. */
bool
tally_init(struct tally *out, const struct weigher *weigher);
void
tally_done(struct tally *tally, const struct weigher *weigher);
void
tally_clear(struct tally *tally);
/* Two stretches make one; a whole @p more that is past the end is left out. */
void
tally_add(struct tally *to, const struct tally *more);

/* Adds the words [first, end).  Two words are a pair where they stand in this
 * stretch and in one sentence. */
void
weigher_add(const struct weigher *weigher, struct tally *tally, uint32_t first,
            uint32_t end);

/* Thousandths of a logit, within SCORE_MOST either way:
 * bias + scale * sum / sqrt(features), half away from zero; the bias where
 * nothing is known. */
#define SCORE_MOST 1000000
int32_t
weigher_score(const struct weigher *weigher, const struct tally *tally,
              size_t class);

/* The same for all classes at once; @p out holds model->class_count. */
void
weigher_scores(const struct weigher *weigher, const struct tally *tally,
               int32_t *out);

struct weighed_word {
    uint32_t word;  /* of the document */
    int32_t weight; /* thousandths of a logit, above 0 */
};

/* The words of a stretch that speak most for a class, best first, each form
 * once; half of what a pair weighs goes to either word.  Gives how many, at
 * most @p most. */
size_t
weigher_reasons(const struct weigher *weigher, uint32_t first, uint32_t end,
                size_t class, struct weighed_word *out, size_t most);

#endif
