/* SPDX-License-Identifier: MIT */
#ifndef ARGS_TAKE_H
#define ARGS_TAKE_H

/* Readers of values, for the table of options. */

#include "args.h"

/* Reads a value; false where it is not one that the option takes. */
typedef bool (*take_fn)(struct args *args, const char *value);

/* Adds to a list.  Where memory is out nothing is taken, which is said as a
 * bad value. */
bool
take_more(const char ***list, size_t *count, const char *value);

/* The formats of the commands. */
bool
take_report_format(struct args *args, const char *value);
bool
take_table_format(struct args *args, const char *value);
bool
take_diff_format(struct args *args, const char *value);
bool
take_panel_format(struct args *args, const char *value);
bool
take_lint_format(struct args *args, const char *value);
bool
take_schema_format(struct args *args, const char *value);

bool
take_checklists(struct args *args, const char *value);
bool
take_names(struct args *args, const char *value);
bool
take_sheet(struct args *args, const char *value);
bool
take_before(struct args *args, const char *value);

#endif
