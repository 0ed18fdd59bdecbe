/* SPDX-License-Identifier: MIT */
/* Makes records of documents, by assessing them. */

#include "records.h"

#include "answers.h"

#include <string.h>

static bool
ends_like(const char *name, const char *ending)
{
    size_t length = strlen(name), size = strlen(ending);

    if (length <= size)
        return false;
    for (size_t i = 0; i < size; i++) {
        char c = name[length - size + i];

        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != ending[i])
            return false;
    }
    return true;
}

bool
is_stored(const char *name)
{
    return ends_like(name, ".json") || ends_like(name, ".ndjson");
}

bool
is_readable(const char *name)
{
    static const char *const endings[] = { ".txt",   ".md",  ".markdown",
                                           ".docx",  ".odt", ".pdf",
                                           ".html",  ".htm", ".json",
                                           ".ndjson" };

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_like(name, endings[i]))
            return true;
    }
    return false;
}

static bool
record_assess(samsyn_record **out, const struct tool *tool,
              const struct shelf *shelf, const struct choice *choice,
              const char *path, struct fault *fault)
{
    samsyn_assessment *assessment = NULL;
    samsyn_diagnostics *list = NULL;
    samsyn_status status = samsyn_assess(&assessment, choice->checklist,
                                         choice->document, tool->config, &list);

    if (status == SAMSYN_OK) {
        choice_doubt(tool, shelf, assessment, path);
        show_diagnostics(tool, list);
        answers_note(tool, assessment);
        status = samsyn_record_of(out, assessment, tool->config);
    }
    if (status != SAMSYN_OK)
        (void)fault_diagnostics(fault, tool, path, CODE_DOCUMENT, status, list);
    samsyn_assessment_free(assessment);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

static bool
no_memory(const struct tool *tool, const char *path, struct fault *fault)
{
    return fault_say(fault, tool, path, CODE_INTERNAL, SAMSYN_E_NOMEM,
                     TEXT_NO_MEMORY, NULL);
}

bool
records_of(const struct tool *tool, struct shelf *shelf, const char *path,
           const struct file *file, const struct record_taker *taker,
           struct fault *fault)
{
    samsyn_record *record;
    struct choice choice;
    bool good;

    if (is_stored(path))
        return records_of_json(tool, path, file, taker, fault);
    good = choose(&choice, tool, shelf, path, file, fault) &&
           record_assess(&record, tool, shelf, &choice, path, fault) &&
           (taker->take(taker->user, record, path, path) ||
            no_memory(tool, path, fault));
    choice_done(&choice);
    return good;
}
