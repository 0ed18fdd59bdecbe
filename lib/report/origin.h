/* SPDX-License-Identifier: MIT */
#ifndef REPORT_ORIGIN_H
#define REPORT_ORIGIN_H

/* What a checklist extends and what it changed, in sentences. */

#include "report/page.h"

/* Add to the line what is to be said of a checklist that extends another. */
void
origin_add(struct page *page);

/* Add one change of a criterion to the line. */
void
origin_add_change(struct page *page, const samsyn_change *change);

/* Put out a line for every change that concerns the criterion. */
void
origin_put(struct page *page, const samsyn_criterion *criterion, size_t indent,
           size_t hang);

#endif
