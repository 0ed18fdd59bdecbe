/* SPDX-License-Identifier: MIT */
#ifndef SHEET_H
#define SHEET_H

/* Files of lines with fields that are parted by tabs, as editors and
 * spreadsheets write them; the first line names the fields. */

#include "common.h"

enum {
    SHEET_COLUMNS = 64 /* most fields of a line */
};

/* A file that is being read.  What is wrong is said with its line, as many
 * times as somebody may want to read, and counted. */
struct sheet {
    const struct tool *tool;
    const char *path;
    char *rest; /* what is still to be read */
    size_t line, mistakes;
};

/* Passes over a byte order mark and says what is wrong with the bytes as a
 * whole; they are written into. */
void
sheet_begin(struct sheet *sheet, const struct tool *tool, const char *path,
            struct file *file);

/* The next line that holds something; NULL after the last, and where the bytes
 * are no text or the lines too many. */
char *
sheet_line(struct sheet *sheet);

/* "path:line: what is wrong". */
void
sheet_wrong(struct sheet *sheet, enum text id, const char *first,
            const char *second);

/* Says how many mistakes were passed over; how many there were. */
size_t
sheet_end(const struct sheet *sheet);

/* Cuts a line into its fields without the blanks around them: the first
 * SHEET_COLUMNS are put in @p fields; how many there are. */
size_t
sheet_cut(char *line, char *fields[SHEET_COLUMNS]);

/* Cuts the first line.  False where it is parted by something else, names a
 * field twice or has too many, which is said. */
bool
sheet_names(struct sheet *sheet, char *line, char *fields[SHEET_COLUMNS],
            size_t *count);

/* Cuts another line; false where it has not @p wanted fields or is no UTF-8,
 * which is said. */
bool
sheet_row(struct sheet *sheet, char *line, char *fields[SHEET_COLUMNS],
          size_t wanted);

#endif
