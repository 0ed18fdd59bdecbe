/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_COVER_H
#define CHECKLIST_COVER_H

/* Terms beside each other: what one finds the other may find too. */

#include "language/form.h"

/* Whether each hit of @p part is one of @p whole. */
bool
term_covers(const struct term *whole, const struct term *part);

/* Whether each hit of @p part is one of @p whole or has one inside. */
bool
term_holds(const struct term *part, const struct term *whole);

/* A form that both find, and whether one is known. */
bool
term_shared_form(struct form *out, const struct term *a, const struct term *b);

#endif
