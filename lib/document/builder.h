/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_BUILDER_H
#define DOCUMENT_BUILDER_H

/* Makes a document from blocks and text; the inside of samsyn_builder_*().
 * While blocks come in it normalises and keeps the map; at the end it splits
 * sentences and words, finds the distinct forms, links items to their
 * lead-ins and cells to their column titles, and marks the signature. */

#include "document/document.h"

/* Bytes of text that a document can have at most: offsets are 32 bits. */
#define BUILDER_MOST_TEXT (UINT32_MAX / 4)

struct samsyn_builder;

/* @p encoding: how quotes decode @p source, which is kept. */
samsyn_status
builder_new(struct samsyn_builder **out, const char *name, struct str source,
            enum encoding encoding, const char *format,
            const struct samsyn_language *language,
            const struct samsyn_config *config);
void
builder_free(struct samsyn_builder *builder);

samsyn_status
builder_open(struct samsyn_builder *builder, samsyn_block block, int level,
             unsigned flags, struct str place);
samsyn_status
builder_text(struct samsyn_builder *builder, struct str text, size_t start,
             size_t end);
samsyn_status
builder_close(struct samsyn_builder *builder);

/* Add a notice with a place in the source (SAMSYN_NONE for none). */
samsyn_status
builder_notice(struct samsyn_builder *builder, enum diag_code code,
               size_t start, size_t end);

/* The insides of samsyn_builder_say(), _diagnostics(), _set() and _file(). */
samsyn_status
builder_say(struct samsyn_builder *builder, enum diag_code code,
            struct str argument);
void
builder_hand_over(struct samsyn_builder *builder, samsyn_diagnostics **out);
samsyn_status
builder_set(struct samsyn_builder *builder, samsyn_property property,
            struct str text);
samsyn_status
builder_file(struct samsyn_builder *builder, struct str bytes);

samsyn_status
builder_finish(struct samsyn_document **out, struct samsyn_builder *builder);

#endif
