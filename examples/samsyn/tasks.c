/* SPDX-License-Identifier: MIT */
/* Does the tasks of `samsyn score`.
 *
 * A task is a file, a line, or something that cannot be had, and each is
 * answered: by the result of its document, or by what is wrong, which says as
 * JSON whose it is.  What is left out is told of and has no answer. */

#include "reader.h"
#include "records.h"
#include "request.h"
#include "score.h"

#include <stdlib.h>
#include <string.h>

/* What cannot be done without a checklist is not even tried. */
static bool
score_read(struct scoring *scoring, const char *name, const struct file *file,
           enum file_result result, struct fault *fault)
{
    if (!scoring->filled) {
        fault->code = scoring->fault.code;
        fault->status = scoring->fault.status;
        fault->text =
            scoring->fault.text ? join(scoring->fault.text, "", "") : NULL;
        return false;
    }
    if (result != FILE_READ)
        return fault_file(fault, scoring->tool, name, CODE_DOCUMENT, result,
                          DOCUMENT_MAX);
    return scoring_document(scoring, name, file, fault);
}

static bool
score_file(struct scoring *scoring, const char *name, struct fault *fault)
{
    struct file file;
    enum file_result result = file_read(&file, name, DOCUMENT_MAX);
    bool done = score_read(scoring, name, &file, result, fault);

    file_done(&file);
    return done;
}

/* A file of a folder is a document by what is in it or what it is called. */
static bool
score_found(struct scoring *scoring, const char *name, struct fault *fault,
            bool *counts)
{
    struct file file;
    enum file_result result = file_read(&file, name, DOCUMENT_MAX);
    bool done = true;

    *counts = (is_readable(name) && !is_stored(name)) ||
              (result == FILE_READ && reader_knows(&file));
    if (*counts)
        done = score_read(scoring, name, &file, result, fault);
    else
        complain(name, TEXT_SKIP_OTHER, scoring->tool->args.lang, NULL, NULL);
    file_done(&file);
    return done;
}

static bool
score_request(struct scoring *scoring, const struct request *request,
              struct fault *fault)
{
    struct file file = { NULL, request->length, 0 };
    enum file_result result = FILE_NO_MEMORY;
    bool done;

    if (request->path)
        result = file_read(&file, request->path, DOCUMENT_MAX);
    else if ((file.bytes = malloc(request->length + 1)))
        result = FILE_READ;
    if (!request->path && file.bytes)
        memcpy(file.bytes, request->text, request->length + 1);
    file.format = (int)request->format;
    done = score_read(scoring, request->name, &file, result, fault);
    file_done(&file);
    return done;
}

/* The answer to a line says whose it is, also where the line is bad. */
static void
score_line(struct scoring *scoring, const struct task *task,
           struct fault *fault)
{
    struct request request;
    bool done = request_read(&request, scoring->tool, task, fault);

    scoring->head = request.head;
    if (!scoring->head)
        scoring->head = request.head = request_head("null", task->line);
    if (done)
        done = score_request(scoring, &request, fault);
    if (!done)
        scoring_failure(scoring, request.name ? request.name : task->name,
                        fault);
    scoring->head = NULL;
    request_done(&request);
}

/* Something that cannot be had is answered, too. */
static void
tell_broken(struct scoring *scoring, const struct task *task,
            struct fault *fault)
{
    char *head = task->line > 0 ? request_head("null", task->line) : NULL;

    (void)fault_say(fault, scoring->tool, task->name, CODE_DOCUMENT,
                    SAMSYN_E_UNRESOLVED, task->why, NULL);
    scoring->head = head;
    scoring_failure(scoring, task->name, fault);
    scoring->head = NULL;
    free(head);
}

struct outcome
scoring_do(struct scoring *scoring, const struct task *task)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct outcome outcome = { CODE_DONE, task->kind != TASK_ASIDE };
    bool done = true;

    switch (task->kind) {
    case TASK_FILE:
        done = score_file(scoring, task->name, &fault);
        break;
    case TASK_FOUND:
        done = score_found(scoring, task->name, &fault, &outcome.counts);
        break;
    case TASK_LINE:
        score_line(scoring, task, &fault);
        break;
    case TASK_BROKEN:
        tell_broken(scoring, task, &fault);
        break;
    case TASK_ASIDE:
        complain(task->name, task->why, scoring->tool->args.lang, NULL, NULL);
        break;
    }
    if (!done)
        scoring_failure(scoring, task->name, &fault);
    outcome.code = fault.code;
    fault_done(&fault);
    return outcome;
}

void
scoring_lost(struct scoring *scoring, const struct task *task)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct request request = { .root = NULL };
    const char *name = task->name;

    if (task->kind == TASK_LINE) {
        (void)request_read(&request, scoring->tool, task, &fault);
        name = request.name ? request.name : name;
    }
    (void)fault_say(&fault, scoring->tool, name, CODE_INTERNAL, SAMSYN_E_FAILED,
                    TEXT_LOST, NULL);
    scoring->head = request.head;
    scoring_failure(scoring, name, &fault);
    scoring->head = NULL;
    request_done(&request);
    fault_done(&fault);
}
