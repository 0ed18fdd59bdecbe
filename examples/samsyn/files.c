/* SPDX-License-Identifier: MIT */
/* Reading files and directories.
 *
 * A file is read to its end into memory that grows, whatever its size is said
 * to be, so that pipes and devices are read like files; what does not end is
 * left at the limit. */

#define _POSIX_C_SOURCE 200809L

#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_SIZE ((size_t)65536)

static enum file_result
result_of(int error)
{
    static const struct {
        int error;
        enum file_result result;
    } rows[] = {
        { ENOENT, FILE_ABSENT },      { ENOTDIR, FILE_ABSENT },
        { EACCES, FILE_DENIED },      { EPERM, FILE_DENIED },
        { EISDIR, FILE_DIRECTORY },   { EFBIG, FILE_TOO_LONG },
        { EOVERFLOW, FILE_TOO_LONG }, { ENOMEM, FILE_NO_MEMORY },
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].error == error)
            return rows[i].result;
    }
    return FILE_FAILED;
}

/* Room for more bytes and a NUL, up to @p most and one byte. */
static bool
grow(struct file *file, size_t *size, size_t most)
{
    size_t wanted = *size ? *size * 2 : FIRST_SIZE;
    char *bytes;

    if (wanted - 2 > most)
        wanted = most + 2;
    bytes = realloc(file->bytes, wanted);
    if (!bytes)
        return false;
    file->bytes = bytes;
    *size = wanted;
    return true;
}

/* Room for as much as a file says that it holds, so that it need not be moved
 * while it is read.  It may hold more when it is read, or less. */
static bool
make_room(struct file *file, int descriptor, size_t *size, size_t limit)
{
    struct stat about;

    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode) ||
        about.st_size <= 0 || (uintmax_t)about.st_size > limit)
        return true;
    *size = (size_t)about.st_size + 2;
    file->bytes = malloc(*size);
    return file->bytes != NULL;
}

static enum file_result
read_all(struct file *file, int descriptor, size_t limit)
{
    size_t size = 0;

    if (!make_room(file, descriptor, &size, limit))
        return FILE_NO_MEMORY;
    for (;;) {
        ssize_t got;

        if (file->length + 1 >= size && !grow(file, &size, limit))
            return FILE_NO_MEMORY;
        got = read(descriptor, file->bytes + file->length,
                   size - 1 - file->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return result_of(errno);
        file->length += (size_t)got;
        file->bytes[file->length] = '\0';
        if (file->length > limit)
            return FILE_TOO_LONG;
        if (got == 0)
            return FILE_READ;
    }
}

enum file_result
file_read(struct file *file, const char *path, size_t limit)
{
    enum file_result result;
    int descriptor;

    *file = (struct file){ NULL, 0, 0 };
    if (strcmp(path, "-") == 0)
        return read_all(file, STDIN_FILENO, limit);
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return result_of(errno);
    result = read_all(file, descriptor, limit);
    close(descriptor); /* only read: nothing can be lost */
    return result;
}

void
file_done(struct file *file)
{
    free(file->bytes);
    *file = (struct file){ NULL, 0, 0 };
}

char *
join(const char *first, const char *second, const char *third)
{
    size_t lengths[] = { strlen(first), strlen(second), strlen(third) };
    char *text = malloc(lengths[0] + lengths[1] + lengths[2] + 1);

    if (!text)
        return NULL;
    memcpy(text, first, lengths[0]);
    memcpy(text + lengths[0], second, lengths[1]);
    memcpy(text + lengths[0] + lengths[1], third, lengths[2] + 1);
    return text;
}

bool
is_folder(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

bool
can_replace(const char *path)
{
    struct stat found;

    if (stat(path, &found) != 0)
        return errno == ENOENT;
    return S_ISREG(found.st_mode) && access(path, W_OK) == 0;
}

bool
is_same_file(const char *path, const char *other)
{
    struct stat one, two;

    return stat(path, &one) == 0 && stat(other, &two) == 0 &&
           one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* Whether a directory holds a file of the name, and not a folder. */
static bool
is_file(const char *directory, const char *name)
{
    char *path = join(directory, "/", name);
    struct stat found;
    bool file = path && stat(path, &found) == 0 && !S_ISDIR(found.st_mode);

    free(path);
    return file;
}

/* Whether a name is one of those asked for; hidden files are not. */
static bool
is_wanted(const char *directory, const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t size = ending ? strlen(ending) : 0;

    if (name[0] == '.')
        return false;
    if (!ending)
        return is_file(directory, name);
    return length > size && strcmp(name + length - size, ending) == 0;
}

/* Adds a name without its ending of so many bytes. */
static bool
add_name(struct names *names, const char *name, size_t ending)
{
    char **grown = realloc(names->names, (names->count + 1) * sizeof *grown);

    if (!grown)
        return false;
    names->names = grown;
    grown[names->count] = join(name, "", "");
    if (!grown[names->count])
        return false;
    grown[names->count++][strlen(name) - ending] = '\0';
    return true;
}

static int
by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void
names_sort(struct names *names)
{
    if (names->count > 0)
        qsort(names->names, names->count, sizeof *names->names, by_bytes);
}

bool
names_read(struct names *names, const char *directory, const char *ending)
{
    DIR *open = opendir(directory);
    struct dirent *entry;
    bool whole = open != NULL;

    *names = (struct names){ NULL, 0 };
    while (whole && (entry = readdir(open))) {
        if (is_wanted(directory, entry->d_name, ending))
            whole = add_name(names, entry->d_name, ending ? strlen(ending) : 0);
    }
    if (open)
        closedir(open);
    names_sort(names);
    return whole;
}

bool
names_all(struct names *names, const char *directory)
{
    DIR *open = opendir(directory);
    struct dirent *entry;
    bool whole = open != NULL;

    *names = (struct names){ NULL, 0 };
    while (whole && (entry = readdir(open))) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            whole = add_name(names, entry->d_name, 0);
    }
    if (open)
        closedir(open);
    names_sort(names);
    return whole;
}

void
names_done(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->names[i]);
    free(names->names);
    *names = (struct names){ NULL, 0 };
}

int
file_write(void *user, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, user) != length;
}
