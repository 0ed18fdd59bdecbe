/* SPDX-License-Identifier: MIT */
/* Writes a copy of a Word file with remarks as comments.
 *
 * The file that was read is never written to, by whatever name it is called.
 * What can go wrong with the document is said of it, and what can go wrong
 * with the copy of that. */

#include "remarks.h"
#include "out.h"
#include "reader.h"

bool
remarks_write(const struct tool *tool, const samsyn_assessment *assessment,
              const samsyn_language *language, const char *name,
              const struct file *file, struct fault *fault)
{
    samsyn_diagnostics *list = NULL;
    samsyn_status status;
    struct out out;

    if (!out_open(&out, tool, tool->args.out, fault))
        return false;
    status = reader_remark(tool, file, assessment, language, file_write,
                           out.stream, &list);
    if (status == SAMSYN_E_NO_READER)
        (void)fault_say(fault, tool, name, CODE_DOCUMENT, status,
                        TEXT_REMARKS_WORD, NULL);
    else if (status != SAMSYN_OK && status != SAMSYN_E_STOPPED)
        (void)fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, list);
    samsyn_diagnostics_free(list);
    return out_close(&out, status == SAMSYN_OK, fault);
}
