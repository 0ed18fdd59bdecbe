/* SPDX-License-Identifier: MIT */
#ifndef REPORT_BRIEF_H
#define REPORT_BRIEF_H

/* The one page for those who sign: what it says, put out through a face that
 * knows how a page looks as text or as HTML. */

#include "report/page.h"

struct brief;

/* A line that is put out is what stands in the page's line. */
struct brief_face {
    void (*section)(struct brief *brief, enum message title);
    void (*paragraph)(struct brief *brief);
    /* A list of entries: an entry begins with the sign of a verdict, 0 for
     * none; then its line, and lines under it. */
    void (*open_list)(struct brief *brief);
    void (*open_entry)(struct brief *brief, int verdict);
    void (*line)(struct brief *brief, bool quoted); /* the document's words */
    void (*under)(struct brief *brief, bool quoted);
    void (*close_entry)(struct brief *brief);
    void (*close_list)(struct brief *brief);
};

struct brief {
    struct page *page;
    const struct brief_face *face;
    void *user; /* the face's */
};

/* Everything under the title. */
void
brief_write(struct brief *brief);

#endif
