/* SPDX-License-Identifier: MIT */
/* samsyn guide: a checklist on paper, which the library writes. */

#include "common.h"

#include <string.h>

static enum code
write_guide(const struct tool *tool, const samsyn_checklist *checklist)
{
    const struct args *args = &tool->args;
    const char *format = args->format == FORMAT_HTML ? "html" : "markdown";

    if (samsyn_guide_write(checklist, args->guide, format, strlen(format),
                           args->lang, file_write, stdout) != SAMSYN_E_NOMEM)
        return CODE_DONE; /* what could not be written is told of at the end */
    complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
    return CODE_INTERNAL;
}

enum code
command_guide(struct tool *tool)
{
    const struct args *args = &tool->args;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    samsyn_checklist *checklist;
    enum code code;

    if (args->count != 1) {
        complain(NULL, args->count > 1 ? TEXT_TOO_MANY : TEXT_NO_GUIDE,
                 args->lang, args->count > 1 ? args->operands[1] : NULL, NULL);
        return CODE_USAGE;
    }
    if (checklist_load(&checklist, tool, args->operands[0], &fault)) {
        code = write_guide(tool, checklist);
        samsyn_checklist_free(checklist);
    } else {
        code = fault.code;
    }
    fault_done(&fault);
    return code;
}
