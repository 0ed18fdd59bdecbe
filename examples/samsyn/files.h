/* SPDX-License-Identifier: MIT */
#ifndef FILES_H
#define FILES_H

/* Files as the command meets them: read whole up to a limit, and the names of
 * those in a directory. */

#include <stdbool.h>
#include <stddef.h>

#define MIB ((size_t)1024 * 1024)

enum file_result {
    FILE_READ,
    FILE_ABSENT,
    FILE_DENIED,
    FILE_DIRECTORY,
    FILE_TOO_LONG,
    FILE_FAILED,
    FILE_NO_MEMORY
};

struct file {
    char *bytes; /* ends in NUL as well */
    size_t length;
    int format; /* a samsyn_format; 0: by its name and content */
};

/* Read a file, "-" for standard input.  No more than @p limit bytes are kept
 * and hardly more are read.  End it with file_done(), on failure too. */
enum file_result
file_read(struct file *file, const char *path, size_t limit);
void
file_done(struct file *file);

/* Whether a path leads to a directory. */
bool
is_folder(const char *path);

/* Whether a new file may take the place of what the path leads to: nothing, or
 * a file that may be written to; no device, no directory. */
bool
can_replace(const char *path);

/* Whether two paths lead to one file. */
bool
is_same_file(const char *path, const char *other);

/* Names of a directory's files, in the order of their bytes. */
struct names {
    char **names;
    size_t count;
};

/* The names of files that end in @p ending, without it; of all files for
 * NULL.  False where the directory cannot be read or memory is out.  End it
 * with names_done(), on failure too. */
bool
names_read(struct names *names, const char *directory, const char *ending);
/* The names of everything in a directory, hidden or not, with its folders. */
bool
names_all(struct names *names, const char *directory);
void
names_sort(struct names *names);
void
names_done(struct names *names);

/* The pieces joined; NULL without memory.  Ended with free(). */
char *
join(const char *first, const char *second, const char *third);

/* Receives the library's output; @p user is a FILE. */
int
file_write(void *user, const char *bytes, size_t length);

#endif
