/* SPDX-License-Identifier: MIT */
#ifndef COMPARE_H
#define COMPARE_H

#include "common.h"

/* Write tables as a workbook, to the file that --out names; what is wrong has
 * been said. */
enum code
xlsx_write(const struct tool *tool, const samsyn_sheets *sheets);

#endif
