/* SPDX-License-Identifier: MIT */
#ifndef API_RECORD_H
#define API_RECORD_H

/* The inside of records, for comparisons and differences.  All texts are
 * valid UTF-8 and end in NUL. */

#include "base/arena.h"
#include "base/vec.h"

#define RECORD_TEXTS (SAMSYN_RECORD_PROGRAM + 1)
#define RECORD_CRITERION_TEXTS (SAMSYN_CRITERION_REASON + 1)

struct record_criterion {
    struct str texts[RECORD_CRITERION_TEXTS]; /* [0] unused */
    samsyn_verdict verdict;
    int certainty, answer;
    int64_t possible;    /* points, in thousandths; 0: unknown, or none */
    struct str account;  /* digest of what was looked for; empty: unknown */
    size_t first, count; /* of the record's quotes */
};

struct record_quote {
    struct str text, place, heading;
    struct str match; /* digest of it as JSON has it; unset: unknown */
    size_t line;
};

struct samsyn_record {
    struct arena arena;
    struct str texts[RECORD_TEXTS]; /* [0] unused */
    struct vec criteria;            /* of struct record_criterion */
    struct vec quotes;              /* of struct record_quote */
    uint64_t limit; /* of quotes a criterion: with so many it may have more */
    bool no_quotes; /* takes places and digests of quotes, no words */
};

/* A record of its own with the same in it. */
samsyn_status
record_copy(struct samsyn_record **out, const struct samsyn_record *record,
            const samsyn_allocator *mem);

const struct record_criterion *
record_criterion_at(const struct samsyn_record *record, size_t index);

const struct record_quote *
record_quote_of(const struct samsyn_record *record,
                const struct record_criterion *criterion, size_t index);

/* As it is handed out; of nothing for NULL. */
samsyn_quote
record_quote_out(const struct record_quote *quote);

/* The index of the criterion of that id, SAMSYN_NONE where there is none. */
size_t
record_find(const struct samsyn_record *record, struct str id);

/* Whether all of the texts from @p first to @p last are the same. */
bool
record_texts_equal(const struct samsyn_record *a, const struct samsyn_record *b,
                   samsyn_record_text_id first, samsyn_record_text_id last);

/* Whether both are of the same checklist to the last byte. */
bool
record_same_checklist(const struct samsyn_record *a,
                      const struct samsyn_record *b);

/* What counts: a person's answer before the machine's verdict. */
samsyn_verdict
record_counted(const struct record_criterion *criterion);

/* A place of the scale: 0 not met, 1 partly, 2 met; -1 for other verdicts. */
int
record_place(samsyn_verdict verdict);

#endif
