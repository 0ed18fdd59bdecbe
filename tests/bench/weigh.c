/* SPDX-License-Identifier: MIT */
/* Weighing every passage of a text for many criteria.  The model is made up:
 * it knows each feature of the text, which no real one does, so what is
 * counted is more than a true one costs.  Passages are each sentence, and each
 * two that follow each other. */

#include "bench.h"

#include <stdlib.h>
#include <string.h>

#include "document/document.h"
#include "learn/book.h"
#include "learn/weigh.h"

enum {
    CRITERIA = 30,
    CLASSES = MODEL_LEVELS * CRITERIA
};

/* One class after the other in a plane of weights, some of which are 0. */
static double *
make_weights(size_t features)
{
    double *weights = calloc(CLASSES * features + 1, sizeof *weights);

    must(weights != NULL, "memory");
    for (size_t i = 0; i < CLASSES * features; i++)
        weights[i] = (double)(i * 7919 % 255) - 127;
    return weights;
}

static void
write_model(struct buf *out, const struct book *book)
{
    double *weights = make_weights(book->hash_count);
    struct linear classes[CLASSES];
    struct str criteria[CRITERIA];
    struct model_draft draft = { .checklist = STR("bench"),
                                 .digest = STR("bench"),
                                 .criteria = criteria,
                                 .criterion_count = CRITERIA,
                                 .classes = classes,
                                 .hashes = book->hashes,
                                 .feature_count = book->hash_count };

    for (size_t i = 0; i < CRITERIA; i++)
        criteria[i] = STR("criterion");
    for (size_t i = 0; i < CLASSES; i++) {
        classes[i] =
            (struct linear){ .weights = weights + i * book->hash_count };
    }
    must(model_write(out, &draft) == SAMSYN_OK, "writing a model");
    free(weights);
}

struct model *
weigh_model(const struct samsyn_document *document)
{
    struct model *model = NULL;
    struct book book;
    struct buf file;

    book_init(&book, &mem_default);
    must(book_add(&book, document, 0, (uint32_t)document->word_count) &&
             book_turn(&book) && book_close(&book, 1) == SAMSYN_OK,
         "making a book");
    buf_init(&file, &mem_default, BUF_ANY);
    write_model(&file, &book);
    must(model_read(&model, &file, NULL, NULL, NULL) == SAMSYN_OK,
         "reading a model");
    buf_done(&file);
    book_done(&book);
    return model;
}

static void
weigh_sentences(const struct weigher *weigher)
{
    const struct samsyn_document *document = weigher->document;
    struct tally tallies[2], both;
    int32_t scores[MODEL_CLASSES];

    must(tally_init(&tallies[0], weigher) && tally_init(&tallies[1], weigher) &&
             tally_init(&both, weigher),
         "memory");
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct tally *one = &tallies[i % 2];

        tally_clear(one);
        weigher_add(weigher, one, document->sentences[i].word_first,
                    document->sentences[i].word_end);
        weigher_scores(weigher, one, scores);
        tally_clear(&both);
        tally_add(&both, &tallies[0]);
        tally_add(&both, &tallies[1]);
        weigher_scores(weigher, &both, scores);
    }
    tally_done(&tallies[0], weigher);
    tally_done(&tallies[1], weigher);
    tally_done(&both, weigher);
}

void
weigh_document(const struct samsyn_document *document,
               const struct model *model)
{
    struct weigher weigher;

    must(weigher_init(&weigher, model, document, &mem_default) == SAMSYN_OK,
         "weighing");
    weigh_sentences(&weigher);
    weigher_done(&weigher);
}
