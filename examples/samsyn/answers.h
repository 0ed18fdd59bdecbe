/* SPDX-License-Identifier: MIT */
#ifndef ANSWERS_H
#define ANSWERS_H

/* Files of answers that were named with --answers. */

#include "common.h"

/* Load them all and let the configuration use them; says what is wrong.  Gives
 * its code, CODE_DONE where nothing is. */
enum code
answers_open(struct tool *tool);

/* Note which entries were about an assessment. */
void
answers_note(const struct tool *tool, const samsyn_assessment *assessment);

/* Say which entries were about none. */
void
answers_tell(const struct tool *tool);

/* After the configuration has ended. */
void
answers_close(struct tool *tool);

#endif
