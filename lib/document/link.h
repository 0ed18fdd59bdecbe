/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_LINK_H
#define DOCUMENT_LINK_H

/* What blocks have to do with each other: headings above, lead-ins of lists,
 * titles of columns, and the signature at the end. */

#include "base/vec.h"
#include "document/document.h"

/* Page furniture or table of contents: stands in no text's way. */
bool
link_is_apart(const struct block *block);

/* @p rules: the blocks (uint32_t, rising) before which the file had a line to
 * sign on.  SAMSYN_OK or SAMSYN_E_NOMEM. */
samsyn_status
link_document(struct samsyn_document *document,
              const struct samsyn_language *language, const struct vec *rules);

#endif
