/* SPDX-License-Identifier: MIT */
#ifndef FOLDS_H
#define FOLDS_H

#include "common.h"

/* Write which fold each document of the given folders is in: lines of file
 * and fold, parted by a tab. */
enum code
folds_show(const struct tool *tool);

#endif
