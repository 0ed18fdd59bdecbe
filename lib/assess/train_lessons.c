/* SPDX-License-Identifier: MIT */

/* Reads everything that teaches: passages by themselves, and of each labelled
 * document the evidence of its labels, the rules' verdicts, and some of its
 * passages as counter-examples for what it does not show at all. */

#include "assess/train.h"

#include "assess/judge.h"
#include "base/message.h"
#include "document/read.h"

/* ---- Passages by themselves ---- */

static size_t
find_criterion(const struct samsyn_checklist *checklist, struct str name)
{
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (str_equal(checklist->criteria[i].id, name) ||
            str_equal(checklist->criteria[i].code, name))
            return i;
    }
    return SAMSYN_NONE;
}

static bool
add_lesson(struct training *training, struct train_lesson lesson)
{
    struct train_lesson *slot = vec_push(&training->lessons);

    if (!slot || !book_turn(&training->book))
        return false;
    *slot = lesson;
    return true;
}

/* A text is read as documents are, so that its words are theirs. */
static samsyn_status
add_text(struct training *training, struct str text, struct train_lesson lesson)
{
    struct samsyn_document *document;
    samsyn_status status =
        document_read(&document, text, "passage", SAMSYN_FORMAT_TEXT,
                      training->checklist->language, training->config, NULL);

    if (status == SAMSYN_E_EMPTY)
        return SAMSYN_OK; /* teaches nothing */
    if (status)
        return status;
    if (!book_add(&training->book, document, 0,
                  (uint32_t)document->word_count) ||
        !add_lesson(training, lesson))
        status = SAMSYN_E_NOMEM;
    document_free(document);
    return status;
}

static samsyn_status
say_unknown(struct training *training, const char *criterion)
{
    struct diag_source source = { .name = "criterion" };
    struct str arg = str_of(criterion);

    if (!diag_add(training->diags, DIAG_TRAIN_CRITERION, &source, SAMSYN_NONE,
                  SAMSYN_NONE, &arg, 1, str_make("", 0)))
        return SAMSYN_E_NOMEM;
    return SAMSYN_E_ARGUMENT;
}

static samsyn_status
gather_passage(struct training *training, const samsyn_lesson *lesson)
{
    struct train_lesson row = { .criterion = SAMSYN_NONE,
                                .document = lesson->document
                                                ? lesson->document - 1
                                                : SAMSYN_NONE,
                                .verdict = lesson->verdict };

    if (lesson->criterion)
        row.criterion =
            find_criterion(training->checklist, str_of(lesson->criterion));
    if (lesson->criterion && row.criterion == SAMSYN_NONE)
        return say_unknown(training, lesson->criterion);
    return add_text(training, str_make(lesson->text, lesson->length), row);
}

/* ---- Labelled documents ---- */

static samsyn_status
gather_label(struct training *training, size_t document,
             const samsyn_lesson *label)
{
    struct train_lesson row = { .document = document,
                                .verdict = label->verdict };

    row.criterion =
        find_criterion(training->checklist, str_of(label->criterion));
    if (row.criterion == SAMSYN_NONE)
        return say_unknown(training, label->criterion);
    if (!balance_is_of_scale(label->verdict))
        return SAMSYN_OK;
    training->documents[document].labels[row.criterion] = label->verdict;
    if (label->length == 0)
        return SAMSYN_OK;
    return add_text(training, str_make(label->text, label->length), row);
}

/* Every so many of a document's passages. */
struct picking {
    struct training *training;
    const struct samsyn_document *document;
    size_t index, step, seen;
};

static bool
count_passage(void *user, const struct passage *passage)
{
    struct picking *picking = user;

    (void)passage;
    picking->seen++;
    return true;
}

static bool
pick_passage(void *user, const struct passage *passage)
{
    struct picking *picking = user;
    struct training *training = picking->training;
    const struct train_lesson row = { SAMSYN_NONE, picking->index,
                                      SAMSYN_VERDICT_NOT_MET };

    if (picking->seen++ % picking->step != 0)
        return true;
    if (!book_add(&training->book, picking->document, passage->words.first,
                  passage->words.end))
        return false;
    for (size_t i = 0; i < passage->context_count; i++) {
        if (!book_add(&training->book, picking->document,
                      passage->contexts[i].first, passage->contexts[i].end))
            return false;
    }
    return add_lesson(training, row);
}

static bool
pick_passages(struct training *training, const struct search *search,
              size_t index)
{
    struct picking picking = { training, search->document, index, 1, 0 };

    (void)passages_each(search, count_passage, &picking);
    picking.step = (picking.seen + TRAIN_PASSAGES - 1) / TRAIN_PASSAGES;
    picking.seen = 0;
    return passages_each(search, pick_passage, &picking);
}

static bool
ask_rules(struct training *training, struct search *search, size_t index)
{
    const struct samsyn_checklist *checklist = training->checklist;

    for (size_t i = 0; i < checklist->criterion_count; i++) {
        training->documents[index].rules[i] =
            judge_rules(search, &checklist->criteria[i]);
        if (search->failed)
            return false;
    }
    return pick_passages(training, search, index);
}

static samsyn_status
search_document(struct training *training, size_t index)
{
    const struct samsyn_checklist *checklist = training->checklist;
    struct matches *matches;
    struct search search;
    samsyn_status status =
        match_document(&matches, &checklist->tokens, checklist->language,
                       training->documents[index].document, training->config);

    if (status)
        return status;
    if (!search_init(&search, checklist, training->documents[index].document,
                     matches, training->config) ||
        !ask_rules(training, &search, index))
        status = SAMSYN_E_NOMEM;
    else if (search.stopped)
        status = SAMSYN_E_STOPPED;
    search_done(&search);
    matches_free(matches);
    return status;
}

static samsyn_status
gather_document(struct training *training, size_t index)
{
    const samsyn_labelled *asked = &training->asked->documents[index];
    struct train_document *document = &training->documents[index];
    size_t criteria = training->checklist->criterion_count;
    samsyn_status status = SAMSYN_OK;

    document->document = asked->document;
    document->known = asked->known != 0;
    document->labels =
        arena_array(&training->arena, criteria, sizeof *document->labels);
    document->rules =
        arena_array(&training->arena, criteria, sizeof *document->rules);
    if (!document->labels || !document->rules)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; !status && i < asked->label_count; i++)
        status = gather_label(training, index, &asked->labels[i]);
    return status ? status : search_document(training, index);
}

/* ---- Which criteria there is enough for ---- */

/* Enough that shows it and, where no rule does, enough that does not. */
static bool
is_enough(const struct training *training, size_t criterion)
{
    size_t count = 0, others = 0;

    for (size_t i = 0; i < training->lessons.len; i++) {
        const struct train_lesson *lesson = vec_at(&training->lessons, i);

        count += lesson->criterion == criterion &&
                 lesson->verdict != SAMSYN_VERDICT_NOT_MET;
        others += train_label(training, lesson, criterion, 0) < 0;
    }
    if (training->checklist->criteria[criterion].taught && others < TRAIN_LEAST)
        return false; /* nothing else would say no */
    return count >= TRAIN_LEAST;
}

static bool
choose_criteria(struct training *training)
{
    size_t count = training->checklist->criterion_count;

    training->taught =
        arena_array(&training->arena, count, sizeof *training->taught);
    if (!training->taught)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (is_enough(training, i))
            training->taught[training->taught_count++] = i;
    }
    return true;
}

samsyn_status
train_gather(struct training *training)
{
    const samsyn_training *asked = training->asked;
    samsyn_status status = SAMSYN_OK;

    training->documents = arena_array(&training->arena, asked->document_count,
                                      sizeof *training->documents);
    if (!training->documents)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; !status && i < asked->passage_count; i++)
        status = gather_passage(training, &asked->passages[i]);
    for (size_t i = 0; !status && i < asked->document_count; i++)
        status = gather_document(training, i);
    if (!status)
        status = book_close(&training->book, TRAIN_RARE);
    if (!status && !choose_criteria(training))
        status = SAMSYN_E_NOMEM;
    return status;
}
