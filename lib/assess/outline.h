/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_OUTLINE_H
#define ASSESS_OUTLINE_H

/* What a document is made of: its focus areas, and the promises, measures and
 * goals in it, found once before any criterion is asked. */

#include "assess/search.h"

/* Fills search->outline; false without memory. */
bool
outline_build(struct search *search);

/* focus.c: the areas, and to which of them each block belongs; whether a
 * heading is the document's title. */
bool
outline_is_title(const struct search *search, uint32_t block);
bool
focus_find(struct search *search);

/* focus_name.c: gives blocks that stand in no area to the one whose name they
 * begin with. */
bool
focus_join(struct search *search);

/* items.c: the items, each with its area and actor. */
bool
items_find(struct search *search);

#endif
