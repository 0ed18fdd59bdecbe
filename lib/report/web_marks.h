/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WEB_MARKS_H
#define REPORT_WEB_MARKS_H

/* Every stretch of the text that the page refers to, as it is read. */

#include "samsyn.h"

#include <stdbool.h>

struct web_mark {
    samsyn_stretch stretch;
    const samsyn_criterion *criterion; /* NULL: of an item or the chain */
    bool counted;
};

struct web_marks {
    samsyn_allocator mem;
    struct web_mark *list; /* by start, then end, then as they came */
    size_t count;
};

/* Collect them; false without memory.  End with web_marks_done(), on failure
 * too. */
bool
web_marks_take(struct web_marks *marks, const samsyn_allocator *mem,
               const samsyn_assessment *assessment);
void
web_marks_done(struct web_marks *marks);

#endif
