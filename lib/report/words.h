/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

/* How verdicts, weights, reasons, points and places are said to people. */

#include "report/page.h"

/* A verdict as people meet it. */
struct verdict_words {
    samsyn_verdict verdict;
    const char *mark;   /* "[x]" */
    enum message found; /* said of the text: "found in part" */
    enum message said;  /* by a person, of more than the text: "partly met" */
    enum message worth; /* what it gives, as a sentence */
    enum message brief; /* the same in one word or two */
};

/* Never NULL: an unknown verdict gets the words of the last row. */
const struct verdict_words *
words_verdict(samsyn_verdict verdict);

/* "Partly met": what a person says of a criterion. */
const char *
words_said(int verdict, samsyn_lang lang);

/* What a waived criterion counts as; "" for no effect. */
const char *
words_effect(int effect, samsyn_lang lang);

/* "Found in part": what a verdict says of the text. */
const char *
words_found(int verdict, samsyn_lang lang);

/* The last part of a document's name, and that of the main one: a path is no
 * title. */
const char *
words_last_part(const char *name);
const char *
words_file_name(const samsyn_assessment *assessment);

/* The word for a weight, for why a verdict is open, for why a stretch was
 * refused; the name itself where it is not known. */
const char *
words_weight(const char *name, samsyn_lang lang);
const char *
words_open(const char *reason, samsyn_lang lang);
const char *
words_basis(const char *basis, samsyn_lang lang);
const char *
words_refused(const char *reason, samsyn_lang lang);

/* What so many promises, measures, goals or focus areas are called, by the name
 * that samsyn_criterion_asked_of() gives; "" for "". */
const char *
words_asked_of(const char *name, int64_t count, samsyn_lang lang);

/* How certain a verdict is; "" where nothing was measured. */
const char *
words_certainty(samsyn_certainty certainty, samsyn_lang lang);

#define WORDS_NUMBER 32

/* A whole number, and thousandths as "12,5" or "12.5"; both give @p out. */
const char *
words_number(char out[WORDS_NUMBER], int64_t number);
const char *
words_points(char out[WORDS_NUMBER], int64_t thousandths, samsyn_lang lang);

/* Add a criterion's code and a word beside it, those that there are: " (a03,
 * måste)". */
void
words_beside(struct page *page, const char *code, const char *beside);
void
words_code(struct page *page, const samsyn_criterion *criterion,
           const char *beside);

/* Add what stands behind the title of a criterion to look at: " (a03, måste):
 * Hittades delvis (osäker)". */
void
words_doubt(struct page *page, const samsyn_criterion *criterion);

bool
words_is_must(const samsyn_criterion *criterion);

/* The criterion of an area that stands at *index or next behind it, and its
 * index; NULL past the last. */
const samsyn_criterion *
words_next(const samsyn_assessment *assessment, size_t area, size_t *index);

/* How a stretch is shown: briefly, with the nearest heading and the first
 * WORDS_QUOTE code points of its quote, cut at a word; or wholly. */
enum words_measure {
    WORDS_BRIEF,
    WORDS_WHOLE,
    WORDS_SHORT /* no heading, and half as much of the quote */
};

#define WORDS_QUOTE 200

/* Add the name of an annex; nothing for the main document. */
void
words_document(struct page *page, size_t number);

/* Add where a stretch stands: its line or place, false where it has neither;
 * and its document and headings. */
bool
words_line(struct page *page, const samsyn_evidence *evidence);
void
words_around(struct page *page, const samsyn_evidence *evidence,
             enum words_measure measure);

/* Add where a stretch stands and its quote, where there are quotes, to the
 * line. */
void
words_stretch(struct page *page, const samsyn_evidence *evidence,
              enum words_measure measure);

#endif
