/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_SHARED_H
#define CHECKLIST_SHARED_H

/* Entries with which a checklist adds terms to those of its language pack. */

#include "base/shape.h"
#include "checklist/checklist.h"

/* The entries of the checklist's vocabulary named by @p pairs (a vec of struct
 * yaml_pair) get the members of the pack's of that name, before their own; a
 * name that the pack has not is a fault.  False without memory. */
bool
share_entries(struct shape_reader *reader, struct samsyn_checklist *checklist,
              const struct vec *pairs);

#endif
