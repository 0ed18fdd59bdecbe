/* SPDX-License-Identifier: MIT */
#ifndef READ_PDF_LINES_H
#define READ_PDF_LINES_H

/* What a child says, line by line, as it comes. */

#include "base/buf.h"

struct pdf_lines {
    /* Gets a line without its end; false wants no more. */
    bool (*take)(void *user, struct str line);
    void *user;
    struct buf rest; /* the beginning of a line */
    bool failed;     /* by memory, or a line too long */
};

void
pdf_lines_init(struct pdf_lines *lines, bool (*take)(void *, struct str),
               void *user, const samsyn_allocator *mem);
void
pdf_lines_done(struct pdf_lines *lines);

/* Shaped for struct child: @p user is a struct pdf_lines. */
bool
pdf_lines_listen(void *user, const char *bytes, size_t length);

/* Of a tag such as <word xMin="72.1">: a value, false where it has none. */
bool
pdf_attribute(struct str tag, struct str name, struct str *value);

/* Of a number with decimals as many hundredths, rounded down and held within
 * what no page reaches; false where it is no number. */
bool
pdf_hundredths(struct str tag, struct str name, int32_t *out);

/* The text of a stretch of XML without tags, its references resolved. */
void
pdf_text_of(struct buf *out, struct str xml);

#endif
