/* SPDX-License-Identifier: MIT */
#ifndef READ_READER_H
#define READ_READER_H

/* What a reader gets, and what it may say.  A reader is a row of `readers` in
 * read.c: it opens blocks in the builder and adds their text, in the order in
 * which a person reads them, and gives back the builder's first failure. */

#include "base/mem.h"
#include "samsyn_read.h"

/* A larger file is refused before it is looked at. */
#define READ_MOST_BYTES ((size_t)128 * 1024 * 1024)

struct samsyn_read_options {
    samsyn_allocator mem;
    samsyn_tracked tracked;
    samsyn_lang lang; /* of places */
};

struct buf;
struct marks;

struct reading {
    samsyn_builder *builder; /* a new one, without source */
    const char *bytes;       /* the file */
    size_t length;
    const samsyn_allocator *mem;
    const struct samsyn_read_options *options; /* never NULL */
    struct marks *marks; /* where paragraphs stand in the file; NULL: unasked */
};

samsyn_status
docx_read(const struct reading *reading);
samsyn_status
odt_read(const struct reading *reading);
samsyn_status
pdf_read(const struct reading *reading);
samsyn_status
html_read(const struct reading *reading);

/* Append a copy of a DOCX file in which what is to be said of it stands as
 * comments. */
samsyn_status
docx_remark(struct buf *out, struct reading *reading,
            const samsyn_assessment *assessment);

/* Whether the programs that PDF is read by are here. */
int
pdf_can(void);

/* Say something that stands in the report: a code of the core's catalogue
 * (lib/base/diagnostics.def).  @p argument: its %2, NULL for none. */
samsyn_status
reading_note(const struct reading *reading, const char *code,
             const char *argument);

/* Refuse the file: says why, and gives back @p status. */
samsyn_status
reading_refuse(const struct reading *reading, const char *code,
               const char *argument, samsyn_status status);

#endif
