/* SPDX-License-Identifier: MIT */
/* samsyn train: teaches a checklist from passages and labelled documents, and
 * writes the model file.  What was said of each document by a model that did
 * not know it can be written beside it, in the form that samsyn agreement
 * reads as --machine. */

#include "choose.h"
#include "labels.h"
#include "lessons.h"

#include <stdlib.h>
#include <string.h>

/* A labelled document and its part of the labels. */
struct reading {
    const char *name;
    struct file file;
    samsyn_document *document;
    size_t first, count; /* lessons */
};

struct schooling {
    const struct tool *tool;
    samsyn_checklist *checklist;
    struct file *files; /* of passages and labels, kept for their texts */
    size_t file_count;
    struct lessons passages;
    struct labels labels;
    samsyn_lesson *lessons; /* of the documents */
    size_t lesson_count;
    struct reading *documents;
    samsyn_labelled *labelled;
    size_t document_count;
    struct file known; /* names of documents, a line each */
    FILE *verdicts, *out;
    struct fault fault;
};

/* ---- Reading ---- */

static bool
read_file(struct schooling *s, struct file *file, const char *path)
{
    enum file_result result = file_read(file, path, DOCUMENT_MAX);

    return result == FILE_READ || fault_file(&s->fault, s->tool, path,
                                             CODE_USAGE, result, DOCUMENT_MAX);
}

static bool
no_memory(struct schooling *s)
{
    s->fault.code = CODE_INTERNAL;
    complain(NULL, TEXT_NO_MEMORY, s->tool->args.lang, NULL, NULL);
    return false;
}

static bool
read_tables(struct schooling *s)
{
    const struct args *args = &s->tool->args;
    size_t mistakes = 0;

    s->files =
        calloc(args->passage_count + args->label_count + 1, sizeof *s->files);
    if (!s->files)
        return no_memory(s);
    for (size_t i = 0; i < args->passage_count; i++) {
        struct file *file = &s->files[s->file_count++];

        if (!read_file(s, file, args->passages[i]))
            return false;
        if (!lessons_read(&s->passages, s->tool, s->checklist,
                          args->passages[i], file, &mistakes))
            return no_memory(s);
    }
    for (size_t i = 0; i < args->label_count; i++) {
        struct file *file = &s->files[s->file_count++];

        if (!read_file(s, file, args->labels[i]))
            return false;
        if (!labels_read(&s->labels, s->tool, args->labels[i], file, i,
                         &mistakes))
            return no_memory(s);
    }
    if (mistakes > 0)
        s->fault.code = CODE_USAGE;
    return mistakes == 0 &&
           (!args->known || read_file(s, &s->known, args->known));
}

/* ---- Documents ---- */

static int
compare_labels(const void *a, const void *b)
{
    const struct label *left = a, *right = b;
    int order = strcmp(left->fields[FIELD_FILE], right->fields[FIELD_FILE]);

    if (order != 0)
        return order;
    return (left->line > right->line) - (left->line < right->line);
}

static bool
is_known(const struct schooling *s, const char *name)
{
    const char *at = s->known.bytes;
    size_t length = strlen(name);

    while (at && (at = strstr(at, name))) {
        bool begins = at == s->known.bytes || at[-1] == '\n';

        if (begins && strchr("\r\n", at[length]))
            return true;
        at += length;
    }
    return false;
}

/* The document in the first folder that has it. */
static bool
open_document(struct schooling *s, struct reading *reading)
{
    const struct args *args = &s->tool->args;
    enum file_result result = FILE_ABSENT;

    for (size_t i = 0; result == FILE_ABSENT && i < args->count; i++) {
        char *path = join(args->operands[i], "/", reading->name);

        if (!path)
            return no_memory(s);
        file_done(&reading->file);
        result = file_read(&reading->file, path, DOCUMENT_MAX);
        free(path);
    }
    if (result != FILE_READ)
        return fault_file(&s->fault, s->tool, reading->name, CODE_DOCUMENT,
                          result, DOCUMENT_MAX);
    return document_open(&reading->document, s->tool,
                         samsyn_checklist_language(s->checklist), reading->name,
                         &reading->file, &s->fault);
}

static void
add_label(struct schooling *s, struct reading *reading,
          const struct label *label)
{
    samsyn_lesson *lesson = &s->lessons[s->lesson_count];

    if (!has_criterion(s->checklist, label->fields[FIELD_CRITERION]))
        return;
    *lesson = (samsyn_lesson){
        .criterion = label->fields[FIELD_CRITERION],
        .verdict = label->status,
        .text = label->fields[FIELD_EVIDENCE],
        .length = strlen(label->fields[FIELD_EVIDENCE]),
    };
    s->lesson_count++;
    reading->count++;
}

/* Labels from @p first to before @p end are of document @p number of all; it
 * is read only if the checklist is asked of it. */
static bool
add_document(struct schooling *s, size_t first, size_t end, size_t number)
{
    struct reading *reading = &s->documents[s->document_count];
    samsyn_labelled *labelled = &s->labelled[s->document_count];

    *reading =
        (struct reading){ .name = s->labels.items[first].fields[FIELD_FILE],
                          .first = s->lesson_count };
    for (size_t i = first; i < end; i++)
        add_label(s, reading, &s->labels.items[i]);
    if (reading->count == 0)
        return true;
    s->document_count++;
    if (!open_document(s, reading))
        return false;
    *labelled = (samsyn_labelled){ .document = reading->document,
                                   .labels = s->lessons + reading->first,
                                   .label_count = reading->count,
                                   .fold = number,
                                   .known = is_known(s, reading->name) };
    return true;
}

static bool
read_documents(struct schooling *s)
{
    size_t count = s->labels.count, number = 0, end;

    s->lessons = calloc(count + 1, sizeof *s->lessons);
    s->documents = calloc(count + 1, sizeof *s->documents);
    s->labelled = calloc(count + 1, sizeof *s->labelled);
    if (!s->lessons || !s->documents || !s->labelled)
        return no_memory(s);
    if (count > 1)
        qsort(s->labels.items, count, sizeof *s->labels.items, compare_labels);
    for (size_t i = 0; i < count; i = end, number++) {
        const char *name = s->labels.items[i].fields[FIELD_FILE];

        for (end = i + 1; end < count; end++) {
            if (strcmp(s->labels.items[end].fields[FIELD_FILE], name) != 0)
                break;
        }
        if (!add_document(s, i, end, number))
            return false;
    }
    return true;
}

/* The number from 1 of the document of that name; 0 where there is none. */
static size_t
number_of(const struct schooling *s, const char *name)
{
    for (size_t i = 0; *name && i < s->document_count; i++) {
        const char *other = s->documents[i].name;

        if (other && strcmp(other, name) == 0)
            return i + 1;
    }
    return 0;
}

/* Passages are held out with the documents that they were taken from. */
static void
place_passages(struct schooling *s)
{
    for (size_t i = 0; i < s->passages.count; i++)
        s->passages.items[i].document = number_of(s, s->passages.from[i]);
}

/* ---- Training ---- */

static void
write_verdict(void *user, const samsyn_trained *trained)
{
    const struct schooling *s = user;

    const char *joined = samsyn_verdict_name(trained->joined);

    fprintf(s->verdicts, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
            s->documents[trained->document].name, trained->criterion,
            trained->person ? "needs_review" : joined,
            trained->person ? joined : "", samsyn_verdict_name(trained->label),
            samsyn_verdict_name(trained->rules),
            samsyn_verdict_name(trained->model),
            samsyn_certainty_name(trained->certainty));
}

/* The model's file is opened when there is a model, so that an older one is
 * not lost to a mistake in the lessons. */
static int
take_model(void *user, const char *bytes, size_t length)
{
    struct schooling *s = user;

    if (!s->out)
        s->out = fopen(s->tool->args.out, "wb");
    return !s->out || file_write(s->out, bytes, length);
}

static bool
train_model(struct schooling *s)
{
    place_passages(s);
    const samsyn_training training = {
        .passages = s->passages.items,
        .passage_count = s->passages.count,
        .documents = s->labelled,
        .document_count = s->document_count,
        .said = s->verdicts ? write_verdict : NULL,
        .user = s,
    };
    samsyn_diagnostics *list = NULL;
    samsyn_status status;

    if (s->verdicts)
        fputs("file\tcriterion\tstatus\tsuggestion\tlabel\trules\tmodel\t"
              "certainty\n",
              s->verdicts);
    status = samsyn_train(s->checklist, &training, take_model, s,
                          s->tool->config, &list);
    if (status == SAMSYN_E_STOPPED)
        (void)fault_say(&s->fault, s->tool, s->tool->args.out, CODE_USAGE,
                        status, TEXT_NO_WRITE, NULL);
    else if (status)
        (void)fault_diagnostics(&s->fault, s->tool, s->tool->args.checklist,
                                CODE_USAGE, status, list);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

static bool
open_verdicts(struct schooling *s, const char *path)
{
    s->verdicts = fopen(path, "wb");
    return s->verdicts || fault_say(&s->fault, s->tool, path, CODE_USAGE,
                                    SAMSYN_E_ARGUMENT, TEXT_NO_WRITE, NULL);
}

/* Written and closed, and nothing of it lost. */
static bool
close_out(struct schooling *s, FILE *out, const char *path)
{
    bool good = !ferror(out);

    if (fclose(out) == 0 && good)
        return true;
    return fault_say(&s->fault, s->tool, path, CODE_INTERNAL, SAMSYN_E_ARGUMENT,
                     TEXT_NO_WRITE, NULL);
}

static bool
write_model(struct schooling *s)
{
    const struct args *args = &s->tool->args;
    bool good = true;

    if (s->passages.count + s->document_count == 0)
        return fault_say(&s->fault, s->tool, args->checklist, CODE_USAGE,
                         SAMSYN_E_ARGUMENT, TEXT_TRAIN_NOTHING, NULL);
    if (args->verdicts && !open_verdicts(s, args->verdicts))
        return false;
    good = train_model(s);
    if (s->out)
        good = close_out(s, s->out, args->out) && good;
    if (s->verdicts)
        good = close_out(s, s->verdicts, args->verdicts) && good;
    return good;
}

static void
schooling_done(struct schooling *s)
{
    for (size_t i = 0; i < s->document_count; i++) {
        samsyn_document_free(s->documents[i].document);
        file_done(&s->documents[i].file);
    }
    for (size_t i = 0; i < s->file_count; i++)
        file_done(&s->files[i]);
    lessons_done(&s->passages);
    labels_done(&s->labels);
    file_done(&s->known);
    free(s->files);
    free(s->lessons);
    free(s->documents);
    free(s->labelled);
    samsyn_checklist_free(s->checklist);
    fault_done(&s->fault);
}

enum code
command_train(struct tool *tool)
{
    const struct args *args = &tool->args;
    struct schooling s = { .tool = tool };
    enum code code;

    if (!args->checklist || !args->out ||
        args->passage_count + args->label_count == 0) {
        complain(NULL, TEXT_TRAIN_USAGE, args->lang, NULL, NULL);
        return CODE_USAGE;
    }
    if (checklist_load(&s.checklist, tool, args->checklist, &s.fault) &&
        read_tables(&s) && read_documents(&s))
        (void)write_model(&s);
    code = s.fault.code;
    schooling_done(&s);
    return code;
}
