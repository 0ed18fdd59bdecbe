/* SPDX-License-Identifier: MIT */
/* Writes a copy of a Word file with remarks as comments.
 *
 * The file that was read is never written to, by whatever name it is called.
 * What is at the place of the copy stays until the copy is whole beside it,
 * and then gives way at once. */

#include "remarks.h"
#include "reader.h"

#include <stdio.h>
#include <stdlib.h>

static int
take_copy(void *user, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, user) != length;
}

static bool
no_write(const struct tool *tool, const char *path, enum text text,
         struct fault *fault)
{
    return fault_say(fault, tool, path, CODE_INTERNAL, SAMSYN_E_STOPPED, text,
                     NULL);
}

/* Into a new file, which is taken away where it does not become whole. */
static bool
write_part(const struct tool *tool, const char *part,
           const samsyn_assessment *assessment, const samsyn_language *language,
           const char *name, const struct file *file, struct fault *fault)
{
    FILE *stream = fopen(part, "wbx");
    samsyn_diagnostics *list = NULL;
    samsyn_status status;
    bool good;

    if (!stream)
        return no_write(tool, part, TEXT_NO_WRITE, fault);
    status = reader_remark(tool, file, assessment, language, take_copy, stream,
                           &list);
    good = (fclose(stream) == 0) & (status == SAMSYN_OK);
    if (!good)
        (void)remove(part);
    if (status == SAMSYN_E_NO_READER)
        (void)fault_say(fault, tool, name, CODE_DOCUMENT, status,
                        TEXT_REMARKS_WORD, NULL);
    else if (status != SAMSYN_OK && status != SAMSYN_E_STOPPED)
        (void)fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, list);
    else if (!good)
        (void)no_write(tool, tool->args.out, TEXT_WRITE_FAILED, fault);
    samsyn_diagnostics_free(list);
    return good;
}

bool
remarks_write(const struct tool *tool, const samsyn_assessment *assessment,
              const samsyn_language *language, const char *name,
              const struct file *file, struct fault *fault)
{
    const char *path = tool->args.out;
    char *part;
    bool good;

    if (!can_replace(path))
        return no_write(tool, path, TEXT_NO_WRITE, fault);
    part = join(path, ".part", "");
    if (!part)
        return no_write(tool, path, TEXT_NO_MEMORY, fault);
    good = write_part(tool, part, assessment, language, name, file, fault);
    if (good && rename(part, path) != 0) {
        (void)remove(part);
        good = no_write(tool, path, TEXT_NO_WRITE, fault);
    }
    free(part);
    return good;
}
