/* SPDX-License-Identifier: MIT */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <stddef.h>

/* The name of command @p index, NULL past the last; *bit receives its bit of
 * args.h. */
const char *
command_at(size_t index, unsigned *bit);

/* The bit of a command; 0 for what is none. */
unsigned
command_bit(const char *name);

#endif
