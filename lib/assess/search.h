/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_SEARCH_H
#define ASSESS_SEARCH_H

/* What evaluating the rules of one criterion works on: the document, its
 * hits, and what has been found and refused so far. */

#include "base/vec.h"
#include "checklist/checklist.h"
#include "document/document.h"
#include "match/match.h"

/* Words, half-open. */
struct range {
    uint32_t first, end;
};

enum {
    CONTEXTS_MOST = 6
};

/* A stretch in which a rule is asked: the words themselves, and what counts
 * for them though it stands elsewhere (the lead-in of a list item, the titles
 * of a table's columns). */
struct extent {
    struct range main;
    struct range contexts[CONTEXTS_MOST];
    size_t context_count;
};

/* Why a hit does not count; the words of samsyn_evidence_reason(). */
enum refusal {
    REFUSAL_NONE,
    REFUSAL_ELSEWHERE, /* outside of the rule's scope: no candidate at all */
    REFUSAL_NEGATED,
    REFUSAL_HEDGED,
    REFUSAL_TENSE,
    REFUSAL_HEADING,
    REFUSAL_CONTENTS,
    REFUSAL_FURNITURE,
    REFUSAL_PLACEHOLDER,
    REFUSAL_OTHER
};

/* A hit that counted or was refused, and the rule that asked for it. */
struct find {
    struct hit hit;
    const struct rule *rule;
    enum refusal refusal;
};

/* What a rule inherits from those around it. */
struct setting {
    unsigned accept;
    unsigned places; /* 0: none named */
    int64_t section; /* -1: none named */
};

/* How near the rule came where it does not hold. */
struct nearest {
    size_t held, of;
    struct range place;
    const struct rule *rule; /* whose children are missing ... */
    uint64_t missing;        /* ... these, as bits; the first 64 */
};

struct search {
    const struct samsyn_checklist *checklist;
    const struct samsyn_document *document;
    const struct matches *matches;
    const struct samsyn_config *config;
    struct vec finds;   /* of struct find, in the order found */
    struct vec refused; /* of struct find */
    struct vec barred;  /* of struct range: where `unless` holds, sorted */
    struct nearest nearest;
    uint32_t title_end;    /* blocks of the title: 0 to this */
    uint32_t *section_end; /* by heading block: one past its last block */
    uint32_t *titles;      /* by row: the row of column titles over it */
    uint32_t mark_words[POLARITY_COUNT]; /* of the longest mark */
    uint32_t first_heading; /* block; their number where there is none */
    size_t most;            /* stretches kept a criterion */
    uint64_t steps;
    bool recording; /* refused and nearest are being kept */
    bool exploring; /* looking for what came near, not for what holds */
    bool limited;   /* the step budget is spent */
    bool failed;    /* out of memory */
    bool stopped;
};

struct range
range_of_block(const struct samsyn_document *document, uint32_t block);
/* One past the title of what stands in the blocks from @p first up to @p end:
 * its first short blocks. */
uint32_t
title_end(const struct samsyn_document *document, uint32_t first, uint32_t end);

/* Begin the search of a document that has been matched; false without
 * memory.  search_done() in any case. */
bool
search_init(struct search *search, const struct samsyn_checklist *checklist,
            const struct samsyn_document *document,
            const struct matches *matches, const struct samsyn_config *config);
void
search_done(struct search *search);

/* scope.c: whether a hit counts under a setting. */
enum refusal
judge_hit(const struct search *search, const struct setting *setting,
          const struct hit *hit);
struct setting
setting_inside(const struct setting *outer, const struct rule *rule);

/* window.c: the units of a kind, inside @p extent, in which a rule might
 * hold.  Fills @p out (of struct extent) in reading order, each once. */
void
window_units(struct search *search, const struct rule *rule,
             const struct extent *extent, struct vec *out);

/* evaluate.c: whether a rule holds; what it found is appended to finds, and
 * taken off again where it does not hold.  @p want: how many places to find
 * where more than one would do. */
bool
evaluate(struct search *search, const struct rule *rule,
         const struct extent *extent, const struct setting *setting,
         size_t want);

/* Makes barred every stretch in which one of the rules holds. */
void
bar(struct search *search, const struct rule_list *unless);

extern const struct setting setting_default;

#endif
