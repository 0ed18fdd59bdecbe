/* SPDX-License-Identifier: MIT */

/* Weighs the passages of a document.  A class keeps its best ones as they come
 * by, so that nothing grows with the document but the words' own weights. */

#include "assess/taught.h"

/* What weighing them works on. */
struct weighing {
    struct taught *taught;
    struct tally tally;
    int32_t *scores; /* of one passage, by class */
};

static bool
overlap(struct range a, struct range b)
{
    return a.first < b.end && b.first < a.end;
}

static void
take_out(struct taught_best *best, size_t index)
{
    for (size_t i = index; i + 1 < best->count; i++)
        best->passages[i] = best->passages[i + 1];
    best->count--;
}

/* Of passages that overlap only the best is kept: false where another that is
 * as good stands there already. */
static bool
make_room(struct taught_best *best, const struct passage *passage,
          int32_t score)
{
    size_t i = 0;

    while (i < best->count) {
        if (!overlap(best->passages[i].passage.words, passage->words))
            i++;
        else if (best->passages[i].score >= score)
            return false;
        else
            take_out(best, i);
    }
    return true;
}

static void
keep(struct taught_best *best, const struct passage *passage, int32_t score)
{
    size_t at;

    if (best->count == BEST_KEPT &&
        best->passages[BEST_KEPT - 1].score >= score)
        return;
    if (!make_room(best, passage, score))
        return;
    if (best->count < BEST_KEPT)
        best->count++;
    at = best->count - 1;
    while (at > 0 && best->passages[at - 1].score < score) {
        best->passages[at] = best->passages[at - 1];
        at--;
    }
    best->passages[at] = (struct taught_passage){ *passage, score };
}

static void
add(struct weighing *weighing, struct range range)
{
    weigher_add(&weighing->taught->weigher, &weighing->tally, range.first,
                range.end);
}

static bool
weigh(void *user, const struct passage *passage)
{
    struct weighing *weighing = user;
    const struct model *model = weighing->taught->model;

    if (passage->doubted)
        return true;
    tally_clear(&weighing->tally);
    add(weighing, passage->words);
    for (size_t i = 0; i < passage->context_count; i++)
        add(weighing, passage->contexts[i]);
    weigher_scores(&weighing->taught->weigher, &weighing->tally,
                   weighing->scores);
    for (size_t i = 0; i < model->class_count; i++)
        keep(&weighing->taught->best[i], passage, weighing->scores[i]);
    return true;
}

static bool
weigh_all(struct taught *taught, const struct search *search)
{
    struct weighing weighing = { .taught = taught };
    const samsyn_allocator *mem = &taught->mem;
    bool good;

    weighing.scores =
        mem_array(mem, taught->model->class_count, sizeof *weighing.scores);
    if (!weighing.scores)
        return false;
    good = tally_init(&weighing.tally, &taught->weigher);
    if (good) {
        (void)passages_each(search, weigh, &weighing);
        tally_done(&weighing.tally, &taught->weigher);
    }
    mem_free(mem, weighing.scores);
    return good;
}

bool
taught_init(struct taught *taught, const struct search *search,
            const struct model *model)
{
    const samsyn_allocator *mem = &search->config->mem;

    *taught = (struct taught){ .model = model, .mem = *mem };
    if (weigher_init(&taught->weigher, model, search->document, mem))
        return false;
    taught->best = mem_array(mem, model->class_count, sizeof *taught->best);
    if (!taught->best) {
        weigher_done(&taught->weigher);
        return false;
    }
    if (weigh_all(taught, search))
        return true;
    taught_done(taught);
    return false;
}

void
taught_done(struct taught *taught)
{
    if (!taught->best)
        return;
    mem_free(&taught->mem, taught->best);
    weigher_done(&taught->weigher);
    taught->best = NULL;
}

int32_t
taught_score(const struct taught *taught, size_t class, size_t most)
{
    const struct taught_best *best = &taught->best[class];
    size_t count = best->count < most ? best->count : most;
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += best->passages[i].score;
    return count > 0 ? (int32_t)(sum / (int64_t)count) : TAUGHT_NOTHING;
}
