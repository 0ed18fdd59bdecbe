/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_JOIN_H
#define DOCUMENT_JOIN_H

/* A set of documents as one: the main document, then its annexes. */

#include "document/document.h"

/* Join @p count documents, at least one.  They are borrowed and must outlive
 * the result, which is ended with document_free().  SAMSYN_OK,
 * SAMSYN_E_NOMEM, or SAMSYN_E_LIMIT where all are too long together. */
samsyn_status
document_join(struct samsyn_document **out,
              const struct samsyn_document *const *documents, size_t count,
              const struct samsyn_config *config);

#endif
