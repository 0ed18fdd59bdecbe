/* SPDX-License-Identifier: MIT */
#ifndef REMARKS_H
#define REMARKS_H

#include "common.h"

/* Write a copy of a Word file with the remarks of its assessment as comments
 * to the file that --out names. */
bool
remarks_write(const struct tool *tool, const samsyn_assessment *assessment,
              const samsyn_language *language, const char *name,
              const struct file *file, struct fault *fault);

#endif
