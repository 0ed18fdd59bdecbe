/* SPDX-License-Identifier: MIT */
#ifndef TESTS_OPENED_H
#define TESTS_OPENED_H

/* Office files written by hand around a little XML, and what samsyn-read
 * makes of them.  The text is as dump_blocks() has it. */

#include "base/buf.h"
#include "samsyn_read.h"
#include "tests/support/packed.h"

/* What stands in a DOCX file; NULL: no such part. */
struct opened_docx {
    const char *body;                                  /* in w:body */
    const char *styles, *lists, *footnotes, *endnotes; /* in their roots */
    const char *header, *footer;
    const char *properties;
    bool strict; /* the other namespaces */
};

void
opened_docx(struct buf *out, const struct opened_docx *file);

struct opened_odt {
    const char *text;      /* in office:text */
    const char *automatic; /* in office:automatic-styles of the text */
    const char *styles;    /* in office:styles */
    const char *margins;   /* in style:master-page */
    const char *meta;
};

void
opened_odt(struct buf *out, const struct opened_odt *file);
void
opened_fodt(struct buf *out, const struct opened_odt *file);

#endif
