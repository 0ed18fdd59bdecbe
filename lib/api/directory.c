/* SPDX-License-Identifier: MIT */
/* The ready resolver: names to files of one directory.
 *
 * The only file of lib/ that touches the file system, and it only reads.  A
 * name is letters, digits, '-' and '_', so it cannot leave the directory or
 * name a hidden file.  Whatever cannot be opened and read to its end is
 * unresolved, a directory among them; a file that never ends is cut off by
 * the limit below, if the asker does not stop earlier. */

#include "api/api.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#define NAME_MAX_BYTES 200
#define FILE_MAX_BYTES ((size_t)64 << 20)
#define BLOCK 16384

/* What stands before and after a name. */
static const struct folder {
    samsyn_resource kind;
    const char *before, *after;
} folders[] = {
    { SAMSYN_RESOURCE_CHECKLIST, "/", ".yaml" },
    { SAMSYN_RESOURCE_LANGUAGE, "/language/", ".yaml" },
    { SAMSYN_RESOURCE_MODEL, "/", ".model" },
};

static const struct folder *
folder_of(samsyn_resource kind)
{
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        if (folders[i].kind == kind)
            return &folders[i];
    }
    return NULL;
}

static bool
is_name(const char *name, size_t length)
{
    size_t size;

    if (length == 0 || length > NAME_MAX_BYTES)
        return false;
    for (size_t i = 0; i < length; i += size) {
        uint32_t code = utf8_decode(name + i, length - i, &size);

        if (code == UTF8_BAD)
            return false;
        if (!utf8_is_letter(code) && !(code >= '0' && code <= '9') &&
            code != '-' && code != '_')
            return false;
    }
    return true;
}

/* Put @p bytes at *end and move it. */
static void
put(char **end, const char *bytes, size_t length)
{
    memcpy(*end, bytes, length);
    *end += length;
    **end = '\0';
}

static samsyn_status
send_file(FILE *file, samsyn_write_fn write, void *sink)
{
    char block[BLOCK];
    size_t total = 0;
    size_t got;

    while ((got = fread(block, 1, sizeof block, file)) > 0) {
        total += got;
        if (total > FILE_MAX_BYTES)
            return SAMSYN_E_LIMIT;
        if (write(sink, block, got) != 0)
            return SAMSYN_E_STOPPED;
    }
    return ferror(file) ? SAMSYN_E_UNRESOLVED : SAMSYN_OK;
}

samsyn_status
directory_resolve(void *user, samsyn_resource kind, const char *name,
                  size_t length, samsyn_write_fn write, void *sink)
{
    char path[DIRECTORY_PATH_MAX + NAME_MAX_BYTES + 32];
    const struct folder *folder = folder_of(kind);
    const char *directory = user;
    char *end = path;
    samsyn_status status;
    FILE *file;

    if (!folder || !is_name(name, length) ||
        strlen(directory) > DIRECTORY_PATH_MAX)
        return SAMSYN_E_UNRESOLVED;
    put(&end, directory, strlen(directory));
    put(&end, folder->before, strlen(folder->before));
    put(&end, name, length);
    put(&end, folder->after, strlen(folder->after));
    file = fopen(path, "rb");
    if (!file)
        return SAMSYN_E_UNRESOLVED;
    status = send_file(file, write, sink);
    (void)fclose(file); /* only read: nothing can be lost */
    return status;
}
