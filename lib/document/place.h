/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_PLACE_H
#define DOCUMENT_PLACE_H

/* Where in the file something stands: from offsets in the source as UTF-8,
 * which runs hold, to bytes, line and column. */

#include "document/document.h"

/* Fill lines and marks from source and encoding, in the arena.  *decoded
 * receives the length of the source as UTF-8.  False without memory. */
bool
place_index(struct samsyn_document *document, size_t *decoded);

/* The place of [start, end), offsets in the source as UTF-8. */
samsyn_span
place_span(const struct samsyn_document *document, size_t start, size_t end);

/* Line and column, both from 1, of the end of a span that place_span() gave
 * and that has a line. */
struct document_point
place_end(const struct samsyn_document *document, samsyn_span span);

#endif
