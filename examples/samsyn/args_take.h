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

/* Exactly @p count digits off the front. */
bool
take_digits(const char **text, int count, int *number);

/* Any format that the command of @p args has. */
bool
take_format(struct args *args, const char *value);

bool
take_checklist(struct args *args, const char *value);
bool
take_explain(struct args *args, const char *value);
bool
take_lang(struct args *args, const char *value);
bool
take_date(struct args *args, const char *value);
bool
take_annex(struct args *args, const char *value);
bool
take_answers(struct args *args, const char *value);
bool
take_number(struct args *args, const char *value);
bool
take_percent(struct args *args, const char *value);
bool
take_out(struct args *args, const char *value);
bool
take_no_quotes(struct args *args, const char *value);
bool
take_config(struct args *args, const char *value);
bool
take_sarif_kinds(struct args *args, const char *value);
bool
take_help(struct args *args, const char *value);
bool
take_checklists(struct args *args, const char *value);
bool
take_names(struct args *args, const char *value);
bool
take_sheet(struct args *args, const char *value);
bool
take_before(struct args *args, const char *value);
bool
take_jobs(struct args *args, const char *value);
bool
take_files_from(struct args *args, const char *value);
bool
take_nul(struct args *args, const char *value);
bool
take_ndjson(struct args *args, const char *value);
bool
take_guide(struct args *args, const char *value);
bool
take_extends(struct args *args, const char *value);
bool
take_part(struct args *args, const char *value);
bool
take_tracked(struct args *args, const char *value);
bool
take_labels(struct args *args, const char *value);
bool
take_passages(struct args *args, const char *value);
bool
take_known(struct args *args, const char *value);
bool
take_verdicts(struct args *args, const char *value);
bool
take_machine(struct args *args, const char *value);
bool
take_group(struct args *args, const char *value);
bool
take_folds(struct args *args, const char *value);
bool
take_differences(struct args *args, const char *value);
bool
take_rules(struct args *args, const char *value);

#endif
