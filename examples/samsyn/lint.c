/* SPDX-License-Identifier: MIT */
/* samsyn lint: every mistake of checklists at once.
 *
 * What is wrong goes to standard error, as text with the line and a caret or
 * as lines that editors understand; standard output gets a line for each
 * checklist.  In SARIF everything is one log on standard output, in which
 * checklists are called as they were given: it is made to be handed on. */

#include "log.h"

struct linting {
    const struct tool *tool;
    samsyn_sarif *sarif; /* NULL for text */
};

/* How many entries there are of each severity. */
struct tally {
    size_t errors, warnings;
};

static void
count_entries(struct tally *tally, const samsyn_diagnostics *list)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++) {
        int severity = samsyn_diagnostics_severity(list, i);

        tally->errors += severity == SAMSYN_SEVERITY_ERROR;
        tally->warnings += severity == SAMSYN_SEVERITY_WARNING;
    }
}

/* "file:3:7: error: message [code]" */
static void
show_gcc(const samsyn_diagnostics *list)
{
    static const char *const severities[] = { "note", "note", "warning",
                                              "error" };

    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++) {
        samsyn_span span = samsyn_diagnostics_span(list, i);
        int severity = samsyn_diagnostics_severity(list, i);

        fputs(samsyn_diagnostics_source(list, i), stderr);
        if (span.line > 0)
            fprintf(stderr, ":%zu:%zu", span.line, span.column);
        fprintf(stderr, ": %s: %s [%s]\n", severities[severity & 3],
                samsyn_diagnostics_message(list, i),
                samsyn_diagnostics_code(list, i));
    }
}

static samsyn_status
show(const struct linting *linting, const samsyn_diagnostics *list,
     struct tally *tally)
{
    count_entries(tally, list);
    if (linting->sarif)
        return samsyn_sarif_add_diagnostics(linting->sarif, list);
    if (linting->tool->args.format == FORMAT_GCC)
        show_gcc(list);
    else
        show_diagnostics(linting->tool, list);
    return SAMSYN_OK;
}

static void
sum_up(const struct tool *tool, const char *name, const struct tally *tally)
{
    enum text id = TEXT_LINT_CLEAN;
    size_t count = tally->errors ? tally->errors : tally->warnings;
    char number[32];

    if (tally->errors > 0)
        id = TEXT_LINT_FOUND;
    else if (tally->warnings > 0)
        id = TEXT_LINT_WARNINGS;
    snprintf(number, sizeof number, "%zu", count);
    say(stdout, id, tool->args.lang, name, number);
    fputc('\n', stdout);
}

/* What only a loaded checklist can be asked. */
static samsyn_status
look_further(const struct linting *linting, samsyn_checklist *checklist,
             struct tally *tally)
{
    samsyn_diagnostics *list;
    samsyn_status status =
        samsyn_checklist_lint(checklist, linting->tool->config, &list);
    samsyn_status shown = show(linting, list, tally);

    samsyn_diagnostics_free(list);
    samsyn_checklist_free(checklist);
    return status == SAMSYN_OK ? shown : status;
}

/* Opens a checklist and shows what is wrong with it. */
static samsyn_status
look(const struct linting *linting, const char *name, struct tally *tally,
     struct fault *fault)
{
    const char *shown = linting->sarif ? name : NULL;
    samsyn_status status, added = SAMSYN_OK;
    struct file file = { NULL, 0, 0 };
    samsyn_checklist *checklist;
    samsyn_diagnostics *list;

    status = checklist_open_as(&checklist, linting->tool, name, shown, &file,
                               &list, fault);
    if (linting->sarif && file.bytes)
        added = samsyn_sarif_add_checklist(linting->sarif, name, file.bytes,
                                           file.length);
    if (added == SAMSYN_OK)
        added = show(linting, list, tally);
    samsyn_diagnostics_free(list);
    file_done(&file);
    if (status == SAMSYN_OK)
        status = look_further(linting, checklist, tally);
    return added == SAMSYN_OK ? status : added;
}

static enum code
lint(const struct linting *linting, const char *name)
{
    const struct tool *tool = linting->tool;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct tally tally = { 0, 0 };
    samsyn_status status = look(linting, name, &tally, &fault);
    enum code code;

    if (status == SAMSYN_E_NOMEM ||
        (status != SAMSYN_OK && tally.errors == 0 && fault.code == CODE_DONE))
        (void)fault_diagnostics(&fault, tool, name, CODE_CHECKLIST, status,
                                NULL);
    if (linting->sarif && fault.code != CODE_DONE && status != SAMSYN_E_NOMEM)
        status = samsyn_sarif_add_failure(linting->sarif, name, fault.status,
                                          fault.text);
    else if (!linting->sarif && fault.code == CODE_DONE)
        sum_up(tool, name, &tally);
    code = tally.errors > 0 ? CODE_CHECKLIST : fault.code;
    if (status == SAMSYN_E_NOMEM)
        code = CODE_INTERNAL;
    fault_done(&fault);
    return code;
}

static enum code
lint_all(const struct linting *linting)
{
    const struct args *args = &linting->tool->args;
    enum code code = CODE_DONE;

    for (size_t i = 0; i < args->count; i++) {
        enum code next = lint(linting, args->operands[i]);

        code = next > code ? next : code;
    }
    return code;
}

enum code
command_lint(struct tool *tool)
{
    struct linting linting = { .tool = tool };
    enum code code;

    if (tool->args.count == 0) {
        complain(NULL, TEXT_NO_CHECKLISTS, tool->args.lang, NULL, NULL);
        return CODE_USAGE;
    }
    if (tool->args.format == FORMAT_SARIF && !log_new(&linting.sarif, tool))
        return CODE_INTERNAL;
    code = lint_all(&linting);
    return log_end(linting.sarif, tool, code);
}
