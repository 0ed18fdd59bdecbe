/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_ASSESSMENT_H
#define ASSESS_ASSESSMENT_H

/* The result object: verdicts with what counted, what was refused and what
 * came nearest.  It copies every text it shows, so it outlives checklist and
 * document.  Texts end in NUL. */

#include "assess/date.h"
#include "base/arena.h"
#include "base/config.h"
#include "checklist/checklist.h"
#include "document/document.h"

struct samsyn_evidence {
    size_t document; /* of the set, from 1 */
    samsyn_span span;
    size_t end_line, end_column; /* of the span; 0 where it has none */
    struct str quote;
    struct str text;   /* without markup; unset where it is the quote */
    struct str match;  /* digest of a quote that is left out; else unset */
    struct str rule;   /* "met", "partly", "unless" */
    struct str note;   /* found as; for the nearest: what is missing */
    struct str reason; /* refused: why; else empty */
    struct str place;  /* containers; else empty */
    struct str *path;  /* headings above, outermost first */
    size_t path_count;
    uint32_t text_start, text_end; /* in the document's text */
};

struct evidence_list {
    struct samsyn_evidence *items;
    size_t count;
};

/* A line of the account of the search. */
struct trace_line {
    struct str text;
    size_t depth;
    int held; /* 1, 0, or -1 for a line that only introduces */
};

/* What people said of a criterion. */
struct said {
    samsyn_verdict verdict; /* of an answer; 0: nobody answered */
    samsyn_effect effect;   /* of a waiver; 0: there is none */
    struct str texts[7];    /* by enum samsyn_answer_text_id; [0] unused */
    bool older;             /* of an earlier version of the document */
    samsyn_points points;   /* with both; filled in by the score */
};

/* A file of answers: its name and digest. */
struct answers_used {
    struct str name, digest;
};

struct samsyn_criterion {
    struct str texts[13]; /* by enum samsyn_criterion_text_id; [0] unused */
    samsyn_verdict verdict;
    samsyn_verdict suggestion;  /* of a criterion left to a person; else 0 */
    samsyn_verdict rules;       /* what the rules alone say or suggest */
    samsyn_certainty certainty; /* 0: nothing is taught */
    int32_t closeness;          /* of the rules, for the model to weigh */
    int64_t weight;             /* what it can earn, thousandths */
    samsyn_points points;       /* filled in by the score */
    struct said said;           /* kept apart from all of the above */
    struct change_list changes;
    struct evidence_list evidence[4]; /* by enum samsyn_evidence_kind */
    struct trace_line *trace;
    size_t trace_count;
    struct str account; /* digest of a trace that is left out; else unset */
    bool signers;
    enum level asked;
    int of;         /* LEVEL_ITEM: enum item_kind */
    int link;       /* enum work_link, or -1 */
    uint8_t *units; /* verdicts of the areas or items, in their order */
    size_t unit_count;
    samsyn_shares shares; /* of the units, as the rules see them */
    struct samsyn_evidence *area_evidence; /* by focus area, the first where
                                            * there is one; with a link */
    size_t area_count;
};

/* What an item may say by itself, such as a time, and whether it does. */
struct held {
    struct str id;
    bool holds;
};

/* A promise, measure or goal. */
struct samsyn_item {
    enum item_kind kind;
    size_t index; /* among those of its kind */
    size_t focus; /* index of its area, or SAMSYN_NONE */
    struct str actor;
    struct held *holds; /* in the order of the checklist */
    size_t hold_count;
    struct samsyn_evidence place;
};

/* A focus area and its chain. */
struct assessed_focus {
    struct str title; /* empty: the document is the one area */
    struct {
        samsyn_verdict verdict; /* 0: no criterion shows this link */
        const struct samsyn_evidence *evidence; /* may be NULL */
    } links[LINKS];
};

/* A block of the text, as the document had it. */
struct samsyn_text_block {
    struct str text; /* in the assessment's */
    uint32_t start;  /* of it */
    uint8_t kind;    /* enum samsyn_block */
    uint8_t level;
    uint8_t flags;     /* SAMSYN_BLOCK_GUESSED and others */
    size_t document;   /* from 1 */
    size_t table, row; /* of a cell; else SAMSYN_NONE */
};

struct assessed_area {
    struct str id;
    struct str title;
    samsyn_points points;
};

struct assessed_part {
    struct str texts[7]; /* by enum samsyn_part_text; [0] unused */
    samsyn_span span;
    bool assessed;
};

struct assessed_document {
    struct str texts[10]; /* by enum samsyn_document_text; [0] unused */
    struct document_date date;
    struct samsyn_evidence dated; /* unset where it has no date */
    struct assessed_part *parts;  /* none where it is in one piece */
    size_t part_count;
};

struct samsyn_assessment {
    struct arena arena;
    struct str texts[17]; /* by enum samsyn_assessment_text_id; [0] unused */
    samsyn_lang lang;
    samsyn_score score;
    samsyn_score with_answers; /* the score, where nobody said anything */
    size_t answer_count, waiver_count;
    struct answers_used *answers; /* files of answers about the document */
    size_t answers_used;
    struct assessed_area *areas;
    size_t area_count;
    struct samsyn_criterion *criteria;
    size_t criterion_count;
    struct samsyn_item *items;
    size_t item_count;
    struct assessed_focus *focus;
    size_t focus_count;
    struct notice *notices;
    size_t notice_count;
    struct assessed_document *documents; /* the main one first */
    size_t document_count;
    struct samsyn_text_block *blocks; /* none where the text is not kept */
    size_t block_count;
    size_t *gains; /* indices of criteria; see samsyn_assessment_gain_at() */
    size_t gain_count;
    size_t *checks; /* the same; see samsyn_assessment_check_at() */
    size_t check_count;
    bool no_quotes; /* holds no words of its documents */
    struct parent_list parents;
    struct change_list changes; /* of the whole checklist */
};

/* As samsyn_assess(), but for the points, which are the score's business. */
samsyn_status
assess(struct samsyn_assessment **out, const struct samsyn_checklist *checklist,
       const struct samsyn_document *document,
       const struct samsyn_config *config);

/* What the rules of one criterion say, and nothing else. */
samsyn_status
assess_one(samsyn_verdict *verdict, const struct samsyn_checklist *checklist,
           size_t criterion, const struct samsyn_document *document,
           const struct samsyn_config *config);

void
assessment_free(struct samsyn_assessment *assessment);

#endif
