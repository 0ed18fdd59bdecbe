/* SPDX-License-Identifier: MIT */

/* The weightiest words of a model, for tests/laws/spoil.py.  A model holds
 * hashes and no words, so each word of a text is weighed by itself:
 *
 *   heavy checklists/x.model words.txt
 *
 * A line for each class: the criterion, the level, and the words that speak
 * most for it, best first. */

#include <stdio.h>
#include <stdlib.h>

#include "document/document.h"
#include "learn/model.h"
#include "learn/weigh.h"
#include "support/whole.h"

enum {
    WORDS_MOST = 12 /* a class */
};

/* The best of one class, by score. */
struct best {
    int32_t scores[WORDS_MOST];
    uint32_t words[WORDS_MOST];
    size_t count;
};

static void
keep(struct best *best, uint32_t word, int32_t score)
{
    size_t at = best->count;

    if (at == WORDS_MOST && best->scores[at - 1] >= score)
        return;
    if (at == WORDS_MOST)
        at--;
    else
        best->count++;
    for (; at > 0 && best->scores[at - 1] < score; at--) {
        best->scores[at] = best->scores[at - 1];
        best->words[at] = best->words[at - 1];
    }
    best->scores[at] = score;
    best->words[at] = word;
}

/* Weighs each form of the document once. */
static bool
weigh_all(struct best *best, const struct weigher *weigher)
{
    const struct samsyn_document *document = weigher->document;
    bool *seen = calloc(document->form_count, sizeof *seen);
    struct tally tally;

    if (!seen || !tally_init(&tally, weigher)) {
        free(seen);
        return false;
    }
    for (uint32_t i = 0; i < document->word_count; i++) {
        if (seen[document->words[i].form])
            continue;
        seen[document->words[i].form] = true;
        tally_clear(&tally);
        weigher_add(weigher, &tally, i, i + 1);
        for (size_t k = 0; k < weigher->model->class_count; k++)
            keep(&best[k], i, weigher_score(weigher, &tally, k));
    }
    tally_done(&tally, weigher);
    free(seen);
    return true;
}

static void
print_class(const struct weigher *weigher, const struct best *best,
            size_t class)
{
    const struct samsyn_document *document = weigher->document;
    struct str id = weigher->model->criteria[class / MODEL_LEVELS];

    printf("%.*s\t%zu", (int)id.len, id.ptr, class % MODEL_LEVELS);
    for (size_t i = 0; i < best->count; i++) {
        const struct word *word = &document->words[best->words[i]];

        printf("\t%.*s", (int)word->length, document->text.ptr + word->start);
    }
    putchar('\n');
}

static bool
print_all(const struct model *model, const struct samsyn_document *document)
{
    struct best *best = calloc(model->class_count, sizeof *best);
    struct weigher weigher;
    bool good = false;

    if (best && !weigher_init(&weigher, model, document, &mem_default)) {
        good = weigh_all(best, &weigher);
        for (size_t i = 0; good && i < model->class_count; i++)
            print_class(&weigher, &best[i], i);
        weigher_done(&weigher);
    }
    free(best);
    return good;
}

int
main(int argc, char **argv)
{
    struct text files[2] = { 0 };
    samsyn_language *language = NULL;
    samsyn_document *document = NULL;
    struct model *model = NULL;
    struct buf taught;
    samsyn_config *config = whole_config();
    bool good = argc == 3 && config && whole_read(&files[0], argv[1]) &&
                whole_read(&files[1], argv[2]);

    buf_init(&taught, &mem_default, BUF_ANY);
    if (good)
        buf_add(&taught, files[0].bytes, files[0].length);
    good = good && !buf_failed(&taught) &&
           !model_read(&model, &taught, NULL, NULL, argv[1]) &&
           !samsyn_language_load(&language, "sv", 2, config, NULL) &&
           !samsyn_document_read(&document, files[1].bytes, files[1].length,
                                 "words", SAMSYN_FORMAT_TEXT, language, config,
                                 NULL) &&
           print_all(model, document);
    if (!good)
        fprintf(stderr, "heavy: cannot weigh these files\n");
    samsyn_document_free(document);
    samsyn_language_free(language);
    model_free(model);
    buf_done(&taught);
    samsyn_config_free(config);
    free(files[0].bytes);
    free(files[1].bytes);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
