/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_INVENTORY_H
#define ASSESS_INVENTORY_H

/* The items and focus areas of a document as part of the result, and for each
 * area its chain from problem to follow-up. */

#include "assess/assessment.h"
#include "assess/search.h"

/* Copies them when every criterion has been asked; false without memory. */
bool
inventory_take(struct samsyn_assessment *out, struct search *search);

#endif
