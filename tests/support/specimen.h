/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SPECIMEN_H
#define TESTS_SPECIMEN_H

/* An assessment that is made by hand, for the tests of reports.  Its parts
 * are static; nothing is to be freed.  Reports of it use @p mem. */

#include "assess/assessment.h"

struct samsyn_assessment
specimen_make(const samsyn_allocator *mem);

/* Its text with the evidence in it, its items, focus areas and gains. */
void
specimen_add_text(struct samsyn_assessment *assessment);

#endif
