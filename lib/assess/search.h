/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_SEARCH_H
#define ASSESS_SEARCH_H

/* What evaluating the rules of one criterion works on: the document, its
 * hits, and what has been found and refused so far. */

#include "assess/parts.h"
#include "base/vec.h"
#include "checklist/checklist.h"
#include "document/document.h"
#include "match/match.h"

/* Words, half-open. */
struct range {
    uint32_t first, end;
};

enum {
    CONTEXTS_MOST = 8
};

/* A stretch in which a rule is asked: the words themselves, and what counts
 * for them though it stands elsewhere (the lead-in of a list item, the titles
 * of a table's columns).  A focus area may stand in several places: `main` is
 * the first, `more` are the others. */
struct extent {
    struct range main;
    const struct range *more;
    size_t more_count;
    struct range contexts[CONTEXTS_MOST];
    size_t context_count;
    bool titled; /* it begins with a heading that is an item */
};

/* A focus area of the document. */
struct focus_area {
    struct range *ranges; /* at least one; sorted, apart */
    size_t count;
    uint32_t title_start, title_end; /* its name, in the document's text */
};

/* A promise, measure or goal of the document. */
struct item {
    enum item_kind kind;
    uint32_t block; /* where it begins */
    uint32_t area;  /* the focus area it belongs to, or NO_INDEX */
    int actor;      /* index in its definition, or -1 */
    bool *holds;    /* by the rules of its definition */
    struct extent extent;
};

/* What the document is made of, as far as the checklist says; see outline.h.
 * No areas: the document is the one area. */
struct outline {
    struct focus_area *areas;
    size_t area_count;
    size_t areas_passed_over; /* beyond the most that are asked */
    uint32_t *area_of; /* by block: the area that it belongs to, NO_INDEX */
    struct item *items[ITEM_KINDS]; /* each in reading order */
    size_t item_count[ITEM_KINDS];
    bool limited; /* there may be more, or fewer */
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
    unsigned places;  /* 0: none named */
    int64_t section;  /* -1: none named */
    uint32_t column;  /* concept + 1; 0: none named */
    uint32_t heading; /* one past the block of a heading that is an item and so
                       * counts as text; 0: none */
    enum part_scope part; /* which parts are looked at */
    bool windowed;        /* in a window, beyond which nothing inside looks */
};

/* How near the rule came where it does not hold. */
struct nearest {
    size_t held, of;
    struct range place;
    const struct rule *rule; /* whose children are missing ... */
    uint64_t missing;        /* ... these, as bits; the first 64 */
};

/* What a rule over a larger stretch than the one at hand said: it is asked for
 * each item, and would say the same. */
struct memory {
    const struct rule *rule;
    bool known; /* it was asked */
    bool held;
    bool found; /* find is one that it rests on */
    struct find find;
};

struct search {
    const struct samsyn_checklist *checklist;
    const struct samsyn_document *document;
    const struct matches *matches;
    const struct samsyn_config *config;
    struct vec finds;   /* of struct find, in the order found */
    struct vec refused; /* of struct find */
    struct vec barred;  /* of struct range: where `unless` holds, sorted */
    struct vec memory;  /* of struct memory: so many a rule as areas, and one */
    struct arena arena; /* of the outline */
    struct outline outline;
    struct vec quoted;  /* of struct range: somebody else's words, sorted */
    struct parts parts; /* of the main document */
    struct nearest nearest;
    uint32_t title_end;    /* blocks of the title: 0 to this */
    uint32_t *section_end; /* by heading block: one past its last block */
    uint32_t *titles;      /* by row: the row of column titles over it */
    uint32_t mark_words[POLARITY_COUNT]; /* of the longest mark */
    uint32_t title_heading; /* the heading over all others; NO_INDEX */
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
struct range
range_of_row(const struct samsyn_document *document, uint32_t row);
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

/* Whether a word stands in one of several ranges (of struct range, sorted). */
bool
ranges_have(const struct vec *list, uint32_t word);

/* Whether a word stands in the stretch itself. */
bool
extent_has(const struct extent *extent, uint32_t word);

/* The whole document; a focus area. */
struct extent
extent_whole(const struct search *search);
struct extent
extent_area(const struct search *search, uint32_t area);

/* How many things of a kind (OVER_) there are, at least one focus area; and
 * the stretch of one. */
size_t
extent_count(const struct search *search, unsigned over);
struct extent
extent_at(const struct search *search, unsigned over, size_t index);

/* Which items begin in a range; of areas all. */
struct span_of_items {
    size_t first, end;
};
struct span_of_items
extent_items(const struct search *search, unsigned over, struct range range);

/* Add a stretch that counts for the words, unless it is there or there are too
 * many. */
void
extent_add(struct extent *extent, struct range range);

/* Add what counts for a block though it stands elsewhere: lead-ins and column
 * titles; and the headings above it. */
void
extent_add_contexts(const struct search *search, struct extent *extent,
                    uint32_t block);
void
extent_add_headings(const struct search *search, struct extent *extent,
                    uint32_t block);

/* quotation.c: fills quoted; false without memory. */
bool
quotation_find(struct search *search);

/* scope.c: whether a hit counts under a setting; whether a block holds a
 * concept at all. */
bool
holds_concept(const struct search *search, uint32_t block, size_t concept);
enum refusal
judge_hit(const struct search *search, const struct setting *setting,
          const struct hit *hit);
struct setting
setting_inside(const struct setting *outer, const struct rule *rule);

/* The setting for an item, or for another stretch. */
struct setting
setting_for(const struct search *search, const struct setting *outer,
            const struct extent *extent);

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

/* Whether a rule holds in one unit, with a find in the unit itself; its window
 * is not asked again. */
bool
evaluate_unit(struct search *search, const struct rule *rule,
              const struct extent *unit, const struct setting *setting);

/* Counts steps; false where the rule should say no: the budget is spent, the
 * caller wants to stop, or there is no memory. */
bool
search_spend(struct search *search, uint64_t steps);

/* Appends a find to finds or refused. */
void
search_keep(struct search *search, struct vec *list, const struct find *find);

/* Remembers the place where most of a rule's parts hold; @p missing: the
 * others, as bits. */
void
search_note(struct search *search, const struct rule *rule, size_t held,
            uint64_t missing, const struct hit *place);

/* near.c, order.c: judge RULE_NEAR and RULE_ORDER, as evaluate() does others.
 */
bool
arrange_near(struct search *search, const struct rule *rule,
             const struct extent *extent, const struct setting *setting,
             size_t want);
bool
arrange_order(struct search *search, const struct rule *rule,
              const struct extent *extent, const struct setting *setting,
              size_t want);

/* census.c: judge RULE_SHARE and RULE_NUMBER. */
bool
census_share(struct search *search, const struct rule *rule,
             const struct extent *extent, const struct setting *setting,
             size_t want);
bool
census_number(struct search *search, const struct rule *rule,
              const struct extent *extent, const struct setting *setting,
              size_t want);

/* bar.c: makes barred every stretch in which one of the rules holds. */
void
bar(struct search *search, const struct rule_list *unless);

extern const struct setting setting_default;

#endif
