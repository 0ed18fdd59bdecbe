/* SPDX-License-Identifier: MIT */
/* Reads the annexes of a document.
 *
 * An annex that cannot be read is a fault of the whole set: a result without
 * it would say that something is missing which may stand there. */

#include "annex.h"

#include <stdlib.h>

#include "choose.h"

static bool
read_annex(struct set *set, const struct tool *tool,
           const samsyn_checklist *checklist, const char *name,
           struct fault *fault)
{
    struct file file;
    enum file_result result = file_read(&file, name, DOCUMENT_MAX);
    bool done;

    if (result == FILE_READ)
        done = document_open(&set->documents[set->count], tool,
                             samsyn_checklist_language(checklist), name, &file,
                             fault);
    else
        done =
            fault_file(fault, tool, name, CODE_DOCUMENT, result, DOCUMENT_MAX);
    file_done(&file);
    set->count += done;
    return done;
}

bool
set_read(struct set *set, const struct tool *tool,
         const samsyn_checklist *checklist, samsyn_document *main,
         struct fault *fault)
{
    const struct args *args = &tool->args;

    set->count = 0;
    set->documents = calloc(args->annex_count + 1, sizeof *set->documents);
    if (!set->documents)
        return fault_say(fault, tool, NULL, CODE_INTERNAL, SAMSYN_E_NOMEM,
                         TEXT_NO_MEMORY, NULL);
    set->documents[set->count++] = main;
    for (size_t i = 0; i < args->annex_count; i++) {
        if (!read_annex(set, tool, checklist, args->annexes[i], fault))
            return false;
    }
    return true;
}

void
set_done(struct set *set)
{
    for (size_t i = 1; i < set->count; i++)
        samsyn_document_free(set->documents[i]);
    free(set->documents);
}
