/* SPDX-License-Identifier: MIT */
/* What the commands share.
 *
 * The language of texts and the data directory come from the environment
 * here, never in the library.  A checklist's file is read by the command, so
 * that messages name its path; what it asks for by name is found by find.c. */

#include "find.h"
#include "meant.h"

#include <stdlib.h>
#include <string.h>

/* Where the build put the data; SAMSYN_DATA overrides it. */
#ifndef SAMSYN_DATA_DIR
#define SAMSYN_DATA_DIR "checklists"
#endif

static const char *
data_directory(void)
{
    const char *set = getenv("SAMSYN_DATA");

    return set && *set ? set : SAMSYN_DATA_DIR;
}

bool
is_path(const char *given)
{
    return strchr(given, '/') || strchr(given, '.');
}

enum code
tool_init(struct tool *tool)
{
    const struct args *args = &tool->args;
    samsyn_status status = samsyn_config_new(&tool->config, NULL);

    if (status == SAMSYN_OK)
        status = samsyn_config_set_lang(tool->config, args->lang);
    if (status == SAMSYN_OK)
        status = samsyn_config_set_account(tool->config, args->explain != NULL);
    if (status == SAMSYN_OK)
        status =
            samsyn_config_set_text(tool->config, args->format == FORMAT_HTML);
    if (status == SAMSYN_OK)
        status = samsyn_config_set_quotes(tool->config, !args->no_quotes);
    if (status != SAMSYN_OK) {
        complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    tool->data = data_directory();
    status = samsyn_config_set_directory(tool->config, tool->data,
                                         strlen(tool->data));
    if (status != SAMSYN_OK) {
        complain(NULL, TEXT_DATA_FAILED, args->lang, tool->data, NULL);
        return CODE_CHECKLIST;
    }
    if (args->date &&
        samsyn_config_set_date(tool->config, args->year, args->month,
                               args->day) != SAMSYN_OK) {
        complain(NULL, TEXT_BAD_DATE, args->lang, args->date, "--date");
        return CODE_USAGE;
    }
    if (args->checklist && is_path(args->checklist) &&
        samsyn_config_set_given(tool->config, args->checklist) != SAMSYN_OK) {
        complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    if (samsyn_config_set_part(tool->config, (size_t)args->chosen_part) !=
        SAMSYN_OK)
        return CODE_INTERNAL;
    return CODE_DONE;
}

void
tool_done(struct tool *tool)
{
    samsyn_config_free(tool->config);
}

/* A fault of an input, or of ours. */
static enum code
code_of(samsyn_status status, enum code code)
{
    switch (status) {
    case SAMSYN_E_FAILED:
    case SAMSYN_E_NOMEM:
    case SAMSYN_E_ARGUMENT:
    case SAMSYN_E_STOPPED:
        return CODE_INTERNAL;
    default:
        return code;
    }
}

static void
fault_set(struct fault *fault, enum code code, samsyn_status status, char *text)
{
    free(fault->text);
    fault->code = code;
    fault->status = status;
    fault->text = text;
}

bool
fault_say(struct fault *fault, const struct tool *tool, const char *about,
          enum code code, samsyn_status status, enum text id, const char *first)
{
    samsyn_lang lang = tool->args.lang;

    complain(about, id, lang, first, NULL);
    fault_set(fault, code, status, text_fill(id, lang, first, NULL));
    return false;
}

/* The first error of a list, SAMSYN_NONE where it has none. */
static size_t
first_error(const samsyn_diagnostics *list)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++) {
        if (samsyn_diagnostics_severity(list, i) == SAMSYN_SEVERITY_ERROR)
            return i;
    }
    return SAMSYN_NONE;
}

/* "file.yaml:3:7: what is wrong"; NULL without memory. */
static char *
error_text(const samsyn_diagnostics *list, size_t error)
{
    samsyn_span span = samsyn_diagnostics_span(list, error);
    char place[64] = "";
    char *start, *text;

    if (span.line == 0)
        return join(samsyn_diagnostics_message(list, error), "", "");
    snprintf(place, sizeof place, ":%zu:%zu", span.line, span.column);
    start = join(samsyn_diagnostics_source(list, error), place, ": ");
    if (!start)
        return NULL;
    text = join(start, samsyn_diagnostics_message(list, error), "");
    free(start);
    return text;
}

bool
fault_diagnostics(struct fault *fault, const struct tool *tool,
                  const char *about, enum code code, samsyn_status status,
                  const samsyn_diagnostics *list)
{
    size_t error = first_error(list);

    code = code_of(status, code);
    if (status == SAMSYN_E_NOMEM)
        return fault_say(fault, tool, about, code, status, TEXT_NO_MEMORY,
                         NULL);
    if (error == SAMSYN_NONE)
        return fault_say(fault, tool, about, code, status, TEXT_FAILED,
                         samsyn_status_name(status));
    show_diagnostics(tool, list);
    fault_set(fault, code, status, error_text(list, error));
    return false;
}

bool
fault_file(struct fault *fault, const struct tool *tool, const char *path,
           enum code code, enum file_result result, size_t limit)
{
    static const struct {
        enum file_result result;
        samsyn_status status;
        enum text id;
    } rows[] = {
        { FILE_ABSENT, SAMSYN_E_UNRESOLVED, TEXT_FILE_ABSENT },
        { FILE_DENIED, SAMSYN_E_UNRESOLVED, TEXT_FILE_DENIED },
        { FILE_DIRECTORY, SAMSYN_E_UNRESOLVED, TEXT_FILE_DIRECTORY },
        { FILE_TOO_LONG, SAMSYN_E_LIMIT, TEXT_FILE_TOO_LONG },
        { FILE_NO_MEMORY, SAMSYN_E_NOMEM, TEXT_NO_MEMORY },
        { FILE_FAILED, SAMSYN_E_UNRESOLVED, TEXT_FILE_FAILED },
    };
    const size_t last = sizeof rows / sizeof rows[0] - 1;
    char mib[32];
    size_t row = 0;

    while (row < last && rows[row].result != result)
        row++;
    snprintf(mib, sizeof mib, "%zu", limit / MIB);
    return fault_say(fault, tool, path, code_of(rows[row].status, code),
                     rows[row].status, rows[row].id, mib);
}

void
fault_done(struct fault *fault)
{
    free(fault->text);
    *fault = (struct fault){ CODE_DONE, SAMSYN_OK, NULL };
}

void
show_diagnostics(const struct tool *tool, const samsyn_diagnostics *list)
{
    if (samsyn_diagnostics_worst(list) <= SAMSYN_SEVERITY_NOTICE)
        return;
    if (samsyn_diagnostics_write(list, file_write, stderr) != SAMSYN_OK)
        complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
}

char *
checklist_path(const struct tool *tool, const char *given)
{
    char *start;
    char *path;

    if (is_path(given))
        return join(given, "", "");
    start = join(tool->data, "/", given);
    path = start ? join(start, ".yaml", "") : NULL;
    free(start);
    return path;
}

static bool
ends_in(const char *text, const char *ending)
{
    size_t length = strlen(text);
    size_t size = strlen(ending);

    return length >= size && strcmp(text + length - size, ending) == 0;
}

static bool
is_yaml(const char *path)
{
    return ends_in(path, ".yaml") || ends_in(path, ".yml");
}

/* Asks whether a checklist of the data directory was meant: a name that is
 * misspelt, or one with the ending of its file. */
static void
ask_checklist(const struct tool *tool, const char *given)
{
    struct names names;
    struct meant meant;

    meant_init(&meant, given, strcspn(given, "."));
    if (names_read(&names, tool->data, ".yaml")) {
        for (size_t i = 0; i < names.count; i++)
            meant_try(&meant, names.names[i], strlen(names.names[i]));
    }
    names_done(&names);
    meant_ask(&meant, tool->args.lang);
}

static bool
open_failed(struct fault *fault, const struct tool *tool, const char *given,
            const char *path, enum file_result result)
{
    if (result == FILE_ABSENT && !is_path(given))
        (void)fault_say(fault, tool, NULL, CODE_CHECKLIST, SAMSYN_E_UNRESOLVED,
                        TEXT_NO_SUCH_CHECKLIST, given);
    else
        (void)fault_file(fault, tool, path, CODE_CHECKLIST, result,
                         CHECKLIST_MAX);
    if (result == FILE_ABSENT && !strchr(given, '/'))
        ask_checklist(tool, given);
    return false;
}

samsyn_status
checklist_open_as(samsyn_checklist **out, const struct tool *tool,
                  const char *given, const char *shown, struct file *file,
                  samsyn_diagnostics **list, struct fault *fault)
{
    char *path = checklist_path(tool, given);
    enum file_result result = FILE_NO_MEMORY;
    samsyn_status status;

    *list = NULL;
    if (path)
        result = file_read(file, path, CHECKLIST_MAX);
    if (result == FILE_READ) {
        struct finder finder;

        status = SAMSYN_E_NOMEM;
        if (finder_init(&finder, tool, path))
            status =
                samsyn_checklist_load(out, file->bytes, file->length,
                                      shown ? shown : path, tool->config, list);
        finder_done(&finder, tool);
        if (status != SAMSYN_OK && !is_yaml(path))
            complain(path, TEXT_IS_DOCUMENT, tool->args.lang, NULL, NULL);
    } else {
        (void)open_failed(fault, tool, given, path ? path : given, result);
        status = fault->status;
    }
    free(path);
    return status;
}

samsyn_status
checklist_open(samsyn_checklist **out, const struct tool *tool,
               const char *given, samsyn_diagnostics **list,
               struct fault *fault)
{
    struct file file = { NULL, 0, 0 };
    samsyn_status status =
        checklist_open_as(out, tool, given, NULL, &file, list, fault);

    file_done(&file);
    return status;
}

bool
checklist_load(samsyn_checklist **out, const struct tool *tool,
               const char *given, struct fault *fault)
{
    samsyn_diagnostics *list;
    samsyn_status status = checklist_open(out, tool, given, &list, fault);

    if (status == SAMSYN_OK)
        show_diagnostics(tool, list);
    else if (fault->code == CODE_DONE)
        (void)fault_diagnostics(fault, tool, given, CODE_CHECKLIST, status,
                                list);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

static samsyn_status
card_open(samsyn_card **out, const struct tool *tool, const char *path)
{
    struct file file = { NULL, 0, 0 };
    samsyn_status status = SAMSYN_E_UNRESOLVED;

    if (file_read(&file, path, CHECKLIST_MAX) == FILE_READ) {
        struct finder finder;

        status = SAMSYN_E_NOMEM;
        if (finder_init(&finder, tool, path))
            status =
                samsyn_card_read(out, file.bytes, file.length, tool->config);
        finder_done(&finder, tool);
    }
    file_done(&file);
    return status;
}

bool
card_load(samsyn_card **out, const struct tool *tool, const char *name,
          struct fault *fault)
{
    char *path = checklist_path(tool, name);
    samsyn_status status = path ? card_open(out, tool, path) : SAMSYN_E_NOMEM;
    samsyn_checklist *checklist = NULL;

    free(path);
    if (status == SAMSYN_OK)
        return true;
    if (checklist_load(&checklist, tool, name, fault))
        (void)fault_diagnostics(fault, tool, name, CODE_CHECKLIST, status,
                                NULL);
    samsyn_checklist_free(checklist);
    return false;
}
