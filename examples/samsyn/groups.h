/* SPDX-License-Identifier: MIT */
#ifndef GROUPS_H
#define GROUPS_H

/* The groups that --group NAME=PATTERN puts documents in. */

#include "args.h"

/* The name of the first group whose pattern a text is of, with its bytes in
 * *length: it does not end there.  "" for none. */
const char *
group_given(const struct args *args, const char *text, size_t *length);

#endif
