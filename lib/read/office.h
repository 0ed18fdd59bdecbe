/* SPDX-License-Identifier: MIT */
#ifndef READ_OFFICE_H
#define READ_OFFICE_H

/* What the readers of office files have in common beside their parts. */

#include "base/str.h"
#include "read/reader.h"

/* Set the document's title; an empty one is none. */
samsyn_status
property_title(const struct reading *reading, struct str title);

/* Set its date from a time such as "2026-03-01T12:00:00Z"; what is no date is
 * none. */
samsyn_status
property_date(const struct reading *reading, struct str time);

/* Say how many tracked changes there are, and what was done with them. */
samsyn_status
note_changes(const struct reading *reading, size_t changes);

#endif
