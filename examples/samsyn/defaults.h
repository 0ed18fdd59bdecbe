/* SPDX-License-Identifier: MIT */
#ifndef DEFAULTS_H
#define DEFAULTS_H

#include "args.h"

/* Apply what the file of defaults says to a command, where the arguments say
 * nothing else.  False, and said, where the file is wrong. */
bool
defaults_apply(struct args *args, const char *name, int argc, char **argv);

/* Say on standard error which of them results depend on. */
void
defaults_tell(const struct args *args);

#endif
