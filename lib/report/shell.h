/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SHELL_H
#define REPORT_SHELL_H

/* Words of a command that somebody pastes into a shell. */

#include "base/buf.h"

/* Add a text as one word of a POSIX shell, which gives just its bytes.  What a
 * page would not show stands as numbers. */
void
shell_word(struct buf *out, const char *text);

#endif
