/* SPDX-License-Identifier: MIT */
/* samsyn init: a new checklist to begin with, or one that extends another.
 *
 * What is written passes lint and test as it is, so that the first mistake
 * that is shown is the author's first change.  A file that is there is never
 * written over. */

#define _XOPEN_SOURCE 700

#include "common.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The file's name without folders and ending is the checklist's id. */
static char *
id_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *end = strrchr(name, '.');
    char *id = join(name, "", "");

    if (id && end && end > name)
        id[end - name] = '\0';
    return id;
}

/* As lint wants ids: letters, digits and '-', a letter first. */
static bool
is_id(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    static const char others[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

    return *id && strchr(letters, *id) && strspn(id, others) == strlen(id);
}

static bool
has_ending(const char *path)
{
    size_t length = strlen(path);

    return length > 5 && strcmp(path + length - 5, ".yaml") == 0;
}

/* "x": where the file is there, nothing is opened. */
static FILE *
create(const struct tool *tool, const char *path)
{
    FILE *file = fopen(path, "wx");

    if (!file)
        complain(path, errno == EEXIST ? TEXT_INIT_THERE : TEXT_INIT_FAILED,
                 tool->args.lang, NULL, NULL);
    return file;
}

/* Where the schema is, for editors; a relative folder would be another one
 * beside the new file. */
static void
write_schema_line(const struct tool *tool, FILE *file)
{
    char *data = realpath(tool->data, NULL);

    fprintf(file,
            "# yaml-language-server: $schema=%s/schema/checklist.schema.json\n",
            data ? data : tool->data);
    free(data);
}

static bool
write_file(const struct tool *tool, const char *path, const char *id,
           const char *parent)
{
    samsyn_lang lang = tool->args.lang;
    FILE *file = create(tool, path);
    bool written;

    if (!file)
        return false;
    write_schema_line(tool, file);
    say(file, parent ? TEXT_INIT_EXTENDS : TEXT_INIT_NEW, lang, id, parent);
    written = !ferror(file);
    if (fclose(file) == 0 && written)
        return true;
    complain(path, TEXT_INIT_FAILED, lang, NULL, NULL);
    (void)remove(path);
    return false;
}

/* What was written is tried: a parent that is found from here may not be
 * found from there. */
static enum code
try_written(const struct tool *tool, const char *path)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    samsyn_checklist *checklist;
    enum code code;

    if (checklist_load(&checklist, tool, path, &fault)) {
        samsyn_checklist_free(checklist);
        say(stdout, TEXT_INIT_DONE, tool->args.lang, path, NULL);
    } else {
        (void)remove(path);
        complain(path, TEXT_INIT_PARENT, tool->args.lang, NULL, NULL);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}

static enum code
write_checklist(const struct tool *tool, const char *path, const char *id,
                const char *parent)
{
    if (parent && strcmp(id, parent) == 0) {
        complain(path, TEXT_INIT_SELF, tool->args.lang, NULL, NULL);
        return CODE_USAGE;
    }
    if (!write_file(tool, path, id, parent))
        return CODE_USAGE;
    return try_written(tool, path);
}

/* What is extended must be there, and be a checklist without a mistake; it is
 * called by its id, however it was given. */
static enum code
write_variant(const struct tool *tool, const char *path, const char *id)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    samsyn_checklist *parent;
    enum code code;

    if (checklist_load(&parent, tool, tool->args.extends, &fault)) {
        fault.code =
            write_checklist(tool, path, id, samsyn_checklist_id(parent));
        samsyn_checklist_free(parent);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}

enum code
command_init(struct tool *tool)
{
    const struct args *args = &tool->args;
    const char *path = args->count == 1 ? args->operands[0] : NULL;
    char *id = path ? id_of(path) : NULL;
    enum code code = CODE_USAGE;

    if (!path)
        complain(NULL, args->count > 1 ? TEXT_TOO_MANY : TEXT_NO_INIT,
                 args->lang, args->count > 1 ? args->operands[1] : NULL, NULL);
    else if (!id)
        complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
    else if (!is_id(id) || !has_ending(path))
        complain(path, TEXT_INIT_NAME, args->lang, NULL, NULL);
    else
        code = args->extends ? write_variant(tool, path, id)
                             : write_checklist(tool, path, id, NULL);
    free(id);
    return code;
}
