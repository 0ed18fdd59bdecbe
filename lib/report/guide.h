/* SPDX-License-Identifier: MIT */
#ifndef REPORT_GUIDE_H
#define REPORT_GUIDE_H

/* A checklist on paper: what it says, put out through a face that knows how a
 * page looks as Markdown or as HTML. */

#include "report/page.h"

struct guide;

/* What is put out is what stands in the page's line. */
struct guide_face {
    /* The page's beginning, with its title, and its end. */
    void (*begin)(struct guide *guide);
    void (*end)(struct guide *guide);
    /* An area (2) or a criterion (3) with its heading. */
    void (*open)(struct guide *guide, int level);
    void (*close)(struct guide *guide, int level);
    void (*paragraph)(struct guide *guide);
    /* A remark for who writes, which is no part of the text; and how it can
     * be written, in the language of the documents. */
    void (*remark)(struct guide *guide);
    void (*model)(struct guide *guide, const char *text);
    /* What is to be ticked; and what is to be filled in. */
    void (*tick)(struct guide *guide, const enum message *choices,
                 size_t count);
    void (*blank)(struct guide *guide, enum message label);
    bool commented; /* remarks are comments */
};

struct guide {
    const samsyn_checklist *checklist;
    samsyn_guide kind;
    struct page *page;
    const struct guide_face *face;
    void *user; /* the face's */
};

/* The whole. */
void
guide_write(struct guide *guide);

struct guide_format {
    const char *name;
    void (*write)(struct buf *out, const samsyn_checklist *checklist,
                  samsyn_guide kind, samsyn_lang lang);
};

/* NULL where there is no such format. */
const struct guide_format *
guide_format_find(struct str name);

void
guide_web(struct buf *out, const samsyn_checklist *checklist, samsyn_guide kind,
          samsyn_lang lang);

#endif
