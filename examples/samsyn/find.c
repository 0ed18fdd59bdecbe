/* SPDX-License-Identifier: MIT */
/* A resolver that knows where a checklist's file stands.
 *
 * A county's own checklists stand in a folder of their own and may extend each
 * other as well as the bundled ones; which of two is meant is decided by what
 * stands nearer.  A name is no path, so that no file outside of the two
 * folders can be named. */

#include "find.h"

#include <stdlib.h>
#include <string.h>

static enum file_result
read_named(struct file *file, const char *folder, const char *name,
           const char *ending)
{
    enum file_result result = FILE_NO_MEMORY;
    char *path = join(folder, name, ending);

    if (path)
        result = file_read(file, path, MODEL_MAX);
    free(path);
    return result;
}

/* Where the data directory has a kind of thing. */
static const struct {
    samsyn_resource kind;
    const char *folder, *ending;
} places[] = {
    { SAMSYN_RESOURCE_CHECKLIST, "/", ".yaml" },
    { SAMSYN_RESOURCE_LANGUAGE, "/language/", ".yaml" },
    { SAMSYN_RESOURCE_MODEL, "/", ".model" },
};

static enum file_result
read_data(struct file *file, const char *data, samsyn_resource kind,
          const char *name)
{
    enum file_result result = FILE_ABSENT;

    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char *folder;

        if (places[i].kind != kind)
            continue;
        folder = join(data, places[i].folder, "");
        result = folder ? read_named(file, folder, name, places[i].ending)
                        : FILE_NO_MEMORY;
        free(folder);
    }
    return result;
}

static samsyn_status
hand_over(struct file *file, enum file_result result, samsyn_write_fn write,
          void *sink)
{
    samsyn_status status = SAMSYN_E_UNRESOLVED;

    if (result == FILE_READ)
        status = write(sink, file->bytes, file->length) ? SAMSYN_E_STOPPED
                                                        : SAMSYN_OK;
    if (result == FILE_TOO_LONG)
        status = SAMSYN_E_LIMIT;
    if (result == FILE_NO_MEMORY)
        status = SAMSYN_E_NOMEM;
    file_done(file);
    return status;
}

static samsyn_status
find(void *user, samsyn_resource kind, const char *name, size_t length,
     samsyn_write_fn write, void *sink)
{
    const struct finder *finder = user;
    struct file file = { NULL, 0, 0 };
    enum file_result result = FILE_ABSENT;
    samsyn_status status;
    char *copy;

    if (memchr(name, '/', length) || memchr(name, '.', length) ||
        memchr(name, '\\', length) || memchr(name, '\0', length))
        return SAMSYN_E_UNRESOLVED;
    copy = malloc(length + 1);
    if (!copy)
        return SAMSYN_E_NOMEM;
    memcpy(copy, name, length);
    copy[length] = '\0';
    if (kind != SAMSYN_RESOURCE_LANGUAGE)
        result = read_named(&file, finder->folder, copy,
                            kind == SAMSYN_RESOURCE_MODEL ? ".model" : ".yaml");
    if (result == FILE_ABSENT) {
        file_done(&file);
        result = read_data(&file, finder->data, kind, copy);
    }
    status = hand_over(&file, result, write, sink);
    free(copy);
    return status;
}

/* The path up to and with its last '/'. */
static char *
folder_of(const char *path)
{
    char *folder = join(path, "", "");
    char *slash = folder ? strrchr(folder, '/') : NULL;

    if (folder)
        folder[slash ? slash - folder + 1 : 0] = '\0';
    return folder;
}

bool
finder_init(struct finder *finder, const struct tool *tool, const char *path)
{
    *finder = (struct finder){ tool->data, folder_of(path) };
    return finder->folder &&
           samsyn_config_set_resolver(tool->config, find, finder) == SAMSYN_OK;
}

void
finder_done(struct finder *finder, const struct tool *tool)
{
    free(finder->folder);
    finder->folder = NULL;
    /* It was set when the tool was made; without memory nothing is found, and
     * that is said of whatever is asked for. */
    if (samsyn_config_set_directory(tool->config, tool->data,
                                    strlen(tool->data)) != SAMSYN_OK)
        (void)samsyn_config_set_resolver(tool->config, NULL, NULL);
}
