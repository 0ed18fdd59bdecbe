/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_READ_H
#define DOCUMENT_READ_H

/* The readers of the core: bytes to text, then text or Markdown to a document
 * through the builder.  A format is a row of a table in read.c. */

#include "document/builder.h"

/* What a reader of a format works with.  Places that it gives the builder
 * are offsets in @p text plus @p base. */
struct reading {
    struct samsyn_builder *builder;
    struct str text; /* the file as UTF-8, without a byte order mark */
    size_t base;
    const struct samsyn_language *language;
    const struct samsyn_config *config;
    struct samsyn_diagnostics *diags; /* may be NULL */
    const char *name;
};

/* Text that stands at [start, end) of reading->text. */
samsyn_status
reading_text(const struct reading *reading, size_t start, size_t end);

/* A notice, to whoever asked for diagnostics and in the document. */
samsyn_status
reading_notice(const struct reading *reading, enum diag_code code, size_t start,
               size_t end);

/* As samsyn_document_read(). */
samsyn_status
document_read(struct samsyn_document **out, struct str bytes, const char *name,
              samsyn_format format, const struct samsyn_language *language,
              const struct samsyn_config *config,
              struct samsyn_diagnostics *diags);

#endif
