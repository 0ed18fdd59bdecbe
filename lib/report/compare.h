/* SPDX-License-Identifier: MIT */
#ifndef REPORT_COMPARE_H
#define REPORT_COMPARE_H

/* Renderings of comparisons and differences.  They see them only through
 * samsyn.h, as any other program does. */

#include "report/page.h"

struct comparison_format {
    const char *name;
    void (*comparison)(struct buf *out, const samsyn_comparison *comparison,
                       samsyn_lang lang);
    void (*difference)(struct buf *out, const samsyn_difference *difference,
                       samsyn_lang lang);
};

/* NULL where there is no such format. */
const struct comparison_format *
comparison_format_find(struct str name);

void
comparison_text(struct buf *out, const samsyn_comparison *comparison,
                samsyn_lang lang);
void
comparison_web(struct buf *out, const samsyn_comparison *comparison,
               samsyn_lang lang);
void
difference_web(struct buf *out, const samsyn_difference *difference,
               samsyn_lang lang);
void
comparison_json(struct buf *out, const samsyn_comparison *comparison,
                samsyn_lang lang);
void
difference_text(struct buf *out, const samsyn_difference *difference,
                samsyn_lang lang);
void
difference_json(struct buf *out, const samsyn_difference *difference,
                samsyn_lang lang);

/* ---- What they share ---- */

enum {
    COMPARE_NEEDS = 3,    /* criteria shown where support is needed most */
    COMPARE_EXAMPLES = 3, /* good examples shown of a criterion */
    COMPARE_ARGS = 5
};

/* Add a sentence with up to COMPARE_ARGS arguments; NULL for what it does not
 * take. */
void
compare_add(struct page *page, enum message id,
            const char *const args[COMPARE_ARGS]);

/* The same with numbers, -1 for what it does not take. */
void
compare_add_numbers(struct page *page, enum message id,
                    const int64_t numbers[COMPARE_ARGS]);

/* The word for a verdict in a table, and its mark in a text. */
enum message
compare_word(int verdict);
char
compare_mark(int verdict);

/* Add the word for what counts; of an answer also who gives it, and the
 * machine's verdict. */
void
compare_say(struct buf *out, const samsyn_record *record, size_t criterion,
            samsyn_lang lang);

/* How many records of a round. */
int64_t
compare_rows(const samsyn_matrix *matrix, samsyn_round round);

/* What is said where no criterion needs support: of those in a group, or of
 * all for NULL. */
enum message
compare_no_need(const samsyn_matrix *matrix, const char *group);

/* How many records of all matrices. */
int64_t
compare_documents(const samsyn_comparison *comparison);

/* Whether any record has one of the other round. */
bool
compare_has_trend(const samsyn_matrix *matrix);

/* Add when a document was assessed, and by what version where that is not the
 * one that writes: ", bedömt 2026-03-01, med samsyn 0.1.0". */
void
compare_made(struct page *page, const samsyn_record *record);

/* Add the checklist's title, id and version, and how many documents. */
void
compare_heading(struct page *page, const samsyn_matrix *matrix);

/* Add " (a18, måste)". */
void
compare_code(struct page *page, const samsyn_record *record, size_t criterion);

/* Add "uppfyllt i 3 av 31 (10 %), delvis i 12. Räknas inte med: ..." */
void
compare_tally(struct page *page, const samsyn_tally *tally);

/* Add "rad 12, under ”...”". */
void
compare_place(struct page *page, const samsyn_quote *quote);

#endif
