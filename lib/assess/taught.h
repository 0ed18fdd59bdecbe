/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_TAUGHT_H
#define ASSESS_TAUGHT_H

/* Evidence that is taught: what a model says of the passages of a document.
 * Every passage is weighed once for all criteria; for each class (a criterion
 * and a level of it) the best are kept. */

#include "assess/passages.h"
#include "learn/model.h"
#include "learn/weigh.h"

enum {
    BEST_KEPT = 3 /* passages a class; more say nothing new */
};

/* A passage and its score for one class, in thousandths of a logit. */
struct taught_passage {
    struct passage passage;
    int32_t score;
};

/* The best passages for one class, the best first, none overlapping. */
struct taught_best {
    struct taught_passage passages[BEST_KEPT];
    size_t count;
};

struct taught {
    const struct model *model; /* borrowed */
    samsyn_allocator mem;
    struct weigher weigher;
    struct taught_best *best; /* by class */
};

/* Weighs every passage of a search's document.  False without memory;
 * taught_done() is allowed in any case. */
bool
taught_init(struct taught *taught, const struct search *search,
            const struct model *model);
void
taught_done(struct taught *taught);

/* The mean of the best scores for a class, at most @p most of them, in
 * thousandths of a logit; TAUGHT_NOTHING where the document has no passage. */
#define TAUGHT_NOTHING (-6000)
int32_t
taught_score(const struct taught *taught, size_t class, size_t most);

#endif
