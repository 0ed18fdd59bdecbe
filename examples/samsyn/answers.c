/* SPDX-License-Identifier: MIT */
/* samsyn answers writes a file of answers to fill in, as one of the reports;
 * --answers reads such files for the other commands.
 *
 * What the library says of an assessment is about entries for that document;
 * an entry that was about no document of the call is told of here, at the
 * end, so that nobody believes that it was used. */

#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "answers.h"

#include <stdlib.h>
#include <sys/mman.h>

struct answer_file {
    const char *path;
    samsyn_answers *answers;
    bool *met; /* for each entry, whether its document was there: memory that
                * the processes of a batch share, and only ever set */
};

static size_t
size_of(const struct answer_file *file)
{
    return (samsyn_answers_count(file->answers) + 1) * sizeof *file->met;
}

static bool *
shared_memory(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

static bool
load_bytes(struct answer_file *file, struct tool *tool,
           const struct file *bytes, struct fault *fault)
{
    samsyn_diagnostics *list = NULL;
    samsyn_status status =
        samsyn_answers_load(&file->answers, bytes->bytes, bytes->length,
                            file->path, tool->config, &list);

    if (status == SAMSYN_OK)
        status = samsyn_config_add_answers(tool->config, file->answers);
    if (status == SAMSYN_OK) {
        show_diagnostics(tool, list);
        file->met = shared_memory(size_of(file));
        if (!file->met)
            status = SAMSYN_E_NOMEM;
    }
    if (status != SAMSYN_OK)
        (void)fault_diagnostics(fault, tool, file->path, CODE_CHECKLIST, status,
                                list);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

static bool
load_file(struct answer_file *file, struct tool *tool, struct fault *fault)
{
    struct file bytes;
    enum file_result result = file_read(&bytes, file->path, CHECKLIST_MAX);
    bool good = result == FILE_READ
                    ? load_bytes(file, tool, &bytes, fault)
                    : fault_file(fault, tool, file->path, CODE_CHECKLIST,
                                 result, CHECKLIST_MAX);

    file_done(&bytes);
    return good;
}

enum code
answers_open(struct tool *tool)
{
    const struct args *args = &tool->args;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    bool good = true;
    enum code code;

    if (args->answer_count == 0)
        return CODE_DONE;
    tool->answers = calloc(args->answer_count, sizeof *tool->answers);
    if (!tool->answers) {
        complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    for (size_t i = 0; good && i < args->answer_count; i++) {
        tool->answers[i].path = args->answers[i];
        good = load_file(&tool->answers[i], tool, &fault);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}

void
answers_note(const struct tool *tool, const samsyn_assessment *assessment)
{
    for (size_t i = 0; tool->answers && i < tool->args.answer_count; i++) {
        struct answer_file *file = &tool->answers[i];

        for (size_t k = 0; k < samsyn_answers_count(file->answers); k++)
            if (samsyn_assessment_is_answered(assessment, file->answers, k))
                file->met[k] = true;
    }
}

void
answers_tell(const struct tool *tool)
{
    for (size_t i = 0; tool->answers && i < tool->args.answer_count; i++) {
        const struct answer_file *file = &tool->answers[i];

        for (size_t k = 0; k < samsyn_answers_count(file->answers); k++) {
            if (!file->met[k])
                complain(file->path, TEXT_ANSWERS_OTHER, tool->args.lang,
                         samsyn_answers_name(file->answers, k), NULL);
        }
    }
}

void
answers_close(struct tool *tool)
{
    for (size_t i = 0; tool->answers && i < tool->args.answer_count; i++) {
        if (tool->answers[i].met)
            munmap(tool->answers[i].met, size_of(&tool->answers[i]));
        samsyn_answers_free(tool->answers[i].answers);
    }
    free(tool->answers);
    tool->answers = NULL;
}

enum code
command_answers(struct tool *tool)
{
    tool->args.format = FORMAT_ANSWERS;
    return command_score(tool);
}
