/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_RECOGNISE_H
#define ASSESS_RECOGNISE_H

/* What kind of document a text is, by the signals of the language pack, and
 * which checklist is for that kind. */

#include "assess/assessment.h"
#include "checklist/card.h"
#include "match/match.h"

struct samsyn_recognition {
    samsyn_allocator mem;
    size_t index; /* SAMSYN_NONE where no checklist fits */
    char *kind;   /* in words; "" where unknown */
    char *reason; /* one sentence */
};

/* As samsyn_recognise(). */
samsyn_status
recognise(struct samsyn_recognition **out,
          const struct samsyn_checklist *const *checklists, size_t count,
          const struct samsyn_document *document,
          const struct samsyn_config *config);

/* As samsyn_recognise_cards(). */
samsyn_status
recognise_cards(struct samsyn_recognition **out,
                const struct samsyn_language *language,
                const struct samsyn_card *const *cards, size_t count,
                const struct samsyn_document *document,
                const struct samsyn_config *config);

/* The kind of what stands in the blocks of a matched document from @p first
 * up to @p end; NULL where it is unknown. */
const struct document_kind *
recognise_kind(const struct samsyn_checklist *checklist,
               const struct samsyn_document *document,
               const struct matches *matches, uint32_t first, uint32_t end);

void
recognition_free(struct samsyn_recognition *recognition);

#endif
