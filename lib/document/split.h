/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_SPLIT_H
#define DOCUMENT_SPLIT_H

/* Text and blocks to sentences, words and distinct forms. */

#include "document/document.h"

/* Fills folded, sentences, words and forms, and the ranges in blocks.
 * SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_STOPPED. */
samsyn_status
split_document(struct samsyn_document *document,
               const struct samsyn_language *language,
               const struct samsyn_config *config);

#endif
