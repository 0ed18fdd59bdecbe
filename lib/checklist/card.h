/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CARD_H
#define CHECKLIST_CARD_H

/* What a checklist says of itself, as on a card in a library's index: enough
 * to know whether a document is for it, without loading it. */

#include "base/arena.h"
#include "base/config.h"

struct samsyn_card {
    struct arena arena;
    struct str language;
    struct str *kinds;
    size_t kind_count;
    size_t parents; /* how many it extends, one behind the other */
};

/* As samsyn_card_read(). */
samsyn_status
card_read(struct samsyn_card **out, struct str text,
          const struct samsyn_config *config);

void
card_free(struct samsyn_card *card);

#endif
