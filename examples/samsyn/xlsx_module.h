/* SPDX-License-Identifier: MIT */
#ifndef XLSX_MODULE_H
#define XLSX_MODULE_H

#include <samsyn.h>

/* Write tables as a workbook to the file of that name, which is opened anew.
 * NULL where it is whole; else why not, in English, a text that stays.  It is
 * called by its name, so it has no other caller than that of compare_xlsx.c,
 * of the same version. */
SAMSYN_API const char *
xlsx_module_write(const char *path, const samsyn_sheets *sheets);

#endif
