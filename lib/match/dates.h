/* SPDX-License-Identifier: MIT */
#ifndef MATCH_DATES_H
#define MATCH_DATES_H

/* The values of the dates and periods in a document. */

#include "match/entities.h"
#include "match/match.h"

/* Fills the dates of @p matches from the hits of @p concept, which must be in
 * order.  SAMSYN_OK or SAMSYN_E_NOMEM. */
samsyn_status
dates_find(struct matches *matches, struct entity_search *search,
           uint32_t concept);

#endif
