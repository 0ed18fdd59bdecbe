/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_ACQUAINTED_H
#define ASSESS_ACQUAINTED_H

/* Which documents a model was taught from.  What is said of these is no
 * measure of what will be said of others, so an assessment of one says so. */

#include "document/document.h"
#include "learn/model.h"

#define ACQUAINTED_SECTION "documents"

/* The first 64 bits of a document's digest, as two numbers of a section. */
enum {
    ACQUAINTED_NUMBERS = 2
};

void
acquainted_numbers(int32_t out[ACQUAINTED_NUMBERS],
                   const struct samsyn_document *document);

/* Whether the model was taught from this very document. */
bool
acquainted(const struct model *model, const struct samsyn_document *document);

#endif
