/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PERSON_H
#define REPORT_PERSON_H

/* How what people said is put into words, beside what the machine said. */

#include "report/page.h"

/* Whether a person said anything of the criterion; of any criterion. */
bool
person_spoke(const samsyn_criterion *criterion);
bool
person_spoke_at_all(const samsyn_assessment *assessment);

/* Add to the line: the answer with who and when, the waiver with its effect,
 * why.  False, and nothing is added, where there is none. */
bool
person_add_answer(struct page *page, const samsyn_criterion *criterion);
bool
person_add_waiver(struct page *page, const samsyn_criterion *criterion);
bool
person_add_reason(struct page *page, const samsyn_criterion *criterion,
                  samsyn_answer_text_id which);

/* All of it in one paragraph. */
bool
person_add(struct page *page, const samsyn_criterion *criterion);

/* What the score is with it, and how much was said. */
void
person_add_sum(struct page *page);
void
person_add_counts(struct page *page);

/* As lines of text: both of these where anything was said, and the files that
 * it stands in. */
void
person_put_score(struct page *page, size_t hang);
void
person_put_files(struct page *page, size_t hang);

#endif
