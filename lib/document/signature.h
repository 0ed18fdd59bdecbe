/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_SIGNATURE_H
#define DOCUMENT_SIGNATURE_H

/* The blocks in which a document is signed. */

#include "base/vec.h"
#include "document/document.h"

/* Marks them ZONE_SIGNATURE.  @p rules as for link_document(). */
void
signature_mark(struct samsyn_document *document,
               const struct samsyn_language *language, const struct vec *rules);

#endif
